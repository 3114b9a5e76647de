package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumericsTest {
    /** The closed form loses w^-2 eps to cancellation, which is 1e-13 or less from 0.1 on. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, -0.7, 0.99, 0.9999999, 1, 1.0000001, 2, -3})
    void sincSlopeIsOneFunctionOnBothSidesOfItsSwitch(double w) {
        assertEquals((Math.sin(w) - w * Math.cos(w)) / (w * w * w), Numerics.sincSlope(w), 1e-13);
    }

    @Test
    void sincAndItsSlopeHaveTheirLimitsAtZero() {
        assertEquals(1, Numerics.sinc(0));
        assertEquals(1.0 / 3, Numerics.sincSlope(0));
        assertEquals(1.0 / 3, Numerics.sincSlope(1e-200));
        assertTrue(Double.isNaN(Numerics.sincSlope(Double.NaN)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5, 0.25", "40, 1, 4.248354255291589e-18", "-40, 4.248354255291589e-18, 4.248354255291589e-18", "1000, 1, 0", "-1000, 0, 0"})
    void sigmoidAndItsSlopeKeepTheirDigitsInTheTails(double u, double sigmoid, double slope) {
        assertEquals(sigmoid, Numerics.sigmoid(u), 1e-15 * sigmoid);
        assertEquals(slope, Numerics.sigmoidSlope(u), 1e-15 * slope);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.6931471805599453", "-40, 4.248354255291589e-18", "800, 800", "-800, 0"})
    void softplusNeitherOverflowsNorLosesSmallValues(double u, double softplus) {
        assertEquals(softplus, Numerics.softplus(u), 1e-15 * softplus);
    }

    @Test
    void notANumberStaysOne() {
        assertTrue(Double.isNaN(Numerics.step(Double.NaN)));
        assertTrue(Double.isNaN(Numerics.relu(Double.NaN)));
        assertTrue(Double.isNaN(Numerics.times(Double.NaN, 1)));
    }

    /** At most eight roundings. */
    @Test
    void powersByMultiplicationAreThoseOfPow() {
        for (double p = -34; p <= 34; p += 0.5) {
            assertEquals(StrictMath.pow(1.37, p), Numerics.fixedPower(1.37, p), 3e-15 * StrictMath.pow(1.37, p), "1.37^" + p);
        }
        assertEquals(-8, Numerics.fixedPower(-2, 3));
        assertEquals(1, Numerics.fixedPower(0, 0));
        assertEquals(Double.POSITIVE_INFINITY, Numerics.fixedPower(0, -2));
        assertTrue(Double.isNaN(Numerics.fixedPower(-1, 0.5)));
    }
}
