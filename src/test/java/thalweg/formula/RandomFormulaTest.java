package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import thalweg.math.Differences;

/** Thousands of seeded formulas: generated code against the interpreter, exact derivatives against differences. */
class RandomFormulaTest {
    private static final int FORMULAS = 4000;
    private static final int DEEPEST = 5;
    private static final double[] NO_POINT = {};

    private record Case(Formula formula, double[] theta, double[] knobs) {
        static Case of(long seed, boolean special) {
            RandomFormulas random = new RandomFormulas(seed);
            Formula f = random.formula(1 + (int) (seed % DEEPEST));
            double[] theta = special ? new double[] {random.number(), random.number()}
                    : new double[] {3 * random.uniform() - 1.5, 3 * random.uniform() - 1.5};
            return new Case(f, theta, new double[] {0.3 + random.uniform(), 0.3 + random.uniform()});
        }

        double interpreted(Expr e) {
            return new Interpreter(formula.algebra(), theta, knobs).value(e) + 0.0;          // a zero is never negative
        }

        double value(double[] at) {
            return formula.compiled().value(at, knobs);
        }

        double[] gradient(double[] at) {
            double[] gradient = new double[2];
            formula.compiled().valueAndGradient(at, knobs, gradient);
            return gradient;
        }

        double[] hessian() {
            double[] hessian = new double[4];
            formula.compiled().hessian(theta, knobs, hessian);
            return hessian;
        }

        Supplier<String> describe(String what) {
            return () -> what + " of " + formula + " at x = " + theta[0] + ", y = " + theta[1] + ", a = " + knobs[0] + ", b = " + knobs[1];
        }
    }

    @Test
    void compiledEqualsInterpretedBitForBit() {
        int finite = 0;
        for (long seed = 0; seed < FORMULAS; seed++) {
            Case c = Case.of(seed, true);
            double[] gradient = new double[2];
            double value = c.formula.compiled().valueAndGradient(c.theta, c.knobs, gradient);
            assertEquals(c.interpreted(c.formula.function()), value, c.describe("value"));
            assertEquals(value, c.value(c.theta), c.describe("value alone"));
            for (int i = 0; i < 2; i++) {
                double exact = c.interpreted(c.formula.first(i));
                if (Double.isFinite(value) && !Double.isNaN(exact)) {
                    assertEquals(exact, gradient[i], c.describe("derivative " + i));
                    finite++;
                }
                if (Double.isNaN(value)) {
                    assertTrue(Double.isNaN(gradient[i]), c.describe("derivative " + i + " beside a value that is not a number"));
                }
            }
        }
        assertTrue(finite > FORMULAS, "only " + finite + " derivatives were compared");
    }

    @Test
    void compiledHessianEqualsInterpretedBitForBit() {
        int finite = 0;
        for (long seed = 0; seed < FORMULAS / 4; seed++) {
            Case c = Case.of(seed, true);
            double[] hessian = c.hessian();
            boolean nowhere = Double.isNaN(c.value(c.theta));         // where the cost ends its Hessian does, whatever its formula says
            for (int i = 0; i < 4; i++) {
                double exact = nowhere ? Double.NaN : c.interpreted(c.formula.second(i / 2, i % 2));
                if (nowhere || !Double.isNaN(exact)) {
                    assertEquals(exact, hessian[i], c.describe("second derivative " + i));
                    finite++;
                }
            }
        }
        assertTrue(finite > FORMULAS / 2, "only " + finite + " second derivatives were compared");
    }

    @Test
    void gradientEqualsDifferences() {
        int[] compared = new int[1];
        for (long seed = 0; seed < FORMULAS; seed++) {
            Case c = Case.of(seed, false);
            if (Double.isFinite(c.value(c.theta))) {
                double[] gradient = c.gradient(c.theta);
                for (int i = 0; i < 2; i++) {
                    int k = i;
                    compare(gradient[i], h -> Differences.partial(c::value, c.theta, k, h), Math.abs(c.value(c.theta)), c.describe("derivative " + i),
                            compared);
                }
            }
        }
        assertTrue(compared[0] > FORMULAS, "only " + compared[0] + " derivatives were compared");
    }

    @Test
    void hessianEqualsDifferencesOfTheGradient() {
        int[] compared = new int[1];
        for (long seed = 0; seed < FORMULAS / 4; seed++) {
            Case c = Case.of(seed, false);
            if (Double.isFinite(c.value(c.theta))) {
                double[] hessian = c.hessian();
                for (int i = 0; i < 4; i++) {
                    int k = i;
                    compare(hessian[i], h -> Differences.partial(t -> c.gradient(t)[k / 2], c.theta, k % 2, h), Math.abs(c.gradient(c.theta)[i / 2]),
                            c.describe("second derivative " + i), compared);
                }
            }
        }
        assertTrue(compared[0] > FORMULAS / 2, "only " + compared[0] + " second derivatives were compared");
    }

    /**
     * The exact value must lie within what two step lengths say of the difference quotient's own error. Where they disagree (a kink or pole within a
     * step, a function that oscillates faster) nothing is compared; how many were is counted.
     */
    private static void compare(double exact, DoubleUnaryOperator quotient, double size, Supplier<String> what, int[] compared) {
        double coarse = quotient.applyAsDouble(4e-5);
        double fine = quotient.applyAsDouble(1e-5);
        double rounding = 1e-14 * size / 1e-5;                                     // some fifty roundings of the function, over the step
        double error = 4 * Math.abs(coarse - fine) + rounding + 1e-7 * Math.max(1, Math.abs(fine));
        if (Double.isFinite(fine) && Double.isFinite(coarse) && error < 1e-3 * Math.max(1, Math.abs(fine))) {
            assertEquals(fine, exact, error, what);
            compared[0]++;
        }
    }

    @Test
    void printedAndReadBackIsTheSameNode() {
        for (long seed = 0; seed < FORMULAS; seed++) {
            Formula f = new RandomFormulas(seed).formula(1 + (int) (seed % DEEPEST));
            Formula again = Formula.parse(Printer.print(f.function()), RandomFormulas.VARIABLES, RandomFormulas.KNOBS);
            assertEquals(f.function(), again.function(), f::text);
        }
    }

    @Test
    void constantsAreFoldedToTheSameBits() {
        for (long seed = 0; seed < FORMULAS / 4; seed++) {
            String text = new RandomFormulas(seed).text(3).replaceAll("\\b[xyab]\\b", "0.75");
            Formula f = Formula.parse(text, List.of(), List.of());
            assertEquals(new Interpreter(f.algebra(), NO_POINT, NO_POINT).value(f.function()) + 0.0, f.compiled().value(NO_POINT, NO_POINT), text);
        }
    }
}
