package thalweg.network;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.math.Crew;
import thalweg.math.Kernels;

/**
 * All samples sent through a network by several hands, with the bits of one: some blocks of samples go forward and their deltas back, each block by
 * one hand; then a few units of a layer at a time have what these blocks add to their gradients summed up, in the order of the blocks.
 */
final class SharedPass {
    /**
     * Most blocks that go together: as many as there are hands, since more would leave the cache before their gradients are summed up. A number for
     * speed only.
     */
    private static final int MOST_TOGETHER = 8;
    /** Units whose gradients one hand sums up at a time: kernels take so many rows at once. */
    private static final int UNITS = 4;
    /** Numbers that all blocks may hold besides the weights: 64 MB. */
    private static final long MOST_NUMBERS = 8L << 20;
    /** Multiplications that one pass forward should have, or waking others takes longer than they help: some milliseconds. */
    private static final double LEAST = 2e7;

    /** Units of a layer. */
    private record Stripe(int layer, int from, int to) {
    }

    private final NetworkObjective of;
    private final Kernels kernels;
    private final Crew crew;
    private final Propagation[] blocks;
    private final double[][] targets;
    private final double[][] charges;
    private final double[] sums;
    private final List<Stripe> stripes;
    private final double[][] turned;

    private SharedPass(NetworkObjective of, Kernels kernels, Crew crew, int together) {
        this.of = of;
        this.kernels = kernels;
        this.crew = crew;
        int outputs = of.architecture().outputs();
        blocks = new Propagation[together];
        blocks[0] = new Propagation(kernels, of.architecture(), Propagation.BLOCK);
        for (int b = 1; b < together; b++) {
            blocks[b] = blocks[0].another();
        }
        targets = new double[together][Propagation.BLOCK];
        charges = new double[together][Propagation.BLOCK * outputs];
        sums = new double[together];
        List<Layer> layers = of.architecture().layers();
        stripes = IntStream.range(0, layers.size()).boxed().flatMap(l -> IntStream.range(0, Math.ceilDiv(layers.get(l).out(), UNITS))
                .mapToObj(s -> new Stripe(l, s * UNITS, Math.min(layers.get(l).out(), (s + 1) * UNITS)))).toList()
                .reversed();                                      // units left over take longest, so they come first
        turned = new double[stripes.size()][UNITS * Propagation.BLOCK];
    }

    /** Whether sharing is worth it and there is somebody to share with. */
    static boolean suits(NetworkObjective of, Crew crew) {
        return crew.helpers() > 0 && together(of, crew) > 1 && (double) of.samples() * of.dimension() >= LEAST;
    }

    static SharedPass of(NetworkObjective of, Kernels kernels, Crew crew) {
        return new SharedPass(of, kernels, crew, together(of, crew));
    }

    private static int together(NetworkObjective of, Crew crew) {
        long each = of.architecture().layers().stream().mapToLong(layer -> 5L * Propagation.BLOCK * layer.out()).sum();
        int hands = Math.min(crew.helpers() + 1, MOST_TOGETHER);
        return Math.clamp(MOST_NUMBERS / each, 1, Math.min(hands, Math.ceilDiv(of.samples(), Propagation.BLOCK)));
    }

    /**
     * The sum of the losses of all samples.
     *
     * @param gradient added to; of length 0 if none is wanted
     * @return NaN once cancelled, with a gradient of no use
     */
    double sum(double[] theta, double[] gradient, BooleanSupplier cancelled) {
        if (!blocks[0].load(theta, cancelled)) {
            return Double.NaN;
        }
        int m = of.samples();
        double sum = 0;
        for (int from = 0; from < m; from += blocks.length * Propagation.BLOCK) {
            int first = from;
            int count = Math.min(blocks.length, Math.ceilDiv(m - from, Propagation.BLOCK));
            crew.share(count, () -> b -> pass(b, first + b * Propagation.BLOCK, theta, gradient.length > 0, cancelled), _ -> { });
            if (gradient.length > 0 && !cancelled.getAsBoolean()) {
                crew.share(stripes.size(), () -> s -> add(s, first, count, gradient, cancelled), _ -> { });
            }
            if (cancelled.getAsBoolean()) {
                return Double.NaN;
            }
            for (int b = 0; b < count; b++) {
                sum += sums[b];
            }
        }
        return sum;
    }

    private int rows(int from) {
        return Math.min(Propagation.BLOCK, of.samples() - from);
    }

    /** Sends a block forward, and back if a gradient is wanted. */
    private void pass(int b, int from, double[] theta, boolean back, BooleanSupplier cancelled) {
        DataSet data = of.data();
        int rows = rows(from);
        int at = from * data.dimension();
        System.arraycopy(data.targets(), from, targets[b], 0, rows);
        if (!blocks[b].forward(theta, rows, data.features(), at, cancelled)) {
            return;
        }
        sums[b] = of.loss().sum(kernels, rows, of.architecture().outputs(), blocks[b].outputs(), targets[b], 1.0 / of.samples(),
                blocks[b].outputDelta(), charges[b]);
        if (back) {
            blocks[b].deltas(theta, rows, cancelled);
        }
    }

    private void add(int s, int from, int count, double[] gradient, BooleanSupplier cancelled) {
        Stripe stripe = stripes.get(s);
        DataSet data = of.data();
        for (int b = 0; b < count; b++) {
            int first = from + b * Propagation.BLOCK;
            blocks[b].addGradient(stripe.layer, stripe.from, stripe.to, rows(first), data.features(), first * data.dimension(), gradient, turned[s],
                    cancelled);
        }
    }
}
