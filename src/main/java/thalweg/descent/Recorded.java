package thalweg.descent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import thalweg.math.Vec;
import thalweg.optimizer.Schedule;
import thalweg.optimizer.State;

/**
 * A finished trajectory. What was not kept is walked again from the nearest moment that was; the last stretch walked is remembered, so
 * reading step after step walks the run once.
 */
final class Recorded implements Trajectory {
    private final Descent descent;
    private final Schedule schedule;
    private final Layout layout;
    private final double[][] blocks;
    private final Walker.Moment[] moments;
    private final int last;
    private final Outcome outcome;
    private final Effort effort;
    private final AtomicReference<Stretch> walked = new AtomicReference<>(Stretch.NONE);

    Recorded(Descent descent, Layout layout, double[][] blocks, Walker.Moment[] moments, int last, Outcome outcome, Effort effort) {
        this.descent = descent;
        schedule = descent.schedule().ready();
        this.layout = layout;
        this.blocks = blocks;
        this.moments = moments;
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
        return layout.points() ? kept(step, 2 + i) : stretch(step).theta(step, i);
    }

    @Override
    public double loss(int step) {
        return layout.numbers() ? kept(step, 0) : stretch(step).number(step, 0);
    }

    @Override
    public double gradientNorm(int step) {
        return layout.numbers() ? kept(step, 1) : stretch(step).number(step, 1);
    }

    @Override
    public double stepLength(int step) {
        if (!layout.points()) {
            return layout.numbers() ? kept(step, 2) : stretch(step).number(step, 2);
        }
        if (Objects.checkIndex(step, last + 1) == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < layout.dimension(); i++) {
            double d = kept(step, 2 + i) - kept(step - 1, 2 + i);
            sum += d * d;
        }
        return Math.sqrt(sum);
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
        Walker walker = walker(nearest(step));
        walker.walkTo(step);
        State state = walker.state();
        Map<String, Vec> memory = new LinkedHashMap<>();
        state.memories().forEach((name, numbers) -> memory.put(name, Vec.of(numbers)));
        return new Iterate(step, Vec.of(state.theta()), walker.loss(), Vec.of(state.gradient()), memory);
    }

    private double kept(int step, int column) {
        Objects.checkIndex(step, last + 1);
        return blocks[step >> Recording.BLOCK_BITS][(step & (1 << Recording.BLOCK_BITS) - 1) * layout.width() + column];
    }

    /** The index of the latest kept moment at or before a step; -1 is the start. */
    private int nearest(int step) {
        return Objects.checkIndex(step, last + 1) / layout.every() - 1;
    }

    private Walker walker(int moment) {
        Walker walker = new Walker(descent, () -> false);
        if (moment >= 0) {
            walker.restore(moments[moment]);
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
        Stretch fresh = Stretch.walk(walker, from, count);
        walked.set(fresh);
        return fresh;
    }
}
