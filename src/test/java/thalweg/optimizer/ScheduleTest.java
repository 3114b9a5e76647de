package thalweg.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Choice;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;

class ScheduleTest {
    static List<Choice<Schedule>> schedules() {
        return Schedules.CATALOG.choices();
    }

    @Test
    void theMenuIsComplete() {
        assertEquals(List.of("constant", "step", "exponential", "inverse-time", "cosine", "warmup-cosine", "cyclic", "piecewise"),
                schedules().stream().map(Choice::id).toList());
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyFactorIsAFractionOfTheBaseRate(Choice<Schedule> choice) {
        ContractTest.typeset(choice.latex());
        assertFalse(choice.help().isBlank());
        Schedule schedule = Schedules.CATALOG.make(Spec.of(choice.id()));
        assertEquals(Spec.of(choice.id()), Schedules.CATALOG.spec(schedule));
        for (int steps : new int[] {1, 2, 21, 300}) {
            for (int k = 0; k <= steps; k++) {
                double factor = schedule.factor(k, steps);
                assertTrue(factor >= 0 && factor <= 1, choice.id() + " at " + k + " of " + steps + ": " + factor);
                assertEquals(factor, schedule.ready().factor(k, steps));
            }
        }
    }

    @Test
    void stepsFallWhereTheyShould() {
        Schedule step = new StepDecay(10, 0.1);
        assertEquals(1, step.factor(9, 100));
        assertEquals(0.1, step.factor(10, 100));
        assertEquals(0.01, step.factor(29, 100), 1e-17);
    }

    @Test
    void exponentialAndInverseTimeFollowTheirFormulas() {
        assertEquals(Math.pow(0.99, 7), new Exponential(0.99).factor(7, 100), 1e-15);
        assertEquals(Math.exp(300 * Math.log(0.99)), new Exponential(0.99).factor(300, 1000), 1e-14);
        assertEquals(0.5, new InverseTime(0.01).factor(100, 1000));
        assertEquals(1, new InverseTime(0.01).factor(0, 1000));
    }

    @Test
    void cosineGoesFromOneOverTheMiddleToTheFloor() {
        Schedule cosine = new Cosine(0.2);
        assertEquals(1, cosine.factor(0, 80));
        assertEquals(0.6, cosine.factor(40, 80), 1e-15);
        assertEquals(0.2, cosine.factor(80, 80), 1e-15);
    }

    @Test
    void warmUpRisesInAStraightLineAndLosesNoStep() {
        Schedule warm = new WarmupCosine(4, 0);
        for (int k = 0; k < 4; k++) {
            assertEquals((k + 1) / 5.0, warm.factor(k, 104));
        }
        assertEquals(1, warm.factor(4, 104));
        assertEquals(0.5, warm.factor(54, 104), 1e-15);
        assertEquals(0, warm.factor(104, 104), 1e-15);
    }

    @Test
    void cyclesAreTriangles() {
        Schedule cyclic = new Cyclic(8, 0.5);
        double[] expected = {0.5, 0.625, 0.75, 0.875, 1, 0.875, 0.75, 0.625, 0.5, 0.625};
        for (int k = 0; k < expected.length; k++) {
            assertEquals(expected[k], cyclic.factor(k, 100), 1e-15);
        }
    }

    @Test
    void breakpointsCountFromTheirStepOn() {
        Piecewise points = new Piecewise(" 137 : 0.1,0:1 , 200:2.5e0");
        assertEquals(1, points.factor(136, 300));
        assertEquals(0.1, points.factor(137, 300));
        assertEquals(2.5, points.factor(250, 300));
        assertEquals(1, new Piecewise("5:0").factor(4, 10));
        assertEquals(1, new Piecewise("").factor(4, 10));
        assertEquals(new Piecewise("0:1, 137:0.3, 200:2.5"), points.with(137, 0.3));
        for (int k = 0; k < 300; k++) {
            assertEquals(points.factor(k, 300), points.ready().factor(k, 300));
        }
    }

    @Test
    void wrongBreakpointsAreExplained() {
        assertEquals("'piecewise': points must be pairs of a step >= 0 and a factor >= 0 such as \"0:1, 137:0.1\", but '20' is none",
                assertThrows(SpecException.class, () -> new Piecewise("0:1, 20")).getMessage());
        for (String wrong : List.of("-1:1", "0:-1", "0:NaN", "a:1", "1:b", "1:2:3", "0:1,", "0:1, 0:2", "99999999999:1")) {
            assertThrows(SpecException.class, () -> new Piecewise(wrong), wrong);
        }
    }

    @Test
    void breakingAScheduleKeepsItsPast() {
        for (Choice<Schedule> choice : schedules()) {
            Schedule before = Schedules.CATALOG.make(Spec.of(choice.id()));
            Piecewise after = Schedules.breakAt(before, 60, 0.25, 200);
            for (int k = 0; k < 200; k++) {
                assertEquals(k < 60 ? before.factor(k, 200) : 0.25, after.factor(k, 200), choice.id() + " at " + k);
            }
            assertEquals(after, Schedules.CATALOG.make(Spec.parse(Schedules.CATALOG.spec(after).toString())));
        }
        assertEquals(new Piecewise("0:1, 60:0.25"), Schedules.breakAt(new Constant(), 60, 0.25, 200));
        assertEquals(new Piecewise("0:3"), Schedules.breakAt(new Constant(), 0, 3, 200));
    }
}
