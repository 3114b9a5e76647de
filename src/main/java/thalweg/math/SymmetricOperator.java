package thalweg.math;

import java.util.function.BooleanSupplier;

/** A symmetric matrix that is known by its products with vectors. Has scratch memory; owned by one thread. */
public interface SymmetricOperator {
    /** The number of rows, at least 1. */
    int size();

    /**
     * Writes the product of the matrix and a vector; allocates nothing.
     *
     * @param v length {@link #size()}; not modified
     * @param product overwritten; another array than {@code v}
     */
    void times(double[] v, double[] product);

    /**
     * The operator of a matrix that is there as a whole.
     *
     * @param entries row by row, {@code size * size}; copied
     */
    static SymmetricOperator of(int size, double[] entries) {
        if (size < 1 || entries.length != size * size) {
            throw new IllegalArgumentException("a matrix of " + size + " rows has " + (long) size * size + " entries, but there are "
                    + entries.length);
        }
        return new DenseOperator(size, entries.clone());
    }

    /**
     * The same matrix, whose products end early once they are no longer wanted, with NaN for a result; the scratch memory is shared. One
     * whose products take less than some milliseconds returns itself.
     */
    default SymmetricOperator until(BooleanSupplier cancelled) {
        return this;
    }

    /** The matrix with every entry negated; the scratch memory is shared. */
    default SymmetricOperator negated() {
        return new NegatedOperator(this);
    }
}
