package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.math.Chance;
import thalweg.math.Grid;

class ContourLinesTest {
    private static double radialError(int n) {
        Grid grid = ValueScaleTest.grid(-2, 2, -2, 2, n, (x, y) -> x * x + y * y);
        List<ContourLine> lines = ContourLines.at(grid, 1);
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().closed());
        double worst = 0;
        for (int i = 0; i < lines.getFirst().size(); i++) {
            worst = Math.max(worst, Math.abs(Math.hypot(lines.getFirst().x(i), lines.getFirst().y(i)) - 1));
        }
        return worst;
    }

    /** Linear interpolation of a quadratic with cells of h is off by at most h^2 / 8 in value on an edge, the slope is 2 at radius 1. */
    @Test
    void radialErrorOfACircleFallsWithTheSquareOfTheResolution() {
        for (int n : List.of(20, 40, 80, 160)) {
            double h = 4.0 / (n - 1);
            assertTrue(radialError(n) <= h * h / 8 * (1 + h * h), "n = " + n);
        }
        assertEquals(16, radialError(30) / radialError(117), 5);   // h is 4 times smaller: (117 - 1) = 4 (30 - 1)
    }

    @Test
    void matyasEllipsesAreFiveTimesAsLongAsWide() {
        Grid grid = ValueScaleTest.grid(-10, 10, -10, 10, 401, (x, y) -> 0.26 * (x * x + y * y) - 0.48 * x * y);
        ContourLine line = ContourLines.at(grid, 0.3).getFirst();
        double longest = 0;
        double shortest = 1e9;
        for (int i = 0; i < line.size(); i++) {
            longest = Math.max(longest, Math.hypot(line.x(i), line.y(i)));
            shortest = Math.min(shortest, Math.hypot(line.x(i), line.y(i)));
        }
        assertTrue(line.closed());
        assertEquals(5, longest / shortest, 0.01);                // eigenvalues 0.02 and 0.5: the ratio of axes is the root of 25
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 50, 51})
    void levelZeroOfTheSaddleIsTwoStraightLines(int n) {
        Grid grid = ValueScaleTest.grid(-1, 1, -1, 1, n, (x, y) -> x * x - y * y);
        List<ContourLine> lines = ContourLines.at(grid, 0);
        double length = 0;
        for (ContourLine line : lines) {
            for (int i = 0; i < line.size(); i++) {
                assertEquals(Math.abs(line.x(i)), Math.abs(line.y(i)), 1e-12);
                length += i == 0 ? 0 : Math.hypot(line.x(i) - line.x(i - 1), line.y(i) - line.y(i - 1));
            }
        }
        double h = 2.0 / (n - 1);
        assertEquals(4 * Math.sqrt(2), length, 2 * Math.sqrt(2) * h + 1e-9);   // but for the cell in the middle, where all corners are 0
    }

    /** Values 0 and 1 by turns: the bilinear surface has its saddle at 1/2, so below it the ones are joined, above it the zeros. */
    @Test
    void theBilinearSaddleDecidesWhichCornersAreJoined() {
        Grid grid = new Grid(new thalweg.math.Range(0, 1), new thalweg.math.Range(0, 1), 2, 2, new double[] {1, 0, 0, 1});
        List<ContourLine> below = ContourLines.at(grid, 0.4);
        List<ContourLine> above = ContourLines.at(grid, 0.6);
        assertEquals(2, below.size());
        assertEquals(2, above.size());
        for (ContourLine line : below) {                           // cuts off a corner that is 0: (1, 0) or (0, 1)
            assertTrue(line.x(0) + line.x(1) > 1 != line.y(0) + line.y(1) > 1);
        }
        for (ContourLine line : above) {                           // cuts off a corner that is 1: (0, 0) or (1, 1)
            assertEquals(line.x(0) + line.x(1) > 1, line.y(0) + line.y(1) > 1);
        }
    }

    @Test
    void linesEndOnlyAtTheEdge() {
        for (double level : List.of(-300.0, 0.0, 117.0, 500.0)) {
            for (ContourLine line : ContourLines.at(ValueScaleTest.EGGHOLDER, level)) {
                for (int i : line.closed() ? new int[0] : new int[] {0, line.size() - 1}) {
                    assertEquals(512, Math.max(Math.abs(line.x(i)), Math.abs(line.y(i))), 1e-9);
                }
            }
        }
    }

    @Test
    void linesOfRandomDataNeverCross() {
        double[] values = new double[144];
        for (int i = 0; i < values.length; i++) {
            values[i] = Chance.uniform(7, thalweg.math.Purpose.values()[0], i);
        }
        Grid grid = new Grid(new thalweg.math.Range(0, 11), new thalweg.math.Range(0, 11), 12, 12, values);
        List<double[]> segments = new ArrayList<>();
        for (ContourLine line : ContourLines.at(grid, List.of(0.3, 0.45, 0.5, 0.55, 0.7))) {
            for (int i = line.closed() ? 0 : 1; i < line.size(); i++) {
                int before = i == 0 ? line.size() - 1 : i - 1;
                segments.add(new double[] {line.x(before), line.y(before), line.x(i), line.y(i)});
            }
        }
        assertTrue(segments.size() > 300);
        for (int i = 0; i < segments.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertFalse(cross(segments.get(i), segments.get(j)));
            }
        }
    }

    private static boolean cross(double[] s, double[] t) {
        return side(s, t[0], t[1]) * side(s, t[2], t[3]) < -1e-18 && side(t, s[0], s[1]) * side(t, s[2], s[3]) < -1e-18;
    }

    private static double side(double[] s, double x, double y) {
        return (s[2] - s[0]) * (y - s[1]) - (s[3] - s[1]) * (x - s[0]);
    }

    @Test
    void linesStopWhereTheFunctionIsNotDefined() {
        Grid grid = ValueScaleTest.grid(-2, 2, -2, 2, 41, (x, y) -> x < 0 ? Double.NaN : x * x + y * y);
        List<ContourLine> lines = ContourLines.at(grid, 1);
        assertEquals(1, lines.size());
        assertFalse(lines.getFirst().closed());
        assertEquals(0, lines.getFirst().x(0), 0.11);
    }

    @Test
    void everyLevelIsTracedAsIfAlone() {
        List<Double> levels = List.of(1.0, 10.0, 100.0);
        int alone = levels.stream().mapToInt(v -> ContourLines.at(ValueScaleTest.ROSENBROCK, v).size()).sum();
        assertEquals(alone, ContourLines.at(ValueScaleTest.ROSENBROCK, levels).size());
    }

    @Test
    void whatHasNoLinesGivesNone() {
        assertEquals(List.of(), ContourLines.at(ValueScaleTest.CONSTANT, 3));
        assertEquals(List.of(), ContourLines.at(ValueScaleTest.NONE, 0));
        assertEquals(List.of(), ContourLines.at(new Grid(new thalweg.math.Range(0, 1), new thalweg.math.Range(0, 1), 3, 1, new double[3]), 0));
    }
}
