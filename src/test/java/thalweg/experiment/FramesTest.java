package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.math.Range;
import thalweg.math.Vec;

class FramesTest {
    private static Experiment on(String objective, String... runs) {
        return Experiment.of(Spec.parse(objective)).withRuns(Arrays.stream(runs).map(r -> RunSyntax.parse(r, 0)).toList());
    }

    @Test
    void sceneTakesWhatTheExperimentSaysOrElseTheObjectivesOwn() {
        Experiment e = on("rosenbrock");
        Scene own = Frames.scene(e);
        assertEquals(List.of(new Range(-2, 2), new Range(-1, 3)), own.slice().ranges());
        assertEquals(Vec.of(1, 1), own.criticalPoints().getFirst().at());
        Scene set = Frames.scene(e.withStart(Vec.of(5, 6)).withLook(Look.DEFAULT.withWindow(List.of(new Range(0, 1), new Range(2, 3)))));
        assertEquals(Vec.of(5, 6), set.start());
        assertEquals(List.of(new Range(0, 1), new Range(2, 3)), set.slice().ranges());
    }

    @Test
    void aStartOrWindowOfTheWrongDimensionIsRefused() {
        ExperimentException start = assertThrows(ExperimentException.class, () -> Frames.scene(on("rosenbrock").withStart(Vec.of(1))));
        assertEquals("a start on Rosenbrock has 2 finite numbers, but was [1.0]", start.getMessage());
        assertEquals("start", start.where());
        assertThrows(ExperimentException.class, () -> Frames.scene(on("rosenbrock").withStart(Vec.of(1, Double.NaN))));
        ExperimentException window = assertThrows(ExperimentException.class,
                () -> Frames.scene(on("parabola").withLook(Look.DEFAULT.withWindow(List.of(new Range(0, 1), new Range(0, 1))))));
        assertEquals("the window of Parabola has one range, but 2 ranges were given", window.getMessage());
    }

    @Test
    void frameStandsAtTheExperimentsStepOrTheLast() {
        Experiment e = on("sphere", "gradient-descent(learningRate=0.1)").withStop(StopRule.steps(10));
        assertEquals(7, Frames.frame(e.withStep(7)).step());
        assertEquals(10, Frames.frame(e.withStep(11)).step());
        assertEquals(0, Frames.frame(on("sphere").withStep(11)).step());
    }

    @Test
    void aLineHasOneRowOfNodes() {
        assertEquals(1, Frames.frame(on("parabola")).grid().ny());
        assertEquals(Frames.NODES_OF_A_LINE, Frames.frame(on("parabola")).grid().nx());
    }

    @Test
    void gradientDescentOnABowlFollowsItsClosedForm() {
        Frame f = Frames.frame(on("sphere", "gradient-descent(learningRate=0.1)").withStart(Vec.of(3, -4)).withStop(StopRule.steps(20)));
        // theta' = (1 - 2 alpha) theta; 20 multiplications, each within half an ulp
        assertEquals(3 * Math.pow(0.8, 20), f.tracks().getFirst().trajectory().theta(20, 0), 1e-15);
        assertEquals(25 * Math.pow(0.64, 20), f.tracks().getFirst().trajectory().loss(20), 1e-15);
    }

    @Test
    void maximisingClimbs() {
        Frame f = Frames.frame(on("tea", "gradient-descent(learningRate=0.1)").withMaximise(true));
        var t = f.tracks().getFirst().trajectory();
        assertTrue(t.loss(t.last()) > t.loss(0) + 1, () -> t.loss(0) + " to " + t.loss(t.last()));
    }

    @Test
    void noiseDependsOnTheSeedAndOnNothingElse() {
        Experiment e = on("sphere", "gradient-descent(learningRate=0.1)", "adam", "gradient-descent(learningRate=0.1)").withNoise(0.5);
        Frame one = Frames.frame(e);
        Frame again = Frames.frame(e.withLook(e.look().withColormap("grey")).withStep(3));
        Frame other = Frames.frame(e.withSeed(2));
        for (int k = 0; k <= 300; k++) {
            assertEquals(one.tracks().getFirst().trajectory().theta(k), again.tracks().getFirst().trajectory().theta(k));
            assertEquals(one.tracks().getFirst().trajectory().theta(k), one.tracks().get(2).trajectory().theta(k));
        }
        assertFalse(one.tracks().getFirst().trajectory().theta(1).equals(other.tracks().getFirst().trajectory().theta(1)));
    }

