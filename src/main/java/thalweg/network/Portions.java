package thalweg.network;

import java.util.function.BooleanSupplier;
import thalweg.math.Kernels;

/**
 * Products and transposes so large that whoever waits for them may want to stop: done in portions, before each of which is asked. The bits are
 * those of the whole. Each tells whether it was never cancelled; if it was, what it wrote is of no use.
 */
final class Portions {
    /** Most multiplications between two questions: some 20 ms of kernels without vectors. */
    static final int MOST = 20_000_000;
    /** Most numbers that are moved between two questions: some 20 ms too, since they come from memory and go there. */
    static final int MOST_MOVED = 1 << 21;
    /** For who waits to the end. */
    static final BooleanSupplier NEVER = () -> false;
    /** Kernels take so many rows at once. */
    private static final int ROWS = 4;

    private Portions() {
    }

    /** {@code C += A B} as in {@link Kernels#addProduct}. */
    static boolean addProduct(Kernels kernels, int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt,
            BooleanSupplier cancelled) {
        long row = (long) n * k;
        int rows = Math.clamp(MOST / Math.max(1, row), 1, Math.max(1, m));
        int some = rows > ROWS && rows < m ? rows / ROWS * ROWS : rows;
        int depth = some > 1 || row <= MOST ? k : Math.max(1, MOST / n);      // of one row, some of what is summed up: in the order of one product
        for (int i = 0; i < m; i += some) {
            for (int p = 0; p < k; p += depth) {
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                kernels.addProduct(Math.min(some, m - i), n, Math.min(depth, k - p), a, aAt + i * k + p, b, bAt + p * n, c, cAt + i * n);
            }
        }
        return true;
    }

    /**
     * {@code C += A^T B} as in {@link Kernels#addTransposedProduct}.
     *
     * @param spare overwritten: room for m x k numbers
     */
    static boolean addTransposedProduct(Kernels kernels, int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt,
            double[] spare, BooleanSupplier cancelled) {
        if ((long) m * n * k > MOST) {                            // rows of C in portions need rows of A^T: a copy, small beside the product
            kernels.transpose(k, m, a, aAt, spare, 0);
            return addProduct(kernels, m, n, k, spare, 0, b, bAt, c, cAt, cancelled);
        }
        if (cancelled.getAsBoolean()) {
            return false;
        }
        kernels.addTransposedProduct(m, n, k, a, aAt, b, bAt, c, cAt);
        return true;
    }

    /** Writes the transpose of {@code m x n} numbers as {@link Kernels#transpose(int, int, double[], int, int, double[], int, int)} does. */
    static boolean transpose(Kernels kernels, int m, int n, double[] a, int aAt, double[] to, int toAt, int toRow, BooleanSupplier cancelled) {
        int some = Math.max(Kernels.STRIPES, MOST_MOVED / m / Kernels.STRIPES * Kernels.STRIPES);
        for (int j = 0; j < n; j += some) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            kernels.transpose(m, Math.min(some, n - j), a, aAt + j, n, to, toAt + j * toRow, toRow);
        }
        return true;
    }
}
