package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;

/**
 * How paths of runs are drawn on maps and surfaces: cased so that they stand out from any colour, in the run's colour and dash. Sizes as
 * the visual rules give them, at scale 1.
 */
final class PathInk {
    static final double WIDTH = 2;
    static final double CASING = 2.4;
    static final double DOT = 2.7;
    static final double MARKER = 5.2;

    /** Iterates so far from the one before get a dot, and no more than so many of a path do. */
    static final double APART = 12;
    static final int MOST_DOTS = 3000;

    private static final double FUTURE = 0.38;
    private static final double GAP = 0.55;

    /** A longer line covers itself so often that nobody sees dashes. */
    private static final double LONGEST_DASHED = 40_000;

    private PathInk() {
    }

    /**
     * Draws a path walked so far, or a later part of it.
     *
     * @param before length of the path before this part, so that dashes go on
     * @param opacity 1, or less for a part that is faint
     */
    static void paintPast(Pen pen, Ink ink, RunStyle style, Shape line, double before, double opacity) {
        int join = ink.style().still() ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_BEVEL;   // which costs half
        pen.draw(line, new BasicStroke((float) ink.px(WIDTH + CASING), BasicStroke.CAP_BUTT, join),
                ink.theme().isDark() ? Tint.veil(ink.theme().text(), 0.72 * opacity) : Tint.veil(Color.WHITE, 0.94 * opacity));
        Color colour = Fading.faded(style.colour(), opacity);
        if (style.dash().isEmpty() || before + length(line) >= ink.px(LONGEST_DASHED)) {
            pen.draw(line, ink.px(WIDTH), colour);
            return;
        }
        pen.draw(line, ink.px(WIDTH), Fading.faded(Tint.mix(style.colour(), Color.WHITE, GAP), opacity));
        BasicStroke stroke = style.stroke(ink.px(WIDTH));
        pen.draw(line, new BasicStroke(stroke.getLineWidth(), stroke.getEndCap(), stroke.getLineJoin(), stroke.getMiterLimit(),
                stroke.getDashArray(), (float) before), colour);
    }

    /** Draws the path still to be walked, faint. */
    static void paintFuture(Pen pen, Ink ink, RunStyle style, Shape line) {
        pen.draw(line, new BasicStroke((float) ink.px(1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL), Tint.veil(style.colour(), FUTURE));
    }

    /** Length of a line of straight pieces. */
    static double length(Shape line) {
        double length = 0;
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator it = line.getPathIterator(null); !it.isDone(); it.next()) {
            if (it.currentSegment(at) == PathIterator.SEG_LINETO) {
                length += Math.hypot(at[0] - x, at[1] - y);
            }
            x = at[0];
            y = at[1];
        }
        return length;
    }
}
