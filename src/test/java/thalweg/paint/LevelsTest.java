package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.experiment.Look.Scale;
import thalweg.math.Grid;

class LevelsTest {
    private static Levels of(Grid grid, int wanted) {
        return Levels.of(ValueScale.of(grid, Scale.AUTO), wanted);
    }

    private static List<Double> labelled(Levels levels) {
        return levels.list().stream().filter(Levels.Level::labelled).map(Levels.Level::value).toList();
    }

    @Test
    void rosenbrocksAreOneThreeTenWithOneLabelPerDecade() {
        assertEquals(List.of(0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0), of(ValueScaleTest.ROSENBROCK, 0).values());
        assertEquals(List.of(0.1, 1.0, 10.0, 100.0, 1000.0), labelled(of(ValueScaleTest.ROSENBROCK, 0)));
    }

    @Test
    void belowThreeDecadesTheyAreOneTwoFive() {
        Levels levels = Levels.of(new ValueScale(ValueScale.Kind.LOG, 0.9, 120, 0), 0);
        assertEquals(List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0), levels.values());
        assertEquals(List.of(1.0, 10.0, 100.0), labelled(levels));
    }

    @Test
    void linearOnesAreMultiplesOfARoundStep() {
        assertEquals(List.of(-20.0, -15.0, -10.0, -5.0, 0.0, 5.0, 10.0, 15.0, 20.0), of(ValueScaleTest.PLANE, 9).values());
        assertEquals(List.of(-20.0, -10.0, 0.0, 10.0, 20.0), labelled(of(ValueScaleTest.PLANE, 9)));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 9, 15, 30, 60})
    void theWantedNumberIsNearlyMetOnLinearScales(int wanted) {
        for (Grid grid : List.of(ValueScaleTest.EGGHOLDER, ValueScaleTest.PLANE, ValueScaleTest.EASOM)) {
            int n = of(grid, wanted).list().size();
            assertTrue(n >= wanted * 0.6 - 1 && n <= wanted * 1.6 + 1, wanted + " wanted, " + n + " made");
        }
    }

    @Test
    void moreAreMadeWhereMoreAreWantedOnLogarithmicOnes() {
        int before = 0;
        for (int wanted : List.of(2, 5, 9, 14, 25, 45)) {
            int n = of(ValueScaleTest.ROSENBROCK, wanted).list().size();
            assertTrue(n > before && Math.abs(n - wanted) <= 0.3 * wanted + 1, wanted + " wanted, " + n + " made");
            before = n;
        }
    }

    /** A logarithm of the height above a minimum that is not near 0: values of J itself stay round. */
    @Test
    void aLowMinimumStillHasRoundLevels() {
        Levels levels = Levels.of(new ValueScale(ValueScale.Kind.SHIFTED_LOG, -78.33, 900, 0.4), 0);
        assertTrue(levels.list().size() >= 8, levels.toString());
        for (double v : levels.values()) {
            assertTrue(Levels.text(v).replaceAll("[^1-9]", "").length() <= 3, Levels.text(v));
        }
    }

    @Test
    void allLieInsideAndRise() {
        for (Grid grid : List.of(ValueScaleTest.ROSENBROCK, ValueScaleTest.BEALE, ValueScaleTest.EASOM, ValueScaleTest.EGGHOLDER,
                ValueScaleTest.PLANE, ValueScaleTest.CONSTANT, ValueScaleTest.NONE)) {
            for (Scale wanted : Scale.values()) {
                ValueScale scale = ValueScale.of(grid, wanted);
                List<Double> values = Levels.of(scale, 0).values();
                assertTrue(values.size() >= 4 && values.size() <= 20, scale + " " + values);
                for (int i = 0; i < values.size(); i++) {
                    assertTrue(values.get(i) > scale.low() && values.get(i) < scale.high() && (i == 0 || values.get(i) > values.get(i - 1)));
                }
            }
        }
    }

    @Test
    void textIsShort() {
        assertEquals("0.3", Levels.text(3 * 0.1));
        assertEquals("1000", Levels.text(1000));
        assertEquals("\u22120.25", Levels.text(-0.25));
        assertEquals("10\u2076", Levels.text(1e6));
        assertEquals("\u22122\u00b710\u2075", Levels.text(-2e5));
        assertEquals("2.5e\u22127", Levels.text(2.5e-7));
    }
}
