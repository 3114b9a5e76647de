package thalweg.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.Maximised;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Adam;
import thalweg.optimizer.Bfgs;
import thalweg.optimizer.Constant;
import thalweg.optimizer.EpsilonPlacement;
import thalweg.optimizer.Exponential;
import thalweg.optimizer.GradientDescent;
import thalweg.optimizer.Momentum;
import thalweg.optimizer.Nag;
import thalweg.optimizer.Newton;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Piecewise;
import thalweg.optimizer.SequentialGradientDescent;

class DescentTest {
    private static final Objective BOWL = new Ground.Bowl(1, 25);
    private static final Adam ADAM = new Adam(0.05, 0.9, 0.999, 1e-8, EpsilonPlacement.OUTSIDE);
    private static final Vec START = Vec.of(-1.5, 2);

    private static Descent bowl(double rate, int steps) {
        return Descent.of(BOWL, new GradientDescent(rate), new Constant(), Vec.of(3, 1), StopRule.steps(steps));
    }

    private static void assertSame(Trajectory expected, Trajectory actual) {
        assertEquals(expected.last(), actual.last());
        assertEquals(expected.outcome(), actual.outcome());
        for (int k = 0; k <= expected.last(); k++) {
            assertEquals(expected.theta(k), actual.theta(k));
            assertEquals(expected.loss(k), actual.loss(k));
            assertEquals(expected.gradientNorm(k), actual.gradientNorm(k));
            assertEquals(expected.stepLength(k), actual.stepLength(k));
            assertEquals(expected.learningRate(k), actual.learningRate(k));
        }
    }

    /** Of a large model a step is long: it is asked before and after it, and the step that was begun is no part of the path. */
    @Test
    void aRunIsGivenUpBeforeAndAfterAStep() {
        for (int stop = 1; stop <= 12; stop++) {
            int last = stop;
            int[] asked = {0};
            Trajectory path = Descent.of(BOWL, ADAM, new Constant(), START, StopRule.steps(50)).run(() -> ++asked[0] >= last, (_, _) -> { });
            assertEquals(new Outcome.Cancelled(path.last()), path.outcome());
            assertTrue(path.last() <= stop / 3, "step " + path.last() + " though cancelled at question " + stop);
        }
    }

    @Test
    void aStartThatIsHighEnoughIsTheEndOfAClimb() {
        Descent climb = Descent.of(new Ground.Bowl(-1, -25), new GradientDescent(0.01), new Constant(), Vec.of(3, 1),
                new StopRule(10, 0, -17)).maximising(true);
        assertEquals(new Outcome.Reached(0, -17), climb.run().outcome());
    }

    @Test
    void newtonClimbsAHillInOneStep() {
        Trajectory up = Descent.of(new Ground.Bowl(-1, -25), new Newton(1), new Constant(), Vec.of(3, 1), StopRule.steps(1)).maximising(true)
                .run();
        assertEquals(Vec.of(0, 0), up.theta(1));
        assertEquals(0, up.loss(1));
    }

    @Test
    void climbingIsDescendingUpsideDownToTheLastBitForEveryRule() {
        Objective f = Objectives.CATALOG.make(Spec.of("himmelblau"));
        for (String id : Optimizers.RULES.ids()) {
            Descent down = Descent.of(new Maximised(f), Optimizers.CATALOG.make(Spec.of(id)), new Constant(), START, StopRule.steps(20));
            Descent up = Descent.of(f, down.rule(), new Constant(), START, StopRule.steps(20)).maximising(true);
            Trajectory descended = down.run();
            Trajectory climbed = up.run();
            assertEquals(descended.outcome(), climbed.outcome(), id);
            for (int k = 0; k <= descended.last(); k++) {
                assertEquals(descended.theta(k), climbed.theta(k), id + " at " + k);
                assertEquals(-descended.loss(k), climbed.loss(k), id + " at " + k);
            }
        }
    }

