package thalweg.paint;

import java.util.Arrays;
import thalweg.descent.Trajectory;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.slice.Route;
import thalweg.slice.Slice;

/** Where the steps of a run lie in a slice of two directions. */
@FunctionalInterface
interface Places {
    int FEW = 12_000;
    int BEGINNING = 2_000;
    int BUCKETS = 2_000;

    /** The coordinates of a step along the two directions. */
    double[] of(int step);

    /** By the route of a track that has one; along two parameters, the usual case, without a projection. */
    static Places of(Track track, Slice slice) {
        if (track.route().isPresent()) {
            Route route = track.route().get();
            return step -> new double[] {route.a(step), route.b(step)};
        }
        Trajectory t = track.trajectory();
        int i = parameter(slice, 0);
        int j = parameter(slice, 1);
        return i >= 0 && j >= 0 && i != j ? step -> new double[] {t.theta(step, i) - slice.origin().get(i), t.theta(step, j) - slice.origin().get(j)}
                : step -> slice.project(t.theta(step)).coordinates().toArray();
    }

    /** The one parameter that a direction is; -1 if it is none. */
    private static int parameter(Slice slice, int direction) {
        Vec d = slice.directions().get(direction);
        int found = -1;
        for (int i = 0; i < d.size(); i++) {
            if (d.get(i) != 0 && (d.get(i) != 1 || found >= 0)) {
                return -1;
            }
            found = d.get(i) == 1 ? i : found;
        }
        return found;
    }

    /**
     * Which of very many points to keep: the beginning whole, where a run goes its way; of each of some 2,000 buckets of the rest the first and
     * the outermost. All if there are few.
     *
     * @param n how many of the points count
     * @return indices, ascending, with the last point
     */
    static int[] outermost(double[] x, double[] y, int n) {
        if (n <= FEW) {
            return java.util.stream.IntStream.range(0, n).toArray();
        }
        int width = Math.ceilDiv(n - BEGINNING, BUCKETS);
        boolean[] keep = new boolean[n];
        Arrays.fill(keep, 0, BEGINNING, true);
        for (int from = BEGINNING; from < n; from += width) {
            int[] best = {from, from, from, from, from};
            for (int i = from; i < Math.min(from + width, n); i++) {
                best[1] = x[i] < x[best[1]] ? i : best[1];
                best[2] = x[i] > x[best[2]] ? i : best[2];
                best[3] = y[i] < y[best[3]] ? i : best[3];
                best[4] = y[i] > y[best[4]] ? i : best[4];
            }
            for (int i : best) {
                keep[i] = true;
            }
        }
        keep[n - 1] = true;
        return java.util.stream.IntStream.range(0, n).filter(i -> keep[i]).toArray();
    }
}
