package thalweg.math;

/**
 * Products, sums and exponentials of plain arrays: the work inside every network and regression.
 *
 * <p>Matrices are row-major and dense, each a {@code double[]} with an offset; nothing allocates. The order of every operation is part of
 * the contract, so that all implementations give the same bits on every machine, however long its vectors are: an element of a product is
 * {@code fma(a_ip, b_pj, c_ij)} for p = 0, 1, 2, ... one after the other, starting with what C holds; a sum over a vector runs in
 * {@value #STRIPES} stripes (see {@link #dot}); exponentials are one sequence of correctly rounded operations per element.
 *
 * <p>Arrays that are written must not overlap those that are read, except that {@link #exp} and {@link #log} may write where
 * they read.
 */
public interface Kernels {
    /** The partial sums of {@link #dot} and {@link #sum}; as many as the widest vectors of today need to be kept busy. */
    int STRIPES = 16;

    /** The fastest kernels that this Java can run: the Vector API where its module is present, else their scalar twin. */
    static Kernels fastest() {
        return Chosen.KERNELS;
    }

    /** Which these are, for people: {@code Vector API, 8 lanes of 64 bits}. */
    String name();

    /**
     * {@code C += A B}.
     *
     * @param m rows of A and C
     * @param n columns of B and C
     * @param k columns of A, rows of B
     */
    void addProduct(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt);

    /**
     * {@code C += A^T B}.
     *
     * @param m columns of A, rows of C
     * @param n columns of B and C
     * @param k rows of A and B
     */
    void addTransposedProduct(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt);

    /** Writes the transpose of an {@code m x n} matrix. */
    default void transpose(int m, int n, double[] a, int aAt, double[] to, int toAt) {
        transpose(m, n, a, aAt, n, to, toAt, m);
    }

    /**
     * Writes the transpose of {@code m x n} numbers in blocks of 16 x 16, so that the lines of the cache are used while they are there.
     *
     * @param aRow from one row of A to the next, n or more
     * @param toRow likewise of what is written, m or more
     */
    default void transpose(int m, int n, double[] a, int aAt, int aRow, double[] to, int toAt, int toRow) {
        for (int top = 0; top < m; top += STRIPES) {
            int bottom = Math.min(m, top + STRIPES);
            for (int left = 0; left < n; left += STRIPES) {
                int right = Math.min(n, left + STRIPES);
                for (int j = left; j < right; j++) {
                    for (int i = top, from = aAt + top * aRow + j, at = toAt + j * toRow + top; i < bottom; i++, from += aRow, at++) {
                        to[at] = a[from];
                    }
                }
            }
        }
    }

    /** Sets each of the {@code m} rows of C to the same row of {@code n} numbers: the bias that a product is added to. */
    default void fillRows(int m, int n, double[] row, int rowAt, double[] c, int cAt) {
        for (int i = 0; i < m; i++) {
            System.arraycopy(row, rowAt, c, cAt + i * n, n);
        }
    }

    /** Adds the {@code m} rows of A, one after the other, to a row of {@code n} numbers. */
    default void addRows(int m, int n, double[] a, int aAt, double[] row, int rowAt) {
        for (int i = 0; i < m; i++) {
            axpy(n, 1, a, aAt + i * n, row, rowAt);
        }
    }

    /** {@code y_i = fma(alpha, x_i, y_i)}. */
    void axpy(int n, double alpha, double[] x, int xAt, double[] y, int yAt);

    /** {@code y_i = x_i} where that is greater; what is not a number is not. */
    void max(int n, double[] x, int xAt, double[] y, int yAt);

    /** {@code y_i += h}, where {@code h = x_i - s_i + 1} unless that is 0 or below: then 0. */
    void addHinges(int n, double[] x, int xAt, double[] s, int sAt, double[] y, int yAt);

    /**
     * {@code to_i = o_i + (a u_i + b v_i)}, each operation rounded: the points of a plane. So the order of the two directions does not show,
     * and at a = b = 0 stands o itself.
     */
    void plane(int n, double[] o, int oAt, double a, double[] u, int uAt, double b, double[] v, int vAt, double[] to, int toAt);

    /**
     * The inner product: stripe s takes the elements i with {@code i mod 16 = s} in order, by fma; then stripes 8 apart are added, then 4, 2
     * and 1 apart.
     */
    double dot(int n, double[] x, int xAt, double[] y, int yAt);

    /** The sum, in the order of {@link #dot}. */
    double sum(int n, double[] x, int xAt);

    /** {@code y_i = e^{x_i}}, within 1 ulp; NaN of NaN. */
    void exp(int n, double[] x, int xAt, double[] y, int yAt);

    /** {@code y_i = tanh x_i}, within 2 ulp; NaN of NaN, and the sign of a zero stays. */
    void tanh(int n, double[] x, int xAt, double[] y, int yAt);

    /** {@code y_i = ln x_i}, within 1 ulp; minus infinity of 0, NaN of what is negative or NaN. */
    void log(int n, double[] x, int xAt, double[] y, int yAt);

    /**
     * {@code y_i = ln(1 + x_i)}, within 2 ulp, for x from 0 to 1, as the logarithms of losses need it; NaN of NaN. Further up the same
     * operations serve until {@code 1 + x} is infinite.
     */
    default void log1p(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = 1 + x[xAt + i];
        }
        log(n, y, yAt, y, yAt);
        for (int i = 0; i < n; i++) {
            double u = 1 + x[xAt + i];
            y[yAt + i] += (x[xAt + i] - (u - 1)) / u;             // what the rounding of 1 + x lost
        }
    }

    /** Made when first asked for; a class of its own, so that the choice is made once. */
    final class Chosen {
        private static final Kernels KERNELS = choose();

        private Chosen() {
        }

        private static Kernels choose() {
            try {
                return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorKernels.LANES > 1
                        ? new VectorKernels() : new ScalarKernels();
            } catch (LinkageError _) {                            // present, but not for us
                return new ScalarKernels();
            }
        }
    }
}
