package thalweg.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.data.DataSources;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.objective.Objective;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** Runs on batches: what is measured, when, and what is kept of it. */
class MeasuredDescentTest {
    private static final NetworkObjective NET = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=6)")),
            DataSources.CATALOG.make(Spec.parse("moons(samples=60)")).make(1), 2);
    private static final Objective BATCHES = NET.batches(16, 5);
    private static final Gauge ACCURACY = new Gauge("accuracy", _ -> NET::accuracy);

    private static Descent descent(int steps) {
        return Descent.of(NET, Optimizers.CATALOG.make(Spec.parse("adam(learningRate=0.05)")), Schedules.CATALOG.make(Spec.of("constant")),
                NET.appearance().start(), StopRule.steps(steps)).guidedBy(BATCHES);
    }

    @Test
    void lossIsThatOfTheLastMeasurementAndTheBatchesAreSeenAtEveryStep() {
        Trajectory path = descent(25).measured(10, List.of(ACCURACY)).run();
        Objective batches = BATCHES.evaluator();
        for (int step = 0; step <= 25; step++) {
            int measured = step == 25 ? 25 : step / 10 * 10;
            assertEquals(step == measured, path.isMeasured(step), "step " + step);
            assertEquals(NET.value(path.theta(measured).toArray()), path.loss(step), "step " + step);
            assertEquals(NET.accuracy(path.theta(measured).toArray()), path.gauge(0, step), "step " + step);
            batches.toStep(step);
            assertEquals(batches.value(path.theta(step).toArray()), path.batchLoss(step), "step " + step);
        }
        assertEquals(List.of("accuracy"), path.gauges());
        assertThrows(IndexOutOfBoundsException.class, () -> path.gauge(0, 26));
    }

    /** However far an evaluation came when the run was cancelled, nothing of it is in the path. */
    @Test
    void aRunIsCancelledWithinAnEvaluation() {
        Trajectory whole = descent(4).run();
        AtomicInteger asked = new AtomicInteger();
        descent(4).run(() -> asked.getAndIncrement() < 0);
        assertTrue(asked.get() > 60, "at five places two costs of several products: asked " + asked);
        for (int last = 1; last < asked.get(); last++) {
            AtomicInteger left = new AtomicInteger(last);
            Trajectory path = descent(4).run(() -> left.getAndDecrement() <= 0);
            for (int step = 0; step <= path.last(); step++) {
                assertEquals(whole.theta(step), path.theta(step), "asked " + last + ", step " + step);
                assertTrue(step == 0 && Double.isNaN(path.loss(0)) || whole.loss(step) == path.loss(step), "asked " + last + ", step " + step);
            }
        }
    }

    @Test
    void whoReadsAGaugeHearsThatTheRunIsCancelled() {
        AtomicBoolean heard = new AtomicBoolean();
        AtomicBoolean stop = new AtomicBoolean();
        Gauge gauge = new Gauge("deaf?", cancelled -> theta -> {
            stop.set(true);
            heard.set(cancelled.getAsBoolean());
            return theta[0];
        });
        descent(3).measured(1, List.of(gauge)).run(stop::get);
        assertTrue(heard.get());
    }

    /** Measuring must not move the run. */
    @Test
    void howOftenIsMeasuredChangesNoPosition() {
        assertEquals(descent(40).run().theta(40), descent(40).measured(7, List.of(ACCURACY)).run().theta(40));
    }

    /** n is 32: 600 steps take 160 KB; within 60 KB only every few positions are kept, and every step must still be there to the last bit. */
    @Test
    void positionsThatAreNotKeptAreWalkedAgainToTheSameBits() {
        Trajectory whole = descent(600).measured(50, List.of()).run();
        Trajectory tight = descent(600).measured(50, List.of()).within(60_000).run();
        assertEquals(1, whole.keptEvery());
        assertTrue(tight.keptEvery() > 1, "kept every " + tight.keptEvery());
        for (int step : new int[] {0, 1, 7, 63, 64, 65, 299, 598, 599, 600}) {
            assertEquals(whole.theta(step), tight.theta(step), "step " + step);
            assertEquals(whole.theta(step).get(5), tight.theta(step, 5), "step " + step);
            assertEquals(whole.loss(step), tight.loss(step), "step " + step);
            assertEquals(whole.batchLoss(step), tight.batchLoss(step), "step " + step);
            assertEquals(whole.iterate(step).gradient(), tight.iterate(step).gradient(), "step " + step);
            assertEquals(whole.iterate(step).loss(), tight.iterate(step).loss(), "step " + step);
        }
    }

    /** With 1 KB not even the numbers fit: all is walked again. */
    @Test
    void nothingKeptIsStillTheSame() {
        Trajectory whole = descent(300).measured(9, List.of()).run();
        Trajectory none = descent(300).measured(9, List.of()).within(1000).run();
        for (int step = 0; step <= 300; step += 37) {
            assertEquals(whole.theta(step), none.theta(step), "step " + step);
            assertEquals(whole.loss(step), none.loss(step), "step " + step);
            assertEquals(whole.batchLoss(step), none.batchLoss(step), "step " + step);
        }
    }

    @Test
    void aRunIsSeenWhileItIsMade() {
        List<Trajectory> seen = new ArrayList<>();
        Trajectory path = descent(30).run(() -> false, (step, soFar) -> {
            if (step % 10 == 0) {
                seen.add(soFar.get());
            }
        });
        assertEquals(List.of(new Outcome.Running(0), new Outcome.Running(10), new Outcome.Running(20)),
                seen.stream().map(Trajectory::outcome).toList());
        for (Trajectory part : seen) {
            assertEquals(path.theta(part.last()), part.theta(part.last()));
            assertEquals(path.loss(part.last()), part.loss(part.last()));
            assertThrows(IndexOutOfBoundsException.class, () -> part.loss(part.last() + 1));
        }
    }

    @Test
    void stopRulesLookOnlyWhereIsMeasured() {
        Trajectory often = descent(500).measured(1, List.of()).run();
        int first = 0;
        while (often.loss(first) > 0.3) {
            first++;
        }
        Descent rare = descent(500).measured(50, List.of());
        Trajectory stopped = new Descent(rare.objective(), rare.guide(), rare.rule(), rare.schedule(), rare.start(), new StopRule(500, 0, 0.3), false,
                Descent.BUDGET, 50, List.of()).run();
        assertTrue(stopped.outcome() instanceof Outcome.Reached);
        assertEquals(0, stopped.last() % 50);
        assertTrue(stopped.last() >= first);
        assertFalse(stopped.loss(stopped.last()) > 0.3);
    }
}
