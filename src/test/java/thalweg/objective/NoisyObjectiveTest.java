package thalweg.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;

class NoisyObjectiveTest {
    private final Objective exact = Objectives.CATALOG.make(Spec.of("rosenbrock"));
    private final double[] x = {-0.5, 1.5};

    private static double[] gradient(Objective f, double[] x) {
        double[] g = new double[f.dimension()];
        f.valueAndGradient(x, g);
        return g;
    }

    private double[] noise(Objective evaluator, int step, double[] at) {
        evaluator.toStep(step);
        double[] noisy = gradient(evaluator, at);
        double[] clean = gradient(exact, at);
        return new double[] {noisy[0] - clean[0], noisy[1] - clean[1]};
    }

    @Test
    void noiseHasMeanZeroTheDeviationAskedForAndNoCorrelation() {
        Objective evaluator = new NoisyObjective(exact, 2, 11).evaluator();
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        double product = 0;
        double lagged = 0;
        double before = 0;
        for (int step = 0; step < n; step++) {
            double[] z = noise(evaluator, step, x);
            sum += z[0] + z[1];
            squares += z[0] * z[0] + z[1] * z[1];
            product += z[0] * z[1];
            lagged += before * z[0];
            before = z[1];
        }
        // five standard errors each: 2 sqrt(2 n), 4 sqrt(2) sqrt(2 n), 4 sqrt(n)
        assertEquals(0, sum, 5 * 2 * Math.sqrt(2.0 * n));
        assertEquals(4 * 2.0 * n, squares, 5 * 4 * Math.sqrt(2) * Math.sqrt(2.0 * n));
        assertEquals(0, product, 5 * 4 * Math.sqrt(n));
        assertEquals(0, lagged, 5 * 4 * Math.sqrt(n));
    }

    @Test
    void noiseDependsOnSeedStepAndComponentOnly() {
        Objective evaluator = new NoisyObjective(exact, 1, 3).evaluator();
        double[] at7 = noise(evaluator, 7, x);
        double[] at8 = noise(evaluator, 8, x);
        // whatever was asked before, and elsewhere within the step; 1e-11: the gradients that are subtracted are of order 1e3
        assertArrayEquals(at7, noise(new NoisyObjective(exact, 1, 3).evaluator(), 7, new double[] {0.2, 0.9}), 1e-11);
        assertArrayEquals(at7, noise(evaluator, 7, x));
        assertNotEquals(at7[0], at7[1]);
        assertNotEquals(at7[0], at8[0]);
        assertNotEquals(at7[0], noise(new NoisyObjective(exact, 1, 4).evaluator(), 7, x)[0]);
    }

    @Test
    void valueAndHessianStayExact() {
        Objective evaluator = new NoisyObjective(exact, 10, 3).evaluator();
        evaluator.toStep(4);
        assertEquals(exact.value(x), evaluator.value(x));
        assertEquals(exact.value(x), evaluator.valueAndGradient(x, new double[2]));
        double[] expected = new double[4];
        double[] found = new double[4];
        exact.hessian(x, expected);
        evaluator.hessian(x, found);
        assertArrayEquals(expected, found);
        double[] column = new double[2];
        evaluator.hessianAt(x).orElseThrow().times(new double[] {0, 1}, column);
        assertArrayEquals(new double[] {expected[1], expected[3]}, column);
    }

    @Test
    void noNoiseLeavesEveryBit() {
        assertArrayEquals(gradient(exact, x), gradient(new NoisyObjective(exact, 0, 3), x));
    }

    @Test
    void evaluatorsDoNotShareTheirStep() {
        NoisyObjective noisy = new NoisyObjective(exact, 1, 3);
        Objective one = noisy.evaluator();
        Objective other = noisy.evaluator();
        one.toStep(5);
        assertArrayEquals(gradient(noisy, x), gradient(other, x));
        assertNotEquals(gradient(one, x)[0], gradient(other, x)[0]);
        assertThrows(IllegalStateException.class, () -> noisy.toStep(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void wrongDeviationsAreRefused(double sigma) {
        String message = assertThrows(IllegalArgumentException.class, () -> new NoisyObjective(exact, sigma, 1)).getMessage();
        assertTrue(message.contains("noise must be a finite number >= 0, but was"), message);
    }

    @Test
    void noiseNeverMakesAGradientUndefined() {
        Objective evaluator = new NoisyObjective(exact, 1e6, 3).evaluator();
        for (int step = 0; step < 2_000; step++) {
            double[] z = noise(evaluator, step, x);
            assertTrue(Double.isFinite(z[0]) && Double.isFinite(z[1]));
        }
    }
}
