package thalweg.descent;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Vec;
import thalweg.optimizer.Account;

/** The path of one run: for every step position, loss, gradient norm, step length and learning rate; and how it ended. Immutable. */
public interface Trajectory {
    /** Number of parameters. */
    int dimension();

    /** The last step; 0 if only the start is there. Steps 0 to last can be asked for. */
    int last();

    /** Component {@code i} of theta after {@code step} steps. */
    double theta(int step, int i);

    /** J itself (not its negative when maximising), on all data, without noise; at a step that is not measured, that of the last one that is. */
    double loss(int step);

    /** Euclidean norm of the gradient of J, without noise; likewise. */
    double gradientNorm(int step);

    /** Steps from one measurement of the gauges, and of a run on batches also of loss and gradient norm, to the next. */
    default int measuredEvery() {
        return 1;
    }

    /** Whether loss and gradient norm were measured at this very step. */
    default boolean isMeasured(int step) {
        return true;
    }

    /** Whether the gauges were read at this very step. */
    default boolean isGauged(int step) {
        return isMeasured(step);
    }

    /** J as the rule was shown it: on its batch; {@link #loss} where it is shown J itself. */
    default double batchLoss(int step) {
        return loss(step);
    }

    /** What else was measured, by name. */
    default List<String> gauges() {
        return List.of();
    }

    /**
     * What a gauge said at the last measurement up to a step.
     *
     * @param index into {@link #gauges}
     */
    default double gauge(int index, int step) {
        throw new IndexOutOfBoundsException(index);
    }

    /** Steps between positions that are kept; those between them are walked again, which costs time. */
    default int keptEvery() {
        return 1;
    }

    /** Euclidean distance from the step before; 0 at step 0. */
    double stepLength(int step);

    /** Learning rate of the step that leads away from {@code step}, schedule included. */
    double learningRate(int step);

    Outcome outcome();

    /** The whole moment at {@code step}, memory included; may replay a bounded number of steps. */
    Iterate iterate(int step);

    /**
     * The same; of a large model each step that is replayed takes long.
     *
     * @throws java.util.concurrent.CancellationException once cancelled, perhaps
     */
    default Iterate iterate(int step, BooleanSupplier cancelled) {
        return iterate(step);
    }

    /** The step that leads away from {@code step}, taken apart, as {@link #iterate}; empty if nobody can tell. */
    default Optional<Account> account(int step) {
        return Optional.empty();
    }

    /** What the rule asked for in the whole run; {@link Effort#NONE} if nobody counted. */
    default Effort effort() {
        return Effort.NONE;
    }

    default Vec theta(int step) {
        double[] theta = new double[dimension()];
        for (int i = 0; i < theta.length; i++) {
            theta[i] = theta(step, i);
        }
        return Vec.of(theta);
    }
}
