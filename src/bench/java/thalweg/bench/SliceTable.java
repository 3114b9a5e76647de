package thalweg.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Chance;
import thalweg.math.Grid;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.network.Architecture;
import thalweg.network.Layer;
import thalweg.network.Loss;
import thalweg.network.Model;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.slice.Slice;
import thalweg.slice.Slices;

/**
 * The table of slices, all in one process and side by side (issue 4): points per second of three models, the share of the machine's fused
 * multiply-adds that the products alone amount to, and the softmax slice point by point with EJML.
 *
 * <p>The first slice of each model, with everything still to be compiled, is told by itself; then the best of some. Beside the clock stands the
 * time of processors, of all threads together, which other work on the machine changes less; shares and the comparison are of that.
 */
public final class SliceTable {
    private static final int CORES = 2;
    private static final int ROUNDS = 4;
    private static final int EJML_POINTS = 4;
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private SliceTable() {
    }

    /** A slice with what it takes to sample it. */
    record Subject(String name, NetworkObjective f, Slice slice, int nodes, double multiplications) {
        static Subject of(String name, String model, String data, int nodes) {
            DataSet set = DataSources.CATALOG.make(Spec.parse(data)).make(1);
            Model made = Models.CATALOG.make(Spec.parse(model));
            Loss loss = set.classes() == 2 ? Loss.BINARY_CROSS_ENTROPY : made.loss(set.isClassified());      // of two classes, one output decides
            NetworkObjective f = Networks.objective(made, set, loss, 0, 1);
            int n = f.dimension();
            Vec origin = f.appearance().start();
            List<Vec> directions = IntStream.of(1, 2)
                    .mapToObj(s -> Vec.of(IntStream.range(0, n).mapToDouble(i -> 0.03 * Chance.gaussian(s, Purpose.TEST, i)).toArray())).toList();
            Range range = new Range(-1, 1);
            return new Subject(name, f, new Slice(origin, directions, List.of(range, range)), nodes,
                    multiplications(f.architecture(), set.size(), nodes));
        }

        /**
         * Of one slice: three products of the data with the first layer; then for each point two steps in each of its units, and the other layers.
         */
        private static double multiplications(Architecture architecture, int samples, int nodes) {
            Layer first = architecture.layers().getFirst();
            double once = 3.0 * first.weights();
            double each = 2.0 * first.out() + architecture.layers().stream().skip(1).mapToInt(Layer::weights).sum();
            return samples * (once + (double) nodes * nodes * each);
        }
    }

    static Subject softmax() {
        return Subject.of("51 x 51, softmax 3072-10, 10,000 samples", "softmax", "color-images(samples=10000)", 51);
    }

    static Subject tanh() {
        return Subject.of("101 x 101, 2-32-32-1 tanh, 500 samples", "mlp(hidden=32-32)", "moons(samples=500)", 101);
    }

    static Subject relu() {
        return Subject.of("51 x 51, 784-128-64-10 ReLU, 2,000 samples", "mlp(hidden=128-64, activation=relu, initializer=he)",
                "digits(samples=2000, width=28)", 51);
    }

