package thalweg.paint;

/**
 * Fills the facets of a mesh on a raster, row by row.
 *
 * <p>A side's ends in the rows are computed from its upper end, so that two facets with a common side agree on it to the last bit: no pixel is left
 * out between them. They are wider by a little, for where two facets meet one. Depth, colour and light are planes through the facet's corners (in the
 * middle, through four): exact on triangles, and on quadrilaterals of a few pixels off by less than a grey level.
 */
final class Facets {
    /** Thinner than this part of its size, a facet's slopes mean nothing. */
    private static final float SLIVER = 2e-3f;

    /** So many pixels are added at both ends of a row. */
    private static final float MORE = 1f / 512;

    private final Raster raster;
    private final Toner toner;
    private final Corners corners;
    private final int first;
    private final int end;

    /** Where sides that go down, and up, on the way around a facet cross the rows: the first pixel not before them. */
    private final int[] down;
    private final int[] up;

    /** Vertices on the picture: place, nearness, level in steps of the colour map, and the shades of the two sides. */
    record Corners(float[] x, float[] y, float[] near, float[] level, float[] above, float[] below) {
    }

    /**
     * Fills some rows only; several of others' rows may do so at once, and the picture is the same to the last bit.
     *
     * @param first row
     * @param end row after the last
     */
    Facets(Raster raster, Toner toner, Corners corners, int first, int end) {
        this.raster = raster;
        this.toner = toner;
        this.corners = corners;
        this.first = first;
        this.end = end;
        down = new int[raster.height];
        up = new int[raster.height];
    }

    /**
     * Fills a convex facet.
     *
     * @param a,b,c,d its corners, counter-clockwise seen from above; the last two are the same in a triangle
     * @param coarse as on a facet so many times larger lines of equal value fade
     */
    void fill(int a, int b, int c, int d, float coarse) {
        float ax = corners.x[a];
        float ay = corners.y[a];
        float bx = corners.x[b];
        float by = corners.y[b];
        float cx = corners.x[c];
        float cy = corners.y[c];
        float dx = corners.x[d];
        float dy = corners.y[d];
        int top = Math.max(first, pixel(Math.min(Math.min(ay, by), Math.min(cy, dy))));
        int bottom = Math.min(end, pixel(Math.max(Math.max(ay, by), Math.max(cy, dy))));
        if (top >= bottom) {
            return;
        }
        float acx = cx - ax;
        float acy = cy - ay;
        float bdx = dx - bx;
        float bdy = dy - by;
        float area = acx * bdy - acy * bdx;
        if (area == 0) {
            return;
        }
        float more = area < 0 ? MORE : -MORE;
        side(ax, ay, bx, by, more);
        side(bx, by, cx, cy, more);
        if (c != d) {
            side(cx, cy, dx, dy, more);
        }
        side(dx, dy, ax, ay, more);

        boolean sliver = Math.abs(area) < SLIVER * (Math.abs(acx) + Math.abs(acy) + Math.abs(bdx) + Math.abs(bdy));
        float inverse = sliver ? 0 : 1 / area;
        acx *= inverse;
        acy *= inverse;
        bdx *= inverse;
        bdy *= inverse;
        float middleX = c == d ? ax : (ax + bx + cx + dx) / 4;
        float middleY = c == d ? ay : (ay + by + cy + dy) / 4;
        float[] shade = area < 0 ? corners.above : corners.below;
        float[] v = corners.near;
        float ac = v[c] - v[a];
        float bd = v[d] - v[b];
        float nx = ac * bdy - bd * acy;
        float ny = bd * acx - ac * bdx;
        float near = c == d ? v[a] : (v[a] + v[b] + v[c] + v[d]) / 4;
        v = corners.level;
        ac = v[c] - v[a];
        bd = v[d] - v[b];
        float lx = ac * bdy - bd * acy;
        float ly = bd * acx - ac * bdx;
        float level = c == d ? v[a] : (v[a] + v[b] + v[c] + v[d]) / 4;
        float low = Math.min(Math.min(v[a], v[b]), Math.min(v[c], v[d]));
        float high = Math.max(Math.max(v[a], v[b]), Math.max(v[c], v[d]));
        ac = shade[c] - shade[a];
        bd = shade[d] - shade[b];
        float sx = ac * bdy - bd * acy;
        float sy = bd * acx - ac * bdx;
        float light = c == d ? shade[a] : (shade[a] + shade[b] + shade[c] + shade[d]) / 4;

        int line = toner.line(low, high, Math.abs(lx) + Math.abs(ly));
        float slope = line < 0 ? 0 : (float) Math.sqrt(lx * lx + ly * ly);
        int[] lefts = area < 0 ? down : up;
        int[] rights = area < 0 ? up : down;
        for (int row = top; row < bottom; row++) {
            int left = Math.max(0, lefts[row]);
            int right = Math.min(raster.width, rights[row]);
            if (left < right) {
                float east = left + 0.5f - middleX;
                float south = row + 0.5f - middleY;
                int from = row * raster.width;
                float n = near + nx * east + ny * south;
                float l = level + lx * east + ly * south;
                float s = light + sx * east + sy * south;
                if (line < 0) {
                    toner.plain(from + left, from + right, n, nx, l, lx, s, sx);
                } else {
                    toner.lined(from + left, from + right, n, nx, l, lx, s, sx, line, slope, coarse * (high - low));
                }
            }
        }
    }

    /** Notes where a side crosses the rows; {@code more} is added where it goes up. */
    private void side(float x0, float y0, float x1, float y1, float more) {
        if (y0 < y1) {
            side(down, x0 - more, y0, x1 - more, y1);
        } else {
            side(up, x1 + more, y1, x0 + more, y0);
        }
    }

    private void side(int[] ends, float x0, float y0, float x1, float y1) {
        int first = Math.max(0, pixel(y0));
        int last = Math.min(raster.height, pixel(y1));
        if (first < last) {
            float slope = (x1 - x0) / (y1 - y0);
            float x = x0 + (first + 0.5f - y0) * slope;
            for (int row = first; row < last; row++) {
                ends[row] = pixel(x);
                x += slope;
            }
        }
    }

    /** The first pixel whose middle does not lie before a place; what lies before the picture may be off by one, and is cut. */
    private static int pixel(float at) {
        return (int) (at + 0.5f);
    }
}
