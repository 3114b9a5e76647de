package thalweg.paint;

/**
 * A surface in its box as triangles, before any camera. Nobody writes to its arrays once it is made.
 *
 * @param nx cells along x
 * @param ny cells along y
 * @param vertices where the triangles have their corners; the nodes of the lattice first, row by row
 * @param triangles three vertices each, counter-clockwise seen from above
 * @param shapes of each cell how it is drawn
 * @param starts where in {@code triangles} each cell begins, row by row from the smallest y; one more than there are cells
 */
record Mesh(int nx, int ny, Vertices vertices, int[] triangles, byte[] shapes, int[] starts) {
    /** Drawn triangle by triangle; as one quadrilateral; together with three cells to the right and above; by such a cell; in a narrow valley. */
    static final byte TRIANGLES = 0;
    static final byte PLAIN = 1;
    static final byte FOUR = 2;
    static final byte OTHER = 3;
    static final byte NARROW = 4;

    /** The height above a point, -1 to 1 both ways: bilinear between nodes; NaN outside the window and beside a hole. */
    double height(double x, double y) {
        double u = (x + 1) / 2 * nx;
        double v = (y + 1) / 2 * ny;
        if (!(u >= 0 && u <= nx && v >= 0 && v <= ny)) {
            return Double.NaN;
        }
        int i = Math.min((int) u, nx - 1);
        int j = Math.min((int) v, ny - 1);
        double s = u - i;
        double t = v - j;
        int k = j * (nx + 1) + i;
        float[] z = vertices.z();
        double low = z[k] + s * (z[k + 1] - z[k]);
        double high = z[k + nx + 1] + s * (z[k + nx + 2] - z[k + nx + 1]);
        return low + t * (high - low);
    }
}
