package thalweg.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.PathFile;
import thalweg.math.Chance;
import thalweg.math.Grid;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;

class GriddedObjectiveTest {
    private static final Range X = new Range(-1, 2);
    private static final Range Y = new Range(0.3, 0.7);

    private static Objective of(Grid grid) {
        List<Range> window = grid.ny() == 1 ? List.of(grid.x()) : List.of(grid.x(), grid.y());
        return new GriddedObjective(grid, new Appearance("grid", "", List.of("a", "b").subList(0, window.size()), window, Vec.of(0, 0), List.of()));
    }

    private static Grid random(int nx, int ny) {
        return new Grid(X, Y, nx, ny, IntStream.range(0, nx * ny).mapToDouble(i -> Chance.gaussian(5, Purpose.TEST, i)).toArray());
    }

    private static double[] point(Grid grid, int k) {
        double[] at = {grid.x().at(Chance.uniform(6, Purpose.TEST, 2 * k)), grid.y().at(Chance.uniform(6, Purpose.TEST, 2 * k + 1))};
        return grid.ny() == 1 ? new double[] {at[0]} : at;
    }

    @Test
    void nodesHaveTheirValues() {
        for (int[] size : new int[][] {{7, 5}, {2, 2}, {51, 3}, {401, 1}, {2, 1}}) {
            Grid grid = random(size[0], size[1]);
            Objective f = of(grid);
            for (int j = 0; j < size[1]; j++) {
                for (int i = 0; i < size[0]; i++) {
                    assertEquals(grid.value(i, j), f.value(size[1] == 1 ? new double[] {grid.xAt(i)} : new double[] {grid.xAt(i), grid.yAt(j)}));
                }
            }
        }
    }

    /** Differences with a step of a millionth of the range leave 1e-9 of truncation and 1e-10 of rounding; derivatives are around 10. */
    @Test
    void gradientIsThatOfTheValuesBetweenNodesAndOnBothSidesOfThem() {
        for (int[] size : new int[][] {{7, 5}, {2, 2}, {3, 2}, {9, 1}}) {
            Grid grid = random(size[0], size[1]);
            Objective f = of(grid);
            for (int k = 0; k < 200; k++) {
                double[] at = point(grid, k);
                double[] gradient = new double[at.length];
                assertEquals(f.value(at), f.valueAndGradient(at, gradient));
                for (int i = 0; i < at.length; i++) {
                    double h = 1e-6 * (i == 0 ? X : Y).width();
                    double[] up = at.clone();
                    double[] down = at.clone();
                    up[i] += h;
                    down[i] -= h;
                    double difference = (f.value(up) - f.value(down)) / (2 * h);
                    if (Double.isFinite(difference)) {
                        assertEquals(difference, gradient[i], 1e-4 * Math.max(1, Math.abs(difference)), "at " + k);
                    }
                }
            }
        }
        Grid grid = random(7, 5);
        double[] before = new double[2];
        double[] after = new double[2];
        of(grid).valueAndGradient(new double[] {grid.xAt(3) - 1e-9, 0.55}, before);
        of(grid).valueAndGradient(new double[] {grid.xAt(3) + 1e-9, 0.55}, after);
        assertEquals(before[0], after[0], 1e-6, "the slope has no step at a node");
    }

    /** Central differences, and those of second order at the edge, are exact for parabolas. */
    @Test
    void parabolasComeBackExactlyEverywhere() {
        int nx = 9;
        int ny = 6;
        double[] values = new double[nx * ny];
        Grid places = new Grid(X, Y, nx, ny, values);
        for (int k = 0; k < values.length; k++) {
            values[k] = parabola(places.xAt(k % nx), places.yAt(k / nx));
        }
        Objective f = of(new Grid(X, Y, nx, ny, values));
        for (int k = 0; k < 300; k++) {
            double[] at = point(places, k);
            double[] gradient = new double[2];
            assertEquals(parabola(at[0], at[1]), f.valueAndGradient(at, gradient), 1e-13);
            assertEquals(6 * at[0] - at[1], gradient[0], 1e-12);
            assertEquals(-at[0] + 4 * at[1], gradient[1], 1e-12);
        }
    }

    private static double parabola(double x, double y) {
        return 3 * x * x - x * y + 2 * y * y + 1;
    }

    @Test
    void outsideAndInHolesThereIsNothingAndBesideThemStraightLines() {
        Grid whole = random(6, 6);
        double[] values = IntStream.range(0, 36).mapToDouble(k -> k == 14 ? Double.NaN : whole.value(k % 6, k / 6)).toArray();
        Grid grid = new Grid(X, Y, 6, 6, values);
        Objective f = of(grid);
        double[] gradient = new double[2];
        assertTrue(Double.isNaN(f.valueAndGradient(new double[] {2.001, 0.5}, gradient)));
        assertTrue(Double.isNaN(gradient[0]) && Double.isNaN(gradient[1]));
        assertTrue(Double.isNaN(f.value(new double[] {0, 0.29})));
        assertTrue(Double.isNaN(f.value(new double[] {grid.x().at(0.45), grid.y().at(0.45)})));
        double x = grid.x().at(0.7);
        double y = grid.y().at(0.45);
        assertEquals(grid.interpolate(x, y), f.value(new double[] {x, y}), 1e-13);
    }

    @Test
    void aSurfaceFromAFileIsALandscape(@TempDir Path folder) {
        Path file = folder.resolve("resnet56_surface.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("xcoordinates", new double[] {-1, 0, 1});
            hdf.putDataset("ycoordinates", new double[] {-1, 0, 1});
            hdf.putDataset("train_loss", new double[][] {{3, 2, 3}, {2, 1, 2}, {3, 2, 4}});
        }
        Path path = folder.resolve("path.h5");
        try (WritableHdfFile hdf = HdfFile.write(path)) {
            hdf.putDataset("proj_xcoord", new double[] {0.5, 0});
            hdf.putDataset("proj_ycoord", new double[] {-0.5, 0});
        }
        Spec spec = Spec.of("grid").with("path", Value.text(file.toString()));
        Objective f = Objectives.CATALOG.make(spec);
        assertEquals("resnet56_surface", f.appearance().name());
        assertEquals(List.of(new Range(-1, 1), new Range(-1, 1)), f.appearance().window());
        assertEquals(4, f.value(new double[] {1, 1}));
        assertTrue(Double.isFinite(f.value(f.appearance().start().toArray())));
        assertFalse(CriticalPoints.find(f, f.appearance().window(), 1, () -> false).isEmpty(), "the minimum at the origin is found");
        assertEquals(Vec.of(0.5, -0.5), Objectives.CATALOG.make(spec.with("projection", Value.text(path.toString()))).appearance().start());
        assertTrue(PathFile.is(path), "and is drawn as a run when it is dropped");
        assertFalse(PathFile.is(file));
        assertEquals(Map.of("path", List.of(Vec.of(0.5, -0.5), Vec.of(0, 0))), PathFile.read("path", path.toString()));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Objectives.CATALOG.make(Spec.of("grid"))).getMessage()
                .contains("path must name a file, but is empty"));
    }
}
