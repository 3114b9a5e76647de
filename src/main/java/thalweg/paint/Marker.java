package thalweg.paint;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The shapes that end paths, told apart without colour; scaled so that they look equally large. */
public enum Marker {
    CIRCLE(0, 0, 0, 1), SQUARE(4, 45, 1, 1.2), TRIANGLE_UP(3, -90, 1, 1.25), DIAMOND(4, 0, 1, 1.2), TRIANGLE_DOWN(3, 90, 1, 1.25),
    STAR(5, -90, 0.45, 1.3), PENTAGON(5, -90, 1, 1.12), PLUS(4, -90, 0.0, 1.1), TRIANGLE_RIGHT(3, 0, 1, 1.25),
    HEXAGON(6, -90, 1, 1.1), TRIANGLE_LEFT(3, 180, 1, 1.25), CROSS(4, 45, 0.0, 1.2);

    private final int corners;
    private final double turn;
    private final double inner;
    private final double size;

    /**
     * A regular figure.
     *
     * @param corners 0 for a circle
     * @param turn degrees of the first corner, clockwise from the right
     * @param inner 1 for a convex figure; else the radius of the corners between; 0 for a cross of bars
     */
    Marker(int corners, double turn, double inner, double size) {
        this.corners = corners;
        this.turn = Math.toRadians(turn);
        this.inner = inner;
        this.size = size;
    }

    /** The shape around a point; the radius is that of the circle, others are as large to the eye. */
    public Shape at(double x, double y, double radius) {
        if (corners == 0) {
            return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        }
        double r = radius * size;
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = turn + 2 * Math.PI * i / corners;
            if (inner == 0) {                                     // the end of a bar, then the notch to the next bar
                double half = 0.3;
                double side = Math.atan2(half, 1);
                corner(path, x, y, r, angle - side);
                corner(path, x, y, r, angle + side);
                corner(path, x, y, r * half * Math.sqrt(2), angle + Math.PI / corners);
            } else {
                corner(path, x, y, r, angle);
                if (inner < 1) {
                    corner(path, x, y, r * inner, angle + Math.PI / corners);
                }
            }
        }
        path.closePath();
        return path;
    }

    private static void corner(Path2D path, double x, double y, double r, double angle) {
        double px = x + r * Math.cos(angle);
        double py = y + r * Math.sin(angle);
        if (path.getCurrentPoint() == null) {
            path.moveTo(px, py);
        } else {
            path.lineTo(px, py);
        }
    }
}
