package thalweg.objective;

import java.util.stream.IntStream;
import thalweg.math.Vec;

/**
 * The gradient beside difference quotients, parameter by parameter: the lecture's table.
 *
 * @param at the point
 * @param cost J there
 * @param h the step
 * @param central whether the quotient is {@code (J(theta + h e) - J(theta - h e)) / 2h} instead of {@code (J(theta + h e) - J(theta)) / h}
 * @param above J one step above, by parameter
 * @param below J one step below, by parameter; J itself if not central
 * @param gradient what the objective says
 */
public record GradientCheck(Vec at, double cost, double h, boolean central, Vec above, Vec below, Vec gradient) {
    /** Up to here a relative error is good. The thresholds are those of the cs231n notes, for double precision. */
    public static final double GOOD = 1e-7;
    /** Up to here it is acceptable only where J has kinks. */
    public static final double KINKS = 1e-4;
    /** Beyond, the gradient is wrong. */
    public static final double WRONG = 1e-2;

    /**
     * Makes the table.
     *
     * @param theta the point; not modified
     * @param h greater than 0
     */
    public static GradientCheck of(Objective objective, double[] theta, double h, boolean central) {
        if (!(h > 0 && Double.isFinite(h))) {
            throw new IllegalArgumentException("h must be a finite number > 0, but was " + h);
        }
        Objective f = objective.evaluator();
        int n = theta.length;
        double[] gradient = new double[n];
        double cost = f.valueAndGradient(theta, gradient);
        double[] above = new double[n];
        double[] below = new double[n];
        double[] moved = theta.clone();
        for (int i = 0; i < n; i++) {
            moved[i] = theta[i] + h;
            above[i] = f.value(moved);
            moved[i] = theta[i] - h;
            below[i] = central ? f.value(moved) : cost;
            moved[i] = theta[i];
        }
        return new GradientCheck(Vec.of(theta), cost, h, central, Vec.of(above), Vec.of(below), Vec.of(gradient));
    }

    /** The difference quotient in a parameter, over the distance that is representable. */
    public double numerical(int i) {
        double up = at.get(i) + h;
        double down = central ? at.get(i) - h : at.get(i);
        return (above.get(i) - below.get(i)) / (up - down);
    }

    /** {@code |numerical - analytic| / max(|numerical|, |analytic|)}; 0 where both are 0. */
    public double error(int i) {
        double numerical = numerical(i);
        double analytic = gradient.get(i);
        return numerical == analytic ? 0 : Math.abs(numerical - analytic) / Math.max(Math.abs(numerical), Math.abs(analytic));
    }

    /** The parameter with the largest error; one whose error is no number comes first. */
    public int worst() {
        return IntStream.range(0, at.size()).reduce((a, b) -> Double.isNaN(error(a)) || error(a) >= error(b) ? a : b).orElseThrow();
    }

    /** What the largest error means, in a word. */
    public String verdict() {
        double error = error(worst());
        return error <= GOOD ? "good" : error <= KINKS ? "acceptable where J has kinks" : error <= WRONG ? "suspicious" : "wrong";
    }
}
