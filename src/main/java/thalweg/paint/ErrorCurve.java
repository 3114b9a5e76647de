package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.experiment.Focus;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.GradientCheck;
import thalweg.objective.Objective;

/**
 * How the relative error of a difference quotient depends on h: large for large h, where J bends, and for small h, where it is rounded.
 *
 * @param hs from the smallest on
 * @param forward errors, in their order
 * @param central likewise
 */
record ErrorCurve(List<Double> hs, List<Double> forward, List<Double> central) {
    private static final int PER_DECADE = 3;
    private static final int DECADES = 15;
    private static final double LEAST = 1e-14;
    /** Names stand at h = 10 to the minus this, unless h itself is there. */
    private static final float NAMED = 6.4f;

    record Key(Objective objective, Vec theta, int parameter) {
    }

    /** Of one parameter, for h from 1e-15 to 1. */
    static ErrorCurve of(Objective f, Vec theta, int parameter) {
        double[] at = theta.toArray();
        List<Double> hs = IntStream.rangeClosed(-DECADES * PER_DECADE, 0).mapToObj(i -> Math.pow(10, (double) i / PER_DECADE)).toList();
        Objective evaluator = f.evaluator();
        double[] gradient = new double[at.length];
        double cost = evaluator.valueAndGradient(at, gradient);
        double[] forward = new double[hs.size()];
        double[] central = new double[hs.size()];
        for (int i = 0; i < forward.length; i++) {
            double h = hs.get(i);
            double up = at[parameter] + h;
            double down = at[parameter] - h;
            double above = valueAt(evaluator, at, parameter, up);
            double below = valueAt(evaluator, at, parameter, down);
            forward[i] = error((above - cost) / (up - theta.get(parameter)), gradient[parameter]);
            central[i] = error((above - below) / (up - down), gradient[parameter]);
        }
        return new ErrorCurve(hs, IntStream.range(0, forward.length).mapToObj(i -> forward[i]).toList(),
                IntStream.range(0, central.length).mapToObj(i -> central[i]).toList());
    }

    private static double valueAt(Objective f, double[] theta, int parameter, double value) {
        double kept = theta[parameter];
        theta[parameter] = value;
        double j = f.value(theta);
        theta[parameter] = kept;
        return j;
    }

    /** As {@link GradientCheck#error}; where h is lost beside theta the quotient is no number, and the error is whole. */
    private static double error(double numerical, double analytic) {
        return Double.isNaN(numerical) || Double.isInfinite(numerical) ? 1
                : numerical == analytic ? 0 : Math.abs(numerical - analytic) / Math.max(Math.abs(numerical), Math.abs(analytic));
    }

    void paint(Ink ink, Rectangle2D area, String letter, Focus focus) {
        Axis across = Axis.log(new Range(hs.getFirst(), hs.getLast()), "$h$, for $" + letter + "$").withGap(46);
        Axes axes = Axes.in(area, across, Axis.log(new Range(LEAST, 2), "relative error"), ink, ink.px(76));
        axes.paintGrid();
        axes.paintFrame(false);
        Rectangle2D plot = axes.plot();
        threshold(ink, axes, GradientCheck.GOOD, "good");
        threshold(ink, axes, GradientCheck.KINKS, "ok at kinks");
        threshold(ink, axes, GradientCheck.WRONG, "wrong");
        int named = hs.size() - 1 - Math.round((Math.abs(Math.log10(focus.h()) + NAMED) < 0.8f ? NAMED - 2 : NAMED) * PER_DECADE);
        line(ink, axes, forward, FORWARD, !focus.central(), "forward", named, -8);
        line(ink, axes, central, CENTRAL, focus.central(), "central", named, 12);
        double x = Ink.within(axes.x(focus.h()), plot.getX(), plot.getMaxX());
        ink.line(ink.theme().accent(), 1.25, x, plot.getY(), x, plot.getMaxY());
        ink.fill(ink.theme().accent(), Ink.circle(x, y(axes, at(focus.central() ? central : forward, focus.h())), ink.px(4)));
    }

    private static final Color FORWARD = new Color(0xD55E00);
    private static final Color CENTRAL = new Color(0x0072B2);

    /** Between the steps of h a straight line in logarithms, as drawn. */
    private double at(List<Double> errors, double h) {
        double place = Math.clamp((Math.log10(h) + DECADES) * PER_DECADE, 0, hs.size() - 1.0);
        int i = (int) Math.min(Math.floor(place), hs.size() - 2.0);
        double low = Math.log10(Math.max(errors.get(i), LEAST));
        double high = Math.log10(Math.max(errors.get(i + 1), LEAST));
        return Math.pow(10, low + (place - i) * (high - low));
    }

    private static double y(Axes axes, double error) {
        return axes.y(Math.max(error, LEAST));
    }

    private static void threshold(Ink ink, Axes axes, double error, String word) {
        Rectangle2D plot = axes.plot();
        ink.g().setColor(ink.theme().plotAxis());
        ink.g().setStroke(new BasicStroke((float) ink.px(1), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {(float) ink.px(3),
            (float) ink.px(3)}, 0));
        ink.g().draw(new Line2D.Double(plot.getX(), axes.y(error), plot.getMaxX(), axes.y(error)));
        ink.textAround(word, Face.REGULAR, Ink.SMALL, ink.theme().muted(), plot.getMaxX() + ink.px(6),
                axes.y(error) + ink.px(word.equals("wrong") ? -6 : 6), 0);
    }

    private void line(Ink ink, Axes axes, List<Double> errors, Color colour, boolean chosen, String name, int named, double dy) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < hs.size(); i++) {
            double x = axes.x(hs.get(i));
            double y = y(axes, errors.get(i));
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        ink.stroke(Tint.veil(colour, chosen ? 1 : 0.75), chosen ? 2.25 : 1.2, path);
        ink.halo(name, chosen ? Face.SEMIBOLD : Face.REGULAR, Ink.SMALL, ink.theme().text(), 3, axes.x(hs.get(named)),
                y(axes, errors.get(named)) + ink.px(dy), 0.5);
    }
}
