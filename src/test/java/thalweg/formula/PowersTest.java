package thalweg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import thalweg.math.Chance;
import thalweg.math.Purpose;

class PowersTest {
    private long drawn;

    private double uniform() {
        return Chance.uniform(5, Purpose.TEST, drawn++);
    }

    private static void same(double x, double y) {
        double[] power = {x, 7};
        Powers.pow(power, power, new double[] {y, 7}, 1);
        assertEquals(StrictMath.pow(x, y), power[0], () -> x + " ^ " + y);
        assertEquals(7, power[1]);
    }

    @Test
    void hasTheBitsOfStrictMathAtEveryMagnitude() {
        for (int i = 0; i < 300_000; i++) {
            double x = Math.pow(2, 2100 * uniform() - 1050);
            double y = Math.pow(2, 50 * uniform() - 15) * (uniform() < 0.5 ? -1 : 1);
            same(x, y);
            same(x, (1100 * uniform() - 550) / Math.log(x));                 // results at every magnitude, subnormal ones too
            same(-x, Math.rint(40 * uniform() - 20));
            same(-x, y);
        }
    }

    @Test
    void hasThemWhereTheSeriesChanges() {
        for (double x : new double[] {1, 1.5, 2, Math.sqrt(1.5), Math.sqrt(3), 0.75, 1e-300, Double.MIN_NORMAL, Double.MAX_VALUE}) {
            for (int i = -2000; i <= 2000; i++) {
                double near = x * (1 + i * 1e-8);
                same(near, 0.1);
                same(near, 1.0 / 3);
                same(near, -7.3);
                same(near, 1e6);
                same(Math.nextUp(x), i);
            }
        }
    }

    @Test
    void specialArgumentsAreThoseOfStrictMath() {
        double[] numbers = {0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, 4, 1e-320, -1e-320, 0x1p31, 0x1p32, -0x1p31, 1e300, -1e300, Double.MIN_VALUE,
                Double.MIN_NORMAL, Double.MAX_VALUE,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1 + 1e-15, 1 - 1e-15};
        for (double x : numbers) {
            for (double y : numbers) {
                same(x, y);
            }
        }
    }
}
