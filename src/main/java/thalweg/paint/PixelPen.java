package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * A pen that writes into the pixels of an opaque image. A pixel is covered by how near its middle lies to the line, so joins are round;
 * where a line crosses itself it covers once. Ends and dashes are cut straight, dashes are measured along the whole line.
 *
 * <p>On lines of many short pieces it takes a tenth of the time of {@code Graphics2D}, which makes outlines of strokes first.
 */
final class PixelPen implements Pen {
    private static final int FULL = 255;
    /** So many pixels a line may stray from points that are left out: a tenth is not seen, and long curves are a fraction of the pieces. */
    private static final double STRAY = 0.1;
    /** Longer pieces than any image are not drawn: their coordinates are no numbers, or overflow. */
    private static final double FAR = 1e9;
    /** The cosine up to which a turn is covered by beginning the next piece a little earlier; sharper ones get a round join. */
    private static final double GENTLE = 0.94;
    /** So far a piece begins before the end of the last, which fades over half a pixel. */
    private static final double OVERLAP = 0.75;
    /** Below this component of a direction, where the piece enters a row is not computed from it. */
    private static final double FLAT = 1e-4;

    private final int[] pixels;
    private final int width;
    /** The pixels that may be painted; right and bottom belong to them. */
    private final int left;
    private final int right;
    private final int top;
    private final int bottom;
    private final AffineTransform toPixels;
    private final double scale;

    /** Of the line being drawn: how much of each pixel it covers, and which it touches at all. */
    private final byte[] cover;
    private int[] touched = new int[4096];
    private int count;

    /**
     * A pen for an image.
     *
     * @param image of type {@code INT_RGB}
     * @param toPixels from the units of the lines to its pixels: moves and scales, nothing else
     */
    PixelPen(BufferedImage image, AffineTransform toPixels) {
        this(image, toPixels, everything(image, toPixels));
    }

    /**
     * A pen for a part of an image.
     *
     * @param clip what may be painted, in the units of the lines; whole pixels
     */
    PixelPen(BufferedImage image, AffineTransform toPixels, Rectangle2D clip) {
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        width = image.getWidth();
        Rectangle2D inside = toPixels.createTransformedShape(clip).getBounds2D();
        left = (int) Math.clamp(Math.rint(inside.getX()), 0, width);
        right = (int) Math.clamp(Math.rint(inside.getMaxX()), 0, width) - 1;
        top = (int) Math.clamp(Math.rint(inside.getY()), 0, image.getHeight());
        bottom = (int) Math.clamp(Math.rint(inside.getMaxY()), 0, image.getHeight()) - 1;
        this.toPixels = new AffineTransform(toPixels);
        scale = toPixels.getScaleX();
        cover = new byte[pixels.length];
    }

    private static Rectangle2D everything(BufferedImage image, AffineTransform toPixels) {
        double scale = toPixels.getScaleX();
        return new Rectangle2D.Double(-toPixels.getTranslateX() / scale, -toPixels.getTranslateY() / scale, image.getWidth() / scale,
                image.getHeight() / scale);
    }

