package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a run as a line on the picture of a surface: between iterates it follows the hills, behind them it is hidden.
 *
 * @param points in the order walked
 * @param out the step at which a diverging run left the window for good; the last step of the others
 */
record SurfacePath(List<Point> points, int out) {
    SurfacePath {
        points = List.copyOf(points);
    }

    /**
     * A point of the line.
     *
     * @param step an iterate's, or between two
     * @param shown whether it can be seen; else it is behind a hill, outside the window or over a hole
     */
    record Point(double x, double y, double step, boolean shown) {
        double distance(Point other) {
            return Math.hypot(x - other.x, y - other.y);
        }

        Point with(boolean changed) {
            return new Point(x, y, step, changed);
        }

        /** Whether it is on the picture at all. */
        boolean isSomewhere() {
            return !Double.isNaN(x);
        }
    }

    /** The visible parts between two steps; an empty shape if there are none. */
    Path2D line(double from, double to) {
        Path2D line = new Path2D.Double();
        boolean down = false;
        for (int i = first(from); i < points.size() && points.get(i).step <= to; i++) {
            Point p = points.get(i);
            if (p.shown && down) {
                line.lineTo(p.x, p.y);
            } else if (p.shown) {
                line.moveTo(p.x, p.y);
            }
            down = p.shown;
        }
        return line;
    }

    /** The last point not after a step. */
    private int first(double step) {
        int low = 0;
        int high = points.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (points.get(middle).step <= step) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Where the line stands at a step; empty if that is hidden or not in the window. */
    Optional<Point2D> at(double step) {
        Point p = points.get(first(step));
        return p.shown ? Optional.of(new Point2D.Double(p.x, p.y)) : Optional.empty();
    }

    /** Where a diverging run left the window; empty if that is hidden. */
    Optional<Point2D> exit() {
        Point last = points.getFirst();
        for (Point p : points) {
            last = p.isSomewhere() ? p : last;
        }
        return last.shown ? Optional.of(new Point2D.Double(last.x, last.y)) : Optional.empty();
    }

    /** Iterates before a step that can be seen and stand so many pixels or more from the one before. */
    List<Point2D> dots(int step, double apart) {
        List<Point2D> dots = new ArrayList<>();
        Optional<Point> before = Optional.empty();
        for (Point p : points) {
            if (p.step >= step) {
                break;
            }
            if (p.step == Math.rint(p.step) && p.isSomewhere()) {
                if (p.shown && before.isPresent() && before.get().distance(p) >= apart) {
                    dots.add(new Point2D.Double(p.x, p.y));
                }
                before = Optional.of(p);
            }
        }
        return dots;
    }
}
