package thalweg.experiment;

import java.util.Optional;
import thalweg.descent.Trajectory;
import thalweg.optimizer.Optimizer;
import thalweg.slice.Route;

/**
 * A run with what came of it.
 *
 * @param run as in the experiment
 * @param name for legends: the run's label, or else the optimizer's; made distinct from the others' by a number or knob where needed
 * @param optimizer the rule
 * @param trajectory its path
 * @param route where the path stands in the scene's slice, if that does not show all parameters
 */
public record Track(Run run, String name, Optimizer optimizer, Trajectory trajectory, Optional<Route> route) {
    /** A run in a slice that shows all parameters. */
    public Track(Run run, String name, Optimizer optimizer, Trajectory trajectory) {
        this(run, name, optimizer, trajectory, Optional.empty());
    }

    public Track withRoute(Optional<Route> changed) {
        return new Track(run, name, optimizer, trajectory, changed);
    }

    /** The same path under another look and name of its run. */
    public Track relabelled(Run changed, String newName) {
        return new Track(changed, newName, optimizer, trajectory, route);
    }
}
