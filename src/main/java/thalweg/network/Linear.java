package thalweg.network;

import thalweg.catalog.Entry;

/** {@code h(x) = w x + b}; of one feature, the lecture's {@code theta_1 x + theta_0}. */
@Entry(id = "linear", label = "Linear", group = "Linear models", help = "A straight line, or plane: the model of linear regression.",
        source = "Gauss 1809, Theoria motus, section 175; Legendre 1805", latex = "h(x) = \\theta_1 x + \\theta_0")
public record Linear() implements Model {
    private static final int[] NONE = {};

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, NONE, outputs, Activation.IDENTITY, true, false);
    }

    @Override
    public Loss loss(boolean classified) {
        return Loss.MEAN_SQUARED;
    }
}
