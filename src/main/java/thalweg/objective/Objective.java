package thalweg.objective;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Crew;
import thalweg.math.SymmetricOperator;

/**
 * A cost function {@code J: R^n -> R} with its exact gradient.
 *
 * <p>Immutable to whoever holds it. Scratch memory belongs to an {@link #evaluator()}, one per thread; no call allocates.
 */
public interface Objective {
    /** The number of parameters, at least 1. */
    int dimension();

    /** J at theta; NaN or infinite where it is not defined. */
    double value(double[] theta);

    /**
     * J at theta, and its gradient.
     *
     * @param theta the point, length {@link #dimension()}; not modified
     * @param gradient overwritten with the partial derivatives
     */
    double valueAndGradient(double[] theta, double[] gradient);

    /** Whether {@link #hessian} is available. */
    default boolean hasHessian() {
        return false;
    }

    /**
     * The second partial derivatives at theta.
     *
     * @param hessian overwritten row by row, length n * n
     */
    default void hessian(double[] theta, double[] hessian) {
        throw new IllegalStateException("this objective has no Hessian");
    }

    /**
     * The exact Hessian at theta to multiply with, for any number of parameters; empty if this objective cannot tell. It has scratch memory
     * of its own, for one thread, and stays where it was made: neither a change of theta nor another {@link #toStep} moves it.
     *
     * @param theta the point; copied
     */
    default Optional<SymmetricOperator> hessianAt(double[] theta) {
        if (!hasHessian()) {
            return Optional.empty();
        }
        int n = dimension();
        double[] entries = new double[n * n];
        hessian(theta, entries);
        return Optional.of(SymmetricOperator.of(n, entries));
    }

    /** The same objective with scratch memory of its own, for one thread; one without scratch returns itself. */
    default Objective evaluator() {
        return this;
    }

    /**
     * The same evaluator, whose values end early once they are no longer wanted, as NaN, with a gradient of no use; the scratch memory and the
     * step are shared. One whose values take less than some milliseconds returns itself.
     */
    default Objective until(BooleanSupplier cancelled) {
        return this;
    }

    /**
     * The same evaluator, whose values and gradients are found with the help of others where that is faster; the bits are those of one thread. One
     * that would gain nothing returns itself.
     */
    default Objective helpedBy(Crew crew) {
        return this;
    }

    /**
     * A way to find J on a line or plane faster than point by point; empty if there is none.
     *
     * @param origin the point at a = b = 0; lent, like the directions
     * @param u not all 0
     * @param v of length 0 for a line
     */
    default Optional<Section> section(double[] origin, double[] u, double[] v) {
        return Optional.empty();
    }

    /**
     * The same, which takes a while where there are many parameters.
     *
     * @throws java.util.concurrent.CancellationException once cancelled, perhaps
     */
    default Optional<Section> section(double[] origin, double[] u, double[] v, BooleanSupplier cancelled) {
        return section(origin, u, v);
    }

    /**
     * Tells an evaluator which step of a run asks, for objectives whose gradient depends on it (noise, mini-batches).
     *
     * @param step counted from 0
     */
    default void toStep(int step) {
    }

    /** How it wants to be seen. */
    Appearance appearance();
}
