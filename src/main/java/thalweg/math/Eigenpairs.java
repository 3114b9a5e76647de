package thalweg.math;

import java.util.List;

/**
 * Extreme eigenvalues that were found.
 *
 * @param top the largest, largest first; equal ones as often as they occur
 * @param bottom the smallest, smallest first
 * @param products how many products with the operator it took, those for the residuals included
 * @param ending how the search ended
 */
public record Eigenpairs(List<Eigenpair> top, List<Eigenpair> bottom, int products, Ending ending) {
    public Eigenpairs {
        top = List.copyOf(top);
        bottom = List.copyOf(bottom);
    }

    /** How a search for eigenvalues ended. */
    public enum Ending {
        /** All are there, with residuals within the tolerance. */
        CONVERGED,
        /** The products allowed were used up: what is there is the best so far, and its residuals say how good it is. */
        OUT_OF_PRODUCTS,
        /** The search was told to stop; what had converged by then is there. */
        CANCELLED,
        /** A product was not finite; nothing is there. */
        NOT_FINITE
    }
}
