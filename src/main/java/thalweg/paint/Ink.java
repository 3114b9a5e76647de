package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Consumer;

/**
 * A graphics with the style it is used in. Positions are its pixels; sizes (of text, lines, radii) are given as at scale 1 and grow with
 * the style's scale.
 */
public record Ink(Graphics2D g, Style style) {
    /** Sizes of text: body, details and ticks, small labels, and letters of axes (TeX). */
    public static final double BODY = 13;
    public static final double DETAIL = 12;
    public static final double SMALL = 11;
    public static final double LETTER = 16;

    /** Paints on a copy of the graphics, clipped to an area, with every hint that makes machines differ set. */
    public static void on(Graphics2D graphics, Rectangle2D area, Style style, Consumer<Ink> work) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.clip(area);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            work.accept(new Ink(g, style));
        } finally {
            g.dispose();
        }
    }

    public Theme theme() {
        return style.theme();
    }

    /** A size at scale 1 in pixels. */
    public double px(double size) {
        return size * style.scale();
    }

    public double width(String text, Face face, double size) {
        return face.width(text, px(size));
    }

    /** A text with its baseline at y; the anchor 0 puts its left end at x, 0.5 its middle, 1 its right end. */
    public void text(String text, Face face, double size, Color colour, double x, double y, double anchor) {
        letters(text, face, size, colour, place(text, face, size, x, y, anchor));
    }

    /** A text whose baseline begins at the origin of a place and runs along its x. */
    void letters(String text, Face face, double size, Color colour, AffineTransform at) {
        boolean written = g.getRenderingHint(Lettering.KEY) instanceof Lettering lettering
                && lettering.write(g, colour, new Lettering.Letters(text, face, px(size), at));
        if (!written) {
            fill(colour, at.createTransformedShape(face.outline(text, px(size))));
        }
    }

    /** A text centred on y by the height of its digits. */
    public void textAround(String text, Face face, double size, Color colour, double x, double y, double anchor) {
        text(text, face, size, colour, x, y + Face.capHeight(px(size)) / 2, anchor);
    }

    /** A text with a halo of the canvas around it, so that it reads on anything. */
    public void halo(String text, Face face, double size, Color colour, double width, double x, double y, double anchor) {
        AffineTransform at = place(text, face, size, x, y, anchor);
        g.setColor(Tint.veil(theme().canvas(), 0.92));
        g.setStroke(new BasicStroke((float) px(width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(at.createTransformedShape(face.outline(text, px(size))));
        letters(text, face, size, colour, at);
    }

    private AffineTransform place(String text, Face face, double size, double x, double y, double anchor) {
        return AffineTransform.getTranslateInstance(x - anchor * width(text, face, size), snapped(y));
    }

    /** A baseline moved to the nearest whole pixel of the device, where letters stand sharpest; as it is on a turned device. */
    public double snapped(double y) {
        AffineTransform t = g.getTransform();
        boolean upright = t.getShearX() == 0 && t.getShearY() == 0 && t.getScaleY() > 0;
        return upright ? (Math.rint(y * t.getScaleY() + t.getTranslateY()) - t.getTranslateY()) / t.getScaleY() : y;
    }

    /** A sharp line one pixel wide (at scale 1), horizontal or vertical. */
    public void hairline(Color colour, double x1, double y1, double x2, double y2) {
        double w = Math.max(1, Math.rint(px(1)));
        g.setColor(colour);
        if (y1 == y2) {
            g.fill(new Rectangle2D.Double(Math.min(x1, x2), Math.floor(y1), Math.abs(x2 - x1), w));
        } else {
            g.fill(new Rectangle2D.Double(Math.floor(x1), Math.min(y1, y2), w, Math.abs(y2 - y1)));
        }
    }

    public void line(Color colour, double width, double x1, double y1, double x2, double y2) {
        stroke(colour, width, new Line2D.Double(x1, y1, x2, y2));
    }

    public void stroke(Color colour, double width, Shape shape) {
        g.setColor(colour);
        g.setStroke(new BasicStroke((float) px(width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    public void fill(Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }

    /** A ring around a point. */
    public void ring(Color colour, double radius, double width, double x, double y) {
        stroke(colour, width, circle(x, y, px(radius)));
    }

    /** The ring of the iterate under the pointer: radius 7, on the same step in every view. */
    public void hoverRing(double x, double y) {
        ring(Tint.veil(theme().canvas(), 0.8), 7, 3.5, x, y);
        ring(theme().text(), 7, 1.5, x, y);
    }

    /** A text in semibold on a filled pill, centred at x, its top at y. */
    public void pill(String text, double x, double y) {
        double w = Math.max(px(22), width(text, Face.SEMIBOLD, DETAIL) + px(10));
        fill(theme().accentFill(), new RoundRectangle2D.Double(x - w / 2, y, w, px(18), px(8), px(8)));
        textAround(text, Face.SEMIBOLD, DETAIL, Color.WHITE, x, y + px(9), 0.5);
    }

    /** The nearest place between two ends; the middle if there is no room between them. */
    public static double within(double value, double low, double high) {
        return low <= high ? Math.clamp(value, low, high) : (low + high) / 2;
    }

    public static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
