package thalweg.formula;

import java.util.List;

/** A real function of a few variables, as people write it, with its exact derivatives. */
public final class Formula {
    private Formula() {
    }

    /**
     * Reads a formula whose variables are found in it: {@code x}, {@code y}, or {@code theta1} to {@code thetaN}; a formula of y alone is one of x and y.
     *
     * @throws FormulaException at the column of the first mistake
     */
    public static Formula parse(String text) {
        throw new FormulaException(1, text);
    }

    /** Reads a formula with these variables and knobs, in this order, whether or not it uses all of them. */
    public static Formula parse(String text, List<String> variables, List<String> knobs) {
        throw new FormulaException(1, text + variables + knobs);
    }

    public List<String> variables() {
        return List.of();
    }

    public List<String> knobs() {
        return List.of();
    }

    /** The text it was read from. */
    public String text() {
        return "";
    }

    /** The function typeset, without a left-hand side. */
    public String latex() {
        return "";
    }

    /** The simplified partial derivative by variable {@code i}, typeset. */
    public String latexDerivative(int i) {
        return "";
    }

    /** The simplified second partial derivative, typeset. */
    public String latexSecondDerivative(int i, int j) {
        return "";
    }

    /** Whether the gradient exists everywhere the value does (no abs, sign, min, max, relu of a varying argument). */
    public boolean isSmooth() {
        return true;
    }

    /** Compiled once, at the first call. */
    public CompiledFormula compiled() {
        throw new FormulaException(1, "");
    }
}
