package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Chance;
import thalweg.math.Grid;
import thalweg.math.Kernels;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Section;
import thalweg.slice.Progress;
import thalweg.slice.Slice;
import thalweg.slice.Slices;

/** Costs of networks on lines and planes against the same costs point by point. */
class NetworkSectionTest {
    /**
     * The two ways round differently only in the first layer, where d products are added once for each of three terms instead of once for their
     * sum, and in the penalty: a few units in the last place of the largest term, which the losses hand on about as they are.
     */
    private static final double ROUNDING = 2e-14;
    private static final double[] PLACES = {-1, -0.375, 0, 0.1, 1, 1.7};

    private static NetworkObjective network(String model, String data, Loss loss, double lambda) {
        return Networks.objective(Models.CATALOG.make(Spec.parse(model)), DataSources.CATALOG.make(Spec.parse(data)).make(3), loss, lambda, 7);
    }

    private static double[] random(int n, long seed, double size) {
        return IntStream.range(0, n).mapToDouble(i -> size * Chance.gaussian(seed, Purpose.TEST, i)).toArray();
    }

    private static double[] times(double factor, double[] v) {
        return Arrays.stream(v).map(c -> factor * c).toArray();
    }

    /** All activations with all losses, biased and not, with and without skips over the first layer and a later one, with one sample and many. */
    static List<NetworkObjective> combinations() {
        return COMBINATIONS;
    }

    private static final List<NetworkObjective> COMBINATIONS = made();

