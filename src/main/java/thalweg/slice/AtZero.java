package thalweg.slice;

import thalweg.catalog.Entry;
import thalweg.math.Vec;

/** All parameters 0. */
@Entry(id = "zero", label = "zero", help = "All parameters 0.")
record AtZero() implements Origin {
    @Override
    public Vec of(Vantage from) {
        return Vec.of(new double[from.objective().dimension()]);
    }
}
