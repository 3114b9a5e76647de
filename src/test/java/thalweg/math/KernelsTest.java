package thalweg.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernels against their definition, against Java's mathematics, and against each other to the last bit. */
class KernelsTest {
    private static final Kernels SCALAR = new ScalarKernels();

    static List<Kernels> all() {
        return List.of(SCALAR, Kernels.fastest());
    }

    private static double[] random(int n, long seed) {
        return IntStream.range(0, n).mapToDouble(i -> Chance.gaussian(seed, Purpose.TEST, i)).toArray();
    }

    @Test
    void theTestsRunWithTheVectorApi() {
        assertTrue(Kernels.fastest() instanceof VectorKernels, "chosen: " + Kernels.fastest().name());
        assertEquals("scalar", SCALAR.name());
    }

    /** Sizes around tiles, blocks and lanes; the definition is exact, so no tolerance. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "2,1,3", "3,5,7", "4,8,9", "5,33,40", "9,64,17", "6,40,300", "17,70,513", "7,10,600", "33,1,50", "1,90,20"})
    void productsAreSumsInTheOrderOfP(int m, int n, int k) {
        double[] a = random(3 + m * k, 1);
        double[] b = random(5 + k * n, 2);
        double[] start = random(7 + m * n, 3);
        double[] expected = start.clone();
        double[] aTransposed = new double[2 + m * k];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int p = 0; p < k; p++) {
                    aTransposed[2 + p * m + i] = a[3 + i * k + p];
                    expected[7 + i * n + j] = Math.fma(a[3 + i * k + p], b[5 + p * n + j], expected[7 + i * n + j]);
                }
            }
        }
        for (Kernels kernels : all()) {
            double[] plain = start.clone();
            kernels.addProduct(m, n, k, a, 3, b, 5, plain, 7);
            assertArrayEquals(expected, plain, kernels.name());
            double[] left = start.clone();
            kernels.addTransposedProduct(m, n, k, aTransposed, 2, b, 5, left, 7);
            assertArrayEquals(expected, left, kernels.name());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void rowsAreFilledAndAdded(Kernels kernels) {
        double[] c = new double[1 + 3 * 2];
        kernels.fillRows(3, 2, new double[] {9, 4, 5}, 1, c, 1);
        assertArrayEquals(new double[] {0, 4, 5, 4, 5, 4, 5}, c);
        double[] row = {1, 2};
        kernels.addRows(3, 2, c, 1, row, 0);
        assertArrayEquals(new double[] {13, 17}, row);
    }

    /** The stripes written out: 16 partial sums, added 8, 4, 2 and 1 apart. */
    @ParameterizedTest
    @MethodSource("all")
    void innerProductsAndSumsRunInStripes(Kernels kernels) {
        for (int n : new int[] {0, 1, 5, 15, 16, 17, 31, 64, 100, 1003}) {
            double[] x = random(n + 2, 4);
            double[] y = random(n + 3, 5);
            double[] dots = new double[16];
            double[] sums = new double[16];
            for (int i = 0; i < n; i++) {
                dots[i % 16] = Math.fma(x[2 + i], y[3 + i], dots[i % 16]);
                sums[i % 16] += x[2 + i];
            }
            for (int apart = 8; apart > 0; apart /= 2) {
                for (int s = 0; s < apart; s++) {
                    dots[s] += dots[s + apart];
                    sums[s] += sums[s + apart];
                }
            }
            assertEquals(dots[0], kernels.dot(n, x, 2, y, 3), kernels.name() + ", n = " + n);
            assertEquals(sums[0], kernels.sum(n, x, 2), kernels.name() + ", n = " + n);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void axpyIsOneFmaEach(Kernels kernels) {
        double[] x = random(203, 6);
        double[] y = random(204, 7);
        double[] expected = y.clone();
        for (int i = 0; i < 202; i++) {
            expected[2 + i] = Math.fma(-1.7, x[1 + i], y[2 + i]);
        }
        kernels.axpy(202, -1.7, x, 1, y, 2);
        assertArrayEquals(expected, y);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGreaterStaysAndHingesAddWhatIsAboveMinusOne(Kernels kernels) {
        for (int n : new int[] {4, 100}) {
            double[] y = new double[n];
            double[] x = new double[n];
            x[0] = 2;
            x[1] = -3;
            x[2] = Double.NaN;
            kernels.max(n, x, 0, y, 0);
            assertArrayEquals(new double[] {2, 0, 0, 0}, java.util.Arrays.copyOf(y, 4));
            double[] sum = new double[n];
            kernels.addHinges(n, x, 0, new double[n], 0, sum, 0);
            kernels.addHinges(n, x, 0, new double[n], 0, sum, 0);
            assertArrayEquals(new double[] {6, 0, Double.NaN, 2}, java.util.Arrays.copyOf(sum, 4));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void pointsOfAPlaneAreTheSameWhicheverDirectionComesFirst(Kernels kernels) {
        double[] o = random(203, 8);
        double[] u = random(204, 9);
        double[] v = random(205, 10);
        double[] expected = new double[203];
        double[] one = new double[203];
        double[] other = new double[203];
        for (int i = 0; i < 200; i++) {
            expected[1 + i] = o[2 + i] + (0.3 * u[3 + i] + -1.7 * v[4 + i]);
        }
        kernels.plane(200, o, 2, 0.3, u, 3, -1.7, v, 4, one, 1);
        kernels.plane(200, o, 2, -1.7, v, 4, 0.3, u, 3, other, 1);
        assertArrayEquals(expected, one);
        assertArrayEquals(one, other);
        kernels.plane(200, o, 2, 0, u, 3, 0, v, 4, one, 2);
        assertArrayEquals(java.util.Arrays.copyOfRange(o, 2, 202), java.util.Arrays.copyOfRange(one, 2, 202));
    }

    /** What the functions meet: the whole line, the neighbourhood of 0, the edges of overflow and underflow, and what is no number. */
    private static double[] arguments() {
        double[] x = new double[60_000];
        for (int i = 0; i < x.length; i++) {
            double u = Chance.uniform(8, Purpose.TEST, i) - 0.5;
            x[i] = switch (i % 5) {
                case 0 -> 1500 * u;
                case 1 -> 40 * u;
                case 2 -> 2 * u;
                case 3 -> Math.scalb(2 * u, -(i % 300));
                default -> 8 * u;
            };
        }
        double[] special = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 709.782712893384, 709.782712893385,
            -745.1332191019411, -745.1332191019412, -708.5, 0.625, -0.625, Math.nextDown(0.625), Double.MIN_VALUE, -Double.MIN_VALUE, 1e300, -1e300};
        System.arraycopy(special, 0, x, 0, special.length);
        return x;
    }

    @Test
    void bothTwinsGiveTheSameBits() {
        double[] x = arguments();
        double[] y = random(x.length + 1, 11);
        for (int n : new int[] {1, 8, 65, 71, 1030, x.length - 1}) {
            double[] scalar = new double[x.length];
            double[] fastest = new double[x.length];
            SCALAR.exp(n, x, 1, scalar, 1);
            Kernels.fastest().exp(n, x, 1, fastest, 1);
            assertArrayEquals(scalar, fastest);
            SCALAR.tanh(n, x, 0, scalar, 1);
            Kernels.fastest().tanh(n, x, 0, fastest, 1);
            assertArrayEquals(scalar, fastest);
            SCALAR.max(n, x, 0, scalar, 1);
            Kernels.fastest().max(n, x, 0, fastest, 1);
            assertArrayEquals(scalar, fastest);
            SCALAR.addHinges(n, x, 0, y, 1, scalar, 1);
            Kernels.fastest().addHinges(n, x, 0, y, 1, fastest, 1);
            assertArrayEquals(scalar, fastest);
            SCALAR.log(n, x, 0, scalar, 1);
            Kernels.fastest().log(n, x, 0, fastest, 1);
            assertArrayEquals(scalar, fastest);
            SCALAR.log1p(n, x, 0, scalar, 1);
            Kernels.fastest().log1p(n, x, 0, fastest, 1);
            assertArrayEquals(scalar, fastest);
        }
    }

    /** In units of the last place of StrictMath, itself within 1 ulp for both functions: hence one more than the contract says. */
    @ParameterizedTest
    @MethodSource("all")
    void exponentialAndTanhAreRightToTheLastPlaces(Kernels kernels) {
        double[] x = arguments();
        double[] exp = new double[x.length];
        double[] tanh = new double[x.length];
        kernels.exp(x.length, x, 0, exp, 0);
        kernels.tanh(x.length, x, 0, tanh, 0);
        for (int i = 0; i < x.length; i++) {
            assertUlps(StrictMath.exp(x[i]), exp[i], 2, "exp " + x[i]);
            assertUlps(StrictMath.tanh(x[i]), tanh[i], 3, "tanh " + x[i]);
        }
    }

    /** Within 1 ulp of StrictMath, itself within 1 ulp, over all sizes of numbers; near 1, where the logarithm vanishes, too. */
    @ParameterizedTest
    @MethodSource("all")
    void logarithmsAreRightToTheLastPlaces(Kernels kernels) {
        double[] x = new double[40_000];
        double[] part = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double u = Chance.uniform(10, Purpose.TEST, i);
            x[i] = switch (i % 4) {
                case 0 -> Math.scalb(1 + u, i % 2098 - 1074);
                case 1 -> 1 + (u - 0.5) * Math.scalb(1, -(i % 50));
                case 2 -> 10 * u;
                default -> 0.5 + 1.5 * u;
            };
            part[i] = i % 2 == 0 ? u : Math.scalb(u, -(i % 1000));
        }
        double[] special = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 1, 2, Double.MIN_VALUE, Double.MAX_VALUE,
            Double.MIN_NORMAL, Math.nextDown(Double.MIN_NORMAL), Math.sqrt(0.5), Math.nextUp(Math.sqrt(0.5)), Math.nextDown(1), Math.nextUp(1)};
        System.arraycopy(special, 0, x, 0, special.length);
        System.arraycopy(new double[] {0, 1, Double.NaN, Double.MIN_VALUE, 0x1p-53, 0x1p-52}, 0, part, 0, 6);
        double[] log = new double[x.length];
        double[] log1p = new double[x.length];
        kernels.log(x.length, x, 0, log, 0);
        kernels.log1p(x.length, part, 0, log1p, 0);
        for (int i = 0; i < x.length; i++) {
            assertUlps(StrictMath.log(x[i]), log[i], 2, "log " + x[i]);
            assertUlps(StrictMath.log1p(part[i]), log1p[i], 3, "log1p " + part[i]);
        }
        double[] inPlace = x.clone();
        kernels.log(x.length, inPlace, 0, inPlace, 0);
        assertArrayEquals(log, inPlace);
    }

    private static void assertUlps(double expected, double value, int ulps, String what) {
        if (Double.compare(expected, value) != 0) {
            assertTrue(Math.abs(expected - value) <= ulps * Math.ulp(expected), what + ": " + value + " instead of " + expected);
        }
    }

    /** e^x by its series in 60 digits; the contract's own bound. */
    @Test
    void exponentialIsWithinOneUlpOfTheTruth() {
        MathContext digits = new MathContext(60);
        double worst = 0;
        for (int i = 0; i < 4000; i++) {
            double x = 700 * (2 * Chance.uniform(9, Purpose.TEST, i) - 1);
            int halvings = 12;
            BigDecimal r = new BigDecimal(x).divide(new BigDecimal(1 << halvings), digits);
            BigDecimal sum = BigDecimal.ONE;
            BigDecimal term = BigDecimal.ONE;
            for (int n = 1; n < 30; n++) {
                term = term.multiply(r, digits).divide(BigDecimal.valueOf(n), digits);
                sum = sum.add(term, digits);
            }
            for (int h = 0; h < halvings; h++) {
                sum = sum.multiply(sum, digits);
            }
            double value = Exponential.exp(x);
            double error = sum.subtract(new BigDecimal(value), digits).abs().doubleValue() / Math.ulp(value);
            worst = Math.max(worst, error);
        }
        assertTrue(worst < 1, "worst error " + worst + " ulp");
    }
}
