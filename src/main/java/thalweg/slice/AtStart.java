package thalweg.slice;

import thalweg.catalog.Entry;
import thalweg.math.Vec;

/** Where runs start. */
@Entry(id = "start", label = "start", help = "Where the runs start.")
record AtStart() implements Origin {
    @Override
    public Vec of(Vantage from) {
        return from.start();
    }
}
