package thalweg.math;

/** The kernels in plain Java, for where the Vector API is absent: the same bits, about as fast as other libraries in plain Java. */
final class ScalarKernels implements Kernels {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void addProduct(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        add(m, n, k, a, aAt, k, 1, b, bAt, c, cAt);
    }

    @Override
    public void addTransposedProduct(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        add(m, n, k, a, aAt, 1, m, b, bAt, c, cAt);
    }

    /** {@code C += A B}, where {@code a_ip} lies at {@code aAt + i * down + p * right}; 2 x 4 elements of C at a time stay in registers. */
    static void add(int m, int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int cAt) {
        int i = 0;
        for (; i + 2 <= m; i += 2) {
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                twoByFour(n, k, a, aAt + i * down, down, right, b, bAt + j, c, cAt + i * n + j);
            }
            for (; j < n; j++) {
                one(n, k, a, aAt + i * down, right, b, bAt + j, c, cAt + i * n + j);
                one(n, k, a, aAt + (i + 1) * down, right, b, bAt + j, c, cAt + (i + 1) * n + j);
            }
        }
        for (; i < m; i++) {
            for (int j = 0; j < n; j++) {
                one(n, k, a, aAt + i * down, right, b, bAt + j, c, cAt + i * n + j);
            }
        }
    }

    private static void one(int n, int k, double[] a, int aAt, int right, double[] b, int bAt, double[] c, int at) {
        double sum = c[at];
        for (int p = 0; p < k; p++) {
            sum = Math.fma(a[aAt + p * right], b[bAt + p * n], sum);
        }
        c[at] = sum;
    }

    private static void twoByFour(int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int at) {
        double c00 = c[at];
        double c01 = c[at + 1];
        double c02 = c[at + 2];
        double c03 = c[at + 3];
        double c10 = c[at + n];
        double c11 = c[at + n + 1];
        double c12 = c[at + n + 2];
        double c13 = c[at + n + 3];
        for (int p = 0, ap = aAt, bp = bAt; p < k; p++, ap += right, bp += n) {
            double a0 = a[ap];
            double a1 = a[ap + down];
            c00 = Math.fma(a0, b[bp], c00);
            c01 = Math.fma(a0, b[bp + 1], c01);
            c02 = Math.fma(a0, b[bp + 2], c02);
            c03 = Math.fma(a0, b[bp + 3], c03);
            c10 = Math.fma(a1, b[bp], c10);
            c11 = Math.fma(a1, b[bp + 1], c11);
            c12 = Math.fma(a1, b[bp + 2], c12);
            c13 = Math.fma(a1, b[bp + 3], c13);
        }
        c[at] = c00;
        c[at + 1] = c01;
        c[at + 2] = c02;
        c[at + 3] = c03;
        c[at + n] = c10;
        c[at + n + 1] = c11;
        c[at + n + 2] = c12;
        c[at + n + 3] = c13;
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Math.fma(alpha, x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void max(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = y[yAt + i] < x[xAt + i] ? x[xAt + i] : y[yAt + i];
        }
    }

    @Override
    public void addHinges(int n, double[] x, int xAt, double[] s, int sAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            double hinge = x[xAt + i] - s[sAt + i] + 1;
            y[yAt + i] += hinge <= 0 ? 0 : hinge;
        }
    }

    @Override
    public void plane(int n, double[] o, int oAt, double a, double[] u, int uAt, double b, double[] v, int vAt, double[] to, int toAt) {
        for (int i = 0; i < n; i++) {
            to[toAt + i] = o[oAt + i] + (a * u[uAt + i] + b * v[vAt + i]);
        }
    }

    @Override
    public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
        return (quarter(0, n, x, xAt, y, yAt) + quarter(2, n, x, xAt, y, yAt)) + (quarter(1, n, x, xAt, y, yAt) + quarter(3, n, x, xAt, y, yAt));
    }

    /** The stripes {@code first}, 4, 8 and 12 after it, and their sum: those 8 apart first. */
    private static double quarter(int first, int n, double[] x, int xAt, double[] y, int yAt) {
        double s0 = 0;
        double s4 = 0;
        double s8 = 0;
        double s12 = 0;
        int i = first;
        for (; i + 12 < n; i += STRIPES) {
            s0 = Math.fma(x[xAt + i], y[yAt + i], s0);
            s4 = Math.fma(x[xAt + i + 4], y[yAt + i + 4], s4);
            s8 = Math.fma(x[xAt + i + 8], y[yAt + i + 8], s8);
            s12 = Math.fma(x[xAt + i + 12], y[yAt + i + 12], s12);
        }
        if (i < n) {
            s0 = Math.fma(x[xAt + i], y[yAt + i], s0);
        }
        if (i + 4 < n) {
            s4 = Math.fma(x[xAt + i + 4], y[yAt + i + 4], s4);
        }
        if (i + 8 < n) {
            s8 = Math.fma(x[xAt + i + 8], y[yAt + i + 8], s8);
        }
        return (s0 + s8) + (s4 + s12);
    }

    @Override
    public double sum(int n, double[] x, int xAt) {
        return (quarter(0, n, x, xAt) + quarter(2, n, x, xAt)) + (quarter(1, n, x, xAt) + quarter(3, n, x, xAt));
    }

    private static double quarter(int first, int n, double[] x, int xAt) {
        double s0 = 0;
        double s4 = 0;
        double s8 = 0;
        double s12 = 0;
        int i = first;
        for (; i + 12 < n; i += STRIPES) {
            s0 += x[xAt + i];
            s4 += x[xAt + i + 4];
            s8 += x[xAt + i + 8];
            s12 += x[xAt + i + 12];
        }
        s0 += i < n ? x[xAt + i] : 0;
        s4 += i + 4 < n ? x[xAt + i + 4] : 0;
        s8 += i + 8 < n ? x[xAt + i + 8] : 0;
        return (s0 + s8) + (s4 + s12);
    }

    @Override
    public void exp(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Exponential.exp(x[xAt + i]);
        }
    }

    @Override
    public void tanh(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Exponential.tanh(x[xAt + i]);
        }
    }

    @Override
    public void log(int n, double[] x, int xAt, double[] y, int yAt) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = Logarithm.log(x[xAt + i]);
        }
    }
}
