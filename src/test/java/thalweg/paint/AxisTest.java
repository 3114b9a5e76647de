package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.math.Range;

class AxisTest {
    private static List<String> labels(Axis axis, double length) {
        return axis.ticks(length).stream().filter(Axis.Tick::isMajor).map(t -> t.text() + t.exponent()).toList();
    }

    @Test
    void linearTicksAreRoundNumbers() {
        assertEquals(List.of("\u22122", "\u22121", "0", "1", "2"), labels(Axis.linear(new Range(-2, 2), "$x$").withGap(60), 460));
        assertEquals(List.of("0", "50", "100", "150", "200", "250", "300"), labels(Axis.steps(300), 416));
    }

    /** A small plot has two numbers rather than one, which tells no scale, as long as they do not touch. */
    @Test
    void oneNumberIsNotEnough() {
        assertEquals(List.of("0", "2"), labels(Axis.linear(new Range(-1, 3), "$y$").withGap(60), 94));
        assertEquals(List.of("0"), labels(Axis.linear(new Range(-1, 3), "$y$").withGap(60), 60));
        assertEquals(List.of("0"), labels(Axis.steps(4), 30));
    }

    @Test
    void stepsHaveNoFractions() {
        assertEquals(List.of("0", "1"), labels(Axis.steps(1), 900));
    }

    @Test
    void decadesCarryExponents() {
        assertEquals(List.of("10\u22123", "10\u22122", "10\u22121", "1", "10", "102", "103"),
                labels(Axis.log(new Range(1e-3, 1e3), "$J$"), 270));
    }

    @Test
    void manyDecadesAreThinned() {
        List<Axis.Tick> ticks = Axis.log(new Range(1e-300, 1e300), "$J$").ticks(300);
        assertTrue(ticks.size() >= 3 && ticks.size() <= 13, ticks.size() + " ticks");
    }

    @Test
    void lessThanADecadeStillHasTicks() {
        assertTrue(labels(Axis.log(new Range(2.1, 2.9), "$J$"), 200).size() >= 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-12, 1, 12345, 1e300})
    void valuesComeBackFromTheirPlaces(double value) {
        Axis log = Axis.log(new Range(value / 10, value * 10), "$J$");
        assertEquals(value, log.value(log.fraction(value)), value * 1e-10);          // through log10 and back at exponents to 300
        Axis linear = Axis.linear(new Range(-value, 3 * value), "$J$");
        assertEquals(value, linear.value(linear.fraction(value)), value * 1e-14);
    }

    @Test
    void logarithmsNeedPositiveNumbers() {
        assertThrows(IllegalArgumentException.class, () -> Axis.log(new Range(0, 1), ""));
    }

    @Test
    void aRangeNarrowerThanDoublesCanTellIsBlankAndNotEndless() {
        assertTrue(Axis.linear(new Range(1, Math.nextUp(1.0)), "").ticks(300).size() <= 2);
    }
}
