package thalweg.experiment;

import java.util.List;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.math.Vec;

/**
 * Everything a user chose: ids and numbers, never objects. The only thing that is edited; undo is the value before.
 *
 * @param format version of the file form, {@link #FORMAT}
 * @param objective what is descended
 * @param maximise whether optimizers climb instead
 * @param noise standard deviation of the seeded Gaussian noise added to every component of the gradient, 0 or more
 * @param start where all runs start; empty: the objective's own start
 * @param runs the optimizers, in the order of the list
 * @param stop when runs end
 * @param seed of everything that is random
 * @param look how it is shown
 * @param step where the playhead stands
 */
public record Experiment(int format, Spec objective, boolean maximise, double noise, Vec start, List<Run> runs, StopRule stop, long seed,
        Look look, int step) {
    public static final int FORMAT = 1;

    public Experiment {
        runs = List.copyOf(runs);
    }

    /** An objective with nothing running on it. */
    public static Experiment of(Spec objective) {
        return new Experiment(FORMAT, objective, false, 0, Vec.of(), List.of(), StopRule.steps(300), 1, Look.DEFAULT, 0);
    }

    public Experiment withObjective(Spec changed) {
        return new Experiment(format, changed, maximise, noise, start, runs, stop, seed, look, step);
    }

    public Experiment withMaximise(boolean changed) {
        return new Experiment(format, objective, changed, noise, start, runs, stop, seed, look, step);
    }

    public Experiment withNoise(double changed) {
        return new Experiment(format, objective, maximise, changed, start, runs, stop, seed, look, step);
    }

    public Experiment withStart(Vec changed) {
        return new Experiment(format, objective, maximise, noise, changed, runs, stop, seed, look, step);
    }

    public Experiment withRuns(List<Run> changed) {
        return new Experiment(format, objective, maximise, noise, start, changed, stop, seed, look, step);
    }

    public Experiment withStop(StopRule changed) {
        return new Experiment(format, objective, maximise, noise, start, runs, changed, seed, look, step);
    }

    public Experiment withSeed(long changed) {
        return new Experiment(format, objective, maximise, noise, start, runs, stop, changed, look, step);
    }

    public Experiment withLook(Look changed) {
        return new Experiment(format, objective, maximise, noise, start, runs, stop, seed, changed, step);
    }

    public Experiment withStep(int changed) {
        return new Experiment(format, objective, maximise, noise, start, runs, stop, seed, look, changed);
    }
}
