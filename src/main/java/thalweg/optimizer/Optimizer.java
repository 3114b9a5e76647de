package thalweg.optimizer;

import java.util.List;
import java.util.Optional;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/** An update rule: an immutable record whose components are its hyper-parameters. What changes during a run is in the {@link State}. */
public interface Optimizer {
    /** The base learning rate; a schedule multiplies it. */
    double learningRate();

    /** What the rule remembers, by the paper's letters. */
    List<Memory> memory();

    /**
     * Moves {@code s} one step downhill; deterministic in its arguments, and free of allocation.
     *
     * @param f asked only for more than {@code s} holds: a gradient elsewhere (NAG), a line search (Newton)
     * @param s modified: theta and memory; on entry its loss and gradient belong to its theta
     */
    void advance(Objective f, State s);

    /**
     * The rule's own description of the step it is about to make, line by line; empty if it has none. Whoever carries the lines out in their
     * order comes to the bits of {@link #advance}; a test over the catalog compares.
     *
     * @param f as in {@link #advance}
     * @param s not modified
     */
    default List<Line> lines(Objective f, State s) {
        return List.of();
    }

    /** Where a run begins that was asked to begin somewhere: there, but for a path that was walked already. */
    default Vec start(Vec asked) {
        return asked;
    }

    /** How many steps a run makes that was asked to make so many at most: as many, but for a path that ends before. */
    default int steps(int asked) {
        return asked;
    }

    /** Whether a step uses the gradient where it begins; if not, evaluating it there is the recorder's doing and no cost of the rule. */
    default boolean usesGradientAtTheta() {
        return true;
    }

    /** The learning rate of the step about to be made, schedule included. */
    default double rate(State s) {
        return learningRate() * s.rateFactor();
    }

    /**
     * The largest curvature that a constant rate is stable for, schedule included; empty for rules whose steps are no fixed multiples of slopes.
     *
     * @param rate alpha, 0 or more
     */
    default Optional<Edge> edge(double rate) {
        return Optional.empty();
    }

    /**
     * Refuses an objective the rule cannot work on.
     *
     * @throws thalweg.catalog.SpecException saying what is missing and which rule does without it
     */
    default void require(Objective f) {
        for (Memory m : memory()) {
            Check.affordable(getClass(), m, f.dimension());
        }
    }
}
