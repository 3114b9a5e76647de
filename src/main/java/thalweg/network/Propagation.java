package thalweg.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Kernels;

/**
 * The forward and backward pass through a network, with scratch memory for one thread (Rumelhart, Hinton and Williams 1986).
 *
 * <p>Whoever waits is asked between {@link Portions}; each pass tells whether it was never cancelled, and left nothing of use if it was.
 *
 * <p>Samples go through in blocks of rows. Every sum of a gradient runs over samples in their order; a cost is the sum of the blocks' sums.
 */
final class Propagation {
    private static final double[] NO_GRADIENT = {};
    /** Rows of a block: the activations of a layer of 100 units stay in the second-level cache. */
    static final int BLOCK = 128;

    private final Kernels kernels;
    private final Architecture architecture;
    private final int rows;
    private final double[][] transposed;                          // W^T of each layer
    private final double[][] z;
    private final double[][] units;                               // f(z)
    private final double[][] activations;                         // the same, plus the input where it is skipped over
    private final double[][] delta;                               // dJ/dz
    private final double[][] above;                               // dJ/d(output of the layer); the last layer has none
    private final double[] spare;

    /**
     * Scratch memory.
     *
     * @param samples the most that will pass at once; blocks are no larger
     */
    Propagation(Kernels kernels, Architecture architecture, int samples) {
        this(kernels, architecture, samples, architecture.layers().stream().map(layer -> new double[layer.weights()]).toArray(double[][]::new));
    }

