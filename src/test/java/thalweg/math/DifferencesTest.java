package thalweg.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void gradientOfACubicIsRightToTruncation() {
        double[] x = {1.5, -2};
        double[] g = Differences.gradient(t -> t[0] * t[0] * t[0] + 3 * t[0] * t[1], x);
        assertArrayEquals(new double[] {3 * 2.25 - 6, 4.5}, g, 1e-9);       // h^2 = 4e-11 times the third derivative, plus rounding 1e-10
        assertArrayEquals(new double[] {1.5, -2}, x);
    }

    @Test
    void farFromTheOriginTheStepGrowsWithThePoint() {
        double[] g = Differences.gradient(t -> t[0] * t[0], new double[] {1e8});
        assertEquals(2e8, g[0], 2e8 * 1e-9);                                // exact for a quadratic but for rounding eps / STEP
    }

    @Test
    void hessianIsSymmetricAndRight() {
        double[] h = Differences.hessian(t -> new double[] {2 * t[0] * t[1], t[0] * t[0] + 3 * t[1] * t[1]}, new double[] {2, 5});
        assertArrayEquals(new double[] {10, 4, 4, 30}, h, 1e-8);
        assertEquals(h[1], h[2]);
    }

    @Test
    void anEstimateIsBetterThanItsSteps() {
        // sin(x^2) turns 0.02 per step there: truncation 1e-4 of a plain difference
        double[] x = {40};
        Estimate d = Estimate.of(t -> Math.sin(t[0] * t[0]), x, 0);
        double exact = 2 * 40 * Math.cos(1600);
        assertEquals(exact, d.value(), 1e-6);
        assertTrue(Math.abs(exact - d.value()) < d.error());
        assertTrue(Math.abs(exact - Differences.gradient(t -> Math.sin(t[0] * t[0]), x)[0]) > 1e-5);
    }
}
