package thalweg.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.data.DataSet;
import thalweg.math.Crew;
import thalweg.math.Kernels;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;

/** A {@link NetworkObjective} with scratch memory for one thread, on the samples that stand first in a list. */
final class Pass implements Objective {
    /** In place of an array for the gradient: none is wanted. */
    private static final double[] NO_GRADIENT = {};

    private final NetworkObjective of;
    private final Kernels kernels;
    private final double penalty;
    private final int[] samples;
    private final int[] count;
    private final boolean whole;
    private final Propagation propagation;
    private final double[] features;
    private final double[] targets;
    private final double[] charges;
    private final BooleanSupplier cancelled;
    private final Optional<SharedPass> shared;

    /**
     * A view.
     *
     * @param samples places of samples; who made it may change it between calls
     * @param count how many of them count, in {@code count[0]}; likewise
     * @param whole whether they are all in their order, so that the features need no gathering
     */
    Pass(NetworkObjective of, Kernels kernels, double penalty, int[] samples, int[] count, boolean whole) {
        this.of = of;
        this.kernels = kernels;
        this.penalty = penalty;
        this.samples = samples;
        this.count = count;
        this.whole = whole;
        propagation = new Propagation(kernels, of.architecture(), samples.length);
        features = whole ? of.data().features() : new double[propagation.rows() * of.data().dimension()];
        targets = new double[propagation.rows()];
        charges = new double[propagation.rows() * of.architecture().outputs()];
        cancelled = Portions.NEVER;
        shared = Optional.empty();
    }

    /** Another that can be cancelled or is helped; it has the same scratch memory. */
    private Pass(Pass other, BooleanSupplier cancelled, Optional<SharedPass> shared) {
        of = other.of;
        kernels = other.kernels;
        penalty = other.penalty;
        samples = other.samples;
        count = other.count;
        whole = other.whole;
        propagation = other.propagation;
        features = other.features;
        targets = other.targets;
        charges = other.charges;
        this.cancelled = cancelled;
        this.shared = shared;
    }

    @Override
    public int dimension() {
        return of.dimension();
    }

    @Override
    public double value(double[] theta) {
        return mean(theta, NO_GRADIENT);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        Arrays.fill(gradient, 0);
        return mean(theta, gradient);
    }

    private double mean(double[] theta, double[] gradient) {
        DataSet data = of.data();
        int d = data.dimension();
        int m = count[0];
        double sum = 0;
        if (shared.isPresent()) {
            return shared.get().sum(theta, gradient, cancelled) / m + penalty(theta, gradient);
        }
        if (!propagation.load(theta, cancelled)) {
            return Double.NaN;
        }
        for (int from = 0; from < m; from += propagation.rows()) {
            int rows = Math.min(propagation.rows(), m - from);
            for (int i = 0; i < rows; i++) {
                targets[i] = data.target(samples[from + i]);
                if (!whole) {
                    System.arraycopy(data.features(), samples[from + i] * d, features, i * d, d);
                }
            }
            int at = whole ? from * d : 0;
            if (!propagation.forward(theta, rows, features, at, cancelled)) {
                return Double.NaN;
            }
            sum += of.loss().sum(kernels, rows, of.architecture().outputs(), propagation.outputs(), targets, 1.0 / m,
                    propagation.outputDelta(), charges);
            if (gradient.length > 0 && !propagation.backward(theta, rows, features, at, gradient, cancelled)) {
                return Double.NaN;
            }
        }
        return sum / m + penalty(theta, gradient);
    }

    private double penalty(double[] theta, double[] gradient) {
        if (penalty == 0) {
            return 0;
        }
        double sum = 0;
        for (Layer layer : of.architecture().layers()) {
            sum += kernels.dot(layer.weights(), theta, layer.weightsAt(), theta, layer.weightsAt());
            if (gradient.length > 0) {
                kernels.axpy(layer.weights(), penalty, theta, layer.weightsAt(), gradient, layer.weightsAt());
            }
        }
        return penalty / 2 * sum;
    }

    @Override
    public Optional<SymmetricOperator> hessianAt(double[] theta) {
        return whole ? of.hessianAt(theta) : of.on(Arrays.copyOf(samples, count[0])).hessianAt(theta);
    }

    @Override
    public Pass until(BooleanSupplier stopped) {
        return new Pass(this, stopped, shared);
    }

    @Override
    public Pass helpedBy(Crew crew) {
        return whole && SharedPass.suits(of, crew) ? new Pass(this, cancelled, Optional.of(SharedPass.of(of, kernels, crew))) : this;
    }

    @Override
    public Objective evaluator() {
        return new Pass(of, kernels, penalty, samples.clone(), count.clone(), whole);
    }

    @Override
    public Appearance appearance() {
        return of.appearance();
    }
}
