package thalweg.slice;

import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Range;
import thalweg.math.Turns;
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
        Vec u = directions.getFirst();
        Vec v = directions.getLast();
        double a = coordinates[0];
        double b = directions.size() == 1 ? 0 : coordinates[1];
        return Vec.filled(origin.size(), theta -> {
            for (int i = 0; i < theta.length; i++) {
                theta[i] = origin.get(i) + (a * u.get(i) + b * v.get(i));
            }
        });
    }

    /** The point of the slice nearest to {@code theta}, by least squares. Along parallel directions b is 0. */
    public Projection project(Vec theta) {
        return project(theta, () -> false);
    }

    /**
     * The same; keeps nothing but sums, for paths have hundreds of points of which each may be large.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    Projection project(Vec theta, BooleanSupplier cancelled) {
        Vec u = directions.getFirst();
        double uu = Products.dot(u, u, cancelled);
        if (directions.size() == 1) {
            double a = along(theta, u, u, 0, cancelled) / uu;
            return new Projection(Vec.of(a), residual(theta, a, 0, cancelled));
        }
        Vec v = directions.getLast();
        double shared = Products.dot(u, v, cancelled) / uu;       // v without its part along u, after Gram and Schmidt, is w
        double ww = Products.squaredOff(v, shared, u, cancelled);
        double b = ww > PARALLEL * Products.dot(v, v, cancelled) ? along(theta, v, u, shared, cancelled) / ww : 0;
        double a = along(theta, u, u, 0, cancelled) / uu - b * shared;
        return new Projection(Vec.of(a, b), residual(theta, a, b, cancelled));
    }

    /** {@code (theta - origin) . (v - shared u)}. */
    private double along(Vec theta, Vec v, Vec u, double shared, BooleanSupplier cancelled) {
        return Turns.sum(u.size(), cancelled, (before, from, to) -> {
            double sum = before;
            for (int i = from; i < to; i++) {
                sum += (theta.get(i) - origin.get(i)) * (v.get(i) - shared * u.get(i));
            }
            return sum;
        });
    }

    /** How far a point is from {@link #at}. */
    private double residual(Vec theta, double a, double b, BooleanSupplier cancelled) {
        Vec u = directions.getFirst();
        Vec v = directions.getLast();
        return Math.sqrt(Turns.sum(u.size(), cancelled, (before, from, to) -> {
            double sum = before;
            for (int i = from; i < to; i++) {
                double d = theta.get(i) - (origin.get(i) + (a * u.get(i) + b * v.get(i)));
                sum += d * d;
            }
            return sum;
        }));
    }

    private static Vec unit(int n, int i) {
        double[] e = new double[n];
        e[i] = 1;
        return Vec.of(e);
    }
}
