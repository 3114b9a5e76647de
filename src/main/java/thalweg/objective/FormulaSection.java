package thalweg.objective;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.formula.Along;
import thalweg.formula.CompiledFormula;

/**
 * A formula on a line or plane along parameters: what depends only on the parameter that moves along a row is computed once for all rows.
 *
 * @param across the parameter that moves from row to row; -1 on a line
 */
record FormulaSection(CompiledFormula formula, double[] knobs, double[] origin, int along, int across) implements Section {
    /** An operation or two for each letter of a formula of a line. */
    private static final double WORK = 50;

    /** The section, if the directions are different axes. */
    static Optional<Section> of(CompiledFormula formula, double[] knobs, double[] origin, double[] u, double[] v) {
        int along = axis(u);
        int across = axis(v);
        return along < 0 || v.length > 0 && (across < 0 || across == along) ? Optional.empty()
                : Optional.of(new FormulaSection(formula, knobs, origin, along, across));
    }

    /** The one coordinate in which a unit direction points; -1 for any other. */
    private static int axis(double[] direction) {
        int axis = -1;
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] == 1 && axis < 0) {
                axis = i;
            } else if (direction[i] != 0) {
                return -1;
            }
        }
        return axis;
    }

    @Override
    public double work() {
        return WORK;
    }

    @Override
    public Reader reader() {
        double[] theta = origin.clone();
        Along[] row = new Along[1];
        return new Reader() {
            @Override
            public void places(double[] a) {
                double[] at = new double[a.length];
                for (int k = 0; k < a.length; k++) {
                    at[k] = origin[along] + a[k];
                }
                row[0] = formula.along(along, at, knobs);
            }

            @Override
            public void values(double b, double[] values, BooleanSupplier cancelled) {
                if (across >= 0) {
                    theta[across] = origin[across] + b;
                }
                row[0].values(theta, values, cancelled);
            }
        };
    }
}