    /** Prints the table. */
    public static void main(String[] args) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(CORES)) {
            print(pool);
        }
    }

    /** Seconds on the clock, and of processors. */
    private record Spent(double wall, double cpu) {
        static Spent on(Runnable work) {
            long wall = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            work.run();
            return new Spent((System.nanoTime() - wall) * 1e-9, (SYSTEM.getProcessCpuTime() - cpu) * 1e-9);
        }

        Spent best(Spent other) {
            return new Spent(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
        }
    }

    static void print(ExecutorService pool) throws Exception {
        double peak = peak();
        System.out.printf(Locale.ROOT, "peak: %.1f billion multiply-adds a second and core%n", peak * 1e-9);
        System.out.printf(Locale.ROOT, "%-44s %9s %9s %9s %12s %12s %8s%n", "", "first, s", "best, s", "CPU, s", "points/s", "per CPU s", "of peak");
        double ours = 0;
        for (Subject s : List.of(softmax(), tanh(), relu())) {
            Spent first = Spent.on(() -> sampled(s, pool));
            Spent best = first;
            for (int k = 0; k < ROUNDS; k++) {
                best = best.best(Spent.on(() -> sampled(s, pool)));
            }
            double points = (double) s.nodes() * s.nodes();
            row(s.name(), first, best, points, s.multiplications() / best.cpu() / peak);
            ours = ours == 0 ? points / best.cpu() : ours;
        }
        Subject s = softmax();
        check(s);
        Spent first = Spent.on(() -> byEjml(s, pool));
        Spent best = first.best(Spent.on(() -> byEjml(s, pool))).best(Spent.on(() -> byEjml(s, pool)));
        row("the first, point by point with EJML", first, best, EJML_POINTS,
                EJML_POINTS * (double) s.f().dimension() * s.f().samples() / best.cpu() / peak);
        System.out.printf(Locale.ROOT, "a point costs EJML %.0f times as much CPU time%n", ours / (EJML_POINTS / best.cpu()));
    }

    private static void row(String name, Spent first, Spent best, double points, double share) {
        System.out.printf(Locale.ROOT, "%-44s %9.3f %9.3f %9.3f %12.1f %12.1f %7.0f%%%n", name, first.wall(), best.wall(), best.cpu(),
                points / best.wall(), points / best.cpu(), 100 * share);
    }

    static Grid sampled(Subject s, ExecutorService pool) {
        return Slices.sample(s.f(), s.slice(), s.nodes(), s.nodes(), pool, CORES - 1, () -> false, _ -> { });
    }

    /** Points of a softmax slice, each by EJML's product and Java's mathematics, as many threads as cores. */
    static double byEjml(Subject s, ExecutorService pool) {
        List<Future<Double>> values = IntStream.range(0, EJML_POINTS).mapToObj(i -> pool.submit(() -> ejml(s, -1 + 0.04 * i, 0.5))).toList();
        double sum = 0;
        for (Future<Double> value : values) {
            try {
                sum += value.get();
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return sum;
    }

    /** The two ways agree, or the comparison is none. */
    static void check(Subject s) {
        Grid grid = Slices.sample(s.f(), s.slice(), 3, 3, () -> false);
        double other = ejml(s, 1, -1);
        if (!(Math.abs(grid.value(2, 0) - other) <= 1e-12 * other)) {
            throw new IllegalStateException("a slice says " + grid.value(2, 0) + ", EJML " + other);
        }
    }

    private static double ejml(Subject s, double a, double b) {
        DataSet data = s.f().data();
        Layer layer = s.f().architecture().layers().getFirst();
        int k = layer.out();
        double[] theta = s.slice().at(a, b).toArray();
        DMatrixRMaj x = DMatrixRMaj.wrap(data.size(), layer.in(), data.features());
        DMatrixRMaj w = DMatrixRMaj.wrap(k, layer.in(), Arrays.copyOf(theta, layer.weights()));
        DMatrixRMaj z = new DMatrixRMaj(data.size(), k);
        CommonOps_DDRM.multTransB(x, w, z);
        double loss = 0;
        for (int i = 0; i < data.size(); i++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < k; j++) {
                z.data[i * k + j] += theta[layer.biasesAt() + j];
                highest = Math.max(highest, z.data[i * k + j]);
            }
            double total = 0;
            for (int j = 0; j < k; j++) {
                total += Math.exp(z.data[i * k + j] - highest);
            }
            loss += Math.log(total) + highest - z.data[i * k + data.label(i)];
        }
        return loss / data.size();
    }

    /** Fused multiply-adds in a second of a processor, out of registers: the best of some rounds. */
    static double peak() {
        double best = 0;
        int steps = 20_000_000;
        for (int round = 0; round < 8; round++) {
            double[] kept = {0};
            Spent spent = Spent.on(() -> kept[0] = chains(steps));
            best = kept[0] == 0 ? best : Math.max(best, 10.0 * SPECIES.length() * steps / spent.cpu());
        }
        return best;
    }

    /** Ten chains: two units of a latency of four or five. */
    private static double chains(int steps) {
        DoubleVector x = DoubleVector.broadcast(SPECIES, 0.999999);
        DoubleVector y = DoubleVector.broadcast(SPECIES, 1e-9);
        DoubleVector a = x;
        DoubleVector b = x;
        DoubleVector c = x;
        DoubleVector d = x;
        DoubleVector e = x;
        DoubleVector f = x;
        DoubleVector g = x;
        DoubleVector h = x;
        DoubleVector i = x;
        DoubleVector j = x;
        for (int step = 0; step < steps; step++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).reduceLanes(VectorOperators.ADD);
    }
}
