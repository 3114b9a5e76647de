package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Falls by the same part at every step: {@code decay^step}. */
@Entry(id = "exponential", label = "Exponential",
        help = "Exponential: every step has the same part of the rate before it.",
        source = "Common practice; PyTorch ExponentialLR",
        convention = "Per step.",
        latex = "\\alpha_k = \\alpha\\,\\gamma^k")
public record Exponential(
        @Knob(label = "decay", symbol = "\\gamma", value = 0.99, min = 0.9, max = 1, most = 1, help = "Factor from step to step.")
        double decay) implements Schedule {
    public Exponential {
        Check.fraction(Exponential.class, "decay", decay);
    }

    @Override
    public double factor(int step, int steps) {
        return Powers.power(decay, step);
    }
}
