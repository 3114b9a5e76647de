package thalweg.slice;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Eigenpair;
import thalweg.math.Kernels;
import thalweg.math.Lanczos;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.objective.Section;

/**
 * The smallest eigenvalue of another objective's Hessian, as a function of the parameters: below 0 the cost curves downward in some direction.
 * Of one or two parameters it is exact, else as the search says. It is sampled like any objective; its own gradient is not known.
 *
 * @param of the objective
 * @param search whose tolerance, iterations and seed are used
 */
public record LeastEigenvalue(Objective of, CurvatureSearch search) implements Objective {
    /** Products that a search usually takes, and multiplications of one beside those of a value: there and back, twice. */
    private static final double PRODUCTS = 40;
    private static final double OF_A_PRODUCT = 6;

    /**
     * Of an objective that has a Hessian.
     *
     * @throws IllegalArgumentException if it has none
     */
    public LeastEigenvalue {
        if (of.evaluator().hessianAt(of.appearance().start().toArray()).isEmpty()) {
            throw new IllegalArgumentException(of.appearance().name() + " has no Hessian, and so no curvature can be told");
        }
    }

    @Override
    public int dimension() {
        return of.dimension();
    }

    @Override
    public double value(double[] theta) {
        return value(of.evaluator(), theta, new double[4], () -> false);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        throw new UnsupportedOperationException("the gradient of an eigenvalue is not known");
    }

    @Override
    public Appearance appearance() {
        return of.appearance();
    }

    /** NaN where the Hessian is not finite, or nothing was found before it was cancelled. */
    private double value(Objective f, double[] theta, double[] hessian, BooleanSupplier cancelled) {
        int n = f.dimension();
        if (n <= 2 && f.hasHessian()) {
            f.hessian(theta, hessian);
            return n == 1 ? hessian[0] : least(hessian[0], (hessian[1] + hessian[2]) / 2, hessian[3]);
        }
        return f.hessianAt(theta).map(h -> least(h, cancelled)).orElse(Double.NaN);
    }

    /** The smaller root of {@code (a - l)(c - l) = b b}, without loss of digits where it is far smaller than the other. */
    static double least(double a, double b, double c) {
        double largest = Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c)));
        int exponent = largest > 0 && Double.isFinite(largest) ? Math.getExponent(largest) : 0;
        double p = Math.scalb(a, -exponent);                      // so that no square is too large or small
        double q = Math.scalb(b, -exponent);
        double r = Math.scalb(c, -exponent);
        double mean = (p + r) / 2;
        double half = Math.hypot((p - r) / 2, q);
        if (!(mean > 0)) {
            return Math.scalb(mean - half, exponent);
        }
        double square = q * q;                                    // p r - q q as exact as numbers are, by Kahan
        double determinant = Math.fma(p, r, -square) + Math.fma(-q, q, square);
        return Math.scalb(determinant / (mean + half), exponent);
    }

    private double least(SymmetricOperator hessian, BooleanSupplier cancelled) {
        return new Lanczos(0, 1, search.tolerance(), search.iterations(), search.seed()).of(hessian, cancelled, _ -> { })
                .bottom().stream().mapToDouble(Eigenpair::value).findFirst().orElse(Double.NaN);
    }

    /** As the points one by one, but each is given up soon when nobody wants it, and the first stage is as coarse as they are slow. */
    @Override
    public Optional<Section> section(double[] origin, double[] u, double[] v) {
        double value = of.section(origin, u, v).map(Section::work).orElse((double) dimension());
        double[] across = v.length == 0 ? new double[u.length] : v;
        return Optional.of(new Section() {
            @Override
            public double work() {
                return dimension() <= 2 ? dimension() : PRODUCTS * OF_A_PRODUCT * value;
            }

            @Override
            public Reader reader() {
                return new Points(origin, u, across);
            }
        });
    }

    /** One thread's way to eigenvalues. */
    private final class Points implements Section.Reader {
        private final Objective evaluator = of.evaluator();
        private final double[] origin;
        private final double[] u;
        private final double[] v;
        private final double[] theta;
        private final double[] hessian = new double[4];
        private final double[][] places = new double[1][];

        Points(double[] origin, double[] u, double[] v) {
            this.origin = origin;
            this.u = u;
            this.v = v;
            theta = new double[origin.length];
        }

        @Override
        public void places(double[] a) {
            places[0] = a;
        }

        @Override
        public void values(double b, double[] values, BooleanSupplier cancelled) {
            for (int k = 0; k < places[0].length && !cancelled.getAsBoolean(); k++) {
                Kernels.fastest().plane(theta.length, origin, 0, places[0][k], u, 0, b, v, 0, theta, 0);
                double found = value(evaluator, theta, hessian, cancelled);
                values[k] = cancelled.getAsBoolean() ? Double.NaN : found;
            }
        }
    }
}
