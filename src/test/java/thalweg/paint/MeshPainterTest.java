package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import thalweg.experiment.Camera;
import thalweg.math.Crew;
import thalweg.math.Grid;
import thalweg.math.Range;

class MeshPainterTest {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 400;

    private static Mesh mesh(DoubleBinaryOperator f, int nodes) {
        Range r = new Range(-1, 1);
        double[] values = new double[nodes * nodes];
        for (int k = 0; k < values.length; k++) {
            values[k] = f.applyAsDouble(r.at(k % nodes / (nodes - 1.0)), r.at(k / nodes / (nodes - 1.0)));
        }
        return MeshBuilder.mesh(new Relief(new Grid(r, r, nodes, nodes, values), v -> v, v -> v, f), Box.of(1));
    }

    private static Projection projection(double azimuth, double elevation, boolean perspective) {
        return Projection.fit(new Camera(azimuth, elevation, 1, perspective, false), Box.of(1),
                new java.awt.geom.Rectangle2D.Double(10, 10, WIDTH - 20, HEIGHT - 20));
    }

    private static Raster drawn(Mesh mesh, Projection projection) {
        Raster raster = new Raster(WIDTH, HEIGHT);
        MeshPainter.draw(mesh, projection, new Palette(ColourMap.of("viridis").table(), List.of()), raster, Crew.NOBODY, () -> { });
        return raster;
    }

    private static double waves(double x, double y) {
        return 0.5 + 0.4 * Math.sin(9 * x) * Math.cos(7 * y);
    }

    /** The depth buffer against a walk along the line of sight: the same first point of the surface, but at silhouettes. */
    @Test
    void everyPixelShowsTheNearestPointOfItsLineOfSight() {
        Mesh mesh = mesh(MeshPainterTest::waves, 101);
        for (boolean perspective : new boolean[] {true, false}) {
            for (int azimuth : new int[] {-118, 28, 90, 180}) {
                Projection p = projection(azimuth, 25, perspective);
                Raster raster = drawn(mesh, p);
                Sight sight = new Sight(mesh, p);
                int wrong = 0;
                int asked = 0;
                for (int row = 5; row < HEIGHT; row += 9) {
                    for (int column = 5; column < WIDTH; column += 9) {
                        Optional<double[]> at = sight.at(column + 0.5, row + 0.5);
                        float near = raster.nearness[row * WIDTH + column];
                        double expected = at.map(w -> p.nearness(w[0], w[1], w[2])).orElse((double) Raster.EMPTY);
                        boolean same = at.isEmpty() ? near == Raster.EMPTY : Math.abs(near - expected) < p.nearnessOf(0.03, expected);
                        wrong += same ? 0 : 1;
                        asked += at.isPresent() ? 1 : 0;
                    }
                }
                assertTrue(asked > 400, "on the surface " + asked);
                assertTrue(wrong <= asked / 50, wrong + " of " + asked + " from " + azimuth);
            }
        }
    }

    @Test
    void noPixelIsLeftOutInsideASurface() {
        for (DoubleBinaryOperator f : List.<DoubleBinaryOperator>of((x, y) -> 0.5 + 0.2 * x + 0.1 * y, (x, y) -> 0.3 * x * x + 0.2 * y * y,
                (x, y) -> Math.max(0.1, 0.5 - 4 * (x * x + y * y)))) {
            Mesh mesh = mesh(f, 101);
            for (int azimuth = -170; azimuth < 180; azimuth += 31) {
                Raster raster = drawn(mesh, projection(azimuth, 60, true));
                int drawn = 0;
                for (int i = WIDTH; i < WIDTH * (HEIGHT - 1); i++) {
                    boolean around = raster.colours[i - 1] != 0 && raster.colours[i + 1] != 0 && raster.colours[i - WIDTH] != 0
                            && raster.colours[i + WIDTH] != 0;
                    assertTrue(!around || raster.colours[i] != 0, "pixel " + i + " from " + azimuth);
                    drawn += around ? 1 : 0;
                }
                assertTrue(drawn > 30_000, "looked at " + drawn);
            }
        }
    }

    @Test
    void nearerOfTwoFacetsIsSeenWhicheverIsDrawnFirst() {
        float[] x = {10, 60, 60, 10, 30, 90, 90, 30};
        float[] y = {60, 60, 10, 10, 80, 80, 30, 30};
        float[] near = {1, 1, 1, 1, 2, 2, 2, 2};
        float[] level = {50, 50, 50, 50, 200, 200, 200, 200};
        float[] light = new float[8];
        java.util.Arrays.fill(light, Toner.UNIT);
        int[] colours = ColourMap.of("viridis").table();
        for (boolean turned : new boolean[] {false, true}) {
            Raster raster = new Raster(100, 100);
            Facets facets = new Facets(raster, new Toner(new Palette(colours, List.of()), raster),
                    new Facets.Corners(x, y, near, level, light, light), 0, raster.height);
            facets.fill(turned ? 4 : 0, turned ? 5 : 1, turned ? 6 : 2, turned ? 7 : 3, 1);
            facets.fill(turned ? 0 : 4, turned ? 1 : 5, turned ? 2 : 6, turned ? 3 : 7, 1);
            assertEquals(0xff000000 | colours[200], raster.colours[45 * 100 + 45]);
            assertEquals(0xff000000 | colours[50], raster.colours[20 * 100 + 20]);
            assertEquals(0, raster.colours[5 * 100 + 5]);
            assertEquals(2, raster.nearness[45 * 100 + 45], 1e-6);
        }
    }

    @Test
    void cellsAreJoinedOnlyWhereNobodySeesIt() {
        Mesh level = mesh((x, y) -> 0.5 + 0.2 * x + 0.1 * y, 101);
        int joined = 0;
        for (byte shape : level.shapes()) {
            joined += shape == Mesh.FOUR ? 1 : 0;
        }
        assertEquals(50 * 50, joined);
        Mesh curved = mesh(MeshPainterTest::waves, 101);
        for (double x = -0.99; x < 1; x += 0.017) {
            for (double y = -0.99; y < 1; y += 0.019) {
                assertEquals(Box.of(1).top() * waves(x, y), curved.height(x, y), 0.006);    // h^2/8 of the second derivatives at 0.02
            }
        }
    }

    @Test
    void smoothPictureIsTheQuickOneButForEdges() {
        Mesh mesh = mesh((x, y) -> 0.5 + 0.2 * x + 0.1 * y, 101);
        Projection p = projection(-118, 46, true);
        Palette palette = new Palette(ColourMap.of("viridis").table(), List.of());
        Rendering.Window window = new Rendering.Window(0, 0, WIDTH, HEIGHT);
        Raster quick = new Raster(WIDTH, HEIGHT);
        new Rendering(mesh, p, palette, window, quick, false, 1, Crew.NOBODY, () -> { });
        Raster smooth = new Raster(WIDTH, HEIGHT);
        new Rendering(mesh, p, palette, window, smooth, true, 1, Crew.NOBODY, () -> { });
        int between = 0;
        int same = 0;
        for (int i = 0; i < quick.colours.length; i++) {
            int alpha = smooth.colours[i] >>> 24;
            between += alpha > 0 && alpha < 255 ? 1 : 0;
            same += alpha == 255 && Surfaces.apart(smooth.colours[i], quick.colours[i]) <= 2 ? 1 : 0;
        }
        assertTrue(between > 300 && between < 3000, "on edges " + between);
        assertTrue(same > 40_000, "inside " + same);
    }
}
