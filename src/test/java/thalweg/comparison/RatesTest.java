package thalweg.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.Ground;
import thalweg.descent.StopRule;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Constant;
import thalweg.optimizer.GradientDescent;
import thalweg.optimizer.Momentum;
import thalweg.optimizer.Nag;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;

class RatesTest {
    /** The steepest curvature of the bowl. */
    private static final double STEEP = 25;
    private static final Objective BOWL = new Ground.Bowl(1, STEEP);

    private static Descent descent(Optimizer rule, int steps) {
        return Descent.of(BOWL, rule, new Constant(), Vec.of(3, 1), StopRule.steps(steps));
    }

    /** Of the heavy ball: stable below 2 (1 + momentum) / L (Polyak 1964). Within 4 % of that, 2,000 steps do not decide. */
    @Test
    void momentumIsStableWhereTheClosedFormSaysSo() {
        compareWithClosedForm(Momentum::new, momentum -> 2 * (1 + momentum) / STEEP);
    }

    /** Of Nesterov's form: stable below 2 (1 + momentum) / ((1 + 2 momentum) L). */
    @Test
    void nagIsStableWhereTheClosedFormSaysSo() {
        compareWithClosedForm((rate, momentum) -> new Nag(rate, momentum, Nag.Form.LOOKAHEAD),
                momentum -> 2 * (1 + momentum) / ((1 + 2 * momentum) * STEEP));
    }

    private static void compareWithClosedForm(RateMap.Rules rules, java.util.function.DoubleUnaryOperator bound) {
        RateMap.Knobs knobs = new RateMap.Knobs(new Range(0.01, 1), new Range(0, 0.96), false);
        RateMap map = RateMap.of(descent(new GradientDescent(1), 2000), rules, knobs, 0, 24, () -> false).orElseThrow();
        int compared = 0;
        for (int j = 0; j < 24; j++) {
            for (int i = 0; i < 24; i++) {
                double part = knobs.rate(i, 24) / bound.applyAsDouble(knobs.other(j, 24));
                if (Math.abs(part - 1) > 0.04) {
                    assertEquals(part > 1 ? Fate.Kind.DIVERGED : Fate.Kind.CONVERGED, map.kind(i, j),
                            "rate " + knobs.rate(i, 24) + ", momentum " + knobs.other(j, 24));
                    compared++;
                }
            }
        }
        assertTrue(compared > 500 && map.share(Fate.Kind.DIVERGED) > 0.2 && map.share(Fate.Kind.CONVERGED) > 0.2, compared + " cells");
    }

    @Test
    void aSlowRunAndASwingingRunAreToldApart() {
        assertEquals(Fate.Kind.SLOW, Fate.of(descent(new GradientDescent(1e-4), 50), Long.MAX_VALUE, () -> false).kind(0));
        Descent swings = Descent.of(new Ground.Bowl(STEEP, STEEP), new GradientDescent(1.99 / STEEP), new Constant(), Vec.of(3, 1),
                StopRule.steps(50));
        assertEquals(Fate.Kind.OSCILLATING, Fate.of(swings, Long.MAX_VALUE, () -> false).kind(0), "each step is -0.99 times the one before");
        assertEquals(Fate.Kind.DIVERGED, Fate.of(descent(new GradientDescent(2.1 / STEEP), 50), Long.MAX_VALUE, () -> false).kind(0), "it grows");
    }

    /** GD needs a gradient a step, NAG too, though the recorder looks at theta besides; sequential GD one per coordinate. */
    @Test
    void budgetsCountWhatTheRuleNeeds() {
        assertEquals(20, steps("gradient-descent", 20));
        assertEquals(20, steps("nag", 20));
        assertEquals(20, steps("nag(form=pytorch)", 20));
        assertEquals(10, steps("sequential-gradient-descent", 20));
        assertEquals(5, steps("newton", 20), "a gradient, a Hessian of two parameters and one look along the line cost 4");
    }

    /** Steps within a budget, on a bowl where no search is needed twice and no step reaches the bottom. */
    private static int steps(String rule, int budget) {
        Optimizer made = Optimizers.CATALOG.make(Spec.parse(rule.equals("newton") ? "newton(learningRate=0.1)" : rule));
        return Fate.of(descent(made, 100), budget, () -> false).steps();
    }

    /** On x^2 L / 2 a rate of 1 / L leads to the bottom in one step. */
    @Test
    void theBestRateOfGradientDescentOnABowlIsOneOverItsCurvature() {
        Objective round = new Ground.Bowl(4, 4);
        Descent descent = Descent.of(round, new GradientDescent(0.1), new Constant(), Vec.of(3, 1), StopRule.steps(10));
        List<RateSweep.Contestant> one = List.of(new RateSweep.Contestant(3, descent, GradientDescent::new));
        Range range = new Range(0.25 / 16, 0.25 * 16);                 // 0.25 is in the middle
        RateSweep coarse = RateSweep.of(one, range, 10, 9, Optional.empty(), () -> false).orElseThrow();
        RateSweep fine = RateSweep.of(one, range, 10, 17, Optional.of(coarse), () -> false).orElseThrow();
        RateSweep.Entry entry = fine.entries().getFirst();
        assertEquals(3, entry.run());
        assertEquals(0.25, fine.rates().get(entry.best()), 1e-12);
        assertEquals(0.1, entry.currentRate());
        assertEquals(Math.pow(0.6, 20), entry.current().last() / entry.current().first(), 1e-12);
        assertEquals(coarse.entries().getFirst().fates(), IntStream.range(0, 9).mapToObj(k -> entry.fates().get(2 * k)).toList());
        assertEquals(fine.entries(), RateSweep.of(one, range, 10, 17, Optional.empty(), () -> false).orElseThrow().entries(), "nested or alone");
        assertEquals(Optional.empty(), RateSweep.of(one, range, 10, 17, Optional.empty(), () -> true));
    }

