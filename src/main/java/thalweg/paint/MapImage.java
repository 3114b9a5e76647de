package thalweg.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import thalweg.math.Grid;
import thalweg.math.Range;

/**
 * A map as pixels: values between the nodes of a grid by cubic convolution (Keys 1981, IEEE ASSP 29(6)), then coloured, so that a valley
 * narrower than a cell stays one line instead of a string of pearls.
 *
 * <p>Beside values that are not finite it is bilinear, and where the nearest node has none there are quiet stripes. Outside the grid
 * nothing is known and the colour is that of panels.
 */
final class MapImage {
    /** Distance and width of the stripes in pixels. */
    private static final int STRIPE = 9;
    private static final int STRIPE_WIDTH = 2;
    /** Colours are looked up in so many steps, finer than the map's own 256, and neighbours are near: no logarithm per pixel. */
    private static final int STEPS = 1024;

    private final Grid grid;
    private final double[] thresholds = new double[STEPS];
    private final int[] colours = new int[STEPS];
    private final int nothing;
    private final int stripe;
    private final Taps across;
    private final Taps down;

    private MapImage(Grid grid, ValueScale scale, ColourMap colours, Theme theme, Taps across, Taps down) {
        this.grid = grid;
        this.across = across;
        this.down = down;
        nothing = theme.chrome().getRGB();
        stripe = theme.border().getRGB();
        for (int i = 0; i < STEPS; i++) {
            thresholds[i] = scale.value((i + 1.0) / STEPS);
            this.colours[i] = colours.argb((i + 0.5) / STEPS);
        }
    }

    /**
     * The part of a map over two ranges, opaque, the first row at the top.
     *
     * @param colours as they shall appear
     * @throws IllegalArgumentException if width or height is not positive
     */
    static BufferedImage of(Grid grid, ValueScale scale, ColourMap colours, Theme theme, Range x, Range y, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        MapImage map = new MapImage(grid, scale, colours, theme, new Taps(grid.x(), grid.nx(), x, width, false),
                new Taps(grid.y(), grid.ny(), y, height, true));
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        double[] row = new double[grid.nx()];
        for (int j = 0; j < height; j++) {
            map.row(j, row, pixels, j * width, width);
        }
        return image;
    }

    private void row(int j, double[] row, int[] pixels, int at, int width) {
        if (down.first[j] < 0) {
            java.util.Arrays.fill(pixels, at, at + width, nothing);
            return;
        }
        combine(j, row);
        int taps = across.taps;
        int step = 0;
        for (int i = 0; i < width; i++) {
            int first = across.first[i];
            if (first < 0) {
                pixels[at + i] = nothing;
                continue;
            }
            double v = 0;
            for (int k = 0; k < taps; k++) {
                v += across.weights[taps * i + k] * row[first + k];
            }
            if (!Double.isFinite(v)) {
                v = beside(across.place[i], down.place[j]);
            }
            if (!Double.isFinite(v)) {
                pixels[at + i] = (i + j) % STRIPE < STRIPE_WIDTH ? stripe : nothing;
                continue;
            }
            while (step < STEPS - 1 && v >= thresholds[step]) {
                step++;
            }
            while (step > 0 && v < thresholds[step - 1]) {
                step--;
            }
            pixels[at + i] = colours[step];
        }
    }

    /** The nodes of a few rows weighed into one. */
    private void combine(int j, double[] row) {
        int first = down.first[j];
        for (int i = 0; i < row.length; i++) {
            double v = 0;
            for (int k = 0; k < down.taps; k++) {
                double w = down.weights[down.taps * j + k];
                v += w == 0 ? 0 : w * grid.value(i, first + k);
            }
            row[i] = v;
        }
    }

    /** Mean of the finite corners of a cell by nearness; NaN if the nearest corner is not finite. */
    private double beside(double u, double v) {
        int i = Math.min((int) u, grid.nx() - 2);
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

    /** Which nodes make up each pixel of a row or column, and how much each. */
    private static final class Taps {
        private final int taps;
        private final int[] first;
        private final double[] weights;
        private final double[] place;

        Taps(Range nodes, int n, Range view, int size, boolean flipped) {
            taps = Math.min(4, n);
            first = new int[size];
            weights = new double[taps * size];
            place = new double[size];
            for (int p = 0; p < size; p++) {
                double fraction = (p + 0.5) / size;
                double u = nodes.fraction(view.at(flipped ? 1 - fraction : fraction)) * (n - 1);
                place[p] = u;
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
