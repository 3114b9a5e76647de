package thalweg.objective;

import java.util.List;
import thalweg.formula.CompiledFormula;
import thalweg.formula.Formula;

/** One coordinate of a known minimum: a number, or a formula in the knobs. */
sealed interface Coordinate {
    /** Its number for these values of the knobs. */
    double at(double[] knobs);

    /** Reads {@code 1.5} or {@code a^2}. */
    static Coordinate of(String text, List<String> knobs) {
        try {
            return new Fixed(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return new Moving(Formula.parse(text, List.of("x"), knobs).compiled());
        }
    }

    record Fixed(double number) implements Coordinate {
        @Override
        public double at(double[] knobs) {
            return number;
        }
    }

    record Moving(CompiledFormula formula) implements Coordinate {
        @Override
        public double at(double[] knobs) {
            return formula.value(new double[1], knobs);
        }
    }
}
