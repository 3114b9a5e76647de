package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.math.Vec;

/** Directions made orthonormal. */
final class Orthogonal {
    /** What is left of a direction below this part of its length is rounding. */
    private static final double PARALLEL = 1e-12;

    private Orthogonal() {
    }

    /**
     * The same line or plane, with directions of length 1 at right angles (Gram and Schmidt, twice).
     *
     * @throws IllegalArgumentException if the second lies along the first
     */
    static List<Vec> unit(List<Vec> directions) {
        List<Vec> made = new ArrayList<>();
        for (Vec direction : directions) {
            double[] d = direction.toArray();
            double length = direction.norm();
            for (int pass = 0; pass < 2; pass++) {
                for (Vec before : made) {
                    double along = 0;
                    for (int i = 0; i < d.length; i++) {
                        along += d[i] * before.get(i);
                    }
                    for (int i = 0; i < d.length; i++) {
                        d[i] -= along * before.get(i);
                    }
                }
            }
            double left = Vec.of(d).norm();
            if (!(left > PARALLEL * length)) {
                throw new IllegalArgumentException("the two directions of a plane must not lie along one line");
            }
            for (int i = 0; i < d.length; i++) {
                d[i] /= left;
            }
            made.add(Vec.of(d));
        }
        return List.copyOf(made);
    }
}
