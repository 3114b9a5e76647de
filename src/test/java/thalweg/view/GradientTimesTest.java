package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.objective.Objectives;

class GradientTimesTest {
    /** Of a clock that goes on by 1,500 ns whenever it is read, a call takes 1.5 us. */
    @Test
    void aCallIsTimedAndDifferencesNeedOneOrTwoForEveryParameter() {
        AtomicLong clock = new AtomicLong();
        GradientTimes times = GradientTimes.of(Objectives.CATALOG.make(Spec.of("rosenbrock")), new double[] {1, 2}, () -> clock.addAndGet(1500));
        assertEquals(new GradientTimes(2, 1500, 1500), times);
        assertEquals("Exact gradient 1.50 \u00b5s; forward differences 4.50 \u00b5s (3 values of J, 1.50 \u00b5s each), central 6.00 \u00b5s (4)",
                times.words());
    }

    @Test
    void oneCallThatTakesLongIsEnough() {
        AtomicLong clock = new AtomicLong();
        GradientTimes times = GradientTimes.of(Objectives.CATALOG.make(Spec.of("rosenbrock")), new double[] {1, 2},
                () -> clock.addAndGet(2_000_000_000));
        assertEquals(2e9, times.gradient());
        assertEquals(6, clock.get() / 2_000_000_000, "readings of the clock");
    }

    /** As when the machine is busy with something else in the middle of a call. */
    @Test
    void oneCallThatIsInterruptedSpoilsNothing() {
        AtomicLong clock = new AtomicLong();
        AtomicLong readings = new AtomicLong();
        GradientTimes times = GradientTimes.of(Objectives.CATALOG.make(Spec.of("rosenbrock")), new double[] {1, 2},
                () -> clock.addAndGet(readings.incrementAndGet() % 60 == 9 ? 40_000_000 : 1500));
        assertEquals(1500, times.gradient());
        assertEquals(1500, times.value());
    }
}
