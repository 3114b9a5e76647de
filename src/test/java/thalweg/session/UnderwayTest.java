package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;

/** Training that is shown while it lasts, and what is kept of one that is stopped. */
class UnderwayTest {
    private static final Experiment LEARNING = Experiment.of(Learning.of(Spec.parse("mlp(hidden=4)"), Spec.parse("moons(samples=30)")))
            .withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.05)"), 0).withBatch(8), Run.of(Spec.of("momentum"), 1)))
            .withStop(StopRule.steps(40));

    @Test
    void whatARunHasIsShownWithTheOthersAtTheirStart() {
        List<Frame> shown = new ArrayList<>();
        List<Double> parts = new ArrayList<>();
        AtomicLong clock = new AtomicLong();
        LongSupplier slow = () -> clock.addAndGet(60_000_000);    // a step takes a while
        Scene scene = Frames.scene(LEARNING);
        Underway underway = new Underway(LEARNING, scene, slow, shown::add);
        Trajectory path = Frames.trajectory(LEARNING, scene, LEARNING.runs().getFirst(), () -> false,
                underway.watch(List.of("Adam", "Momentum"), List.of(), () -> false, parts::add));
        assertTrue(shown.size() > 3, "frames shown: " + shown.size());
        for (Frame frame : shown) {
            Trajectory part = frame.tracks().getFirst().trajectory();
            assertEquals(new Outcome.Running(part.last()), part.outcome());
            assertEquals(path.theta(part.last()), part.theta(part.last()));
            assertEquals(0, frame.tracks().getLast().trajectory().last());
            assertEquals(part.last(), frame.last());
            assertTrue(frame.grid().hasFinite());
        }
        assertTrue(shown.getFirst().last() < shown.getLast().last());
        assertEquals(parts.stream().sorted().toList(), parts);
    }

    @Test
    void nothingIsShownOfARunThatIsDoneAtOnce() {
        List<Frame> shown = new ArrayList<>();
        Scene scene = Frames.scene(LEARNING);
        Underway underway = new Underway(LEARNING, scene, () -> 0, shown::add);
        Frames.trajectory(LEARNING, scene, LEARNING.runs().getFirst(), () -> false, underway.watch(List.of("Adam", "Momentum"), List.of(), () -> false, _ -> { }));
        assertEquals(List.of(), shown);
    }

    /** Whoever stops a training has what was learnt by then, and the next request goes on to the end. */
    @Test
    void stoppingKeepsWhatThereIs() {
        Computation computation = new Computation(Runnable::run);
        AtomicInteger asked = new AtomicInteger();
        List<Frame> frames = new ArrayList<>();
        Computation.Listener listener = new Computation.Listener() {
            @Override
            public void doing(String what, double progress) {
                // of no interest here
            }

            @Override
            public void frame(Frame frame) {
                frames.add(frame);
            }
        };
        computation.run(LEARNING, () -> false, () -> asked.incrementAndGet() > 60, listener);
        Trajectory stopped = frames.getLast().tracks().getFirst().trajectory();
        assertEquals(new Outcome.Cancelled(stopped.last()), stopped.outcome());
        assertTrue(frames.getLast().grid().hasFinite(), "a map to see where it came to");
        assertTrue(stopped.last() > 0 && stopped.last() < 40, "stopped at " + stopped.last());
        computation.run(LEARNING, () -> false, () -> false, listener);
        assertEquals(new Outcome.OutOfSteps(40), frames.getLast().tracks().getFirst().trajectory().outcome());
    }
}
