package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.data.Wanted;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

class ExperimentsTest {
    @TempDir
    private Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("a.csv"), text);
    }

    @Test
    void aTableIsALandscapeIfItHasALineForEachNode() throws IOException {
        assertEquals(Optional.of("grid"), Experiments.landscape(csv("x,y,z\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n")).map(e -> e.objective().orElseThrow().id()));
        assertEquals(Optional.empty(), Experiments.landscape(csv("x,y,z\n0,0,1\n1,2,3\n3,1,4\n5,5,5\n6,6,6\n")), "these are data");
        assertEquals(Optional.empty(), Experiments.landscape(csv("x,y,z\n0,0,1\n1,0,2\n2,0,3\n")), "a line may be data too");
        assertEquals(Optional.empty(), Experiments.landscape(folder.resolve("none.csv")));
    }

    /** There may be a million of them. Whoever reads asks at each whether it is still wanted. */
    @Test
    void theLinesOfALandscapeAreReadOnce() throws IOException {
        Path file = csv("x,y,z\n" + IntStream.range(0, 900).mapToObj(k -> k % 30 + "," + k / 30 + "," + k + "\n").collect(Collectors.joining()));
        int[] asked = new int[1];
        BooleanSupplier counting = () -> {
            asked[0]++;
            return false;
        };
        assertTrue(Wanted.unless(counting, () -> Experiments.landscape(file)).isPresent());
        assertTrue(asked[0] >= 900 && asked[0] < 1800, asked[0] + " questions");
    }

    static List<String> objectives() {
        return Objectives.CATALOG.ids().stream().filter(id -> !id.equals("grid")).toList();      // which is nothing without a file
    }

    private static List<Track> tracks(Experiment e) {
        return Frames.tracks(e, Frames.scene(e), () -> false);
    }

    /** The numbers beside the target picture, which was computed elsewhere; it shows three digits. */
    @ParameterizedTest
    @CsvSource({"1, 0.517, 0.264, 0.234, 0.103", "2, 0.867, 0.750, 0.0178, 0.0050", "3, -0.692, 0.487, 2.87, 1.41",
            "4, -1.152, 1.401, 5.19, 3.37",
        "5, 0.048, 0.002, 0.906, 0.183"})
    void firstSceneIsTheRaceOfTheTargetPicture(int run, double x, double y, double loss, double last) {
        Trajectory t = tracks(Experiments.first()).get(run).trajectory();
        assertEquals(x, t.theta(137, 0), 5e-4);
        assertEquals(y, t.theta(137, 1), 5e-4);
        assertEquals(loss, t.loss(137), 5e-3 * loss);
        assertEquals(last, t.loss(300), 5e-3 * last);
    }

    @Test
    void gradientDescentDivergesInTheFirstScene() {
        assertTrue(tracks(Experiments.first()).getFirst().trajectory().outcome() instanceof Outcome.Diverged(int step) && step <= 8);
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void everyObjectiveHasARaceWorthWatching(String id) {
        Experiment e = Experiments.first(Spec.of(id));
        assertEquals(List.of(), Validation.flaws(e));
        Scene scene = Frames.scene(e);
        boolean up = e.maximise();
        int improved = 0;
        for (Track track : Frames.tracks(e, scene, () -> false)) {
            Trajectory t = track.trajectory();
            boolean wanted = id.equals("rosenbrock") && track.run().style() == 0;
            boolean bottomless = id.endsWith("saddle");           // who leaves the window there falls for ever
            assertTrue(wanted || !(t.outcome() instanceof Outcome.Diverged(int step)) || bottomless && step > 20, track.name()
                    + " diverged on " + id);
            assertTrue(wanted || t.stepLength(1) > 0, track.name() + " does not move on " + id);
            double gain = up ? t.loss(t.last()) - t.loss(0) : t.loss(0) - t.loss(t.last());
            improved += !wanted && gain > 0 ? 1 : 0;
        }
        assertTrue(improved >= 5, "only " + improved + " runs get better on " + id);
    }

    /** Where minima are known, some racer comes to one: within a fiftieth of the way down from the start. Two are too hard for all six. */
    @ParameterizedTest
    @MethodSource("objectives")
    void someRacerArrivesWhereTheMinimumIsKnown(String id) {
        Experiment e = Experiments.first(Spec.of(id));
        Scene scene = Frames.scene(e);
        boolean hard = List.of("rastrigin", "shubert", "eggholder", "drop-wave", "cross-in-tray", "griewank", "bukin-6").contains(id);
        if (scene.criticalPoints().isEmpty() || hard) {
            return;
        }
        double bottom = scene.criticalPoints().getFirst().value();
        double top = scene.objective().value(scene.start().toArray());
        double reached = Frames.tracks(e, scene, () -> false).stream().map(Track::trajectory)
                .filter(t -> !(t.outcome() instanceof Outcome.Diverged))
                .mapToDouble(t -> t.loss(t.last())).min().orElseThrow();
        assertTrue(reached <= bottom + 0.02 * (top - bottom), id + " came to " + reached + " from " + top + ", the minimum is " + bottom);
    }

    /** The table holds what the rule finds; on polynomials the arithmetic is the same on every machine. */
    @ParameterizedTest
    @ValueSource(strings = {"booth", "matyas", "sphere", "trid", "ravine", "zakharov", "himmelblau", "parabola", "saddle"})
    void theTableIsWhatTheRuleFinds(String id) {
        Objective f = Objectives.CATALOG.make(Spec.of(id));
        Pace.Race found = Pace.race(Experiments.RACERS, f, f.appearance().maximised());
        Experiment first = Experiments.first(Spec.of(id));
        assertEquals(found.rates(), first.runs().stream()
                .map(r -> Frames.trajectory(first, Frames.scene(first), r, () -> false).learningRate(0)).toList());
        assertEquals(found.steps(), first.stop().steps());
    }

    @Test
    void aTypedFormulaGetsARaceToo() {
        Experiment e = Experiments.first(Spec.parse("formula(\"1000*x^2 + (y - 1)^4\")"));
        tracks(e).forEach(t -> assertTrue(t.trajectory().loss(t.trajectory().last()) < 0.01 * t.trajectory().loss(0), t.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"formula(\"1\")", "formula(\"ln(x - 100) + y\")", "formula(\"sqrt(-1 - x^2)\")", "formula(\"x\")",
            "formula(\"exp(exp(x^2))\")"})
    void awkwardFormulasGetAnExperimentThatCanBeCarriedOut(String spec) {
        Experiment e = Experiments.first(Spec.parse(spec));
        assertEquals(List.of(), Validation.flaws(e));
        assertEquals(6, tracks(e).size());
    }

    @Test
    void teaIsClimbed() {
        assertTrue(Experiments.first(Spec.of("tea")).maximise());
    }
}
