package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.experiment.Look.Scale;
import thalweg.math.Grid;
import thalweg.math.Range;

class ValueScaleTest {
    static Grid grid(double x0, double x1, double y0, double y1, int n, DoubleBinaryOperator f) {
        Range x = new Range(x0, x1);
        Range y = new Range(y0, y1);
        double[] values = new double[n * n];
        for (int k = 0; k < values.length; k++) {
            values[k] = f.applyAsDouble(x.at(k % n / (n - 1.0)), y.at(k / n / (n - 1.0)));
        }
        return new Grid(x, y, n, n, values);
    }

    static final Grid ROSENBROCK = grid(-2, 2, -1, 3, 201, (x, y) -> Math.pow(1 - x, 2) + 100 * Math.pow(y - x * x, 2));
    static final Grid BEALE = grid(-4.5, 4.5, -4.5, 4.5, 201, (x, y) -> Math.pow(1.5 - x + x * y, 2)
            + Math.pow(2.25 - x + x * y * y, 2) + Math.pow(2.625 - x + x * y * y * y, 2));
    static final Grid EASOM = grid(-10, 10, -10, 10, 201,
            (x, y) -> -Math.cos(x) * Math.cos(y) * Math.exp(-Math.pow(x - Math.PI, 2) - Math.pow(y - Math.PI, 2)));
    static final Grid EGGHOLDER = grid(-512, 512, -512, 512, 201, (x, y) -> -(y + 47) * Math.sin(Math.sqrt(Math.abs(x / 2 + y + 47)))
            - x * Math.sin(Math.sqrt(Math.abs(x - y - 47))));
    static final Grid PLANE = grid(-5, 5, -5, 5, 51, (x, y) -> 2 * x + 3 * y);
    static final Grid CONSTANT = grid(0, 1, 0, 1, 5, (_, _) -> 7);
    static final Grid NONE = grid(0, 1, 0, 1, 5, (_, _) -> Double.NaN);

    @Test
    void valleysAreLogarithmicAndPlainsLinear() {
        assertEquals(ValueScale.Kind.SHIFTED_LOG, ValueScale.of(ROSENBROCK, Scale.AUTO).kind());
        assertEquals(ValueScale.Kind.SHIFTED_LOG, ValueScale.of(BEALE, Scale.AUTO).kind());
        assertEquals(ValueScale.Kind.LINEAR, ValueScale.of(EASOM, Scale.AUTO).kind());
        assertEquals(ValueScale.Kind.LINEAR, ValueScale.of(EGGHOLDER, Scale.AUTO).kind());
        assertEquals(ValueScale.Kind.LINEAR, ValueScale.of(PLANE, Scale.AUTO).kind());
        assertEquals(ValueScale.Kind.LOG, ValueScale.of(grid(0, 6, 0, 1, 51, (x, _) -> Math.exp(x)), Scale.AUTO).kind());
    }

    /** The range of Rosenbrock's window is 2509. */
    @Test
    void rosenbrocksScaleIsLogOfOnePlusJ() {
        ValueScale scale = ValueScale.of(ROSENBROCK, Scale.AUTO);
        assertEquals(1, scale.c());
        assertEquals(Math.log(1 + 100) / Math.log(1 + 2509), scale.fraction(100), 1e-12);
    }

