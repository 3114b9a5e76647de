package thalweg.optimizer;

import thalweg.catalog.Entry;

/** Always the base rate. */
@Entry(id = "constant", label = "Constant", help = "The same rate at every step.", latex = "\\alpha_k = \\alpha")
public record Constant() implements Schedule {
    @Override
    public double factor(int step, int steps) {
        return 1;
    }
}
