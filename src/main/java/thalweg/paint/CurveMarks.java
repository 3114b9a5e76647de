package thalweg.paint;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import thalweg.experiment.Frame;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;

/** Marks on a curve: minima, maxima and the start. */
final class CurveMarks {
    private CurveMarks() {
    }

    /** Minima, maxima and the start, with their words. */
    static void paint(Ink ink, CurveChart chart, Frame frame) {
        if (frame.experiment().look().criticalPoints()) {
            for (CriticalPoint c : frame.scene().criticalPoints()) {
                if (chart.holds(c.at()) && c.kind() != CriticalPoint.Kind.SADDLE) {
                    cross(ink, chart, c);
                }
            }
        }
        Vec start = frame.scene().start();
        double value = frame.scene().objective().dimension() <= 16 ? frame.scene().objective().evaluator().value(start.toArray())
                : frame.tracks().isEmpty() ? Double.NaN : frame.tracks().getFirst().trajectory().loss(0);
        if (chart.holds(start) && Double.isFinite(value)) {
            double x = chart.axes().x(chart.along(start));
            double y = chart.y(value);
            ink.fill(ink.theme().canvas(), Ink.circle(x, y, ink.px(5)));
            ink.ring(ink.theme().text(), 5, 2, x, y);
            boolean free = frame.tracks().stream().filter(t -> !t.run().hidden()).allMatch(t -> chart.place(t.trajectory(),
                    Math.min(frame.step(), t.trajectory().last())).distance(x, y) > ink.px(30));
            if (free) {
                word(ink, chart, "start", x, y, -12);
            }
        }
    }

    private static void cross(Ink ink, CurveChart chart, CriticalPoint c) {
        double x = chart.axes().x(chart.along(c.at()));
        double y = chart.y(c.value());
        if (y < chart.axes().plot().getY() || y > chart.axes().plot().getMaxY()) {
            return;
        }
        double r = ink.px(4.2);
        for (int pass = 0; pass < 2; pass++) {
            Color colour = pass == 0 ? ink.theme().canvas() : ink.theme().text();
            double width = pass == 0 ? 4.5 : 2;
            ink.line(colour, width, x - r, y - r, x + r, y + r);
            ink.line(colour, width, x - r, y + r, x + r, y - r);
        }
        boolean minimum = c.kind() == CriticalPoint.Kind.MINIMUM;
        String kind = minimum ? "min" : c.kind() == CriticalPoint.Kind.MAXIMUM ? "max" : "flat";
        word(ink, chart, kind, x, y, minimum ? 19 : -11);
    }

    /** A word with a halo above or below a point, on the other side of it where the plot ends. */
    private static void word(Ink ink, CurveChart chart, String word, double x, double y, double down) {
        Rectangle2D plot = chart.axes().plot();
        double there = y + ink.px(down) > plot.getMaxY() - ink.px(3) ? -11 : y + ink.px(down - 9) < plot.getY() ? 19 : down;
        double half = ink.width(word, Face.MEDIUM, Ink.DETAIL) / 2;
        double centre = Ink.within(x, plot.getX() + half + ink.px(4), plot.getMaxX() - half);
        ink.halo(word, Face.MEDIUM, Ink.DETAIL, ink.theme().text(), 4, centre, y + ink.px(there), 0.5);
    }
}
