package thalweg.descent;

import java.util.Optional;

/**
 * Some steps of a run, walked again; immutable.
 *
 * @param from the first step
 * @param count how many there are
 * @param columns numbers of a step, as in {@link Layout}
 * @param rows for each step its numbers and theta; not modified
 * @param end the moment after the last of them
 */
record Stretch(int from, int count, int columns, int width, double[] rows, Optional<Walker.Moment> end) {
    static final double[] NOTHING = {};
    static final Stretch NONE = new Stretch(0, 0, 0, 0, NOTHING, Optional.empty());

    /** Walks on from a walker that has arrived at {@code from}. */
    static Stretch walk(Walker walker, int columns, int from, int count) {
        int n = walker.state().theta().length;
        int width = columns + n;
        double[] rows = new double[Math.multiplyExact(count, width)];
        for (int k = 0; k < count; k++) {
            if (k > 0) {
                walker.arrive();
            }
            int at = k * width;
            rows[at + Layout.LOSS] = walker.loss();
            rows[at + Layout.NORM] = walker.gradientNorm();
            rows[at + Layout.LENGTH] = walker.stepLength();
            if (columns > Layout.BATCH) {
                rows[at + Layout.BATCH] = walker.batchLoss();
            }
            System.arraycopy(walker.state().theta(), 0, rows, at + columns, n);
            walker.leave();
        }
        return new Stretch(from, count, columns, width, rows, Optional.of(walker.moment()));
    }

    boolean holds(int step) {
        return step >= from && step < from + count;
    }

    double number(int step, int column) {
        return rows[(step - from) * width + column];
    }

    double theta(int step, int i) {
        return number(step, columns + i);
    }
}