    @Override
    public void draw(Shape line, BasicStroke stroke, Color colour) {
        Stroker stroker = new Stroker(stroke.getLineWidth() * scale / 2, stroke.getDashArray(), stroke.getDashPhase() * scale);
        double[] at = new double[6];
        double startX = 0;
        double startY = 0;
        for (PathIterator it = line.getPathIterator(toPixels); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    stroker.begin(at[0], at[1]);
                    startX = at[0];
                    startY = at[1];
                }
                case PathIterator.SEG_CLOSE -> {
                    stroker.to(startX, startY);
                }
                case PathIterator.SEG_LINETO -> stroker.to(at[0], at[1]);
                default -> throw new IllegalArgumentException("a pixel pen draws straight pieces, not curves");
            }
        }
        stroker.end();
        blend(colour);
    }

    @Override
    public void dot(double x, double y, double radius, Color colour) {
        double cx = x * scale + toPixels.getTranslateX();
        double cy = y * scale + toPixels.getTranslateY();
        disc(cx, cy, radius * scale + 0.5);
        blend(colour);
    }

    private void cover(int i, int much) {
        int before = cover[i] & FULL;
        if (much > before) {
            if (before == 0) {
                if (count == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * count);
                }
                touched[count++] = i;
            }
            cover[i] = (byte) much;
        }
    }

    private void blend(Color colour) {
        int red = colour.getRed();
        int green = colour.getGreen();
        int blue = colour.getBlue();
        int alpha = colour.getAlpha() * 257 + 128 >> 8;           // 0 to 256
        for (int k = 0; k < count; k++) {
            int i = touched[k];
            int t = (cover[i] & FULL) * alpha >> 8;
            t += t >> 7;
            int below = pixels[i];
            int r = below >> 16 & 0xff;
            int g = below >> 8 & 0xff;
            int b = below & 0xff;
            pixels[i] = 0xff000000 | r + ((red - r) * t >> 8) << 16 | g + ((green - g) * t >> 8) << 8 | b + ((blue - b) * t >> 8);
            cover[i] = 0;
        }
        count = 0;
    }

    /** Leaves out points that hardly matter, cuts the line into dashes, and covers pixels. */
    private final class Stroker {
        private final double half;
        private final double[] dash;
        private final double phase;
        private int index;
        private double rest;

        /** Where the piece begins that is being looked for, and where it ends as long as no point contradicts. */
        private double fromX;
        private double fromY;
        private double toX;
        private double toY;
        private double reached;
        /** The directions, left and right, between which a piece passes all points left out; none as long as there is none. */
        private double leftX;
        private double leftY;
        private double rightX;
        private double rightY;
        private boolean bounded;

        /** Direction and length of the piece before, if the next goes on from it. */
        private boolean joined;
        private double beforeX;
        private double beforeY;
        private double beforeLength;

        Stroker(double half, float[] lengths, double phase) {
            this.half = half;
            this.phase = phase;
            dash = new double[lengths == null ? 0 : lengths.length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = lengths[i] * scale;
            }
        }

        /** Begins a line: the dashes from their phase. */
        void begin(double x, double y) {
            end();
            fromX = x;
            fromY = y;
            reached = 0;
            bounded = false;
            joined = false;
            index = 0;
            rest = Double.POSITIVE_INFINITY;
            if (dash.length > 0) {
                double period = Arrays.stream(dash).sum();
                double into = phase % period;
                while (into >= dash[index]) {
                    into -= dash[index];
                    index = (index + 1) % dash.length;
                }
                rest = dash[index] - into;
            }
        }

        /** Goes on to a point; not drawn before it is known that the next does not lie in the same direction. */
        void to(double x, double y) {
            double dx = x - fromX;
            double dy = y - fromY;
            double length = Math.sqrt(dx * dx + dy * dy);
            if (!(length < FAR)) {
                end();
                fromX = x;
                fromY = y;
                joined = false;
                return;
            }
            boolean ahead = length >= reached && (!bounded || leftX * dy - leftY * dx >= 0 && dx * rightY - dy * rightX >= 0);
            if (!ahead) {
                end();
                dx = x - fromX;
                dy = y - fromY;
                length = Math.sqrt(dx * dx + dy * dy);
            }
            toX = x;
            toY = y;
            reached = length;
            if (length > STRAY) {
                narrow(dx / length, dy / length, STRAY / length);
            }
        }

        private void narrow(double ux, double uy, double sine) {
            double cosine = Math.sqrt(1 - sine * sine);
            double lx = ux * cosine + uy * sine;
            double ly = uy * cosine - ux * sine;
            double rx = ux * cosine - uy * sine;
            double ry = uy * cosine + ux * sine;
            if (!bounded || leftX * ly - leftY * lx > 0) {
                leftX = lx;
                leftY = ly;
            }
            if (!bounded || rx * rightY - ry * rightX > 0) {
                rightX = rx;
                rightY = ry;
            }
            bounded = true;
        }

        /** Draws what is known of the line; the next piece goes on from there. */
        void end() {
            if (reached > 0) {
                piece(fromX, fromY, (toX - fromX) / reached, (toY - fromY) / reached, reached);
                fromX = toX;
                fromY = toY;
            }
            reached = 0;
            bounded = false;
        }

        private void piece(double x, double y, double ux, double uy, double length) {
            double done = 0;
            while (length - done > rest) {
                if (index % 2 == 0) {
                    stamp(x + done * ux, y + done * uy, ux, uy, rest);
                }
                done += rest;
                index = (index + 1) % dash.length;
                rest = dash[index];
                joined = false;
            }
            if (index % 2 == 0) {
                stamp(x + done * ux, y + done * uy, ux, uy, length - done);
            }
            rest -= length - done;
        }

        /** Covers a straight piece, and what is open between it and the one before. */
        private void stamp(double ax, double ay, double ux, double uy, double length) {
            double reach = half + 0.5;
            double back = 0.5;                                    // so far behind its beginning it covers, if nothing else does
            if (joined) {
                double turn = Math.abs(beforeX * uy - beforeY * ux);
                boolean gentle = beforeX * ux + beforeY * uy > GENTLE;
                if (!gentle) {
                    disc(ax, ay, reach);
                }
                back = gentle ? Math.max(reach * turn, Math.min(OVERLAP, beforeLength)) : 0;
            }
            strip(ax, ay, ux, uy, length, reach, back, !joined);
            joined = true;
            beforeX = ux;
            beforeY = uy;
            beforeLength = length;
        }

        /**
         * Covers the pixels along a piece, row by row from where it enters to where it leaves.
         *
         * @param faded whether it fades at its beginning as at its end, as free ends do
         */
        private void strip(double ax, double ay, double ux, double uy, double length, double reach, double back, boolean faded) {
            double ahead = length + 0.5;
            double spanY = Math.abs(ux) * reach;
            double startY = ay - back * uy;
            double endY = ay + ahead * uy;
            int north = (int) Math.max(top, Math.floor(Math.min(startY, endY) - spanY));
            int south = (int) Math.min(bottom, Math.floor(Math.max(startY, endY) + spanY));
            double acrossX = Math.abs(uy) > FLAT ? 1 / uy : 0;
            double alongX = Math.abs(ux) > FLAT ? 1 / ux : 0;
            double spreadAcross = reach * Math.abs(acrossX);
            for (int row = north; row <= south; row++) {
                double dy = row + 0.5 - ay;
                double west = left - ax;
                double east = right + 1 - ax;
                if (acrossX != 0) {
                    double middle = dy * ux * acrossX;
                    west = Math.max(west, middle - spreadAcross);
                    east = Math.min(east, middle + spreadAcross);
                }
                if (alongX != 0) {
                    double behind = (-back - dy * uy) * alongX;
                    double before = (ahead - dy * uy) * alongX;
                    west = Math.max(west, Math.min(behind, before));
                    east = Math.min(east, Math.max(behind, before));
                }
                int from = (int) Math.max(left, Math.ceil(ax + west - 0.5));
                int to = (int) Math.min(right, Math.floor(ax + east - 0.5));
                double dx = from + 0.5 - ax;
                double aside = dx * uy - dy * ux;
                double along = dx * ux + dy * uy;
                int at = row * width + from;
                for (int column = from; column <= to; column++) {
                    double inside = reach - (aside < 0 ? -aside : aside);
                    double rest = ahead - along;
                    inside = rest < inside ? rest : inside;
                    if (faded && along + 0.5 < inside) {
                        inside = along + 0.5;
                    }
                    int much = (int) (FULL * inside);
                    if (much > 0) {
                        cover(at, much > FULL ? FULL : much);
                    }
                    at++;
                    aside += uy;
                    along += ux;
                }
            }
        }
    }

    /** Covers a round join, or a dot. */
    private void disc(double cx, double cy, double reach) {
        int east = (int) Math.min(right, cx + reach);
        int south = (int) Math.min(bottom, cy + reach);
        int west = (int) Math.max(left, cx - reach);
        for (int row = (int) Math.max(top, cy - reach); row <= south; row++) {
            double dy = row + 0.5 - cy;
            for (int column = west; column <= east; column++) {
                double dx = column + 0.5 - cx;
                double inside = reach - Math.sqrt(dx * dx + dy * dy);
                if (inside > 0) {
                    cover(row * width + column, inside >= 1 ? FULL : (int) (FULL * inside));
                }
            }
        }
    }
}
