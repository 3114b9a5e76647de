package thalweg.paint;

import java.util.Optional;

/**
 * Lines of sight over a mesh: what a place of the picture shows, and whether a point of the surface can be seen. Walks along the line, for
 * single questions; a whole picture asks its depth buffer.
 */
record Sight(Mesh mesh, Projection projection) {
    private static final int STEPS = 600;
    private static final int HALVINGS = 20;

    /** The first point of the surface {x, y, z} on the line of sight through a place of the picture. */
    Optional<double[]> at(double screenX, double screenY) {
        double[] near = projection.world(screenX, screenY, projection.nearest());
        double[] far = projection.world(screenX, screenY, projection.farthest());
        return crossing(near, far);
    }

    /** Whether nothing of the surface stands between the camera and a point on it. */
    boolean shows(double x, double y, double z) {
        double[] near = projection.world(projection.screenX(x, y, z), projection.screenY(x, y, z), projection.nearest());
        double length = Math.sqrt(Math.pow(near[0] - x, 2) + Math.pow(near[1] - y, 2) + Math.pow(near[2] - z, 2));
        double lift = 0.02 / length;
        double[] start = {x + lift * (near[0] - x), y + lift * (near[1] - y), z + lift * (near[2] - z) + 0.01};
        return crossing(near, start).isEmpty();
    }

    private Optional<double[]> crossing(double[] from, double[] to) {
        double before = 0;
        double gap = above(from, to, 0);
        for (int n = 1; n <= STEPS; n++) {
            double t = (double) n / STEPS;
            double now = above(from, to, t);
            if (gap * now <= 0) {                                 // false beside a hole, where there is no height
                return Optional.of(refined(from, to, before, t));
            }
            before = t;
            gap = now;
        }
        return Optional.empty();
    }

    private double[] refined(double[] from, double[] to, double low, double high) {
        double a = low;
        double b = high;
        double sign = Math.signum(above(from, to, a));
        for (int n = 0; n < HALVINGS; n++) {
            double m = (a + b) / 2;
            if (above(from, to, m) * sign > 0) {
                a = m;
            } else {
                b = m;
            }
        }
        return new double[] {between(from[0], to[0], b), between(from[1], to[1], b), between(from[2], to[2], b)};
    }

    private double above(double[] from, double[] to, double t) {
        return between(from[2], to[2], t) - mesh.height(between(from[0], to[0], t), between(from[1], to[1], t));
    }

    private static double between(double a, double b, double t) {
        return a + t * (b - a);
    }
}
