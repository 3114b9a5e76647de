package thalweg.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import thalweg.objective.Objective;

/** The working memory of one run: the only mutable thing an optimizer sees. Owned by one thread; arrays are handed out, not copied. */
public final class State {
    private final double[] theta;
    private final double[] gradient;
    private final double[][] scratch;
    private final Map<String, double[]> memory = new LinkedHashMap<>();
    private double loss = Double.NaN;
    private double rateFactor = 1;
    private int step;

    /**
     * A state before the first step.
     *
     * @param start copied
     */
    public State(double[] start, List<Memory> memory) {
        theta = start.clone();
        gradient = new double[start.length];
        scratch = new double[4][start.length];
        for (Memory m : memory) {
            this.memory.put(m.name(), new double[m.shape().size(start.length)]);
        }
    }

    /** Loss and gradient of theta, together. */
    public void evaluate(Objective f) {
        loss = f.valueAndGradient(theta, gradient);
    }

    /** Counts the step just made. */
    public void count() {
        step++;
    }

    /** Steps made so far; papers count from 1, so their t is {@code step() + 1} during {@link Optimizer#advance}. */
    public int step() {
        return step;
    }

    public double loss() {
        return loss;
    }

    public double[] theta() {
        return theta;
    }

    public double[] gradient() {
        return gradient;
    }

    public double[] memory(String name) {
        return Objects.requireNonNull(memory.get(name), name);
    }

    /** A work array as long as theta, for a rule's use within one step; its content means nothing before.
     *
     * @param i 0 to 3 */
    public double[] scratch(int i) {
        return scratch[i];
    }

    /** What the schedule multiplies the base learning rate by at this step. */
    public double rateFactor() {
        return rateFactor;
    }

    public void rateFactor(double factor) {
        rateFactor = factor;
    }
}
