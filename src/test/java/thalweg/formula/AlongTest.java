package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlongTest {
    private static final int FORMULAS = 2000;
    private static final double[] KNOBS = {0.7, 1.6};

    private static void assertSame(Formula f, int moving, double[] places, double[] theta) {
        CompiledFormula compiled = f.compiled();
        double[] found = new double[places.length];
        compiled.along(moving, places, KNOBS).values(theta, found, () -> false);
        double[] point = theta.clone();
        for (int i = 0; i < places.length; i++) {
            point[moving] = places[i];
            assertEquals(compiled.value(point, KNOBS), found[i], () -> f + " at " + Arrays.toString(point));
        }
    }

    @Test
    void randomFormulasHaveTheBitsOfOneByOne() {
        for (long seed = 0; seed < FORMULAS; seed++) {
            RandomFormulas random = new RandomFormulas(seed);
            Formula f = random.formula(1 + (int) (seed % 5));
            double[] places = IntStream.range(0, 5).mapToDouble(_ -> random.number()).toArray();
            assertSame(f, (int) (seed & 1), places, new double[] {random.number(), random.number()});
        }
    }

    @Test
    void rowAfterRowAndBlockAfterBlock() {
        Formula f = Formula.parse("sin(x)*exp(-y) + cos(x + y)/(x*x + 1) - sqrt(y) + a*sin(x)^2", List.of("x", "y"), List.of("a", "b"));
        for (int n : new int[] {1, 255, 256, 257, 600}) {
            double[] x = IntStream.range(0, n).mapToDouble(i -> -3 + i * 0.01).toArray();
            Along along = f.compiled().along(0, x, KNOBS);
            double[] found = new double[n];
            for (double y : new double[] {0.5, 2, -1, 0.5}) {
                along.values(new double[] {Double.NaN, y}, found, () -> false);
                for (int i = 0; i < n; i++) {
                    assertEquals(f.compiled().value(new double[] {x[i], y}, KNOBS), found[i], "x = " + x[i] + ", y = " + y);
                }
            }
        }
    }

    @Test
    void aFormulaOfOneVariableOrNoneNeedsNoOther() {
        for (String text : List.of("x^2", "y^2", "a + b", "3", "x", "y", "a*x", "-y")) {
            Formula f = Formula.parse(text, List.of("x", "y"), List.of("a", "b"));
            assertSame(f, 0, new double[] {-1, 0, 2.5}, new double[] {0, -0.75});
            assertSame(f, 1, new double[] {-1, 0, 2.5}, new double[] {0.25, 0});
        }
    }

    @Test
    void aLongFormulaIsNoException() {
        String sum = String.join(" + ", IntStream.range(1, 90).mapToObj(k -> "sin(" + k + "*x*y)").toList());
        Formula f = Formula.parse(sum, List.of("x", "y"), List.of("a", "b"));
        assertSame(f, 0, IntStream.range(0, 300).mapToDouble(i -> i * 0.01).toArray(), new double[] {0, 0.9});
    }

    @Test
    void nobodyWaitsForWhatIsNoLongerWanted() {
        Formula f = Formula.parse("sin(x*y)", List.of("x", "y"), List.of("a", "b"));
        double[] found = new double[600];
        Arrays.fill(found, Double.NaN);
        int[] asked = new int[1];
        f.compiled().along(0, new double[600], KNOBS).values(new double[2], found, () -> asked[0]++ == 1);
        assertEquals(0, found[0]);
        assertTrue(Double.isNaN(found[599]));
        assertEquals(2, asked[0]);
    }
}
