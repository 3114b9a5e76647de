package thalweg.network;

import java.util.function.BooleanSupplier;
import thalweg.math.Kernels;

/** Products so large that whoever waits for them may want to stop: done in portions, between which is asked. The bits are those of one product. */
final class Portions {
    /** Most multiplications between two questions: some 20 ms of kernels without vectors. */
    static final int MOST = 20_000_000;
    /** Kernels take so many rows at once. */
    private static final int ROWS = 4;

    private Portions() {
    }

    /**
     * {@code C += A B} as in {@link Kernels#addProduct}.
     *
     * @param cancelled asked before every portion of a product that needs several; once true, C is of no use
     * @return whether it was never cancelled
     */
    static boolean addProduct(Kernels kernels, int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt, BooleanSupplier cancelled) {
        long row = (long) n * k;
        if (m * row <= MOST) {
            kernels.addProduct(m, n, k, a, aAt, b, bAt, c, cAt);
            return true;
        }
        int rows = Math.clamp(MOST / Math.max(1, row), 1, m);
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
}
