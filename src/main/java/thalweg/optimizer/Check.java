package thalweg.optimizer;

import thalweg.catalog.Entry;
import thalweg.catalog.SpecException;

/** The checks of hyper-parameters, with words for people. */
final class Check {
    /** The widest n x n matrix a rule may remember: 2,048 squared numbers are 32 MB. */
    private static final int WIDEST_MATRIX = 2048;

    private Check() {
    }

    static void notNegative(Class<?> entry, String knob, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw refused(entry, knob, "a finite number >= 0", value);
        }
    }

    static void decay(Class<?> entry, String knob, double value) {
        if (!(value >= 0 && value < 1)) {
            throw refused(entry, knob, "a finite number >= 0 and < 1", value);
        }
    }

    static void fraction(Class<?> entry, String knob, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused(entry, knob, "a finite number >= 0 and <= 1", value);
        }
    }

    static void atLeast(Class<?> entry, String knob, int least, int value) {
        if (value < least) {
            throw refused(entry, knob, "a whole number >= " + least, value);
        }
    }

    /** The four that all of Adam's family have. */
    static void adam(Class<?> entry, double learningRate, double beta1, double beta2, double epsilon) {
        notNegative(entry, "learningRate", learningRate);
        decay(entry, "beta1", beta1);
        decay(entry, "beta2", beta2);
        notNegative(entry, "epsilon", epsilon);
    }

    static void affordable(Class<?> entry, Memory memory, int n) {
        if (memory.shape() == Memory.Shape.MATRIX && n > WIDEST_MATRIX) {
            throw new SpecException("'" + id(entry) + "' remembers a matrix of " + n + " x " + n + " numbers; it can be used up to "
                    + WIDEST_MATRIX + " parameters; conjugate-gradient works with any number");
        }
    }

    static String id(Class<?> entry) {
        return entry.getAnnotation(Entry.class).id();
    }

    private static SpecException refused(Class<?> entry, String knob, String rule, Object value) {
        return new SpecException("'" + id(entry) + "': " + knob + " must be " + rule + ", but was " + value);
    }
}
