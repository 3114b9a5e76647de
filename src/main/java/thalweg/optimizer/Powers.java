package thalweg.optimizer;

/**
 * Whole powers, the same bits on every machine; {@code Math.pow} is free to differ in the last one, and {@code StrictMath.pow}
 * allocates.
 */
final class Powers {
    private Powers() {
    }

    /** {@code base^exponent} by repeated squaring; the relative error is below {@code exponent} times the rounding. */
    static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
