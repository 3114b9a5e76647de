package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import thalweg.data.DataSet;
import thalweg.data.ImageShape;

/** A small picture of samples for the gallery: numbers over their feature, classes in their colours and shapes, or a few of the images. */
public final class SampleThumbnail {
    /** Classes after one another: told apart without colour too. */
    private static final List<Integer> COLOURS = List.of(0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0x7E57C2, 0xC9B800, 0x8C564B,
            0x7F8790);
    private static final List<Marker> MARKERS = List.of(Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE_UP, Marker.DIAMOND, Marker.TRIANGLE_DOWN,
            Marker.STAR, Marker.PENTAGON, Marker.PLUS, Marker.HEXAGON, Marker.CROSS);
    private static final double ROOM = 7;
    /** More would only cover each other. */
    private static final int MOST_POINTS = 110;
    private static final double RADIUS = 1.9;
    /** Extents of two features may differ by this factor and are still drawn to one scale. */
    private static final double ALIKE = 3;
    /** Below this correlation a straight line says nothing. */
    private static final double STRAIGHT = 0.85;
    /** Colour images in a row and rows. */
    private static final int ACROSS = 4;
    private static final int DOWN = 2;
    /** Grey images in a row: few, so that they can be read. */
    private static final int IN_A_ROW = 3;
    /** The first of them; for digits 2, 3, 4, as made data begin with 0. */
    private static final int FIRST = 2;

    private SampleThumbnail() {
    }

    /** Paints it over an area of some 88 by 54. */
    public static void paint(Graphics2D graphics, Rectangle2D area, DataSet data, Style style) {
        Ink.on(graphics, area, style, ink -> {
            ink.fill(ink.theme().canvas(), area);
            if (data.image().isPresent()) {
                images(ink, area, data, data.image().get());
            } else {
                points(ink, area, data);
            }
            Color edge = ink.theme().border();
            ink.stroke(edge, 1, new Rectangle2D.Double(area.getX() + 0.5, area.getY() + 0.5, area.getWidth() - 1, area.getHeight() - 1));
        });
    }

    private static void points(Ink ink, Rectangle2D area, DataSet data) {
        int m = Math.min(data.size(), MOST_POINTS);
        boolean classes = data.isClassified();
        double[] x = new double[m];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            x[i] = data.feature(i, 0);
            y[i] = classes && data.dimension() > 1 ? data.feature(i, 1) : data.target(i);
        }
        Span across = Span.of(x);
        Span up = Span.of(y);
        double w = area.getWidth() - 2 * ROOM;
        double h = area.getHeight() - 2 * ROOM;
        double sx = w / across.width();
        double sy = h / up.width();
        if (classes && Math.max(across.width(), up.width()) < ALIKE * Math.min(across.width(), up.width())) {
            sx = Math.min(sx, sy);
            sy = sx;
        }
        double radius = m < 10 ? 3 : RADIUS;
        if (!classes) {
            line(ink, area, x, y, sx, sy);
        }
        for (int i = 0; i < m; i++) {
            double px = area.getCenterX() + (x[i] - across.centre()) * sx;
            double py = area.getCenterY() - (y[i] - up.centre()) * sy;
            int label = classes ? data.label(i) : 0;
            Color colour = classes ? new Color(COLOURS.get(label % COLOURS.size())) : ink.theme() == Theme.LIGHT ? ink.theme().muted()
                    : ink.theme().text();
            ink.fill(colour, classes ? MARKERS.get(label % MARKERS.size()).at(px, py, radius) : Ink.circle(px, py, radius));
        }
    }

    /** The line of least squares, if the points lie along one. */
    private static void line(Ink ink, Rectangle2D area, double[] x, double[] y, double sx, double sy) {
        Span across = Span.of(x);
        Span up = Span.of(y);
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (!(Math.abs(xy) > STRAIGHT * Math.sqrt(xx * yy))) {
            return;
        }
        double slope = xy / xx;
        double half = across.width() / 2 * 1.08;
        double atCentre = meanY + slope * (across.centre() - meanX) - up.centre();
        ink.line(new Color(COLOURS.getFirst()), 1.5, area.getCenterX() - half * sx, area.getCenterY() - (atCentre - slope * half) * sy,
                area.getCenterX() + half * sx, area.getCenterY() - (atCentre + slope * half) * sy);
    }

    private static void images(Ink ink, Rectangle2D area, DataSet data, ImageShape shape) {
        boolean grey = shape.channels() == 1;
        int columns = grey ? IN_A_ROW : ACROSS;
        int rows = grey ? 1 : DOWN;
        double gap = grey ? 2 : 1.5;
        double room = grey ? 4 : 5;
        double side = Math.min((area.getWidth() - 2 * room - (columns - 1) * gap) / columns, (area.getHeight() - 2 * room - (rows - 1) * gap) / rows);
        double left = area.getCenterX() - (columns * side + (columns - 1) * gap) / 2;
        double top = area.getCenterY() - (rows * side + (rows - 1) * gap) / 2;
        int first = grey && data.size() >= FIRST + columns ? FIRST : 0;
        for (int i = 0; i < Math.min(columns * rows, data.size() - first); i++) {
            double x = left + i % columns * (side + gap);
            double y = top + i / columns * (side + gap);
            AffineTransform to = AffineTransform.getTranslateInstance(x, y);
            to.scale(side / shape.width(), side / shape.height());
            ink.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            ink.g().drawImage(image(data, first + i, shape, ink.theme()), to, null);
        }
    }

    /** A sample as pixels: grey ones from the canvas (0) to the text's colour (1). */
    private static BufferedImage image(DataSet data, int sample, ImageShape shape, Theme theme) {
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        int plane = shape.width() * shape.height();
        for (int p = 0; p < plane; p++) {
            Color colour = shape.channels() < 3 ? Tint.mix(theme.canvas(), theme.text(), data.feature(sample, p))
                    : new Color(part(data.feature(sample, p)), part(data.feature(sample, plane + p)), part(data.feature(sample, 2 * plane + p)));
            image.setRGB(p % shape.width(), p / shape.width(), colour.getRGB());
        }
        return image;
    }

    private static float part(double value) {
        return (float) Math.clamp(value, 0, 1);
    }

    /** From the least to the largest of some numbers. */
    private record Span(double least, double most) {
        static Span of(double[] values) {
            return new Span(Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(1));
        }

        double width() {
            return most > least ? most - least : 1;
        }

        double centre() {
            return (least + most) / 2;
        }
    }
}