    /** With c from the range alone half of Beale's map would lie below 1/5; it shall use all its colours. */
    @Test
    void halfOfBealesMapLiesInTheMiddleOfItsColours() {
        ValueScale scale = ValueScale.of(BEALE, Scale.AUTO);
        double[] all = new double[201 * 201];
        Arrays.setAll(all, k -> BEALE.value(k % 201, k / 201));
        Arrays.sort(all);
        assertEquals(0.5, scale.fraction(all[all.length / 2]), 0.2);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void fractionsRiseFromZeroToOneAndBack(Scale wanted) {
        for (Grid grid : List.of(ROSENBROCK, BEALE, EASOM, EGGHOLDER, PLANE, CONSTANT, NONE)) {
            ValueScale scale = ValueScale.of(grid, wanted);
            assertEquals(0, scale.fraction(scale.low()));
            assertEquals(1, scale.fraction(scale.high()));
            double before = -1;
            for (int i = 0; i <= 20; i++) {
                double f = scale.fraction(scale.value(i / 20.0));
                assertEquals(i / 20.0, f, 1e-6);                  // the logarithm cancels near low: c may be 1e-6 of the range
                assertTrue(f > before);
                before = f;
            }
        }
    }

    @Test
    void whatIsNotFiniteHasItsPlace() {
        ValueScale scale = ValueScale.of(grid(-1, 1, -1, 1, 41, (x, y) -> x < 0 ? Double.NaN : x == 0 ? 1 / 0.0 : Math.log(x) + y), Scale.AUTO);
        assertTrue(Double.isFinite(scale.low()) && Double.isFinite(scale.high()));
        assertTrue(Double.isNaN(scale.fraction(Double.NaN)));
        assertEquals(1, scale.fraction(Double.POSITIVE_INFINITY));
        assertEquals(0, scale.fraction(Double.NEGATIVE_INFINITY));
    }

    @Test
    void oneNodeOnAPoleDoesNotTakeAllColours() {
        Grid grid = grid(-1, 1, -1, 1, 101, (x, y) -> 1 / (x * x + y * y + 1e-30));
        assertTrue(ValueScale.of(grid, Scale.AUTO).high() < 1e6);
    }

    @Test
    void valuesAtTheEndOfTheNumbersStayFinite() {
        for (Scale wanted : Scale.values()) {
            ValueScale scale = ValueScale.of(grid(-1, 1, -1, 1, 11, (x, y) -> Double.MAX_VALUE * x), wanted);
            assertTrue(scale.fraction(0) > 0 && scale.fraction(0) < 1);
            assertTrue(scale.ticks(300).size() < 30);
            assertTrue(Levels.of(scale, 0).list().size() < 300);
        }
    }

    @Test
    void constantDataIsTheMiddleColour() {
        assertEquals(0.5, ValueScale.of(CONSTANT, Scale.LOG).fraction(7));
        assertEquals(0.5, ValueScale.of(CONSTANT, Scale.AUTO).fraction(7));
    }

    @Test
    void ticksOfRosenbrockAreZeroAndThePowersOfTen() {
        assertEquals(List.of("0", "1", "10", "100", "1000"),
                ValueScale.of(ROSENBROCK, Scale.AUTO).ticks(460).stream().map(Axis.Tick::text).toList());
    }

    /** 20 and 200 used to be chosen here, which lie so near to each other that a surface could write only one of them. */
    @Test
    void aShortScaleHasTicksFromEndToEndThatKeepApart() {
        assertEquals(List.of("0", "30", "1000"), ValueScale.of(ROSENBROCK, Scale.AUTO).ticks(63).stream().map(Axis.Tick::text).toList());
        for (double length = 50; length < 100; length += 1) {
            ValueScale scale = ValueScale.of(ROSENBROCK, Scale.AUTO);
            List<Axis.Tick> ticks = scale.ticks(length);
            for (int i = 1; i < ticks.size(); i++) {
                double gap = (scale.fraction(ticks.get(i).value()) - scale.fraction(ticks.get(i - 1).value())) * length;
                assertTrue(gap >= 22, length + ": " + ticks);
            }
        }
    }

    @Test
    void everyScaleHasTicksThatKeepApart() {
        for (Grid grid : List.of(ROSENBROCK, BEALE, EASOM, EGGHOLDER, PLANE, CONSTANT, NONE)) {
            for (Scale wanted : Scale.values()) {
                for (double length : List.of(100.0, 400.0, 1200.0)) {
                    ValueScale scale = ValueScale.of(grid, wanted);
                    List<Axis.Tick> ticks = scale.ticks(length);
                    assertTrue(ticks.size() >= 2, scale + " on " + length + ": " + ticks);
                    for (int i = 1; i < ticks.size(); i++) {
                        double gap = (scale.fraction(ticks.get(i).value()) - scale.fraction(ticks.get(i - 1).value())) * length;
                        assertTrue(gap > 12, scale + " on " + length + ": " + ticks);
                    }
                }
            }
        }
    }

    @Test
    void nodeThatHappensToLieOnTheEdgeOfAHoleFlattensNothing() {
        Range range = new Range(-5, 5);
        int n = 201;
        double[] values = new double[n * n];
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.log(range.at(k % n / (n - 1.0)) + 0.3 * range.at(k / n / (n - 1.0)));
        }
        Grid grid = new Grid(range, range, n, n, values);
        assertTrue(grid.minimum() < -30, "a node within rounding of the edge: " + grid.minimum());
        ValueScale scale = ValueScale.of(grid, Scale.AUTO);
        assertTrue(scale.low() > -6 && scale.low() < -2, "low " + scale.low());
        assertEquals(Math.log(6.5), scale.high(), 1e-12);
        assertEquals(0, scale.fraction(-36));
        double[] row = java.util.stream.IntStream.range(0, 801).mapToDouble(i -> Math.log((i - 400) / 100.0 + (i == 400 ? 1e-16 : 0))).toArray();
        assertTrue(ValueScale.of(new Grid(new Range(-4, 4), range, 801, 1, row), Scale.AUTO).low() > -6, "a curve too");
    }

    @Test
    void lowestValuesBesideAHoleCountWhereTheyAreOfTheSameSize() {
        int n = 101;
        Range range = new Range(-2, 2);
        double[] values = new double[n * n];
        for (int k = 0; k < values.length; k++) {
            double x = range.at(k % n / (n - 1.0));
            double y = range.at(k / n / (n - 1.0));
            values[k] = Math.sqrt(x * x + y * y - 1);
        }
        Grid grid = new Grid(range, range, n, n, values);
        assertEquals(grid.minimum(), ValueScale.of(grid, Scale.LINEAR).low());
        assertEquals(grid.maximum(), ValueScale.of(grid, Scale.LINEAR).high());
    }
}
