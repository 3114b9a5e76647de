package thalweg.paint;

/**
 * Sorts the plain cells of a mesh. It joins them two by two where they are as good as one, for drawing costs by the cell; and it tells those
 * in valleys and on crests so narrow that the mesh cannot follow them.
 *
 * <p>Nodes that are passed over are moved onto the straight line between their neighbours, so that cells beside them, which may stay as
 * they are, still meet the larger one.
 */
record Merging(int nx, int ny, Vertices vertices, byte[] shapes) {
    /** What may change: height in half-widths of the box (a quarter of a pixel on 800), level (half a colour), and light. */
    private static final float HEIGHT = 6e-4f;
    private static final float LEVEL = 2e-3f;
    private static final float NORMAL = 0.012f;

    /** A node so far off the line between its neighbours, as a part of the scale, lies in a narrow valley. */
    private static final float NARROW = 0.02f;

    void merge() {
        for (int j = 0; j + 1 < ny; j += 2) {
            for (int i = 0; i + 1 < nx; i += 2) {
                narrow(i, j);
                narrow(i + 1, j);
                narrow(i, j + 1);
                narrow(i + 1, j + 1);
                if (isOne(i, j)) {
                    flatten(i, j);
                    int cell = j * nx + i;
                    shapes[cell] = Mesh.FOUR;
                    shapes[cell + 1] = Mesh.OTHER;
                    shapes[cell + nx] = Mesh.OTHER;
                    shapes[cell + nx + 1] = Mesh.OTHER;
                }
            }
        }
    }

    private void narrow(int i, int j) {
        int cell = j * nx + i;
        if (shapes[cell] == Mesh.PLAIN && (bends(i, j) || bends(i + 1, j) || bends(i, j + 1) || bends(i + 1, j + 1))) {
            shapes[cell] = Mesh.NARROW;
        }
    }

    private boolean bends(int i, int j) {
        int k = j * (nx + 1) + i;
        return i > 0 && i < nx && !isBetween(vertices.level(), k - 1, k, k + 1, NARROW)
                || j > 0 && j < ny && !isBetween(vertices.level(), k - nx - 1, k, k + nx + 1, NARROW);
    }

    private boolean isOne(int i, int j) {
        int cell = j * nx + i;
        if (shapes[cell] != Mesh.PLAIN || shapes[cell + 1] != Mesh.PLAIN || shapes[cell + nx] != Mesh.PLAIN
                || shapes[cell + nx + 1] != Mesh.PLAIN) {
            return false;
        }
        int a = j * (nx + 1) + i;
        int b = a + 2;
        int d = a + 2 * (nx + 1);
        int c = d + 2;
        return isBetween(a, b) && isBetween(d, c) && isBetween(a, d) && isBetween(b, c) && isBetween(a, c) && isBetween(b, d);
    }

    /** Whether the node halfway between two is where, and as light, as the line between them. */
    private boolean isBetween(int p, int q) {
        int m = (p + q) / 2;
        return isBetween(vertices.z(), p, m, q, HEIGHT) && isBetween(vertices.level(), p, m, q, LEVEL) && isBetween(vertices.nx(), p, m, q, NORMAL)
                && isBetween(vertices.ny(), p, m, q, NORMAL) && isBetween(vertices.nz(), p, m, q, NORMAL);
    }

    private static boolean isBetween(float[] of, int p, int m, int q, float most) {
        return Math.abs((of[p] + of[q]) / 2 - of[m]) <= most;
    }

    private void flatten(int i, int j) {
        int a = j * (nx + 1) + i;
        int b = a + 2;
        int d = a + 2 * (nx + 1);
        int c = d + 2;
        float[] z = vertices.z();
        z[(a + b) / 2] = (z[a] + z[b]) / 2;
        z[(d + c) / 2] = (z[d] + z[c]) / 2;
        z[(a + d) / 2] = (z[a] + z[d]) / 2;
        z[(b + c) / 2] = (z[b] + z[c]) / 2;
        z[(a + c) / 2] = (z[a] + z[b] + z[c] + z[d]) / 4;
    }
}
