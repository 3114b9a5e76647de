package thalweg.paint;

import thalweg.math.Grid;

/**
 * Values between the nodes of a grid, row by row, by cubic convolution (Keys 1981, IEEE ASSP 29(6)): parabolas are met exactly, so a valley
 * narrower than a cell stays one line instead of a string of pearls.
 *
 * <p>Beside values that are not finite it is bilinear over those that are; where the nearest node has none the result is NaN.
 */
final class CubicSampler {
    private final Grid grid;
    private final Taps across;
    private final Taps down;
    private final double[] mixed;

    /**
     * A sampler of places.
     *
     * @param columns places of the columns in cells from the grid's left, 0 to {@code nx - 1}; not a number outside
     * @param rows likewise from its lowest row
     */
    CubicSampler(Grid grid, double[] columns, double[] rows) {
        this.grid = grid;
        across = new Taps(columns, grid.nx());
        down = new Taps(rows, grid.ny());
        mixed = new double[grid.nx()];
    }

    /** A grid with so many times as many cells each way; itself for 1. */
    static Grid refined(Grid grid, int factor) {
        if (factor <= 1 || grid.ny() < 2) {
            return grid;
        }
        int nx = (grid.nx() - 1) * factor + 1;
        int ny = (grid.ny() - 1) * factor + 1;
        double[] columns = new double[nx];
        double[] rows = new double[ny];
        java.util.Arrays.setAll(columns, i -> (double) i / factor);
        java.util.Arrays.setAll(rows, j -> (double) j / factor);
        CubicSampler sampler = new CubicSampler(grid, columns, rows);
        double[] values = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
            sampler.row(j, values, j * nx);
        }
        return new Grid(grid.x(), grid.y(), nx, ny, values);
    }

    boolean isOutside(int column, int row) {
        return across.first[column] < 0 || down.first[row] < 0;
    }

    /** Writes the values of a row, one per column. */
    void row(int j, double[] values, int offset) {
        int n = across.first.length;
        if (down.first[j] < 0) {
            java.util.Arrays.fill(values, offset, offset + n, Double.NaN);
            return;
        }
        mix(j);
        int taps = across.taps;
        for (int i = 0; i < n; i++) {
            int first = across.first[i];
            double v = Double.NaN;
            if (first >= 0) {
                v = 0;
                for (int k = 0; k < taps; k++) {
                    v += across.weights[taps * i + k] * mixed[first + k];
                }
                if (!Double.isFinite(v)) {
                    v = beside(across.place[i], down.place[j]);
                }
            }
            values[offset + i] = v;
        }
    }

    /** The nodes of a few rows weighed into one. */
    private void mix(int j) {
        int first = down.first[j];
        for (int i = 0; i < mixed.length; i++) {
            double v = 0;
            for (int k = 0; k < down.taps; k++) {
                double w = down.weights[down.taps * j + k];
                v += w == 0 ? 0 : w * grid.value(i, first + k);
            }
            mixed[i] = v;
        }
    }

    private double beside(double u, double v) {
        int i = Math.clamp((int) u, 0, grid.nx() - 2);
        int j = Math.clamp((int) v, 0, Math.max(0, grid.ny() - 2));
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < 4; k++) {
            double wx = (k & 1) == 0 ? 1 - (u - i) : u - i;
            double wy = (k & 2) == 0 ? 1 - (v - j) : v - j;
            double value = grid.value(i + (k & 1), Math.min(j + (k >> 1), grid.ny() - 1));
            if (Double.isFinite(value)) {
                sum += wx * wy * value;
                weights += wx * wy;
            } else if (wx >= 0.5 && wy >= 0.5) {
                return Double.NaN;
            }
        }
        return weights > 0 ? sum / weights : Double.NaN;
    }

    /** Which nodes make up each column or row, and how much each. */
    private static final class Taps {
        private final int taps;
        private final int[] first;
        private final double[] weights;
        private final double[] place;

        Taps(double[] places, int n) {
            taps = Math.min(4, n);
            first = new int[places.length];
            weights = new double[taps * places.length];
            place = places;
            for (int p = 0; p < places.length; p++) {
                double u = places[p];
                if (!(u >= -1e-9 && u <= n - 1 + 1e-9)) {
                    first[p] = -1;
                } else if (n < 4) {
                    straight(p, Math.clamp(u, 0, n - 1), n);
                } else {
                    cubic(p, Math.clamp(u, 0, n - 1), n);
                }
            }
        }

        private void straight(int p, double u, int n) {
            int i = Math.clamp((int) u, 0, Math.max(0, n - 2));
            weights[taps * p + i] = 1 - (u - i);
            if (n > 1) {
                weights[taps * p + i + 1] = u - i;
            }
        }

        /** At the ends a node beyond is thought of that continues the last three by a parabola. */
        private void cubic(int p, double u, int n) {
            int i = Math.min((int) u, n - 2);
            double t = u - i;
            double[] w = {((2 - t) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2, ((4 - 3 * t) * t + 1) * t / 2, (t - 1) * t * t / 2};
            if (i == 0) {
                w = new double[] {w[1] + 3 * w[0], w[2] - 3 * w[0], w[3] + w[0], 0};
            } else if (i == n - 2) {
                w = new double[] {0, w[0] + w[3], w[1] - 3 * w[3], w[2] + 3 * w[3]};
            }
            first[p] = Math.clamp(i - 1, 0, n - 4);
            System.arraycopy(w, 0, weights, 4 * p, 4);
        }
    }
}
