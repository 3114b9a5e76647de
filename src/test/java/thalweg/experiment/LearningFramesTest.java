package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.DataSources;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Crew;
import thalweg.math.Grid;
import thalweg.network.Loss;
import thalweg.slice.Route;

/** Experiments that learn become frames. */
class LearningFramesTest {
    static List<String> made() {
        return DataSources.CATALOG.ids().stream().filter(id -> !List.of("csv", "idx", "cifar10").contains(id)).toList();
    }

    /** Every data set that people can pick begins with runs that learn something: the first halves its cost at least, and none diverges. */
    @ParameterizedTest
    @MethodSource("made")
    void theFirstExperimentOnEveryDataSetLearns(String id) {
        Experiment first = Experiments.firstOn(Spec.of(id));
        assertEquals(List.of(), Validation.flaws(first));
        assertEquals(first, ExperimentJson.read(ExperimentJson.write(first)));
        Experiment quick = id.equals("color-images") ? first.withStop(StopRule.steps(20)) : first;
        Scene scene = Frames.scene(quick);
        for (Track track : Frames.tracks(quick, scene, () -> false)) {
            Trajectory path = track.trajectory();
            assertInstanceOf(Outcome.OutOfSteps.class, path.outcome(), track.name());
            assertTrue(path.loss(path.last()) < (id.equals("color-images") ? 0.95 : 0.7) * path.loss(0),
                    track.name() + " from " + path.loss(0) + " to " + path.loss(path.last()));
        }
    }

    /** A price in Euro is as good as a length in metres: the runs end near least squares, where a network at the same rates would only begin. */
    @Test
    void aTableWithNumbersToPredictBeginsWithALineWhateverTheirSize(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder("area,rooms,price\n");
        for (int i = 0; i < 5_000; i++) {
            text.append(50 + i % 97).append(',').append(1 + i % 5).append(',').append(2_000 * (50 + i % 97) + 9_000 * (i % 5) + i % 13).append('\n');
        }
        Path numbers = Files.writeString(folder.resolve("flats.csv"), text);
        Experiment first = Experiments.firstOn(csv(numbers));
        assertEquals("linear", first.learning().orElseThrow().model().id());
        for (Track track : Frames.tracks(first, Frames.scene(first), () -> false)) {
            Trajectory path = track.trajectory();
            assertTrue(path.loss(path.last()) < 1e-3 * path.loss(0), track.name() + " from " + path.loss(0) + " to " + path.loss(path.last()));
        }
        assertEquals("adam", Experiments.first(Learning.of(Spec.parse("mlp(hidden=4)"), csv(numbers))).runs().getFirst().optimizer().id());
        Path words = Files.writeString(folder.resolve("words.csv"), text.toString().replaceAll("(\\d)\n", "$1 Euro\n"));
        assertEquals("mlp", Experiments.firstOn(csv(words)).learning().orElseThrow().model().id());
        assertEquals("mlp", Experiments.firstOn(csv(folder.resolve("none.csv"))).learning().orElseThrow().model().id());
    }

    private static Spec csv(Path file) {
        return Spec.of("csv").with("path", new Value.Text(file.toString()));
    }

