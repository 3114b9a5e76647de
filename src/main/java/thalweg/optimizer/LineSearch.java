package thalweg.optimizer;

import java.util.List;
import thalweg.objective.Objective;

/** Step lengths that are sure to go down: backtracking until the decrease is a fair part of what the slope promised. */
final class LineSearch {
    /** The part of the promised decrease that is asked for; Nocedal and Wright 2006, section 3.1: "quite small, say 1e-4". */
    private static final double FAIR = 1e-4;
    /** A decrease below the rounding of J cannot be seen, so it is not asked for. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);
    /** Halvings from 1 to below the spacing of numbers near 1. */
    private static final int TRIALS = 60;

    static final String HALVED = "The length is halved until J falls by a fair part of what the slope promises.";

    private LineSearch() {
    }

    /**
     * Moves theta along {@code p} by the first of {@code t, t/2, t/4 ...} that decreases J enough, or not at all; Nocedal and Wright,
     * algorithm 3.1.
     *
     * @param slope the derivative along p, negative
     * @return the step taken; 0 if none helped
     */
    static double backtrack(Objective f, State s, double[] p, double slope, double t) {
        double[] trial = s.scratch(3);
        double step = t;
        for (int k = 0; k < TRIALS; k++) {
            if (!along(s.theta(), p, step, trial)) {
                return 0;
            }
            if (fair(s.loss(), f.value(trial), step, slope)) {
                take(trial, s);
                return step;
            }
            step /= 2;
        }
        return 0;
    }

    /**
     * The same, but each next trial is the minimum of the parabola through what is known (Nocedal and Wright, eq. 3.57 and 3.58), and the
     * last parabola's minimum is taken if it is better still; exact on quadratics.
     */
    static double interpolate(Objective f, State s, double[] p, double slope, double t) {
        double[] trial = s.scratch(3);
        double step = t;
        for (int k = 0; k < TRIALS; k++) {
            if (!along(s.theta(), p, step, trial)) {
                return 0;
            }
            double there = f.value(trial);
            double lowest = parabola(s.loss(), slope, step, there);
            if (fair(s.loss(), there, step, slope)) {
                double better = Math.min(lowest, 10 * step);
                if (better > 0) {
                    along(s.theta(), p, better, trial);
                    if (f.value(trial) < there) {
                        take(trial, s);
                        return better;
                    }
                    along(s.theta(), p, step, trial);
                }
                take(trial, s);
                return step;
            }
            step = lowest > 0 ? Math.clamp(lowest, 0.1 * step, 0.5 * step) : 0.1 * step;
        }
        return 0;
    }

    /**
     * Where the parabola with value and slope at 0 and a value at {@code step} is lowest; negative, infinite or NaN if it has no such
     * place.
     */
    private static double parabola(double here, double slope, double step, double there) {
        return -slope * step * step / (2 * (there - here - slope * step));
    }

    private static boolean fair(double here, double there, double step, double slope) {
        return there <= here + FAIR * step * slope + ROUNDING * Math.abs(here);
    }

    /** The trial point; false if it is theta itself, because the step is below the spacing of numbers there. */
    private static boolean along(double[] theta, double[] p, double step, double[] trial) {
        boolean moved = false;
        for (int i = 0; i < theta.length; i++) {
            trial[i] = theta[i] + step * p[i];
            moved |= trial[i] != theta[i];
        }
        return moved;
    }

    private static void take(double[] trial, State s) {
        System.arraycopy(trial, 0, s.theta(), 0, trial.length);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** One of the searches. */
    @FunctionalInterface
    interface Search {
        double along(Objective f, State s, double[] p, double slope, double t);
    }

    /**
     * The lines of a search from theta along {@code p} and of the move that follows.
     *
     * @param first the first length tried
     * @param latex of the length found
     * @param words how it is found
     */
    static List<Line> lines(double first, String latex, Search search, String words) {
        return List.of(
                Line.step("slope", "J'", "dot(g, p)", "How fast J falls along the direction.").quiet(),
                Line.code(Line.Kind.STEP, "length", latex, Memory.Shape.SCALAR, "\\mathrm{search}\\;\\; J(\\theta + " + latex + "\\,p)", scope -> {
                    double slope = scope.number("slope");
                    return new double[] {slope < 0 ? search.along(scope.objective(), scope.state(), scope.numbers("p").clone(), slope, first) : 0};
                }, words),
                Line.theta("theta + length*p"));
    }
}
