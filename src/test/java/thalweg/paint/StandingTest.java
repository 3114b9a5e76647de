package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.objective.Objective;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** Where a view of one place stands in a run that keeps only some of its positions. */
class StandingTest {
    private static final Objective F = Fixtures.rosenbrock();
    private static final Trajectory SPARSE = Descent.of(F, Optimizers.CATALOG.make(Spec.parse("adam(learningRate=0.01)")),
            Schedules.CATALOG.make(Spec.of("constant")), F.appearance().start(), StopRule.steps(400)).within(14_000).run();

    private static Standing at(int step, boolean still) {
        return Standing.of(Fixtures.frame(F, List.of(Fixtures.track(0, "adam", "Adam", SPARSE)), step), new Style(Theme.LIGHT, 1, still), Memo.NONE);
    }

    /** Walking to a position that is not kept may take long: not while something moves. */
    @Test
    void theLastKeptPositionStandsForTheOthersWhileSomethingMoves() {
        int every = SPARSE.keptEvery();
        assertTrue(every > 1 && every < 100, "kept every " + every);
        int step = 2 * every + 1;
        assertNotEquals(SPARSE.theta(step), SPARSE.theta(2 * every));
        assertEquals(SPARSE.theta(step), at(step, true).theta());
        assertEquals(SPARSE.theta(2 * every), at(step, false).theta());
        assertEquals(step, at(step, false).step(), "and it is called by the step asked for");
        assertEquals(SPARSE.theta(400), at(400, false).theta(), "the end is there in any case");
        assertEquals(SPARSE.theta(400), at(500, true).theta());
    }
}
