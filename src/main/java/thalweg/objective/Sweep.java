package thalweg.objective;

import java.util.function.BooleanSupplier;

/** An objective's values at many places that differ in one parameter; owned by one thread, as it has scratch memory of its own. */
@FunctionalInterface
public interface Sweep {
    /**
     * J at every place.
     *
     * @param theta the other parameters; not modified
     * @param values overwritten with J where the moving parameter has the value of each place
     * @param cancelled asked at least every millisecond; once true, values not yet found are left as they are
     */
    void values(double[] theta, double[] values, BooleanSupplier cancelled);
}
