package thalweg.formula;

/** The functions that {@link Math} lacks; called by generated code and by the interpreter alike. */
final class Numerics {
    /** Below this the closed form of sincSlope loses digits to cancellation (w^-2 eps) and its series converges in ten terms. */
    private static final double SERIES_BELOW = 1;

    /** Integer powers up to here are products: at most 8 roundings, each below pow's cost. */
    static final int LARGEST_PRODUCT = 32;
    /** Half-integer powers up to here are products with a root. */
    static final double LARGEST_ROOT = 8.5;

    private Numerics() {
    }

    static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    static double over(double a, double b) {
        return a == 0 ? 0 : a / b;
    }

    static double pick(double low, double high, double then, double otherwise) {
        return low <= high ? then : otherwise;
    }

    /** {@code 1 / (1 + exp(-u))}; never overflows, as the exponential is taken of -|u|. */
    static double sigmoid(double u) {
        double t = StrictMath.exp(-Math.abs(u));
        return (u < 0 ? t : 1) / (1 + t);
    }

    static double sigmoidSlope(double u) {
        double t = StrictMath.exp(-Math.abs(u));
        return t / ((1 + t) * (1 + t));
    }

    static double relu(double u) {
        return Math.max(0, u);
    }

    static double step(double u) {
        return u > 0 ? 1 : u <= 0 ? 0 : Double.NaN;
    }

    /** {@code ln(1 + exp(u))}, in a form that neither overflows nor loses small values. */
    static double softplus(double u) {
        return Math.max(0, u) + StrictMath.log1p(StrictMath.exp(-Math.abs(u)));
    }

    /** {@code exp(-u^2)}. */
    static double gauss(double u) {
        return StrictMath.exp(-(u * u));
    }

    static double sinc(double w) {
        return w == 0 ? 1 : Trigonometry.sin(w) / w;
    }

    static double sincSlope(double w) {
        if (!(Math.abs(w) < SERIES_BELOW)) {
            return (Trigonometry.sin(w) - w * Trigonometry.cos(w)) / (w * w * w);
        }
        double term = 1.0 / 3;
        double sum = term;
        for (int k = 1; k <= 10; k++) {
            term *= -(w * w) / (2.0 * k * (2.0 * k + 3));
            sum += term;
        }
        return sum;
    }

    /** {@code x^n} for n >= 1 by squaring; generated code multiplies in the same order. */
    static double power(double x, int n) {
        double square = x;
        int rest = n;
        while ((rest & 1) == 0) {
            square *= square;
            rest >>= 1;
        }
        double result = square;
        while ((rest >>= 1) != 0) {
            square *= square;
            if ((rest & 1) != 0) {
                result *= square;
            }
        }
        return result;
    }

    /** {@code x^p} for an exponent that is known beforehand: small integers by multiplication, small halves by a root, others by pow. */
    static double fixedPower(double x, double p) {
        double n = Math.abs(p);
        double whole = Math.floor(n);
        double size;
        if (n == 0) {
            return 1;
        } else if (n == whole && n <= LARGEST_PRODUCT) {
            size = power(x, (int) n);
        } else if (n - whole == 0.5 && n <= LARGEST_ROOT) {
            size = whole == 0 ? Math.sqrt(x) : power(x, (int) whole) * Math.sqrt(x);
        } else {
            return StrictMath.pow(x, p);
        }
        return p < 0 ? 1 / size : size;
    }
}
