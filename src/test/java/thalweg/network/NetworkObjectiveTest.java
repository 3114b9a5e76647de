package thalweg.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Chance;
import thalweg.math.Estimate;
import thalweg.math.Purpose;
import thalweg.objective.Objective;
import thalweg.objective.SampledObjective;

class NetworkObjectiveTest {
    private static DataSet data(String spec) {
        return DataSources.CATALOG.make(Spec.parse(spec)).make(3);
    }

    private static Model model(String spec) {
        return Models.CATALOG.make(Spec.parse(spec));
    }

    private static NetworkObjective objective(String model, String data) {
        return Networks.objective(model(model), data(data), 5);
    }

    /** One combination of everything that can be combined. */
    record Case(String model, String data, Loss loss, double lambda) {
        NetworkObjective objective() {
            return Networks.objective(NetworkObjectiveTest.model(model), NetworkObjectiveTest.data(data), loss, lambda, 5);
        }
    }

    /** Every activation with every loss, with and without skip, bias and penalty; every other model with every loss. */
    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<String> models = new ArrayList<>(List.of("linear", "linear-one", "polynomial", "logistic", "softmax", "svm", "mlp(hidden=none)"));
        for (Activation activation : Activation.values()) {
            String a = "activation=" + activation.name().toLowerCase().replace('_', '-');
            models.add("mlp(hidden=3-3, skip=true, " + a + ")");
            models.add("mlp(hidden=4-2, bias=false, " + a + ")");
        }
        for (String model : models) {
            for (String data : List.of("line(samples=11)", "moons(samples=10)", "blobs(samples=12)")) {
                for (Loss loss : Loss.values()) {
                    if (loss == Loss.MEAN_SQUARED || !data.startsWith("line")) {
                        cases.add(new Case(model, data, loss, cases.size() % 2 == 0 ? 0 : 0.7));
                    }
                }
            }
        }
        return cases;
    }

    private static double[] point(int n, long seed) {
        return IntStream.range(0, n).mapToDouble(i -> 0.8 * Chance.gaussian(seed, Purpose.TEST, i)).toArray();
    }

    /**
     * Central differences, extrapolated, are good to about 1e-9 here; where a kink (ReLU, hinge) lies within the step, their own estimate of
     * the error says so.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void gradientEqualsDifferences(Case combination) {
        Objective f = combination.objective().evaluator();
        double[] gradient = new double[f.dimension()];
        int smooth = 0;
        for (int seed = 0; seed < 3; seed++) {
            double[] theta = point(f.dimension(), seed);
            double value = f.valueAndGradient(theta, gradient);
            assertEquals(f.value(theta), value, "value with and without gradient");
            for (int i = 0; i < gradient.length; i++) {
                Estimate estimate = Estimate.of(f::value, theta, i);
                double tolerance = 1e-8 * Math.max(1, Math.abs(estimate.value())) + 3 * estimate.error();
                assertEquals(estimate.value(), gradient[i], tolerance, combination + ", parameter " + i + ", seed " + seed);
                smooth += estimate.error() < 1e-5 ? 1 : 0;
            }
        }
        assertTrue(smooth > 2.5 * gradient.length, "the tolerance stayed small at " + smooth + " of " + 3 * gradient.length);
    }

    /** Row 2 of the lecture: 14/6, 3.5/6 and 0. */
    @Test
    void costOfTheThreePointsIsTheLectures() {
        Objective j = objective("linear-one", "three-points");
        assertEquals(1, j.dimension());
        assertEquals(14.0 / 6, j.value(new double[] {0}), 1e-15);       // one rounding
        assertEquals(3.5 / 6, j.value(new double[] {0.5}), 1e-15);
        assertEquals(0, j.value(new double[] {1}));
        assertEquals(1, j.appearance().minima().getFirst().get(0), 1e-15);
        assertEquals(-0.5, j.appearance().window().getFirst().min(), 1e-15);
    }

    /** With several features the letters of the lecture's line would be wrong. */
    @Test
    void aLinearModelIsWrittenAsItsFeaturesAreCounted() {
        assertEquals("h(x) = \\theta_1 x + \\theta_0", Models.latex(Spec.of("linear"), 1));
        assertEquals("h(x) = w^{\\top} x + b", Models.latex(Spec.of("linear"), 5));
        assertEquals("h(x) = \\theta_1 x", Models.latex(Spec.of("linear-one"), 1));
        assertEquals("h(x) = w^{\\top} x", Models.latex(Spec.of("linear-one"), 5));
        assertEquals("", Models.latex(Spec.of("softmax"), 5));
    }

    @Test
    void linesKnowTheirMinimum() {
        for (double lambda : new double[] {0, 5}) {
            for (String model : List.of("linear", "linear-one")) {
                NetworkObjective j = Networks.objective(model(model), data("line"), Loss.MEAN_SQUARED, lambda, 1);
                double[] at = j.appearance().minima().getFirst().toArray();
                double[] gradient = new double[at.length];
                j.valueAndGradient(at, gradient);
                assertArrayEquals(new double[at.length], gradient, 1e-13, "rounding of 40 terms of size 1");
                assertTrue(j.appearance().window().getFirst().contains(at[0]));
            }
        }
    }

    /** PEERS 5.4: ln 10 and 9; and ln 2 a class for the lecture's J. */
    @Test
    void untrainedClassifiersCostWhatTheyMust() {
        double[] zero = new double[30_730];
        assertEquals(30_730, objective("softmax", "color-images(samples=20)").dimension());
        assertEquals(Math.log(10), objective("softmax", "color-images(samples=20)").value(zero), 1e-14);
        assertEquals(9, objective("svm", "color-images(samples=20)").value(zero));
        assertEquals(10 * Math.log(2), objective("logistic", "color-images(samples=20)").value(zero), 1e-13);
    }

    @Test
    void thousandAsAScoreGivesANumber() {
        double[] x = {1, 1};
        DataSet three = new DataSet("t", x, new double[] {0, 2}, List.of("x"), "class", List.of("a", "b", "c"), Optional.empty());
        double[] theta = {1000, 0, -1000, 0, 0, 0};
        for (Loss loss : Loss.values()) {
            Objective j = Networks.objective(model("softmax"), three, loss, 0, 1);
            double[] gradient = new double[6];
            double value = j.valueAndGradient(theta, gradient);
            assertTrue(Double.isFinite(value) && Arrays.stream(gradient).allMatch(Double::isFinite), loss + ": " + value);
        }
        // sample 1 is right by 1000, sample 2 wrong by 2000
        assertEquals(1000, Networks.objective(model("softmax"), three, Loss.CROSS_ENTROPY, 0, 1).value(theta), 1e-12);
        assertEquals((2001 + 1001) / 2.0, Networks.objective(model("softmax"), three, Loss.HINGE, 0, 1).value(theta), 1e-12);
        for (Activation activation : Activation.values()) {
            NetworkObjective j = Networks.objective(model("mlp(hidden=2, activation=" + activation.name().toLowerCase().replace('_', '-') + ")"),
                    three, 1);
            for (double size : new double[] {1000, -1000}) {
                double[] large = new double[j.dimension()];
                Arrays.fill(large, size);
                double[] gradient = new double[j.dimension()];
                assertTrue(Double.isFinite(j.valueAndGradient(large, gradient)), activation + " at " + size);
                assertTrue(Arrays.stream(gradient).allMatch(Double::isFinite), activation + " at " + size);
            }
        }
    }

    @Test
    void penaltyIsOnWeightsAndNotOnBiases() {
        NetworkObjective plain = Networks.objective(model("linear"), data("line(samples=10)"), Loss.MEAN_SQUARED, 0, 1);
        NetworkObjective penal = Networks.objective(model("linear"), data("line(samples=10)"), Loss.MEAN_SQUARED, 4, 1);
        double[] theta = {3, 100};
        double[] g0 = new double[2];
        double[] g1 = new double[2];
        double difference = penal.valueAndGradient(theta, g1) - plain.valueAndGradient(theta, g0);
        assertEquals(4.0 / 20 * 9, difference, 1e-11, "lambda / 2m times w^2, in numbers of size 5000");
        assertEquals(4.0 / 10 * 3, g1[0] - g0[0], 1e-12);
        assertEquals(g0[1], g1[1]);
    }

    @Test
    void parametersAreW1RowByRowThenB1ThenW2() {
        NetworkObjective j = objective("mlp(hidden=2, activation=identity)", "moons(samples=4)");
        // h1 = 1 x1 + 2 x2 + 5, h2 = 3 x1 + 4 x2 + 6; score 0 = 7 h1 + 8 h2 + 11, score 1 = 9 h1 + 10 h2 + 12
        double[] theta = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        double h1 = 1 * 0.5 + 2 * -1 + 5;
        double h2 = 3 * 0.5 + 4 * -1 + 6;
        assertArrayEquals(new double[] {7 * h1 + 8 * h2 + 11, 9 * h1 + 10 * h2 + 12}, j.outputs(theta, new double[] {0.5, -1}), 1e-12);
        assertEquals(12, j.dimension());
    }

    @Test
    void skippedLayersAddTheirInput() {
        double[] theta = new double[objective("mlp(hidden=2, skip=true, activation=tanh)", "moons").dimension()];
        theta[6] = 1;                                             // score 0 is the first hidden unit's output
        assertArrayEquals(new double[] {0.25, 0}, objective("mlp(hidden=2, skip=true, activation=tanh)", "moons")
                .outputs(theta, new double[] {0.25, 3}));
    }

    /** Blocks of 128 rows, gathered or not: the sums keep their order. */
    @Test
    void gatheredSamplesGiveTheSameBits() {
        DataSet all = data("blobs(samples=333)");
        NetworkObjective fast = Networks.objective(model("mlp(hidden=17-17, skip=true)"), all, 5);
        double[] theta = fast.appearance().start().toArray();
        double[] expected = new double[theta.length];
        double value = fast.valueAndGradient(theta, expected);
        double[] gathered = new double[theta.length];
        int[] every = IntStream.range(0, 333).toArray();
        assertEquals(value, fast.pass(every, new int[] {333}).valueAndGradient(theta, gathered));
        assertArrayEquals(expected, gathered);
        assertEquals(value, fast.on(every).valueAndGradient(theta, gathered));
        assertArrayEquals(expected, gathered);
    }

    @Test
    void zeroWeightsStayAlikeForEver() {
        Objective j = objective("mlp(hidden=3, initializer=zeros)", "moons");
        double[] theta = j.appearance().start().toArray();
        assertTrue(Arrays.stream(theta).allMatch(t -> t == 0));
        double[] gradient = new double[theta.length];
        for (int step = 0; step < 20; step++) {
            j.valueAndGradient(theta, gradient);
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= 0.5 * gradient[i];
            }
        }
        for (int unit = 1; unit < 3; unit++) {
            assertEquals(theta[0], theta[2 * unit]);
            assertEquals(theta[1], theta[2 * unit + 1]);
            assertEquals(theta[9], theta[9 + unit]);
        }
    }

    /** Means over 30,000 weights; three standard errors of a variance are 2.5 %. */
    @Test
    void initialWeightsHaveTheVarianceOfTheirPaper() {
        for (Initializer initializer : Initializer.values()) {
            Architecture a = Architecture.of(100, new int[] {300}, 2, Activation.TANH, true, false);
            double[] theta = a.initial(initializer, 9, Portions.NEVER).toArray();
            double[] w = Arrays.copyOf(theta, 30_000);
            double variance = Arrays.stream(w).map(x -> x * x).sum() / w.length;
            double expected = switch (initializer) {
                case ZEROS -> 0;
                case UNIFORM -> 0.12 * 0.12 / 3;
                case NORMAL -> 0.01;
                case GLOROT -> 2.0 / 400;
                case HE -> 2.0 / 100;
                case LECUN -> 1.0 / 100;
            };
            assertEquals(expected, variance, 0.025 * expected, initializer.name());
            assertTrue(Arrays.stream(theta, 30_000, 30_300).allMatch(b -> b == 0), "biases start at 0");
        }
    }

    @Test
    void everyEpochShowsEverySampleOnceInAnOrderOfItsOwn() {
        SampledObjective j = objective("linear-one", "line(samples=10, noise=0)");
        Objective batches = j.batches(4, 11).evaluator();
        double[] theta = {0};
        double[][] seen = new double[2][3];
        for (int epoch = 0; epoch < 2; epoch++) {
            double total = 0;
            for (int b = 0; b < 3; b++) {
                batches.toStep(3 * epoch + b);
                seen[epoch][b] = batches.value(theta);
                total += seen[epoch][b] * (b < 2 ? 4 : 2);
            }
            assertEquals(10 * j.value(theta), total, 1e-13, "the batches of an epoch are all samples");
        }
        assertTrue(!Arrays.equals(seen[0], seen[1]), "the second epoch has another order");
        Objective again = j.batches(4, 11).evaluator();
        again.toStep(4);
        assertEquals(seen[1][1], again.value(theta), "a step can be walked to from anywhere");
        assertEquals(seen[0][1], step(j.batches(4, 11), 1, theta));
        assertTrue(seen[0][1] != step(j.batches(4, 12), 1, theta), "another seed, another order");
        assertEquals(j, j.batches(10, 1), "all samples at once need no batches");
    }

    private static double step(Objective batches, int step, double[] theta) {
        Objective at = batches.evaluator();
        at.toStep(step);
        return at.value(theta);
    }

    @Test
    void networksLearnWhatLinearModelsCannot() {
        NetworkObjective j = objective("mlp(hidden=8)", "circles");
        Objective f = j.evaluator();
        double[] theta = j.appearance().start().toArray();
        double[] gradient = new double[theta.length];
        for (int step = 0; step < 600; step++) {
            f.valueAndGradient(theta, gradient);
            for (int i = 0; i < theta.length; i++) {
                theta[i] -= gradient[i];
            }
        }
        assertTrue(j.accuracy(theta) > 0.97, "accuracy " + j.accuracy(theta));
        assertEquals(Double.NaN, objective("linear", "line").accuracy(new double[] {1, 1}));
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheRule() {
        assertEquals("the loss 'cross-entropy' needs classes, but 'y' of Line is a number; mean-squared fits",
                assertThrows(IllegalArgumentException.class, () -> Networks.objective(model("softmax"), data("line"), 1)).getMessage());
        assertEquals("'mlp': hidden must be the units of up to 20 layers from 1 to 4096, such as 16-16, or none, but was '16-0'",
                assertThrows(SpecException.class, () -> model("mlp(hidden=16-0)")).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> objective("mlp(hidden=16, skip=true)", "moons")).getMessage()
                .startsWith("skip needs a hidden layer as wide as what it is fed"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> objective("mlp(hidden=4096-4096)", "moons")).getMessage()
                .startsWith("the network must have at most 10000000 parameters"));
        assertEquals("l2 must be a finite number >= 0, but was -1.0", assertThrows(IllegalArgumentException.class,
                () -> Networks.objective(model("linear"), data("line"), Loss.MEAN_SQUARED, -1, 1)).getMessage());
        assertEquals(List.of("linear", "linear-one", "polynomial", "logistic", "softmax", "svm", "mlp"), Models.CATALOG.ids());
        assertEquals(model("mlp(hidden=16)"), Models.CATALOG.make(Models.CATALOG.spec(model("mlp(hidden=16)"))));
    }

    @Test
    void twoParameterNetworksHaveTwo() {
        NetworkObjective j = objective("mlp(hidden=1, bias=false)", "line");
        assertEquals(2, j.dimension());
        assertEquals(2, j.appearance().window().size());
    }
}
