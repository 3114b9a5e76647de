package thalweg.network;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.math.Kernels;
import thalweg.math.Turns;
import thalweg.objective.Section;

/**
 * The cost of a network on a line or plane of its parameters. What the units of the first layer are fed is affine there,
 * {@code z(a, b) = z0 + (a z1 + b z2)}: its three parts are products of the data with origin and directions, taken once for all places. So is
 * the penalty, a polynomial of degree 2.
 *
 * <p>Every operation is the one of {@link Pass}, in its order, but for those two; so at a = b = 0 stand the bits of the cost at the origin, and
 * swapping or negating directions changes no bit elsewhere.
 *
 * <p>Memory: 3 numbers for each sample and unit of the first layer (2 on a line), but no more than {@link #MOST}: beyond that the samples are dealt
 * with in shares, and each is multiplied anew for every stage of a sampling. Besides 3 for each of the first layer's weights, and scratch for each
 * thread. It does not depend on how many places are looked at.
 */
final class NetworkSection implements Section {
    /** Rows of a product are filled up with zeros to a multiple of this, so that no vector is half empty. */
    private static final int FULL = 8;
    /** Numbers that one thread's blocks should not exceed: 256 kB. */
    private static final int CACHE = 1 << 15;
    private static final int FEWEST_ROWS = 32;
    /** Most numbers of products that are kept at once: 256 MB. */
    static final int MOST = 1 << 25;

    /** Multiplications that a first picture may take: some 20 to 40 ms of one core. */
    private static final double AT_ONCE = 8e7;
    /** Places that a first picture needs. */
    private static final int FIRST_PLACES = 25;
    /** Fewer samples say too little. */
    private static final int FEWEST_SAMPLES = 50;
    /** A first picture is worth its time if the whole has this many times the samples. */
    private static final int WORTH_IT = 3;

    private final NetworkObjective of;
    private final Kernels kernels;
    private final double[][] terms;
    private final double penalty;
    private final double[] penalties;
    private final double[] targets;
    private final int rows;
    private final int width;
    private final double[] weights;
    private final int perShare;                                   // pieces, a whole number of blocks
    private final int firstPiece;
    private final double[][] products;
    private final double[][] inputs;

    /**
     * The section.
     *
     * @param penalty factor of half the sum of squared weights
     * @param v of length 0 on a line
     * @param most numbers of products kept at once
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    NetworkSection(NetworkObjective of, Kernels kernels, double penalty, double[] origin, double[] u, double[] v, int most,
            BooleanSupplier cancelled) {
        this.of = of;
        this.kernels = kernels;
        this.penalty = penalty;
        terms = v.length == 0 ? new double[][] {origin, u} : new double[][] {origin, u, v};
        penalties = penalty == 0 ? new double[0] : penalties(cancelled);
        DataSet data = of.data();
        targets = new double[data.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = data.target(i);
        }
        List<Layer> layers = of.architecture().layers();
        int widest = layers.stream().mapToInt(Layer::out).max().orElseThrow();
        int units = terms.length * layers.getFirst().out() + 2 * widest;
        rows = Math.min(data.size(), Math.clamp(Integer.highestOneBit(CACHE / units), FEWEST_ROWS, Propagation.BLOCK));
        width = Math.ceilDiv(terms.length * layers.getFirst().out(), FULL) * FULL;
        weights = sideBySide(cancelled);
        int pieces = Math.ceilDiv(data.size(), rows);
        int perBlock = Math.max(1, Propagation.BLOCK / rows);
        long perPiece = (long) rows * (terms.length * layers.getFirst().out() + (isSkipped() ? layers.getFirst().in() : 0));
        perShare = Math.clamp(most / perPiece / perBlock * perBlock, perBlock, Math.max(perBlock, pieces));
        firstPiece = 0;
        products = new double[Math.min(pieces, perShare)][];
        inputs = new double[isSkipped() ? products.length : 0][];
    }

    /** A share of another. */
    private NetworkSection(NetworkSection all, int number) {
        of = all.of;
        kernels = all.kernels;
        terms = all.terms;
        penalty = all.penalty;
        penalties = all.penalties;
        targets = all.targets;
        rows = all.rows;
        width = all.width;
        weights = all.weights;
        perShare = all.perShare;
        firstPiece = number * perShare;
        products = new double[Math.min(perShare, Math.ceilDiv(targets.length, rows) - firstPiece)][];
        inputs = new double[isSkipped() ? products.length : 0][];
    }

    private boolean isSkipped() {
        return first().skipped() && of.architecture().layers().size() > 1;
    }

    @Override
    public int shares() {
        return Math.ceilDiv(Math.ceilDiv(targets.length, rows), perShare);
    }

    @Override
    public NetworkSection share(int number) {
        return shares() == 1 ? this : new NetworkSection(this, number);
    }

