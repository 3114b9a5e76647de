package thalweg.math;

/**
 * The constants of {@link Kernels#log}, and the logarithm of one number: the scalar twin of the vector code, operation by operation.
 *
 * <p>{@code x = 2^k (1 + f)} with {@code 1 + f} between sqrt(1/2) and sqrt(2); {@code ln(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2))} with
 * {@code s = f / (2 + f)} and the minimax polynomial R of Sun's fdlibm (1993), whose error is below 1 ulp; ln 2 in two parts, so that its
 * multiples by k are exact.
 */
final class Logarithm {
    static final double LN2_HIGH = 6.93147180369123816490e-1;
    static final double LN2_LOW = 1.90821492927058770002e-10;
    static final double L1 = 6.666666666666735130e-1;
    static final double L2 = 3.999999999940941908e-1;
    static final double L3 = 2.857142874366239149e-1;
    static final double L4 = 2.222219843214978396e-1;
    static final double L5 = 1.818357216161805012e-1;
    static final double L6 = 1.531383769920937332e-1;
    static final double L7 = 1.479819860511658591e-1;
    /** Below this numbers lose digits; they are multiplied by {@link #LIFT} first. */
    static final double NORMAL = Double.MIN_NORMAL;
    static final double LIFT = 0x1p54;
    static final int LIFTED = 54;
    /** The bits of sqrt(1/2), and their distance to those of 1: adding it lets the exponent change at sqrt(1/2) instead of at 1. */
    static final long ROOT = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);
    static final long UP = Double.doubleToRawLongBits(1) - ROOT;
    static final long FRACTION = (1L << Exponential.MANTISSA) - 1;

    private Logarithm() {
    }

    static double log(double x) {
        boolean small = x < NORMAL;
        long bits = Double.doubleToRawLongBits(small ? x * LIFT : x) + UP;
        long exponent = (bits >>> Exponential.MANTISSA) - Exponential.BIAS;
        double k = Double.longBitsToDouble(exponent + Exponential.ROUNDER_BITS) - Exponential.ROUNDER;
        k = small ? k - LIFTED : k;
        double f = Double.longBitsToDouble((bits & FRACTION) + ROOT) - 1;
        double s = f / (f + 2);
        double z = s * s;
        double r = Math.fma(L7, z, L6);
        r = Math.fma(r, z, L5);
        r = Math.fma(r, z, L4);
        r = Math.fma(r, z, L3);
        r = Math.fma(r, z, L2);
        r = Math.fma(r, z, L1) * z;
        double half = f * f * 0.5;
        double rest = Math.fma(s, half + r, k * LN2_LOW);
        double log = k * LN2_HIGH - (half - rest - f);
        log = x == Double.POSITIVE_INFINITY ? x : log;
        log = x == 0 ? Double.NEGATIVE_INFINITY : log;
        return x >= 0 ? log : Double.NaN;
    }
}
