package thalweg.network;

import thalweg.catalog.Entry;

/** {@code h(x) = w x}: a line through the origin; of one feature it has one parameter, the lecture's {@code theta_1}. */
@Entry(id = "linear-one", label = "Line through the origin", group = "Linear models", help = "A line without intercept: one parameter to be found.",
        source = "lecture", latex = "h(x) = \\theta_1 x")
public record LinearOne() implements Model {
    private static final int[] NONE = {};

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, NONE, outputs, Activation.IDENTITY, false, false);
    }

    @Override
    public Loss loss(boolean classified) {
        return Loss.MEAN_SQUARED;
    }
}
