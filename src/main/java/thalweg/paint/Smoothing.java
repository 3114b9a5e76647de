package thalweg.paint;

import java.util.Arrays;

/**
 * The mean of several drawings of one thing, each moved by another part of a pixel: edges get smooth in every direction, and lines that
 * are smooth already stay so.
 *
 * <p>The places form a pattern without two in one row or column (as queens on a chess-board), so an edge that is nearly level or upright
 * gets as many shades as there are drawings, where a grid of the same number gives the root of it.
 */
final class Smoothing {
    /** Parts of a pixel, right and down. */
    private static final float[][] FIVE = {{-0.4f, -0.2f}, {-0.2f, 0.2f}, {0, -0.4f}, {0.2f, 0.4f}, {0.4f, 0}};

    /** Red and blue, alpha and green of each pixel, summed in halves of an int. */
    private final int[] redBlue;
    private final int[] alphaGreen;
    private final float[] farthest;

    Smoothing(int pixels) {
        redBlue = new int[pixels];
        alphaGreen = new int[pixels];
        farthest = new float[pixels];
        Arrays.fill(farthest, Float.POSITIVE_INFINITY);
    }

    /** By how much each drawing is moved, {right, down}. */
    static float[][] places() {
        return FIVE.clone();
    }

    void add(Raster raster) {
        int[] colours = raster.colours;
        float[] nearness = raster.nearness;
        for (int i = 0; i < redBlue.length; i++) {
            int c = colours[i];
            redBlue[i] += c & 0xff00ff;
            alphaGreen[i] += c >>> 8 & 0xff00ff;
            farthest[i] = Math.min(farthest[i], nearness[i]);
        }
    }

    /** Writes the mean colours, premultiplied with alpha; what was drawn nowhere stays transparent. */
    void mean(int[] pixels) {
        int drawings = FIVE.length;
        int half = drawings / 2;
        for (int i = 0; i < redBlue.length; i++) {
            int ag = alphaGreen[i];
            if (ag != 0) {
                int rb = redBlue[i];
                pixels[i] = ((ag >>> 16) + half) / drawings << 24 | ((rb >>> 16) + half) / drawings << 16
                        | ((ag & 0xffff) + half) / drawings << 8 | ((rb & 0xffff) + half) / drawings;
            } else {
                pixels[i] = 0;
            }
        }
    }

    /** For each pixel the nearness of what is farthest there. */
    float[] farthest() {
        return farthest;
    }
}
