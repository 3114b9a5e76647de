package thalweg.paint;

/**
 * A surface in its box as triangles, before any camera. Nobody writes to its arrays once it is made.
 *
 * @param nx cells along x
 * @param ny cells along y
 * @param vertices where the triangles have their corners
 * @param triangles three vertices each, counter-clockwise seen from above
 * @param starts where in {@code triangles} each cell begins, row by row from the smallest y; one more than there are cells
 */
record Mesh(int nx, int ny, Vertices vertices, int[] triangles, int[] starts) {
}
