package thalweg.slice;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Vec;

/** A random point, as the lecture takes one for its slices of a classifier. */
@Entry(id = "random", label = "random", help = "Every parameter drawn from a normal distribution.")
record AtRandom(
        @Knob(label = "spread", symbol = "\\sigma", value = 0.1, min = 0.001, max = 10, log = true, help = "The standard deviation.")
        double spread) implements Origin {
    @Override
    public Vec of(Vantage from) {
        return from.vector((theta, begin, end) -> {
            for (int i = begin; i < end; i++) {
                theta[i] = spread * Chance.gaussian(from.seed(), Purpose.ORIGIN, i);
            }
        });
    }
}
