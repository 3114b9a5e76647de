package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * Strokes of runs and marks on a coloured map or surface: cased so that they stand out from any colour, in the run's colour, dash and
 * marker. Widths as the visual rules give them, at scale 1.
 */
final class PathInk {
    static final double WIDTH = 2;
    static final double DOT = 2.7;
    static final double MARKER = 5.2;

    /** Iterates nearer to each other than this carry no dot. */
    static final double DOTS_APART = 12;

    private static final double CASING = 2.4;
    private static final double AHEAD = 0.38;
    private static final double GAP = 0.55;
    private static final Color DARK_CASING = Tint.veil(new Color(0xe6edf3), 0.72);
    private static final Color LIGHT_CASING = Tint.veil(Color.WHITE, 0.94);

    private PathInk() {
    }

    /** The path walked so far. */
    static void walked(Ink ink, RunStyle style, Shape path) {
        ink.g().setColor(ink.theme() == Theme.DARK ? DARK_CASING : LIGHT_CASING);
        ink.g().setStroke(new BasicStroke((float) ink.px(WIDTH + CASING), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        ink.g().draw(path);
        if (!style.dash().isEmpty()) {
            ink.stroke(Tint.mix(style.colour(), Color.WHITE, GAP), WIDTH, path);
        }
        ink.g().setColor(style.colour());
        ink.g().setStroke(style.stroke(ink.px(WIDTH)));
        ink.g().draw(path);
    }

    /** The path still to be walked. */
    static void ahead(Ink ink, RunStyle style, Shape path) {
        ink.stroke(Tint.veil(style.colour(), AHEAD), 1, path);
    }

    static void dot(Ink ink, RunStyle style, double x, double y) {
        ink.fill(style.colour(), Ink.circle(x, y, ink.px(DOT)));
    }

    /** The ring at the start: of the text's colour, on the canvas' colour, with a halo. */
    static void start(Ink ink, double x, double y) {
        ink.fill(ink.theme().canvas(), Ink.circle(x, y, ink.px(7)));
        ink.ring(ink.theme().text(), 5, 2, x, y);
    }

    /** A cross of a radius, with a halo. */
    static void cross(Ink ink, double radius, double x, double y) {
        double r = ink.px(radius) / Math.sqrt(2);
        Path2D path = new Path2D.Double();
        path.moveTo(x - r, y - r);
        path.lineTo(x + r, y + r);
        path.moveTo(x - r, y + r);
        path.lineTo(x + r, y - r);
        ink.g().setColor(Tint.veil(ink.theme().canvas(), 0.94));
        ink.g().setStroke(new BasicStroke((float) ink.px(5), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        ink.g().draw(path);
        ink.g().setColor(ink.theme().text());
        ink.g().setStroke(new BasicStroke((float) ink.px(2.2), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        ink.g().draw(path);
    }
}
