package thalweg.paint;

import java.util.Arrays;

/** Pixels with a depth buffer; mutable while a surface is drawn, then only read. */
final class Raster {
    /** Nearness where nothing was drawn. */
    static final float EMPTY = Float.NEGATIVE_INFINITY;

    final int width;
    final int height;

    /** Row by row from the top, {@code 0xffRRGGBB}; 0 where nothing was drawn. */
    final int[] colours;

    /** Row by row from the top. */
    final float[] nearness;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        colours = new int[width * height];
        nearness = new float[width * height];
        Arrays.fill(nearness, EMPTY);
    }

    /** Empties it. */
    void clear() {
        Arrays.fill(colours, 0);
        Arrays.fill(nearness, EMPTY);
    }
}
