package thalweg.paint;

/** Colours the pixels of a raster: the colour of a level, darkened by light, and on it the lines of equal value. */
final class Toner {
    /** Shades are whole numbers of this. */
    static final int UNIT = 256;

    /** Lines nearer to each other than this many pixels fade, so that they do not close up to a blot. */
    private static final float SPACED = 5;

    /** Where a facet spans this part of the way from line to line, they begin to fade, for the mesh cannot follow them; at twice it they are gone. */
    private static final float COARSE = 0.7f;

    private final Raster raster;
    private final int[] colours;
    private final float[] lineLevel;
    private final float[] lineReach;
    private final float[] lineAmount;
    private final float[] lineGap;
    private final int[] lineTone;
    private final float widest;

    /** For each colour the first line at or above it. */
    private final int[] firstLine;

    Toner(Palette palette, Raster raster) {
        this.raster = raster;
        colours = palette.colours();
        int n = palette.lines().size();
        lineLevel = new float[n];
        lineReach = new float[n];
        lineAmount = new float[n];
        lineGap = new float[n];
        lineTone = new int[n];
        float most = 0;
        float steps = colours.length - 1;
        for (int i = 0; i < n; i++) {
            Palette.Line line = palette.lines().get(i);
            lineLevel[i] = steps * (float) line.level();
            lineReach[i] = (float) line.width() / 2 + 0.5f;
            lineAmount[i] = (float) line.amount();
            lineTone[i] = line.tone().getRGB();
            most = Math.max(most, lineReach[i]);
        }
        widest = most;
        for (int i = 0; i < n; i++) {
            float before = i > 0 ? lineLevel[i] - lineLevel[i - 1] : steps;
            float after = i + 1 < n ? lineLevel[i + 1] - lineLevel[i] : steps;
            lineGap[i] = Math.min(before, after);
        }
        firstLine = new int[colours.length + 1];
        for (int step = 0, line = 0; step <= colours.length; step++) {
            while (line < n && lineLevel[line] < step) {
                line++;
            }
            firstLine[step] = line;
        }
    }

    /** The first line that may touch a facet with levels from low to high; -1 if none does. */
    int line(float low, float high, float steepest) {
        float reach = steepest * widest;
        int line = firstLine[Math.clamp((int) (low - reach), 0, colours.length)];
        while (line < lineLevel.length && lineLevel[line] < low - reach) {
            line++;
        }
        return line < lineLevel.length && lineLevel[line] <= high + reach && steepest > 1e-4f ? line : -1;
    }

    /** Colours pixels of a row without lines; near, level and light as at the first pixel and their change to the next. */
    void plain(int from, int to, float nearStart, float nx, float levelStart, float lx, float lightStart, float sx) {
        float near = nearStart;
        float level = levelStart + 0.5f;
        float light = lightStart;
        float[] nearness = raster.nearness;
        int[] pixels = raster.colours;
        for (int i = from; i < to; i++) {
            if (near > nearness[i]) {
                nearness[i] = near;
                pixels[i] = lit((int) level, (int) light);
            }
            near += nx;
            level += lx;
            light += sx;
        }
    }

    /** The same with lines, the first of which is known; {@code slope} in levels per pixel, {@code span} between the facet's corners. */
    void lined(int from, int to, float nearStart, float nx, float levelStart, float lx, float lightStart, float sx, int firstOfAll,
            float slope, float span) {
        float near = nearStart;
        float level = levelStart;
        float light = lightStart;
        float toPixels = 1 / slope;
        int line = firstOfAll;
        for (int i = from; i < to; i++) {
            if (near > raster.nearness[i]) {
                raster.nearness[i] = near;
                while (line + 1 < lineLevel.length && Math.abs(lineLevel[line + 1] - level) < Math.abs(lineLevel[line] - level)) {
                    line++;
                }
                while (line > 0 && Math.abs(lineLevel[line - 1] - level) < Math.abs(lineLevel[line] - level)) {
                    line--;
                }
                int colour = lit((int) (level + 0.5f), (int) light);
                float cover = Math.min(1, lineReach[line] - Math.abs(lineLevel[line] - level) * toPixels);
                raster.colours[i] = cover <= 0 ? colour : mixed(colour, lineTone[line], cover * lineAmount[line] * fading(line, toPixels, span));
            }
            near += nx;
            level += lx;
            light += sx;
        }
    }

    private float fading(int line, float toPixels, float span) {
        float gap = lineGap[line];
        return Math.max(0, Math.min(Math.min(1, 2 - span / (COARSE * gap)), gap * toPixels / SPACED));
    }

    private int lit(int step, int shade) {
        int colour = colours[step < 0 ? 0 : Math.min(step, colours.length - 1)];
        int r = (colour >> 16 & 0xff) * shade >> 8;
        int g = (colour >> 8 & 0xff) * shade >> 8;
        int b = (colour & 0xff) * shade >> 8;
        return 0xff000000 | Math.min(r, 255) << 16 | Math.min(g, 255) << 8 | Math.min(b, 255);
    }

    private static int mixed(int from, int toward, float amount) {
        int t = (int) (amount * UNIT);
        int r = (from >> 16 & 0xff) * (UNIT - t) + (toward >> 16 & 0xff) * t >> 8;
        int g = (from >> 8 & 0xff) * (UNIT - t) + (toward >> 8 & 0xff) * t >> 8;
        int b = (from & 0xff) * (UNIT - t) + (toward & 0xff) * t >> 8;
        return 0xff000000 | r << 16 | g << 8 | b;
    }
}
