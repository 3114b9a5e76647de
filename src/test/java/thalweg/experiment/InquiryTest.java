package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.math.Vec;
import thalweg.optimizer.Edge;
import thalweg.slice.Curvature;
import thalweg.slice.Sharpness;

class InquiryTest {
    private static final List<String> BOTH = List.of("spectrum", "sharpness");

    private static Experiment on(String objective, String... runs) {
        return Experiment.of(Spec.parse(objective)).withStop(StopRule.steps(40))
                .withRuns(IntStream.range(0, runs.length).mapToObj(i -> Run.of(Spec.parse(runs[i]), i)).toList());
    }

    private static Frame answered(Experiment e, int step, List<String> views) {
        return Inquiry.of(views, e.look()).answered(Frames.frame(e).at(step), () -> false);
    }

    /** Of x^4 / 12 + y^2 the Hessian is diag(x^2, 2): at every step of a run the sharpness is the larger. */
    @Test
    void sharpnessAlongARunIsThatOfTheClosedForm() {
        Frame frame = answered(on("formula(\"x^4/12 + y^2\")", "gradient-descent(learningRate=0.1)").withStart(Vec.of(3, 1)), 7, BOTH);
        List<Sharpness> along = frame.curvatures().along().get(0);
        assertEquals(41, along.size(), "40 steps are fewer than 60 stretches");
        for (int k = 0; k < 41; k++) {
            double x = frame.tracks().getFirst().trajectory().theta(k, 0);
            assertEquals(k, along.get(k).step());
            assertEquals(Math.max(x * x, 2), along.get(k).value(), 1e-12);
        }
        double x = frame.tracks().getFirst().trajectory().theta(7, 0);
        Curvature there = frame.curvatures().points().get(new Curvatures.Point(0, 7));
        assertEquals(Math.max(x * x, 2), there.sharpness().getAsDouble(), 1e-12);
        assertEquals(x * x + 2, there.trace().orElseThrow().value(), 1e-12);
        assertEquals(Math.max(x * x, 2) / Math.min(x * x, 2), there.conditionNumber().getAsDouble(), 1e-12);
        assertEquals(0, there.trace().get().standardError());
    }

    /** Cohen et al. 2021 in small: whole-batch gradient descent climbs from half its edge to it, and stays: at each of two rates its own. */
    @Test
    void sharpnessOfASmallNetworkRisesToTheEdgeOfItsRate() {
        Learning circles = Learning.of(Spec.parse("mlp(hidden=16-16)"), Spec.parse("circles(samples=60)")).withLoss("mean-squared");
        Experiment e = Experiment.of(circles).withStop(StopRule.steps(1500))
                .withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.2)"), 0),
                Run.of(Spec.parse("gradient-descent(learningRate=0.3)"), 1)));
        Frame frame = answered(e.withLook(e.look().withCurving(Curving.DEFAULT.withStretches(15))), 0, List.of("sharpness"));
        for (int run = 0; run < 2; run++) {
            double edge = frame.tracks().get(run).optimizer().edge(run == 0 ? 0.2 : 0.3).map(Edge::curvature).orElseThrow();
            List<Sharpness> along = frame.curvatures().along().get(run);
            assertTrue(along.getFirst().value() < 0.8 * edge, "begins below: " + along.getFirst());
            double late = along.subList(8, 16).stream().mapToDouble(Sharpness::value).average().orElseThrow();
            assertEquals(edge, late, 0.06 * edge, "the mean of the second half");
            assertTrue(frame.tracks().get(run).trajectory().loss(1500) < 0.05 * frame.tracks().get(run).trajectory().loss(0), "and it still learns");
        }
    }

    @Test
    void onlyWhatTheViewsShowIsSought() {
        Experiment e = on("rosenbrock", "gradient-descent(learningRate=0.001)");
        Frame plain = Frames.frame(e);
        assertTrue(Inquiry.of(List.of("contour", "loss"), e.look()).isNothing());
        assertEquals(Curvatures.NONE, Inquiry.of(List.of("contour"), e.look()).answered(plain, () -> false).curvatures());
        Look mapped = e.look().withCurving(Curving.DEFAULT.withMap(true));
        assertEquals(new Inquiry(false, false, true), Inquiry.of(List.of("contour"), mapped));
        assertTrue(Inquiry.of(List.of("surface"), mapped).isNothing(), "no view shows the map");
        Frame answered = answered(e.withLook(mapped), 3, List.of("contour"));
        assertEquals(Frames.NODES, answered.curvatures().least().orElseThrow().nx());
        assertTrue(answered.curvatures().points().isEmpty() && answered.curvatures().along().isEmpty());
        assertSame(answered.curvatures().least().get(),
                Inquiry.of(List.of("contour"), mapped).answered(answered.at(9), () -> false).curvatures().least().get(),
                "known already");
    }

    /** The selected run, or the first that is shown, or the start. */
    @Test
    void thePointLookedAtIsOnTheRunSelected() {
        Experiment e = on("rosenbrock", "gradient-descent(learningRate=0.001)", "adam(learningRate=0.01)");
        Frame frame = Frames.frame(e.withLook(e.look().withSelected(1))).at(12);
        assertEquals(new Curvatures.Point(1, 12), Curvatures.looked(frame));
        List<Run> runs = List.of(e.runs().get(0), e.runs().get(1).withHidden(true));
        assertEquals(new Curvatures.Point(0, 12), Curvatures.looked(Frames.frame(e.withRuns(runs).withLook(e.look().withSelected(1))).at(12)));
        assertEquals(new Curvatures.Point(Curvatures.START, 0), Curvatures.looked(Frames.frame(e.withRuns(List.of())).at(12)));
        Frame start = answered(e.withRuns(List.of()), 0, BOTH);
        assertTrue(start.curvatures().points().get(new Curvatures.Point(Curvatures.START, 0)).sharpness().isPresent());
    }

    @Test
    void stepsComeCoarseFirstEachOnceAndTheEndsAreThere() {
        assertEquals(List.of(0, 100, 50, 25, 75), Curvatures.steps(100, 4));
        assertEquals(List.of(0), Curvatures.steps(0, 60));
        assertEquals(List.of(0, 2, 3, 1), Curvatures.steps(3, 60));
        assertEquals(61, Curvatures.steps(5000, 60).stream().distinct().count());
    }

    /** Climbing a hill is descending its negative: sharp is where the hill curves downward. */
    @Test
    void runsThatClimbAreAsSharpAsTheirNegativeIs() {
        Frame frame = answered(on("formula(\"-3*x^2\")", "gradient-descent(learningRate=0.01)").withMaximise(true), 0, List.of("sharpness"));
        assertEquals(6, frame.curvatures().along().get(0).getFirst().value(), 1e-12);
    }

    @Test
    void theNearestKnownPointOfTheSameRunStandsInForOneNotYetFound() {
        Curvature any = answered(on("rosenbrock"), 0, BOTH).curvatures().points().values().iterator().next();
        Curvatures known = Curvatures.NONE.with(new Curvatures.Point(0, 10), any).with(new Curvatures.Point(0, 20), any)
                .with(new Curvatures.Point(1, 14), any);
        assertEquals(new Curvatures.Point(0, 10), known.nearest(new Curvatures.Point(0, 15)).orElseThrow());
        assertEquals(new Curvatures.Point(0, 20), known.nearest(new Curvatures.Point(0, 16)).orElseThrow());
        assertTrue(known.nearest(new Curvatures.Point(2, 14)).isEmpty());
    }
}
