package thalweg.slice;

import thalweg.math.Vec;

/** A way to say from where we look: a point of the parameter space. Adding one is a record and a line in {@link Origins}. */
public interface Origin {
    /**
     * The point, n finite components.
     *
     * @throws IllegalArgumentException if there is none from here, such as the end of a run that is not there
     */
    Vec of(Vantage from);
}
