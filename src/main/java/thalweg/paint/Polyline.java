package thalweg.paint;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** Lines through many points, without those that would not be missed: strokes cost by the point. */
final class Polyline {
    /** What cannot be seen, in pixels; and how far one may go straight before that adds up. */
    private static final double SMALLEST = 0.12;
    private static final double LONGEST = 16;

    private Polyline() {
    }

    /** Adds a line through the points from one index up to before another; a single point adds nothing. */
    static void append(Path2D path, double[] x, double[] y, int from, int to) {
        if (to - from < 2) {
            return;
        }
        path.moveTo(x[from], y[from]);
        int pen = from;
        for (int i = from + 1; i < to; i++) {
            double dx = x[i] - x[pen];
            double dy = y[i] - y[pen];
            if (i + 1 == to || dx * dx + dy * dy > LONGEST * LONGEST
                    || Line2D.ptSegDistSq(x[pen], y[pen], x[i + 1], y[i + 1], x[i], y[i]) > SMALLEST * SMALLEST) {
                path.lineTo(x[i], y[i]);
                pen = i;
            }
        }
    }
}
