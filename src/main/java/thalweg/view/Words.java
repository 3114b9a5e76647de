package thalweg.view;

import thalweg.descent.Outcome;
import thalweg.experiment.Frame;

/** Sentences and titles of the window. */
final class Words {
    private Words() {
    }

    /** How a run ended. */
    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Converged(int step, double _) -> "converged at step " + step;
            case Outcome.Reached(int step, double _) -> "reached the level at step " + step;
            case Outcome.Diverged(int step) -> "diverged at step " + step;
            case Outcome.OutOfSteps(int steps) -> "stopped after " + steps + " steps";
            case Outcome.Cancelled(int step) -> "cancelled at step " + step;
            case Outcome.Running(int step) -> "at step " + step + " so far";
        };
    }

    /** "Rosenbrock". */
    static String name(Frame frame) {
        return frame.scene().objective().appearance().name();
    }

    /** ", 6 optimizers". */
    static String count(Frame frame) {
        int n = frame.tracks().size();
        return ", " + (n == 0 ? "no optimizer" : n == 1 ? "1 optimizer" : n + " optimizers");
    }
}
