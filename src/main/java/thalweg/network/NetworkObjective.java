package thalweg.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.math.Kernels;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.objective.SampledObjective;
import thalweg.objective.Section;

/**
 * The cost of a network on data, {@code J = 1/m sum loss + lambda/(2m) sum w^2} over weights but not biases. Its gradient is backpropagated.
 *
 * <p>The penalty's m is that of all data, on a batch too, so that the mean of a batch's J over all batches of one size is J.
 */
public final class NetworkObjective implements SampledObjective {
    private final Kernels kernels;
    private final Architecture architecture;
    private final Loss loss;
    private final DataSet data;
    private final double penalty;                                 // lambda / m
    private final Appearance appearance;

    /**
     * The cost.
     *
     * @param data as the model sees it; lent, not copied
     * @param lambda weight of the penalty, 0 for none
     * @throws IllegalArgumentException if network and data do not fit, or lambda is negative or not finite
     */
    NetworkObjective(Kernels kernels, Architecture architecture, Loss loss, DataSet data, double lambda, Appearance appearance) {
        this(kernels, architecture, loss, appearance, data, lambda / data.size());
        if (!(lambda >= 0 && Double.isFinite(lambda))) {
            throw new IllegalArgumentException("l2 must be a finite number >= 0, but was " + lambda);
        }
        if (architecture.inputs() != data.dimension() || architecture.outputs() != loss.outputs(data)) {
            throw new IllegalArgumentException("a network of " + architecture.inputs() + " inputs and " + architecture.outputs()
                    + " outputs cannot learn " + data.name() + " with " + data.dimension() + " features and " + loss.outputs(data) + " outputs");
        }
    }

    private NetworkObjective(Kernels kernels, Architecture architecture, Loss loss, Appearance appearance, DataSet data, double penalty) {
        this.kernels = kernels;
        this.architecture = architecture;
        this.loss = loss;
        this.data = data;
        this.penalty = penalty;
        this.appearance = appearance;
    }

    public Architecture architecture() {
        return architecture;
    }

    public Loss loss() {
        return loss;
    }

    /** Whether weights are charged too. */
    public boolean hasPenalty() {
        return penalty > 0;
    }

    /** The samples, as the model sees them. */
    public DataSet data() {
        return data;
    }

    @Override
    public int dimension() {
        return architecture.dimension();
    }

    @Override
    public int samples() {
        return data.size();
    }

    /** Convenient, but it makes scratch memory each time; repeat with an {@link #evaluator()}. */
    @Override
    public double value(double[] theta) {
        return evaluator().value(theta);
    }

