package thalweg.paint;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.data.DataSet;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.network.Answers;

/**
 * What a model says over a plane of two features, sampled at nodes: numbers, or how sure it is of each class as log-odds, which bend less
 * between nodes than probabilities.
 *
 * @param values one grid for numbers or for two classes (of the second), else one for each class
 * @param classes how many; 0 for numbers
 */
record Regions(List<Grid> values, int classes) {
    /** {@code ln 9}: the log-odds of 0.9. */
    static final double NINE_TO_ONE = Math.log(9);
    /** Log-odds beyond have the colour of certainty. */
    private static final double CERTAIN = 8;
    private static final int STEPS = 1024;
    /** Between two nodes, entries of a table are counted in so many parts. */
    private static final long PARTS = 1 << 16;
    /** Entries farther off a table are taken for so far: sums of them stay whole numbers of 64 bits. */
    private static final double FAR = 1e9;
    /** How much of a class's colour a region of certainty has. */
    private static final double LIGHT = 0.42;
    private static final double DARK = 0.55;

    /**
     * Asks a model.
     *
     * @param nodes as the model sees them, row by row from below
     */
    static Regions of(Learnt learnt, DataSet nodes, Range x, Range y, int nx, int ny) {
        Answers answers = learnt.answers(nodes);
        int classes = nodes.classes();
        int n = nx * ny;
        List<Grid> grids = new ArrayList<>();
        if (classes == 0) {
            double[] values = new double[n];
            Arrays.setAll(values, i -> answers.output(i, 0));
            grids.add(new Grid(x, y, nx, ny, values));
        } else {
            double[] odds = new double[classes];
            double[][] all = new double[classes][n];
            for (int i = 0; i < n; i++) {
                answers.logOdds(i, odds);
                for (int c = 0; c < classes; c++) {
                    all[c][i] = odds[c];
                }
            }
            for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
                grids.add(new Grid(x, y, nx, ny, all[c]));
            }
        }
        return new Regions(List.copyOf(grids), classes);
    }

    /** The grey that unsure regions have. */
    static Color unsure(Theme theme) {
        return theme.isDark() ? theme.chrome() : new Color(0xfbfcfd);
    }

    /** The colour of a region of a class, found with a probability p among so many classes. */
    static Color colour(int label, double p, int classes, Theme theme) {
        double sure = Math.clamp((p - 1.0 / classes) / (1 - 1.0 / classes), 0, 1);
        return Tint.mix(unsure(theme), ClassStyle.of(label).colour(), sure * (theme.isDark() ? DARK : LIGHT));
    }

    /**
     * Writes the colours of a rectangle of pixels over the whole plane, the first row at the top.
     *
     * @param colours of numbers; not asked for classes
     * @param at of the first pixel
     * @param stride from one row to the next
     */
    void paint(int[] pixels, int at, int stride, int width, int height, Theme theme, ValueScale scale, ColourMap colours) {
        if (classes > 2) {
            paintMany(pixels, at, stride, width, height, theme);
            return;
        }
        int[] table = new int[STEPS + 1];
        double low = classes == 2 ? -CERTAIN : scale.low();
        double high = classes == 2 ? CERTAIN : scale.high();
        for (int i = 0; i <= STEPS; i++) {
            double v = low + (high - low) * i / STEPS;
            double p = 1 / (1 + Math.exp(-v));
            table[i] = classes == 2 ? colour(p > 0.5 ? 1 : 0, Math.max(p, 1 - p), 2, theme).getRGB() : colours.argb(scale.fraction(v));
        }
        int none = theme.hairline().getRGB();
        Grid grid = values.getFirst();
        double factor = STEPS / (high - low);
        double[] row = new double[grid.nx()];
        int[] begins = begins(grid.nx(), width);
        for (int j = 0; j < height; j++) {
            mix(grid, (grid.ny() - 1) * (1 - (j + 0.5) / height), row);
            int from = at + j * stride;
            for (int k = 0; k < row.length - 1; k++) {
                fill(pixels, from, begins[k], begins[k + 1], (row.length - 1.0) / width, k, (row[k] - low) * factor + 0.5,
                        (row[k + 1] - low) * factor + 0.5, table, none);
            }
        }
    }

    /** The first pixel between each node and the next, and one more than the last. */
    private static int[] begins(int nodes, int width) {
        int[] begins = new int[nodes];
        for (int k = 1; k < nodes - 1; k++) {
            begins[k] = Math.clamp((long) Math.ceil((double) k * width / (nodes - 1) - 0.5), 0, width);
        }
        begins[nodes - 1] = width;
        return begins;
    }

    /**
     * Writes the pixels of a row between two nodes, in whole numbers: this is done a million times for a picture.
     *
     * @param step nodes per pixel
     * @param a,b what the nodes have, in entries of the table; beyond, the first or last is taken
     */
    private static void fill(int[] pixels, int at, int from, int to, double step, int node, double a, double b, int[] table, int none) {
        if (Double.isNaN(a + b)) {
            Arrays.fill(pixels, at + from, at + to, none);
            return;
        }
        double rise = Math.clamp(b, -FAR, FAR) - Math.clamp(a, -FAR, FAR);
        long value = (long) ((Math.clamp(a, -FAR, FAR) + ((from + 0.5) * step - node) * rise) * PARTS);
        long slope = (long) (rise * step * PARTS);
        int last = table.length - 1;
        for (int i = at + from; i < at + to; i++) {
            long entry = value / PARTS;
            pixels[i] = table[entry < 0 ? 0 : entry > last ? last : (int) entry];
            value += slope;
        }
    }

    /** A row between two rows of nodes. */
    private static void mix(Grid grid, double v, double[] row) {
        int j = Math.clamp((long) v, 0, grid.ny() - 2);
        double t = v - j;
        for (int i = 0; i < row.length; i++) {
            double below = grid.value(i, j);
            row[i] = below + t * (grid.value(i, j + 1) - below);
        }
    }

    private void paintMany(int[] pixels, int at, int stride, int width, int height, Theme theme) {
        int[][] table = new int[classes][STEPS + 1];
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i <= STEPS; i++) {
                table[c][i] = colour(c, 1 / (1 + Math.exp(CERTAIN - 2 * CERTAIN * i / STEPS)), classes, theme).getRGB();
            }
        }
        int none = theme.hairline().getRGB();
        int nx = values.getFirst().nx();
        int ny = values.getFirst().ny();
        double[][] rows = new double[classes][nx];
        int[] first = new int[nx];                                // the surest class at each node of the mixed row
        double factor = STEPS / (2 * CERTAIN);
        double step = (nx - 1.0) / width;
        int[] begins = begins(nx, width);
        for (int j = 0; j < height; j++) {
            double v = (ny - 1) * (1 - (j + 0.5) / height);
            for (int c = 0; c < classes; c++) {
                mix(values.get(c), v, rows[c]);
            }
            for (int i = 0; i < nx; i++) {
                int best = 0;
                for (int c = 1; c < classes; c++) {
                    best = rows[c][i] > rows[best][i] ? c : best;
                }
                first[i] = best;
            }
            int from = at + j * stride;
            for (int k = 0; k < nx - 1; k++) {
                if (first[k] == first[k + 1]) {                   // then it is the surest between them too
                    double[] surest = rows[first[k]];
                    fill(pixels, from, begins[k], begins[k + 1], step, k, (surest[k] + CERTAIN) * factor + 0.5,
                            (surest[k + 1] + CERTAIN) * factor + 0.5, table[first[k]], none);
                    continue;
                }
                for (int i = begins[k]; i < begins[k + 1]; i++) {
                    double part = (i + 0.5) * step - k;
                    int best = 0;
                    double most = Double.NEGATIVE_INFINITY;
                    for (int c = 0; c < classes; c++) {
                        double here = rows[c][k] + part * (rows[c][k + 1] - rows[c][k]);
                        if (here > most) {
                            most = here;
                            best = c;
                        }
                    }
                    boolean known = most > Double.NEGATIVE_INFINITY;
                    pixels[from + i] = known ? table[best][(int) Math.clamp((most + CERTAIN) * factor + 0.5, 0, STEPS)] : none;
                }
            }
        }
    }

    /** The lines between regions, traced on cells so many times as fine. */
    List<ContourLine> borders(int factor) {
        if (classes == 2) {
            return ContourLines.at(CubicSampler.refined(values.getFirst(), factor), 0);
        }
        List<ContourLine> lines = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            lines.addAll(ContourLines.at(CubicSampler.refined(lead(c), factor), 0));
        }
        return lines;
    }

    /** By how much a class leads before the best of the others. */
    private Grid lead(int label) {
        Grid own = values.get(label);
        double[] lead = new double[own.nx() * own.ny()];
        for (int j = 0, at = 0; j < own.ny(); j++) {
            for (int i = 0; i < own.nx(); i++, at++) {
                double other = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < classes; c++) {
                    other = c == label ? other : Math.max(other, values.get(c).value(i, j));
                }
                lead[at] = own.value(i, j) - other;
            }
        }
        return new Grid(own.x(), own.y(), own.nx(), own.ny(), lead);
    }

    /** The lines where a class has the probability 0.9: for two classes also that of 0.1. */
    List<ContourLine> sure(int factor) {
        if (classes == 2) {
            return ContourLines.at(CubicSampler.refined(values.getFirst(), factor), List.of(-NINE_TO_ONE, NINE_TO_ONE));
        }
        List<ContourLine> lines = new ArrayList<>();
        values.forEach(grid -> lines.addAll(ContourLines.at(CubicSampler.refined(grid, factor), NINE_TO_ONE)));
        return lines;
    }
}
