package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.descent.Trajectory;
import thalweg.experiment.Track;
import thalweg.math.Range;

/** The ring around the iterate under the pointer, and the note beside it: run and step, theta, J and the length of its gradient. */
final class MapNote {
    private static final double BELOW = 12;
    private static final double LINE = 18;
    private static final double PAD = 10;

    private final Ink ink;
    private final Axes axes;

    MapNote(Ink ink, Axes axes) {
        this.ink = ink;
        this.axes = axes;
    }

    /**
     * Paints ring and note.
     *
     * @param coordinates in the slice
     * @param below J of the slice there, where it does not show all parameters
     */
    void paint(Track track, int step, double[] coordinates, double below, Point2D at) {
        if (!axes.contains(at)) {
            return;
        }
        ink.hoverRing(at.getX(), at.getY());
        String name = track.name();
        Trajectory t = track.trajectory();
        List<String> lines = new ArrayList<>();
        lines.add((track.route().isPresent() ? "$(a, b) =$ (" : "$\\theta =$ (") + Numbers.fixed(coordinates[0], decimals(axes.ranges().getFirst()))
                + ", "
                + Numbers.fixed(coordinates[1], decimals(axes.ranges().getLast())) + ")");
        lines.add("$J =$ " + Numbers.of(t.loss(step)) + ", $\\|\\nabla J\\| =$ " + Numbers.of(t.gradientNorm(step)));
        track.route().ifPresent(route -> lines.add("off the plane by " + Numbers.of(route.residual(step)) + " ("
                + Numbers.fixed(100 * route.off(step), 0)
                + "\u2009%); $J$ below " + (Double.isFinite(below) ? Numbers.of(below) : "\u2013")));
        String count = "step " + Numbers.whole(step);
        double size = ink.px(Ink.DETAIL);
        double head = ink.width(name, Face.SEMIBOLD, Ink.DETAIL) + ink.px(4) + ink.width(count, Face.REGULAR, Ink.DETAIL);
        double w = Math.max(head, lines.stream().mapToDouble(l -> Typeset.line(l).width(size)).max().orElse(0)) + ink.px(2 * PAD);
        double h = ink.px((1 + lines.size()) * LINE + 12);
        Rectangle2D box = box(ink, axes.plot(), at, w, h);
        paintBox(ink, box);
        double x = box.getX() + ink.px(PAD);
        double y = box.getY() + ink.px(6 + LINE / 2) + Face.capHeight(size) / 2;
        Color text = ink.theme().text();
        ink.text(name, Face.SEMIBOLD, Ink.DETAIL, text, x, y, 0);
        ink.text(count, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), x + ink.width(name, Face.SEMIBOLD, Ink.DETAIL) + ink.px(4), y, 0);
        for (int k = 0; k < lines.size(); k++) {
            Typeset.line(lines.get(k)).paint(ink, Ink.DETAIL, text, x, y + ink.px((k + 1) * LINE), 0);
        }
    }

    /** As many decimals as tell pixels apart. */
    private static int decimals(Range range) {
        return Math.clamp((long) (3 - Math.ceil(Math.log10(range.width()))), 0, 12);
    }

    /** Below the point, or above it where there is no room; never beyond the plot where it fits in. */
    static Rectangle2D box(Ink ink, Rectangle2D plot, Point2D at, double w, double h) {
        double edge = ink.px(4);
        double gap = ink.px(BELOW + 4);
        boolean below = at.getY() + gap + h <= plot.getMaxY() - edge;
        double x = Math.clamp(at.getX() - w * 0.35, plot.getX() + edge, Math.max(plot.getX() + edge, plot.getMaxX() - edge - w));
        return new Rectangle2D.Double(Math.rint(x), Math.rint(below ? at.getY() + gap : Math.max(plot.getY() + edge, at.getY() - gap - h)), w, h);
    }

    /** The box of a note, with a soft shadow. */
    static void paintBox(Ink ink, Rectangle2D box) {
        double arc = ink.px(12);
        for (int k = 3; k >= 1; k--) {                
            ink.fill(new Color(0, 0, 0, 14), new RoundRectangle2D.Double(box.getX() - ink.px(k), box.getY() - ink.px(k) + ink.px(2),
                    box.getWidth() + ink.px(2 * k), box.getHeight() + ink.px(2 * k), arc + ink.px(2 * k), arc + ink.px(2 * k)));
        }
        RoundRectangle2D round = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight(), arc, arc);
        ink.fill(ink.theme().isDark() ? ink.theme().hairline() : ink.theme().canvas(), round);
        ink.stroke(ink.theme().border(), 1, round);
    }
}
