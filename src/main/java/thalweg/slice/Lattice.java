package thalweg.slice;

/** Every stride-th index of a side, and always the last one, so that a coarse stage reaches the edge. */
final class Lattice {
    private Lattice() {
    }

    static boolean on(int index, int length, int stride) {
        return index % stride == 0 || index == length - 1;
    }

    /** The next index on the lattice; the length after the last. */
    static int after(int index, int length, int stride) {
        return index == length - 1 ? length : Math.min(index + stride, length - 1);
    }

    static int count(int length, int stride) {
        return (length - 1 + stride - 1) / stride + 1;
    }

    static int node(int number, int length, int stride) {
        return Math.min(number * stride, length - 1);
    }

    /** A copy in which the nodes off the lattice lie on straight lines between those on it. */
    static double[] filled(double[] values, int nx, int ny, int stride) {
        double[] filled = values.clone();
        for (int j = 0; j < ny; j = after(j, ny, stride)) {
            for (int i = 0; i < nx - 1; i = after(i, nx, stride)) {
                int to = after(i, nx, stride);
                for (int k = i + 1; k < to; k++) {
                    filled[j * nx + k] = between(filled[j * nx + i], filled[j * nx + to], (double) (k - i) / (to - i));
                }
            }
        }
        for (int j = 0; j < ny - 1; j = after(j, ny, stride)) {
            int to = after(j, ny, stride);
            for (int k = j + 1; k < to; k++) {
                for (int i = 0; i < nx; i++) {
                    filled[k * nx + i] = between(filled[j * nx + i], filled[to * nx + i], (double) (k - j) / (to - j));
                }
            }
        }
        return filled;
    }

    private static double between(double a, double b, double t) {
        return a + t * (b - a);
    }
}
