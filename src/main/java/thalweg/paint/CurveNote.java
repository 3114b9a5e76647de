package thalweg.paint;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;

/** Says beside a curve what its slope does to the next step, at a free place that stays the same while the playhead moves. */
final class CurveNote {
    private CurveNote() {
    }

    static void paint(Ink ink, CurveChart chart, Frame frame, Track track) {
        Rectangle2D plot = chart.axes().plot();
        Trajectory t = track.trajectory();
        int step = Math.min(frame.step(), t.last());
        double a = chart.along(t, step);
        if (plot.getWidth() < ink.px(300) || plot.getHeight() < ink.px(150) || !Double.isFinite(t.loss(step))) {
            return;
        }
        List<String> lines = words(chart, frame, t, step);
        double width = ink.width("so the step goes right: +0.000000", Face.REGULAR, Ink.DETAIL);
        double line = ink.px(18);
        Rectangle2D place = place(ink, chart, width, 2 * line + ink.px(6));
        double y = place.getY() + ink.px(14);
        for (String text : lines) {
            ink.halo(text, Face.REGULAR, Ink.DETAIL, ink.theme().text(), 4, place.getX(), y, 0);
            y += line;
        }
        if (chart.axes().ranges().getFirst().contains(a)) {
            lead(ink, chart, place, chart.axes().x(a), chart.y(t.loss(step)), frame.step() < t.last());
        }
    }

    /** A thin line from the words to just above the arrow. */
    private static void lead(Ink ink, CurveChart chart, Rectangle2D place, double x, double y, boolean arrow) {
        boolean above = y - ink.px(26) >= chart.axes().plot().getY();
        double toY = arrow && above ? y - ink.px(35) : y - ink.px(9);
        double fromX = Math.clamp(x, place.getX() + ink.px(6), place.getMaxX() - ink.px(6));
        double fromY = place.getMaxY();
        Line2D line = new Line2D.Double(fromX, fromY, x, toY);
        if (toY > fromY + ink.px(10) && Math.abs(x - fromX) < 1.2 * (toY - fromY) && !crosses(chart.curve(), line)) {
            ink.stroke(ink.theme().plotAxis(), 1, line);
        }
    }

    private static boolean crosses(List<Path2D> curve, Line2D line) {
        double[] c = new double[6];
        for (Path2D stretch : curve) {
            double x = Double.NaN;
            double y = Double.NaN;
            for (PathIterator i = stretch.getPathIterator(null); !i.isDone(); i.next()) {
                i.currentSegment(c);
                if (!Double.isNaN(x) && line.intersectsLine(x, y, c[0], c[1])) {
                    return true;
                }
                x = c[0];
                y = c[1];
            }
        }
        return false;
    }

    static List<String> words(CurveChart chart, Frame frame, Trajectory t, int step) {
        double slope = chart.slope(t, step);
        if (!Double.isFinite(slope)) {
            return List.of("the slope is not a number here");
        }
        String sign = slope < 0 ? "negative" : "positive";
        String first = slope == 0 ? "slope 0 is flat," : "slope " + Numbers.of(slope) + " is " + sign + ",";
        if (step >= t.last()) {
            return List.of(first, "and the run has " + ended(t.outcome()));
        }
        double move = chart.along(t, step + 1) - chart.along(t, step);
        if (move == 0) {
            return List.of(first, (slope == 0 ? "so" : "yet") + " it stays here");
        }
        boolean expected = Math.signum(move) == (frame.experiment().maximise() ? 1 : -1) * Math.signum(slope);
        return List.of(first, (expected ? "so" : "yet") + " the step goes " + (move > 0 ? "right: " : "left: ") + Numbers.signed(move));
    }

    /** Words that follow "has": "converged at step 12". */
    static String ended(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Converged c -> "converged at step " + Numbers.whole(c.step());
            case Outcome.Reached r -> "reached its goal at step " + Numbers.whole(r.step());
            case Outcome.Diverged d -> "diverged at step " + Numbers.whole(d.step());
            case Outcome.OutOfSteps o -> "made all " + Numbers.whole(o.steps()) + " steps";
            case Outcome.Cancelled c -> "been stopped at step " + Numbers.whole(c.step());
            case Outcome.Running r -> "made " + Numbers.whole(r.step()) + " steps so far";
        };
    }

    /** Of places on a lattice the free one nearest to above the middle; if the curve is everywhere, the least covered. */
    private static Rectangle2D place(Ink ink, CurveChart chart, double width, double height) {
        Rectangle2D plot = chart.axes().plot();
        List<Path2D> curve = chart.curve();
        Rectangle2D best = new Rectangle2D.Double();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 12; i++) {
            for (int j = 0; j <= 12; j++) {
                double x = plot.getX() + ink.px(10) + (plot.getWidth() - width - ink.px(20)) * i / 12;
                double y = plot.getY() + ink.px(4) + (plot.getHeight() - height - ink.px(8)) * j / 12;
                Rectangle2D box = new Rectangle2D.Double(x - ink.px(8), y - ink.px(6), width + ink.px(16), height + ink.px(12));
                double covered = curve.stream().mapToDouble(c -> share(c, box)).sum();
                double cost = covered * 100 + Math.abs(box.getCenterX() - plot.getCenterX()) / plot.getWidth()
                        + Math.abs(box.getCenterY() - plot.getY() - 0.25 * plot.getHeight()) / plot.getHeight();
                if (cost < least) {
                    least = cost;
                    best = new Rectangle2D.Double(x, y, width, height);
                }
            }
        }
        return best;
    }

    /** Share of the curve's corners that lie in a box, at least a little if it only crosses it. */
    private static double share(Path2D curve, Rectangle2D box) {
        double[] c = new double[6];
        int all = 0;
        int inside = 0;
        for (PathIterator i = curve.getPathIterator(null); !i.isDone(); i.next(), all++) {
            i.currentSegment(c);
            inside += box.contains(c[0], c[1]) ? 1 : 0;
        }
        return inside == 0 ? 0 : (double) inside / all;
    }
}
