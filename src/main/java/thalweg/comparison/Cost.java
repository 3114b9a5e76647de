package thalweg.comparison;

import thalweg.descent.Effort;
import thalweg.optimizer.Optimizer;

/** What a run has cost so far, in evaluations: a gradient, or J alone, counts 1, a Hessian of n parameters n. */
final class Cost {
    private Cost() {
    }

    /**
     * The evaluations a rule needed to come to a step; the gradient of the last place is not needed yet.
     *
     * @param step number of steps made
     */
    static long of(Effort effort, Optimizer rule, int step, int dimension) {
        long unused = rule.usesGradientAtTheta() ? 1 : step + 1L;
        return effort.gradients() - unused + effort.values() + effort.hessians() * dimension;
    }
}
