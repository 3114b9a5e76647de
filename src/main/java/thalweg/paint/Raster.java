package thalweg.paint;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
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

    /** Each block of factor x factor pixels as one of their mean colour, transparent where nothing was drawn. */
    BufferedImage image(int factor) {
        int w = width / factor;
        int h = height / factor;
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        if (factor == 1) {
            System.arraycopy(colours, 0, pixels, 0, w * h);
            return image;
        }
        int all = factor * factor;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                pixels[y * w + x] = mean(y * factor * width + x * factor, factor, all);
            }
        }
        return image;
    }

    private int mean(int from, int factor, int all) {
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int y = 0; y < factor; y++) {
            for (int i = from + y * width; i < from + y * width + factor; i++) {
                int c = colours[i];
                a += c >>> 24;
                r += c >> 16 & 0xff;
                g += c >> 8 & 0xff;
                b += c & 0xff;
            }
        }
        int half = all / 2;
        return a == 0 ? 0 : (a + half) / all << 24 | (r + half) / all << 16 | (g + half) / all << 8 | (b + half) / all;
    }

    /** For each block of factor x factor pixels the nearness of what is farthest there. */
    float[] farthest(int factor) {
        if (factor == 1) {
            return nearness;
        }
        int w = width / factor;
        int h = height / factor;
        float[] reduced = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                float least = Float.POSITIVE_INFINITY;
                for (int k = 0; k < factor; k++) {
                    int from = (y * factor + k) * width + x * factor;
                    for (int i = from; i < from + factor; i++) {
                        least = nearness[i] < least ? nearness[i] : least;
                    }
                }
                reduced[y * w + x] = least;
            }
        }
        return reduced;
    }
}
