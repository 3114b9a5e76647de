package thalweg.descent;

import thalweg.optimizer.Memory;

/**
 * What of a run is kept within its budget, decided before its first step.
 *
 * @param dimension n
 * @param columns numbers of a step: loss, gradient norm, step length, and the batch's loss where the rule is shown something other than J
 * @param points whether theta of every step is kept, in the same row as its numbers
 * @param numbers whether the numbers of every step are kept
 * @param thetaEvery steps between two kept thetas where not all are; 0: none but those of the moments
 * @param every steps between two moments from which the run can be walked again
 * @param window steps held when walking again
 */
record Layout(int dimension, int columns, boolean points, boolean numbers, int thetaEvery, int every, int window) {
    static final int LOSS = 0;
    static final int NORM = 1;
    static final int LENGTH = 2;
    static final int BATCH = 3;

    /** Numbers computed again within a moment: walking so many steps in two dimensions takes microseconds. */
    private static final int CLOSE = 128;
    /** The objects and array headers of a moment. */
    private static final int MOMENT_BYTES = 160;

    static Layout of(Descent descent) {
        int n = descent.objective().dimension();
        long rows = descent.stop().steps() + 1L;
        double moment = MOMENT_BYTES + 8.0 * n;
        for (Memory m : descent.rule().memory()) {
            moment += 8.0 * m.shape().size(n);
        }
        double budget = descent.budget();
        int columns = descent.isApart() ? 4 : 3;
        double few = rows * 8.0 * columns;
        double all = few + rows * 8.0 * n;
        boolean points = all <= 0.75 * budget;
        boolean numbers = points || few <= 0.5 * budget;
        double thetas = points || !numbers ? 0 : 0.5 * (0.875 * budget - few);
        int thetaEvery = thetas == 0 ? 0 : (int) Math.clamp(Math.ceil(rows * 8.0 * n / thetas), 1, Integer.MAX_VALUE);
        double left = 0.875 * budget - (points ? all : numbers ? few + thetas : 0);
        int every = (int) Math.clamp(Math.ceil(rows * moment / Math.max(left, 1)), Math.max(1, CLOSE / n), Integer.MAX_VALUE);
        int window = (int) Math.clamp(budget / 8 / (8.0 * (n + columns)), 1, every);
        return new Layout(n, columns, points, numbers, thetaEvery, every, window);
    }

    /** Numbers kept per step. */
    int width() {
        return points ? columns + dimension : numbers ? columns : 0;
    }
}
