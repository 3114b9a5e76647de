package thalweg.objective;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.SymmetricOperator;

/**
 * An objective whose gradient carries seeded Gaussian noise, to imitate stochastic gradients on any function; value and Hessian stay exact.
 *
 * <p>Component i at a step gets {@code sigma z}, z standard normal and addressed by seed, step and i: whatever is asked within one step
 * (a look-ahead point, a line search) sees the same noise, as it would the same mini-batch. Only an {@link #evaluator()} has a step;
 * the objective itself stays at step 0.
 */
public final class NoisyObjective implements Objective {
    private final Objective exact;
    private final double sigma;
    private final long seed;

    /**
     * The objective with noise.
     *
     * @param sigma standard deviation in every component, 0 or more
     * @throws IllegalArgumentException if sigma is negative or not finite
     */
    public NoisyObjective(Objective exact, double sigma, long seed) {
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException("noise must be a finite number >= 0, but was " + sigma);
        }
        this.exact = exact;
        this.sigma = sigma;
        this.seed = seed;
    }

    @Override
    public int dimension() {
        return exact.dimension();
    }

    @Override
    public double value(double[] theta) {
        return exact.value(theta);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return noisy(exact, theta, gradient, 0);
    }

    private double noisy(Objective objective, double[] theta, double[] gradient, int step) {
        double value = objective.valueAndGradient(theta, gradient);
        int n = dimension();
        if (sigma > 0) {
            for (int i = 0; i < n; i++) {
                gradient[i] += sigma * Chance.gaussian(seed, Purpose.GRADIENT_NOISE, (long) step * n + i);
            }
        }
        return value;
    }

    @Override
    public boolean hasHessian() {
        return exact.hasHessian();
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        exact.hessian(theta, hessian);
    }

    @Override
    public Optional<SymmetricOperator> hessianAt(double[] theta) {
        return exact.hessianAt(theta);
    }

    @Override
    public Objective evaluator() {
        return new Evaluator(exact.evaluator(), new int[1]);
    }

    /**
     * Refused: an objective is shared between threads and cannot be at a step.
     *
     * @throws IllegalStateException always, unless the step is 0
     */
    @Override
    public void toStep(int step) {
        if (step != 0) {
            throw new IllegalStateException("only an evaluator() can be told the step");
        }
    }

    @Override
    public Appearance appearance() {
        return exact.appearance();
    }

    /** One thread's view, at the step in {@code step[0]}. */
    private final class Evaluator implements Objective {
        private final Objective inner;
        private final int[] step;

        private Evaluator(Objective inner, int[] step) {
            this.inner = inner;
            this.step = step;
        }

        @Override
        public int dimension() {
            return inner.dimension();
        }

        @Override
        public double value(double[] theta) {
            return inner.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return noisy(inner, theta, gradient, step[0]);
        }

        @Override
        public boolean hasHessian() {
            return inner.hasHessian();
        }

        @Override
        public void hessian(double[] theta, double[] hessian) {
            inner.hessian(theta, hessian);
        }

        @Override
        public Optional<SymmetricOperator> hessianAt(double[] theta) {
            return inner.hessianAt(theta);
        }

        @Override
        public Objective evaluator() {
            return new Evaluator(inner.evaluator(), step.clone());
        }

        @Override
        public Objective until(BooleanSupplier cancelled) {
            return new Evaluator(inner.until(cancelled), step);
        }

        @Override
        public void toStep(int now) {
            step[0] = now;
            inner.toStep(now);
        }

        @Override
        public Appearance appearance() {
            return inner.appearance();
        }
    }
}
