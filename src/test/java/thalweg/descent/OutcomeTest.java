package thalweg.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How the end of a run is told in files and on the command line. */
class OutcomeTest {
    @Test
    void everyOutcomeHasItsWords() {
        assertEquals("converged at step 12", new Outcome.Converged(12, 1e-9).words());
        assertEquals("reached its goal at step 7", new Outcome.Reached(7, 0.1).words());
        assertEquals("diverged at step 3", new Outcome.Diverged(3).words());
        assertEquals("after 1 step", new Outcome.OutOfSteps(1).words());
        assertEquals("after 40 steps", new Outcome.OutOfSteps(40).words());
        assertEquals("cancelled at step 5", new Outcome.Cancelled(5).words());
        assertEquals("at step 6 so far", new Outcome.Running(6).words());
    }
}
