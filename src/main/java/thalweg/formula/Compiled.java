package thalweg.formula;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import thalweg.math.Differences;

/**
 * Generated code with its last resort: where a derivative comes out as "not a number" although the value is finite (a removable singularity, an
 * overflow inside), the difference quotient stands in.
 *
 * <p>Only there is anything allocated. Where the value is not a number, neither is any part of the gradient. A zero is never negative: people read
 * these numbers.
 */
final class Compiled implements CompiledFormula {
    private final Expr lowered;
    private final Evaluation value;
    private final Evaluation gradient;
    private final Supplier<Optional<Evaluation>> secondDerivatives;
    private final AtomicReference<Optional<Evaluation>> hessian = new AtomicReference<>();

    /**
     * With the function that {@code value} computes, and second derivatives that are generated when first asked for, or are none because they would
     * be too large.
     */
    Compiled(Expr lowered, Evaluation value, Evaluation gradient, Supplier<Optional<Evaluation>> secondDerivatives) {
        this.lowered = lowered;
        this.value = value;
        this.gradient = gradient;
        this.secondDerivatives = secondDerivatives;
    }

    @Override
    public double value(double[] theta, double[] knobs) {
        return value.at(theta, knobs, theta) + 0.0;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] knobs, double[] result) {
        double v = gradient.at(theta, knobs, result) + 0.0;
        double sum = v;
        for (int i = 0; i < result.length; i++) {
            result[i] += 0.0;
            sum += result[i];
        }
        if (Double.isNaN(sum)) {
            repair(theta, knobs, v, result);
        }
        return v;
    }

    private void repair(double[] theta, double[] knobs, double v, double[] result) {
        if (Double.isNaN(v)) {
            Arrays.fill(result, Double.NaN);
        }
        for (int i = 0; i < result.length && Double.isFinite(v); i++) {
            if (Double.isNaN(result[i])) {
                result[i] = difference(theta, knobs, v, i);
            }
        }
    }

    /** The central difference, or the one-sided one where only that side has values. */
    private double difference(double[] theta, double[] knobs, double v, int i) {
        double h = Differences.STEP * Math.max(1, Math.abs(theta[i]));
        double central = Differences.partial(t -> value(t, knobs), theta, i, h);
        if (Double.isFinite(central)) {
            return central;
        }
        double[] at = theta.clone();
        at[i] = theta[i] + h;
        double forward = (value(at, knobs) - v) / (at[i] - theta[i]);
        at[i] = theta[i] - h;
        double backward = (v - value(at, knobs)) / (theta[i] - at[i]);
        return Double.isFinite(forward) ? forward : backward;
    }

    @Override
    public void hessian(double[] theta, double[] knobs, double[] result) {
        Optional<Evaluation> exact = exactHessian();
        if (exact.isEmpty()) {
            System.arraycopy(differences(theta, knobs), 0, result, 0, result.length);
            return;
        }
        exact.get().at(theta, knobs, result);
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] += 0.0;
            sum += result[i];
        }
        double value = value(theta, knobs);
        if (Double.isNaN(value)) {                                // (ln x)'' = -1/x^2 has numbers where ln has none
            Arrays.fill(result, Double.NaN);
        } else if (Double.isNaN(sum) && Double.isFinite(value)) {
            double[] instead = differences(theta, knobs);
            for (int i = 0; i < result.length; i++) {
                result[i] = Double.isNaN(result[i]) ? instead[i] : result[i];
            }
        }
    }

    @Override
    public Along along(int variable, double[] at, double[] knobs) {
        return new Along(lowered, variable, at, knobs);
    }

    private Optional<Evaluation> exactHessian() {
        if (hessian.get() == null) {
            hessian.compareAndSet(null, secondDerivatives.get());
        }
        return hessian.get();
    }

    private double[] differences(double[] theta, double[] knobs) {
        return Differences.hessian(t -> {
            double[] g = new double[t.length];
            valueAndGradient(t, knobs, g);
            return g;
        }, theta);
    }
}
