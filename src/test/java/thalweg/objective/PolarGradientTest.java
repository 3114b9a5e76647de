package thalweg.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.math.Chance;
import thalweg.math.Differences;
import thalweg.math.Purpose;

/** The gradient in polar coordinates is the same arrow: same length, same direction, and its parts are the derivatives by r and phi. */
class PolarGradientTest {
    private final Objective f = Objectives.CATALOG.make(Spec.of("himmelblau"));

    @Test
    void partsAreTheDerivativesByDistanceAndAngle() {
        for (int k = 0; k < 100; k++) {
            double r = 0.1 + 4 * Chance.uniform(1, Purpose.TEST, 2 * k);
            double phi = Math.PI * (2 * Chance.uniform(1, Purpose.TEST, 2 * k + 1) - 1);
            PolarGradient g = PolarGradient.at(f, r * Math.cos(phi), r * Math.sin(phi));
            double[] differences = Differences.gradient(p -> f.value(new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])}),
                    new double[] {r, phi});
            assertEquals(r, g.r(), 1e-14 * r);
            assertEquals(phi, g.phi(), 1e-14);
            // central differences of a function of order 1e2 with third derivatives of order 1e3
            assertEquals(differences[0], g.radial(), 1e-6);
            assertEquals(differences[1], g.r() * g.tangential(), 1e-6);
            assertEquals(differences[1] / r, g.tangential(), 1e-6 / r);
        }
    }

    @Test
    void itIsTheSameArrow() {
        double[] cartesian = new double[2];
        for (int k = 0; k < 100; k++) {
            double x = 10 * Chance.uniform(2, Purpose.TEST, 2 * k) - 5;
            double y = 10 * Chance.uniform(2, Purpose.TEST, 2 * k + 1) - 5;
            f.valueAndGradient(new double[] {x, y}, cartesian);
            PolarGradient g = PolarGradient.at(f, x, y);
            double cos = Math.cos(g.phi());
            double sin = Math.sin(g.phi());
            assertEquals(cartesian[0], cos * g.radial() - sin * g.tangential(), 1e-12 * 500);
            assertEquals(cartesian[1], sin * g.radial() + cos * g.tangential(), 1e-12 * 500);
        }
    }

    @Test
    void aBowlSlopesAlongTheRadiusOnly() {
        PolarGradient g = PolarGradient.at(Objectives.CATALOG.make(Spec.of("sphere")), -3, 4);
        assertEquals(5, g.r());
        assertEquals(10, g.radial(), 1e-14);
        assertEquals(0, g.tangential(), 1e-14);
    }

    @Test
    void atTheOriginTheAngleIsZeroAndNothingIsDividedByIt() {
        double[] cartesian = new double[2];
        f.valueAndGradient(new double[2], cartesian);
        assertEquals(new PolarGradient(0, 0, cartesian[0], cartesian[1]), PolarGradient.at(f, 0, 0));
    }

    @Test
    void oneParameterHasNoAngle() {
        Objective line = Objectives.CATALOG.make(Spec.of("parabola"));
        assertEquals("polar coordinates need 2 parameters, but the objective has 1",
                assertThrows(IllegalArgumentException.class, () -> PolarGradient.at(line, 1, 0)).getMessage());
    }
}
