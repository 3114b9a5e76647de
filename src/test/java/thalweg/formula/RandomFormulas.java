package thalweg.formula;

import java.util.List;
import thalweg.math.Chance;
import thalweg.math.Purpose;

/** Seeded random formulas of x, y and knobs a, b. */
final class RandomFormulas {
    static final List<String> VARIABLES = List.of("x", "y");
    static final List<String> KNOBS = List.of("a", "b");

    private static final List<String> FUNCTIONS =
            List.of("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "ln", "log10", "sqrt", "abs", "sign", "sigmoid",
            "relu", "softplus", "gauss");
    private static final List<String> LEAVES = List.of("x", "y", "x", "y", "x", "y", "a", "b", "pi", "e", "2", "3", "0.5", "1.25", "0", "1");

    private final long seed;
    private long drawn;

    RandomFormulas(long seed) {
        this.seed = seed;
    }

    /** The text of a formula that is at most so many levels deep. */
    String text(int depth) {
        int kind = draw(depth == 0 ? 1 : 12);
        return switch (kind) {
            case 0 -> LEAVES.get(draw(LEAVES.size()));
            case 1, 2 -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
            case 3 -> "(" + text(depth - 1) + " - " + text(depth - 1) + ")";
            case 4, 5 -> "(" + text(depth - 1) + ")*(" + text(depth - 1) + ")";
            case 6 -> "(" + text(depth - 1) + ")/(" + text(depth - 1) + ")";
            case 7 -> "(" + text(depth - 1) + ")^" + List.of("2", "3", "0.5", "(-1)", "1.5", "7", "(-2)", "a", "(1/3)", "y", "0", "20", "1")
                    .get(draw(13));
            case 8 -> "-(" + text(depth - 1) + ")";
            case 9 -> (draw(2) == 0 ? "min(" : "max(") + text(depth - 1) + ", " + text(depth - 1) + ")";
            default -> FUNCTIONS.get(draw(FUNCTIONS.size())) + "(" + text(depth - 1) + ")";
        };
    }

    Formula formula(int depth) {
        return Formula.parse(text(depth), VARIABLES, KNOBS);
    }

    /** A number in [-3, 3], sometimes one of the values where functions have kinks and poles. */
    double number() {
        return draw(6) == 0 ? List.of(0.0, 1.0, -1.0, 0.5).get(draw(4)) : -3 + 6 * uniform();
    }

    double uniform() {
        return Chance.uniform(seed, Purpose.TEST, drawn++);
    }

    private int draw(int count) {
        return (int) (uniform() * count);
    }
}