    @Test
    void divergenceIsAResultAndNoStepsIsAStart() {
        Frame f = Frames.frame(on("formula(\"exp(x^2) + y^2\")", "gradient-descent(learningRate=10)").withStart(Vec.of(3, 1)));
        assertEquals(new Outcome.Diverged(1), f.tracks().getFirst().trajectory().outcome());
        Frame none = Frames.frame(on("sphere", "adam").withStop(StopRule.steps(0)));
        assertEquals(0, none.last());
        assertEquals(new Outcome.OutOfSteps(0), none.tracks().getFirst().trajectory().outcome());
    }

    @Test
    void undefinedRegionsAndAnUndefinedStartGiveAFrame() {
        Frame f = Frames.frame(on("formula(\"ln(x) + y^2\")", "gradient-descent").withStart(Vec.of(-1, 1)));
        assertTrue(Double.isNaN(f.grid().value(0, 0)));
        assertTrue(f.grid().hasFinite());
        assertEquals(0, f.last());
        Frame nowhere = Frames.frame(on("formula(\"sqrt(-1 - x^2 - y^2)\")", "adam"));
        assertFalse(nowhere.grid().hasFinite());
    }

    @Test
    void aCancelledGridComesBackAtOnce() {
        assertFalse(Frames.grid(Frames.scene(on("rosenbrock")), 2000, 2000, () -> true).hasFinite());
    }

    @Test
    void aMillionStepsAreAFrame() {
        Frame f = Frames.frame(on("rosenbrock", "gradient-descent(learningRate=0.001)").withStop(StopRule.steps(1_000_000))
                .withStep(999_999));
        assertEquals(999_999, f.step());
        assertTrue(f.tracks().getFirst().trajectory().loss(999_999) < 1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "adam | Adam",
            "adam ; nag | Adam ; NAG",
            "adam(learningRate=0.1) ; adam | Adam α = 0.1 ; Adam α = 0.05",
            "adam ; adam ; adam | Adam ; Adam 2 ; Adam 3",
            "adam(beta1=0.5) ; adam | Adam β1 = 0.5 ; Adam β1 = 0.9",
            "adam label=A ; adam label=A ; adam | A ; A 2 ; Adam",
            "adam ; adam label=\"Adam 2\" ; adam | Adam ; Adam 2 ; Adam 3",
            "adam label=Adam ; adam(learningRate=0.1) | Adam ; Adam 2",
            "nonsense ; nonsense ; adam(x=1) ; adam | nonsense ; nonsense 2 ; Adam ; Adam 2"})
    void namesAreDistinct(String runs, String names) {
        List<Run> list = Arrays.stream(runs.split(" ; ")).map(r -> RunSyntax.parse(r, 0)).toList();
        assertEquals(names, String.join(" ; ", Frames.names(list)));
    }

    @Test
    void whatCannotBeCarriedOutIsNamed() {
        Experiment e = on("sphere", "adam", "adam(lr=0.1)", "nag schedule=cosinus");
        assertEquals(List.of("runs[1].optimizer", "runs[2].schedule"), Validation.flaws(e).stream().map(Validation.Flaw::where).toList());
        String first = assertThrows(ExperimentException.class, () -> Frames.frame(e)).getMessage();
        assertTrue(first.startsWith("runs[1].optimizer: 'adam' has no knob 'lr'; it has learningRate, beta1, beta2, epsilon"), first);
        assertEquals("objective", Validation.flaws(on("spere")).getFirst().where());
        assertEquals("objective", Validation.flaws(on("formula(\"x +\")")).getFirst().where());
        assertEquals(List.of(), Validation.flaws(on("rosenbrock", "adam", "newton", "bfgs")));
    }
}
