package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Falls like one over the time: {@code 1 / (1 + decay step)}, slow enough to reach any place, fast enough to come to rest in noise. */
@Entry(id = "inverse-time", label = "1/t",
        help = "1/t: the rate that makes gradient descent converge in spite of noise.",
        source = "After Robbins and Monro 1951, Annals of Mathematical Statistics 22(3), 400-407, who ask for rates like 1/k",
        convention = "Half the rate after 1 / decay steps.",
        latex = "\\alpha_k = \\frac{\\alpha}{1 + d\\,k}")
public record InverseTime(
        @Knob(label = "decay", symbol = "d", value = 0.01, min = 1e-4, max = 1, log = true, help = "One over the steps to half the rate.")
        double decay) implements Schedule {
    public InverseTime {
        Check.notNegative(InverseTime.class, "decay", decay);
    }

    @Override
    public double factor(int step, int steps) {
        return 1 / (1 + decay * step);
    }
}
