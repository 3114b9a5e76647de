package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.math.Vec;

/**
 * Everything a user chose: ids and numbers, never objects. The only thing that is edited; undo is the value before.
 *
 * @param format version of the file form, {@link #FORMAT}
 * @param subject what is descended
 * @param slicing which slice of it is looked at
 * @param maximise whether optimizers climb instead
 * @param noise standard deviation of the seeded Gaussian noise added to every component of the gradient, 0 or more
 * @param start where all runs start; empty: the objective's own start
 * @param runs the optimizers, in the order of the list
 * @param stop when runs end
 * @param seed of everything that is random
 * @param look how it is shown
 * @param step where the playhead stands
 * @param variants what is shown side by side instead of the experiment itself; none: that alone
 */
public record Experiment(int format, Subject subject, Slicing slicing, boolean maximise, double noise, Vec start, List<Run> runs, StopRule stop,
        long seed, Look look, int step, List<Variant> variants) {
    public static final int FORMAT = 1;

    public Experiment {
        runs = List.copyOf(runs);
        variants = List.copyOf(variants);
    }

    /** A function with nothing running on it. */
    public static Experiment of(Spec objective) {
        return of(new Subject.Function(objective));
    }

    /** Something to be descended with nothing running on it. */
    public static Experiment of(Subject subject) {
        return new Experiment(FORMAT, subject, Slicing.AUTOMATIC, false, 0, Vec.of(), List.of(), StopRule.steps(300), 1, Look.DEFAULT, 0, List.of());
    }

    /** The function descended; empty if it is the cost of a model on data. */
    public Optional<Spec> objective() {
        return subject instanceof Subject.Function(Spec spec) ? Optional.of(spec) : Optional.empty();
    }

    /** What is learnt from; empty if a function is descended. */
    public Optional<Learning> learning() {
        return subject instanceof Learning learning ? Optional.of(learning) : Optional.empty();
    }

    public Experiment withObjective(Spec changed) {
        return withSubject(new Subject.Function(changed));
    }

    public Experiment withSubject(Subject changed) {
        return new Experiment(format, changed, slicing, maximise, noise, start, runs, stop, seed, look, step, variants);
    }

    public Experiment withSlicing(Slicing changed) {
        return new Experiment(format, subject, changed, maximise, noise, start, runs, stop, seed, look, step, variants);
    }

    public Experiment withMaximise(boolean changed) {
        return new Experiment(format, subject, slicing, changed, noise, start, runs, stop, seed, look, step, variants);
    }

    public Experiment withNoise(double changed) {
        return new Experiment(format, subject, slicing, maximise, changed, start, runs, stop, seed, look, step, variants);
    }

    public Experiment withStart(Vec changed) {
        return new Experiment(format, subject, slicing, maximise, noise, changed, runs, stop, seed, look, step, variants);
    }

    public Experiment withRuns(List<Run> changed) {
        return new Experiment(format, subject, slicing, maximise, noise, start, changed, stop, seed, look, step, variants);
    }

    public Experiment withStop(StopRule changed) {
        return new Experiment(format, subject, slicing, maximise, noise, start, runs, changed, seed, look, step, variants);
    }

    public Experiment withSeed(long changed) {
        return new Experiment(format, subject, slicing, maximise, noise, start, runs, stop, changed, look, step, variants);
    }

    public Experiment withLook(Look changed) {
        return new Experiment(format, subject, slicing, maximise, noise, start, runs, stop, seed, changed, step, variants);
    }

    public Experiment withStep(int changed) {
        return new Experiment(format, subject, slicing, maximise, noise, start, runs, stop, seed, look, changed, variants);
    }

    public Experiment withVariants(List<Variant> changed) {
        return new Experiment(format, subject, slicing, maximise, noise, start, runs, stop, seed, look, step, changed);
    }
}
