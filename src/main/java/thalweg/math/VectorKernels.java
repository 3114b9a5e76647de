package thalweg.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels with the Vector API, as many lanes as the machine has.
 *
 * <p>Lanes lie along the columns of a product, so that each element's sum keeps its own order. A tile of 4 rows and 4 vectors of C (2 where there are
 * but 16 registers, as with 4 lanes) stays in registers for {@value #DEPTH} steps, during which its part of B stays in the first-level cache.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** AVX2 has 16 registers, for which 4 x 4 vectors and their factors are too many; AVX-512 and the 2 lanes of NEON have 32. */
    private static final boolean WIDE_TILES = LANES != 4;
    /** Steps along p before the next rows are taken: 256 rows of four 64-byte vectors are 64 kB, streamed from the second-level cache. */
    private static final int DEPTH = 256;
    /** Products with fewer multiplications are faster, and warm earlier, without vectors. */
    private static final int WORTH_IT = 256;
    /** Elements of a block that is passed over twice: 8 kB. */
    private static final int BLOCK = 1024;
    private static final ScalarKernels TWIN = new ScalarKernels();

    @Override
    public String name() {
        return "Vector API, " + LANES + " lanes of 64 bits";
    }

    @Override
    public void addProduct(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        add(m, n, k, a, aAt, k, 1, b, bAt, c, cAt);
    }

    @Override
    public void addTransposedProduct(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        add(m, n, k, a, aAt, 1, m, b, bAt, c, cAt);
    }

    private static void add(int m, int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int cAt) {
        if ((long) m * n * k < WORTH_IT || n == 1) {
            ScalarKernels.add(m, n, k, a, aAt, down, right, b, bAt, c, cAt);
            return;
        }
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                rows(n, depth, a, aAt + i * down + p * right, down, right, b, bAt + p * n, c, cAt + i * n);
            }
            for (; i < m; i++) {
                row(n, depth, a, aAt + i * down + p * right, right, b, bAt + p * n, c, cAt + i * n);
            }
        }
    }

    /** Four rows of C. */
    private static void rows(int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int cAt) {
        int j = 0;
        for (; WIDE_TILES && j + 4 * LANES <= n; j += 4 * LANES) {
            fourByFour(n, k, a, aAt, down, right, b, bAt + j, c, cAt + j);
        }
        for (; j + 2 * LANES <= n; j += 2 * LANES) {
            fourByTwo(n, k, a, aAt, down, right, b, bAt + j, c, cAt + j);
        }
        for (; j + LANES < n; j += 2 * LANES) {
            fourByTwoMasked(n, k, a, aAt, down, right, b, bAt + j, c, cAt + j, Math.min(LANES, n - j - LANES));
        }
        if (j < n) {
            fourByOne(n, k, a, aAt, down, right, b, bAt + j, c, cAt + j, n - j);
        }
    }

    private static void row(int n, int k, double[] a, int aAt, int right, double[] b, int bAt, double[] c, int cAt) {
        int j = 0;
        for (; j + LANES <= n; j += LANES) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, c, cAt + j);
            for (int p = 0, ap = aAt, bp = bAt + j; p < k; p++, ap += right, bp += n) {
                sum = DoubleVector.broadcast(SPECIES, a[ap]).fma(DoubleVector.fromArray(SPECIES, b, bp), sum);
            }
            sum.intoArray(c, cAt + j);
        }
        for (; j < n; j++) {
            double sum = c[cAt + j];
            for (int p = 0, ap = aAt, bp = bAt + j; p < k; p++, ap += right, bp += n) {
                sum = Math.fma(a[ap], b[bp], sum);
            }
            c[cAt + j] = sum;
        }
    }

    private static void fourByOne(int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int at,
            int lanes) {
        VectorMask<Double> in = SPECIES.indexInRange(0, lanes);       // made here, where it need not be an object
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, at, in);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, c, at + n, in);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, c, at + 2 * n, in);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, c, at + 3 * n, in);
        for (int p = 0, ap = aAt, bp = bAt; p < k; p++, ap += right, bp += n) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bp, in);
            c0 = DoubleVector.broadcast(SPECIES, a[ap]).fma(b0, c0);
            c1 = DoubleVector.broadcast(SPECIES, a[ap + down]).fma(b0, c1);
            c2 = DoubleVector.broadcast(SPECIES, a[ap + 2 * down]).fma(b0, c2);
            c3 = DoubleVector.broadcast(SPECIES, a[ap + 3 * down]).fma(b0, c3);
        }
        c0.intoArray(c, at, in);
        c1.intoArray(c, at + n, in);
        c2.intoArray(c, at + 2 * n, in);
        c3.intoArray(c, at + 3 * n, in);
    }

    private static void fourByTwo(int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int at) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, at);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, at + LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, at + n);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, at + n + LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, at + 2 * n);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, at + 2 * n + LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, at + 3 * n);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, at + 3 * n + LANES);
        for (int p = 0, ap = aAt, bp = bAt; p < k; p++, ap += right, bp += n) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bp);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bp + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[ap]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[ap + down]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[ap + 2 * down]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[ap + 3 * down]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + LANES);
        c10.intoArray(c, at + n);
        c11.intoArray(c, at + n + LANES);
        c20.intoArray(c, at + 2 * n);
        c21.intoArray(c, at + 2 * n + LANES);
        c30.intoArray(c, at + 3 * n);
        c31.intoArray(c, at + 3 * n + LANES);
    }

    private static void fourByTwoMasked(int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int at,
            int lanes) {
        VectorMask<Double> in = SPECIES.indexInRange(0, lanes);       // made here, where it need not be an object
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, at);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, at + LANES, in);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, at + n);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, at + n + LANES, in);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, at + 2 * n);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, at + 2 * n + LANES, in);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, at + 3 * n);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, at + 3 * n + LANES, in);
        for (int p = 0, ap = aAt, bp = bAt; p < k; p++, ap += right, bp += n) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bp);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bp + LANES, in);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[ap]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[ap + down]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[ap + 2 * down]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[ap + 3 * down]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + LANES, in);
        c10.intoArray(c, at + n);
        c11.intoArray(c, at + n + LANES, in);
        c20.intoArray(c, at + 2 * n);
        c21.intoArray(c, at + 2 * n + LANES, in);
        c30.intoArray(c, at + 3 * n);
        c31.intoArray(c, at + 3 * n + LANES, in);
    }

    private static void fourByFour(int n, int k, double[] a, int aAt, int down, int right, double[] b, int bAt, double[] c, int at) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, c, at);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, c, at + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, c, at + 2 * LANES);
        DoubleVector c03 = DoubleVector.fromArray(SPECIES, c, at + 3 * LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, c, at + n);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, c, at + n + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, c, at + n + 2 * LANES);
        DoubleVector c13 = DoubleVector.fromArray(SPECIES, c, at + n + 3 * LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, c, at + 2 * n);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, c, at + 2 * n + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, c, at + 2 * n + 2 * LANES);
        DoubleVector c23 = DoubleVector.fromArray(SPECIES, c, at + 2 * n + 3 * LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, c, at + 3 * n);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, c, at + 3 * n + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, c, at + 3 * n + 2 * LANES);
        DoubleVector c33 = DoubleVector.fromArray(SPECIES, c, at + 3 * n + 3 * LANES);
        for (int p = 0, ap = aAt, bp = bAt; p < k; p++, ap += right, bp += n) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bp);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bp + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, bp + 2 * LANES);
            DoubleVector b3 = DoubleVector.fromArray(SPECIES, b, bp + 3 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[ap]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            c03 = a0.fma(b3, c03);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[ap + down]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            c13 = a1.fma(b3, c13);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[ap + 2 * down]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            c23 = a2.fma(b3, c23);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[ap + 3 * down]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            c33 = a3.fma(b3, c33);
        }
        c00.intoArray(c, at);
        c01.intoArray(c, at + LANES);
        c02.intoArray(c, at + 2 * LANES);
        c03.intoArray(c, at + 3 * LANES);
        c10.intoArray(c, at + n);
        c11.intoArray(c, at + n + LANES);
        c12.intoArray(c, at + n + 2 * LANES);
        c13.intoArray(c, at + n + 3 * LANES);
        c20.intoArray(c, at + 2 * n);
        c21.intoArray(c, at + 2 * n + LANES);
        c22.intoArray(c, at + 2 * n + 2 * LANES);
        c23.intoArray(c, at + 2 * n + 3 * LANES);
        c30.intoArray(c, at + 3 * n);
        c31.intoArray(c, at + 3 * n + LANES);
        c32.intoArray(c, at + 3 * n + 2 * LANES);
        c33.intoArray(c, at + 3 * n + 3 * LANES);
    }

    @Override
    public void axpy(int n, double alpha, double[] x, int xAt, double[] y, int yAt) {
        int i = 0;
        if (n >= WORTH_IT / 4) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, alpha);
            for (; i + LANES <= n; i += LANES) {
                factor.fma(DoubleVector.fromArray(SPECIES, x, xAt + i), DoubleVector.fromArray(SPECIES, y, yAt + i)).intoArray(y, yAt + i);
            }
        }
        for (; i < n; i++) {
            y[yAt + i] = Math.fma(alpha, x[xAt + i], y[yAt + i]);
        }
    }

    @Override
    public void max(int n, double[] x, int xAt, double[] y, int yAt) {
        int i = 0;
        for (; n >= WORTH_IT / 4 && i + LANES <= n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xAt + i);
            DoubleVector w = DoubleVector.fromArray(SPECIES, y, yAt + i);
            w.blend(v, w.lt(v)).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = y[yAt + i] < x[xAt + i] ? x[xAt + i] : y[yAt + i];
        }
    }

    @Override
    public void addHinges(int n, double[] x, int xAt, double[] s, int sAt, double[] y, int yAt) {
        int i = 0;
        for (; n >= WORTH_IT / 4 && i + LANES <= n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xAt + i).sub(DoubleVector.fromArray(SPECIES, s, sAt + i)).add(1);
            v = v.blend(0, v.compare(VectorOperators.LE, 0));
            DoubleVector.fromArray(SPECIES, y, yAt + i).add(v).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            double hinge = x[xAt + i] - s[sAt + i] + 1;
            y[yAt + i] += hinge <= 0 ? 0 : hinge;
        }
    }

    @Override
    public void plane(int n, double[] o, int oAt, double a, double[] u, int uAt, double b, double[] v, int vAt, double[] to, int toAt) {
        int i = 0;
        for (; n >= WORTH_IT / 4 && i + LANES <= n; i += LANES) {
            DoubleVector along = DoubleVector.fromArray(SPECIES, u, uAt + i).mul(a).add(DoubleVector.fromArray(SPECIES, v, vAt + i).mul(b));
            DoubleVector.fromArray(SPECIES, o, oAt + i).add(along).intoArray(to, toAt + i);
        }
        for (; i < n; i++) {
            to[toAt + i] = o[oAt + i] + (a * u[uAt + i] + b * v[vAt + i]);
        }
    }

    /** Bound by memory, not by arithmetic: the twin is as fast. */
    @Override
    public double dot(int n, double[] x, int xAt, double[] y, int yAt) {
        return TWIN.dot(n, x, xAt, y, yAt);
    }

    @Override
    public double sum(int n, double[] x, int xAt) {
        return TWIN.sum(n, x, xAt);
    }

    /**
     * {@link Exponential#exp} in every lane; in one piece, because C2 makes objects of vectors that leave a method it does not inline. Where
     * all results are normal numbers, one factor scales them, exactly as two would; elsewhere the twin serves.
     */
    @Override
    public void exp(int n, double[] x, int xAt, double[] y, int yAt) {
        int i = 0;
        for (; n >= WORTH_IT / 4 && i + LANES <= n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xAt + i);
            if (!v.abs().lt(Exponential.NORMAL).allTrue()) {
                for (int lane = i; lane < i + LANES; lane++) {
                    y[yAt + lane] = Exponential.exp(x[xAt + lane]);
                }
                continue;
            }
            DoubleVector shifted = v.fma(all(Exponential.LOG2E), all(Exponential.ROUNDER));
            DoubleVector minus = all(Exponential.ROUNDER).sub(shifted);
            DoubleVector r = minus.fma(all(Exponential.LN2_LOW), minus.fma(all(Exponential.LN2_HIGH), v));
            DoubleVector p = all(Exponential.C13).fma(r, all(Exponential.C12));
            p = p.fma(r, all(Exponential.C11));
            p = p.fma(r, all(Exponential.C10));
            p = p.fma(r, all(Exponential.C9));
            p = p.fma(r, all(Exponential.C8));
            p = p.fma(r, all(Exponential.C7));
            p = p.fma(r, all(Exponential.C6));
            p = p.fma(r, all(Exponential.C5));
            p = p.fma(r, all(Exponential.C4));
            p = p.fma(r, all(Exponential.C3));
            p = p.fma(r, all(0.5));
            p = r.mul(r).fma(p, r).add(1);
            LongVector scale = shifted.reinterpretAsLongs().add(Exponential.BIAS - Exponential.ROUNDER_BITS)
                    .lanewise(VectorOperators.LSHL, Exponential.MANTISSA);
            p.mul(scale.reinterpretAsDoubles()).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = Exponential.exp(x[xAt + i]);
        }
    }

    /** {@link Logarithm#log} in every lane, in one piece; where one is not a normal positive number, the twin serves. */
    @Override
    public void log(int n, double[] x, int xAt, double[] y, int yAt) {
        int i = 0;
        for (; n >= WORTH_IT / 4 && i + LANES <= n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xAt + i);
            if (!v.lt(Double.POSITIVE_INFINITY).and(v.compare(VectorOperators.GE, Logarithm.NORMAL)).allTrue()) {
                for (int lane = i; lane < i + LANES; lane++) {
                    y[yAt + lane] = Logarithm.log(x[xAt + lane]);
                }
                continue;
            }
            LongVector bits = v.reinterpretAsLongs().add(Logarithm.UP);
            LongVector exponent = bits.lanewise(VectorOperators.LSHR, Exponential.MANTISSA);
            DoubleVector k = exponent.add(Exponential.ROUNDER_BITS - Exponential.BIAS).reinterpretAsDoubles().sub(Exponential.ROUNDER);
            DoubleVector f = bits.and(Logarithm.FRACTION).add(Logarithm.ROOT).reinterpretAsDoubles().sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector r = all(Logarithm.L7).fma(z, all(Logarithm.L6));
            r = r.fma(z, all(Logarithm.L5));
            r = r.fma(z, all(Logarithm.L4));
            r = r.fma(z, all(Logarithm.L3));
            r = r.fma(z, all(Logarithm.L2));
            r = r.fma(z, all(Logarithm.L1)).mul(z);
            DoubleVector half = f.mul(f).mul(0.5);
            DoubleVector rest = s.fma(half.add(r), k.mul(Logarithm.LN2_LOW));
            k.mul(Logarithm.LN2_HIGH).sub(half.sub(rest).sub(f)).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = Logarithm.log(x[xAt + i]);
        }
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    /** {@link Exponential#tanh} in every lane, in passes over blocks that stay in the first-level cache: in one, C2 gives up on so long a chain. */
    @Override
    public void tanh(int n, double[] x, int xAt, double[] y, int yAt) {
        if (n < WORTH_IT / 4) {
            TWIN.tanh(n, x, xAt, y, yAt);
            return;
        }
        for (int from = 0; from < n; from += BLOCK) {
            int width = Math.min(BLOCK, n - from);
            for (int i = from; i < from + width; i++) {
                double size = Math.abs(x[xAt + i]);
                y[yAt + i] = size + size;
            }
            exp(width, y, yAt + from, y, yAt + from);
            tanhOfExp(width, x, xAt + from, y, yAt + from);
        }
    }

    /** Replaces {@code e^{2|x|}} in y by {@code tanh x}. */
    private static void tanhOfExp(int n, double[] x, int xAt, double[] y, int yAt) {
        int i = 0;
        for (; i + LANES <= n; i += LANES) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, xAt + i);
            DoubleVector size = v.abs();
            VectorMask<Double> small = size.lt(Exponential.SMALL);
            DoubleVector z = v.mul(v);
            DoubleVector p = all(Exponential.P0).fma(z, all(Exponential.P1)).fma(z, all(Exponential.P2));
            DoubleVector q = z.add(Exponential.Q0).fma(z, all(Exponential.Q1)).fma(z, all(Exponential.Q2));
            DoubleVector above = all(-2).blend(size.mul(z.mul(p)), small);
            DoubleVector below = DoubleVector.fromArray(SPECIES, y, yAt + i).add(1).blend(q, small);
            LongVector unsigned = all(1).blend(size, small).add(above.div(below)).reinterpretAsLongs();
            LongVector sign = v.reinterpretAsLongs().and(Long.MIN_VALUE);
            unsigned.or(sign).reinterpretAsDoubles().intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = Exponential.tanh(x[xAt + i]);
        }
    }
}
