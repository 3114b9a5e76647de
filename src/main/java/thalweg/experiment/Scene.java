package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.objective.Objective;
import thalweg.slice.Slice;

/**
 * What an experiment's ids mean: the objective, the slice we look at, the start, and the critical points known or found so far.
 *
 * @param objective J itself, without noise and not negated
 * @param slice with the ranges in view
 * @param start n components
 * @param study what is learnt from, if J is the cost of a model on data
 */
public record Scene(Objective objective, Slice slice, Vec start, List<CriticalPoint> criticalPoints, Optional<Study> study) {
    public Scene {
        criticalPoints = List.copyOf(criticalPoints);
    }

    /** Of a function. */
    public Scene(Objective objective, Slice slice, Vec start, List<CriticalPoint> criticalPoints) {
        this(objective, slice, start, criticalPoints, Optional.empty());
    }

    public Scene withSlice(Slice changed) {
        return new Scene(objective, changed, start, criticalPoints, study);
    }

    public Scene withCriticalPoints(List<CriticalPoint> changed) {
        return new Scene(objective, slice, start, changed, study);
    }

    /** Whether the slice shows all there is: no parameter is off it. */
    public boolean isWhole() {
        return objective.dimension() == slice.dimension();
    }
}
