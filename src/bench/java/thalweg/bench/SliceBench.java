package thalweg.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
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
 * Slices of networks on two cores, in points per second (issue 4): the 30,730-parameter softmax model on 10,000 images of 32 x 32 x 3 at 51 x 51
 * points within a second, and at least 100 times as fast as point by point with EJML on both cores; a small tanh network and a ReLU network of
 * digits. After each, the share of the machine's fused multiply-adds, measured in the same process, that the products alone amount to; the
 * exponentials come on top.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SliceBench {
    private static final int CORES = 2;
    private static final int EJML_POINTS = 4;
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private final ExecutorService pool = Executors.newFixedThreadPool(CORES);
    private final long[] started = {0, 0};                        // nanoseconds and points so far, of the measured calls
    private Optional<Subject> subject = Optional.empty();

    /** A slice with what it takes to sample it. */
    private record Subject(String name, NetworkObjective f, Slice slice, int nodes, double multiplications) {
        static Subject of(String name, String model, String data, int nodes) {
            DataSet set = DataSources.CATALOG.make(Spec.parse(data)).make(1);
            Model made = Models.CATALOG.make(Spec.parse(model));
            Loss loss = set.classes() == 2 ? Loss.BINARY_CROSS_ENTROPY : made.loss(set);      // of two classes, one output decides
            NetworkObjective f = Networks.objective(made, set, loss, 0, 1);
            int n = f.dimension();
            Vec origin = f.appearance().start();
            List<Vec> directions = IntStream.of(1, 2)
                    .mapToObj(s -> Vec.of(IntStream.range(0, n).mapToDouble(i -> 0.03 * Chance.gaussian(s, Purpose.TEST, i)).toArray())).toList();
            Range range = new Range(-1, 1);
            return new Subject(name, f, new Slice(origin, directions, List.of(range, range)), nodes, multiplications(f.architecture(), set.size(), nodes));
        }

        /** Of one slice: three products of the data with the first layer; then for each point two steps in each of its units, and the other layers. */
        private static double multiplications(Architecture architecture, int samples, int nodes) {
            Layer first = architecture.layers().getFirst();
            double once = 3.0 * first.weights();
            double each = 2.0 * first.out() + architecture.layers().stream().skip(1).mapToInt(Layer::weights).sum();
            return samples * (once + (double) nodes * nodes * each);
        }
    }

    private Grid sample(String name, String model, String data, int nodes) {
        if (subject.isEmpty()) {
            subject = Optional.of(Subject.of(name, model, data, nodes));
        }
        Subject s = subject.get();
        long before = System.nanoTime();
        Grid grid = Slices.sample(s.f(), s.slice(), nodes, nodes, pool, CORES - 1, () -> false, _ -> { });
        started[0] += System.nanoTime() - before;
        started[1]++;
        return grid;
    }

    @Benchmark
    @OperationsPerInvocation(51 * 51)
    public Grid softmax() {
        return sample("51 x 51, softmax 3072-10, 10,000 samples", "softmax", "color-images(samples=10000)", 51);
    }

    @Benchmark
    @OperationsPerInvocation(101 * 101)
    public Grid tanh() {
        return sample("101 x 101, 2-32-32-1 tanh, 500 samples", "mlp(hidden=32-32)", "moons(samples=500)", 101);
    }

    @Benchmark
    @OperationsPerInvocation(51 * 51)
    public Grid relu() {
        return sample("51 x 51, 784-128-64-10 ReLU, 2,000 samples", "mlp(hidden=128-64, activation=relu, initializer=he)",
                "digits(samples=2000, width=28)", 51);
    }

    /** Points of the same softmax slice, each by EJML's product and Java's mathematics, as many threads as cores. */
    @Benchmark
    @OperationsPerInvocation(EJML_POINTS)
    public double softmaxByEjml() throws Exception {
        if (subject.isEmpty()) {
            subject = Optional.of(Subject.of("", "softmax", "color-images(samples=10000)", 51));
        }
        double sum = 0;
        List<Future<Double>> values = IntStream.range(0, EJML_POINTS)
                .mapToObj(i -> pool.submit(() -> ejml(subject.get(), -1 + 0.04 * i, 0.5))).toList();
        for (Future<Double> value : values) {
            sum += value.get();
        }
        return sum;
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

    /** The two ways agree, or the comparison is none; and what was reached of the machine. */
    @TearDown
    public void report() throws Exception {
        Subject s = subject.orElseThrow();
        if (s.f().architecture().layers().size() == 1) {
            Grid grid = Slices.sample(s.f(), s.slice(), 3, 3, () -> false);
            double other = ejml(s, 1, -1);
            if (!(Math.abs(grid.value(2, 0) - other) <= 1e-12 * other)) {
                throw new IllegalStateException("a slice says " + grid.value(2, 0) + ", EJML " + other);
            }
        }
        if (started[1] > 0) {
            double peak = peak();
            double reached = s.multiplications() * started[1] / (started[0] * 1e-9);
            System.out.printf(Locale.ROOT, "%n%s: %.3f s a slice with warm-up, %.1f of %.1f billion multiply-adds a second, %.0f %%%n", s.name(),
                    started[0] * 1e-9 / started[1], reached * 1e-9, peak * 1e-9, 100 * reached / peak);
        }
        pool.shutdown();
    }

    /** Fused multiply-adds a second, all cores at once, out of registers: the best of some rounds. */
    private double peak() throws Exception {
        double best = 0;
        int steps = 20_000_000;
        for (int round = 0; round < 8; round++) {
            long before = System.nanoTime();
            for (Future<Double> done : IntStream.range(0, CORES).mapToObj(_ -> pool.submit(() -> chains(steps))).toList()) {
                done.get();
            }
            best = Math.max(best, CORES * 10.0 * SPECIES.length() * steps / ((System.nanoTime() - before) * 1e-9));
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
