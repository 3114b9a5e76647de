package thalweg.descent;

/** How a run ended; closed, so whoever shows it must say what it does with each case. */
public sealed interface Outcome {
    /** The gradient norm fell below the tolerance. */
    record Converged(int step, double gradientNorm) implements Outcome { }

    /** The loss fell to the level asked for. */
    record Reached(int step, double loss) implements Outcome { }

    /** Loss, gradient or position at this step was not finite or beyond the limit; that step is the last of the trajectory. */
    record Diverged(int step) implements Outcome { }

    /** All steps were made. */
    record OutOfSteps(int steps) implements Outcome { }

    /** The run was told to stop; what it had is kept. */
    record Cancelled(int step) implements Outcome { }
}