    @Test
    void noStepsLeaveTheStart() {
        Trajectory path = bowl(0.01, 0).run();
        assertEquals(0, path.last());
        assertEquals(Vec.of(3, 1), path.theta(0));
        assertEquals(17, path.loss(0));
        assertEquals(Math.sqrt(9 + 625), path.gradientNorm(0));
        assertEquals(0, path.stepLength(0));
        assertEquals(new Outcome.OutOfSteps(0), path.outcome());
        assertThrows(IndexOutOfBoundsException.class, () -> path.loss(1));
        assertThrows(IndexOutOfBoundsException.class, () -> path.theta(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> path.stepLength(-1));
    }

    @Test
    void aRateOfZeroStays() {
        Trajectory path = bowl(0, 10).run();
        assertEquals(Vec.of(3, 1), path.theta(10));
        assertEquals(0, path.stepLength(10));
        assertEquals(new Outcome.OutOfSteps(10), path.outcome());
    }

    @Test
    void everyStepKnowsItsNumbers() {
        Trajectory path = Descent.of(BOWL, new GradientDescent(0.01), new Exponential(0.5), Vec.of(3, 1), StopRule.steps(3)).run();
        assertEquals(0.0025, path.learningRate(2), 1e-18);
        double[] theta = {3, 1};
        for (int k = 0; k <= 3; k++) {
            assertEquals(Vec.of(theta), path.theta(k));
            assertEquals(BOWL.value(theta), path.loss(k));
            double[] move = {theta[0] * 0.01 * Math.pow(0.5, k), 25 * theta[1] * 0.01 * Math.pow(0.5, k)};
            theta[0] -= move[0];
            theta[1] -= move[1];
            if (k < 3) {
                assertEquals(Math.hypot(move[0], move[1]), path.stepLength(k + 1), 1e-15);
            }
        }
    }

    @Test
    void aRateTooLargeDivergesAndKeepsThePath() {
        Trajectory path = bowl(0.1, 5000).run();
        Outcome.Diverged end = assertInstanceOf(Outcome.Diverged.class, path.outcome());
        assertEquals(path.last(), end.step());
        assertEquals(1.5, -path.theta(10, 1) / path.theta(9, 1), 1e-12);
        assertTrue(Math.abs(path.theta(end.step(), 1)) > 3 * Descent.LIMIT);
        assertTrue(Math.abs(path.theta(end.step() - 1, 1)) <= 3 * Descent.LIMIT);
    }

    @Test
    void overflowDivergesAtTheLastPlaceThatCanBeShown() {
        Trajectory path = Descent.of(BOWL, new GradientDescent(1e308), new Constant(), Vec.of(3, 1), StopRule.steps(10)).run();
        assertEquals(new Outcome.Diverged(0), path.outcome());
        assertEquals(Vec.of(3, 1), path.theta(path.last()));
    }

    @Test
    void aStartWhereTheLossIsNoNumberDivergesThere() {
        Trajectory path = Descent.of(new Ground.Nowhere(), ADAM, new Constant(), START, StopRule.steps(10)).run();
        assertEquals(new Outcome.Diverged(0), path.outcome());
        assertEquals(START, path.theta(0));
    }

    @Test
    void aStartThatIsNoPlaceIsRefusedInWords() {
        String words = assertThrows(IllegalArgumentException.class,
                () -> Descent.of(BOWL, ADAM, new Constant(), Vec.of(1, Double.NaN), StopRule.steps(1))).getMessage();
        assertEquals("the start must have 2 finite components, but was [1.0, NaN]", words);
    }

    @Test
    void convergenceAndTargetsEndTheRun() {
        Descent run = bowl(0.05, 1000);
        Trajectory calm = new Descent(run.objective(), run.guide(), run.rule(), run.schedule(), run.start(),
                new StopRule(1000, 1e-3, Double.NEGATIVE_INFINITY), false, Descent.BUDGET).run();
        assertEquals(new Outcome.Converged(calm.last(), calm.gradientNorm(calm.last())), calm.outcome());
        assertTrue(calm.gradientNorm(calm.last()) < 1e-3 && calm.gradientNorm(calm.last() - 1) >= 1e-3);
        Trajectory low = new Descent(run.objective(), run.guide(), run.rule(), run.schedule(), run.start(),
                new StopRule(1000, 0, 0.5), false, Descent.BUDGET).run();
        assertEquals(new Outcome.Reached(low.last(), low.loss(low.last())), low.outcome());
        assertTrue(low.loss(low.last()) <= 0.5 && low.loss(low.last() - 1) > 0.5);
    }

    @Test
    void maximisingClimbsAndTellsTheTrueLoss() {
        Objective hill = new Ground.Bowl(-1, -25);
        Trajectory up = Descent.of(hill, new Momentum(0.01, 0.9), new Constant(), Vec.of(3, 1), StopRule.steps(50)).maximising(true).run();
        Trajectory down = Descent.of(BOWL, new Momentum(0.01, 0.9), new Constant(), Vec.of(3, 1), StopRule.steps(50)).run();
        for (int k = 0; k <= 50; k++) {
            assertEquals(down.theta(k), up.theta(k));
            assertEquals(-down.loss(k), up.loss(k));
            assertEquals(down.gradientNorm(k), up.gradientNorm(k));
        }
        assertEquals(-17, up.iterate(0).loss());
        assertEquals(new Outcome.Reached(0, -17), new Descent(hill, hill, ADAM, new Constant(), Vec.of(3, 1),
                new StopRule(50, 0, -20), true, Descent.BUDGET).run().outcome());
        assertEquals(new Outcome.OutOfSteps(5), Descent.of(hill, ADAM, new Constant(), Vec.of(3, 1), StopRule.steps(5))
                .maximising(true).run().outcome());
    }

    /** J with a gradient that is off by the number of the step. */
    private record Shaken(Objective f, AtomicInteger step) implements Objective {
        @Override
        public int dimension() {
            return f.dimension();
        }

        @Override
        public double value(double[] theta) {
            return f.value(theta) + 100;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            double value = f.valueAndGradient(theta, gradient) + 100;
            gradient[0] += step.get();
            return value;
        }

        @Override
        public Objective evaluator() {
            return new Shaken(f, new AtomicInteger());
        }

        @Override
        public void toStep(int k) {
            step.set(k);
        }

        @Override
        public Appearance appearance() {
            return f.appearance();
        }
    }

    @Test
    void noiseGuidesTheRuleAndIsNotMeasured() {
        Shaken shaken = new Shaken(BOWL, new AtomicInteger());
        Trajectory path = bowl(0.01, 5).guidedBy(shaken).run();
        double x = 3;
        for (int k = 0; k <= 5; k++) {
            assertEquals(x, path.theta(k, 0), 1e-15);
            assertEquals(BOWL.value(path.theta(k).toArray()), path.loss(k));
            assertEquals(Math.hypot(path.theta(k, 0), 25 * path.theta(k, 1)), path.gradientNorm(k), 1e-13);
            assertEquals(path.theta(k, 0) + k, path.iterate(k).gradient().get(0));
            x -= 0.01 * (x + k);
        }
        assertEquals(0, shaken.step().get(), "the run has an evaluator of its own");
    }

    @Test
    void equalDescentsGiveEqualBitsInAnyThread() {
        Descent run = Descent.of(new Ground.Rosenbrock(), ADAM, new Constant(), START, StopRule.steps(300));
        Trajectory here = run.run();
        assertSame(here, run.run());
        assertSame(here, CompletableFuture.supplyAsync(run::run).join());
    }

    @Test
    void whatDoesNotFitIsWalkedAgainToTheSameBits() {
        for (Descent run : List.of(
                Descent.of(new Ground.Rosenbrock(), ADAM, new Constant(), START, StopRule.steps(1000)),
                Descent.of(new Ground.Rosenbrock(), new Bfgs(1), new Constant(), START, StopRule.steps(20)),
                Descent.of(new Ground.Saddle(), new Nag(0.01, 0.9, Nag.Form.LOOKAHEAD), new Piecewise("0:1, 100:0.1"), Vec.of(1, 1e-4),
                        StopRule.steps(1000)))) {
            Trajectory whole = run.run();
            for (long budget : new long[] {60_000, 45_000, 12_000, 0}) {
                assertSame(whole, run.within(budget).run());
                Trajectory scarce = run.within(budget).run();
                for (int k : new int[] {whole.last(), 0, whole.last() / 2, whole.last() / 2 - 1, whole.last() / 3}) {
                    assertEquals(whole.theta(k), scarce.theta(k));
                    assertEquals(whole.stepLength(k), scarce.stepLength(k));
                    assertEquals(whole.iterate(k), scarce.iterate(k));
                }
            }
        }
    }

    @Test
    void anIterateHoldsTheMemoryOnArrival() {
        Trajectory path = Descent.of(BOWL, new Momentum(0.01, 0.9), new Constant(), Vec.of(3, 1), StopRule.steps(500)).run();
        assertEquals(Vec.of(0, 0), path.iterate(0).memory().get("v"));
        for (int k : new int[] {1, 63, 64, 65, 200, 500}) {
            Iterate at = path.iterate(k);
            assertEquals(k, at.step());
            assertEquals(path.theta(k), at.theta());
            assertEquals(path.loss(k), at.loss());
            assertEquals(path.gradientNorm(k), at.gradient().norm());
            assertEquals(path.theta(k - 1, 1) - at.memory().get("v").get(1), path.theta(k, 1));
        }
    }

    @Test
    void cancellingKeepsWhatIsThere() {
        AtomicInteger asked = new AtomicInteger();
        Trajectory path = bowl(0.01, 1_000_000).run(() -> asked.incrementAndGet() > 50);
        assertTrue(path.last() > 10 && path.last() < 50, "steps: " + path.last());
        assertEquals(new Outcome.Cancelled(path.last()), path.outcome());
        assertEquals(bowl(0.01, path.last()).run().theta(path.last()), path.theta(path.last()));
        Trajectory none = bowl(0.01, 10).run(() -> true);
        assertEquals(new Outcome.Cancelled(0), none.outcome());
        assertEquals(Vec.of(3, 1), none.theta(0));
    }

    @Test
    void aSweepOverManyCoordinatesStopsBetweenTwoOfThem() {
        AtomicInteger evaluations = new AtomicInteger();
        double[] curvatures = new double[10_000];
        Ground.Bowl wide = new Ground.Bowl(curvatures);
        Trajectory path = Descent.of(wide, new SequentialGradientDescent(0.1), new Constant(), Vec.of(curvatures), StopRule.steps(10))
                .run(() -> evaluations.incrementAndGet() > 20);
        assertEquals(new Outcome.Cancelled(0), path.outcome());
    }

    @Test
    void effortCountsWhatTheRuleAsked() {
        assertEquals(new Effort(0, 11, 0), bowl(0.01, 10).run().effort());
        Descent ahead = Descent.of(BOWL, new Nag(0.001, 0.9, Nag.Form.LOOKAHEAD), new Constant(), START, StopRule.steps(10));
        assertEquals(new Effort(0, 21, 0), ahead.run().effort());
        Descent jump = Descent.of(new Ground.Booth(), new Newton(1), new Constant(), Vec.of(-40, 60), StopRule.steps(1));
        assertEquals(new Effort(1, 2, 1), jump.run().effort(), "one trial of the line search, two places, one curvature");
    }

    /** What was handed over while the run went on is a value: going on does not move it. */
    @Test
    void whatThereIsUnderWayStaysAsItWas() {
        for (long budget : new long[] {1 << 20, 0}) {
            List<Trajectory> handed = new ArrayList<>();
            Trajectory whole = bowl(0.01, 50).within(budget).run(() -> false, (step, soFar) -> {
                if (step % 10 == 0) {
                    handed.add(soFar.get());
                }
            });
            assertEquals(5, handed.size());
            for (Trajectory t : handed) {
                assertEquals(new Outcome.Running(t.last()), t.outcome());
                assertEquals(whole.theta(t.last()), t.theta(t.last()), "at " + t.last() + " within " + budget);
            }
        }
    }

    @Test
    void aMillionStepsFitTheBudget() {
        Descent run = Descent.of(new Ground.Rosenbrock(), ADAM, new Constant(), START, StopRule.steps(1_000_000));
        Layout layout = Layout.of(run);
        assertTrue(layout.points());
        double moment = 8 * 6 + 160;
        assertTrue(1e6 * 8 * layout.width() + 1e6 / layout.every() * moment < Descent.BUDGET);
        Trajectory path = run.run();
        assertEquals(new Outcome.OutOfSteps(1_000_000), path.outcome());
        assertEquals(1, path.theta(1_000_000, 0), 0.01);
        assertEquals(path.theta(777_777), path.iterate(777_777).theta());
    }
}
