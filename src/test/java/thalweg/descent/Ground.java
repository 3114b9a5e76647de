package thalweg.descent;

import java.util.Arrays;
import java.util.List;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;

/** Objectives to walk on in tests, in closed form. */
public interface Ground extends Objective {
    @Override
    default boolean hasHessian() {
        return true;
    }

    @Override
    default Appearance appearance() {
        List<Range> window = List.of(new Range(-2, 2));
        return new Appearance(getClass().getSimpleName(), "", List.of("x"), window, Vec.of(new double[dimension()]), List.of());
    }

    /** Half the sum of {@code curvature_i theta_i^2}. */
    record Bowl(double... curvatures) implements Ground {
        @Override
        public int dimension() {
            return curvatures.length;
        }

        @Override
        public double value(double[] theta) {
            double sum = 0;
            for (int i = 0; i < curvatures.length; i++) {
                sum += curvatures[i] * theta[i] * theta[i] / 2;
            }
            return sum;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            for (int i = 0; i < curvatures.length; i++) {
                gradient[i] = curvatures[i] * theta[i];
            }
            return value(theta);
        }

        @Override
        public void hessian(double[] theta, double[] hessian) {
            for (int i = 0; i < hessian.length; i++) {
                hessian[i] = i % (curvatures.length + 1) == 0 ? curvatures[i / (curvatures.length + 1)] : 0;
            }
        }
    }

    /** {@code (1 - x)^2 + 100 (y - x^2)^2}. */
    record Rosenbrock() implements Ground {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] t) {
            double a = 1 - t[0];
            double b = t[1] - t[0] * t[0];
            return a * a + 100 * b * b;
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            double b = t[1] - t[0] * t[0];
            gradient[0] = -2 * (1 - t[0]) - 400 * t[0] * b;
            gradient[1] = 200 * b;
            return value(t);
        }

        @Override
        public void hessian(double[] t, double[] h) {
            h[0] = 2 - 400 * t[1] + 1200 * t[0] * t[0];
            h[1] = -400 * t[0];
            h[2] = h[1];
            h[3] = 200;
        }
    }

    /** {@code (x + 2y - 7)^2 + (2x + y - 5)^2}. */
    record Booth() implements Ground {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] t) {
            double a = t[0] + 2 * t[1] - 7;
            double b = 2 * t[0] + t[1] - 5;
            return a * a + b * b;
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            double a = t[0] + 2 * t[1] - 7;
            double b = 2 * t[0] + t[1] - 5;
            gradient[0] = 2 * a + 4 * b;
            gradient[1] = 4 * a + 2 * b;
            return value(t);
        }

        @Override
        public void hessian(double[] t, double[] h) {
            h[0] = 10;
            h[1] = 8;
            h[2] = 8;
            h[3] = 10;
        }
    }

    /** {@code x^2 - y^2}: no way down ends. */
    record Saddle() implements Ground {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] t) {
            return t[0] * t[0] - t[1] * t[1];
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            gradient[0] = 2 * t[0];
            gradient[1] = -2 * t[1];
            return value(t);
        }

        @Override
        public void hessian(double[] t, double[] h) {
            h[0] = 2;
            h[1] = 0;
            h[2] = 0;
            h[3] = -2;
        }
    }

    /** Not a number anywhere. */
    record Nowhere() implements Ground {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] t) {
            return Double.NaN;
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            gradient[0] = Double.NaN;
            gradient[1] = Double.NaN;
            return Double.NaN;
        }

        @Override
        public void hessian(double[] t, double[] h) {
            Arrays.fill(h, Double.NaN);
        }
    }
}
