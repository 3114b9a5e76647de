package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Allocated;
import thalweg.math.Chance;
import thalweg.math.Differences;
import thalweg.math.Kernels;
import thalweg.math.PlainKernels;
import thalweg.math.Purpose;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Objective;

class NetworkHessianTest {
    /** A power of two near {@link Differences#STEP}, so that h v is exact. */
    private static final double H = 0x1p-17;

    static List<NetworkObjectiveTest.Case> cases() {
        return NetworkObjectiveTest.cases();
    }

    private static NetworkObjective objective(String model, String data) {
        return Networks.objective(Models.CATALOG.make(Spec.parse(model)), DataSources.CATALOG.make(Spec.parse(data)).make(3), 5);
    }

    private static double[] random(int n, long seed) {
        return IntStream.range(0, n).mapToDouble(i -> 0.8 * Chance.gaussian(seed, Purpose.TEST, i)).toArray();
    }

    private static double[] times(SymmetricOperator h, double[] v) {
        double[] product = new double[v.length];
        h.times(v, product);
        return product;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** The derivative of the gradient along v by central differences. */
    private static double[] difference(Objective f, double[] theta, double[] v, double h) {
        double[] up = IntStream.range(0, v.length).mapToDouble(i -> theta[i] + h * v[i]).toArray();
        double[] down = IntStream.range(0, v.length).mapToDouble(i -> theta[i] - h * v[i]).toArray();
        double[] above = new double[v.length];
        double[] below = new double[v.length];
        f.valueAndGradient(up, above);
        f.valueAndGradient(down, below);
        return IntStream.range(0, v.length).mapToDouble(i -> (above[i] - below[i]) / (2 * h)).toArray();
    }

    /**
     * Every activation with every loss, with and without skip, bias and penalty, and every other model. Extrapolated differences are good to
     * about 1e-10 times the gradient here; where a kink (ReLU, hinge, the bend of ELU) lies within the step, two steps of different length
     * disagree, and that is then the tolerance.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void productEqualsDifferencesOfTheGradient(NetworkObjectiveTest.Case combination) {
        Objective f = combination.objective().evaluator();
        int n = f.dimension();
        int smooth = 0;
        for (int seed = 0; seed < 3; seed++) {
            double[] theta = random(n, seed);
            double[] v = random(n, 100 + seed);
            double[] product = times(f.hessianAt(theta).orElseThrow(), v);
            double[] coarse = difference(f, theta, v, H);
            double[] fine = difference(f, theta, v, H / 2);
            for (int i = 0; i < n; i++) {
                double expected = fine[i] + (fine[i] - coarse[i]) / 3;
                double error = Math.abs(fine[i] - coarse[i]);
                assertEquals(expected, product[i], 1e-8 * Math.max(1, Math.abs(expected)) + 3 * error,
                        combination + ", parameter " + i + ", seed " + seed);
                smooth += error < 1e-5 * Math.max(1, Math.abs(expected)) ? 1 : 0;
            }
        }
        assertTrue(smooth > 2.5 * n, "the tolerance stayed small at " + smooth + " of " + 3 * n);
    }

    /** To the rounding of sums of some hundred terms. */
    @ParameterizedTest
    @MethodSource("cases")
    void productIsLinearSymmetricAndThatOfTheMatrixOfItsColumns(NetworkObjectiveTest.Case combination) {
        Objective f = combination.objective();
        int n = f.dimension();
        SymmetricOperator h = f.hessianAt(random(n, 1)).orElseThrow();
        assertEquals(n, h.size());
        double[][] columns = new double[n][];
        double size = 0;
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            columns[i] = times(h, unit);
            size = Math.max(size, Math.sqrt(dot(columns[i], columns[i])));
        }
        double[] u = random(n, 2);
        double[] v = random(n, 3);
        double[] hu = times(h, u);
        double[] hv = times(h, v);
        double tolerance = 1e-13 * n * (1 + size);
        assertEquals(dot(u, hv), dot(v, hu), tolerance * n, combination + ": u H v = v H u");
        double[] w = IntStream.range(0, n).mapToDouble(i -> 2 * u[i] - 3 * v[i]).toArray();
        double[] hw = times(h, w);
        for (int i = 0; i < n; i++) {
            double row = 0;
            for (int j = 0; j < n; j++) {
                assertEquals(columns[i][j], columns[j][i], tolerance, combination + ": entry " + i + ", " + j);
                row += columns[j][i] * v[j];
            }
            assertEquals(row, hv[i], tolerance, combination + ": row " + i);
            assertEquals(2 * hu[i] - 3 * hv[i], hw[i], 5 * tolerance, combination + ": linear");
        }
    }

    /** 333 samples are two whole blocks and a part; what is not kept is worked out again the same way. */
    @Test
    void whatIsNotKeptGivesTheSameBits() {
        NetworkObjective j = objective("mlp(hidden=17-17, skip=true, activation=gelu)", "blobs(samples=333)");
        double[] theta = random(j.dimension(), 1);
        double[] v = random(j.dimension(), 2);
        double[] kept = times(new NetworkHessian(Kernels.fastest(), j.architecture(), j.loss(), j.data(), 0.1, theta), v);
        NetworkHessian small = new NetworkHessian(Kernels.fastest(), j.architecture(), j.loss(), j.data(), 0.1, theta, 0);
        assertArrayEquals(kept, times(small, v));
        assertArrayEquals(kept, times(small, v), "and the product leaves nothing behind");
        assertTrue(Arrays.stream(kept).anyMatch(p -> p != 0));
    }

