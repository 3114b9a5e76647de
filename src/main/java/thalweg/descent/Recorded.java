package thalweg.descent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import thalweg.math.Crew;
import thalweg.math.Vec;
import thalweg.optimizer.Account;
import thalweg.optimizer.Schedule;
import thalweg.optimizer.State;

/**
 * A finished trajectory. What was not kept is walked again from the nearest moment that was; the last stretch walked is remembered, so
 * reading step after step walks the run once.
 */
final class Recorded implements Trajectory {
    /**
     * What a recording kept; no array is modified any more below the last step.
     *
     * @param latest theta of the last step, where not all are kept
     */
    record Kept(List<double[]> blocks, List<double[]> thetas, List<double[]> gauges, List<Walker.Moment> moments, double[] latest) {
    }

    private final Descent descent;
    private final Schedule schedule;
    private final Layout layout;
    private final Kept kept;
    private final int last;
    private final Outcome outcome;
    private final Effort effort;
    private final AtomicReference<Stretch> walked = new AtomicReference<>(Stretch.NONE);

    Recorded(Descent descent, Layout layout, Kept kept, int last, Outcome outcome, Effort effort) {
        this.descent = descent;
        schedule = descent.schedule().ready();
        this.layout = layout;
        this.kept = kept;
        this.last = last;
        this.outcome = outcome;
        this.effort = effort;
    }

    @Override
    public int dimension() {
        return layout.dimension();
    }

    @Override
    public int last() {
        return last;
    }

    @Override
    public double theta(int step, int i) {
        Objects.checkIndex(i, layout.dimension());
        if (layout.points()) {
            return number(step, layout.columns() + i);
        }
        double[] theta = keptTheta(step);
        return theta.length > 0 ? theta[i] : stretch(step).theta(step, i);
    }

    @Override
    public Vec theta(int step) {
        if (!layout.points()) {
            double[] theta = keptTheta(step);
            if (theta.length > 0) {
                return Vec.of(theta);
            }
        }
        return Trajectory.super.theta(step);
    }

    /** Theta at a step if it was kept; else empty. */
    private double[] keptTheta(int step) {
        if (Objects.checkIndex(step, last + 1) == last) {
            return kept.latest();
        }
        return layout.thetaEvery() > 0 && step % layout.thetaEvery() == 0 ? kept.thetas().get(step / layout.thetaEvery()) : Stretch.NOTHING;
    }

    @Override
    public int keptEvery() {
        return layout.points() ? 1 : layout.thetaEvery() > 0 ? layout.thetaEvery() : layout.every();
    }

    @Override
    public double loss(int step) {
        return number(step, Layout.LOSS);
    }

    @Override
    public double gradientNorm(int step) {
        return number(step, Layout.NORM);
    }

    @Override
    public double stepLength(int step) {
        return number(step, Layout.LENGTH);
    }

    @Override
    public double batchLoss(int step) {
        return number(step, layout.columns() > Layout.BATCH ? Layout.BATCH : Layout.LOSS);
    }

    @Override
    public int measuredEvery() {
        return descent.measureEvery();
    }

    @Override
    public boolean isMeasured(int step) {
        return !descent.isApart() || descent.measuresAt(step);
    }

    @Override
    public boolean isGauged(int step) {
        return descent.measuresAt(step);
    }

    @Override
    public List<String> gauges() {
        return descent.gauges().stream().map(Gauge::name).toList();
    }

    @Override
    public double gauge(int index, int step) {
        boolean end = Objects.checkIndex(step, last + 1) == descent.stop().steps();
        return kept.gauges().get(end ? kept.gauges().size() - 1 : step / descent.measureEvery())[index];
    }

    @Override
    public double learningRate(int step) {
        Objects.checkIndex(step, last + 1);
        return descent.rule().learningRate() * schedule.factor(step, Math.max(1, descent.stop().steps()));
    }

    @Override
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public Effort effort() {
        return effort;
    }

    @Override
    public Iterate iterate(int step) {
        return iterate(step, () -> false);
    }

    @Override
    public Iterate iterate(int step, BooleanSupplier cancelled) {
        Walker walker = walker(nearest(step), cancelled);
        walker.walkTo(step, cancelled);
        State state = walker.state();
        Map<String, Vec> memory = new LinkedHashMap<>();
        state.memories().forEach((name, numbers) -> memory.put(name, Vec.of(numbers)));
        return new Iterate(step, Vec.of(state.theta()), walker.loss(), Vec.of(state.gradient()), memory);
    }

    @Override
    public Optional<Account> account(int step) {
        Walker walker = walker(nearest(step));
        walker.walkTo(step);
        return Optional.of(walker.account());
    }

    private double number(int step, int column) {
        Objects.checkIndex(step, last + 1);
        return !layout.numbers() ? stretch(step).number(step, column)
                : kept.blocks().get(step >> Recording.BLOCK_BITS)[(step & (1 << Recording.BLOCK_BITS) - 1) * layout.width() + column];
    }

    /** The index of the latest kept moment at or before a step; -1 is the start. */
    private int nearest(int step) {
        return Objects.checkIndex(step, last + 1) / layout.every() - 1;
    }

    private Walker walker(int moment) {
        return walker(moment, () -> false);
    }

    private Walker walker(int moment, BooleanSupplier cancelled) {
        Walker walker = new Walker(descent, cancelled, false, Crew.NOBODY);
        if (moment >= 0) {
            walker.restore(kept.moments().get(moment));
        }
        return walker;
    }

    private Stretch stretch(int step) {
        Stretch known = walked.get();
        if (known.holds(step)) {
            return known;
        }
        int moment = nearest(step);
        int base = (moment + 1) * layout.every();
        int from = base + (step - base) / layout.window() * layout.window();
        Walker walker = walker(moment);
        if (known.end().isPresent() && known.end().get().step() > base && known.end().get().step() <= from) {
            walker.restore(known.end().get());
        }
        walker.walkTo(from);
        int count = Math.min(layout.window(), Math.min(base + layout.every() - 1, last) - from + 1);
        Stretch fresh = Stretch.walk(walker, layout.columns(), from, count);
        walked.set(fresh);
        return fresh;
    }
}
