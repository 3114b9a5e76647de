package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of a run as a line on the picture of a surface: what of a {@link Drape} a camera sees, and what hills hide from it. */
final class SurfacePath {
    /** Shorter pieces, in pixels, follow what is around them: a path along a crest does not flicker. */
    private static final double PIECE = 4;

    private final Drape drape;
    private final double[] x;
    private final double[] y;
    private final boolean[] shown;

    /** Whether a point can be seen at its place on the picture. */
    @FunctionalInterface
    interface Visibility {
        boolean shows(double screenX, double screenY, double nearness);
    }

    SurfacePath(Drape drape, Projection seen, Visibility visibility) {
        this.drape = drape;
        int n = drape.size();
        x = new double[n];
        y = new double[n];
        shown = new boolean[n];
        for (int i = 0; i < n; i++) {
            x[i] = seen.screenX(drape.x(i), drape.y(i), drape.z(i));
            y[i] = seen.screenY(drape.x(i), drape.y(i), drape.z(i));
            shown[i] = !Double.isNaN(x[i]) && visibility.shows(x[i], y[i], seen.nearness(drape.x(i), drape.y(i), drape.z(i)));
        }
        settle(false);
        settle(true);
    }

    private void settle(boolean which) {
        int from = 0;
        while (from < x.length) {
            int to = from;
            double length = 0;
            while (to + 1 < x.length && shown[to + 1] == shown[from]) {
                to++;
                length += Math.hypot(x[to] - x[to - 1], y[to] - y[to - 1]);
            }
            boolean solid = to > from ? !Double.isNaN(length) : !Double.isNaN(x[from]);
            if (shown[from] == which && from > 0 && to + 1 < x.length && solid && length < PIECE) {
                java.util.Arrays.fill(shown, from, to + 1, !which);
            }
            from = to + 1;
        }
    }

    /** The visible parts between two steps; an empty shape if there are none. */
    Path2D line(double from, double to) {
        Path2D line = new Path2D.Double();
        int end = drape.until(to) + 1;
        int start = drape.until(from);
        for (int i = start; i <= end; i++) {
            if (i == end || !shown[i]) {
                Polyline.append(line, x, y, start, i);
                start = i + 1;
            }
        }
        return line;
    }

    int out() {
        return drape.out();
    }

    /** Where a diverging run left the window; empty if that is hidden. */
    Optional<Point2D> exit() {
        int last = 0;
        for (int i = 0; i < x.length; i++) {
            last = Double.isNaN(x[i]) ? last : i;
        }
        return shown[last] ? Optional.of(new Point2D.Double(x[last], y[last])) : Optional.empty();
    }

    /** Iterates before a step that can be seen and stand so many pixels or more from the one before; not more than some thousands. */
    List<Point2D> dots(int step, double apart) {
        List<Point2D> dots = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < x.length && drape.step(i) < step && dots.size() < PathInk.MOST_DOTS; i++) {
            if (drape.step(i) == Math.rint(drape.step(i)) && !Double.isNaN(x[i])) {
                boolean next = before >= 0 && drape.step(i) - drape.step(before) == 1;
                if (shown[i] && next && Math.hypot(x[i] - x[before], y[i] - y[before]) >= apart) {
                    dots.add(new Point2D.Double(x[i], y[i]));
                }
                before = i;
            }
        }
        return dots;
    }
}
