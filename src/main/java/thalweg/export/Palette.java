package thalweg.export;

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Up to 255 colours that stand for all in a film, and one more index for what stays as it was.
 *
 * <p>Chosen by splitting the box of colours with the largest error at its mean (Wu 1992, variance minimisation, on bins of 6 bits), with
 * the square root of how often a colour occurs as its weight, so that thin lines in the colours of runs count beside large areas of a map.
 */
final class Palette {
    /** Index of pixels that stay as they were. */
    static final int SAME = 255;
    private static final int MOST = 255;
    private static final int BITS = 6;
    private static final int BINS = 1 << 3 * BITS;

    /** Places for colours that may be frequent; the rest share them with others and are counted in part only. */
    private static final int PLACES = 1 << 14;
    /** A colour on more than one pixel of so many is an area of its own and is kept exactly, up to so many colours. */
    private static final int FREQUENT = 400;
    private static final int MOST_EXACT = 24;

    private final int[] colours;
    /** Index by place of those kept exactly, or -1. */
    private final short[] exact = new short[PLACES];
    /** Index by bin, or -1 as long as nobody asked. */
    private final short[] nearest = new short[BINS];

    private Palette(int[] colours) {
        this.colours = colours;
        Arrays.fill(nearest, (short) -1);
        Arrays.fill(exact, (short) -1);
    }

    /** How often colours occur, gathered from pictures; working memory. */
    static final class Counts {
        private final long[] count = new long[BINS];
        private final long[] red = new long[BINS];
        private final long[] green = new long[BINS];
        private final long[] blue = new long[BINS];
        private final int[] colour = new int[PLACES];
        private final long[] times = new long[PLACES];

        void add(int[] pixels) {
            for (int p : pixels) {
                int bin = bin(p);
                int place = place(p);
                if (times[place] == 0) {
                    colour[place] = p & 0xffffff;
                }
                times[place] += colour[place] == (p & 0xffffff) ? 1 : -1;      // a majority stays (Boyer and Moore 1981)
                count[bin]++;
                red[bin] += p >> 16 & 255;
                green[bin] += p >> 8 & 255;
                blue[bin] += p & 255;
            }
        }
    }

    private static int place(int rgb) {
        return (rgb & 0xffffff) * 0x9e3779b1 >>> 32 - 14;
    }

    private static int bin(int rgb) {
        return (rgb >> 18 & 63) << 12 | (rgb >> 10 & 63) << 6 | rgb >> 2 & 63;
    }

    /** A colour that occurs, and its weight. */
    private record Shade(double red, double green, double blue, double weight) {
        double part(int axis) {
            return axis == 0 ? red : axis == 1 ? green : blue;
        }
    }

    /** Shades that one colour will stand for, with their mean and the sum of squared distances along each axis. */
    private record Box(List<Shade> shades, double[] mean, double[] error) {
        static Box of(List<Shade> shades) {
            double[] mean = new double[3];
            double[] error = new double[3];
            double weight = shades.stream().mapToDouble(Shade::weight).sum();
            for (int axis = 0; axis < 3; axis++) {
                for (Shade s : shades) {
                    mean[axis] += s.part(axis) * s.weight / weight;
                }
                for (Shade s : shades) {
                    error[axis] += s.weight * (s.part(axis) - mean[axis]) * (s.part(axis) - mean[axis]);
                }
            }
            return new Box(shades, mean, error);
        }

        int widest() {
            return error[0] >= error[1] && error[0] >= error[2] ? 0 : error[1] >= error[2] ? 1 : 2;
        }

        double worst() {
            return error[widest()];
        }

        List<Box> split() {
            int axis = widest();
            List<Shade> low = shades.stream().filter(s -> s.part(axis) <= mean[axis]).toList();
            List<Shade> high = shades.stream().filter(s -> s.part(axis) > mean[axis]).toList();
            return high.isEmpty() || low.isEmpty() ? List.of() : List.of(of(low), of(high));
        }

        int colour() {
            return (int) Math.round(mean[0]) << 16 | (int) Math.round(mean[1]) << 8 | (int) Math.round(mean[2]);
        }
    }

    /**
     * The palette for what was counted.
     *
     * @param exact a colour that is kept as it is: the canvas, whose slightest change would show
     */
    static Palette of(Counts counts, int exact) {
        List<Integer> kept = kept(counts, exact & 0xffffff);
        List<Shade> shades = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double n = counts.count[bin];
            if (n > 0) {
                shades.add(new Shade(counts.red[bin] / n, counts.green[bin] / n, counts.blue[bin] / n, Math.sqrt(n)));
            }
        }
        List<Box> boxes = new ArrayList<>();
        if (!shades.isEmpty()) {
            boxes.add(Box.of(shades));
        }
        while (boxes.size() < MOST - kept.size()) {
            Box worst = boxes.stream().max(Comparator.comparingDouble(Box::worst)).filter(b -> b.worst() > 0).orElse(null);
            List<Box> parts = worst == null ? List.of() : worst.split();
            if (parts.isEmpty()) {
                break;
            }
            boxes.remove(worst);
            boxes.addAll(parts);
        }
        Palette palette = new Palette(IntStream.concat(kept.stream().mapToInt(i -> i), boxes.stream().mapToInt(Box::colour)).toArray());
        for (int i = kept.size() - 1; i >= 0; i--) {
            palette.exact[place(kept.get(i))] = (short) i;
        }
        return palette;
    }

    /** The colours that are kept as they are, the given one first. */
    private static List<Integer> kept(Counts counts, int first) {
        long all = Arrays.stream(counts.count).sum();
        return Stream.concat(Stream.of(first), IntStream.range(0, PLACES).filter(i -> counts.times[i] * FREQUENT > all).boxed()
                .sorted(Comparator.comparingLong(i -> -counts.times[i])).map(i -> counts.colour[i])).distinct().limit(MOST_EXACT).toList();
    }

    /** Index of a colour that is kept exactly, or -1. */
    int exactly(int rgb) {
        int index = exact[place(rgb)];
        return index >= 0 && colours[index] == (rgb & 0xffffff) ? index : -1;
    }

    /** The colour of an index; black for those that are not used. */
    int colour(int index) {
        return index < colours.length ? colours[index] : 0;
    }

    /** Index of the nearest colour. */
    int index(int rgb) {
        int bin = bin(rgb);
        short known = nearest[bin];
        if (known >= 0) {
            return known;
        }
        int r = (bin >> 12) * 255 / 63;
        int g = (bin >> 6 & 63) * 255 / 63;
        int b = (bin & 63) * 255 / 63;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int dr = r - (colours[i] >> 16);
            int dg = g - (colours[i] >> 8 & 255);
            int db = b - (colours[i] & 255);
            int d = 2 * dr * dr + 4 * dg * dg + db * db;              // the eye tells green best and blue least
            if (d < least) {
                least = d;
                best = i;
            }
        }
        nearest[bin] = (short) best;
        return best;
    }

    /** As Java knows palettes; the last index is transparent. */
    IndexColorModel model() {
        int[] argb = new int[256];
        for (int i = 0; i < 255; i++) {
            argb[i] = 0xff000000 | colour(i);
        }
        return new IndexColorModel(8, 256, argb, 0, true, SAME, java.awt.image.DataBuffer.TYPE_BYTE);
    }
}
