package thalweg.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import thalweg.math.Grid;
import thalweg.math.Range;

/**
 * A map as pixels: values by {@link CubicSampler}, then coloured. Where there is no number there are quiet stripes; outside the grid
 * nothing is known and the colour is that of panels.
 */
final class MapImage {
    /** Distance and width of the stripes in pixels. */
    private static final int STRIPE = 9;
    private static final int STRIPE_WIDTH = 2;
    /** Colours are looked up in so many steps, finer than the map's own 256, and neighbours are near: no logarithm per pixel. */
    private static final int STEPS = 1024;

    private final double[] thresholds = new double[STEPS];
    private final int[] colours = new int[STEPS];
    private final int nothing;
    private final int stripe;

    private MapImage(ValueScale scale, ColourMap colours, Theme theme) {
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
        MapImage map = new MapImage(scale, colours, theme);
        double[] columns = new double[width];
        double[] rows = new double[height];
        java.util.Arrays.setAll(columns, i -> grid.x().fraction(x.at((i + 0.5) / width)) * (grid.nx() - 1));
        java.util.Arrays.setAll(rows, j -> grid.y().fraction(y.at(1 - (j + 0.5) / height)) * (grid.ny() - 1));
        CubicSampler sampler = new CubicSampler(grid, columns, rows);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        double[] values = new double[width];
        for (int j = 0; j < height; j++) {
            sampler.row(j, values, 0);
            map.colour(values, j, sampler, pixels, j * width);
        }
        return image;
    }

    private void colour(double[] values, int row, CubicSampler sampler, int[] pixels, int at) {
        int step = 0;
        for (int i = 0; i < values.length; i++) {
            double v = values[i];
            if (Double.isNaN(v)) {
                boolean striped = !sampler.isOutside(i, row) && (i + row) % STRIPE < STRIPE_WIDTH;
                pixels[at + i] = striped ? stripe : nothing;
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
}
