package thalweg.network;

import thalweg.catalog.Entry;

/** The sigmoid of {@code w x + b}: a probability for two classes, one for each of more. */
@Entry(id = "logistic", label = "Logistic regression", group = "Linear models", help = "The probability of a class rises along one direction.",
        source = "Cox 1958, J. Royal Statistical Society B 20(2)")
public record Logistic() implements Model {
    private static final int[] NONE = {};

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, NONE, outputs, Activation.IDENTITY, true, false);
    }

    @Override
    public Loss loss(boolean classified) {
        return Loss.BINARY_CROSS_ENTROPY;
    }
}
