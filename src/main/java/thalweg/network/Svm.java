package thalweg.network;

import thalweg.catalog.Entry;

/** A linear score for each class, charged where another comes within 1 of the right one. */
@Entry(id = "svm", label = "Linear SVM", group = "Linear models", help = "A linear score for each class; the right one is to lead by 1.",
        source = "Weston and Watkins 1999, ESANN")
public record Svm() implements Model {
    private static final int[] NONE = {};

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, NONE, outputs, Activation.IDENTITY, true, false);
    }

    @Override
    public Loss loss(boolean classified) {
        return Loss.HINGE;
    }
}
