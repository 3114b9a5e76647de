package thalweg.math;

import java.util.List;

/** Arithmetic on vectors of any length that keeps them unit and at right angles. */
final class UnitVectors {
    private static final Kernels KERNELS = Kernels.fastest();

    private UnitVectors() {
    }

    static double norm(double[] v) {
        return Math.sqrt(KERNELS.dot(v.length, v, 0, v, 0));
    }

    static void scale(double[] v, double factor) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= factor;
        }
    }

    /** Takes from v its part along each of these unit vectors, which are at right angles to each other. Rounding leaves some if v is mostly that. */
    static void clear(double[] v, List<double[]> units) {
        for (double[] unit : units) {
            KERNELS.axpy(v.length, -KERNELS.dot(v.length, unit, 0, v, 0), unit, 0, v, 0);
        }
    }

    /**
     * Turns v so that its component of largest magnitude, the first if there are several, is positive: v and -v are one direction.
     *
     * @return whether it had to be turned
     */
    static boolean orient(double[] v) {
        int largest = 0;
        for (int i = 1; i < v.length; i++) {
            if (Math.abs(v[i]) > Math.abs(v[largest])) {
                largest = i;
            }
        }
        if (v[largest] < 0) {
            scale(v, -1);
            return true;
        }
        return false;
    }
}
