package thalweg.formula;

/**
 * Sine and cosine with the bits of {@link StrictMath}, without the array that it allocates whenever |x| is above pi/4.
 *
 * <p>From fdlibm 5.3, files k_sin.c, k_cos.c and e_rem_pio2.c: Copyright (C) 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use,
 * copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
final class Trigonometry {
    /** Up to here three parts of pi/2 reduce the argument; above, StrictMath does it (and allocates). */
    private static final double MEDIUM = 0x1p19;
    private static final int HIGH_PI_4 = 0x3fe921fb;
    private static final int HIGH_PI_2 = 0x3ff921fb;
    private static final int HIGH_3_PI_4 = 0x4002d97c;
    private static final int HIGH_TINY = 0x3e400000;

    private static final double TWO_OVER_PI = 6.36619772367581382433e-01;
    /** The first 33 bits of pi/2, the next 33, the next 33, and after each the rest. */
    private static final double PART_1 = 1.57079632673412561417e+00;
    private static final double REST_1 = 6.07710050650619224932e-11;
    private static final double PART_2 = 6.07710050630396597660e-11;
    private static final double REST_2 = 2.02226624879595063154e-21;
    private static final double PART_3 = 2.02226624871116645580e-21;
    private static final double REST_3 = 8.47842766036889956997e-32;

    private static final double SINE_1 = -1.66666666666666324348e-01;

    private Trigonometry() {
    }

    static double sin(double x) {
        return high(x) <= HIGH_PI_4 ? sine(x) : Math.abs(x) <= MEDIUM ? withSign(x, quadrant(Math.abs(x), 0)) : StrictMath.sin(x);
    }

    static double cos(double x) {
        return high(x) <= HIGH_PI_4 ? cosine(x, 0) : Math.abs(x) <= MEDIUM ? quadrant(Math.abs(x), 1) : StrictMath.cos(x);
    }

    /** The quotient of the two; within three roundings of the true tangent. */
    static double tan(double x) {
        return sin(x) / cos(x);
    }

    /** A number turned to its negative if x is negative. */
    private static double withSign(double x, double result) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(result) ^ Double.doubleToRawLongBits(x) & Long.MIN_VALUE);
    }

    /** The sine of t + shift pi/2, t > pi/4: t less a multiple of pi/2 as the sum of head and tail. */
    private static double quadrant(double t, int shift) {
        int ix = high(t);
        int n;
        double head;
        double tail;
        if (ix < HIGH_3_PI_4) {
            n = 1;
            double z = t - PART_1;
            double rest = ix == HIGH_PI_2 ? REST_2 : REST_1;
            z = ix == HIGH_PI_2 ? z - PART_2 : z;
            head = z - rest;
            tail = (z - head) - rest;
        } else {
            n = (int) (t * TWO_OVER_PI + 0.5);
            double r = t - n * PART_1;
            double w = n * REST_1;
            head = r - w;
            int exponent = ix >> 20;
            if (exponent - (high(head) >> 20) > 16) {                    // so many bits were cancelled: the next part of pi/2 is needed
                double before = r;
                w = n * PART_2;
                r = before - w;
                w = n * REST_2 - ((before - r) - w);
                head = r - w;
                if (exponent - (high(head) >> 20) > 49) {
                    before = r;
                    w = n * PART_3;
                    r = before - w;
                    w = n * REST_3 - ((before - r) - w);
                    head = r - w;
                }
            }
            tail = (r - head) - w;
        }
        int quarter = n + shift;
        long pick = -(long) (quarter & 1);                        // both are computed: to guess which costs more than to have it
        long sine = Double.doubleToRawLongBits(sine(head, tail));
        long cosine = Double.doubleToRawLongBits(cosine(head, tail));
        return Double.longBitsToDouble((sine & ~pick | cosine & pick) ^ (long) (quarter & 2) << 62);
    }

    /** For |x| up to pi/4. */
    private static double sine(double x) {
        if (high(x) < HIGH_TINY) {
            return x;
        }
        double z = x * x;
        return x + z * x * (SINE_1 + z * rest(z));
    }

    /** For |x| up to pi/4, with a tail. */
    private static double sine(double x, double tail) {
        if (high(x) < HIGH_TINY) {
            return x;
        }
        double z = x * x;
        double v = z * x;
        return x - ((z * (0.5 * tail - v * rest(z)) - tail) - v * SINE_1);
    }

    private static double rest(double z) {
        return 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04
                + z * (2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
    }

    private static double cosine(double x, double tail) {
        int ix = high(x);
        if (ix < HIGH_TINY) {
            return 1;
        }
        double z = x * x;
        double r = z * (4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * (2.48015872894767294178e-05
                + z * (-2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)))));
        int quarter = ix > 0x3fe90000 ? 0x3fd20000 : ix - 0x00200000;                                           // 0.28125, or about |x| / 4
        double q = Double.longBitsToDouble((long) (ix < 0x3fd33333 ? 0 : quarter) << 32);
        double half = 0.5 * z - q;
        return (1 - q) - (half - (z * r - x * tail));
    }

    /** The upper half of the bits of |x|. */
    private static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32) & 0x7fffffff;
    }
}
