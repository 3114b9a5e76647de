package thalweg.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.Grid;
import thalweg.math.SymmetricOperator;
import thalweg.math.Vec;
import thalweg.network.Activation;
import thalweg.network.Loss;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;

/**
 * How the grid curves along each direction, by its second difference, beside {@code d^T H d} of the exact Hessian at the same point: the node
 * nearest the origin, or where all parameters are seen the lowest one.
 */
final class CurvatureCheck {
    /** A second difference over a grid that is fine enough is this near to the derivative. */
    private static final double NEAR = 0.1;
    /** Rounding of a second difference before it is divided by the squared spacing, in parts of J. */
    private static final double ROUNDING = 1e-12;

    private CurvatureCheck() {
    }

    static List<Finding> of(Plotted plotted, BooleanSupplier cancelled) {
        Grid grid = plotted.grid();
        Slice slice = plotted.slice();
        Objective f = plotted.from().objective();
        if (grid.nx() < 3 || grid.ny() == 2 || cancelled.getAsBoolean()) {
            return List.of();                                     // no node has neighbours on both sides
        }
        int[] node = plotted.cut().isPresent() ? new GridChecks(plotted).nearest() : lowest(grid);
        int i = Math.clamp(node[0], 1, grid.nx() - 2);
        int j = grid.ny() == 1 ? 0 : Math.clamp(node[1], 1, grid.ny() - 2);
        Vec at = slice.dimension() == 1 ? slice.at(grid.xAt(i)) : slice.at(grid.xAt(i), grid.yAt(j));
        Optional<SymmetricOperator> hessian = f.evaluator().hessianAt(at.toArray());
        if (hessian.isEmpty()) {
            return List.of();
        }
        double[] seen = new double[slice.dimension()];
        double[] exact = new double[slice.dimension()];
        boolean near = true;
        List<Figure> figures = new ArrayList<>();
        SymmetricOperator h = hessian.get().until(cancelled);
        for (int k = 0; k < slice.dimension(); k++) {
            double step = k == 0 ? grid.x().width() / (grid.nx() - 1) : grid.y().width() / (grid.ny() - 1);
            double here = grid.value(i, j);
            double before = k == 0 ? grid.value(i - 1, j) : grid.value(i, j - 1);
            double after = k == 0 ? grid.value(i + 1, j) : grid.value(i, j + 1);
            seen[k] = (before - 2 * here + after) / (step * step);
            exact[k] = along(h, slice.directions().get(k).toArray());
            double rounding = ROUNDING * (Math.abs(before) + 2 * Math.abs(here) + Math.abs(after)) / (step * step);
            near &= Math.abs(seen[k] - exact[k]) <= NEAR * Math.max(Math.abs(seen[k]), Math.abs(exact[k])) + rounding;
            String axis = slice.dimension() == 1 ? "" : k == 0 ? " along a" : " along b";
            figures.add(Figure.of("grid" + axis, seen[k]));
            figures.add(Figure.of("Hessian" + axis, exact[k]));
        }
        if (cancelled.getAsBoolean() || !Double.isFinite(sum(seen) + sum(exact))) {
            return List.of();
        }
        String where = plotted.cut().isPresent() ? grid.xAt(i) == 0 && (grid.ny() == 1 || grid.yAt(j) == 0) ? "at its centre" : "near its origin"
                : "at its lowest point";
        String words = near ? "The grid curves as the Hessian says " + where + "."
                : kinked(f) ? "The grid and the Hessian curve differently " + where
                        + ", as they must: this model has kinks, which the grid sees and the Hessian does not."
                : "The grid curves otherwise than the Hessian says " + where
                + ": the cost bends within a spacing. Look at a smaller part to see how.";
        return List.of(new Finding(Topic.CURVATURE, near || kinked(f) ? Level.FINE : Level.CAUTION, words, figures));
    }

    /** Whether the second derivative misses what the slope jumps. */
    private static boolean kinked(Objective f) {
        return f instanceof NetworkObjective n && (n.loss() == Loss.HINGE
                || n.architecture().layers().stream().limit(n.architecture().layers().size() - 1L)
                .anyMatch(l -> l.activation() == Activation.RELU || l.activation() == Activation.LEAKY_RELU));
    }

    private static double along(SymmetricOperator h, double[] d) {
        double[] product = new double[d.length];
        h.times(d, product);
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += d[i] * product[i];
        }
        return sum;
    }

    private static double sum(double[] a) {
        return Arrays.stream(a).sum();
    }

    private static int[] lowest(Grid grid) {
        int[] best = {0, 0};
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                if (grid.value(i, j) < grid.value(best[0], best[1]) || Double.isNaN(grid.value(best[0], best[1]))) {
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }
}
