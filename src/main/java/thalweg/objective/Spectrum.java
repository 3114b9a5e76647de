package thalweg.objective;

/**
 * Eigenvalues and eigenvectors of a symmetric 1 x 1 or 2 x 2 matrix, in closed form.
 *
 * @param least smaller eigenvalue (the only one of a 1 x 1 matrix, then equal to {@code most})
 * @param most larger eigenvalue
 * @param cos first component of the unit eigenvector of {@code most}
 * @param sin second component of the unit eigenvector of {@code most}; the one of {@code least} is (-sin, cos)
 */
record Spectrum(double least, double most, double cos, double sin) {
    static Spectrum of(double[] matrix) {
        if (matrix.length == 1) {
            return new Spectrum(matrix[0], matrix[0], 1, 0);
        }
        double a = matrix[0];
        double b = (matrix[1] + matrix[2]) / 2;
        double d = matrix[3];
        double mean = a / 2 + d / 2;
        double half = a / 2 - d / 2;
        double radius = Math.hypot(half, b);
        double angle = Math.atan2(b, half) / 2;
        return new Spectrum(mean - radius, mean + radius, Math.cos(angle), Math.sin(angle));
    }

    double largest() {
        return Math.max(Math.abs(least), Math.abs(most));
    }

    double smallest() {
        return Math.min(Math.abs(least), Math.abs(most));
    }

    /** Newton's step {@code -H^-1 g}; along an eigenvector whose eigenvalue is below {@code floor} times the largest it does not move. */
    void step(double[] gradient, double floor, double[] step) {
        if (gradient.length == 1) {
            step[0] = least == 0 ? 0 : -gradient[0] / least;
            return;
        }
        double limit = floor * largest();
        double alongMost = Math.abs(most) <= limit ? 0 : -(cos * gradient[0] + sin * gradient[1]) / most;
        double alongLeast = Math.abs(least) <= limit ? 0 : -(cos * gradient[1] - sin * gradient[0]) / least;
        step[0] = cos * alongMost - sin * alongLeast;
        step[1] = sin * alongMost + cos * alongLeast;
    }
}