    private Propagation(Kernels kernels, Architecture architecture, int samples, double[][] transposed) {
        this.kernels = kernels;
        this.architecture = architecture;
        this.transposed = transposed;
        rows = Math.min(BLOCK, samples);
        List<Layer> layers = architecture.layers();
        z = new double[layers.size()][];
        units = new double[layers.size()][];
        activations = new double[layers.size()][];
        delta = new double[layers.size()][];
        above = new double[layers.size()][];
        int widest = 0;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            z[l] = new double[rows * layer.out()];
            units[l] = l == layers.size() - 1 ? z[l] : new double[rows * layer.out()];
            activations[l] = layer.skipped() ? new double[rows * layer.out()] : units[l];
            delta[l] = new double[rows * layer.out()];
            above[l] = new double[rows * layer.out()];
            widest = Math.max(widest, layer.out());
        }
        spare = new double[rows * widest];
    }

    /** One for another thread, with scratch memory of its own, but the weights that this one loads. */
    Propagation another() {
        return new Propagation(kernels, architecture, rows, transposed);
    }

    /** The rows of a block. */
    int rows() {
        return rows;
    }

    /** Takes over the weights for the passes to come. */
    boolean load(double[] theta, BooleanSupplier cancelled) {
        for (int l = 0; l < transposed.length; l++) {
            Layer layer = architecture.layers().get(l);
            if (!Portions.transpose(kernels, layer.out(), layer.in(), theta, layer.weightsAt(), transposed[l], 0, layer.out(), cancelled)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sends rows forward; their outputs are in {@link #outputs()} then.
     *
     * @param theta what was loaded
     * @param count at most {@link #rows()}
     * @param x the features, row by row from {@code xAt}
     */
    boolean forward(double[] theta, int count, double[] x, int xAt, BooleanSupplier cancelled) {
        double[] from = x;
        int fromAt = xAt;
        for (int l = 0; l < transposed.length; l++) {
            Layer layer = architecture.layers().get(l);
            int n = count * layer.out();
            if (layer.biased()) {
                kernels.fillRows(count, layer.out(), theta, layer.biasesAt(), z[l], 0);
            } else {
                Arrays.fill(z[l], 0, n, 0);
            }
            if (!Portions.addProduct(kernels, count, layer.out(), layer.in(), from, fromAt, transposed[l], 0, z[l], 0, cancelled)) {
                return false;
            }
            if (l < transposed.length - 1) {
                layer.activation().apply(kernels, n, z[l], units[l], spare);
                if (layer.skipped()) {
                    System.arraycopy(units[l], 0, activations[l], 0, n);
                    kernels.axpy(n, 1, from, fromAt, activations[l], 0);
                }
            }
            from = activations[l];
            fromAt = 0;
        }
        return true;
    }

    /** The outputs of the rows sent forward, row by row from 0. */
    double[] outputs() {
        return z[z.length - 1];
    }

    /** {@code W^T} of a layer, as loaded. */
    double[] transposed(int layer) {
        return transposed[layer];
    }

    /** What the units of a layer were fed by the rows just sent forward. */
    double[] inputs(int layer) {
        return z[layer];
    }

    /** What the units of a layer made of it. */
    double[] units(int layer) {
        return units[layer];
    }

    /** What the layer passes on: its units, plus its input where it is skipped over. */
    double[] activations(int layer) {
        return activations[layer];
    }

    /** The derivatives of the loss by what the units of a layer are fed, after {@link #backward}. */
    double[] delta(int layer) {
        return delta[layer];
    }

    /** Where the derivatives of the loss by the outputs belong before {@link #backward}. */
    double[] outputDelta() {
        return delta[delta.length - 1];
    }

    /** Finds the deltas of the rows just sent forward, and adds to no gradient. */
    boolean deltas(double[] theta, int count, BooleanSupplier cancelled) {
        return backward(theta, count, NO_GRADIENT, 0, NO_GRADIENT, cancelled);
    }

    /**
     * Adds what the rows just sent forward and {@link #deltas back} contribute to the gradient of some units, biases included, as {@link #backward}
     * does for all.
     *
     * @param from the first of the units
     * @param to after the last of them
     * @param turned overwritten: room for so many units times {@link #rows()}
     */
    boolean addGradient(int l, int from, int to, int count, double[] x, int xAt, double[] gradient, double[] turned, BooleanSupplier cancelled) {
        Layer layer = architecture.layers().get(l);
        kernels.transpose(count, to - from, delta[l], from, layer.out(), turned, 0, count);
        if (layer.biased()) {
            for (int unit = from; unit < to; unit++) {
                double sum = gradient[layer.biasesAt() + unit];
                for (int i = 0; i < count; i++) {
                    sum += turned[(unit - from) * count + i];
                }
                gradient[layer.biasesAt() + unit] = sum;
            }
        }
        return Portions.addProduct(kernels, to - from, layer.in(), count, turned, 0, l == 0 ? x : activations[l - 1], l == 0 ? xAt : 0, gradient,
                layer.weightsAt() + from * layer.in(), cancelled);
    }

    /** Adds the gradient that the rows just sent forward contribute. */
    boolean backward(double[] theta, int count, double[] x, int xAt, double[] gradient, BooleanSupplier cancelled) {
        for (int l = transposed.length - 1; l >= 0; l--) {
            Layer layer = architecture.layers().get(l);
            int n = count * layer.out();
            if (l < transposed.length - 1) {
                layer.activation().slope(kernels, n, z[l], units[l], delta[l], spare);
                for (int i = 0; i < n; i++) {
                    delta[l][i] *= above[l][i];
                }
            }
            double[] from = l == 0 ? x : activations[l - 1];
            int fromAt = l == 0 ? xAt : 0;
            boolean adds = gradient.length > 0;
            if (adds && !Portions.addTransposedProduct(kernels, layer.out(), layer.in(), count, delta[l], 0, from, fromAt, gradient,
                    layer.weightsAt(), spare, cancelled)) {
                return false;
            }
            if (adds && layer.biased()) {
                kernels.addRows(count, layer.out(), delta[l], 0, gradient, layer.biasesAt());
            }
            if (l > 0) {
                if (layer.skipped()) {
                    System.arraycopy(above[l], 0, above[l - 1], 0, n);
                } else {
                    Arrays.fill(above[l - 1], 0, count * layer.in(), 0);
                }
                if (!Portions.addProduct(kernels, count, layer.in(), layer.out(), delta[l], 0, theta, layer.weightsAt(), above[l - 1], 0,
                        cancelled)) {
                    return false;
                }
            }
        }
        return true;
    }
}
