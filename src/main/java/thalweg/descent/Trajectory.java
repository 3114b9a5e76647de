package thalweg.descent;

import thalweg.math.Vec;

/** The path of one run: for every step position, loss, gradient norm, step length and learning rate; and how it ended. Immutable. */
public interface Trajectory {
    /** Number of parameters. */
    int dimension();

    /** The last step; 0 if only the start is there. Steps 0 to last can be asked for. */
    int last();

    /** Component {@code i} of theta after {@code step} steps. */
    double theta(int step, int i);

    /** J itself (not its negative when maximising), on all data, without noise. */
    double loss(int step);

    /** Euclidean norm of the gradient of J, without noise. */
    double gradientNorm(int step);

    /** Euclidean distance from the step before; 0 at step 0. */
    double stepLength(int step);

    /** Learning rate of the step that leads away from {@code step}, schedule included. */
    double learningRate(int step);

    Outcome outcome();

    /** The whole moment at {@code step}, memory included; may replay a bounded number of steps. */
    Iterate iterate(int step);

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
