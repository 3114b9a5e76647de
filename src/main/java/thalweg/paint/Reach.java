package thalweg.paint;

import java.util.List;
import java.util.OptionalInt;
import thalweg.descent.Trajectory;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.slice.Slice;

/** Where points of a path lie in a slice: the coordinates of their nearest point on the line or plane, by least squares. */
public final class Reach {
    private final Slice slice;
    private final double[] gram;

    public Reach(Slice slice) {
        this.slice = slice;
        List<Vec> d = slice.directions();
        Vec first = d.getFirst();
        Vec last = d.getLast();
        gram = d.size() == 1 ? new double[] {dot(first, first)} : new double[] {dot(first, first), dot(first, last), dot(last, last)};
    }

    private static double dot(Vec a, Vec b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    /** One or two coordinates of a step. */
    public double[] of(Trajectory t, int step) {
        double[] right = new double[slice.dimension()];
        for (int k = 0; k < right.length; k++) {
            Vec d = slice.directions().get(k);
            for (int i = 0; i < d.size(); i++) {
                if (d.get(i) != 0) {
                    right[k] += (t.theta(step, i) - slice.origin().get(i)) * d.get(i);
                }
            }
        }
        if (right.length == 1) {
            return new double[] {right[0] / gram[0]};
        }
        double det = gram[0] * gram[2] - gram[1] * gram[1];
        return new double[] {(gram[2] * right[0] - gram[1] * right[1]) / det, (gram[0] * right[1] - gram[1] * right[0]) / det};
    }

    /** The first step outside the slice's ranges; not a number is outside. */
    public OptionalInt leaves(Trajectory t) {
        for (int step = 0; step <= t.last(); step++) {
            double[] at = of(t, step);
            for (int k = 0; k < at.length; k++) {
                Range range = slice.ranges().get(k);
                if (!range.contains(at[k])) {
                    return OptionalInt.of(step);
                }
            }
        }
        return OptionalInt.empty();
    }
}
