package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Turns;
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
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    static List<Vec> unit(List<Vec> directions, BooleanSupplier cancelled) {
        List<Vec> made = new ArrayList<>();
        for (Vec direction : directions) {
            Vec cleared = direction;
            for (int pass = 0; pass < 2; pass++) {
                for (Vec before : made) {
                    cleared = minus(cleared, Products.dot(cleared, before, cancelled), before, cancelled);
                }
            }
            double left = Math.sqrt(Products.dot(cleared, cleared, cancelled));
            if (!(left > PARALLEL * Math.sqrt(Products.dot(direction, direction, cancelled)))) {
                throw new IllegalArgumentException("the two directions of a plane must not lie along one line");
            }
            Vec whole = cleared;
            made.add(Vec.filled(direction.size(), d -> Turns.over(d.length, cancelled, (from, to) -> {
                for (int i = from; i < to; i++) {
                    d[i] = whole.get(i) / left;
                }
            })));
        }
        return List.copyOf(made);
    }

    private static Vec minus(Vec v, double along, Vec u, BooleanSupplier cancelled) {
        return Vec.filled(v.size(), d -> Turns.over(d.length, cancelled, (from, to) -> {
            for (int i = from; i < to; i++) {
                d[i] = v.get(i) - along * u.get(i);
            }
        }));
    }
}
