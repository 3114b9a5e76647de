package thalweg.objective;

import java.util.Arrays;
import thalweg.math.Grid;

/**
 * Values on a grid as an objective of one or two parameters: at the nodes those values, between them the cubic through them whose slopes at nodes
 * are central differences (Catmull and Rom 1974), with its exact gradient. Beside the outermost nodes differences are one-sided, of second order.
 * Where one of the 4 x 4 nodes around is missing, it is bilinear; where one of the nearest 2 x 2 is missing, and outside the grid, not a number.
 */
final class GriddedObjective implements Objective {
    /** What misses a node by less than this part of a step is that node: rounding of coordinates, at most some 4,000 of them. */
    private static final double AT_NODE = 1e-11;

    private final Grid grid;
    private final Appearance appearance;

    GriddedObjective(Grid grid, Appearance appearance) {
        this.grid = grid;
        this.appearance = appearance;
    }

    @Override
    public int dimension() {
        return grid.ny() == 1 ? 1 : 2;
    }

    @Override
    public double value(double[] theta) {
        double u = place(grid.x().fraction(theta[0]), grid.nx());
        double v = grid.ny() == 1 ? 0 : place(grid.y().fraction(theta[1]), grid.ny());
        return blended(u, v, false, false);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double u = place(grid.x().fraction(theta[0]), grid.nx());
        double v = grid.ny() == 1 ? 0 : place(grid.y().fraction(theta[1]), grid.ny());
        double value = blended(u, v, false, false);
        if (Double.isNaN(value)) {
            Arrays.fill(gradient, Double.NaN);
            return value;
        }
        gradient[0] = blended(u, v, true, false) * (grid.nx() - 1) / grid.x().width();
        if (gradient.length > 1) {
            gradient[1] = blended(u, v, false, true) * (grid.ny() - 1) / grid.y().width();
        }
        return value;
    }

    /** A place in steps from the first node; NaN outside the grid. */
    private static double place(double fraction, int n) {
        double u = fraction * (n - 1);
        double whole = Math.rint(u);
        double at = Math.abs(u - whole) < AT_NODE ? whole : u;
        return at >= 0 && at <= n - 1 ? at : Double.NaN;
    }

    /** The value at a place, or its derivative by steps along x or y. */
    private double blended(double u, double v, boolean byU, boolean byV) {
        if (Double.isNaN(u) || Double.isNaN(v)) {
            return Double.NaN;
        }
        int i = Math.min((int) u, grid.nx() - 2);
        int j = Math.clamp((int) v, 0, Math.max(0, grid.ny() - 2));
        boolean smooth = isWhole(i, j);
        double sum = 0;
        for (int q = -1; q <= 2; q++) {
            double across = grid.ny() == 1 ? q == 0 ? 1 : 0 : weight(q, v - j, byV, smooth);
            for (int p = -1; p <= 2 && across != 0; p++) {
                double along = weight(p, u - i, byU, smooth);
                sum += along == 0 ? 0 : across * (along * node(i + p, j + q));
            }
        }
        return sum;
    }

    /** How much node q from the one before counts at a fraction of a step, or the derivative of that. */
    private static double weight(int q, double t, boolean derivative, boolean smooth) {
        if (!smooth) {
            return q == 0 ? derivative ? -1 : 1 - t : q == 1 ? derivative ? 1 : t : 0;
        }
        return switch (q) {
            case -1 -> derivative ? (-1 + t * (4 - 3 * t)) / 2 : t * (-1 + t * (2 - t)) / 2;
            case 0 -> derivative ? t * (-10 + 9 * t) / 2 : (2 + t * t * (-5 + 3 * t)) / 2;
            case 1 -> derivative ? (1 + t * (8 - 9 * t)) / 2 : t * (1 + t * (4 - 3 * t)) / 2;
            default -> derivative ? t * (-2 + 3 * t) / 2 : t * t * (t - 1) / 2;
        };
    }

    /** Whether the nodes around the cell from node (i, j) are finite, as far as there are any. */
    private boolean isWhole(int i, int j) {
        for (int q = Math.max(0, j - 1); q <= Math.min(grid.ny() - 1, j + 2); q++) {
            for (int p = Math.max(0, i - 1); p <= Math.min(grid.nx() - 1, i + 2); p++) {
                if (!Double.isFinite(grid.value(p, q))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The value of a node; one step outside, what the parabola (or line) through the nearest three (or two) goes on to. */
    private double node(int i, int j) {
        int n = grid.nx();
        return i < 0 ? beyond(row(0, j), row(1, j), n > 2 ? row(2, j) : Double.NaN)
                : i >= n ? beyond(row(n - 1, j), row(n - 2, j), n > 2 ? row(n - 3, j) : Double.NaN) : row(i, j);
    }

    private double row(int i, int j) {
        int n = grid.ny();
        return j < 0 ? beyond(grid.value(i, 0), grid.value(i, 1), n > 2 ? grid.value(i, 2) : Double.NaN)
                : j >= n ? beyond(grid.value(i, n - 1), grid.value(i, n - 2), n > 2 ? grid.value(i, n - 3) : Double.NaN) : grid.value(i, j);
    }

    private static double beyond(double edge, double next, double third) {
        return Double.isNaN(third) ? 2 * edge - next : 3 * (edge - next) + third;
    }

    @Override
    public Appearance appearance() {
        return appearance;
    }
}
