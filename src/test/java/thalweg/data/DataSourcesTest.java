package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.math.Crew;

class DataSourcesTest {
    private static DataSet make(String spec, long seed) {
        return DataSources.CATALOG.make(Spec.parse(spec)).make(seed);
    }

    static List<String> generators() {
        return List.of("three-points", "houses", "line", "polynomial", "moons", "circles", "blobs", "xor", "spirals", "gaussians", "digits",
                "color-images");
    }

    @Test
    void theIdsAreThoseOfTheDesign() {
        assertEquals(generators(), DataSources.CATALOG.ids().subList(0, 12));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void equalSeedsGiveEqualDataAndOthersOtherData(String id) {
        DataSet once = make(id, 7);
        assertArrayEquals(once.features(), make(id, 7).features());
        assertArrayEquals(once.targets(), make(id, 7).targets());
        assertEquals(id.equals("three-points"), Arrays.equals(once.features(), make(id, 8).features()));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void whatIsPredictedIsKnownBefore(String id) {
        assertEquals(Optional.of(make(id, 1).isClassified()), DataSources.CATALOG.make(Spec.of(id)).isClassified());
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits(samples=300)", "color-images(samples=100)"})
    void helpersMakeTheSameData(String spec) {
        AtomicInteger helped = new AtomicInteger();
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            Crew crew = new Crew(task -> {
                helped.incrementAndGet();
                helper.execute(task);
            }, 1);
            DataSet shared = DataSources.CATALOG.make(Spec.parse(spec)).make(3, () -> false, crew);
            assertArrayEquals(make(spec, 3).features(), shared.features());
            assertArrayEquals(make(spec, 3).targets(), shared.targets());
        }
        assertEquals(1, helped.get());
    }

    @ParameterizedTest
    @MethodSource("generators")
    void fewerSamplesAreTheFirstOfMore(String id) {
        if (!id.equals("three-points")) {
            DataSet many = make(id + "(samples=53)", 3);
            DataSet few = make(id + "(samples=20)", 3);
            assertEquals(53, many.size());
            assertArrayEquals(many.first(20).features(), few.features());
            assertArrayEquals(many.first(20).targets(), few.targets());
        }
    }

    @Test
    void classesTakeTurns() {
        DataSet blobs = make("blobs(samples=100, classes=4)", 1);
        assertEquals(4, blobs.classes());
        for (int i = 0; i < 100; i++) {
            assertEquals(i % 4, blobs.label(i));
        }
    }

    @Test
    void housesLieAroundTheLineOfTheLecture() {
        DataSet exact = make("houses(noise=0)", 5);
        for (int i = 0; i < exact.size(); i++) {
            assertEquals(50 + 0.06 * exact.feature(i, 0), exact.target(i), 1e-12 * exact.target(i));   // one rounding each
        }
        assertFalse(exact.isClassified());
        assertEquals("size (square feet)", exact.featureName(0));
    }

    /** Without noise each lies exactly where its definition says; 1e-12 allows for sine, cosine and sum. */
    @Test
    void shapesOfThePlaneAreWhatTheyAreCalled() {
        DataSet moons = make("moons(noise=0)", 2);
        DataSet circles = make("circles(noise=0, inner=0.4)", 2);
        DataSet xor = make("xor(noise=0)", 2);
        for (int i = 0; i < 200; i++) {
            boolean upper = moons.label(i) == 0;
            assertEquals(1, Math.hypot(moons.feature(i, 0) - (upper ? 0 : 1), moons.feature(i, 1) - (upper ? 0 : 0.5)), 1e-12);
            assertEquals(upper, moons.feature(i, 1) - (upper ? 0 : 0.5) >= 0);
            assertEquals(circles.label(i) == 0 ? 1 : 0.4, Math.hypot(circles.feature(i, 0), circles.feature(i, 1)), 1e-12);
            assertEquals(xor.label(i) == 0, xor.feature(i, 0) * xor.feature(i, 1) >= 0);
        }
    }

    @Test
    void imagesHaveTheirShapeAndStayBetweenZeroAndOne() {
        for (String id : List.of("digits", "color-images")) {
            DataSet images = make(id + "(samples=40)", 9);
            ImageShape shape = images.image().orElseThrow();
            assertEquals(id.equals("digits") ? new ImageShape(16, 16, 1) : new ImageShape(32, 32, 3), shape);
            assertEquals(shape.size(), images.dimension());
            assertEquals(10, images.classes());
            assertTrue(Arrays.stream(images.features()).allMatch(v -> v >= 0 && v <= 1));
        }
    }

    /** If pictures of a class had nothing in common, its mean picture would tell nothing: chance is 10 %. */
    @Test
    void imagesOfAClassResembleEachOther() {
        for (String id : List.of("digits", "color-images")) {
            DataSet all = make(id + "(samples=1000)", 4);
            int d = all.dimension();
            double[][] means = new double[10][d];
            for (int i = 0; i < 800; i++) {
                for (int j = 0; j < d; j++) {
                    means[all.label(i)][j] += all.feature(i, j) / 80;
                }
            }
            long right = IntStream.range(800, 1000).filter(i -> nearest(all, i, means) == all.label(i)).count();
            assertTrue(right > 60 && right < 198, id + ": nearest mean is right for " + right + " of 200: neither noise nor trivial");
        }
    }

    private static int nearest(DataSet data, int sample, double[][] means) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < means.length; c++) {
            double sum = 0;
            for (int j = 0; j < data.dimension(); j++) {
                double off = data.feature(sample, j) - means[c][j];
                sum += off * off;
            }
            if (sum < least) {
                least = sum;
                best = c;
            }
        }
        return best;
    }

