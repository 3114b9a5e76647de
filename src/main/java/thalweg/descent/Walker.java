package thalweg.descent;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import thalweg.math.Crew;
import thalweg.math.Turns;
import thalweg.objective.Objective;
import thalweg.optimizer.Account;
import thalweg.optimizer.Schedule;
import thalweg.optimizer.State;

/** A run under way: the state, the two faces of the objective, and how to go on. The run itself and every replay walk with it. */
final class Walker implements Descent.Standing {
    private final Descent descent;
    private final Schedule schedule;
    private final State state;
    private final Guide guide;
    private final boolean apart;
    private final Objective measure;
    private final List<ToDoubleFunction<double[]>> gauges;
    private final double[] clean;
    private final double[] before;
    private final double[] seen = new double[3];                  // loss, gradient norm, step length
    private final double[] read;

    private static final int LOSS = 0;
    private static final int NORM = 1;
    private static final int LENGTH = 2;

    /**
     * A walker at the start.
     *
     * @param reading whether it reads the gauges; who walks again knows what they said
     * @param crew helps with each evaluation
     */
    Walker(Descent descent, BooleanSupplier cancelled, boolean reading, Crew crew) {
        this.descent = descent;
        schedule = descent.schedule().ready();
        state = new State(descent.start().toArray(), descent.rule().memory());
        guide = new Guide(descent.guide().evaluator().helpedBy(crew), descent.maximise(), cancelled);
        apart = descent.isApart();
        measure = apart ? descent.objective().evaluator().helpedBy(crew).until(cancelled) : guide;
        gauges = reading ? descent.gauges().stream().map(g -> g.reader().apply(cancelled)).toList() : List.of();
        read = new double[gauges.size()];
        clean = apart ? new double[state.theta().length] : state.gradient();
        before = new double[state.theta().length];
    }

    /** Goes to a moment of this run. */
    void restore(Moment moment) {
        state.restore(moment.state());
        System.arraycopy(moment.seen(), 0, seen, 0, seen.length);
    }

    Moment moment() {
        return new Moment(state.snapshot(), seen.clone());
    }

    /** Looks around: loss and gradient of the place reached. */
    void arrive() {
        guide.toStep(state.step());
        state.evaluate(guide);
        boolean now = descent.measuresAt(state.step());
        if (!apart) {
            seen[LOSS] = batchLoss();
            seen[NORM] = norm(clean);
        } else if (now) {
            seen[LOSS] = measure.valueAndGradient(state.theta(), clean);
            seen[NORM] = norm(clean);
        }
        for (int i = 0; i < read.length && now; i++) {
            read[i] = gauges.get(i).applyAsDouble(state.theta());
        }
    }

    /** Makes a step. */
    void leave() {
        double[] theta = state.theta();
        System.arraycopy(theta, 0, before, 0, theta.length);
        state.rateFactor(schedule.factor(state.step(), Math.max(1, descent.stop().steps())));
        descent.rule().advance(guide, state);
        double sum = 0;
        for (int i = 0; i < theta.length; i++) {
            double d = theta[i] - before[i];
            sum += d * d;
        }
        seen[LENGTH] = Math.sqrt(sum);
        state.count();
    }

    /** The step about to be made, taken apart; nothing moves. */
    Account account() {
        state.rateFactor(schedule.factor(state.step(), Math.max(1, descent.stop().steps())));
        return Account.of(descent.rule(), guide, descent.maximise(), state);
    }

    /** Steps until {@code step} is reached and looked at. */
    void walkTo(int step) {
        walkTo(step, () -> false);
    }

    /**
     * The same.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    void walkTo(int step, BooleanSupplier cancelled) {
        arrive();
        Turns.ask(cancelled);
        while (state.step() < step) {
            leave();
            arrive();
            Turns.ask(cancelled);
        }
    }

    @Override
    public int step() {
        return state.step();
    }

    @Override
    public double[] theta() {
        return state.theta();
    }

    State state() {
        return state;
    }

    @Override
    public double loss() {
        return seen[LOSS];
    }

    /** J as the rule was shown it: with noise, or on a batch. */
    double batchLoss() {
        return descent.maximise() ? -state.loss() : state.loss();
    }

    /** What the gauges said last; written again by the next measurement. */
    double[] gauges() {
        return read;
    }

    @Override
    public double gradientNorm() {
        return seen[NORM];
    }

    double stepLength() {
        return seen[LENGTH];
    }

    /** Whether loss and gradients are numbers. */
    boolean sane() {
        return Double.isFinite(seen[LOSS]) && Double.isFinite(seen[NORM])
                && (!apart || Double.isFinite(state.loss()) && Double.isFinite(norm(state.gradient())));
    }

    /** The largest coordinate of theta, without sign; NaN if one is NaN. */
    double reach() {
        double reach = 0;
        for (double t : state.theta()) {
            reach = Math.max(reach, Math.abs(t));
        }
        return reach;
    }

    @Override
    public Effort effort() {
        return guide.effort();
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double c : v) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    /**
     * A moment of a run from which it can be walked again.
     *
     * @param seen loss, gradient norm and step length as last measured; not modified
     */
    record Moment(State.Snapshot state, double[] seen) {
        int step() {
            return state.step();
        }
    }
}
