package thalweg.math;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Derivatives by central differences: the independent partner that exact derivatives are checked against, never what an optimizer descends on.
 *
 * <p>The step is {@code STEP * max(1, |x_i|)}; the quotient is taken over the distance that is representable, not over twice the step.
 */
public final class Differences {
    /** Balances truncation O(h^2) against rounding O(eps / h) in a central difference: the cube root of the machine epsilon, 6.1e-6. */
    public static final double STEP = Math.cbrt(Math.ulp(1.0));

    private Differences() {
    }

    /**
     * The gradient of {@code f}, good to about 1e-10 relative to the size of {@code f} and its third derivatives.
     *
     * @param x the point; not modified
     */
    public static double[] gradient(ToDoubleFunction<double[]> f, double[] x) {
        double[] gradient = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = partial(f, x, i, STEP * Math.max(1, Math.abs(x[i])));
        }
        return gradient;
    }

    /**
     * The central difference {@code (f(x + h e_i) - f(x - h e_i)) / 2h} in one coordinate.
     *
     * @param x the point; not modified
     * @param h step, greater than 0; the distance used is the representable one
     */
    public static double partial(ToDoubleFunction<double[]> f, double[] x, int i, double h) {
        double[] at = x.clone();
        double up = x[i] + h;
        double down = x[i] - h;
        at[i] = up;
        double above = f.applyAsDouble(at);
        at[i] = down;
        double below = f.applyAsDouble(at);
        return (above - below) / (up - down);
    }

    /**
     * The Hessian, row by row, as differences of a gradient; symmetrised.
     *
     * @param gradient gives the gradient at its argument as an array of its own
     * @param x        the point; not modified
     */
    public static double[] hessian(UnaryOperator<double[]> gradient, double[] x) {
        int n = x.length;
        double[] hessian = new double[n * n];
        double[] at = x.clone();
        for (int i = 0; i < n; i++) {
            double h = STEP * Math.max(1, Math.abs(x[i]));
            double up = x[i] + h;
            double down = x[i] - h;
            at[i] = up;
            double[] above = gradient.apply(at.clone());
            at[i] = down;
            double[] below = gradient.apply(at.clone());
            at[i] = x[i];
            for (int j = 0; j < n; j++) {
                double half = (above[j] - below[j]) / (up - down) / 2;
                hessian[i * n + j] += half;
                hessian[j * n + i] += half;
            }
        }
        return hessian;
    }
}
