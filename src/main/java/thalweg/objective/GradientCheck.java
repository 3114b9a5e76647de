package thalweg.objective;

import java.util.List;
import java.util.stream.IntStream;
import thalweg.math.Vec;

/**
 * The gradient beside difference quotients, parameter by parameter: the lecture's table.
 *
 * @param parameters which parameters its rows are about, each by its place in theta
 * @param at theta itself, row by row
 * @param cost J there
 * @param h the step
 * @param central whether the quotient is {@code (J(theta + h e) - J(theta - h e)) / 2h} instead of {@code (J(theta + h e) - J(theta)) / h}
 * @param above J one step above, row by row
 * @param below J one step below, row by row
 * @param gradient what the objective says
 */
public record GradientCheck(List<Integer> parameters, Vec at, double cost, double h, boolean central, Vec above, Vec below, Vec gradient) {
    /** Up to here a relative error is good. The thresholds are those of the cs231n notes, for double precision. */
    public static final double GOOD = 1e-7;
    /** Up to here it is acceptable only where J has kinks. */
    public static final double KINKS = 1e-4;
    /** Beyond, the gradient is wrong. */
    public static final double WRONG = 1e-2;

    public GradientCheck {
        parameters = List.copyOf(parameters);
    }

    /**
     * Makes the table of all parameters.
     *
     * @param theta the point; not modified
     * @param h greater than 0
     */
    public static GradientCheck of(Objective objective, double[] theta, double h, boolean central) {
        return of(objective, theta, h, central, IntStream.range(0, theta.length).boxed().toList());
    }

    /**
     * Makes the table of some parameters, at least one.
     *
     * @param theta the point; not modified
     * @param h greater than 0
     */
    public static GradientCheck of(Objective objective, double[] theta, double h, boolean central, List<Integer> parameters) {
        if (!(h > 0 && Double.isFinite(h))) {
            throw new IllegalArgumentException("h must be a finite number > 0, but was " + h);
        }
        Objective f = objective.evaluator();
        int rows = parameters.size();
        double[] gradient = new double[theta.length];
        double cost = f.valueAndGradient(theta, gradient);
        double[] at = new double[rows];
        double[] above = new double[rows];
        double[] below = new double[rows];
        double[] exact = new double[rows];
        double[] moved = theta.clone();
        for (int row = 0; row < rows; row++) {
            int i = parameters.get(row);
            at[row] = theta[i];
            exact[row] = gradient[i];
            moved[i] = theta[i] + h;
            above[row] = f.value(moved);
            moved[i] = theta[i] - h;
            below[row] = f.value(moved);
            moved[i] = theta[i];
        }
        return new GradientCheck(parameters, Vec.of(at), cost, h, central, Vec.of(above), Vec.of(below), Vec.of(exact));
    }

    /** The difference quotient of a row, over the distance that is representable. */
    public double numerical(int i) {
        return quotient(i, central);
    }

    private double quotient(int i, boolean both) {
        double up = at.get(i) + h;
        double down = both ? at.get(i) - h : at.get(i);
        return (above.get(i) - (both ? below.get(i) : cost)) / (up - down);
    }

    /** {@code |numerical - analytic| / max(|numerical|, |analytic|)}; 0 where both are 0. */
    public double error(int i) {
        return error(numerical(i), gradient.get(i));
    }

    private static double error(double numerical, double analytic) {
        return numerical == analytic ? 0 : Math.abs(numerical - analytic) / Math.max(Math.abs(numerical), Math.abs(analytic));
    }

    /**
     * Whether a row's two derivatives differ by no more than the rounding of J explains, so that its error means nothing: four units in the last
     * place of J, or of 1 if that is more, over h: a cost near 0 comes from numbers near 1 that cancel.
     */
    public boolean isWithinRounding(int i) {
        return Math.abs(numerical(i) - gradient.get(i)) <= 4 * Math.ulp(Math.max(1, Math.abs(cost))) / h;
    }

    /**
     * Whether a row's error is that of its forward difference, which leans to one side by h/2 times the bend of J, and not of the gradient: with the
     * same h a central difference, which does not lean, is at least ten times nearer to the gradient. The thresholds are meant for central ones.
     */
    public boolean isWithinBend(int i) {
        return !central && error(quotient(i, true), gradient.get(i)) <= error(i) / 10;
    }

    /** The row with the largest error; one whose error is no number comes first. */
    public int worst() {
        return IntStream.range(0, at.size()).reduce((a, b) -> Double.isNaN(error(a)) || error(a) >= error(b) ? a : b).orElseThrow();
    }

    /** What the largest error means, in a word; one that h or rounding explains is no fault of the gradient. */
    public String verdict() {
        return verdict(worst());
    }

    /** What the error of a row means, in a word. */
    public String verdict(int i) {
        double error = error(i);
        return error <= GOOD ? verdict(error) : isWithinRounding(i) ? "within rounding" : isWithinBend(i) ? "as forward differences with this h allow"
                : verdict(error);
    }

    /** What a relative error means, in a word. */
    public static String verdict(double error) {
        return error <= GOOD ? "good" : error <= KINKS ? "acceptable where J has kinks" : error <= WRONG ? "suspicious" : "wrong";
    }
}
