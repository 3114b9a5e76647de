package thalweg.descent;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import thalweg.math.Crew;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Schedule;

/**
 * One run to be made: who walks where, from where, and until when. Equal descents leave equal trajectories, bit by bit.
 *
 * @param objective J itself, which losses are measured with
 * @param guide what the rule is shown: J with noise, or J itself (the same instance)
 * @param rule the optimizer
 * @param schedule its learning rate over time
 * @param start n finite components
 * @param stop when it ends
 * @param maximise whether the rule is shown -J, so that it climbs
 * @param budget bytes that the trajectory may keep; what does not fit is walked again when asked for
 * @param measureEvery steps from one measurement to the next: of the gauges, and of J where the rule is shown something else. The start and the
 *     last of all steps are measured too.
 * @param gauges what else is measured
 */
public record Descent(Objective objective, Objective guide, Optimizer rule, Schedule schedule, Vec start, StopRule stop, boolean maximise,
        long budget, int measureEvery, List<Gauge> gauges) {
    /** 64 MB: all of 1,000,000 steps in two dimensions. */
    public static final long BUDGET = 64L << 20;

    /**
     * A path has diverged when a coordinate is this many times farther from 0 than the start (or than 1): far beyond any window, yet near
     * enough that a rate just above the stable one is called divergent within a few hundred steps.
     */
    public static final double LIMIT = 1e8;

    public Descent {
        if (start.size() != objective.dimension() || !start.isFinite()) {
            throw new IllegalArgumentException("the start must have " + objective.dimension() + " finite components, but was " + start);
        }
        if (guide.dimension() != objective.dimension()) {
            throw new IllegalArgumentException("what guides the rule has " + guide.dimension() + " parameters, the objective "
                    + objective.dimension());
        }
        if (measureEvery < 1) {
            throw new IllegalArgumentException("a run is measured every 1 or more steps, but was to be every " + measureEvery);
        }
        gauges = List.copyOf(gauges);
        rule.require(guide);
    }

    /** One that is measured at every step, with no gauges. */
    public Descent(Objective objective, Objective guide, Optimizer rule, Schedule schedule, Vec start, StopRule stop, boolean maximise,
            long budget) {
        this(objective, guide, rule, schedule, start, stop, maximise, budget, 1, List.of());
    }

    public static Descent of(Objective objective, Optimizer rule, Schedule schedule, Vec start, StopRule stop) {
        return new Descent(objective, objective, rule, schedule, start, stop, false, BUDGET);
    }

    /** The same with a noisy objective shown to the rule; losses are still J's own. */
    public Descent guidedBy(Objective noisy) {
        return new Descent(objective, noisy, rule, schedule, start, stop, maximise, budget, measureEvery, gauges);
    }

    /** The same from another start. */
    public Descent from(Vec other) {
        return new Descent(objective, guide, rule, schedule, other, stop, maximise, budget, measureEvery, gauges);
    }

    /** The same by another rule. */
    public Descent by(Optimizer other) {
        return new Descent(objective, guide, other, schedule, start, stop, maximise, budget, measureEvery, gauges);
    }

    /** The same until another end. */
    public Descent until(StopRule other) {
        return new Descent(objective, guide, rule, schedule, start, other, maximise, budget, measureEvery, gauges);
    }

    /** The same downhill, or uphill. */
    public Descent maximising(boolean up) {
        return new Descent(objective, guide, rule, schedule, start, stop, up, budget, measureEvery, gauges);
    }

    /** The same within another memory budget. */
    public Descent within(long bytes) {
        return new Descent(objective, guide, rule, schedule, start, stop, maximise, bytes, measureEvery, gauges);
    }

    /** The same with these gauges, and everything measured only so often. */
    public Descent measured(int every, List<Gauge> by) {
        return new Descent(objective, guide, rule, schedule, start, stop, maximise, budget, every, by);
    }

    /** Whether the rule is shown something other than J, so that J must be measured on its own. */
    boolean isApart() {
        return guide != objective;
    }

    /** Whether all is measured at a step. */
    boolean measuresAt(int step) {
        return step % measureEvery == 0 || step == stop.steps();
    }

    /**
     * Makes the run.
     *
     * @param cancelled asked before every evaluation; once true, the run ends with what it has
     */
    public Trajectory run(BooleanSupplier cancelled) {
        return run(cancelled, (_, _) -> { });
    }

    /** Who watches a run being made, on its thread. */
    @FunctionalInterface
    public interface Watch {
        /**
         * Told of every step.
         *
         * @param soFar makes the trajectory up to here, with the outcome {@link Outcome.Running}; for use within the call
         */
        void at(int step, Supplier<Trajectory> soFar);
    }

    /** Makes the run, watched. */
    public Trajectory run(BooleanSupplier cancelled, Watch watch) {
        return run(cancelled, watch, Crew.NOBODY);
    }

    /** The same trajectory, bit by bit, with the help of others at each evaluation that takes long. They too ask whether it is cancelled. */
    public Trajectory run(BooleanSupplier cancelled, Watch watch, Crew crew) {
        Recording recording = new Recording(this);
        End end = go(cancelled, true, crew, recording::add, walker -> {
            watch.at(walker.step(), () -> recording.soFar(walker.step(), walker.effort()));
            return true;
        });
        return recording.end(end.step, end.outcome, end.effort);
    }

    /** Where a run stands that keeps no path. Lent for the time of a call. */
    public interface Standing {
        int step();

        /** Not to be modified. */
        double[] theta();

        double loss();

        double gradientNorm();

        Effort effort();
    }

    /** Who goes along with a run that keeps no path. */
    @FunctionalInterface
    public interface Companion {
        /** Told of every place, the start and the last included. Returns whether the run shall go on. */
        boolean at(Standing place);
    }

    /** Makes the run without keeping its path: the same places, to the last bit, for whoever makes many. */
    public Outcome walk(BooleanSupplier cancelled, Companion companion) {
        boolean[] on = {true};
        return go(cancelled, false, Crew.NOBODY, walker -> on[0] = companion.at(walker), _ -> on[0]).outcome;
    }

    private record End(int step, Outcome outcome, Effort effort) {
    }

    /**
     * The loop of every run.
     *
     * @param seen told of every place that belongs to the run
     * @param goesOn asked where no rule ends it
     */
    private End go(BooleanSupplier cancelled, boolean reading, Crew crew, Consumer<Walker> seen, Predicate<Walker> goesOn) {
        Walker walker = new Walker(this, cancelled, reading, crew);
        double limit = LIMIT * Math.max(1, walker.reach());
        for (int step = 0; ; step++) {
            walker.arrive();
            double reach = walker.reach();
            boolean stopped = cancelled.getAsBoolean();
            if (step > 0 && (stopped || !Double.isFinite(reach))) {       // what it came to cannot be shown
                int last = step - 1;
                return new End(last, stopped ? new Outcome.Cancelled(last) : new Outcome.Diverged(last), walker.effort());
            }
            seen.accept(walker);
            Optional<Outcome> end = stopped ? Optional.of(new Outcome.Cancelled(step)) : end(step, walker, reach > limit);
            if (end.isPresent() || !goesOn.test(walker)) {
                return new End(step, end.orElseGet(() -> new Outcome.Cancelled(walker.step())), walker.effort());
            }
            if (!cancelled.getAsBoolean()) {                      // of many parameters, keeping a place and leaving it take long
                walker.leave();
            }
            if (cancelled.getAsBoolean()) {
                return new End(step, new Outcome.Cancelled(step), walker.effort());
            }
        }
    }

    private Optional<Outcome> end(int step, Walker at, boolean far) {
        if (far || !at.sane()) {
            return Optional.of(new Outcome.Diverged(step));
        }
        boolean measured = !isApart() || measuresAt(step);
        if (measured && at.gradientNorm() < stop.gradientNorm()) {
            return Optional.of(new Outcome.Converged(step, at.gradientNorm()));
        }
        if (measured && Double.isFinite(stop.loss()) && (maximise ? at.loss() >= stop.loss() : at.loss() <= stop.loss())) {
            return Optional.of(new Outcome.Reached(step, at.loss()));
        }
        return step >= stop.steps() ? Optional.of(new Outcome.OutOfSteps(step)) : Optional.empty();
    }

    /** The run, not to be cancelled. */
    public Trajectory run() {
        return run(() -> false);
    }
}