    /** Who makes a run waits at its first step until both are begun. */
    @Test
    void runsAreMadeAtOnceWhereSomebodyHelpsAndHaveTheSameBits() throws Exception {
        Experiment e = Experiment.of(Learning.of(Spec.parse("mlp(hidden=4)"), Spec.parse("moons(samples=50)")).withTest(0.2))
                .withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.05)"), 0).withBatch(16),
                        Run.of(Spec.parse("momentum(learningRate=0.1)"), 1))).withStop(StopRule.steps(30));
        Scene scene = Frames.scene(e);
        Set<Thread> at = ConcurrentHashMap.newKeySet();
        CountDownLatch both = new CountDownLatch(2);
        List<Track> together;
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            together = Frames.tracks(e, scene, new Crew(helper, 1), () -> {
                if (at.add(Thread.currentThread())) {
                    both.countDown();
                    try {
                        return !both.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException gone) {
                        throw new AssertionError(gone);
                    }
                }
                return false;
            });
        }
        assertEquals(2, at.size());
        List<Track> alone = Frames.tracks(e, scene, () -> false);
        for (int i = 0; i < 2; i++) {
            assertEquals(alone.get(i).name(), together.get(i).name());
            assertEquals(new Outcome.OutOfSteps(30), together.get(i).trajectory().outcome());
            assertEquals(alone.get(i).trajectory().theta(30), together.get(i).trajectory().theta(30));
        }
    }

    /** Of 10 images and 300,000 weights, each image is asked for, and the weights are in turns, once for both parts. */
    @Test
    void dataAndInitialWeightsAreGivenUpBetweenTheirParts() {
        Learning learning = Learning.of(Spec.parse("mlp(hidden=100)"), Spec.parse("color-images(samples=10)")).withTest(0.3);
        int[] all = {0};
        int n = Study.of(learning, 1, () -> all[0]++ < 0).cost().dimension();
        assertEquals(10 + (n >> 16), all[0], 6);
        for (int stop : new int[] {1, 5, 12, 14, all[0]}) {
            int[] asked = {0};
            assertThrows(CancellationException.class, () -> Study.of(learning, 1, () -> ++asked[0] >= stop), "at " + stop);
        }
    }

    @Test
    void theStepsOfASingleLargeRunAreShared() {
        Experiment e = Experiment.of(Learning.of(Spec.parse("mlp(hidden=200-100)"), Spec.parse("moons(samples=1000)")))
                .withRuns(List.of(Run.of(Spec.parse("adam"), 0))).withStop(StopRule.steps(2));
        Scene scene = Frames.scene(e);
        AtomicInteger asked = new AtomicInteger();
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            Crew crew = new Crew(task -> {
                asked.incrementAndGet();
                helper.execute(task);
            }, 1);
            assertEquals(Frames.tracks(e, scene, () -> false).getFirst().trajectory().theta(2),
                    Frames.tracks(e, scene, crew, () -> false).getFirst().trajectory().theta(2));
        }
        assertTrue(asked.get() > 0);
    }

    @Test
    void aModelOfTwoParametersIsSeenAsItIs() {
        Frame frame = Frames.frame(Experiment.of(Learning.of(Spec.of("linear"), Spec.of("line")))
                .withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.2)"), 0))).withStop(StopRule.steps(30)));
        assertTrue(frame.scene().isWhole());
        assertEquals(Optional.empty(), frame.tracks().getFirst().route());
        assertEquals(2, frame.scene().slice().dimension());
        assertEquals(1, frame.scene().criticalPoints().size(), "the least-squares line is known");
    }

    /** The plane of the runs: their ends lie in it, in its window, at the height of the grid. */
    @Test
    void aNetworkIsSeenInThePlaneOfItsRuns() {
        Experiment e = Experiment.of(Learning.of(Spec.parse("mlp(hidden=4)"), Spec.parse("moons(samples=50)")).withTest(0.2))
                .withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.05)"), 0).withBatch(16),
                        Run.of(Spec.parse("momentum(learningRate=0.1)"), 1)))
                .withStop(StopRule.steps(50));
        Frame frame = Frames.frame(e);
        Grid grid = frame.grid();
        assertEquals(Frames.NODES_OF_A_STUDY, grid.nx());
        for (Track track : frame.tracks()) {
            Route route = track.route().orElseThrow();
            Trajectory path = track.trajectory();
            assertEquals(0, route.residual(path.last()), 1e-12);
            assertEquals(0, route.residual(0), 1e-12);
            double cost = frame.scene().objective().value(frame.scene().slice().at(route.a(50), route.b(50)).toArray());
            assertEquals(path.loss(50), cost, 1e-12);
            assertEquals(List.of(Study.TEST_LOSS, Study.ACCURACY, Study.TEST_ACCURACY), path.gauges());
        }
        assertEquals(40, frame.scene().study().orElseThrow().cost().samples());
    }

    @Test
    void batchesShowOnlyInTheRunsThatHaveThem() {
        Experiment e = Experiment.of(Learning.of(Spec.of("softmax"), Spec.parse("blobs(samples=64)")))
                .withRuns(List.of(Run.of(Spec.of("momentum"), 0), Run.of(Spec.of("momentum"), 1).withBatch(8))).withStop(StopRule.steps(12));
        List<Track> tracks = Frames.tracks(e, Frames.scene(e), () -> false);
        assertEquals(tracks.get(0).trajectory().loss(7), tracks.get(0).trajectory().batchLoss(7));
        assertTrue(tracks.get(1).trajectory().loss(7) != tracks.get(1).trajectory().batchLoss(7));
    }

    /** 30,730 parameters on 10,000 samples: measuring at each of 300 steps would take longer than learning does. */
    @Test
    void muchDataIsMeasuredLessOftenButOnceAnEpochAtLeast() {
        Study small = Study.of(Learning.of(Spec.parse("mlp(hidden=8-8)"), Spec.of("spirals")), 1);
        assertEquals(1, small.measureEvery(600, 64));
        assertEquals(5, small.measureEvery(1_000_000, 64), "300 samples are 5 batches of 64");
    }

    @Test
    void whatDoesNotFitIsSaidInWords() {
        Learning line = Learning.of(Spec.of("softmax"), Spec.of("line"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Study.of(line, 1)).getMessage().contains("needs classes"));
        assertEquals("no loss 'hing'; did you mean 'hinge'? (mean-squared, cross-entropy, binary-cross-entropy)",
                assertThrows(IllegalArgumentException.class, () -> Study.loss("hing")).getMessage());
        assertEquals(Loss.HINGE, Study.loss("hinge"));
        assertEquals("learning.test", Validation.flaws(Experiment.of(line.withTest(1))).getFirst().where());
        assertEquals("learning.network", Validation.flaws(Experiment.of(line.withModel(Spec.of("mpl")))).getFirst().where());
        ExperimentException both = assertThrows(ExperimentException.class,
                () -> ExperimentJson.read("{\"objective\": \"sphere\", \"learning\": {\"data\": \"moons\", \"network\": \"softmax\"}}"));
        assertTrue(both.getMessage().contains("not both"), both.getMessage());
    }
}
