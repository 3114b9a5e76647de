package thalweg.math;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Values of a function at the nodes of a regular lattice, ends included; a curve is a grid with one row.
 *
 * <p>Node (i, j) lies at {@code (x.node(i, nx), y.node(j, ny))}. Values may be NaN or infinite where the function is.
 */
public final class Grid {
    private final Range x;
    private final Range y;
    private final int nx;
    private final int ny;
    private final double[] values;
    private final double minimum;
    private final double maximum;

    /**
     * A grid over its values.
     *
     * @param values row by row from {@code y.min}, {@code values[j * nx + i]}; length {@code nx * ny}; copied
     * @throws IllegalArgumentException if {@code nx < 2}, {@code ny < 1} or the length is wrong
     */
    public Grid(Range x, Range y, int nx, int ny, double[] values) {
        if (nx < 2 || ny < 1 || values.length != nx * ny) {
            throw new IllegalArgumentException(
                    "a grid of " + nx + " x " + ny + " needs nx >= 2, ny >= 1 and " + (long) nx * ny + " values, but has " + values.length);
        }
        this.x = x;
        this.y = y;
        this.nx = nx;
        this.ny = ny;
        this.values = values.clone();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : this.values) {
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        minimum = low;
        maximum = high;
    }

    public Range x() {
        return x;
    }

    public Range y() {
        return y;
    }

    public int nx() {
        return nx;
    }

    public int ny() {
        return ny;
    }

    public double xAt(int i) {
        return x.node(i, nx);
    }

    public double yAt(int j) {
        return ny == 1 ? y.min() : y.node(j, ny);
    }

    public double value(int i, int j) {
        return values[j * nx + i];
    }

    /** Smallest finite value; positive infinity if there is none. */
    public double minimum() {
        return minimum;
    }

    /** Largest finite value; negative infinity if there is none. */
    public double maximum() {
        return maximum;
    }

    /** The finite values, row by row. */
    public DoubleStream finite() {
        return Arrays.stream(values).filter(Double::isFinite);
    }

    public boolean hasFinite() {
        return minimum <= maximum;
    }

    /** Bilinear interpolation at a point of the window; the window's edge value outside it, NaN beside a NaN node. */
    public double interpolate(double px, double py) {
        double u = Math.clamp(x.fraction(px), 0, 1) * (nx - 1);
        int i = Math.min((int) u, nx - 2);
        double s = u - i;
        if (ny == 1) {
            return blend(value(i, 0), value(i + 1, 0), s);
        }
        double v = Math.clamp(y.fraction(py), 0, 1) * (ny - 1);
        int j = Math.min((int) v, ny - 2);
        double t = v - j;
        return blend(blend(value(i, j), value(i + 1, j), s), blend(value(i, j + 1), value(i + 1, j + 1), s), t);
    }

    /** At the ends exactly an end, so that an infinite neighbour does not turn it into NaN. */
    private static double blend(double a, double b, double t) {
        return t == 0 ? a : t == 1 ? b : a + t * (b - a);
    }
}
