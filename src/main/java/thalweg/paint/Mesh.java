package thalweg.paint;

/**
 * A surface in its box as triangles, before any camera. Owned by whoever holds it; nobody writes to its arrays.
 *
 * @param nx cells along x
 * @param ny cells along y
 * @param x of each vertex, -1 to 1
 * @param y of each vertex, -1 to 1
 * @param z of each vertex, 0 to the top of the box
 * @param level of each vertex, where its value stands on the scale of colours, 0 to 1
 * @param normalX of the side that looks up, with the next two of length 1
 * @param triangles three vertices each, counter-clockwise seen from above
 * @param starts where in {@code triangles} each cell begins, row by row from the smallest y; one more than there are cells
 */
record Mesh(int nx, int ny, float[] x, float[] y, float[] z, float[] level, float[] normalX, float[] normalY, float[] normalZ,
        int[] triangles, int[] starts) {
    int vertices() {
        return x.length;
    }
}
