package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.math.Differences;

class FormulaTest {
    private static final double[] NONE = {};

    @Test
    void aKnobIsTurnedWithoutCompilingAgain() {
        Formula f = Formula.parse("a*x^2", List.of("x"), List.of("a"));
        CompiledFormula compiled = f.compiled();
        assertSame(compiled, f.compiled());
        double[] gradient = new double[1];
        assertEquals(18, compiled.valueAndGradient(new double[] {3}, new double[] {2}, gradient));
        assertEquals(12, gradient[0]);
        assertEquals(45, compiled.valueAndGradient(new double[] {3}, new double[] {5}, gradient));
        assertEquals(30, gradient[0]);
    }

    @Test
    void aFormulaWithoutVariablesIsANumber() {
        Formula f = Formula.parse("a^2 + pi", List.of(), List.of("a"));
        assertEquals(4 + Math.PI, f.compiled().value(NONE, new double[] {2}));
        assertEquals(4 + Math.PI, f.compiled().valueAndGradient(NONE, new double[] {2}, NONE));
        f.compiled().hessian(NONE, new double[] {2}, NONE);
    }

    @Test
    void saysWhatItWasMadeOf() {
        Formula f = Formula.parse(" x + a ", List.of("x", "y"), List.of("a", "b"));
        assertEquals(" x + a ", f.text());
        assertEquals(List.of("x", "y"), f.variables());
        assertEquals(List.of("a", "b"), f.knobs());
    }

    @Test
    void theHessianIsSymmetricToTheLastBit() {
        Formula f = Formula.parse("sin(x*y)*exp(x - y^2)/(1 + x^4)");
        double[] h = new double[4];
        f.compiled().hessian(new double[] {0.3, -0.8}, NONE, h);
        assertEquals(h[1], h[2]);
    }

    @Test
    void manyThreadsMayAskAtOnce() {
        Formula f = Formula.parse("sin(x)^3*cos(y)^2 + x*y");
        double[] theta = {0.4, 1.1};
        List<String> answers = IntStream.range(0, 64).parallel().mapToObj(i -> {
            double[] g = new double[2];
            double[] h = new double[4];
            double v = f.compiled().valueAndGradient(theta, NONE, g);
            f.compiled().hessian(theta, NONE, h);
            return v + " " + g[0] + " " + h[3] + " " + f.latexDerivative(i % 2).length() + f.latexSecondDerivative(0, 1).length() + f.isSmooth();
        }).distinct().toList();
        assertEquals(2, answers.size(), answers::toString);                // two derivatives, two lengths
    }

    /** Sizes at which the code no longer fits one method: 8,000 bytes, and 65,535. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 400})
    void largeFormulasAreCutIntoMethodsAndStayTheSame(int terms) {
        String text = IntStream.range(0, terms).mapToObj(i -> i % 10 + (i % 2 == 0 ? "x" : "y")).collect(Collectors.joining("+"));
        String nested = IntStream.range(0, Math.min(terms, 60)).mapToObj(i -> "sin(" + i + "x)").collect(Collectors.joining("*cos(y)+"));
        for (String t : List.of(text, nested)) {
            Formula f = Formula.parse(t);
            double[] theta = {0.37, -0.21};
            double[] gradient = new double[2];
            double[] hessian = new double[4];
            Interpreter interpreter = new Interpreter(f.algebra(), theta, NONE);
            assertEquals(interpreter.value(f.function()), f.compiled().valueAndGradient(theta, NONE, gradient));
            f.compiled().hessian(theta, NONE, hessian);
            assertArrayEquals(new double[] {interpreter.value(f.first(0)) + 0.0, interpreter.value(f.first(1)) + 0.0}, gradient);
            assertEquals(interpreter.value(f.second(0, 1)) + 0.0, hessian[1]);
        }
    }

    @Test
    void aHundredVariablesAreFine() {
        Formula f = Formula.parse("sqrt(" + IntStream.range(0, 100).mapToObj(i -> "theta" + i + "^2").collect(Collectors.joining("+")) + ")");
        assertEquals(100, f.variables().size());
        double[] theta = IntStream.range(0, 100).mapToDouble(i -> i - 40).toArray();
        double[] gradient = new double[100];
        double norm = f.compiled().valueAndGradient(theta, NONE, gradient);
        double[] hessian = new double[10_000];
        f.compiled().hessian(theta, NONE, hessian);
        for (int i = 0; i < 100; i++) {
            assertEquals(theta[i] / norm, gradient[i], 1e-15);
            for (int j = 0; j < 100; j++) {
                assertEquals(((i == j ? 1 : 0) - theta[i] * theta[j] / norm / norm) / norm, hessian[100 * i + j], 1e-15);
            }
        }
    }

    /** (ln x)'' = -1/x^2 has numbers where ln has none. */
    @Test
    void whereTheValueIsNotANumberNeitherAreTheDerivatives() {
        Formula f = Formula.parse("ln(x)");
        double[] g = new double[1];
        double[] h = new double[1];
        f.compiled().valueAndGradient(new double[] {-1}, NONE, g);
        f.compiled().hessian(new double[] {-1}, NONE, h);
        assertTrue(Double.isNaN(g[0]) && Double.isNaN(h[0]), "gradient " + g[0] + ", Hessian " + h[0]);
    }

    /** A product of 99 variables has 4,851 different second derivatives of 97 factors each. */
    @Test
    void aHessianTooLargeToWriteDownIsMadeOfDifferences() {
        Formula f = Formula.parse(IntStream.rangeClosed(1, 99).mapToObj(i -> "theta" + i).collect(Collectors.joining("*")));
        double[] theta = new double[99];
        Arrays.fill(theta, 1);
        double[] hessian = new double[99 * 99];
        f.compiled().hessian(theta, NONE, hessian);
        for (int i = 0; i < 99; i++) {
            for (int j = 0; j < 99; j++) {
                assertEquals(i == j ? 0 : 1, hessian[99 * i + j], 1e-9);
            }
        }
    }

    /** Text of the greatest length and depth, of every kind that grows when differentiated. */
    @ParameterizedTest
    @ValueSource(strings = {"sin(|x|)|190", "exp(|x y|)|190", "sqrt(x*|y|)|190", "1/(x+|y|)|190", "(x^y+|x|)^y|150", "min(x,|y|)|190",
            "abs(x-|y|)|190", "x^|x||199", "x/|y||990"})
    void hostileTextNeitherOverflowsNorStalls(String parts) {
        String[] p = parts.split("\\|", -1);
        int times = Integer.parseInt(p[3]);
        Formula f = Formula.parse(p[0].repeat(times) + p[1] + p[2].repeat(times));
        int n = f.variables().size();
        double[] theta = IntStream.range(0, n).mapToDouble(i -> 0.7 - 0.2 * i).toArray();
        double[] gradient = new double[n];
        double value = f.compiled().valueAndGradient(theta, NONE, gradient);
        f.compiled().hessian(theta, NONE, new double[n * n]);
        assertFalse(f.latexSecondDerivative(0, n - 1).isEmpty());
        double[] differences = Differences.gradient(t -> f.compiled().value(t, NONE), theta);
        if (Double.isFinite(value) && Math.abs(value) < 1e6) {
            for (int i = 0; i < n; i++) {
                assertEquals(differences[i], gradient[i], 1e-6 * Math.max(1, Math.abs(gradient[i])));
            }
        }
    }
}
