package thalweg.paint;

/**
 * Draws a mesh into a raster: hidden parts by depth buffer, colour and lines of equal value by pixel, light by vertex.
 *
 * <p>Triangles are filled row by row. A row's ends are computed from the upper end of each side, so that two triangles with a common side
 * agree on it to the last bit: no pixel is left out between them and none is drawn twice. What is interpolated is linear on the picture:
 * exactly so for the depth, and for colour and light up to less than a grey level, since triangles are a few pixels wide.
 */
final class MeshPainter {
    /** Shades are whole numbers of this. */
    private static final int UNIT = 256;

    /** Lines nearer to each other than this many pixels fade, so that they do not close up to a blot. */
    private static final float SPACED = 5;

    /** Where a triangle spans this part of the way from line to line, they begin to fade, for the mesh cannot follow them; at twice it they are gone. */
    private static final float COARSE = 0.7f;

    private static final int BINS = 1024;

    private final Raster raster;
    private final int[] colours;
    private final float toColour;
    private final float[] lineLevel;
    private final float[] lineReach;
    private final float[] lineAmount;
    private final int[] lineTone;
    private final float widest;
    private final int[] firstLine;

    private MeshPainter(Raster raster, Palette palette) {
        this.raster = raster;
        colours = palette.colours();
        toColour = colours.length - 1;
        int n = palette.lines().size();
        lineLevel = new float[n];
        lineReach = new float[n];
        lineAmount = new float[n];
        lineTone = new int[n];
        float most = 0;
        for (int i = 0; i < n; i++) {
            Palette.Line line = palette.lines().get(i);
            lineLevel[i] = (float) line.level();
            lineReach[i] = (float) line.width() / 2 + 0.5f;
            lineAmount[i] = (float) line.amount();
            lineTone[i] = line.tone().getRGB();
            most = Math.max(most, lineReach[i]);
        }
        widest = most;
        firstLine = new int[BINS + 1];
        for (int bin = 0, line = 0; bin <= BINS; bin++) {
            while (line < n && lineLevel[line] * BINS < bin) {
                line++;
            }
            firstLine[bin] = line;
        }
    }

    /** Draws a mesh as a projection into the raster's pixels shows it. */
    static void draw(Mesh mesh, Projection projection, Palette palette, Raster raster) {
        new MeshPainter(raster, palette).draw(mesh, projection);
    }

    private void draw(Mesh mesh, Projection projection) {
        Vertices v = mesh.vertices();
        int n = v.size();
        Seen seen = new Seen(new float[n], new float[n], new float[n], v.level(), new float[n], new float[n]);
        Shading light = new Shading(projection);
        for (int i = 0; i < n; i++) {
            projection.put(v.x()[i], v.y()[i], v.z()[i], seen.x, seen.y, seen.near, i);
            float cosine = light.cosine(v.nx()[i], v.ny()[i], v.nz()[i]);
            seen.above[i] = UNIT * Shading.shade(cosine);
            seen.below[i] = UNIT * Shading.shade(-cosine);
        }
        // the nearest cells first: what lies behind them then fails the depth test before it is coloured
        int[] triangles = mesh.triangles();
        for (int row = 0; row < mesh.ny(); row++) {
            int j = projection.fromBehind() ? mesh.ny() - 1 - row : row;
            for (int column = 0; column < mesh.nx(); column++) {
                int cell = j * mesh.nx() + (projection.fromRight() ? mesh.nx() - 1 - column : column);
                for (int t = mesh.starts()[cell]; t < mesh.starts()[cell + 1]; t += 3) {
                    triangle(seen, triangles[t], triangles[t + 1], triangles[t + 2]);
                }
            }
        }
    }

    /** Vertices on the picture: place, nearness, level, and the shades of the two sides. */
    private record Seen(float[] x, float[] y, float[] near, float[] level, float[] above, float[] below) {
    }

