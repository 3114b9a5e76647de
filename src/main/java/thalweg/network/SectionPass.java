package thalweg.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Kernels;
import thalweg.objective.Section;

/**
 * One thread's way through a {@link NetworkSection}. A few places go together through each block of samples, so that what is the same for all
 * stays in the cache; numbers stand place by place, then unit by unit, so that vectors lie along the samples.
 */
final class SectionPass implements Section.Reader {
    private static final int BLOCK = Propagation.BLOCK;
    /** Numbers of the deeper weights of all places that go together: 256 kB. */
    private static final int CACHE = 1 << 15;
    /** Most places that go together; more save nothing. */
    private static final int TOGETHER = 16;

    private final NetworkSection of;
    private final Kernels kernels;
    private final List<Layer> layers;
    private final int deep;                                       // where the second layer's parameters start
    private final int together;                                   // places for which weights are kept
    private final int group;                                      // places that pass as if they were one
    private final double[][] places = {{}};
    private final double[] weights;
    private final double[][] z;
    private final double[][] units;
    private final double[][] activations;
    private final double[] spare;
    private final double[] charges;
    private final double[] sums;
    private final Charges loss;

    SectionPass(NetworkSection of) {
        this.of = of;
        kernels = of.kernels();
        layers = of.of().architecture().layers();
        deep = layers.getFirst().end();
        int deeper = of.of().dimension() - deep;
        together = Math.clamp(CACHE / Math.max(1, deeper), 1, TOGETHER);
        group = Math.clamp(BLOCK / of.rows(), 1, of.targets().length > of.rows() ? 1 : together);
        weights = new double[together * deeper];
        int size = group * of.rows();
        z = new double[layers.size()][];
        units = new double[layers.size()][];
        activations = new double[layers.size()][];
        int widest = 0;
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            boolean last = l == layers.size() - 1;
            z[l] = new double[size * layer.out()];
            units[l] = last ? z[l] : new double[size * layer.out()];
            activations[l] = layer.skipped() && !last ? new double[size * layer.out()] : units[l];
            widest = Math.max(widest, layer.out());
        }
        spare = new double[size * widest];
        charges = new double[together * BLOCK];
        sums = new double[together];
        loss = new Charges(of.of().loss(), kernels, of.of().architecture().outputs(), of.rows());
    }

    @Override
    public void places(double[] a) {
        places[0] = a;
    }

    @Override
    public void values(double b, double[] values, BooleanSupplier cancelled) {
        double[] a = places[0];
        double across = of.terms().length == 2 ? 0 : b;           // on a line, 0 times the only direction
        for (int from = 0; from < a.length; from += together) {
            int count = Math.min(together, a.length - from);
            if (of.goesOn()) {
                System.arraycopy(values, from, sums, 0, count);
            } else {
                Arrays.fill(sums, 0);
            }
            if (!sum(a, from, count, across, cancelled)) {
                return;
            }
            for (int c = 0; c < count; c++) {
                values[from + c] = of.isLast() ? sums[c] / of.targets().length + of.penalty(a[from + c], across) : sums[c];
            }
        }
    }

    /** Adds the loss of all samples at some places; false once cancelled. */
    private boolean sum(double[] a, int from, int count, double b, BooleanSupplier cancelled) {
        load(a, from, count, b);
        for (int piece = 0; piece < of.preparations(); piece++) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            int rows = of.rows(piece);
            int first = of.firstSample(piece);
            int filled = first % BLOCK;
            for (int c = 0; c < count; c += group) {
                int some = Math.min(group, count - c);
                if (!forward(piece, rows, a, from, c, some, b, cancelled)) {
                    return false;
                }
                int k = layers.getLast().out();
                for (int s = 0; s < some; s++) {
                    loss.of(rows, z[z.length - 1], s * rows * k, of.targets(), first, charges, (c + s) * BLOCK + filled);
                }
            }
            if (filled + rows == BLOCK || first + rows == of.targets().length) {
                for (int c = 0; c < count; c++) {
                    sums[c] += kernels.sum(filled + rows, charges, c * BLOCK);
                }
            }
        }
        return true;
    }

    /** The deeper layers' parameters at each place. */
    private void load(double[] a, int from, int count, double b) {
        double[][] t = of.terms();
        int n = of.of().dimension() - deep;
        for (int c = 0; c < count && n > 0; c++) {
            kernels.plane(n, t[0], deep, a[from + c], t[1], deep, b, t[t.length - 1], deep, weights, c * n);
        }
    }

    /** Sends a piece's samples forward at some places; false once cancelled. */
    private boolean forward(int piece, int rows, double[] a, int from, int firstPlace, int some, double b, BooleanSupplier cancelled) {
        double[] p = of.products(piece);
        int size = rows * layers.getFirst().out();
        for (int s = 0; s < some; s++) {
            kernels.plane(size, p, 0, a[from + firstPlace + s], p, size, b, p, (of.terms().length - 1) * size, z[0], s * size);
        }
        int deeper = of.of().dimension() - deep;
        for (int l = 0; l < z.length; l++) {
            Layer layer = layers.get(l);
            for (int s = 0; s < some && l > 0; s++) {
                int at = (firstPlace + s) * deeper - deep;
                int zAt = s * rows * layer.out();
                for (int unit = 0; unit < layer.out(); unit++) {
                    double bias = layer.biased() ? weights[at + layer.biasesAt() + unit] : 0;
                    Arrays.fill(z[l], zAt + unit * rows, zAt + (unit + 1) * rows, bias);
                }
                if (!Portions.addProduct(kernels, layer.out(), rows, layer.in(), weights, at + layer.weightsAt(), activations[l - 1],
                        s * rows * layer.in(), z[l], zAt, cancelled)) {
                    return false;
                }
            }
            if (l < z.length - 1) {
                activate(layer, l, piece, some * rows * layer.out(), rows * layer.out());
            }
        }
        return true;
    }

    private void activate(Layer layer, int l, int piece, int n, int each) {
        layer.activation().apply(kernels, n, z[l], units[l], spare);
        if (!layer.skipped()) {
            return;
        }
        System.arraycopy(units[l], 0, activations[l], 0, n);
        for (int at = 0; at < n; at += each) {
            kernels.axpy(each, 1, l == 0 ? of.inputs(piece) : activations[l - 1], l == 0 ? 0 : at, activations[l], at);
        }
    }
}
