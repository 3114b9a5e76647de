package thalweg.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Choice;
import thalweg.catalog.Spec;
import thalweg.math.Chance;
import thalweg.math.Grid;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

class SlicesTest {
    private static final Slice WINDOW = Slice.axes(List.of(new Range(-0.3, 0.7), new Range(10, 13)));
    private static final Objective SUM = new Plain(2, t -> t[0] + t[1]);

    /** A function without a gradient, for sampling only; counts how often it is asked. */
    private record Plain(int dimension, ToDoubleFunction<double[]> f, AtomicInteger asked) implements Objective {
        Plain(int dimension, ToDoubleFunction<double[]> f) {
            this(dimension, f, new AtomicInteger());
        }

        @Override
        public double value(double[] theta) {
            asked.incrementAndGet();
            return f.applyAsDouble(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            throw new AssertionError("sampling needs no gradient");
        }

        @Override
        public Appearance appearance() {
            return new Appearance("plain", "", List.of(), List.of(), Vec.of(new double[dimension]), List.of());
        }
    }

    private static void assertSameGrid(Grid expected, Grid actual) {
        for (int j = 0; j < expected.ny(); j++) {
            for (int i = 0; i < expected.nx(); i++) {
                assertEquals(expected.value(i, j), actual.value(i, j), "node " + i + ", " + j);
            }
        }
    }

    @Test
    void coordinatesAreExactOnAGridThatIsNotSquare() {
        Grid grid = Slices.sample(SUM, WINDOW, 7, 4, () -> false);
        assertEquals(7, grid.nx());
        assertEquals(4, grid.ny());
        for (int j = 0; j < 4; j++) {
            for (int i = 0; i < 7; i++) {
                assertEquals(grid.xAt(i) + grid.yAt(j), grid.value(i, j));
            }
        }
        assertEquals(-0.3 + 10, grid.value(0, 0));
        assertEquals(0.7 + 10, grid.value(6, 0));
        assertEquals(0.7 + 13, grid.value(6, 3));
    }

    @Test
    void anyDirectionsGiveThePlaneThroughThem() {
        Slice slice = new Slice(Vec.of(1, 2, 3), List.of(Vec.of(1, -1, 0.5), Vec.of(0.25, 1, 2)), List.of(new Range(-1, 1), new Range(0,
                2)));
        Objective f = new Plain(3, t -> t[0] * 10000 + t[1] * 100 + t[2]);
        Grid grid = Slices.sample(f, slice, 5, 9, () -> false);
        for (int j = 0; j < 9; j++) {
            for (int i = 0; i < 5; i++) {
                double[] theta = slice.at(grid.xAt(i), grid.yAt(j)).toArray();
                assertEquals(f.value(theta), grid.value(i, j), 1e-10);
            }
        }
    }

    @Test
    void axesOfManyParametersMoveOnlyTheirOwn() {
        Slice slice = new Slice(Vec.of(5, 6, 7), List.of(Vec.of(0, 0, 1), Vec.of(1, 0, 0)), List.of(new Range(0, 1), new Range(0, 1)));
        Grid grid = Slices.sample(new Plain(3, t -> t[0] * 100 + t[1] * 10 + t[2]), slice, 2, 2, () -> false);
        assertEquals(567, grid.value(0, 0));
        assertEquals(568, grid.value(1, 0));
        assertEquals(667, grid.value(0, 1));
        assertEquals(668, grid.value(1, 1));
    }

