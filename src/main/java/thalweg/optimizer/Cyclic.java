package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** A triangle wave between the floor and 1. */
@Entry(id = "cyclic", label = "Cyclic",
        help = "Cyclic: up and down in straight lines, to leave bad places and settle again.",
        source = "Smith 2017, WACV, Cyclical learning rates, section 3 (triangular)",
        convention = "The optimizer's rate is the top; a period is one way up and one down, from the floor.",
        latex = "\\alpha_k = \\alpha\\left(f + (1-f)\\left(1 - \\left|2\\,\\frac{k\\,\\mathrm{mod}\\,P}{P} - 1\\right|\\right)\\right)")
public record Cyclic(
        @Knob(label = "period", symbol = "P", value = 100, min = 2, max = 500, least = 2, most = Integer.MAX_VALUE,
                help = "Steps from one valley of the wave to the next.")
        int period,
        @Knob(label = "floor", symbol = "f", value = 0.1, min = 0, max = 1, most = 1, help = "The smallest factor.")
        double floor) implements Schedule {
    public Cyclic {
        Check.atLeast(Cyclic.class, "period", 2, period);
        Check.fraction(Cyclic.class, "floor", floor);
    }

    @Override
    public double factor(int step, int steps) {
        return floor + (1 - floor) * (1 - Math.abs(2.0 * (step % period) / period - 1));
    }
}
