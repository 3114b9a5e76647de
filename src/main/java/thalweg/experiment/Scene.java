package thalweg.experiment;

import java.util.List;
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
 */
public record Scene(Objective objective, Slice slice, Vec start, List<CriticalPoint> criticalPoints) {
    public Scene {
        criticalPoints = List.copyOf(criticalPoints);
    }
}
