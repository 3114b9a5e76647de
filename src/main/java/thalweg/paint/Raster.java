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
        this(width, height, new int[width * height], new float[width * height]);
    }

    /** An empty one in arrays that are long enough. */
    Raster(int width, int height, int[] colours, float[] nearness) {
        this.width = width;
        this.height = height;
        this.colours = colours;
        this.nearness = nearness;
        clear();
    }

    /** Empties it. */
    void clear() {
        Arrays.fill(colours, 0, width * height, 0);
        Arrays.fill(nearness, 0, width * height, EMPTY);
    }
}
