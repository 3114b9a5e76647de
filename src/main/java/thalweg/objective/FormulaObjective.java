package thalweg.objective;

import java.util.Optional;
import thalweg.formula.CompiledFormula;
import thalweg.formula.Formula;

/**
 * An objective that is a formula with values for its knobs; value, gradient and Hessian are exact and compiled. Serves any number of
 * threads.
 */
public final class FormulaObjective implements Objective {
    private final Formula formula;
    private final CompiledFormula compiled;
    private final double[] knobs;
    private final Appearance appearance;

    /**
     * A formula as an objective of its variables.
     *
     * @param knobs values in the formula's order; copied
     * @throws IllegalArgumentException unless there is one value for each knob and at least one variable
     */
    public FormulaObjective(Formula formula, double[] knobs, Appearance appearance) {
        if (knobs.length != formula.knobs().size() || formula.variables().isEmpty()) {
            throw new IllegalArgumentException("'" + formula.text() + "' needs values for the knobs " + formula.knobs()
                    + " and at least one variable, but got " + knobs.length + " values and the variables " + formula.variables());
        }
        this.formula = formula;
        this.compiled = formula.compiled();
        this.knobs = knobs.clone();
        this.appearance = appearance;
    }

    public Formula formula() {
        return formula;
    }

    /** Values of the formula's knobs, in its order. */
    public double[] knobs() {
        return knobs.clone();
    }

    @Override
    public int dimension() {
        return formula.variables().size();
    }

    @Override
    public double value(double[] theta) {
        return compiled.value(theta, knobs);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return compiled.valueAndGradient(theta, knobs, gradient);
    }

    @Override
    public boolean hasHessian() {
        return true;
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        compiled.hessian(theta, knobs, hessian);
    }

    /** Along parameters only, with the bits of {@link #value}. */
    @Override
    public Optional<Section> section(double[] origin, double[] u, double[] v) {
        return FormulaSection.of(compiled, knobs, origin, u, v);
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }

    @Override
    public String toString() {
        return formula.text();
    }
}
