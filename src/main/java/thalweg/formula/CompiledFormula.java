package thalweg.formula;

/** A formula as machine code; immutable, free of allocation but for {@link #along}, and safe for any number of threads. */
public interface CompiledFormula {
    /**
     * The value at a point.
     *
     * @param theta values of the variables, in the formula's order; not modified
     * @param knobs values of the knobs, in the formula's order; not modified
     */
    double value(double[] theta, double[] knobs);

    /** The value, with the exact gradient written to {@code gradient} (as long as theta). */
    double valueAndGradient(double[] theta, double[] knobs, double[] gradient);

    /** The exact Hessian, row by row, written to {@code hessian} (length n * n). */
    void hessian(double[] theta, double[] knobs, double[] hessian);

    /**
     * The values at many places that differ in one variable, for one thread: several times as fast as one by one, with the same bits.
     *
     * @param variable index of the variable that moves
     * @param at       its values; copied
     * @param knobs    values of the knobs; copied
     */
    Along along(int variable, double[] at, double[] knobs);
}
