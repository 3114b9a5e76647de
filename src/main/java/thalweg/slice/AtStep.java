package thalweg.slice;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/** A step of a run. */
@Entry(id = "step", label = "step of a run", help = "Where a run stands at a step.")
record AtStep(
        @Knob(label = "run", value = 1, min = 1, max = 12, least = 1, most = 100, help = "The number of the run, from 1.")
        int run,
        @Knob(label = "step", value = 0, min = 0, max = 300, least = 0, most = 1_000_000, help = "The step; the last one if there are not so many.")
        int step) implements Origin {
    @Override
    public Vec of(Vantage from) {
        Trajectory path = from.path(run);
        return path.theta(Math.min(step, path.last()));
    }
}
