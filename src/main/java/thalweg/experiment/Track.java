package thalweg.experiment;

import thalweg.descent.Trajectory;
import thalweg.optimizer.Optimizer;

/**
 * A run with what came of it.
 *
 * @param run as in the experiment
 * @param name for legends: the run's label, or else the optimizer's; made distinct from the others' by a number or knob where needed
 * @param optimizer the rule
 * @param trajectory its path
 */
public record Track(Run run, String name, Optimizer optimizer, Trajectory trajectory) {
}