    @Test
    void wrongKnobsAreRefusedWithTheRule() {
        assertEquals("'moons': samples must be a whole number >= 1 and <= 100000, but was 0",
                assertThrows(SpecException.class, () -> make("moons(samples=0)", 1)).getMessage());
        assertTrue(assertThrows(SpecException.class, () -> make("moon", 1)).getMessage().contains("moons"));
    }

    @Test
    void splitKeepsEverySampleOnceAndFollowsTheSeed() {
        DataSet all = make("line(samples=50)", 1);
        Split split = Split.of(all, 0.3, 11);
        DataSet test = split.test().orElseThrow();
        assertEquals(35, split.training().size());
        assertEquals(15, test.size());
        double[] together = IntStream.concat(IntStream.range(0, 35), IntStream.range(100, 115))
                .mapToDouble(i -> i < 100 ? split.training().feature(i, 0) : test.feature(i - 100, 0)).sorted().toArray();
        assertArrayEquals(Arrays.stream(all.features()).sorted().toArray(), together);
        assertArrayEquals(test.features(), Split.of(all, 0.3, 11).test().orElseThrow().features());
        assertFalse(Arrays.equals(test.features(), Split.of(all, 0.3, 12).test().orElseThrow().features()));
        assertEquals(Optional.empty(), Split.of(all, 0, 1).test());
        assertEquals(1, Split.of(all, 0.999, 1).training().size());
        assertThrows(DataException.class, () -> Split.of(all, 1, 1));
    }

    @Test
    void standardisedFeaturesHaveMeanZeroAndDeviationOne() {
        double[] x = {600, 0.1, 1200, 0.1, 3000, 0.1};
        DataSet data = new DataSet("t", x, new double[] {1, 2, 3}, List.of("a", "b"), "y", List.of(), Optional.empty());
        DataSet done = Standardisation.of(data).apply(data);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            sum += done.feature(i, 0);
            squares += done.feature(i, 0) * done.feature(i, 0);
            assertEquals(0, done.feature(i, 1), 1e-12, "a constant column has no deviation to divide by");
        }
        assertEquals(0, sum, 1e-12);
        assertEquals(3, squares, 1e-12);
        assertEquals(600, data.feature(0, 0), "the data itself stays as it is");
    }

    @Test
    void unusableDataIsRefusedByName() {
        double[] y = {0, 1};
        List<String> one = List.of("a");
        assertEquals("t: a of sample 2 must be a finite number, but was NaN", assertThrows(DataException.class,
                () -> new DataSet("t", new double[] {1, Double.NaN}, y, one, "y", List.of(), Optional.empty())).getMessage());
        assertEquals("t has only one class, 'cat'; a classifier needs at least two", assertThrows(DataException.class,
                () -> new DataSet("t", new double[] {1, 2}, y, one, "y", List.of("cat"), Optional.empty())).getMessage());
        assertEquals("t: target of sample 1 must be a class from 0 to 1, but was 0.5", assertThrows(DataException.class,
                () -> new DataSet("t", new double[] {1}, new double[] {0.5}, one, "y", List.of("a", "b"), Optional.empty())).getMessage());
        assertThrows(DataException.class, () -> new DataSet("t", new double[0], new double[0], one, "y", List.of(), Optional.empty()));
    }
}
