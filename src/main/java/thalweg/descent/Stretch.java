package thalweg.descent;

import java.util.Optional;

/**
 * Some steps of a run, walked again; immutable.
 *
 * @param from the first step
 * @param count how many there are
 * @param rows for each step loss, gradient norm, step length and theta; not modified
 * @param end the moment after the last of them
 */
record Stretch(int from, int count, int width, double[] rows, Optional<Walker.Moment> end) {
    static final Stretch NONE = new Stretch(0, 0, 0, new double[0], Optional.empty());

    /** Walks on from a walker that has arrived at {@code from}. */
    static Stretch walk(Walker walker, int from, int count) {
        int n = walker.state().theta().length;
        int width = 3 + n;
        double[] rows = new double[Math.multiplyExact(count, width)];
        for (int k = 0; k < count; k++) {
            if (k > 0) {
                walker.arrive();
            }
            int at = k * width;
            rows[at] = walker.loss();
            rows[at + 1] = walker.gradientNorm();
            rows[at + 2] = walker.stepLength();
            System.arraycopy(walker.state().theta(), 0, rows, at + 3, n);
            walker.leave();
        }
        return new Stretch(from, count, width, rows, Optional.of(walker.moment()));
    }

    boolean holds(int step) {
        return step >= from && step < from + count;
    }

    double number(int step, int column) {
        return rows[(step - from) * width + column];
    }

    double theta(int step, int i) {
        return number(step, 3 + i);
    }
}
