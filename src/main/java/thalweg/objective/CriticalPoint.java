package thalweg.objective;

import thalweg.math.Vec;

/**
 * A place where the gradient vanishes, or a minimum where there is none (a kink, an edge).
 *
 * @param kind what the Hessian says
 * @param at the point, n components
 * @param value J there
 * @param eigenvalues of the Hessian, ascending; empty where it does not exist
 * @param global whether no lower (for a maximum: higher) one is known in the window
 */
public record CriticalPoint(Kind kind, Vec at, double value, Vec eigenvalues, boolean global) {
    /** What kind of point it is; degenerate where the Hessian is singular and decides nothing. */
    public enum Kind { MINIMUM, MAXIMUM, SADDLE, DEGENERATE }
}
