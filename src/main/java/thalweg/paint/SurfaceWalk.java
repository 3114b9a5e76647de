package thalweg.paint;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;

/** Follows a run's path over a surface; the costly part, made once for a camera and then drawn up to any step. */
final class SurfaceWalk {
    /** More iterates than this are thinned out evenly; they lie closer than pixels. */
    private static final int MOST = 20_000;

    /** Points of the line per cell of the mesh, and between which distances in pixels. */
    private static final double PER_CELL = 1.5;
    private static final double CLOSEST = 1;
    private static final double WIDEST = 4;

    /** Iterates nearer than this, in pixels, are one. */
    private static final double EQUAL = 0.3;

    /** Shorter pieces, in pixels, follow what is around them: a path along a crest does not flicker. */
    private static final double PIECE = 4;

    private final Ground ground;
    private final Visibility visibility;
    private final Trajectory path;
    private final List<SurfacePath.Point> points = new ArrayList<>();

    /** Whether a point can be seen at its place on the picture. */
    @FunctionalInterface
    interface Visibility {
        boolean shows(double screenX, double screenY, double nearness);
    }

    private SurfaceWalk(Ground ground, Visibility visibility, Trajectory path) {
        this.ground = ground;
        this.visibility = visibility;
        this.path = path;
    }

    static SurfacePath of(Ground ground, Visibility visibility, Trajectory path) {
        SurfaceWalk walk = new SurfaceWalk(ground, visibility, path);
        int out = walk.follow();
        walk.settle(false);
        walk.settle(true);
        return new SurfacePath(walk.points, out);
    }

    /** Adds all points; returns the step at which the path ends on the picture. */
    private int follow() {
        boolean diverges = path.outcome() instanceof Outcome.Diverged;
        int stride = Math.ceilDiv(Math.max(1, path.last()), MOST);
        double[] from = ground.plane(path.theta(0));
        add(from, 0);
        int step = 0;
        while (step < path.last()) {
            int next = Math.min(step + stride, path.last());
            double[] to = ground.plane(path.theta(next));
            boolean moved = segment(from, to, step, next);
            if (diverges && !Ground.isInside(to)) {
                return next;
            }
            from = moved ? to : from;
            step = next;
        }
        return path.last();
    }

    /** Adds what lies between two iterates; false if they are as good as one. */
    private boolean segment(double[] from, double[] to, int step, int next) {
        Optional<double[]> part = Ground.inWindow(from, to);
        if (part.isEmpty()) {
            outside(next);
            return true;
        }
        double enter = part.get()[0];
        double leave = part.get()[1];
        double[] a = between(from, to, enter);
        double[] b = between(from, to, leave);
        double pixels = distance(a, b);
        if (pixels < EQUAL && next < path.last() && enter == 0 && leave == 1) {
            return false;
        }
        double cells = PER_CELL * Math.max(Math.abs(b[0] - a[0]) * ground.mesh().nx(), Math.abs(b[1] - a[1]) * ground.mesh().ny()) / 2;
        int n = Math.max(1, (int) Math.ceil(Math.clamp(cells, pixels / WIDEST, Math.max(8, pixels / CLOSEST))));
        for (int i = enter > 0 ? 0 : 1; i <= n; i++) {
            double t = enter + (leave - enter) * i / n;
            add(between(from, to, t), i == n && leave == 1 ? next : step + t * (next - step));
        }
        if (leave < 1) {
            outside(next);
        }
        return true;
    }

    private double distance(double[] a, double[] b) {
        Optional<Point2D> p = ground.seen(a);
        Optional<Point2D> q = ground.seen(b);
        Projection seen = ground.projection();
        return p.isPresent() && q.isPresent() ? p.get().distance(q.get())
                : seen.point(a[0], a[1], 0).distance(seen.point(b[0], b[1], 0));
    }

    /** A point between two inside the window; a rounding error does not take it out. */
    private static double[] between(double[] a, double[] b, double t) {
        return new double[] {Math.clamp(a[0] + t * (b[0] - a[0]), -1, 1), Math.clamp(a[1] + t * (b[1] - a[1]), -1, 1)};
    }

    private void outside(double step) {
        points.add(new SurfacePath.Point(Double.NaN, Double.NaN, step, false));
    }

    private void add(double[] plane, double step) {
        double z = ground.mesh().height(plane[0], plane[1]);
        if (Double.isNaN(z)) {
            outside(step);
            return;
        }
        Projection seen = ground.projection();
        double x = seen.screenX(plane[0], plane[1], z);
        double y = seen.screenY(plane[0], plane[1], z);
        points.add(new SurfacePath.Point(x, y, step, visibility.shows(x, y, seen.nearness(plane[0], plane[1], z))));
    }

    private void settle(boolean which) {
        int from = 0;
        while (from < points.size()) {
            int to = from;
            double length = 0;
            boolean solid = points.get(from).isSomewhere();
            while (to + 1 < points.size() && points.get(to + 1).shown() == points.get(from).shown()) {
                to++;
                solid &= points.get(to).isSomewhere();
                length += points.get(to).distance(points.get(to - 1));
            }
            if (points.get(from).shown() == which && from > 0 && to + 1 < points.size() && solid && length < PIECE) {
                for (int i = from; i <= to; i++) {
                    points.set(i, points.get(i).with(!which));
                }
            }
            from = to + 1;
        }
    }
}
