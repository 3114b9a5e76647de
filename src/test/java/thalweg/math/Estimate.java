package thalweg.math;

import java.util.function.ToDoubleFunction;

/**
 * A derivative by differences with what is known of its error.
 *
 * @param value from two steps, extrapolated (Richardson 1911)
 * @param error how much the two differ: more than the error of {@code value} while the function is smooth on the scale of the step
 */
public record Estimate(double value, double error) {
    /**
     * The derivative in one coordinate from the usual step and its half; for functions that oscillate or curve so much that one step is too coarse.
     */
    public static Estimate of(ToDoubleFunction<double[]> f, double[] x, int i) {
        double h = Differences.STEP * Math.max(1, Math.abs(x[i]));
        double coarse = Differences.partial(f, x, i, h);
        double fine = Differences.partial(f, x, i, h / 2);
        return new Estimate(fine + (fine - coarse) / 3, Math.abs(fine - coarse));
    }
}
