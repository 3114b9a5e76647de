package thalweg.paint;

/**
 * Corners of triangles in the world of a {@link Box}.
 *
 * @param x -1 to 1
 * @param y -1 to 1
 * @param z 0 to the top of the box
 * @param level where the value stands on the scale of colours, 0 to 1
 * @param nx normal of the side that looks up; with the next two of length 1
 */
record Vertices(float[] x, float[] y, float[] z, float[] level, float[] nx, float[] ny, float[] nz) {
    Vertices(int size) {
        this(new float[size], new float[size], new float[size], new float[size], new float[size], new float[size], new float[size]);
    }

    int size() {
        return x.length;
    }

    void set(int i, double px, double py, double pz, double value) {
        x[i] = (float) px;
        y[i] = (float) py;
        z[i] = (float) pz;
        level[i] = (float) value;
    }

    /** The normal of a surface with these slopes dz/dx and dz/dy. */
    void slope(int i, double dx, double dy) {
        double length = 1 / Math.sqrt(1 + dx * dx + dy * dy);
        nx[i] = (float) (-dx * length);
        ny[i] = (float) (-dy * length);
        nz[i] = (float) length;
    }

    /** The first {@code size} of them, or as many with room for more. */
    Vertices resized(int size) {
        return new Vertices(java.util.Arrays.copyOf(x, size), java.util.Arrays.copyOf(y, size), java.util.Arrays.copyOf(z, size),
                java.util.Arrays.copyOf(level, size), java.util.Arrays.copyOf(nx, size), java.util.Arrays.copyOf(ny, size),
                java.util.Arrays.copyOf(nz, size));
    }
}
