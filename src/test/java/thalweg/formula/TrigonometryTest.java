package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import thalweg.math.Chance;
import thalweg.math.Purpose;

class TrigonometryTest {
    private static void same(double x) {
        assertEquals(StrictMath.sin(x), Trigonometry.sin(x), () -> "sin " + x);
        assertEquals(StrictMath.cos(x), Trigonometry.cos(x), () -> "cos " + x);
        double tangent = StrictMath.tan(x);
        if (Double.isNaN(tangent)) {
            assertEquals(tangent, Trigonometry.tan(x));
            return;
        }
        // three roundings of 1.1e-16, and StrictMath's own
        assertEquals(tangent, Trigonometry.tan(x), 1e-15 * Math.abs(tangent), () -> "tan " + x);
    }

    @Test
    void hasTheBitsOfStrictMathAtEveryMagnitude() {
        for (int i = 0; i < 200_000; i++) {
            // from far below the smallest switch to far above the largest
            double size = Math.pow(2, -30 + 52 * Chance.uniform(3, Purpose.TEST, 2L * i));
            same(Chance.uniform(3, Purpose.TEST, 2L * i + 1) < 0.5 ? -size : size);
        }
    }

    /** Where the reduction cancels most: beside the multiples of pi/4. */
    @Test
    void hasThemBesideEveryMultipleOfAQuarterPi() {
        for (int n = -40_000; n <= 40_000; n++) {
            double x = n * (Math.PI / 4);
            same(x);
            same(Math.nextUp(x));
            same(Math.nextDown(x));
            same(x * (1 + 1e-9));
        }
    }

    @Test
    void specialArgumentsAreThoseOfStrictMath() {
        for (double x : new double[] {0, -0.0, Double.MIN_VALUE, 0x1p19, Math.nextUp(0x1p19), -0x1p19, 1e300, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY}) {
            same(x);
        }
    }
}
