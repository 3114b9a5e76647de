package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Falls along half a cosine wave from 1 at the start to the floor at the end of the run. */
@Entry(id = "cosine", label = "Cosine",
        help = "Cosine: slow, fast, slow, from the full rate to the floor at the last step.",
        source = "Loshchilov and Hutter 2017, ICLR, SGDR, eq. 5",
        convention = "One period over the whole run, without restarts.",
        latex = "\\alpha_k = \\alpha\\left(f + (1-f)\\,\\frac{1+\\cos(\\pi k / N)}{2}\\right)")
public record Cosine(
        @Knob(label = "floor", symbol = "f", value = 0, min = 0, max = 1, most = 1, help = "The smallest factor.")
        double floor) implements Schedule {
    public Cosine {
        Check.fraction(Cosine.class, "floor", floor);
    }

    @Override
    public double factor(int step, int steps) {
        return floor + (1 - floor) * (1 + StrictMath.cos(Math.PI * Math.min(step, steps) / steps)) / 2;
    }
}
