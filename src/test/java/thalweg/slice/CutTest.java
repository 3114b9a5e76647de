package thalweg.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.data.DataSources;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.network.Layer;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** Slices as people choose them, through a small network that has learnt. */
class CutTest {
    private static final NetworkObjective NET = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=5-4)")),
            DataSources.CATALOG.make(Spec.parse("moons(samples=40)")).make(1), 3);
    private static final Vec START = NET.appearance().start();
    private static final List<Trajectory> PATHS = List.of(run("adam(learningRate=0.05)"), run("momentum(learningRate=0.1)"));
    private static final Vantage FROM = new Vantage(NET, START, PATHS, 7, () -> false);

    private static Trajectory run(String optimizer) {
        return Descent.of(NET, Optimizers.CATALOG.make(Spec.parse(optimizer)), Schedules.CATALOG.make(Spec.of("constant")), START, StopRule.steps(60))
                .run();
    }

    private static Cut cut(String directions, Optional<Normalisation> normalisation) {
        return new Cut(DirectionKinds.CATALOG.make(Spec.parse(directions)), Optional.empty(), normalisation, true, List.of());
    }

    private static Slice slice(String directions) {
        return cut(directions, Optional.empty()).of(FROM);
    }

    private static double dot(Vec a, Vec b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    /** Whatever is chosen, the slice has finite directions that are not 0, ranges, and the same again for the same seed. */
    @ParameterizedTest
    @ValueSource(strings = {"ends", "pca", "pca(run=2)", "pca(directions=1)", "random", "random(directions=1)", "axes", "axes(first=3, second=0)",
            "gradient",
        "gradient(directions=1)", "hessian", "hessian(which=top)", "hessian(which=bottom)", "hessian(directions=1)",
                "hessian(which=bottom, directions=1)", "memory", "memory(run=2, letter=v)"})
    void everyKindMakesASlice(String directions) {
        String spec = directions.replace("directions=", "count=");
        Slice slice = slice(spec);
        assertEquals(spec.contains("count=1") || spec.contains("second=0") ? 1 : 2, slice.dimension());
        assertEquals(slice, slice(spec));
        assertTrue(slice.ranges().stream().allMatch(r -> r.width() > 0));
    }

    /** Whenever nobody wants it any more, at the first question or the last. */
    @ParameterizedTest
    @ValueSource(strings = {"ends", "pca", "random", "gradient", "hessian", "memory", "between"})
    void aSliceIsGivenUpAtAnyMoment(String directions) {
        Cut cut = cut(directions, Optional.of(Normalisation.UNIT));
        int[] all = {0};
        cut.of(new Vantage(NET, START, PATHS, 7, () -> all[0]++ < 0));
        assertTrue(all[0] > 5, "asked " + all[0]);
        for (int stop = 1; stop <= all[0]; stop += Math.max(1, all[0] / 20)) {
            int last = stop;
            int[] asked = {0};
            assertThrows(CancellationException.class, () -> cut.of(new Vantage(NET, START, PATHS, 7, () -> ++asked[0] >= last)), "at " + stop);
        }
    }

    /** A draw takes 50 ns and more: of 300,000 numbers some 65,000 at most go by unasked, in drawing, in masking and in every normalisation. */
    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void manyParametersAreDrawnInTurns(Normalisation normalisation) {
        NetworkObjective large = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=100)")),
                DataSources.CATALOG.make(Spec.parse("color-images(samples=10)")).make(1), 3);
        Cut cut = new Cut(DirectionKinds.CATALOG.make(Spec.parse("random")), Optional.of(new AtRandom(1)), Optional.of(normalisation), true,
                List.of());
        int[] asked = {0};
        cut.of(new Vantage(large, large.appearance().start(), List.of(), 7, () -> asked[0]++ < 0));
        int vectors = normalisation == Normalisation.NONE ? 3 : normalisation == Normalisation.UNIT ? 10 : 7;
        assertTrue(asked[0] >= vectors * (large.dimension() >> 16), "asked " + asked[0] + " times about " + large.dimension());
    }

    /** Of a path that keeps every 7th step the others would be walked anew, each with its gradients. */
    @Test
    void thePlaneOfOneRunIsMadeOfTheStepsThatAreKept() {
        Objective counted = new Counted(NET);
        Trajectory thin = Descent.of(counted, Optimizers.CATALOG.make(Spec.parse("adam(learningRate=0.05)")),
                Schedules.CATALOG.make(Spec.of("constant")), START, StopRule.steps(60)).within(20_000).run();
        assertTrue(thin.keptEvery() > 1, "kept every " + thin.keptEvery());
        COUNT.set(0);
        cut("ends", Optional.empty()).of(new Vantage(NET, START, List.of(thin), 7, () -> false));
        assertEquals(0, COUNT.get(), "gradients asked for again");
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Counts gradients. */
    private record Counted(Objective of) implements Objective {
        @Override
        public int dimension() {
            return of.dimension();
        }

        @Override
        public double value(double[] theta) {
            return of.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            COUNT.incrementAndGet();
            return of.valueAndGradient(theta, gradient);
        }

        @Override
        public Appearance appearance() {
            return of.appearance();
        }
    }

    @Test
    void thePlaneOfTheRunsHoldsTheirStartAndEnds() {
        Slice slice = slice("ends");
        for (Trajectory path : PATHS) {
            for (int step : new int[] {0, path.last()}) {
                Projection p = slice.project(path.theta(step));
                assertEquals(0, p.residual(), 1e-12 * START.norm(), "off the plane at step " + step);   // Gram and Schmidt, in doubles
                assertTrue(slice.ranges().getFirst().contains(p.coordinates().get(0)) && slice.ranges().getLast().contains(p.coordinates().get(1)));
            }
        }
        assertEquals(1, slice.directions().getFirst().norm(), 1e-14);
        assertEquals(0, dot(slice.directions().getFirst(), slice.directions().getLast()), 1e-14);
    }

    /** No plane explains more of a path than its principal components do. */
    @Test
    void principalComponentsLeaveLessOffThePlaneThanTheEndsDo() {
        double pca = off(slice("pca(run=1)"));
        assertTrue(pca < off(slice("ends")), "off the components " + pca);
        assertTrue(pca < off(slice("random")), "off the components " + pca);
    }

    /** About the mean of the path, which planes through the origin need not hold. */
    private static double off(Slice slice) {
        Trajectory path = PATHS.getFirst();
        double[] mean = new double[path.dimension()];
        for (int step = 0; step <= path.last(); step++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += path.theta(step, i) / (path.last() + 1);
            }
        }
        Slice centred = new Slice(Vec.of(mean), slice.directions(), slice.ranges());
        double sum = 0;
        for (int step = 0; step <= path.last(); step++) {
            double r = centred.project(path.theta(step)).residual();
            sum += r * r;
        }
        return sum;
    }

    /** Li et al., section 4: every filter of the direction has exactly the norm of the same filter of the model. */
    @Test
    void filtersOfTheDirectionHaveTheNormsOfTheModels() {
        Vec origin = PATHS.getFirst().theta(60);
        Cut cut = new Cut(DirectionKinds.CATALOG.make(Spec.of("random")), Optional.of(new AtEnd(1)), Optional.empty(), true, List.of());
        for (Vec d : cut.of(FROM).directions()) {
            for (Layer layer : NET.architecture().layers()) {
                for (int from = layer.weightsAt(); from < layer.biasesAt(); from += layer.in()) {
                    assertEquals(norm(origin, from, from + layer.in()), norm(d, from, from + layer.in()), 1e-14);
                }
                assertEquals(norm(origin, layer.biasesAt(), layer.end()), norm(d, layer.biasesAt(), layer.end()), 1e-14);
            }
        }
    }

    private static double norm(Vec v, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += v.get(i) * v.get(i);
        }
        return Math.sqrt(sum);
    }

    @Test
    void onlyTheLayersAskedForMoveAndBiasesMayRest() {
        Vec d = new Cut(DirectionKinds.CATALOG.make(Spec.of("random")), Optional.empty(), Optional.of(Normalisation.UNIT), false, List.of(2)).of(FROM)
                .directions().getFirst();
        Layer second = NET.architecture().layers().get(1);
        assertEquals(0, norm(d, 0, second.weightsAt()));
        assertEquals(0, norm(d, second.biasesAt(), d.size()));
        assertEquals(1, norm(d, second.weightsAt(), second.biasesAt()), 1e-14);
        Cut none = new Cut(DirectionKinds.CATALOG.make(Spec.of("random")), Optional.empty(), Optional.empty(), true, List.of(4));
        assertEquals("layers: there is no layer 4; the network has 3",
                assertThrows(IllegalArgumentException.class, () -> none.of(FROM)).getMessage());
    }

    /** Along the top eigenvector J curves by the top eigenvalue: second differences of the slice agree with v'Hv. */
    @Test
    void curvatureAlongTheTopDirectionIsTheLargest() {
        Slice slice = slice("hessian");
        double top = secondDifference(slice, 0);
        assertTrue(top > 0 && top > Math.abs(secondDifference(slice("random"), 0)), "curvature " + top);
        assertTrue(secondDifference(slice, 1) < 0.01 * top, "least " + secondDifference(slice, 1));
    }

    private static double secondDifference(Slice slice, int direction) {
        double h = 1e-3 / slice.directions().get(direction).norm();
        double[] ab = new double[2];
        double at = NET.value(slice.at(ab).toArray());
        ab[direction] = h;
        double up = NET.value(slice.at(ab).toArray());
        ab[direction] = -h;
        return (up - 2 * at + NET.value(slice.at(ab).toArray())) / 1e-6;
    }

    @Test
    void drawsOfOneSeedDifferAndAreRepeated() {
        List<Vec> firsts = new ArrayList<>();
        for (int draw = 0; draw < 3; draw++) {
            firsts.add(slice("random(draw=" + draw + ")").directions().getFirst());
        }
        assertEquals(3, firsts.stream().distinct().count());
    }

    @Test
    void whatCannotBeMadeIsExplained() {
        says("there is no run 5 to look from; there are 2", "pca(run=5)");
        says("axes: there are " + START.size() + " parameters, and two directions need two of them, but got 1 and 99", "axes(second=99)");
        says("memory: the optimizer of run 1 keeps no 'q' of every parameter; it keeps m, v", "memory(letter=q)");
        says("cannot read '/no/such.npz': there is no such file", "towards(first=\"/no/such.npz\")");
    }

    private static void says(String words, String directions) {
        assertEquals(words, assertThrows(IllegalArgumentException.class, () -> slice(directions)).getMessage());
    }
}
