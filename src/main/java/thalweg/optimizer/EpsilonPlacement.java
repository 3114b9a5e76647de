package thalweg.optimizer;

/** Where the small number stands that keeps a quotient by a root finite. */
public enum EpsilonPlacement {
    /** {@code m / (sqrt(v) + epsilon)}: the papers and the libraries. */
    OUTSIDE,
    /** {@code m / sqrt(v + epsilon)}: many lectures. */
    INSIDE;

    /**
     * The quotient; 0 where {@code m} is 0, so that a coordinate that never felt a gradient rests even with an epsilon of 0. The least positive
     * number says so without a branch, which would keep loops over coordinates from being compiled to vectors.
     */
    double quotient(double m, double v, double epsilon) {
        return m / Math.max(this == OUTSIDE ? Math.sqrt(v) + epsilon : Math.sqrt(v + epsilon), Double.MIN_VALUE);
    }

    /** The same in a rule's {@link Line}. */
    String quotient(String m, String v) {
        return m + "/" + (this == OUTSIDE ? "(sqrt(" + v + ") + epsilon)" : "sqrt(" + v + " + epsilon)");
    }
}
