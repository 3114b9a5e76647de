package thalweg.descent;

import thalweg.optimizer.Memory;

/**
 * What of a run is kept within its budget, decided before its first step.
 *
 * @param dimension n
 * @param points whether theta, loss and gradient norm of every step are kept
 * @param numbers whether loss, gradient norm and step length of every step are kept
 * @param every steps between two moments from which the run can be walked again
 * @param window steps held when walking again
 */
record Layout(int dimension, boolean points, boolean numbers, int every, int window) {
    /** Walking again so few steps in two dimensions takes microseconds. */
    private static final int CLOSE = 64;
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
        double all = rows * 8.0 * (n + 2);
        double few = rows * 8.0 * 3;
        boolean points = all <= 0.75 * budget;
        boolean numbers = points || few <= 0.5 * budget;
        double left = budget - (points ? all : (numbers ? few : 0) + budget / 8);
        int every = (int) Math.clamp(Math.ceil(rows * moment / Math.max(left, 1)), CLOSE, Integer.MAX_VALUE);
        int window = (int) Math.clamp(budget / 8 / (8.0 * (n + 3)), 1, every);
        return new Layout(n, points, numbers, every, window);
    }

    /** Numbers kept per step. */
    int width() {
        return points ? 2 + dimension : numbers ? 3 : 0;
    }
}
