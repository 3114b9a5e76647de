package thalweg.formula;

/**
 * A coefficient {@code numerator / denominator}; integers stay reduced fractions, so that the derivative of x^3/9 reads x^2/3.
 *
 * @param denominator greater than 0
 */
record Ratio(double numerator, double denominator) {
    static final Ratio ZERO = new Ratio(0, 1);
    static final Ratio ONE = new Ratio(1, 1);
    /** Integers up to here are exact. */
    private static final double EXACT = 0x1p53;
    /** A quotient with at most this many decimals is written as a decimal number if either part is one already. */
    private static final double DECIMALS = 1e9;

    static Ratio of(double numerator, double denominator) {
        double n = denominator < 0 ? -numerator : numerator;
        double d = Math.abs(denominator);
        if (isInteger(n) && isInteger(d)) {
            double g = gcd(Math.abs(n), d);
            return new Ratio(n / g, d / g);
        }
        double value = n / d;
        boolean isShort = Math.rint(value * DECIMALS) / DECIMALS == value && value != 0;
        return isShort ? new Ratio(value, 1) : new Ratio(n, d);
    }

    Ratio times(Ratio other) {
        return of(numerator * other.numerator, denominator * other.denominator);
    }

    Ratio plus(Ratio other) {
        return denominator == other.denominator ? of(numerator + other.numerator, denominator)
                : of(numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
    }

    Ratio negate() {
        return new Ratio(-numerator, denominator);
    }

    boolean isZero() {
        return numerator == 0;
    }

    /** Whether it is a pair of finite numbers; a product may overflow. */
    boolean isUsable() {
        return Double.isFinite(numerator) && Double.isFinite(denominator) && denominator != 0;
    }

    private static boolean isInteger(double v) {
        return v == Math.rint(v) && Math.abs(v) < EXACT;
    }

    private static double gcd(double a, double b) {
        double p = a;
        double q = b;
        while (q != 0) {
            double r = p % q;
            p = q;
            q = r;
        }
        return p == 0 ? 1 : p;
    }
}
