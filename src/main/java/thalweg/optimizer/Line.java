package thalweg.optimizer;

import java.util.function.Function;

/**
 * One line of a rule as the rule describes itself, {@code m = beta1*m + (1 - beta1)*g}, so that a step can be taken apart without knowing the
 * rule. Carried out in their order, a rule's lines do what {@link Optimizer#advance} does, to the last bit.
 *
 * @param kind which part of the update it is
 * @param name what it finds; a rule's memory and {@code theta} by their own names
 * @param latex the name typeset
 * @param right what it is found from
 * @param drawn what a picture of the parameter space can show of it
 * @param shown whether it is a stage of its own; bookkeeping for the next step is not
 * @param words one sentence for people
 */
public record Line(Kind kind, String name, String latex, Right right, Drawn drawn, boolean shown, String words) {
    static final String VELOCITY = "The velocity keeps part of itself and takes up the new gradient.";
    static final String MEAN = "A running mean of the gradient: it keeps most of itself and takes up a little of the new one.";
    static final String MEAN_SQUARE = "A running mean of the squared gradient: how large slopes are here, without direction.";
    static final String CORRECTED = "It began at 0, so it is too small at first; this makes up for it.";
    static final String BY_SIZE = "Divided by the size of its slopes, each coordinate moves about equally fast.";

    /** The parts of an update. */
    public enum Kind { GRADIENT, MEMORY, CORRECTION, STEP, THETA }

    /** What can be drawn of a quantity at the point. */
    public enum Drawn {
        /** Nothing: it is no direction. */
        NOT,
        /** A direction that the rule goes against. */
        AGAINST,
        /** A direction that the rule goes along. */
        ALONG,
        /** A change of theta, that is subtracted. */
        SUBTRACTED,
        /** A place: a value of theta. */
        PLACE
    }

    /** What a line is found from. */
    public sealed interface Right {
    }

    /** An expression of what was found before. */
    record Formula(Term term) implements Right {
    }

    /** The gradient at a place. */
    record Slope(String at) implements Right {
    }

    /**
     * What is no expression of numbers: a search, a system of equations, a matrix.
     *
     * @param latex what it does
     * @param holds how many numbers it gives
     * @param code the rule's own
     */
    record Code(String latex, Memory.Shape holds, Function<Scope, double[]> code) implements Right {
    }

    /** The gradient where the step begins. */
    static Line gradient() {
        return new Line(Kind.GRADIENT, "g", "g", new Slope("theta"), Drawn.AGAINST, true, "The slope where the run stands; downhill is against it.");
    }

    /** The gradient somewhere else. */
    static Line gradientAt(String place, String words) {
        return new Line(Kind.GRADIENT, "g", "g", new Slope(place), Drawn.AGAINST, true, words);
    }

    /** What the rule remembers, under its own name. */
    static Line memory(String name, String formula, String words) {
        return of(Kind.MEMORY, name, "", formula, words);
    }

    static Line correction(String name, String latex, String formula, String words) {
        return of(Kind.CORRECTION, name, latex, formula, words);
    }

    static Line step(String name, String latex, String formula, String words) {
        return of(Kind.STEP, name, latex, formula, words);
    }

    /** The change that {@link #move} subtracts. */
    static Line delta(String formula, String words) {
        return step("delta", "\\Delta", formula, words).drawn(Drawn.SUBTRACTED);
    }

    /** The new theta. */
    static Line theta(String formula) {
        return of(Kind.THETA, "theta", "\\theta", formula, "Where the run stands next.").drawn(Drawn.PLACE);
    }

    /** The new theta of a rule with a {@link #delta}. */
    static Line move() {
        return theta("theta - delta");
    }

    /** What is found by the rule's own code. */
    static Line code(Kind kind, String name, String latex, Memory.Shape holds, String does, Function<Scope, double[]> code, String words) {
        return new Line(kind, name, latex, new Code(does, holds, code), Drawn.NOT, true, words);
    }

    private static Line of(Kind kind, String name, String latex, String formula, String words) {
        return new Line(kind, name, latex, new Formula(TermSyntax.parse(formula)), Drawn.NOT, true, words);
    }

    Line drawn(Drawn as) {
        return new Line(kind, name, latex, right, as, shown, words);
    }

    Line saying(String changed) {
        return new Line(kind, name, latex, right, drawn, shown, changed);
    }

    Line against() {
        return drawn(Drawn.AGAINST);
    }

    /** The same as bookkeeping, which is done and not shown. */
    Line quiet() {
        return new Line(kind, name, latex, right, drawn, false, words);
    }
}
