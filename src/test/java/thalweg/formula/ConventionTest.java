package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in where a derivative does not exist or is 0/0 as written. */
class ConventionTest {
    private static final double[] NO_KNOBS = {};

    private static double[] gradient(String text, double x, double y) {
        double[] gradient = new double[2];
        Formula.parse(text, List.of("x", "y"), List.of()).compiled().valueAndGradient(new double[] {x, y}, NO_KNOBS, gradient);
        return gradient;
    }

    private static double[] hessian(String text, double x, double y) {
        double[] hessian = new double[4];
        Formula.parse(text, List.of("x", "y"), List.of()).compiled().hessian(new double[] {x, y}, NO_KNOBS, hessian);
        return hessian;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "abs(x) + abs(y)             | 0  | -2 | 0  | -1",
        "sign(x)*y                   | 0  | 3  | 0  | 0",
        "relu(x) + relu(y)           | 0  | 1  | 0  | 1",
        "min(x, y)                   | 2  | 2  | 1  | 0",
        "max(x, y)                   | 2  | 2  | 1  | 0",
        "max(y, x)                   | 2  | 2  | 0  | 1",
        "min(3*x, 2*y)               | 1  | 1  | 0  | 2",
        "sqrt(x^2 + y^2)             | 0  | 0  | 0  | 0",
        "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + e + 20 | 0 | 0 | 0 | 0",
        "-(1 + cos(12*sqrt(x^2 + y^2)))/(0.5*(x^2 + y^2) + 2) | 0 | 0 | 0 | 0",
        "sqrt(abs(y - x^2))          | 1.5 | 2.25 | 0 | 0",
        "100*sqrt(abs(y - 0.01*x^2)) + 0.01*abs(x + 10) | -10 | 1 | 0 | 0",
        "-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - y - 47))) | 0 | -47 | 0 | 0",
        "x*sqrt(y)                   | 0  | 0  | 0  | 0",
        "x^1.5 + y                   | 0  | 0  | 0  | 1",
        "x^x + y                     | 1  | 0  | 1  | 1",
        "(x^2)^0.5 + y               | 0  | 0  | 0  | 1",
    })
    void kinksAndTipsHaveAStatedSlope(String text, double x, double y, double dx, double dy) {
        assertArrayEquals(new double[] {dx, dy}, gradient(text, x, y), text);
    }

    /** In the derivative itself, before any difference quotient stands in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x^y | 0 | 2", "sqrt(x)*x*ln(x + y) | 0 | 0", "sqrt(x^2 + y^2) | 0 | 0"})
    void inAProductOfDerivativesZeroWins(String text, double x, double y) {
        Formula f = Formula.parse(text);
        assertEquals(0, new Interpreter(f.algebra(), new double[] {x, y}, NO_KNOBS).value(f.first(1)), text);
    }

    @Test
    void crossInTrayHasAGradientWhereSinVanishes() {
        String text = "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100 - sqrt(x^2 + y^2)/pi))) + 1)^0.1";
        assertArrayEquals(new double[] {0, 0}, gradient(text, 0, 0));
        assertArrayEquals(new double[] {0, 0}, gradient(text, 0, 2));
    }

    /** J = -(1 + cos 12r)/(2 + r^2/2) = -1 + (72 + 1/2 ...) r^2/2 ...: 72/2 + 1/2/2 by each half. */
    @Test
    void dropWaveHasItsTrueHessianAtTheCentre() {
        String text = "-(1 + cos(12*sqrt(x^2 + y^2)))/(0.5*(x^2 + y^2) + 2)";
        assertArrayEquals(new double[] {72.5, 0, 0, 72.5}, hessian(text, 0, 0), 1e-12);
        double[] near = hessian(text, 1e-5, 1e-5);
        assertArrayEquals(new double[] {72.5, 0, 0, 72.5}, near, 1e-5);          // differs by the fourth derivative, some 1e4, times 1e-10
    }

    @Test
    void evenFunctionsOfAbsHaveNoKink() {
        assertArrayEquals(new double[] {-2, 0, 0, 0}, hessian("cos(sin(abs(x)))^2", 0, 1), 1e-15);
        assertArrayEquals(new double[] {2, 0, 0, 0}, hessian("abs(x)^2", 0, 1), 0);
        assertArrayEquals(new double[] {2, 0, 0, 0}, hessian("abs(x)*abs(x)", 0, 1), 0);
    }

    /** As written it is infinity over infinity there. */
    @Test
    void whatStillIsNotANumberBecomesADifferenceQuotient() {
        Formula f = Formula.parse("1/(1 + exp(-x))");
        double[] theta = {-800};
        assertTrue(Double.isNaN(new Interpreter(f.algebra(), theta, NO_KNOBS).value(f.first(0))));
        double[] gradient = {5};
        assertEquals(0, f.compiled().valueAndGradient(theta, NO_KNOBS, gradient));
        assertEquals(0, gradient[0]);
        double[] hessian = {5};
        f.compiled().hessian(theta, NO_KNOBS, hessian);
        assertEquals(0, hessian[0]);
        assertArrayEquals(new double[] {-800}, theta);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2000, -800, -400, 400, 800, 2000})
    void overflowInsideAFiniteValueLeavesAFiniteGradient(double x) {
        for (String text : List.of("1/(1 + exp(-x))", "exp(-exp(x))", "exp(-x^2)*exp(x)", "tanh(x)", "(exp(x) - exp(-x))/(exp(x) + exp(-x))",
                "sigmoid(x)", "softplus(x)", "gauss(x)")) {
            Formula f = Formula.parse(text);
            double[] gradient = new double[1];
            double value = f.compiled().valueAndGradient(new double[] {x}, NO_KNOBS, gradient);
            if (Double.isFinite(value)) {
                assertTrue(Double.isFinite(gradient[0]), () -> text + " at " + x + " has slope " + gradient[0]);
            }
        }
    }

    @Test
    void anInfiniteSlopeStaysInfinite() {
        assertEquals(Double.POSITIVE_INFINITY, gradient("sqrt(x)", 0, 0)[0]);
    }

    @Test
    void whereTheValueIsNotANumberNeitherIsTheGradient() {
        for (double g : gradient("sqrt(x) + y", -1, 0)) {
            assertTrue(Double.isNaN(g));
        }
        assertTrue(Double.isNaN(gradient("ln(x)", -1, 0)[1]));
    }

    @Test
    void zerosAreNeverNegative() {
        double[] g = gradient("-x^2 - y^2", 0, 0);
        assertEquals(0, Double.doubleToRawLongBits(g[0]));
        assertEquals(0, Double.doubleToRawLongBits(Formula.parse("-x").compiled().value(new double[1], NO_KNOBS)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x^2                | true",
        "abs(3)*x           | true",
        "abs(x)             | false",
        "abs(x)^2           | true",
        "abs(x^2 + 1)       | true",
        "abs(x^3 + 1)       | false",
        "sqrt(x^2 + 1)      | true",
        "sqrt(x^2)          | false",
        "cos(sqrt(x^2))     | true",
        "sin(sqrt(x^2))     | false",
        "cos(abs(x))        | true",
        "min(x, 1)          | false",
        "relu(x)            | false",
        "softplus(x)        | true",
        "relu(exp(x))       | true",
        "x^0.5              | false",
        "x^-2               | true",
        "x^1.5              | true",
        "(x^2 + 1)^0.3      | true",
        "asin(x)            | false",
        "sign(x)            | false",
        "2^x                | true",
        "1/x                | true",
    })
    void knowsWhatIsSmooth(String text, boolean smooth) {
        assertEquals(smooth, Formula.parse(text).isSmooth());
    }

    @Test
    void knobsDoNotMakeKinks() {
        assertTrue(Formula.parse("abs(a)*x + max(a, 1)*y", List.of("x", "y"), List.of("a")).isSmooth());
        assertFalse(Formula.parse("abs(a*x)", List.of("x"), List.of("a")).isSmooth());
    }
}