    private void triangle(Seen s, int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        int swap;
        if (s.y[b] < s.y[a]) {
            swap = a;
            a = b;
            b = swap;
        }
        if (s.y[c] < s.y[a]) {
            swap = a;
            a = c;
            c = swap;
        }
        if (s.y[c] < s.y[b]) {
            swap = b;
            b = c;
            c = swap;
        }
        float ay = s.y[a];
        float by = s.y[b];
        float cy = s.y[c];
        int top = Math.max(0, ceil(ay - 0.5f));
        int bottom = Math.min(raster.height, ceil(cy - 0.5f));
        if (top >= bottom) {
            return;
        }
        float ax = s.x[a];
        float bx = s.x[b];
        float cx = s.x[c];
        float area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (area == 0) {
            return;
        }
        boolean fromAbove = (s.x[second] - s.x[first]) * (s.y[third] - s.y[first])
                < (s.x[third] - s.x[first]) * (s.y[second] - s.y[first]);
        float[] shade = fromAbove ? s.above : s.below;
        float extent = cy - ay + Math.abs(cx - ax) + Math.abs(bx - ax);
        boolean sliver = Math.abs(area) < 2e-3f * extent;              // too thin for its slopes to mean anything
        float inverse = sliver ? 0 : 1 / area;
        float bay = (by - ay) * inverse;
        float cay = (cy - ay) * inverse;
        float bax = (bx - ax) * inverse;
        float cax = (cx - ax) * inverse;
        float nb = s.near[b] - s.near[a];
        float nc = s.near[c] - s.near[a];
        float nx = nb * cay - nc * bay;
        float ny = nc * bax - nb * cax;
        float lb = s.level[b] - s.level[a];
        float lc = s.level[c] - s.level[a];
        float lx = lb * cay - lc * bay;
        float ly = lc * bax - lb * cax;
        float sb = shade[b] - shade[a];
        float sc = shade[c] - shade[a];
        float sx = sb * cay - sc * bay;
        float sy = sc * bax - sb * cax;
        float slope = (float) Math.sqrt(lx * lx + ly * ly);
        int line = slope > 1e-6f ? line(s.level[a], s.level[b], s.level[c], slope * widest) : -1;

        float span = Math.max(Math.abs(lb), Math.max(Math.abs(lc), Math.abs(lb - lc)));
        float longSide = (cx - ax) / (cy - ay);
        float upperSide = (bx - ax) / (by - ay);
        float lowerSide = (cx - bx) / (cy - by);
        for (int row = top; row < bottom; row++) {
            float y = row + 0.5f;
            float one = ax + (y - ay) * longSide;
            float other = y < by ? ax + (y - ay) * upperSide : bx + (y - by) * lowerSide;
            int left = Math.max(0, ceil(Math.min(one, other) - 0.5f));
            int right = Math.min(raster.width, ceil(Math.max(one, other) - 0.5f));
            if (left < right) {
                float dx = left + 0.5f - ax;
                float dy = y - ay;
                float near = s.near[a] + nx * dx + ny * dy;
                float level = s.level[a] + lx * dx + ly * dy;
                float light = shade[a] + sx * dx + sy * dy;
                int from = row * raster.width + left;
                int to = row * raster.width + right;
                if (line < 0) {
                    plain(from, to, near, nx, level * toColour, lx * toColour, light, sx);
                } else {
                    lined(from, to, near, nx, level, lx, light, sx, line, slope, span);
                }
            }
        }
    }

    private void plain(int from, int to, float nearStart, float nx, float levelStart, float lx, float lightStart, float sx) {
        float near = nearStart;
        float level = levelStart;
        float light = lightStart;
        float[] nearness = raster.nearness;
        int[] pixels = raster.colours;
        for (int i = from; i < to; i++) {
            if (near > nearness[i]) {
                nearness[i] = near;
                pixels[i] = lit(level, light);
            }
            near += nx;
            level += lx;
            light += sx;
        }
    }

    private void lined(int from, int to, float nearStart, float nx, float levelStart, float lx, float lightStart, float sx, int firstOfAll,
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
                int colour = lit(level * toColour, light);
                float cover = Math.min(1, lineReach[line] - Math.abs(lineLevel[line] - level) * toPixels);
                raster.colours[i] = cover <= 0 ? colour : mixed(colour, lineTone[line], cover * lineAmount[line] * fading(line, toPixels, span));
            }
            near += nx;
            level += lx;
            light += sx;
        }
    }

    private float fading(int line, float toPixels, float span) {
        float before = line > 0 ? lineLevel[line] - lineLevel[line - 1] : 1;
        float after = line + 1 < lineLevel.length ? lineLevel[line + 1] - lineLevel[line] : 1;
        float gap = Math.min(before, after);
        return Math.max(0, Math.min(Math.min(1, 2 - span / (COARSE * gap)), gap * toPixels / SPACED));
    }

    /** The first line that may touch a triangle with these levels at its corners; -1 if none does. */
    private int line(float a, float b, float c, float reach) {
        float low = Math.min(a, Math.min(b, c)) - reach;
        float high = Math.max(a, Math.max(b, c)) + reach;
        int line = firstLine[Math.clamp((int) (low * BINS), 0, BINS)];
        return line < lineLevel.length && lineLevel[line] <= high ? line : -1;
    }

    private int lit(float level, float light) {
        int at = (int) (level + 0.5f);
        int colour = colours[at < 0 ? 0 : Math.min(at, colours.length - 1)];
        int shade = (int) light;
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

    private static int ceil(float value) {
        return (int) Math.ceil(value);
    }
}
