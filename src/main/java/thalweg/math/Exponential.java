package thalweg.math;

/**
 * The constants of {@link Kernels#exp} and {@link Kernels#tanh}, and both for one number: the scalar twin of the vector code, operation by
 * operation.
 *
 * <p>exp: {@code x = k ln 2 + r}, {@code |r| <= 0.35}, with ln 2 in two parts (Cody and Waite 1980), a Taylor polynomial of degree 13 in r
 * whose remainder is 4e-18, and two factors that make {@code 2^k}, so that results below 2^-1022 come out gradually. tanh: near 0 the
 * rational function of Moshier's Cephes library (1989), elsewhere {@code 1 - 2 / (e^{2x} + 1)}; both end in one division.
 */
final class Exponential {
    /** Beyond these, e^x is infinite and 0; within them 2^k splits into two normal factors. */
    static final double HIGHEST = 710;
    static final double LOWEST = -746;
    /** Up to this size of x, e^x and 2^k are normal numbers. */
    static final double NORMAL = 708;
    static final double LOG2E = 0x1.71547652b82fep0;
    /** 1.5 * 2^52: adding it rounds to a whole number, which is then the difference of the bits. */
    static final double ROUNDER = 0x1.8p52;
    static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
    /** The leading 42 bits of ln 2, whose multiples by |k| < 2^11 are exact, and the rest. */
    static final double LN2_HIGH = 0x1.62e42fefa38p-1;
    static final double LN2_LOW = 0x1.ef35793c7673p-45;
    static final double C13 = 1 / 6227020800.0;
    static final double C12 = 1 / 479001600.0;
    static final double C11 = 1 / 39916800.0;
    static final double C10 = 1 / 3628800.0;
    static final double C9 = 1 / 362880.0;
    static final double C8 = 1 / 40320.0;
    static final double C7 = 1 / 5040.0;
    static final double C6 = 1 / 720.0;
    static final double C5 = 1 / 120.0;
    static final double C4 = 1 / 24.0;
    static final double C3 = 1 / 6.0;
    static final int BIAS = 1023;
    static final int MANTISSA = 52;

    /** Below this tanh is the rational function, as in Cephes. */
    static final double SMALL = 0.625;
    static final double P0 = -9.64399179425052238628e-1;
    static final double P1 = -9.92877231001918586564e1;
    static final double P2 = -1.61468768441708447952e3;
    static final double Q0 = 1.12811678491632931402e2;
    static final double Q1 = 2.23548839060100448583e3;
    static final double Q2 = 4.84406305325125486048e3;

    private Exponential() {
    }

    static double exp(double x) {
        double bound = Math.max(LOWEST, Math.min(HIGHEST, x));
        double shifted = Math.fma(bound, LOG2E, ROUNDER);
        double whole = shifted - ROUNDER;
        double r = Math.fma(-whole, LN2_LOW, Math.fma(-whole, LN2_HIGH, bound));
        double p = Math.fma(C13, r, C12);
        p = Math.fma(p, r, C11);
        p = Math.fma(p, r, C10);
        p = Math.fma(p, r, C9);
        p = Math.fma(p, r, C8);
        p = Math.fma(p, r, C7);
        p = Math.fma(p, r, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, 0.5);
        p = 1 + Math.fma(r * r, p, r);
        long k = Double.doubleToRawLongBits(shifted) - ROUNDER_BITS;
        long half = k >> 1;
        return p * Double.longBitsToDouble(half + BIAS << MANTISSA) * Double.longBitsToDouble(k - half + BIAS << MANTISSA);
    }

    static double tanh(double x) {
        double size = Math.abs(x);
        boolean small = size < SMALL;
        double z = x * x;
        double e = exp(size + size) + 1;
        double above = small ? size * (z * Math.fma(Math.fma(P0, z, P1), z, P2)) : -2;
        double below = small ? Math.fma(Math.fma(z + Q0, z, Q1), z, Q2) : e;
        return Math.copySign((small ? size : 1) + above / below, x);
    }
}