    private static List<NetworkObjective> made() {
        List<NetworkObjective> all = new ArrayList<>();
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                String knobs = ", activation=" + Value.of(activation).asText() + ")";
                String data = loss == Loss.BINARY_CROSS_ENTROPY ? "moons(samples=150)" : "blobs(samples=150, classes=3)";
                all.add(network("mlp(hidden=5-4" + knobs, data, loss, 0));
                all.add(network("mlp(hidden=2-2-3, skip=true" + knobs, data, loss, 0.5));
                all.add(network("mlp(hidden=4-4, bias=false, skip=true" + knobs, data, loss, 3));
            }
        }
        for (Loss loss : Loss.values()) {
            all.add(network("mlp(hidden=none)", "digits(samples=130)", loss, 1));
            all.add(network("mlp(hidden=6)", "digits(samples=257)", loss, 0));
            all.add(network("mlp(hidden=6-6, skip=true)", "moons(samples=7)", loss, 0));
        }
        all.add(network("linear", "three-points", Loss.MEAN_SQUARED, 0.1));
        all.add(network("linear-one", "houses", Loss.MEAN_SQUARED, 0));
        all.add(network("polynomial(degree=4)", "polynomial", Loss.MEAN_SQUARED, 1));
        all.add(network("mlp(hidden=90-120, activation=relu)", "digits(samples=300)", Loss.CROSS_ENTROPY, 1));
        all.add(network("mlp(hidden=300-10)", "digits(samples=70)", Loss.HINGE, 1));
        return all;
    }

    /** A section in shares, each prepared and read in turn: the bits of the whole, whichever pieces a share has. */
    @Test
    void sharesOneAfterTheOtherComeToTheBitsOfTheWhole() {
        List<NetworkObjective> all = List.of(network("mlp(hidden=6)", "digits(samples=600)", Loss.CROSS_ENTROPY, 1),
                network("mlp(hidden=64-64, skip=true, activation=relu)", "digits(samples=300)", Loss.CROSS_ENTROPY, 0),
                network("softmax", "digits(samples=300)", Loss.CROSS_ENTROPY, 0), network("linear", "line(samples=300)", Loss.MEAN_SQUARED, 1));
        for (NetworkObjective f : all) {
            double[] origin = random(f.dimension(), 1, 0.3);
            double[] u = random(f.dimension(), 2, 0.3);
            double[] v = random(f.dimension(), 3, 0.3);
            double[] whole = new double[PLACES.length];
            Section.Reader reader = prepared(f, origin, u, v).reader();
            reader.places(PLACES);
            reader.values(0.4, whole, () -> false);
            Section shared = new NetworkSection(f, Kernels.fastest(), f.hasPenalty() ? 1.0 / f.samples() : 0, origin, u, v, 1,
                    Portions.NEVER);
            assertEquals(Math.ceilDiv(f.samples(), 128), shared.shares(), "one block each");
            double[] values = new double[PLACES.length];
            for (int s = 0; s < shared.shares(); s++) {
                Section share = shared.share(s);
                for (int piece = 0; piece < share.preparations(); piece++) {
                    share.prepare(piece, () -> false);
                }
                Section.Reader mine = share.reader();
                mine.places(PLACES);
                mine.values(0.4, values, () -> false);
            }
            assertArrayEquals(whole, values, 0);
        }
    }

    /** Ten thousand samples and 4,096 units are 123 million products, 1 GB: no share keeps more than a quarter of that. */
    @Test
    void noShareKeepsMoreThanTheMost() {
        NetworkObjective small = network("mlp(hidden=4096)", "moons(samples=1000)", Loss.CROSS_ENTROPY, 0);
        double[] some = random(small.dimension(), 1, 1);
        Section section = new NetworkSection(small, Kernels.fastest(), 0, some, some, some, 4096 * 3 * 300, Portions.NEVER);
        assertEquals(4, section.shares(), "256, 256, 256 and 232 samples");
        assertEquals(1, small.section(some, some, some).orElseThrow().shares());
    }

    /** A piece of many multiplications asks often whether it is still wanted, and then ends. */
    @Test
    void preparingAsksEveryFiftyMillionMultiplications() {
        NetworkObjective f = network("mlp(hidden=1500)", "digits(samples=64, width=28)", Loss.CROSS_ENTROPY, 0);
        double[] some = random(f.dimension(), 1, 0.1);
        Section section = f.section(some, some, some).orElseThrow();
        AtomicInteger asked = new AtomicInteger();
        for (int piece = 0; piece < section.preparations(); piece++) {
            section.prepare(piece, () -> {
                asked.incrementAndGet();
                return asked.get() > 1;
            });
        }
        assertEquals(section.preparations() + 1, asked.get(), "one row of rows, then every piece asks once and ends");
        double multiplications = 64.0 * 784 * 4500;
        AtomicInteger patient = new AtomicInteger();
        for (int piece = 0; piece < section.preparations(); piece++) {
            section.prepare(piece, () -> patient.incrementAndGet() < 0);
        }
        assertTrue(multiplications / patient.get() <= 5e7, multiplications / patient.get() + " at once");
    }

    private static Section prepared(Objective f, double[] origin, double[] u, double[] v) {
        Section section = f.section(origin, u, v).orElseThrow();
        for (int piece = section.preparations() - 1; piece >= 0; piece--) {
            section.prepare(piece, () -> false);
        }
        return section;
    }

    private static double[] row(Section section, double b, double... places) {
        Section.Reader reader = section.reader();
        double[] values = new double[places.length];
        reader.places(places);
        reader.values(b, values, () -> false);
        return values;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void planesAndLinesHaveTheValuesOfPointByPoint(NetworkObjective f) {
        int n = f.dimension();
        double[] origin = random(n, 1, 0.7);
        double[] u = random(n, 2, 1);
        double[] v = random(n, 3, 0.5);
        Section plane = prepared(f, origin, u, v);
        Section line = prepared(f, origin, u, new double[0]);
        Objective exact = f.evaluator();
        for (double b : PLACES) {
            double[] values = row(plane, b, PLACES);
            double[] onLine = row(line, b, PLACES);
            for (int k = 0; k < PLACES.length; k++) {
                double[] theta = new double[n];
                Kernels.fastest().plane(n, origin, 0, PLACES[k], u, 0, b, v, 0, theta, 0);
                assertClose(exact.value(theta), values[k], f + " at " + PLACES[k] + ", " + b);
                Kernels.fastest().plane(n, origin, 0, PLACES[k], u, 0, 0, v, 0, theta, 0);
                assertClose(exact.value(theta), onLine[k], f + " at " + PLACES[k]);
            }
        }
    }

    private static void assertClose(double expected, double value, String what) {
        assertEquals(expected, value, ROUNDING * Math.max(1, Math.abs(expected)), what);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void theOriginHasTheLastBitsOfTheCost(NetworkObjective f) {
        double[] origin = random(f.dimension(), 1, 0.7);
        double[] u = random(f.dimension(), 2, 1);
        double[] v = random(f.dimension(), 3, 0.5);
        double expected = f.evaluator().value(origin);
        assertEquals(expected, row(prepared(f, origin, u, v), 0, PLACES)[2]);
        assertEquals(expected, row(prepared(f, origin, u, new double[0]), 9, PLACES)[2]);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void swappingAndNegatingDirectionsChangesNoBitAndNeitherDoesWhoIsAskedTogether(NetworkObjective f) {
        double[] origin = random(f.dimension(), 1, 0.7);
        double[] u = random(f.dimension(), 2, 1);
        double[] v = random(f.dimension(), 3, 0.5);
        Section plane = prepared(f, origin, u, v);
        Section swapped = prepared(f, origin, v, u);
        Section mirrored = prepared(f, origin, times(-1, u), v);
        for (double b : PLACES) {
            double[] values = row(plane, b, PLACES);
            assertArrayEquals(values, row(mirrored, b, times(-1, PLACES)));
            for (int k = 0; k < PLACES.length; k++) {
                assertEquals(values[k], row(swapped, PLACES[k], b)[0]);
                assertEquals(values[k], row(plane, b, PLACES[k])[0]);
            }
        }
    }

    @Test
    void scalarKernelsGiveTheSameBits() {
        Kernels scalar = scalar();
        for (Loss loss : Loss.values()) {
            for (String model : List.of("mlp(hidden=none)", "mlp(hidden=12-12, skip=true, activation=softplus)")) {
                NetworkObjective f = network(model, "digits(samples=200)", loss, 1);
                NetworkObjective slow = Networks.objective(scalar, Models.CATALOG.make(Spec.parse(model)),
                        DataSources.CATALOG.make(Spec.parse("digits(samples=200)")).make(3), loss, 1, 7, Portions.NEVER);
                double[] origin = random(f.dimension(), 1, 0.1);
                double[] u = random(f.dimension(), 2, 1);
                double[] v = random(f.dimension(), 3, 0.5);
                assertArrayEquals(row(prepared(slow, origin, u, v), 0.3, PLACES), row(prepared(f, origin, u, v), 0.3, PLACES));
            }
        }
    }

    /** The scalar twin, whose class is its package's own. */
    private static Kernels scalar() {
        try {
            var constructor = Class.forName("thalweg.math.ScalarKernels").getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Kernels) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Softmax of ten scores that are all 0, and nine classes that come within 1 of the right one: ln 10 and 9. */
    @Test
    void modelsWithoutWeightsCostWhatGuessingCosts() {
        for (Loss loss : List.of(Loss.CROSS_ENTROPY, Loss.HINGE)) {
            NetworkObjective f = network("softmax", "digits(samples=500)", loss, 5);
            Section section = prepared(f, new double[f.dimension()], random(f.dimension(), 1, 1), random(f.dimension(), 2, 1));
            assertEquals(loss == Loss.HINGE ? 9 : Math.log(10), row(section, 0, 0)[0], 1e-15);
        }
    }

    /** Convex losses of scores that are affine in the place: no second difference falls below 0 by more than rounding. */
    @Test
    void slicesOfLinearModelsAreConvexAndThoseOfTheSvmStraightInPieces() {
        double[] places = IntStream.rangeClosed(-400, 400).mapToDouble(i -> i / 400.0).toArray();
        for (String model : List.of("softmax", "svm", "logistic")) {
            String data = model.equals("logistic") ? "moons(samples=300)" : "digits(samples=300)";
            Model kind = Models.CATALOG.make(Spec.parse(model));
            NetworkObjective f = network(model, data, kind.loss(DataSources.CATALOG.make(Spec.parse(data)).make(3).isClassified()), 0);
            Section section = prepared(f, random(f.dimension(), 1, 0.1), random(f.dimension(), 2, 1), random(f.dimension(), 3, 1));
            int straight = 0;
            for (double b : PLACES) {
                double[] values = row(section, b, places);
                for (int k = 1; k < places.length - 1; k++) {
                    double second = values[k - 1] - 2 * values[k] + values[k + 1];
                    assertTrue(second >= -1e-14 * Math.abs(values[k]), model + " bends down by " + second + " at " + places[k]);
                    straight += Math.abs(second) <= 1e-13 * Math.abs(values[k]) ? 1 : 0;
                }
            }
            assertEquals(model.equals("svm"), straight > 100, model + " is straight at " + straight);
        }
    }

    /** Of 1,000 images some two hundred are enough for a first picture: much like the whole, and not the whole. */
    @Test
    void aWideNetworkIsSketchedBySomeOfItsSamples() {
        NetworkObjective f = network("mlp(hidden=256)", "digits(samples=1000)", Loss.CROSS_ENTROPY, 0.5);
        double[] origin = f.appearance().start().toArray();
        Section whole = f.section(origin, random(f.dimension(), 1, 0.1), random(f.dimension(), 2, 0.1)).orElseThrow();
        Section sketch = whole.sketch().orElseThrow();
        assertTrue(sketch.work() < whole.work() / 3 && sketch.work() > whole.work() / 20, sketch.work() + " of " + whole.work());
        assertTrue(sketch.sketch().isEmpty());
        for (Section s : List.of(whole, sketch)) {
            IntStream.range(0, s.preparations()).forEach(piece -> s.prepare(piece, () -> false));
        }
        double[] all = row(whole, 0.5, PLACES);
        double[] some = row(sketch, 0.5, PLACES);
        for (int k = 0; k < all.length; k++) {
            assertTrue(some[k] != all[k] && Math.abs(some[k] - all[k]) < 0.1 * all[k], some[k] + " like " + all[k]);
        }
        NetworkObjective small = network("mlp(hidden=8)", "digits(samples=300)", Loss.CROSS_ENTROPY, 0);
        assertTrue(small.section(new double[small.dimension()], random(small.dimension(), 1, 1), new double[0]).orElseThrow().sketch().isEmpty());
    }

    /** Files often hold one class after the other: the first samples alone would be of one or two, and this network answers 0 to everything. */
    @Test
    void aSketchOfDataSortedByClassHasAllClasses() {
        DataSet digits = DataSources.CATALOG.make(Spec.parse("digits(samples=1000)")).make(1);
        DataSet sorted = digits.take(IntStream.range(0, digits.size()).boxed().sorted(Comparator.comparing(digits::label)).mapToInt(i -> i)
                .toArray());
        NetworkObjective f = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=256)")), sorted, Loss.CROSS_ENTROPY, 0, 1);
        double[] origin = new double[f.dimension()];
        origin[f.architecture().layers().getLast().biasesAt()] = 5;
        Section sketch = f.section(origin, random(f.dimension(), 1, 0.1), random(f.dimension(), 2, 0.1)).orElseThrow().sketch().orElseThrow();
        IntStream.range(0, sketch.preparations()).forEach(piece -> sketch.prepare(piece, () -> false));
        assertEquals(f.value(origin), row(sketch, 0, new double[] {0})[0], 0.1);
    }

    /** The sketch is shown first and once, leaves nothing in the values, and is not made where some values are known already. */
    @Test
    void aSketchIsShownBeforeTheStagesAndLeavesNoTrace() {
        NetworkObjective f = network("mlp(hidden=256)", "digits(samples=1000)", Loss.CROSS_ENTROPY, 0);
        Slice slice = new Slice(f.appearance().start(), List.of(Vec.of(random(f.dimension(), 1, 0.1))), List.of(new Range(-1, 1)));
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void sketch(Grid grid) {
                told.add("sketch of " + grid.nx());
            }

            @Override
            public void stage(Grid grid) {
                told.add("stage");
            }
        };
        Grid grid = Slices.sample(f, slice, 17, 1, Runnable::run, 0, () -> false, progress);
        assertEquals("sketch of 17", told.getFirst());
        assertEquals(1, told.stream().filter(t -> t.startsWith("sketch")).count());
        Grid plain = Slices.sample(f, slice, 17, 1, () -> false);
        told.clear();
        Slices.resume(f, slice, grid, 33, 1, Runnable::run, 0, () -> false, progress);
        assertTrue(told.stream().noneMatch(t -> t.startsWith("sketch")), told.toString());
        for (int i = 0; i < 17; i++) {
            assertEquals(plain.value(i, 0), grid.value(i, 0), 0);
        }
    }

    @Test
    void cancellingIsHeardWithinARowAndLeavesTheRestAlone() {
        NetworkObjective f = network("mlp(hidden=32-32)", "digits(samples=1000)", Loss.CROSS_ENTROPY, 0);
        Section section = prepared(f, new double[f.dimension()], random(f.dimension(), 1, 1), random(f.dimension(), 2, 1));
        Section.Reader reader = section.reader();
        double[] values = new double[100];
        reader.places(new double[100]);
        int[] asked = {0};
        reader.values(0, values, () -> asked[0]++ < 0);
        int half = asked[0] / 2;
        Arrays.fill(values, Double.NaN);
        asked[0] = 0;
        reader.values(0, values, () -> asked[0]++ >= half);
        assertEquals(half + 1, asked[0]);
        assertTrue(Double.isFinite(values[0]));
        assertTrue(Double.isNaN(values[99]));
    }
}