    /** From x_k the loss after s steps of a rate of a quarter on x^2 / 2 * 2 is x_k^2 / 4^s: quartiles of the squares of 1 to 5 are 4, 9, 16. */
    @Test
    void bandsAreTheQuartilesOfTheRuns() {
        Objective round = new Ground.Bowl(2, 2);
        Bands.Contestant who = new Bands.Contestant(1,
                k -> Descent.of(round, new GradientDescent(0.25), new Constant(), Vec.of(k + 1, 0), StopRule.steps(6)));
        Bands bands = Bands.of(List.of(who), 6, 0, 5, () -> false).orElseThrow();
        Bands.Entry entry = bands.entries().getFirst();
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), bands.steps());
        for (int s = 0; s <= 6; s++) {
            double shrunk = Math.pow(0.25, s);
            assertEquals(4 * shrunk, entry.lower().get(s), 1e-15);
            assertEquals(9 * shrunk, entry.median().get(s), 1e-15);
            assertEquals(16 * shrunk, entry.upper().get(s), 1e-15);
        }
        assertEquals(1, entry.converged());
        assertEquals(5, entry.arrival(), "4^-5 is the first below a thousandth");
    }

    @Test
    void runsThatDivergeAreBeyondAllBands() {
        Objective round = new Ground.Bowl(2, 2);
        Bands.Contestant who = new Bands.Contestant(0,
                k -> Descent.of(round, new GradientDescent(k == 0 ? 0.25 : 1e6), new Constant(), Vec.of(1, 0), StopRule.steps(300)));
        Bands.Entry entry = Bands.of(List.of(who), 300, 0, 4, () -> false).orElseThrow().entries().getFirst();
        assertEquals(0.75, entry.diverged());
        assertEquals(0.25, entry.converged());
        assertEquals(-1, entry.arrival());
        assertEquals(Double.POSITIVE_INFINITY, entry.median().getLast());
    }

    /** The bowl of log(x) has no value left of 0: whoever jumps there is lost, and the others are judged by the lowest of those that are not. */
    @Test
    void aRunThatLeavesTheDomainSpoilsNoOther() {
        Objective bowl = Objectives.CATALOG.make(Spec.parse("formula(\"log(x)^2\")"));
        Descent descent = Descent.of(bowl, new GradientDescent(0.1), new Constant(), Vec.of(0.5), StopRule.steps(400));
        RateMap map = RateMap.of(descent, Momentum::new, new RateMap.Knobs(new Range(0.05, 5), new Range(0, 0.1), false), Double.NaN, 6, () -> false)
                .orElseThrow();
        assertEquals(Fate.Kind.CONVERGED, map.kind(0, 0));
        assertTrue(map.share(Fate.Kind.DIVERGED) > 0, "some jump to the left of 0");
        Bands bands = Bands.of(List.of(new Bands.Contestant(0, k -> descent.from(Vec.of(k == 0 ? -1 : 0.5 + k)))), 400, Double.NaN, 5, () -> false)
                .orElseThrow();
        assertEquals(0.8, bands.entries().getFirst().converged(), 1e-12);
        assertEquals(0.2, bands.entries().getFirst().diverged(), 1e-12);
        assertTrue(bands.entries().getFirst().arrival() > 0);
    }

    /** Where many rates reach the bottom, the one that rounding happens to leave lowest may stand alone among rates that swing. */
    @Test
    void ofRatesThatAllArriveTheMiddleOneOfTheLongestStretchIsBest() {
        double[] ends = {5, 1e-3, 2e-16, 3e-17, 1e-16, 4, 0, 3, 1e-14, 2};
        List<Fate> fates = Arrays.stream(ends).mapToObj(end -> new Fate(false, 10, end, end, 100, 0)).toList();
        assertEquals(3, new RateSweep.Entry(0, fates, 0.1, fates.getFirst()).best());
        List<Fate> distinct = Arrays.stream(new double[] {5, 1e-3, 1e-4, 2}).mapToObj(end -> new Fate(false, 10, end, end, 100, 0)).toList();
        assertEquals(2, new RateSweep.Entry(0, distinct, 0.1, distinct.getFirst()).best());
        List<Fate> worse = Arrays.stream(new double[] {Double.NaN, 1}).mapToObj(first -> new Fate(false, first, 3, 3, 100, 0)).toList();
        assertEquals(0, new RateSweep.Entry(0, worse, 0.1, worse.getFirst()).best(), "also where none got below its start");
    }
}
