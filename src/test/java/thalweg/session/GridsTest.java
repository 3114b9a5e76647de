package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Scene;
import thalweg.experiment.Slicing;
import thalweg.math.Grid;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;

/** What is sampled once and kept, counted by the values that are asked for. */
class GridsTest {
    private static final Experiment SLICED = Experiment.of(Learning.of(Spec.parse("mlp(hidden=4)"), Spec.parse("moons(samples=10)")))
            .withSlicing(Slicing.AUTOMATIC.withDirections(Optional.of(Spec.of("random"))));

    private final Scene made = Frames.scene(SLICED);
    private final AtomicInteger values = new AtomicInteger();
    private final Scene scene = new Scene(new Counted(made.objective(), values), made.slice(), made.start(), made.criticalPoints(), made.study());
    /** On a machine where a value takes 0.1 ms. */
    private final Grids grids = new Grids(Runnable::run, () -> values.get() * 100_000L);

    /** Counts values, and knows no short way to them. */
    private record Counted(Objective of, AtomicInteger values) implements Objective {
        @Override
        public int dimension() {
            return of.dimension();
        }

        @Override
        public double value(double[] theta) {
            values.incrementAndGet();
            return of.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return of.valueAndGradient(theta, gradient);
        }

        @Override
        public Appearance appearance() {
            return of.appearance();
        }
    }

    private static final Computation.Listener NOBODY = new Computation.Listener() {
        @Override
        public void doing(String what, double part) {
            // not of interest
        }

        @Override
        public void frame(Frame frame) {
            // not of interest
        }
    };

    private Grid sampled(int points, BooleanSupplier stopped) {
        return grids.of(SLICED.withSlicing(SLICED.slicing().withPoints(points)), scene, () -> false, stopped, () -> false, NOBODY, _ -> { });
    }

    @Test
    void aFinerGridKeepsTheNodesOfTheLast() {
        Grid coarse = sampled(11, () -> false);
        assertEquals(121, values.get());
        Grid fine = sampled(21, () -> false);
        assertEquals(441, values.get(), "every node once");
        assertEquals(coarse.value(3, 7), fine.value(6, 14));
        assertEquals(Frames.grid(made, 21, 21, () -> false).value(5, 8), fine.value(5, 8), 1e-12);
        sampled(21, () -> false);
        assertEquals(441, values.get());
    }

    /** Of 41 x 41 nodes, 168 ms, the 21 x 21 are there after 44 ms: before the patience is over, but the next picture would come too late. */
    @Test
    void theFirstPictureIsThereWithinATenthOfASecond() {
        List<Integer> shown = new ArrayList<>();
        grids.of(SLICED.withSlicing(SLICED.slicing().withPoints(41)), scene, () -> false, () -> false, () -> false, NOBODY,
                _ -> shown.add(values.get()));
        assertTrue(!shown.isEmpty() && shown.getFirst() <= 1000, "shown after " + shown);
        shown.clear();
        grids.of(SLICED.withSlicing(SLICED.slicing().withPoints(21)).withSeed(2), scene, () -> false, () -> false, () -> false, NOBODY,
                _ -> shown.add(values.get()));
        assertEquals(List.of(), shown, "what is whole in 44 ms needs no other");
    }

    @Test
    void whatWasStoppedGoesOnFromThere() {
        Grid some = sampled(41, () -> values.get() >= 600);
        assertTrue(values.get() < 41 * 41, "stopped after " + values.get());
        assertFalse(grids.areWhole());
        assertTrue(some.hasFinite());
        Grid all = sampled(41, () -> false);
        assertEquals(41 * 41, values.get(), "no node twice");
        assertTrue(grids.areWhole());
        assertEquals(all.nx() * all.ny(), all.finite().count());
    }
}
