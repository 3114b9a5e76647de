package thalweg.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Kernels;

/**
 * Rows of samples seen from one theta: all that a product with the Hessian needs of them and that is the same for every vector. The arrays
 * are by layer, each rows x units; those of the scores lie at the last layer.
 */
final class Linearisation {
    private final Kernels kernels;
    private final Architecture architecture;
    private final Loss loss;
    /** What a layer passes on. */
    private final double[][] passed;
    /** {@code f'(z)} of hidden units. */
    private final double[][] slope;
    /** {@code f''(z) dJ/da} of hidden units; of the scores, what the loss needs. */
    private final double[][] bend;
    /** {@code dJ/dz}. */
    private final double[][] delta;

    Linearisation(Kernels kernels, Architecture architecture, Loss loss, int rows) {
        this.kernels = kernels;
        this.architecture = architecture;
        this.loss = loss;
        List<Layer> layers = architecture.layers();
        int last = layers.size() - 1;
        passed = new double[last][];
        slope = new double[last][];
        bend = new double[last + 1][];
        delta = new double[last + 1][];
        for (int l = 0; l <= last; l++) {
            int n = rows * layers.get(l).out();
            bend[l] = new double[n];
            delta[l] = new double[n];
            if (l < last) {
                passed[l] = new double[n];
                slope[l] = new double[n];
            }
        }
    }

    /** The numbers it keeps of a sample. */
    static int numbers(Architecture architecture) {
        return 4 * architecture.layers().stream().mapToInt(Layer::out).sum() - 2 * architecture.outputs();
    }

    /**
     * Takes in rows that were just sent forward.
     *
     * @param theta what they were sent through
     * @param count how many
     * @param targets a number or a class for each
     * @param scale what a sample counts: 1 / m
     * @param spare two arrays for {@code dJ/da}, and one more; overwritten, each large enough for the widest layer
     * @return whether it was never cancelled; if it was, nothing here is of use
     */
    boolean take(Propagation sent, double[] theta, int count, double[] targets, double scale, double[][] spare, BooleanSupplier cancelled) {
        List<Layer> layers = architecture.layers();
        int last = layers.size() - 1;
        loss.sum(kernels, count, architecture.outputs(), sent.outputs(), targets, scale, delta[last], spare[0]);
        loss.curvature(kernels, count, architecture.outputs(), sent.outputs(), bend[last]);
        double[] above = spare[0];
        double[] below = spare[1];
        for (int l = last; l >= 0; l--) {
            Layer layer = layers.get(l);
            int n = count * layer.out();
            if (l < last) {
                System.arraycopy(sent.activations(l), 0, passed[l], 0, n);
                layer.activation().slope(kernels, n, sent.inputs(l), sent.units(l), slope[l], spare[2]);
                layer.activation().bend(kernels, n, sent.inputs(l), sent.units(l), slope[l], bend[l], spare[2]);
                for (int i = 0; i < n; i++) {
                    delta[l][i] = slope[l][i] * above[i];
                    bend[l][i] *= above[i];
                }
            }
            if (l > 0) {
                if (layer.skipped()) {
                    System.arraycopy(above, 0, below, 0, n);
                } else {
                    Arrays.fill(below, 0, count * layer.in(), 0);
                }
                if (!Portions.addProduct(kernels, count, layer.in(), layer.out(), delta[l], 0, theta, layer.weightsAt(), below, 0, cancelled)) {
                    return false;
                }
                double[] swap = above;
                above = below;
                below = swap;
            }
        }
        return true;
    }

    double[] passed(int layer) {
        return passed[layer];
    }

    double[] slope(int layer) {
        return slope[layer];
    }

    double[] bend(int layer) {
        return bend[layer];
    }

    double[] delta(int layer) {
        return delta[layer];
    }
}
