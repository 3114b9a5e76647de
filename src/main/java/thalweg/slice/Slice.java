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
    public Slice {
        directions = List.copyOf(directions);
        ranges = List.copyOf(ranges);
        if (directions.isEmpty() || directions.size() > 2 || ranges.size() != directions.size()) {
            throw new IllegalArgumentException("a slice has one or two directions and a range for each, but got " + directions.size()
                    + " and " + ranges.size());
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

    private static Vec unit(int n, int i) {
        double[] e = new double[n];
        e[i] = 1;
        return Vec.of(e);
    }
}
