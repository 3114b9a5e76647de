package thalweg.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.math.Vec;
import thalweg.network.NetworkObjective;
import thalweg.objective.GradientCheck;
import thalweg.objective.Objective;

/**
 * The gradient check of a frame, as far as it can be afforded while a picture waits.
 *
 * @param check of all parameters, or of some spread evenly over them
 * @param all how many parameters there are
 */
record CheckedRows(GradientCheck check, int all) {
    /** Multiplications that a picture may wait for: a second, and a thirtieth of one while something moves. */
    private static final double PATIENCE = 1e9;
    private static final double HASTE = 3e7;
    /** Of more parameters than can be checked, at most so many are. */
    private static final int SOME = 64;
    private static final int FEWEST = 4;
    /** Values of J that the chart of the error needs, three for each of its steps. */
    private static final int CHART = 3 * 46;

    private record Key(Objective objective, Vec theta, double h, boolean central, List<Integer> parameters) {
    }

    /** The table, or nothing if it would keep what moves waiting. */
    static Optional<CheckedRows> of(Frame frame, Vec theta, Style style, Memo memo) {
        Objective f = frame.scene().objective();
        Focus focus = frame.experiment().look().focus();
        int n = f.dimension();
        int count = count(frame);
        if (!style.still() && count * 2.0 > HASTE / multiplications(f)) {
            return Optional.empty();
        }
        List<Integer> parameters = IntStream.range(0, Math.min(n, count)).mapToObj(i -> (int) ((long) i * n / count)).toList();
        return Optional.of(new CheckedRows(memo.get("gradient check", new Key(f, theta, focus.h(), focus.central(), parameters),
                () -> GradientCheck.of(f, theta.toArray(), focus.h(), focus.central(), parameters)), n));
    }

    /** How many parameters are checked: all if that can be afforded. */
    static int count(Frame frame) {
        Objective f = frame.scene().objective();
        double values = PATIENCE / multiplications(f) / 2;
        return f.dimension() <= values ? f.dimension() : Math.min(f.dimension(), (int) Math.clamp(values, FEWEST, SOME));
    }

    /** Whether the error of one parameter against h can be afforded too. */
    static boolean affordsChart(Frame frame, Style style) {
        return CHART <= (style.still() ? PATIENCE : HASTE) / multiplications(frame.scene().objective());
    }

    private static double multiplications(Objective f) {
        return f instanceof NetworkObjective n ? (double) n.samples() * n.dimension() : 100;
    }

    int size() {
        return check.parameters().size();
    }

    boolean isWhole() {
        return size() == all;
    }

    /** The row with the largest error that neither rounding nor h explains; the first where there is none. */
    int worst() {
        return IntStream.range(0, size()).boxed().max(Comparator.comparingDouble(this::weight).thenComparing(Comparator.reverseOrder())).orElse(0);
    }

    private double weight(int row) {
        double error = check.error(row);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : check.isWithinRounding(row) || check.isWithinBend(row) ? error * 1e-30 : error;
    }

    /**
     * The rows shown where so many fit: all; or the first and the worst; or, while rows are being filled, those around the last filled.
     *
     * @param filled rows filled so far, 0 for all
     */
    List<Integer> shown(int fit, int filled) {
        if (size() <= fit) {
            return IntStream.range(0, size()).boxed().toList();
        }
        if (filled > 0) {
            int from = Math.clamp(filled + 1L - fit, 0, size() - fit);
            return IntStream.range(from, from + fit).boxed().toList();
        }
        int first = fit / 2;
        List<Integer> rows = new ArrayList<>(IntStream.range(0, first).boxed().toList());
        IntStream.range(first, size()).boxed().sorted(Comparator.comparingDouble((Integer i) -> -weight(i)).thenComparing(i -> i)).limit(fit - first)
                .forEach(rows::add);
        return rows;
    }
}
