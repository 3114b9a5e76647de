package thalweg.slice;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/** The end of a run. */
@Entry(id = "end", label = "end of a run", help = "Where a run ends.")
record AtEnd(
        @Knob(label = "run", value = 1, min = 1, max = 12, least = 1, most = 100, help = "The number of the run, from 1.")
        int run) implements Origin {
    @Override
    public Vec of(Vantage from) {
        Trajectory path = from.path(run);
        return path.theta(path.last());
    }
}
