package thalweg.optimizer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private State(State other) {
        theta = other.theta.clone();
        gradient = other.gradient.clone();
        scratch = new double[4][theta.length];
        other.memory.forEach((name, numbers) -> memory.put(name, numbers.clone()));
        loss = other.loss;
        rateFactor = other.rateFactor;
        step = other.step;
    }

    /** The same moment with arrays of its own; what stands in scratch is not part of it. */
    State copy() {
        return new State(this);
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
        double[] found = memory.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the rule's memory has no '" + name + "'; it has " + String.join(", ", memory.keySet()));
        }
        return found;
    }

    /** All of the rule's memory by name, in the order the rule gave. */
    public Map<String, double[]> memories() {
        return Collections.unmodifiableMap(memory);
    }

    /**
     * A work array as long as theta, for a rule's use within one step; its content means nothing before.
     *
     * @param i 0 to 3
     */
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

    /** What must be kept to take up the run here again: step, theta and memory, copied. */
    public Snapshot snapshot() {
        return new Snapshot(step, theta.clone(), memory.values().stream().map(double[]::clone).toArray(double[][]::new));
    }

    /** Goes back to a moment of the same rule on the same objective; loss and gradient must be evaluated again. */
    public void restore(Snapshot moment) {
        step = moment.step;
        System.arraycopy(moment.theta, 0, theta, 0, theta.length);
        int i = 0;
        for (double[] m : memory.values()) {
            System.arraycopy(moment.memory[i++], 0, m, 0, m.length);
        }
        loss = Double.NaN;
        Arrays.fill(gradient, Double.NaN);
    }

    /** A moment of a run from which it can be taken up again; immutable. */
    public static final class Snapshot {
        private final int step;
        private final double[] theta;
        private final double[][] memory;

        private Snapshot(int step, double[] theta, double[][] memory) {
            this.step = step;
            this.theta = theta;
            this.memory = memory;
        }

        public int step() {
            return step;
        }
    }
}
