package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Slicing;
import thalweg.experiment.Track;

/** Training that is shown while it lasts, and what is kept of one that is stopped. */
class UnderwayTest {
    private static final Experiment LEARNING = Experiment.of(Learning.of(Spec.parse("mlp(hidden=4)"), Spec.parse("moons(samples=30)")))
            .withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.05)"), 0).withBatch(8), Run.of(Spec.of("momentum"), 1)))
            .withStop(StopRule.steps(40));

    private static final List<String> NAMES = List.of("Adam", "Momentum");

    private final List<Frame> shown = new ArrayList<>();
    private final List<Double> parts = new ArrayList<>();
    private final Computation.Listener listener = new Computation.Listener() {
        @Override
        public synchronized void doing(String what, double progress) {
            parts.add(progress);
        }

        @Override
        public synchronized void frame(Frame frame) {
            shown.add(frame);
        }
    };

    @Test
    void whatARunHasIsShownWithTheOthersAtTheirStart() {
        AtomicLong clock = new AtomicLong();
        LongSupplier slow = () -> clock.addAndGet(60_000_000);    // a step takes a while
        Scene scene = Frames.scene(LEARNING);
        Underway underway = new Underway(LEARNING, scene, NAMES, slow, listener);
        Trajectory path = Frames.trajectory(LEARNING, scene, LEARNING.runs().getFirst(), () -> false, underway.watch(0, () -> false));
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
        assertEquals(shown.getLast().last() / 40.0 / 2, parts.getLast(), 1e-12, "one of two runs");
    }

    @Test
    void nothingIsShownOfARunThatIsDoneAtOnce() {
        Scene scene = Frames.scene(LEARNING);
        Underway underway = new Underway(LEARNING, scene, NAMES, () -> 0, listener);
        Frames.trajectory(LEARNING, scene, LEARNING.runs().getFirst(), () -> false, underway.watch(0, () -> false));
        assertEquals(List.of(), shown);
    }

    /** What one run tells holds the other's path as far as it had come when it was asked. */
    @Test
    void ofTwoRunsAtOnceBothAreSeenToGrow() {
        AtomicLong clock = new AtomicLong();
        Scene scene = Frames.scene(LEARNING);
        Underway underway = new Underway(LEARNING, scene, NAMES, clock::get, listener);
        Descent.Watch second = underway.watch(1, () -> false);
        Frames.trajectory(LEARNING, scene, LEARNING.runs().getLast(), () -> false, (step, soFar) -> {
            second.at(step, soFar);
            if (step == 10) {
                Frames.trajectory(LEARNING, scene, LEARNING.runs().getFirst(), () -> false, watchAt(underway.watch(0, () -> false), 20, clock));
            } else if (step == 15) {
                Frames.trajectory(LEARNING, scene, LEARNING.runs().getFirst(), () -> false, watchAt(underway.watch(0, () -> false), 30, clock));
            }
        });
        assertEquals(List.of("20 0", "30 11"), shown.stream()
                .map(f -> f.tracks().getFirst().trajectory().last() + " " + f.tracks().getLast().trajectory().last()).toList());
    }

    /** A quarter of a second passes before one step. */
    private static Descent.Watch watchAt(Descent.Watch watch, int moment, AtomicLong clock) {
        return (step, soFar) -> {
            clock.addAndGet(step == moment ? 300_000_000 : 0);
            watch.at(step, soFar);
        };
    }

    /** Both threads make runs, each once; the bits are those of one thread. */
    @Test
    void runsMadeTwoAtATimeHaveTheSameBits() {
        Experiment four = LEARNING.withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.05)"), 0).withBatch(8), Run.of(Spec.of("momentum"), 1),
                Run.of(Spec.of("nag"), 2).withBatch(4), Run.of(Spec.of("momentum"), 3), Run.of(Spec.of("adagrad"), 4)));
        Frame alone = Frames.frame(four);
        CountDownLatch both = new CountDownLatch(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            new Computation(helper).run(four, () -> runs() && meet(both, threads), () -> false, listener);
        }
        assertEquals(2, threads.size());
        List<Track> tracks = shown.getLast().tracks();
        assertEquals(5, tracks.size());
        for (int i = 0; i < 5; i++) {
            Trajectory expected = alone.tracks().get(i).trajectory();
            Trajectory found = tracks.get(i).trajectory();
            assertEquals(expected.last(), found.last());
            for (int k = 0; k <= 40; k++) {
                assertEquals(expected.theta(k), found.theta(k));
                assertEquals(expected.loss(k), found.loss(k));
            }
        }
        assertSame(tracks.get(1).trajectory(), tracks.get(3).trajectory(), "a twin is not made again");
    }

    /** Whether data and model are there, and runs are being made. */
    private boolean runs() {
        synchronized (listener) {
            return parts.stream().anyMatch(part -> part >= 0);
        }
    }

    /** Whoever asks first whether it is wanted waits until another thread has asked, too. */
    private static boolean meet(CountDownLatch both, Set<String> threads) {
        if (threads.add(Thread.currentThread().getName())) {
            both.countDown();
            try {
                assertTrue(both.await(20, TimeUnit.SECONDS), "no other thread came");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }

    @Test
    void aRuleThatCannotWorkHereIsNamedWhicheverThreadMetIt() {
        Experiment wrong = LEARNING.withRuns(List.of(Run.of(Spec.of("momentum"), 0), Run.of(Spec.parse("recorded(path=\"none.npz\")"), 1),
                Run.of(Spec.of("nag"), 2)));
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            Computation.ProblemException e = assertThrows(Computation.ProblemException.class,
                    () -> new Computation(helper).run(wrong, () -> false, () -> false, listener));
            assertEquals(Problem.run(1), e.problem().where());
        }
    }

    /** Of a model so large that nothing can be shown within the moment that is left, nothing is; and the next request goes on to the end. */
    @Test
    void stoppedBeforeAnythingCanBeShownTheWorkEndsWithoutAFrame() {
        AtomicLong clock = new AtomicLong();
        Computation computation = new Computation(Runnable::run, () -> clock.addAndGet(15_000_000));
        computation.run(LEARNING, () -> false, () -> true, listener);
        assertEquals(List.of(), shown);
        computation.run(LEARNING, () -> false, () -> false, listener);
        assertEquals(new Outcome.OutOfSteps(40), shown.getLast().tracks().getFirst().trajectory().outcome());
        assertFalse(shown.getLast().coarse());
    }

    /** Data, model, runs, directions, grid: whatever is being made when another experiment is wanted, the work ends, with no word and no mistake. */
    @Test
    void replacedAtAnyMomentTheWorkEndsWithoutAWord() {
        Experiment sliced = LEARNING.withSlicing(Slicing.AUTOMATIC.withDirections(Optional.of(Spec.of("pca"))).withPoints(5))
                .withStop(StopRule.steps(2));
        int[] all = {0};
        new Computation(Runnable::run).run(sliced, () -> all[0]++ < 0, () -> false, listener);
        shown.clear();
        for (int stop = 1; stop <= all[0] - 1; stop += 3) {
            int last = stop;
            int[] asked = {0};
            new Computation(Runnable::run).run(sliced, () -> ++asked[0] >= last, () -> false, listener);
            assertTrue(asked[0] < stop + 20, "asked " + asked[0] + " times though replaced at " + stop);
        }
        assertTrue(shown.stream().allMatch(f -> f.grid().hasFinite()), "nothing half done is shown");
    }

    /** Whoever stops a training has what was learnt by then, and the next request goes on to the end. */
    @Test
    void stoppingKeepsWhatThereIs() {
        Computation computation = new Computation(Runnable::run, () -> 0);        // on a machine so fast that no time passes
        AtomicInteger asked = new AtomicInteger();
        computation.run(LEARNING, () -> false, () -> runs() && asked.incrementAndGet() > 60, listener);
        Trajectory stopped = shown.getLast().tracks().getFirst().trajectory();
        assertEquals(new Outcome.Cancelled(stopped.last()), stopped.outcome());
        assertTrue(shown.getLast().grid().hasFinite(), "a map to see where it came to");
        assertTrue(stopped.last() > 0 && stopped.last() < 40, "stopped at " + stopped.last());
        computation.run(LEARNING, () -> false, () -> false, listener);
        assertEquals(new Outcome.OutOfSteps(40), shown.getLast().tracks().getFirst().trajectory().outcome());
    }
}
