package thalweg.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Constant;
import thalweg.optimizer.GradientDescent;
import thalweg.optimizer.Momentum;

class BasinsTest {
    /** Two valleys, at x = 1 and x = -1; between them a ridge on x = 0, with a saddle at the origin. */
    private static final Objective WELLS = Objectives.CATALOG.make(Spec.parse("formula(\"(x^2 - 1)^2 + y^2\")"));
    private static final Range WINDOW = new Range(-1.5, 1.5);

    private static Descent descent(double rate, int steps) {
        return Descent.of(WELLS, new GradientDescent(rate), new Constant(), Vec.of(0, 0), StopRule.steps(steps));
    }

    private static Basins basins(Descent descent, List<Vec> known, int n, Optional<Basins> coarser) {
        return Basins.of(descent, known, WINDOW, WINDOW, n, coarser, () -> false).orElseThrow();
    }

    @Test
    void smallStepsReachTheMinimumOfTheirOwnValley() {
        Basins basins = basins(descent(0.05, 300), List.of(Vec.of(1, 0), Vec.of(-1, 0)), 13, Optional.empty());
        assertEquals(2, basins.minima().size(), "the saddle, where runs from the ridge come to rest, is none");
        for (int j = 0; j < 13; j++) {
            for (int i = 0; i < 13; i++) {
                assertEquals(i > 6 ? 0 : i < 6 ? 1 : Basins.UNDER_WAY, basins.reached(i, j), i + ", " + j);
            }
        }
        assertEquals(6.0 / 13, basins.share(0), 1e-12);
        assertEquals(1.0 / 13, basins.share(Basins.UNDER_WAY), 1e-12);
    }

    /**
     * Upside down the wells are hills; runs that climb rest on the saddle too, and on the hills, whose tops Newton's method finds to the last digits.
     */
    @Test
    void runsThatClimbReachMaxima() {
        Objective hills = Objectives.CATALOG.make(Spec.parse("formula(\"-(x^2 - 1)^2 - y^2\")"));
        Descent up = Descent.of(hills, new GradientDescent(0.05), new Constant(), Vec.of(0, 0), StopRule.steps(300)).maximising(true);
        Basins basins = basins(up, List.of(), 13, Optional.empty());
        assertEquals(2, basins.minima().size());
        assertTrue(basins.minima().stream().allMatch(m -> Math.abs(Math.abs(m.get(0)) - 1) < 1e-12 && Math.abs(m.get(1)) < 1e-12),
                basins.minima().toString());
        assertEquals(1.0 / 13, basins.share(Basins.UNDER_WAY), 1e-12);
    }

    /** A tail that falls for ever is so flat far out that runs stop there; the level bottom of a valley is a place to be. */
    @Test
    void aFlatSlopeIsNoMinimumButALevelValleyIs() {
        StopRule early = new StopRule(1000, 1e-2, Double.NEGATIVE_INFINITY);
        Objective tail = Objectives.CATALOG.make(Spec.parse("formula(\"exp(-2*x) + y^2\")"));
        Basins none = basins(Descent.of(tail, new GradientDescent(0.1), new Constant(), Vec.of(0, 0), early), List.of(), 5, Optional.empty());
        assertEquals(List.of(), none.minima());
        Objective valley = Objectives.CATALOG.make(Spec.parse("formula(\"y^2 + 0*x\")"));
        Basins all = basins(Descent.of(valley, new GradientDescent(0.1), new Constant(), Vec.of(0, 0), early), List.of(), 5, Optional.empty());
        assertEquals(0, all.share(Basins.UNDER_WAY));
        assertEquals(5, all.minima().size(), "one for each column of starts");
    }

    @Test
    void minimaThatNobodyKnowsAreFoundWhereRunsRest() {
        Basins basins = basins(descent(0.05, 400), List.of(), 5, Optional.empty());
        assertEquals(2, basins.minima().size());
        assertTrue(basins.minima().stream().anyMatch(m -> Math.abs(m.get(0) - 1) < 1e-4 && Math.abs(m.get(1)) < 1e-4), basins.minima().toString());
    }

    /** From (1, y) the way is y (1 - 2 rate)^k: a hundredth of the window's diagonal, 4.24, is near: 0.0849. */
    @Test
    void stepsCountUntilTheRunStaysNear() {
        Basins basins = basins(descent(0.05, 200), List.of(Vec.of(1, 0)), 7, Optional.empty());
        double near = 0.02 * Math.hypot(3, 3);
        int wanted = (int) Math.ceil(Math.log(near / 1.5) / Math.log(0.9));
        assertEquals(wanted, basins.steps(5, 6), "x = 1, y = 1.5");
        assertEquals(0, basins.steps(5, 3), "at the minimum itself");
    }

    @Test
    void aFinerStageKeepsWhatTheCoarserFoundAndIsWhatItWouldBeAlone() {
        Descent descent = Descent.of(WELLS, new Momentum(0.02, 0.9), new Constant(), Vec.of(0, 0), StopRule.steps(200));
        List<Vec> known = List.of(Vec.of(1, 0), Vec.of(-1, 0), Vec.of(0, 0));
        Basins nested = basins(descent, known, 13, Optional.of(basins(descent, known, 7, Optional.empty())));
        Basins alone = basins(descent, known, 13, Optional.empty());
        for (int j = 0; j < 13; j++) {
            for (int i = 0; i < 13; i++) {
                assertEquals(alone.reached(i, j), nested.reached(i, j));
                assertEquals(alone.steps(i, j), nested.steps(i, j));
            }
        }
    }

    @Test
    void whatIsTooFastDivergesAndWhatIsTooSlowIsUnderWay() {
        assertEquals(Basins.DIVERGED, basins(descent(2, 300), List.of(Vec.of(1, 0)), 3, Optional.empty()).reached(2, 2));
        assertEquals(Basins.UNDER_WAY, basins(descent(1e-5, 20), List.of(Vec.of(1, 0)), 3, Optional.empty()).reached(2, 2));
    }

    @Test
    void aCancelledMapIsNoMap() {
        int[] asked = {0};
        assertEquals(Optional.empty(), Basins.of(descent(0.05, 300), List.of(), WINDOW, WINDOW, 25, Optional.empty(), () -> ++asked[0] > 50));
        assertTrue(asked[0] < 60, "it gave up after " + asked[0] + " questions");
    }

    @Test
    void aWalkVisitsThePlacesOfTheRun() {
        Descent descent = Descent.of(WELLS, new Momentum(0.02, 0.9), new Constant(), Vec.of(0.3, 1.2),
                new StopRule(500, 1e-3, Double.NEGATIVE_INFINITY));
        Trajectory path = descent.run();
        int[] seen = {0};
        Outcome outcome = descent.walk(() -> false, place -> {
            assertEquals(seen[0]++, place.step());
            assertEquals(path.theta(place.step()), Vec.of(place.theta()));
            assertEquals(path.loss(place.step()), place.loss());
            return true;
        });
        assertEquals(path.outcome(), outcome);
        assertEquals(path.last() + 1, seen[0]);
        assertEquals(new Outcome.Cancelled(4), descent.walk(() -> false, place -> place.step() < 4));
    }
}
