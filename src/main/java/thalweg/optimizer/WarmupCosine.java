package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Rises in a straight line, then falls along half a cosine wave. */
@Entry(id = "warmup-cosine", label = "Warm-up + cosine",
        help = "Warm-up and cosine: careful first steps, then the cosine to the floor.",
        source = "Goyal et al. 2017, arXiv:1706.02677, section 2.2; Loshchilov and Hutter 2017, SGDR, eq. 5",
        convention = "Step k of w warm-up steps has the factor (k + 1) / (w + 1), so that no step is lost.",
        latex = "\\alpha_k = \\alpha\\,\\frac{k+1}{w+1}\\;(k < w),\\qquad \\alpha\\left(f + (1-f)\\,\\frac{1+\\cos\\frac{\\pi "
                + "(k-w)}{N-w}}{2}\\right)")
public record WarmupCosine(
        @Knob(label = "warm-up", symbol = "w", value = 20, min = 0, max = 200, most = Integer.MAX_VALUE, help = "Steps that rise.")
        int warmup,
        @Knob(label = "floor", symbol = "f", value = 0, min = 0, max = 1, most = 1, help = "The smallest factor.")
        double floor) implements Schedule {
    public WarmupCosine {
        Check.atLeast(WarmupCosine.class, "warmup", 0, warmup);
        Check.fraction(WarmupCosine.class, "floor", floor);
    }

    @Override
    public double factor(int step, int steps) {
        if (step < warmup) {
            return (step + 1.0) / (warmup + 1.0);
        }
        double part = steps > warmup ? (double) (Math.min(step, steps) - warmup) / (steps - warmup) : 1;
        return floor + (1 - floor) * (1 + StrictMath.cos(Math.PI * part)) / 2;
    }
}
