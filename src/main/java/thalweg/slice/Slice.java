package thalweg.slice;

import java.util.List;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * Where we look: the line or plane {@code origin + a directions[0] + b directions[1]} over ranges of a and b.
 *
 * @param origin n components
 * @param directions one or two, n components each, not zero
 * @param ranges as many as directions
 */
public record Slice(Vec origin, List<Vec> directions, List<Range> ranges) {
    /** Directions are parallel when less than this part of one's squared length is across the other: rounding, squared. */
    private static final double PARALLEL = 1e-28;

    public Slice {
        directions = List.copyOf(directions);
        ranges = List.copyOf(ranges);
        if (directions.isEmpty() || directions.size() > 2 || ranges.size() != directions.size()) {
            throw new IllegalArgumentException("a slice has one or two directions and a range for each, but got " + directions.size()
                    + " and " + ranges.size());
        }
        for (Vec d : directions) {
            if (d.size() != origin.size() || !d.isFinite() || !(d.norm() > 0)) {
                throw new IllegalArgumentException("a direction needs " + origin.size() + " finite numbers that are not all 0, but was "
                        + (d.size() > 8 ? d.size() + " numbers of norm " + d.norm() : d));
            }
        }
    }

    /** A function of one or two parameters seen as it is: origin 0, unit directions. */
    public static Slice axes(List<Range> ranges) {
        int n = ranges.size();
        return new Slice(Vec.of(new double[n]), java.util.stream.IntStream.range(0, n).mapToObj(i -> unit(n, i)).toList(), ranges);
    }

    public int dimension() {
        return directions.size();
    }

    /** The same directions over other ranges. */
    public Slice over(List<Range> newRanges) {
        return new Slice(origin, directions, newRanges);
    }

    /** The point of the parameter space at {@code a}, or at {@code a} and {@code b}. */
    public Vec at(double... coordinates) {
        double[] theta = new double[origin.size()];
        Vec u = directions.getFirst();
        Vec v = directions.getLast();
        double a = coordinates[0];
        double b = directions.size() == 1 ? 0 : coordinates[1];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = origin.get(i) + (a * u.get(i) + b * v.get(i));
        }
        return Vec.of(theta);
    }

    /** The point of the slice nearest to {@code theta}, by least squares. Along parallel directions b is 0. */
    public Projection project(Vec theta) {
        Vec u = directions.getFirst();
        if (directions.size() == 1) {
            return projection(theta, along(theta, u) / dot(u, u));
        }
        Vec v = directions.getLast();
        double uu = dot(u, u);
        double shared = dot(u, v) / uu;
        double[] across = v.toArray();                            // v without its part along u, after Gram and Schmidt
        for (int i = 0; i < across.length; i++) {
            across[i] -= shared * u.get(i);
        }
        Vec w = Vec.of(across);
        double ww = dot(w, w);
        double b = ww > PARALLEL * dot(v, v) ? along(theta, w) / ww : 0;
        return projection(theta, along(theta, u) / uu - b * shared, b);
    }

    private Projection projection(Vec theta, double... coordinates) {
        Vec nearest = at(coordinates);
        double sum = 0;
        for (int i = 0; i < theta.size(); i++) {
            double d = theta.get(i) - nearest.get(i);
            sum += d * d;
        }
        return new Projection(Vec.of(coordinates), Math.sqrt(sum));
    }

    private double along(Vec theta, Vec d) {
        double sum = 0;
        for (int i = 0; i < d.size(); i++) {
            sum += (theta.get(i) - origin.get(i)) * d.get(i);
        }
        return sum;
    }

    private static double dot(Vec a, Vec b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    private static Vec unit(int n, int i) {
        double[] e = new double[n];
        e[i] = 1;
        return Vec.of(e);
    }
}
