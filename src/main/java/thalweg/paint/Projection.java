package thalweg.paint;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import thalweg.experiment.Camera;

/**
 * The way from the box of a surface to the plane of the picture, and back.
 *
 * <p>World: x to the right at azimuth -90, y away, z up. The camera stands in direction
 * {@code (cos el cos az, cos el sin az, sin el)} from the middle of the box. Nearness grows toward the camera and is linear on the
 * picture along every straight line of the world, so that a depth buffer may interpolate it: one over the distance in perspective,
 * the coordinate along the line of sight without.
 */
final class Projection {
    /** Distance of the camera from the middle of the box, in half-widths of the box. */
    static final double DISTANCE = 6.5;

    /** Nothing in the largest box is farther from its middle. */
    private static final double REACH = 2.6;

    private static final double ROOT = Math.sqrt(2);
    private static final int RING = 72;

    private final boolean perspective;
    private final double rightX;
    private final double rightY;
    private final double upX;
    private final double upY;
    private final double upZ;
    private final double towardX;
    private final double towardY;
    private final double towardZ;
    private final double middle;
    private final double scale;
    private final double left;
    private final double bottom;

    private Projection(Camera camera, double middle, double scale, double left, double bottom) {
        double azimuth = Math.toRadians(camera.azimuth());
        double elevation = Math.toRadians(camera.elevation());
        perspective = camera.perspective();
        rightX = -Math.sin(azimuth);
        rightY = Math.cos(azimuth);
        upX = -Math.sin(elevation) * Math.cos(azimuth);
        upY = -Math.sin(elevation) * Math.sin(azimuth);
        upZ = Math.cos(elevation);
        towardX = Math.cos(elevation) * Math.cos(azimuth);
        towardY = Math.cos(elevation) * Math.sin(azimuth);
        towardZ = Math.sin(elevation);
        this.middle = middle;
        this.scale = scale;
        this.left = left;
        this.bottom = bottom;
    }

    /**
     * The projection that fits the cylinder around the box into a frame, whatever the azimuth, so that turning does not change the size.
     *
     * @param frame in the units of the picture; a zoom above 1 leads out of it
     */
    static Projection fit(Camera camera, Box box, Rectangle2D frame) {
        Projection unit = new Projection(camera, box.centre(), 1, 0, 0);
        double half = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < RING; i++) {
            double angle = 2 * Math.PI * i / RING;
            for (double z : new double[] {Box.FLOOR, box.top()}) {
                Point2D p = unit.point(ROOT * Math.cos(angle), ROOT * Math.sin(angle), z);
                half = Math.max(half, Math.abs(p.getX()));
                low = Math.min(low, -p.getY());
                high = Math.max(high, -p.getY());
            }
        }
        double scale = Math.max(1, Math.min(frame.getWidth() / (2 * half), frame.getHeight() / (high - low))) * zoom(camera);
        return new Projection(camera, box.centre(), scale, frame.getCenterX(), frame.getCenterY() + scale * (high + low) / 2);
    }

    private static double zoom(Camera camera) {
        return Double.isNaN(camera.zoom()) ? 1 : Math.clamp(camera.zoom(), 0.1, 20);
    }

    /** The same projection in other units: what it shows at (x, y) is then at {@code ((x - fromX) * factor, (y - fromY) * factor)}. */
    Projection in(double fromX, double fromY, double factor) {
        return new Projection(this, (left - fromX) * factor, (bottom - fromY) * factor, scale * factor);
    }

    private Projection(Projection other, double left, double bottom, double scale) {
        perspective = other.perspective;
        rightX = other.rightX;
        rightY = other.rightY;
        upX = other.upX;
        upY = other.upY;
        upZ = other.upZ;
        towardX = other.towardX;
        towardY = other.towardY;
        towardZ = other.towardZ;
        middle = other.middle;
        this.scale = scale;
        this.left = left;
        this.bottom = bottom;
    }

    private double along(double x, double y, double z) {
        return towardX * x + towardY * y + towardZ * (z - middle);
    }

    /** The part of {@link #screenX} and {@link #screenY} that perspective brings: above 1 before the middle of the box. */
    private double magnification(double x, double y, double z) {
        return perspective ? DISTANCE / (DISTANCE - along(x, y, z)) : 1;
    }

    double screenX(double x, double y, double z) {
        return left + scale * magnification(x, y, z) * (rightX * x + rightY * y);
    }

    double screenY(double x, double y, double z) {
        return bottom - scale * magnification(x, y, z) * (upX * x + upY * y + upZ * (z - middle));
    }

    double nearness(double x, double y, double z) {
        double along = along(x, y, z);
        return perspective ? 1 / (DISTANCE - along) : along;
    }

    /** Screen place and nearness of a vertex, written at {@code i}: the hot loop's form of the three methods above. */
    void put(float x, float y, float z, float[] screenX, float[] screenY, float[] nearness, int i) {
        double along = along(x, y, z);
        double near = perspective ? 1 / (DISTANCE - along) : along;
        double magnified = perspective ? scale * DISTANCE * near : scale;
        screenX[i] = (float) (left + magnified * (rightX * x + rightY * y));
        screenY[i] = (float) (bottom - magnified * (upX * x + upY * y + upZ * (z - middle)));
        nearness[i] = (float) near;
    }

    Point2D point(double x, double y, double z) {
        return new Point2D.Double(screenX(x, y, z), screenY(x, y, z));
    }

    /** Nearness of a plane before everything in the box. */
    double nearest() {
        return perspective ? 1 / (DISTANCE - REACH) : REACH;
    }

    /** Nearness of a plane behind everything in the box. */
    double farthest() {
        return perspective ? 1 / (DISTANCE + REACH) : -REACH;
    }

    /** How much nearness grows when a point there comes nearer by a small length. */
    double nearnessOf(double length, double nearness) {
        return perspective ? length * nearness * nearness : length;
    }

    /** The point of the world {x, y, z} that is seen at a place of the picture with a given nearness. */
    double[] world(double screenX, double screenY, double nearness) {
        double along = perspective ? DISTANCE - 1 / nearness : nearness;
        double magnified = scale * (perspective ? DISTANCE * nearness : 1);
        double right = (screenX - left) / magnified;
        double up = (bottom - screenY) / magnified;
        return new double[] {rightX * right + upX * up + towardX * along, rightY * right + upY * up + towardY * along,
            middle + upZ * up + towardZ * along};
    }

    /** The direction in the world {x, y, z} that points right, up and toward the camera by these amounts. */
    double[] direction(double right, double up, double toward) {
        return new double[] {rightX * right + upX * up + towardX * toward, rightY * right + upY * up + towardY * toward,
            upZ * up + towardZ * toward};
    }

    /** Whether the camera stands on the side of larger x. */
    boolean fromRight() {
        return towardX >= 0;
    }

    /** Whether the camera stands on the side of larger y. */
    boolean fromBehind() {
        return towardY >= 0;
    }

    /** Whether the camera stands above the middle of the box, or level with it. */
    boolean fromAbove() {
        return towardZ >= 0;
    }
}
