package thalweg.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.data.DataSet;
import thalweg.math.Kernels;
import thalweg.math.SymmetricOperator;

/**
 * The Hessian of a network's cost at one theta, by the R-operator: a product with v is the derivative of the backpropagated gradient along v,
 * forward and backward once more (Pearlmutter 1994, Neural Computation 6(1), section 4). For one thread.
 *
 * <p>What does not depend on v is worked out with the first product and kept while it is at most {@value #MOST_KEPT} numbers; beyond, it is
 * worked out again for each product, so that memory does not grow with the data.
 */
final class NetworkHessian implements SymmetricOperator {
    /** 64 MB. */
    private static final int MOST_KEPT = 1 << 23;

    private final Kernels kernels;
    private final Architecture architecture;
    private final Loss loss;
    private final DataSet data;
    private final double penalty;
    private final double[] theta;
    private final Propagation propagation;
    private final double[] targets;
    private final double[][] spare;
    /** One for each block of samples, or a single one for all of them in turn. */
    private final Linearisation[] blocks;
    private final boolean kept;
    private final boolean[] loaded = new boolean[1];              // whether the weights are in the propagation: the first product sees to it
    private final boolean[] known;                                // which of the blocks kept have been worked out

    private final double[][] transposed;                          // V^T of each layer: v is shaped like theta
    private final double[][] z;                                   // how the inputs of units move along v
    private final double[][] passed;                              // what layers pass on, likewise
    private final double[][] delta;                               // dJ/dz, likewise
    private final double[][] above;                               // dJ/d(output of the layer), likewise

    NetworkHessian(Kernels kernels, Architecture architecture, Loss loss, DataSet data, double penalty, double[] theta) {
        this(kernels, architecture, loss, data, penalty, theta, MOST_KEPT);
    }

    /**
     * The Hessian.
     *
     * @param data lent, not copied
     * @param penalty lambda / m
     * @param theta copied
     * @param mostKept numbers that may be kept between products
     */
    NetworkHessian(Kernels kernels, Architecture architecture, Loss loss, DataSet data, double penalty, double[] theta, int mostKept) {
        this.kernels = kernels;
        this.architecture = architecture;
        this.loss = loss;
        this.data = data;
        this.penalty = penalty;
        this.theta = theta.clone();
        propagation = new Propagation(kernels, architecture, data.size());
        int rows = propagation.rows();
        targets = new double[rows];
        List<Layer> layers = architecture.layers();
        transposed = new double[layers.size()][];
        z = new double[layers.size()][];
        passed = new double[layers.size()][];
        delta = new double[layers.size()][];
        above = new double[layers.size()][];
        int widest = 0;
        for (int l = 0; l < layers.size(); l++) {
            int n = rows * layers.get(l).out();
            transposed[l] = new double[layers.get(l).weights()];
            z[l] = new double[n];
            passed[l] = new double[n];
            delta[l] = new double[n];
            above[l] = new double[n];
            widest = Math.max(widest, n);
        }
        spare = new double[3][widest];
        kept = (long) Linearisation.numbers(architecture) * data.size() <= mostKept;
        blocks = new Linearisation[kept ? Math.ceilDiv(data.size(), rows) : 1];
        for (int b = 0; b < blocks.length; b++) {
            blocks[b] = new Linearisation(kernels, architecture, loss, rows);
        }
        known = new boolean[blocks.length];
    }

    @Override
    public int size() {
        return theta.length;
    }

    @Override
    public void times(double[] v, double[] product) {
        times(v, product, Portions.NEVER);
    }

    @Override
    public SymmetricOperator until(BooleanSupplier cancelled) {
        return new Stoppable(this, cancelled);
    }

    /** Asks between portions whether it may go on. */
    private record Stoppable(NetworkHessian hessian, BooleanSupplier cancelled) implements SymmetricOperator {
        @Override
        public int size() {
            return hessian.size();
        }

        @Override
        public void times(double[] v, double[] product) {
            if (!hessian.times(v, product, cancelled)) {
                Arrays.fill(product, Double.NaN);
            }
        }
    }