    /** Not counting what Java makes of the Vector API's vectors before it has compiled them. Rounds, because the first may load classes. */
    @Test
    void productsAllocateNothing() throws ReflectiveOperationException {
        NetworkObjective j = objective("mlp(hidden=9-9, skip=true)", "blobs(samples=200)");
        double[] v = random(j.dimension(), 2);
        double[] product = new double[v.length];
        for (int mostKept : new int[] {0, 1 << 20}) {
            NetworkHessian h = new NetworkHessian(PlainKernels.scalar(), j.architecture(), j.loss(), j.data(), 0.1, random(v.length, 1),
                    mostKept);
            int times = 100;
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 20 && least >= 16 * times; round++) {
                long before = Allocated.byThisThread();
                for (int k = 0; k < times; k++) {
                    h.times(v, product);
                }
                least = Math.min(least, Allocated.byThisThread() - before);
            }
            assertTrue(least < 16 * times, least + " bytes in " + times + " products: not an object in each");
        }
    }

    /** 1000 samples are eight blocks; a product that is no longer wanted ends after the third, and the next is as if nothing had been. */
    @Test
    void longProductsEndEarlyWhenTheyAreNotWanted() {
        NetworkObjective j = objective("mlp(hidden=5)", "blobs(samples=1000)");
        double[] v = random(j.dimension(), 2);
        SymmetricOperator h = j.hessianAt(random(v.length, 1)).orElseThrow();
        double[] whole = times(j.hessianAt(random(v.length, 1)).orElseThrow(), v);
        int[] asked = new int[1];
        double[] cut = times(h.until(() -> ++asked[0] == 3), v);
        assertEquals(3, asked[0]);
        assertTrue(Arrays.stream(cut).allMatch(Double::isNaN));
        assertArrayEquals(whole, times(h, v));
        assertArrayEquals(whole, times(h.until(() -> false), v));
        assertTrue(Double.isNaN(times(h.negated().until(() -> true), v)[0]));
    }

    @Test
    void hessianStaysWhereItWasMade() {
        NetworkObjective j = objective("mlp(hidden=4)", "moons(samples=10)");
        double[] theta = random(j.dimension(), 1);
        double[] v = random(j.dimension(), 2);
        SymmetricOperator h = j.hessianAt(theta).orElseThrow();
        double[] before = times(h, v);
        Arrays.fill(theta, 7);
        assertArrayEquals(before, times(h, v));
    }

    /** Each of 24 samples is in one of three batches of 8, and the penalty is that of all data: the mean over the batches is the whole. */
    @Test
    void hessiansOfTheBatchesHaveTheWholeAsTheirMean() {
        DataSet blobs = DataSources.CATALOG.make(Spec.parse("blobs(samples=24)")).make(3);
        NetworkObjective j = Networks.objective(Models.CATALOG.make(Spec.parse("mlp(hidden=5)")), blobs, Loss.CROSS_ENTROPY, 0.5, 5);
        double[] theta = random(j.dimension(), 1);
        double[] v = random(j.dimension(), 2);
        Objective batches = j.batches(8, 11).evaluator();
        double[] mean = new double[v.length];
        double[][] seen = new double[3][];
        for (int step = 0; step < 3; step++) {
            batches.toStep(step);
            SymmetricOperator h = batches.hessianAt(theta).orElseThrow();
            batches.toStep(step + 1);                             // the operator stays at its step
            seen[step] = times(h, v);
            for (int i = 0; i < v.length; i++) {
                mean[i] += seen[step][i] / 3;
            }
        }
        double[] whole = times(j.hessianAt(theta).orElseThrow(), v);
        assertArrayEquals(whole, mean, 1e-14, "rounding of numbers below 1");
        assertTrue(Math.abs(seen[0][0] - seen[1][0]) > 1e-6, "batches differ");
        assertArrayEquals(seen[0], times(j.batches(8, 11).hessianAt(theta).orElseThrow(), v), "without a step it is at the first");
    }

    /** J of a line is a parabola: the mean of (x, 1)(x, 1)^T, whatever theta is. */
    @Test
    void hessianOfALineIsTheMeanOfItsProducts() {
        SymmetricOperator h = objective("linear", "three-points").hessianAt(new double[] {5, -3}).orElseThrow();
        assertArrayEquals(new double[] {14.0 / 3, 2}, times(h, new double[] {1, 0}), 1e-14);
        assertArrayEquals(new double[] {2, 1}, times(h, new double[] {0, 1}), 1e-14);
    }

    /** Far outside, where everything saturates, nothing becomes no number. */
    @Test
    void productsStayFiniteWhereUnitsAndLossesSaturate() {
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                String model = "mlp(hidden=3, activation=" + activation.name().toLowerCase().replace('_', '-') + ")";
                NetworkObjective j = Networks.objective(Models.CATALOG.make(Spec.parse(model)),
                        DataSources.CATALOG.make(Spec.parse("moons(samples=6)")).make(3), loss, 0, 5);
                for (double size : new double[] {-1e5, 1e5, 1e70}) {
                    double[] theta = new double[j.dimension()];
                    Arrays.fill(theta, size);
                    double[] product = times(j.hessianAt(theta).orElseThrow(), random(j.dimension(), 2));
                    assertTrue(Arrays.stream(product).allMatch(Double::isFinite), activation + ", " + loss + " at " + size);
                }
            }
        }
    }
}
