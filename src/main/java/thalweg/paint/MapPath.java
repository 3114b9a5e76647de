package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Track;
import thalweg.slice.Slice;

/**
 * A run's path on a map, in pixels, thinned to what can be seen: steps of less than half a pixel are left out, and of very many steps only
 * the first and the outermost of each bucket stay.
 *
 * <p>The path of a run that diverged ends where it first leaves the window.
 */
final class MapPath {
    /** Steps that hardly move the pen. */
    private static final double STILL = 0.5;

    private final int track;
    private final Trajectory trajectory;
    private final Places places;
    private final Axes axes;
    private final int[] steps;
    private final double[] x;
    private final double[] y;
    /** The first step beyond the window of a run that diverged; past the last step otherwise. */
    private final int gone;

    private MapPath(int track, Trajectory trajectory, Places places, Axes axes, int[] steps, double[] x, double[] y, int gone) {
        this.track = track;
        this.trajectory = trajectory;
        this.places = places;
        this.axes = axes;
        this.steps = steps;
        this.x = x;
        this.y = y;
        this.gone = gone;
    }

    /** The path of a track, the index-th of its frame. */
    static MapPath of(int index, Track track, Slice slice, Axes axes) {
        Trajectory t = track.trajectory();
        Places places = Places.of(track, slice);
        Rectangle2D plot = axes.plot();
        boolean diverged = t.outcome() instanceof Outcome.Diverged;
        int[] steps = new int[64];
        double[] x = new double[64];
        double[] y = new double[64];
        int n = 0;
        int gone = t.last() + 1;
        boolean inside = false;
        for (int step = 0; step <= t.last() && step <= gone; step++) {
            double[] at = places.of(step);
            double px = axes.x(at[0]);
            double py = axes.y(at[1]);
            if (diverged && inside && !covers(plot, px, py)) {
                gone = step;
            }
            inside |= covers(plot, px, py);
            if (Double.isFinite(px) && Double.isFinite(py)
                    && (n == 0 || step == gone || Math.abs(px - x[n - 1]) + Math.abs(py - y[n - 1]) > STILL)) {
                if (n == steps.length) {
                    steps = Arrays.copyOf(steps, 2 * n);
                    x = Arrays.copyOf(x, 2 * n);
                    y = Arrays.copyOf(y, 2 * n);
                }
                steps[n] = step;
                x[n] = px;
                y[n++] = py;
            }
        }
        double[] px = x;
        double[] py = y;
        int[] seen = steps;
        int[] kept = Places.outermost(x, y, n);
        return new MapPath(index, t, places, axes, Arrays.stream(kept).map(i -> seen[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> px[i]).toArray(), Arrays.stream(kept).mapToDouble(i -> py[i]).toArray(), gone);
    }

    private static boolean covers(Rectangle2D plot, double px, double py) {
        return px >= plot.getX() - 1e-6 && px <= plot.getMaxX() + 1e-6 && py >= plot.getY() - 1e-6 && py <= plot.getMaxY() + 1e-6;
    }

    int track() {
        return track;
    }

    Trajectory trajectory() {
        return trajectory;
    }

    /** The last step that the path shows at a playhead. */
    int shown(int playhead) {
        return Math.min(Math.min(playhead, trajectory.last()), gone);
    }

    /** Whether the path ends at the window's edge at or before a playhead. */
    boolean leftBy(int playhead) {
        return playhead >= gone && gone <= trajectory.last();
    }

    /** The place of a step; empty where it is not finite. */
    Optional<Point2D> at(int step) {
        double[] at = places.of(Math.min(step, trajectory.last()));
        double px = axes.x(at[0]);
        double py = axes.y(at[1]);
        return Double.isFinite(px) && Double.isFinite(py) ? Optional.of(new Point2D.Double(px, py)) : Optional.empty();
    }

    /** Where the marker stands at a playhead: on the iterate, or on the edge where the path left; empty outside the window. */
    Optional<Point2D> head(int playhead) {
        Rectangle2D plot = axes.plot();
        if (leftBy(playhead)) {
            return at(gone - 1).map(from -> {
                Point2D to = at(gone).orElse(from);
                double[] cut = cut(plot, from.getX(), from.getY(), to.getX(), to.getY());
                return cut.length == 0 ? from : new Point2D.Double(cut[2], cut[3]);
            });
        }
        return at(shown(playhead)).filter(p -> covers(plot, p.getX(), p.getY()));
    }

    int size() {
        return steps.length;
    }

    int step(int i) {
        return steps[i];
    }

    double x(int i) {
        return x[i];
    }

    double y(int i) {
        return y[i];
    }

    /** How many of the kept points belong to steps up to one. */
    int until(int step) {
        int i = Arrays.binarySearch(steps, step);
        return i < 0 ? -i - 1 : i + 1;
    }

    /** The line from one step to another, cut off outside an area. */
    Path2D line(int from, int to, Rectangle2D area) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, Math.max(4, until(to) - until(from) + 4));
        Pen pen = new Pen(path, area);
        at(from).ifPresent(p -> pen.to(p.getX(), p.getY()));
        for (int i = until(from); i < steps.length && steps[i] <= to; i++) {
            pen.to(x[i], y[i]);
        }
        at(to).ifPresent(p -> pen.to(p.getX(), p.getY()));
        return path;
    }

    /** A pen that draws only inside an area: coordinates may be anything finite. */
    private static final class Pen {
        private final Path2D path;
        private final Rectangle2D area;
        private double fromX = Double.NaN;
        private double fromY;
        private double penX = Double.NaN;
        private double penY;

        Pen(Path2D path, Rectangle2D area) {
            this.path = path;
            this.area = area;
        }

        void to(double x, double y) {
            if (!Double.isNaN(fromX) && (x != fromX || y != fromY)) {
                double[] cut = cut(area, fromX, fromY, x, y);
                if (cut.length > 0) {
                    if (cut[0] != penX || cut[1] != penY) {
                        path.moveTo(cut[0], cut[1]);
                    }
                    path.lineTo(cut[2], cut[3]);
                    penX = cut[2];
                    penY = cut[3];
                }
            }
            fromX = x;
            fromY = y;
        }
    }

    /** The part of a line inside an area (Liang and Barsky 1984, ACM TOG 3(1)); empty if there is none. */
    static double[] cut(Rectangle2D area, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x1 - area.getX(), area.getMaxX() - x1, y1 - area.getY(), area.getMaxY() - y1};
        double enter = 0;
        double leave = 1;
        for (int k = 0; k < 4; k++) {
            if (p[k] == 0) {
                if (q[k] < 0) {
                    return new double[0];
                }
            } else if (p[k] < 0) {
                enter = Math.max(enter, q[k] / p[k]);
            } else {
                leave = Math.min(leave, q[k] / p[k]);
            }
        }
        if (!(enter <= leave)) {
            return new double[0];
        }
        double[] cut = {x1, y1, x2, y2};
        if (leave < 1) {
            cut[2] = Math.clamp(x1 + leave * dx, area.getX(), area.getMaxX());
            cut[3] = Math.clamp(y1 + leave * dy, area.getY(), area.getMaxY());
        }
        if (enter > 0) {
            cut[0] = Math.clamp(x1 + enter * dx, area.getX(), area.getMaxX());
            cut[1] = Math.clamp(y1 + enter * dy, area.getY(), area.getMaxY());
        }
        return cut;
    }
}
