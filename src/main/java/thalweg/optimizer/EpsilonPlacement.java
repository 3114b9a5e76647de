package thalweg.optimizer;

/** Where the small number stands that keeps a quotient by a root finite. */
public enum EpsilonPlacement {
    /** {@code m / (sqrt(v) + epsilon)}: the papers and the libraries. */
    OUTSIDE,
    /** {@code m / sqrt(v + epsilon)}: many lectures. */
    INSIDE;

    /** The quotient; 0 where {@code m} is 0, so that a coordinate that never felt a gradient rests even with an epsilon of 0. */
    double quotient(double m, double v, double epsilon) {
        if (m == 0) {
            return 0;
        }
        return m / (this == OUTSIDE ? Math.sqrt(v) + epsilon : Math.sqrt(v + epsilon));
    }

    /** The same in a rule's {@link Line}. */
    String quotient(String m, String v) {
        return m + "/" + (this == OUTSIDE ? "(sqrt(" + v + ") + epsilon)" : "sqrt(" + v + " + epsilon)");
    }
}