    /** Writes the product; false once cancelled. */
    private boolean times(double[] v, double[] product, BooleanSupplier cancelled) {
        if (!loaded[0] && !propagation.load(theta, cancelled)) {
            return false;
        }
        loaded[0] = true;
        Arrays.fill(product, 0);
        List<Layer> layers = architecture.layers();
        for (int l = 0; l < transposed.length; l++) {
            Layer layer = layers.get(l);
            if (!Portions.transpose(kernels, layer.out(), layer.in(), v, layer.weightsAt(), transposed[l], 0, layer.out(), cancelled)) {
                return false;
            }
        }
        int rows = propagation.rows();
        for (int from = 0, b = 0; from < data.size(); from += rows, b++) {
            Linearisation at = blocks[kept ? b : 0];
            if (!kept || !known[b]) {
                if (!linearise(from, at, cancelled)) {
                    return false;
                }
                known[kept ? b : 0] = true;
            }
            if (!forward(at, from, count(from), v, cancelled) || !backward(at, from, count(from), v, product, cancelled)) {
                return false;
            }
        }
        if (penalty != 0) {
            for (int l = 0; l < layers.size(); l++) {
                int weightsAt = layers.get(l).weightsAt();
                kernels.axpy(layers.get(l).weights(), penalty, v, weightsAt, product, weightsAt);
            }
        }
        return true;
    }

    private int count(int from) {
        return Math.min(propagation.rows(), data.size() - from);
    }

    private boolean linearise(int from, Linearisation to, BooleanSupplier cancelled) {
        int count = count(from);
        for (int i = 0; i < count; i++) {
            targets[i] = data.target(from + i);
        }
        return propagation.forward(theta, count, data.features(), from * data.dimension(), cancelled)
                && to.take(propagation, theta, count, targets, 1.0 / data.size(), spare, cancelled);
    }

    /** How everything moves when theta moves along v; the samples themselves stay. */
    private boolean forward(Linearisation at, int from, int count, double[] v, BooleanSupplier cancelled) {
        int last = transposed.length - 1;
        for (int l = 0; l <= last; l++) {
            Layer layer = architecture.layers().get(l);
            int n = count * layer.out();
            if (layer.biased()) {
                kernels.fillRows(count, layer.out(), v, layer.biasesAt(), z[l], 0);
            } else {
                Arrays.fill(z[l], 0, n, 0);
            }
            boolean goesOn = Portions.addProduct(kernels, count, layer.out(), layer.in(), fed(at, l), fedAt(from, l), transposed[l], 0, z[l], 0,
                    cancelled);
            if (!goesOn || l > 0 && !Portions.addProduct(kernels, count, layer.out(), layer.in(), passed[l - 1], 0, propagation.transposed(l), 0,
                    z[l], 0, cancelled)) {
                return false;
            }
            if (l == last) {
                loss.bend(count, layer.out(), at.bend(l), z[l], 1.0 / data.size(), delta[l]);
            } else {
                double[] slope = at.slope(l);
                for (int i = 0; i < n; i++) {
                    passed[l][i] = slope[i] * z[l][i];
                }
                if (layer.skipped() && l > 0) {
                    kernels.axpy(n, 1, passed[l - 1], 0, passed[l], 0);
                }
            }
        }
        return true;
    }

    /** Adds how the gradient of these rows moves. */
    private boolean backward(Linearisation at, int from, int count, double[] v, double[] product, BooleanSupplier cancelled) {
        int last = transposed.length - 1;
        for (int l = last; l >= 0; l--) {
            Layer layer = architecture.layers().get(l);
            int n = count * layer.out();
            if (l < last) {
                double[] slope = at.slope(l);
                double[] bend = at.bend(l);
                for (int i = 0; i < n; i++) {
                    delta[l][i] = bend[i] * z[l][i] + slope[i] * above[l][i];
                }
            }
            if (!Portions.addTransposedProduct(kernels, layer.out(), layer.in(), count, delta[l], 0, fed(at, l), fedAt(from, l), product,
                    layer.weightsAt(), spare[0], cancelled)) {
                return false;
            }
            if (layer.biased()) {
                kernels.addRows(count, layer.out(), delta[l], 0, product, layer.biasesAt());
            }
            if (l > 0) {
                if (!Portions.addTransposedProduct(kernels, layer.out(), layer.in(), count, at.delta(l), 0, passed[l - 1], 0, product,
                        layer.weightsAt(), spare[0], cancelled)) {
                    return false;
                }
                if (layer.skipped()) {
                    System.arraycopy(above[l], 0, above[l - 1], 0, n);
                } else {
                    Arrays.fill(above[l - 1], 0, count * layer.in(), 0);
                }
                double[] below = above[l - 1];
                if (!Portions.addProduct(kernels, count, layer.in(), layer.out(), delta[l], 0, theta, layer.weightsAt(), below, 0, cancelled)
                        || !Portions.addProduct(kernels, count, layer.in(), layer.out(), at.delta(l), 0, v, layer.weightsAt(), below, 0, cancelled)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a layer is fed: the samples, or what the layer below passes on. */
    private double[] fed(Linearisation at, int layer) {
        return layer == 0 ? data.features() : at.passed(layer - 1);
    }

    private int fedAt(int from, int layer) {
        return layer == 0 ? from * data.dimension() : 0;
    }
}
