package thalweg.descent;

/** How a run ended; closed, so whoever shows it must say what it does with each case. */
public sealed interface Outcome {
    /** In words, as files and the command line say it: {@code converged at step 12}. */
    default String words() {
        return switch (this) {
            case Converged(int step, double _) -> "converged at step " + step;
            case Reached(int step, double _) -> "reached its goal at step " + step;
            case Diverged(int step) -> "diverged at step " + step;
            case OutOfSteps(int steps) -> "after " + steps + (steps == 1 ? " step" : " steps");
            case Cancelled(int step) -> "cancelled at step " + step;
            case Running(int step) -> "at step " + step + " so far";
        };
    }

    /** The gradient norm fell below the tolerance. */
    record Converged(int step, double gradientNorm) implements Outcome { }

    /** The loss fell, or rose where it is climbed, to the level asked for. */
    record Reached(int step, double loss) implements Outcome { }

    /**
     * Loss or gradient at this step was not finite, its position was beyond {@link Descent#LIMIT}, or the next position was not finite;
     * this step is the last of the trajectory.
     */
    record Diverged(int step) implements Outcome { }

    /** All steps were made. */
    record OutOfSteps(int steps) implements Outcome { }

    /** The run was told to stop; what it had is kept. */
    record Cancelled(int step) implements Outcome { }

    /** The run is still being made; this is what it has. */
    record Running(int step) implements Outcome { }
}
