package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import thalweg.experiment.Camera;

class ProjectionTest {
    private static final Rectangle2D FRAME = new Rectangle2D.Double(10, 20, 300, 200);
    private static final Box BOX = Box.of(1);

    private static Projection projection(double azimuth, double elevation, double zoom, boolean perspective) {
        return Projection.fit(new Camera(azimuth, elevation, zoom, perspective, false), BOX, FRAME);
    }

    /** Units of the picture per unit of the world in the middle of the box. */
    private static double scale(Projection p, double[] right) {
        double c = BOX.centre();
        return p.point(right[0], right[1], c).distance(p.point(0, 0, c));
    }

    @Test
    void orthographicPictureIsTheTurnedWorld() {
        double az = Math.toRadians(-118);
        double el = Math.toRadians(46);
        Projection p = projection(-118, 46, 1, false);
        Point2D middle = p.point(0, 0, BOX.centre());
        double s = scale(p, new double[] {-Math.sin(az), Math.cos(az)});
        double x = 0.3;
        double y = -0.8;
        double z = 0.5;
        double right = -Math.sin(az) * x + Math.cos(az) * y;
        double up = -Math.sin(el) * (Math.cos(az) * x + Math.sin(az) * y) + Math.cos(el) * (z - BOX.centre());
        assertEquals(middle.getX() + s * right, p.screenX(x, y, z), 1e-9);
        assertEquals(middle.getY() - s * up, p.screenY(x, y, z), 1e-9);
        assertEquals(Math.cos(el) * (Math.cos(az) * x + Math.sin(az) * y) + Math.sin(el) * (z - BOX.centre()), p.nearness(x, y, z), 1e-12);
    }

    @Test
    void perspectiveDividesByTheDistanceFromTheCamera() {
        double az = Math.toRadians(28);
        double el = Math.toRadians(42);
        Projection p = projection(28, 42, 1, true);
        Point2D middle = p.point(0, 0, BOX.centre());
        double s = scale(p, new double[] {-Math.sin(az), Math.cos(az)});
        double x = -0.9;
        double y = 0.4;
        double z = -0.2;
        double right = -Math.sin(az) * x + Math.cos(az) * y;
        double up = -Math.sin(el) * (Math.cos(az) * x + Math.sin(az) * y) + Math.cos(el) * (z - BOX.centre());
        double toward = Math.cos(el) * (Math.cos(az) * x + Math.sin(az) * y) + Math.sin(el) * (z - BOX.centre());
        double far = 6.5 / (6.5 - toward);
        assertEquals(middle.getX() + s * far * right, p.screenX(x, y, z), 1e-9);
        assertEquals(middle.getY() - s * far * up, p.screenY(x, y, z), 1e-9);
        assertEquals(1 / (6.5 - toward), p.nearness(x, y, z), 1e-12);
    }

    @Test
    void cameraSouthOfTheBoxSeesXToTheRightAndHeightUpward() {
        for (boolean perspective : new boolean[] {false, true}) {
            Projection p = projection(-90, 20, 1, perspective);
            assertTrue(p.screenX(1, 0, 0) > p.screenX(-1, 0, 0));
            assertTrue(p.screenY(0, 0, 0.5) < p.screenY(0, 0, 0));
            assertTrue(p.nearness(0, -1, 0) > p.nearness(0, 1, 0));
            assertTrue(!p.fromBehind() && p.fromAbove());
        }
    }

    @Test
    void worldUndoesTheProjection() {
        for (boolean perspective : new boolean[] {false, true}) {
            Projection p = projection(-37, 33, 1.7, perspective);
            double[] point = {0.4, -0.7, 0.3};
            assertArrayEquals(point, p.world(p.screenX(0.4, -0.7, 0.3), p.screenY(0.4, -0.7, 0.3), p.nearness(0.4, -0.7, 0.3)), 1e-9);
        }
    }

    @Test
    void nearnessIsStraightAlongStraightLinesOfThePicture() {
        Projection p = projection(-118, 46, 1, true);
        double[] a = {-1, -1, 0};
        double[] b = {0.8, 0.9, 0.7};
        double t = 0.3;
        double x = p.screenX(a[0], a[1], a[2]) * (1 - t) + p.screenX(b[0], b[1], b[2]) * t;
        double y = p.screenY(a[0], a[1], a[2]) * (1 - t) + p.screenY(b[0], b[1], b[2]) * t;
        double near = p.nearness(a[0], a[1], a[2]) * (1 - t) + p.nearness(b[0], b[1], b[2]) * t;
        double[] w = p.world(x, y, near);
        double along = (w[0] - a[0]) / (b[0] - a[0]);
        assertArrayEquals(new double[] {a[0] + along * 1.8, a[1] + along * 1.9, a[2] + along * 0.7}, w, 1e-9);
    }

    @Test
    void boxFitsTheFrameFromEverywhereAndTouchesItFromSomewhere() {
        for (boolean perspective : new boolean[] {false, true}) {
            double tightest = Double.POSITIVE_INFINITY;
            for (int azimuth = -180; azimuth < 180; azimuth += 15) {
                Projection p = projection(azimuth, 46, 1, perspective);
                for (int corner = 0; corner < 8; corner++) {
                    Point2D at = p.point((corner & 1) * 2 - 1, (corner & 2) - 1, (corner & 4) == 0 ? Box.FLOOR : BOX.top());
                    double room = Math.min(Math.min(at.getX() - FRAME.getMinX(), FRAME.getMaxX() - at.getX()),
                            Math.min(at.getY() - FRAME.getMinY(), FRAME.getMaxY() - at.getY()));
                    assertTrue(room > -0.5, "corner " + corner + " from " + azimuth + " is " + room);
                    tightest = Math.min(tightest, room);
                }
            }
            assertTrue(tightest < 6, "unused room " + tightest);
        }
    }

    @Test
    void zoomAndOtherUnitsScaleThePicture() {
        Projection one = projection(28, 42, 1, true);
        Projection two = projection(28, 42, 2, true);
        double c = BOX.centre();
        assertEquals(2 * one.point(0.5, 0.5, 0.2).distance(one.point(0, 0, c)), two.point(0.5, 0.5, 0.2).distance(two.point(0, 0, c)), 1e-9);
        Projection pixels = one.in(10, 20, 1.5);
        assertEquals((one.screenX(0.5, 0.5, 0.2) - 10) * 1.5, pixels.screenX(0.5, 0.5, 0.2), 1e-9);
        assertEquals((one.screenY(0.5, 0.5, 0.2) - 20) * 1.5, pixels.screenY(0.5, 0.5, 0.2), 1e-9);
        float[] x = new float[1];
        float[] y = new float[1];
        float[] near = new float[1];
        one.put(0.5f, 0.5f, 0.2f, x, y, near, 0);
        assertEquals(one.screenX(0.5f, 0.5f, 0.2f), x[0], 1e-4);
        assertEquals(one.screenY(0.5f, 0.5f, 0.2f), y[0], 1e-4);
        assertEquals(one.nearness(0.5f, 0.5f, 0.2f), near[0], 1e-7);
    }
}