    /** A cost of evenly spaced samples, so few that a first picture stands at once; empty where all are not many more. */
    @Override
    public Optional<Section> sketch() {
        double each = (double) first().in() * width + FIRST_PLACES * work() / targets.length;
        int some = (int) Math.clamp(AT_ONCE / each, FEWEST_SAMPLES, Integer.MAX_VALUE);
        if (some > targets.length / WORTH_IT) {
            return Optional.empty();
        }
        int[] samples = IntStream.range(0, some).map(k -> (int) ((long) k * targets.length / some)).toArray();
        return of.on(samples).section(terms[0], terms[1], terms.length == 2 ? new double[0] : terms[2]);
    }

    /** Whether values go on from those of an earlier share. */
    boolean goesOn() {
        return firstPiece > 0;
    }

    /** Whether values are J after this share. */
    boolean isLast() {
        return (firstPiece + products.length) * (long) rows >= targets.length;
    }

    /** Number of the first sample of a piece. */
    int firstSample(int piece) {
        return (firstPiece + piece) * rows;
    }

    /** The first layer's weights at the origin and along the directions side by side, transposed: a row for each input. */
    private double[] sideBySide(BooleanSupplier cancelled) {
        Layer first = first();
        double[] all = new double[first.in() * width];
        for (int t = 0; t < terms.length; t++) {
            Turns.ask(cancelled);
            kernels.transpose(first.out(), first.in(), terms[t], first.weightsAt(), first.in(), all, t * first.out(), width);
        }
        return all;
    }

    /** The inner products of origin and directions over the weights: 00, 01, 11, and on a plane 02, 12, 22. */
    private double[] penalties(BooleanSupplier cancelled) {
        double[] all = new double[terms.length * (terms.length + 1) / 2];
        for (int s = 0, at = 0; s < terms.length; s++) {
            for (int t = 0; t <= s; t++, at++) {
                for (Layer layer : of.architecture().layers()) {
                    Turns.ask(cancelled);
                    all[at] += kernels.dot(layer.weights(), terms[t], layer.weightsAt(), terms[s], layer.weightsAt());
                }
            }
        }
        return all;
    }

    /** Half the weighted sum of squared weights at a place. */
    double penalty(double a, double b) {
        if (penalty == 0) {
            return 0;
        }
        double[] q = penalties;
        double along = terms.length == 2 ? 2 * (a * q[1]) + a * a * q[2]
                : 2 * (a * q[1] + b * q[3]) + (a * a * q[2] + b * b * q[5] + 2 * (a * b * q[4]));
        return penalty / 2 * (q[0] + along);
    }

    private Layer first() {
        return of.architecture().layers().getFirst();
    }

    @Override
    public int preparations() {
        return products.length;
    }

    /** What the first layer's units are fed by a block of samples: term by term, unit by unit. */
    @Override
    public void prepare(int piece, BooleanSupplier cancelled) {
        Layer first = first();
        int d = first.in();
        int count = rows(piece);
        double[] z = new double[count * width];
        for (int t = 0; t < terms.length && first.biased(); t++) {
            for (int i = 0; i < count; i++) {
                System.arraycopy(terms[t], first.biasesAt(), z, i * width + t * first.out(), first.out());
            }
        }
        double[] x = of.data().features();
        if (!Portions.addProduct(kernels, count, width, d, x, firstSample(piece) * d, weights, 0, z, 0, cancelled)) {
            return;
        }
        products[piece] = new double[terms.length * first.out() * count];
        kernels.transpose(count, terms.length * first.out(), z, 0, width, products[piece], 0, count);
        if (inputs.length > 0) {
            inputs[piece] = new double[d * count];
            kernels.transpose(count, d, x, firstSample(piece) * d, inputs[piece], 0);
        }
    }

    /** Most samples of a piece. */
    int rows() {
        return rows;
    }

    int rows(int piece) {
        return Math.min(rows, targets.length - firstSample(piece));
    }

    NetworkObjective of() {
        return of;
    }

    Kernels kernels() {
        return kernels;
    }

    /** Origin and directions. */
    double[][] terms() {
        return terms;
    }

    /** The targets of all samples. */
    double[] targets() {
        return targets;
    }

    /** What {@link #prepare} found. */
    double[] products(int piece) {
        return products[piece];
    }

    /** The features of a piece, one after the other, each of all its samples; only where the first layer is skipped over. */
    double[] inputs(int piece) {
        return inputs[piece];
    }

    @Override
    public double work() {
        double each = 0;
        for (Layer layer : of.architecture().layers()) {
            each += COSTS * layer.out() + (layer == first() ? 0 : layer.weights());
        }
        return each * targets.length;
    }

    /** Multiplications that take as long as a unit's activation or charge, about. */
    private static final double COSTS = 20;

    @Override
    public Reader reader() {
        return new SectionPass(this);
    }
}
