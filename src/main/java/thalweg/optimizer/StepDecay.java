package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Falls by a factor at regular steps: {@code factor^floor(step / every)}. */
@Entry(id = "step", label = "Step",
        help = "Step: the rate is multiplied by the factor again and again after equally many steps.",
        source = "Common practice; PyTorch StepLR",
        convention = "The first fall is at step 'every'.",
        latex = "\\alpha_k = \\alpha\\,\\gamma^{\\lfloor k / s \\rfloor}")
public record StepDecay(
        @Knob(label = "every", symbol = "s", value = 100, min = 1, max = 500, least = 1, most = Integer.MAX_VALUE,
                help = "Steps between two falls.")
        int every,
        @Knob(label = "factor", symbol = "\\gamma", value = 0.5, min = 0.1, max = 1, help = "What the rate is multiplied by.")
        double factor) implements Schedule {
    public StepDecay {
        Check.atLeast(StepDecay.class, "every", 1, every);
        Check.notNegative(StepDecay.class, "factor", factor);
    }

    @Override
    public double factor(int step, int steps) {
        return Powers.power(factor, step / every);
    }
}
