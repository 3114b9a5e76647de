package thalweg.formula;

/**
 * Many powers with the bits of {@link StrictMath#pow}, in a third of its time: straight on for the usual arguments, StrictMath for the others.
 *
 * <p>A power is a chain of some two hundred operations, each of which waits for the one before. Cut in two loops without branches and calls, the
 * chains of several numbers run side by side in the processor.
 *
 * <p>From fdlibm 5.3, file e_pow.c: Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */
final class Powers {
    private static final long HIGH_HALF = 0xffffffff00000000L;
    /** High halves of the fractions of sqrt(3/2) and sqrt(3), where one base of the series ends and the next begins. */
    private static final int TO_ROOT_3_2 = 0x3988e;
    private static final int TO_ROOT_3 = 0xbb67a;
    private static final int HIGH_ONE_HALF = 0x3fe00000;
    private static final double LARGEST_EXPONENT = 0x1p31;
    /** Between these a power of two is a normal number. */
    private static final double LOWEST = -1021;
    private static final double HIGHEST = 1023;

    /** log2(3/2) in two parts. */
    private static final double DP_H = 5.84962487220764160156e-01;
    private static final double DP_L = 1.35003920212974897128e-08;
    /** 2 / (3 ln 2), whole and in two parts. */
    private static final double CP = 9.61796693925975554329e-01;
    private static final double CP_H = 9.61796700954437255859e-01;
    private static final double CP_L = -7.02846165095275826516e-09;
    /** ln 2, whole and in two parts. */
    private static final double LN2 = 6.93147180559945286227e-01;
    private static final double LN2_H = 6.93147182464599609375e-01;
    private static final double LN2_L = -1.90465429995776804525e-09;

    private Powers() {
    }

    /** {@code to = x^y} for the first n numbers; {@code to} may be x or y. */
    static void pow(double[] to, double[] x, double[] y, int n) {
        double[] heads = new double[n];
        double[] tails = new double[n];
        logarithms(heads, tails, x, n);
        for (int i = 0; i < n; i++) {
            to[i] = power(x[i], y[i], heads[i], tails[i]);
        }
    }

    private static double power(double x, double y, double head, double tail) {
        if (Math.abs(y) <= LARGEST_EXPONENT && !isSpecial(y) && Math.abs(x) >= Double.MIN_NORMAL && Math.abs(x) <= Double.MAX_VALUE
                && (x > 0 || y == Math.rint(y))) {
            double y1 = upper(y);
            double pl = (y - y1) * head + y * tail;
            double ph = y1 * head;
            double z = pl + ph;
            if (z >= LOWEST && z < HIGHEST) {
                double result = exponential(z, ph, pl);
                return x > 0 || ((long) y & 1) == 0 ? result : -result;
            }
        }
        return StrictMath.pow(x, y);
    }

    /** Exponents for which StrictMath takes a shorter way, with other roundings. */
    private static boolean isSpecial(double y) {
        return y == 0 || y == 1 || y == -1 || y == 2 || y == 0.5;
    }

    /** log2(|x|) as the sums of two numbers each; anything for numbers that are not normal. */
    private static void logarithms(double[] heads, double[] tails, double[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            double x = Math.abs(numbers[i]);
            long bits = Double.doubleToRawLongBits(x);
            int n = (int) (bits >>> 52) - 0x3ff;
            int fraction = (int) (bits >>> 32) & 0xfffff;
            int near2 = TO_ROOT_3 - 1 - fraction >>> 31;          // 1 or 0, without branches: nobody can predict a mantissa
            int near3Halves = (TO_ROOT_3_2 - fraction >>> 31) - near2;
            n += near2;
            int high = (fraction | 0x3ff00000) - (near2 << 20);
            double ax = Double.longBitsToDouble((long) high << 32 | bits & 0xffffffffL);
            double base = 1 + 0.5 * near3Halves;

            double u = ax - base;                                 // s = (ax - base) / (ax + base) in two parts
            double v = 1 / (ax + base);
            double s = u * v;
            double sh = upper(s);
            double th = Double.longBitsToDouble((long) ((high >> 1 | 0x20000000) + 0x00080000 + (near3Halves << 18)) << 32);
            double tl = ax - (th - base);
            double sl = v * ((u - sh * th) - sh * tl);
            double s2 = s * s;                                    // ln(ax) from its series in s
            double r = s2 * s2 * (5.99999999999994648725e-01 + s2 * (4.28571428578550184252e-01 + s2 * (3.33333329818377432918e-01
                    + s2 * (2.72728123808534006489e-01 + s2 * (2.30660745775561754067e-01 + s2 * 2.06975017800338417784e-01)))));
            r += sl * (sh + s);
            s2 = sh * sh;
            th = upper(3.0 + s2 + r);
            tl = r - ((th - 3.0) - s2);
            u = sh * th;
            v = sl * th + tl * s;
            double ph = upper(u + v);
            double pl = v - (ph - u);
            double zh = CP_H * ph;
            double zl = CP_L * ph + pl * CP + near3Halves * DP_L;
            double dp = near3Halves * DP_H;
            double t = n;
            double head = upper(((zh + zl) + dp) + t);
            heads[i] = head;
            tails[i] = zl - (((head - t) - dp) - zh);
        }
    }

    /** {@code 2^(ph + pl)}, where z is the rounded sum. */
    private static double exponential(double z, double ph, double pl) {
        boolean far = ((int) (Double.doubleToRawLongBits(z) >> 32) & 0x7fffffff) > HIGH_ONE_HALF;
        int n = far ? (int) (z + Math.copySign(0.5, z)) : 0;      // the nearest whole number
        double head = ph - n;
        double t = upper(pl + head);
        double u = t * LN2_H;
        double v = (pl - (t - head)) * LN2 + t * LN2_L;
        double w = u + v;
        double rest = v - (w - u);
        t = w * w;
        double t1 = w - t * (1.66666666666666019037e-01 + t * (-2.77777777770155933842e-03 + t * (6.61375632143793436117e-05
                + t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
        double r = (w * t1) / (t1 - 2) - (rest + w * rest);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(1 - (r - w)) + ((long) n << 52));
    }

    /** The upper half of a number's bits. */
    private static double upper(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & HIGH_HALF);
    }
}