    @Test
    void swappingTheDirectionsTransposesTheGridAndNegatingOneMirrorsIt() {
        Objective f = new Plain(3, t -> Math.sin(t[0]) + t[1] * t[1] * t[2]);
        Vec u = Vec.of(1, 2, -1);
        Vec v = Vec.of(0.5, -1, 3);
        Vec minusU = Vec.of(-1, -2, 1);
        List<Range> ranges = List.of(new Range(-1, 1), new Range(-1, 1));
        Vec origin = Vec.of(0.1, 0.2, 0.3);
        Grid grid = Slices.sample(f, new Slice(origin, List.of(u, v), ranges), 5, 5, () -> false);
        Grid swapped = Slices.sample(f, new Slice(origin, List.of(v, u), ranges), 5, 5, () -> false);
        Grid mirrored = Slices.sample(f, new Slice(origin, List.of(minusU, v), ranges), 5, 5, () -> false);
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < 5; i++) {
                assertEquals(grid.value(i, j), swapped.value(j, i));
                assertEquals(grid.value(i, j), mirrored.value(4 - i, j));
            }
        }
    }

    @Test
    void aLineHasOneRow() {
        Slice line = Slice.axes(List.of(new Range(-1, 1)));
        Grid grid = Slices.sample(new Plain(1, t -> t[0] * t[0]), line, 5, 1, () -> false);
        assertEquals(1, grid.ny());
        assertEquals(0.25, grid.value(3, 0));
        assertThrows(IllegalArgumentException.class, () -> Slices.sample(new Plain(1, t -> t[0]), line, 5, 2, () -> false));
        assertThrows(IllegalArgumentException.class, () -> Slices.sample(SUM, line, 5, 1, () -> false));
        assertThrows(IllegalArgumentException.class, () -> Slices.sample(SUM, WINDOW, 5, 1, () -> false));
        assertThrows(IllegalArgumentException.class, () -> Slices.sample(SUM, WINDOW, 5000, 5, () -> false));
    }

    @Test
    void helpersChangeNothingAndNoNodeIsSampledTwice() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            for (int[] size : new int[][] {{2, 2}, {17, 17}, {64, 33}, {2, 300}, {301, 2}, {100, 101}}) {
                Plain f = new Plain(2, t -> t[0] * t[0] - 3 * t[1]);
                Grid alone = Slices.sample(f, WINDOW, size[0], size[1], () -> false);
                assertEquals(size[0] * size[1], f.asked().getAndSet(0));
                Grid helped = Slices.sample(f, WINDOW, size[0], size[1], pool, 3, () -> false, _ -> { });
                assertSameGrid(alone, helped);
                assertEquals(size[0] * size[1], f.asked().get());
            }
        }
    }

    @Test
    void aFinerGridAndAResumedOneAskForNothingThatIsKnown() {
        Plain f = new Plain(2, t -> Math.sin(t[0]) * t[1]);
        Grid coarse = Slices.sample(f, WINDOW, 9, 6, () -> false);
        Grid fine = Slices.sample(f, WINDOW, 17, 11, () -> false);
        f.asked().set(0);
        assertSameGrid(fine, Slices.resume(f, WINDOW, coarse, 17, 11, Runnable::run, 1, () -> false, _ -> { }));
        assertEquals(17 * 11 - 9 * 6, f.asked().getAndSet(0));
        Grid half = Slices.sample(f, WINDOW, 17, 11, () -> f.asked().get() >= 70);
        f.asked().set(0);
        assertSameGrid(fine, Slices.resume(f, WINDOW, half, 17, 11, Runnable::run, 0, () -> false, _ -> { }));
        assertEquals(17 * 11 - 70, f.asked().getAndSet(0));
        assertSameGrid(fine, Slices.resume(f, WINDOW, Slices.sample(f, WINDOW, 8, 6, () -> false), 17, 11, Runnable::run, 0, () -> false, _ -> { }));
        Slice other = WINDOW.over(List.of(new Range(0, 1), new Range(10, 13)));
        assertThrows(IllegalArgumentException.class, () -> Slices.resume(f, other, coarse, 17, 11, Runnable::run, 0, () -> false, _ -> { }));
    }

    @Test
    void coarseStagesHaveTheFullSizeAndBecomeFiner() {
        List<Grid> seen = new ArrayList<>();
        Objective curved = new Plain(2, t -> t[0] * t[0] * 50);
        Grid last = Slices.sample(curved, WINDOW, 100, 71, Runnable::run, 1, () -> false, seen::add);
        assertEquals(3, seen.size());
        double before = Double.POSITIVE_INFINITY;
        for (Grid grid : seen) {
            assertEquals(100, grid.nx());
            assertEquals(71, grid.ny());
            double error = 0;
            for (int i = 0; i < 100; i++) {
                error = Math.max(error, Math.abs(grid.value(i, 35) - last.value(i, 35)));
                assertFalse(Double.isNaN(grid.value(i, 70)));
            }
            assertTrue(error < before / 2 && error > 0, error + " after " + before);
            before = error;
            assertEquals(last.value(99, 70), grid.value(99, 70));
        }
    }

    @Test
    void stagesOfAPlaneAreThePlane() {
        Slices.sample(SUM, WINDOW, 90, 61, Runnable::run, 0, () -> false, grid -> {
            for (int j = 0; j < 61; j++) {
                for (int i = 0; i < 90; i++) {
                    assertEquals(grid.xAt(i) + grid.yAt(j), grid.value(i, j), 1e-12);
                }
            }
        });
    }

    @Test
    void anExecutorThatNeverStartsSlowsNothingDown() {
        assertSameGrid(Slices.sample(SUM, WINDOW, 20, 20, () -> false),
                Slices.sample(SUM, WINDOW, 20, 20, _ -> { }, 4, () -> false, _ -> { }));
    }

    @Test
    void cancellingIsHeardBeforeTheNextValue() {
        Plain f = new Plain(2, t -> t[0]);
        Grid grid = Slices.sample(f, WINDOW, 50, 50, () -> f.asked().get() >= 60);
        assertEquals(60, f.asked().get());
        assertFalse(Double.isNaN(grid.value(9, 1)));
        assertTrue(Double.isNaN(grid.value(10, 1)));
        assertTrue(Double.isNaN(grid.value(0, 2)));
    }

    @Test
    void aFailingObjectiveFailsTheCallerWhoeverCalledIt() {
        IllegalStateException broken = new IllegalStateException("broken");
        Objective f = new Plain(2, t -> {
            throw broken;
        });
        assertSame(broken, assertThrows(IllegalStateException.class, () -> Slices.sample(f, WINDOW, 9, 9, () -> false)));
        assertSame(broken, assertThrows(IllegalStateException.class,
                () -> Slices.sample(f, WINDOW, 9, 9, Runnable::run, 2, () -> false, _ -> { })));
    }

    /** The same objective without the way to many values at once. */
    private record OneByOne(Objective original) implements Objective {
        @Override
        public int dimension() {
            return original.dimension();
        }

        @Override
        public double value(double[] theta) {
            return original.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return original.valueAndGradient(theta, gradient);
        }

        @Override
        public Appearance appearance() {
            return original.appearance();
        }
    }

    @Test
    void rowsAtOnceHaveTheBitsOfOneByOneForTheWholeCatalog() {
        for (Choice<Objective> choice : Objectives.CATALOG.choices()) {
            if (choice.id().equals("formula") || choice.id().equals("grid")) {
                continue;
            }
            Objective f = Objectives.CATALOG.make(Spec.of(choice.id()));
            Slice slice = Slice.axes(List.copyOf(f.appearance().window()));
            int ny = f.dimension() == 1 ? 1 : 43;
            assertTrue(f.section(new double[f.dimension()], slice.directions().getFirst().toArray(), new double[0]).isPresent(), choice.id());
            Grid plain = Slices.sample(new OneByOne(f), slice, 61, ny, () -> false);
            assertSameGrid(plain, Slices.sample(f, slice, 61, ny, () -> false));
            assertSameGrid(plain, Slices.sample(f, slice, 61, ny, Runnable::run, 1, () -> false, _ -> { }));
            if (ny > 1) {
                Slice turned = new Slice(slice.origin(), slice.directions().reversed(), slice.ranges().reversed());
                assertSameGrid(Slices.sample(new OneByOne(f), turned, 9, 300, () -> false), Slices.sample(f, turned, 9, 300, () -> false));
            }
        }
    }

    @Test
    void aCancelledRowAtOnceIsMissing() {
        Objective f = Objectives.CATALOG.make(Spec.of("ackley"));
        AtomicInteger asked = new AtomicInteger();
        Grid grid = Slices.sample(f, Slice.axes(List.copyOf(f.appearance().window())), 50, 50, () -> asked.incrementAndGet() > 20);
        assertFalse(Double.isNaN(grid.value(0, 0)));
        assertTrue(Double.isNaN(grid.value(0, 49)));
        assertTrue(asked.get() > 20 && asked.get() < 200, "asked " + asked);
    }

    @Test
    void holesStayHoles() {
        Grid grid = Slices.sample(new Plain(2, t -> Math.sqrt(t[0])), WINDOW, 11, 3, () -> false);
        assertTrue(Double.isNaN(grid.value(0, 0)));
        assertTrue(grid.hasFinite());
        assertEquals(Math.sqrt(0.7), grid.value(10, 2));
    }

    @Test
    void twoThousandByTwoThousandWorks() {
        Grid grid = Slices.sample(SUM, WINDOW, 2000, 2000, () -> false);
        assertEquals(grid.xAt(1999) + grid.yAt(1), grid.value(1999, 1));
        assertEquals(9.7, grid.minimum());
        assertEquals(13.7, grid.maximum());
    }

    @Test
    void projectionIsTheNearestPointAndUndoesAt() {
        double[][] d = new double[2][50];
        double[] away = new double[50];
        for (int i = 0; i < 50; i++) {
            d[0][i] = Chance.gaussian(1, Purpose.TEST, i);
            d[1][i] = d[0][i] + Chance.gaussian(2, Purpose.TEST, i);
            away[i] = Chance.gaussian(3, Purpose.TEST, i);
        }
        Slice slice = new Slice(Vec.of(away), List.of(Vec.of(d[0]), Vec.of(d[1])), List.of(new Range(-1, 1), new Range(-1, 1)));
        Projection back = slice.project(slice.at(0.3, -1.7));
        assertEquals(0.3, back.coordinates().get(0), 1e-13);
        assertEquals(-1.7, back.coordinates().get(1), 1e-13);
        assertEquals(0, back.residual(), 1e-13);
        Vec outside = Vec.of(new double[50]);
        Projection best = slice.project(outside);
        double a = best.coordinates().get(0);
        double b = best.coordinates().get(1);
        for (double[] step : new double[][] {{1e-3, 0}, {-1e-3, 0}, {0, 1e-3}, {0, -1e-3}}) {
            assertTrue(distance(slice.at(a + step[0], b + step[1]), outside) > best.residual());
        }
        assertEquals(distance(slice.at(a, b), outside), best.residual(), 1e-13);
    }

    @Test
    void projectionOnALineAndOnParallelDirections() {
        Slice line = new Slice(Vec.of(1, 1), List.of(Vec.of(0, 2)), List.of(new Range(0, 1)));
        assertEquals(new Projection(Vec.of(1.5), 3), line.project(Vec.of(4, 4)));
        Slice thin = new Slice(Vec.of(0, 0), List.of(Vec.of(1, 1), Vec.of(2, 2)), List.of(new Range(0, 1), new Range(0, 1)));
        assertEquals(Vec.of(2, 0), thin.project(Vec.of(2, 2)).coordinates());
    }

    @Test
    void aDirectionThatLeadsNowhereIsRefused() {
        List<Range> ranges = List.of(new Range(0, 1));
        String words = assertThrows(IllegalArgumentException.class, () -> new Slice(Vec.of(0, 0), List.of(Vec.of(0, 0)),
                ranges)).getMessage();
        assertEquals("a direction needs 2 finite numbers that are not all 0, but was [0.0, 0.0]", words);
        assertThrows(IllegalArgumentException.class, () -> new Slice(Vec.of(0, 0), List.of(Vec.of(1, 0, 0)), ranges));
    }

    private static double distance(Vec a, Vec b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
        }
        return Math.sqrt(sum);
    }
}
