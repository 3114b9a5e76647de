package thalweg.math;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What principal components make of nothing: the shares of the variance that they explain of a random walk in many dimensions, the null line
 * of every plot of a path (Antognini and Sohl-Dickstein 2018, NeurIPS 31).
 *
 * <p>A walk of m points, seen from their mean, is the pseudo-inverse of the difference matrix applied to its steps. The covariance of its
 * points therefore is the pseudo-inverse of the Laplacian of a path of m vertices, whose eigenvalues are {@code 4 sin^2(pi k / 2m)}, k = 1
 * to m - 1; and {@code sum 1 / sin^2(pi k / 2m) = 2 (m^2 - 1) / 3}. Exact for any number of points where the dimensions are many more; for
 * many points it tends to {@code 6 / (pi^2 k^2)}.
 */
public final class RandomWalk {
    /** Points that take part where there are several walks: their number hardly changes the first shares. */
    private static final int POINTS = 240;

    private RandomWalk() {
    }

    /**
     * The share of a component.
     *
     * @param points of the walk, its start included, at least 2
     * @param k which component, from 1; those from {@code points} on explain nothing
     */
    public static double share(int points, int k) {
        if (points < 2 || k < 1) {
            throw new IllegalArgumentException("a walk has at least 2 points and components from 1 on, but got " + points + " and " + k);
        }
        double sine = Math.sin(Math.PI * k / (2.0 * points));
        return k >= points ? 0 : 3 / (2 * ((double) points * points - 1) * sine * sine);
    }

    /**
     * The shares of the first components of one or several walks that begin at the same point and have nothing else in common. The positions of
     * several are correlated by the steps that they share, none between two walks; the eigenvalues of that matrix, seen from the mean, are found
     * numerically.
     *
     * @param points of each walk, its start included, at least 2 in all
     * @param count how many components
     */
    public static double[] shares(List<Integer> points, int count) {
        if (points.size() == 1) {
            return IntStream.rangeClosed(1, count).mapToDouble(k -> share(points.getFirst(), k)).toArray();
        }
        int all = points.stream().mapToInt(m -> m).sum();
        double part = Math.min(1, (double) POINTS / all);
        int[] walk = IntStream.range(0, points.size()).flatMap(w -> IntStream.range(0, kept(points.get(w), part)).map(_ -> w)).toArray();
        double[] time = points.stream().flatMapToDouble(m -> IntStream.range(0, kept(m, part))
                .mapToDouble(i -> (double) i * (m - 1) / Math.max(1, kept(m, part) - 1))).toArray();
        int m = walk.length;
        double[] shared = new double[m * m];
        for (int i = 0; i < m * m; i++) {
            shared[i] = walk[i / m] == walk[i % m] ? Math.min(time[i / m], time[i % m]) : 0;
        }
        centre(m, shared);
        double[] values = SymmetricEigen.of(m, m, shared).values();
        double total = Arrays.stream(values).sum();
        return IntStream.range(0, count).mapToDouble(k -> k < m && total > 0 ? Math.max(0, values[k] / total) : 0).toArray();
    }

    private static int kept(int points, double part) {
        return Math.min(points, Math.max(2, (int) Math.round(points * part)));
    }

    /** Takes the mean out of rows and columns. */
    private static void centre(int m, double[] matrix) {
        double[] mean = IntStream.range(0, m).mapToDouble(i -> IntStream.range(0, m).mapToDouble(j -> matrix[i * m + j]).sum() / m).toArray();
        double all = Arrays.stream(mean).sum() / m;
        for (int i = 0; i < m * m; i++) {
            matrix[i] += all - mean[i / m] - mean[i % m];
        }
    }
}
