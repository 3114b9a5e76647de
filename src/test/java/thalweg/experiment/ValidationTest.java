package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.math.Range;
import thalweg.math.Vec;

/** What cannot be carried out, as a value: no file stood before it. */
class ValidationTest {
    private static final Experiment PLAIN = Experiment.of(Spec.of("sphere"));

    private static void flaw(String where, String message, Experiment e) {
        List<Validation.Flaw> flaws = Validation.flaws(e);
        assertEquals(1, flaws.size(), flaws::toString);
        assertEquals(where, flaws.getFirst().where());
        assertTrue(flaws.getFirst().message().startsWith(message), flaws::toString);
    }

    @Test
    void aPlainExperimentHasNoFlaw() {
        assertEquals(List.of(), Validation.flaws(PLAIN));
    }

    @Test
    void runsAreCounted() {
        Run run = Run.of(Spec.of("adam"), 0);
        assertEquals(List.of(), Validation.flaws(PLAIN.withRuns(Collections.nCopies(Validation.MOST_RUNS, run))));
        flaw("runs", "at most 100 runs are allowed, but there are 101", PLAIN.withRuns(Collections.nCopies(Validation.MOST_RUNS + 1, run)));
    }

    @Test
    void whatIsNotANumberIsCalledThat() {
        flaw("noise", "NaN is out of range; it must be 0 to 1000000", PLAIN.withNoise(Double.NaN));
        flaw("start", "a start on Sphere has 2 finite numbers", PLAIN.withStart(Vec.of(Double.NaN, 0)));
    }

    @Test
    void aWindowHoldsEnoughNumbersForAPicture() {
        Look look = Look.DEFAULT.withWindow(List.of(new Range(0, 1), new Range(1, 1 + 2e-12)));
        assertEquals(List.of(), Validation.flaws(PLAIN.withLook(look)));
        assertTrue(Frames.frame(PLAIN.withLook(look)).grid().hasFinite());
        flaw("look.window[1]", Validation.TOO_NARROW, PLAIN.withLook(look.withWindow(List.of(new Range(0, 1), new Range(1, 1 + 1e-13)))));
    }
}
