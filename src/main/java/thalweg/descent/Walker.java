package thalweg.descent;

import java.util.function.BooleanSupplier;
import thalweg.objective.Objective;
import thalweg.optimizer.Schedule;
import thalweg.optimizer.State;

/** A run under way: the state, the two faces of the objective, and how to go on. The run itself and every replay walk with it. */
final class Walker {
    private final Descent descent;
    private final Schedule schedule;
    private final State state;
    private final Guide guide;
    private final boolean apart;
    private final Objective measure;
    private final double[] clean;
    private final double[] before;
    private final double[] seen = new double[3];                  // loss, gradient norm, step length

    private static final int LOSS = 0;
    private static final int NORM = 1;
    private static final int LENGTH = 2;

    Walker(Descent descent, BooleanSupplier cancelled) {
        this.descent = descent;
        schedule = descent.schedule().ready();
        state = new State(descent.start().toArray(), descent.rule().memory());
        guide = new Guide(descent.guide().evaluator(), descent.maximise(), cancelled);
        apart = descent.guide() != descent.objective();
        measure = apart ? descent.objective().evaluator() : guide;
        clean = apart ? new double[state.theta().length] : state.gradient();
        before = new double[state.theta().length];
    }

    /** Goes to a moment of this run. */
    void restore(Moment moment) {
        state.restore(moment.state());
        seen[LENGTH] = moment.stepLength();
    }

    Moment moment() {
        return new Moment(state.snapshot(), seen[LENGTH]);
    }

    /** Looks around: loss and gradient of the place reached. */
    void arrive() {
        guide.toStep(state.step());
        state.evaluate(guide);
        if (apart) {
            seen[LOSS] = measure.valueAndGradient(state.theta(), clean);
        } else {
            seen[LOSS] = descent.maximise() ? -state.loss() : state.loss();
        }
        seen[NORM] = norm(clean);
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

    /** Steps until {@code step} is reached and looked at. */
    void walkTo(int step) {
        arrive();
        while (state.step() < step) {
            leave();
            arrive();
        }
    }

    State state() {
        return state;
    }

    double loss() {
        return seen[LOSS];
    }

    double gradientNorm() {
        return seen[NORM];
    }

    double stepLength() {
        return seen[LENGTH];
    }

    /** Whether loss and gradients are numbers. */
    boolean sane() {
        return Double.isFinite(seen[LOSS]) && Double.isFinite(seen[NORM]) && (!apart || Double.isFinite(norm(state.gradient())));
    }

    /** The largest coordinate of theta, without sign; NaN if one is NaN. */
    double reach() {
        double reach = 0;
        for (double t : state.theta()) {
            reach = Math.max(reach, Math.abs(t));
        }
        return reach;
    }

    Effort effort() {
        return guide.effort();
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double c : v) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    /** A moment of a run from which it can be walked again. */
    record Moment(State.Snapshot state, double stepLength) {
        int step() {
            return state.step();
        }
    }
}
