package thalweg.network;

import thalweg.catalog.Entry;

/** A linear score for each class, charged by the cross-entropy of their softmax. */
@Entry(id = "softmax", label = "Softmax classifier", group = "Linear models",
        help = "A linear score for each class; their softmax are probabilities.", source = "Bridle 1990, Neurocomputing, NATO ASI F 68")
public record Softmax() implements Model {
    private static final int[] NONE = {};

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, NONE, outputs, Activation.IDENTITY, true, false);
    }

    @Override
    public Loss loss(boolean classified) {
        return Loss.CROSS_ENTROPY;
    }
}
