package thalweg.objective;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;

class MaximisedTest {
    private final Objective original = Objectives.CATALOG.make(Spec.of("himmelblau"));
    private final Objective up = new Maximised(original);
    private final double[] x = {1.3, -0.7};

    @Test
    void valueGradientAndHessianAreNegated() {
        double[] g = new double[2];
        double[] negated = new double[2];
        assertEquals(-original.valueAndGradient(x, g), up.valueAndGradient(x, negated));
        assertEquals(-original.value(x), up.value(x));
        assertArrayEquals(new double[] {-g[0], -g[1]}, negated);
        double[] h = new double[4];
        double[] upHessian = new double[4];
        original.hessian(x, h);
        up.hessian(x, upHessian);
        assertArrayEquals(new double[] {-h[0], -h[1], -h[2], -h[3]}, upHessian);
        double[] product = new double[2];
        up.hessianAt(x).orElseThrow().times(new double[] {2, 3}, product);
        assertArrayEquals(new double[] {-(h[0] * 2 + h[1] * 3), -(h[2] * 2 + h[3] * 3)}, product);
        new Maximised(up).hessianAt(x).orElseThrow().times(new double[] {2, 3}, product);
        assertEquals(h[0] * 2 + h[1] * 3, product[0]);
    }

    @Test
    void twiceIsTheSame() {
        assertEquals(original.value(x), new Maximised(up).value(x));
    }

    @Test
    void minimaOfTheOriginalAreNoMinimaAnyMore() {
        assertEquals(List.of(), up.appearance().minima());
        assertEquals(original.appearance().window(), up.appearance().window());
    }

    @Test
    void withoutScratchItIsItsOwnEvaluatorAndWithNoiseItPassesTheStepOn() {
        assertSame(up, up.evaluator());
        double[] first = new double[2];
        double[] second = new double[2];
        double[] noisy = new double[2];
        Objective evaluator = new Maximised(new NoisyObjective(original, 1, 5)).evaluator();
        evaluator.valueAndGradient(x, first);
        evaluator.toStep(1);
        evaluator.valueAndGradient(x, second);
        Objective plain = new NoisyObjective(original, 1, 5).evaluator();
        plain.toStep(1);
        plain.valueAndGradient(x, noisy);
        assertArrayEquals(new double[] {-noisy[0], -noisy[1]}, second);
        assertEquals(false, first[0] == second[0]);
    }
}
