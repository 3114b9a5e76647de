package thalweg.paint;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;

/** A contour line in pixels, measured along itself. */
final class PixelLine {
    private final double level;
    private final double[] x;
    private final double[] y;
    private final double[] along;

    PixelLine(ContourLine line, Axes axes) {
        int n = line.size() + (line.closed() ? 1 : 0);
        level = line.level();
        x = new double[n];
        y = new double[n];
        along = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = axes.x(line.x(i % line.size()));
            y[i] = axes.y(line.y(i % line.size()));
            along[i] = i == 0 ? 0 : along[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
        }
    }

    double level() {
        return level;
    }

    double length() {
        return along[along.length - 1];
    }

    /** The point so many pixels from the beginning. */
    Point2D at(double distance) {
        int i = segment(distance);
        double d = along[i + 1] - along[i];
        double t = d > 0 ? Math.clamp((distance - along[i]) / d, 0, 1) : 0;
        return new Point2D.Double(x[i] + t * (x[i + 1] - x[i]), y[i] + t * (y[i + 1] - y[i]));
    }

    private int segment(double distance) {
        int i = java.util.Arrays.binarySearch(along, distance);
        return Math.clamp(i < 0 ? -i - 2 : i, 0, along.length - 2);
    }

    /** How far the line strays from the straight one between two of its points. */
    double bend(double from, double to) {
        Point2D a = at(from);
        Point2D b = at(to);
        double worst = 0;
        for (int k = 1; k < 6; k++) {
            worst = Math.max(worst, java.awt.geom.Line2D.ptLineDist(a.getX(), a.getY(), b.getX(), b.getY(),
                    at(from + (to - from) * k / 6).getX(), at(from + (to - from) * k / 6).getY()));
        }
        return worst;
    }

    /**
     * Adds the line to a path, but for some stretches.
     *
     * @param gaps from and to in pixels along the line, in order, apart
     */
    void addTo(Path2D path, List<double[]> gaps) {
        double from = 0;
        for (double[] gap : gaps) {
            addTo(path, from, gap[0]);
            from = gap[1];
        }
        addTo(path, from, length());
    }

    private void addTo(Path2D path, double from, double to) {
        if (to <= from) {
            return;
        }
        Point2D start = at(from);
        Point2D end = at(to);
        path.moveTo(start.getX(), start.getY());
        double lastX = start.getX();
        double lastY = start.getY();
        for (int i = segment(from) + 1; i < along.length && along[i] < to; i++) {
            if (Math.abs(x[i] - lastX) + Math.abs(y[i] - lastY) > 0.4) {
                path.lineTo(x[i], y[i]);
                lastX = x[i];
                lastY = y[i];
            }
        }
        path.lineTo(end.getX(), end.getY());
    }
}
