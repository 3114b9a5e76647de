package thalweg.objective;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.formula.Formula;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * The objective people type: {@code formula("x^2 + 3*y^2", xmin=-2, xmax=2)}.
 *
 * @param last the formula read last, so that moving the window does not compile it again
 */
record TypedFormula(String id, String label, String group, String help, List<KnobInfo> knobs, AtomicReference<Formula> last)
        implements Choice<Objective> {
    /** Off the centre, where symmetric functions have their minimum, and off the diagonal. */
    private static final double[] START = {0.86, 0.78};

    TypedFormula(String id, String label, String group, String help) {
        this(id, label, group, help, List.of(
                KnobInfo.text("expression", "J", "x^2 + 3*y^2").withHelp("one or two variables: x, y or theta1, theta2"),
                end("xmin", "x from", "x_{\\min}", -5), end("xmax", "x to", "x_{\\max}", 5),
                end("ymin", "y from", "y_{\\min}", -5), end("ymax", "y to", "y_{\\max}", 5)), new AtomicReference<>());
    }

    private static KnobInfo end(String name, String words, String symbol, double initial) {
        return KnobInfo.number(name, words, initial, -10, 10).within(-1e9, 1e9).withSymbol(symbol).hidden();
    }

    @Override
    public FormulaObjective make(Map<String, Value> settings) {
        Formula formula = read(settings.get("expression").asText());
        int n = formula.variables().size();
        if (n < 1 || n > 2) {
            throw new IllegalArgumentException("a formula to look at has one or two variables, but this one has "
                    + (n == 0 ? "none" : String.join(", ", formula.variables())));
        }
        List<Range> window = List.of(range("x", settings), range("y", settings)).subList(0, n);
        Vec start = Vec.of(IntStream.range(0, n).mapToDouble(i -> plain(window.get(i), START[i])).toArray());
        List<String> axes = formula.variables().stream().map(v -> v.replaceFirst("^theta(\\d+)$", "\\\\theta_{$1}")).toList();
        return new FormulaObjective(formula, new double[0], new Appearance("Formula", formula.latex(), axes, window, start, List.of()));
    }

    /** The place at a fraction of the range, with no more digits than people need: 3.6 and not 3.5999999999999996. */
    private static double plain(Range range, double fraction) {
        int leading = (int) Math.floor(Math.log10(range.width()));
        return BigDecimal.valueOf(range.at(fraction)).setScale(3 - leading, RoundingMode.HALF_EVEN).doubleValue();
    }

    private Formula read(String text) {
        Formula before = last.get();
        if (before != null && before.text().equals(text)) {
            return before;
        }
        Formula read = Formula.parse(text);
        last.set(read);
        return read;
    }

    private static Range range(String axis, Map<String, Value> settings) {
        double from = settings.get(axis + "min").asNumber();
        double to = settings.get(axis + "max").asNumber();
        if (!(from < to)) {
            throw new IllegalArgumentException(axis + "min must be below " + axis + "max, but they were "
                    + Value.of(from) + " and " + Value.of(to));
        }
        return new Range(from, to);
    }
}
