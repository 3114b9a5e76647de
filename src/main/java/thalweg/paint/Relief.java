package thalweg.paint;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import thalweg.math.Grid;

/**
 * A grid of values as a relief: heights and colours at the nodes of a lattice fit for drawing, finer than a coarse grid and coarser than
 * a huge one.
 *
 * <p>Height 0 is the floor of the surface and 1 its top; poles go on to {@link #HIGHEST} and {@link #LOWEST}, so that it can be seen
 * where they pass the box. NaN is a hole.
 */
final class Relief {
    static final double HIGHEST = 5;
    static final double LOWEST = -4;

    /** Fewer cells than this show the corners of their quadrilaterals, more than that are smaller than pixels. */
    private static final int LEAST = 64;
    private static final int MOST = 256;

    final int nx;
    final int ny;
    private final Grid grid;
    private final DoubleUnaryOperator height;
    private final DoubleUnaryOperator colour;
    private final DoubleBinaryOperator exact;
    private final double[] heights;
    private final double[] levels;

    /**
     * The relief of a grid.
     *
     * @param height of a value, from 0 to 1 and beyond
     * @param colour of a value, from 0 to 1
     * @param exact the function at a point of the window, asked only at the edges of holes
     */
    Relief(Grid grid, DoubleUnaryOperator height, DoubleUnaryOperator colour, DoubleBinaryOperator exact) {
        this.grid = grid;
        this.height = height;
        this.colour = colour;
        this.exact = exact;
        nx = cells(grid.nx() - 1);
        ny = cells(Math.max(1, grid.ny() - 1));
        heights = new double[(nx + 1) * (ny + 1)];
        levels = new double[heights.length];
        boolean nodes = nx == grid.nx() - 1 && ny == grid.ny() - 1;
        for (int j = 0, k = 0; j <= ny; j++) {
            double y = grid.y().at((double) j / ny);
            for (int i = 0; i <= nx; i++, k++) {
                double value = nodes ? grid.value(i, j) : grid.interpolate(grid.x().at((double) i / nx), y);
                heights[k] = heightOf(value);
                levels[k] = levelOf(value);
            }
        }
    }

    private static int cells(int given) {
        if (given < LEAST) {
            return given * Math.ceilDiv(LEAST, given);
        }
        return given <= MOST ? given : Math.ceilDiv(given, Math.ceilDiv(given, MOST));
    }

    double height(int i, int j) {
        return heights[j * (nx + 1) + i];
    }

    double level(int i, int j) {
        return levels[j * (nx + 1) + i];
    }

    double heightOf(double value) {
        return Double.isNaN(value) ? Double.NaN : value == Double.POSITIVE_INFINITY ? HIGHEST : value == Double.NEGATIVE_INFINITY ? LOWEST
                : Math.clamp(height.applyAsDouble(value), LOWEST, HIGHEST);
    }

    double levelOf(double value) {
        return Double.isNaN(value) ? 0 : value == Double.POSITIVE_INFINITY ? 1 : value == Double.NEGATIVE_INFINITY ? 0
                : Math.clamp(colour.applyAsDouble(value), 0, 1);
    }

    /** The function itself at a place between the nodes, {@code u} and {@code v} in cells. */
    double value(double u, double v) {
        return exact.applyAsDouble(grid.x().at(u / nx), grid.y().at(v / ny));
    }

    /** Change of height per half-width of the window along x; over whole cells of the grid, so that coarse grids look smooth. */
    double slopeX(int i, int j) {
        int step = Math.max(1, nx / (grid.nx() - 1));
        return slope(Math.max(0, i - step), j, Math.min(nx, i + step), j, height(i, j), i, 2.0 / nx);
    }

    double slopeY(int i, int j) {
        int step = Math.max(1, ny / Math.max(1, grid.ny() - 1));
        return slope(i, Math.max(0, j - step), i, Math.min(ny, j + step), height(i, j), j, 2.0 / ny);
    }

    private double slope(int i0, int j0, int i1, int j1, double here, int at, double cell) {
        double before = height(i0, j0);
        double after = height(i1, j1);
        int from = i0 == i1 ? j0 : i0;
        int to = i0 == i1 ? j1 : i1;
        if (Double.isNaN(before)) {
            before = here;
            from = at;
        }
        if (Double.isNaN(after)) {
            after = here;
            to = at;
        }
        return to == from ? 0 : (after - before) / ((to - from) * cell);
    }
}