    /** Convenient, but it makes scratch memory each time; repeat with an {@link #evaluator()}. */
    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return evaluator().valueAndGradient(theta, gradient);
    }

    /** By Pearlmutter's R-operator, without the Hessian itself; the curvature of kinks (ReLU, hinge) does not show. */
    @Override
    public Optional<SymmetricOperator> hessianAt(double[] theta) {
        return Optional.of(new NetworkHessian(kernels, architecture, loss, data, penalty, theta));
    }

    @Override
    public Objective evaluator() {
        return new Pass(this, kernels, penalty, IntStream.range(0, data.size()).toArray(), new int[] {data.size()}, true);
    }

    @Override
    public Optional<Section> section(double[] origin, double[] u, double[] v) {
        return section(origin, u, v, Portions.NEVER);
    }

    @Override
    public Optional<Section> section(double[] origin, double[] u, double[] v, BooleanSupplier cancelled) {
        return Optional.of(new NetworkSection(this, kernels, penalty, origin, u, v, NetworkSection.MOST, cancelled));
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }

    @Override
    public SampledObjective on(int... samples) {
        return new NetworkObjective(kernels, architecture, loss, appearance, data.take(samples), penalty);
    }

    @Override
    public Objective batches(int size, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException("a batch must have at least 1 sample, but was to have " + size);
        }
        return size >= data.size() ? this : new Batches(this, size, seed);
    }

    /** One thread's view of some batches of this. */
    Pass pass(int[] samples, int[] count) {
        return new Pass(this, kernels, penalty, samples, count, false);
    }

    /**
     * The outputs of the network: numbers or scores, one row for each row of features.
     *
     * @param theta the parameters
     * @param features rows of {@link Architecture#inputs()}; any samples, not only those of the data
     */
    public double[] outputs(double[] theta, double[] features) {
        return outputs(theta, features, Portions.NEVER);
    }

    /** The outputs; once cancelled, of no use. */
    private double[] outputs(double[] theta, double[] features, BooleanSupplier cancelled) {
        int rows = features.length / architecture.inputs();
        int k = architecture.outputs();
        double[] outputs = new double[rows * k];
        Propagation pass = new Propagation(kernels, architecture, Math.max(1, rows));
        boolean goesOn = pass.load(theta, cancelled);
        for (int from = 0; from < rows && goesOn; from += pass.rows()) {
            int count = Math.min(pass.rows(), rows - from);
            goesOn = pass.forward(theta, count, features, from * architecture.inputs(), cancelled);
            System.arraycopy(pass.outputs(), 0, outputs, from * k, count * k);
        }
        return outputs;
    }

    /**
     * The way of one of the samples through the network and back.
     *
     * @param theta the parameters
     * @param sample from 0
     */
    public Trace trace(double[] theta, int sample) {
        return Trace.of(kernels, architecture, loss, data, theta, sample);
    }

    /**
     * What every layer makes of samples: f(z), plus what came in where it is skipped over; of the last layer the scores.
     *
     * @param features rows of {@link Architecture#inputs()}; any samples
     * @return one array for each layer, row by row
     */
    public List<double[]> activations(double[] theta, double[] features) {
        int rows = features.length / architecture.inputs();
        List<Layer> layers = architecture.layers();
        List<double[]> all = layers.stream().map(layer -> new double[rows * layer.out()]).toList();
        Propagation pass = new Propagation(kernels, architecture, Math.max(1, rows));
        pass.load(theta, Portions.NEVER);
        for (int from = 0; from < rows; from += pass.rows()) {
            int count = Math.min(pass.rows(), rows - from);
            pass.forward(theta, count, features, from * architecture.inputs(), Portions.NEVER);
            for (int l = 0; l < layers.size(); l++) {
                int out = layers.get(l).out();
                System.arraycopy(pass.activations(l), 0, all.get(l), from * out, count * out);
            }
        }
        return all;
    }

    /** What scores mean, row by row: probabilities for the cross-entropies, for other losses the scores themselves. */
    public double[] probabilities(double[] scores) {
        int k = architecture.outputs();
        double[] all = new double[scores.length];
        for (int at = 0; at < scores.length; at += k) {
            System.arraycopy(loss.meaning(kernels, k, Arrays.copyOfRange(scores, at, at + k)), 0, all, at, k);
        }
        return all;
    }

    /** The part of all samples whose class is found: the highest score, or for a single one the side of its threshold. NaN for regression. */
    public double accuracy(double[] theta) {
        return accuracy(theta, Portions.NEVER);
    }

    /** The same; once cancelled, of no use. */
    public double accuracy(double[] theta, BooleanSupplier cancelled) {
        if (!data.isClassified()) {
            return Double.NaN;
        }
        int k = architecture.outputs();
        double threshold = loss == Loss.MEAN_SQUARED ? 0.5 : 0;
        double[] z = outputs(theta, data.features(), cancelled);
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            int found = 0;
            if (k == 1) {
                found = z[i] > threshold ? 1 : 0;
            }
            for (int j = 1; j < k; j++) {
                found = z[i * k + j] > z[i * k + found] ? j : found;
            }
            right += found == data.label(i) ? 1 : 0;
        }
        return (double) right / data.size();
    }

    @Override
    public String toString() {
        return appearance.name() + " " + Arrays.toString(architecture.layers().stream().mapToInt(Layer::out).toArray());
    }
}
