package thalweg.math;

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
}
