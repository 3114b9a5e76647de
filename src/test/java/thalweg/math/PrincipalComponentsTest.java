package thalweg.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    /** Points in an array; counts how often they are read. */
    record Points(double[][] rows, AtomicInteger reads) implements PrincipalComponents.Rows {
        Points(double[]... rows) {
            this(rows, new AtomicInteger());
        }

        @Override
        public int count() {
            return rows.length;
        }

        @Override
        public int size() {
            return rows[0].length;
        }

        @Override
        public void read(int i, double[] to) {
            reads.incrementAndGet();
            System.arraycopy(rows[i], 0, to, 0, to.length);
        }
    }

    private static PrincipalComponents of(PrincipalComponents.Rows rows, int most) {
        return PrincipalComponents.of(rows, most, () -> false, _ -> { }).orElseThrow();
    }

    /** Independent standard normal steps in every coordinate, from the origin. */
    private static Points walk(int points, int dimensions, long seed) {
        double[][] rows = new double[points][dimensions];
        for (int i = 1; i < points; i++) {
            for (int j = 0; j < dimensions; j++) {
                rows[i][j] = rows[i - 1][j] + Chance.gaussian(seed, Purpose.TEST, (long) i * dimensions + j);
            }
        }
        return new Points(rows);
    }

    @Test
    void pointsOnALineHaveOneComponent() {
        PrincipalComponents found = of(new Points(new double[] {1, 1, 5}, new double[] {2, 3, 5}, new double[] {4, 7, 5}), 2);
        double root = Math.sqrt(5);
        assertEquals(1, found.directions().size(), "a line spans no plane");
        assertArrayEquals(new double[] {1 / root, 2 / root, 0}, found.directions().getFirst().toArray(), 1e-15);
        assertEquals(Vec.of(1), found.shares());
        assertArrayEquals(new double[] {7.0 / 3, 11.0 / 3, 5}, found.mean().toArray(), 1e-15);
        assertEquals(5 / 3.0 * root, found.project(Vec.of(4, 7, 9)).get(0), 1e-14);
    }

    /** A cross: variances 2 * 9 and 2 * 1 along axes turned by 30 degrees. */
    @Test
    void sharesAreThoseOfTheVariance() {
        double c = Math.sqrt(0.75);
        double s = 0.5;
        PrincipalComponents found = of(new Points(new double[] {10 + 3 * c, 3 * s}, new double[] {10 - 3 * c, -3 * s},
                new double[] {10 - s, c}, new double[] {10 + s, -c}), 5);
        assertArrayEquals(new double[] {0.9, 0.1}, found.shares().toArray(), 1e-15);
        assertArrayEquals(new double[] {c, s}, found.directions().get(0).toArray(), 1e-14);
        assertArrayEquals(new double[] {-s, c}, found.directions().get(1).toArray(), 1e-14);
        assertEquals(4, found.points());
    }

    @Test
    void equalPointsHaveNoComponents() {
        PrincipalComponents found = of(new Points(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 2}), 2);
        assertEquals(0, found.directions().size());
        assertEquals(0, found.shares().size());
        assertEquals(Vec.of(1, 2), found.mean());
    }

    /** The fifth component explains 1e-10 of the variance; it still is at right angles to the first. */
    @Test
    void directionsAreOrthonormalHoweverUnevenTheVariance() {
        double[][] rows = new double[40][200];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < 5; k++) {
                double along = Math.pow(10, -1.25 * k) * Chance.gaussian(k, Purpose.TEST, i);
                for (int j = 0; j < 200; j++) {
                    rows[i][j] += 1e3 + along * Chance.gaussian(100 + k, Purpose.TEST, j);
                }
            }
        }
        PrincipalComponents found = of(new Points(rows), 5);
        assertEquals(5, found.directions().size());
        for (int k = 0; k < 5; k++) {
            for (int l = 0; l <= k; l++) {
                double[] u = found.directions().get(k).toArray();
                assertEquals(k == l ? 1 : 0, Kernels.fastest().dot(200, u, 0, found.directions().get(l).toArray(), 0), 1e-14, k + ", " + l);
            }
        }
        assertTrue(found.shares().get(4) < 1e-8, "uneven: " + found.shares().get(4));
    }

    /** PEERS 5.4, simulated there: 60.9, 15.1, 6.8, 3.8 %. One walk scatters by the root of 2 / 30,730, that is 0.8 % of a share. */
    @Test
    void aRandomWalkOfManyDimensionsLooksAsIfItHadADirection() {
        Points walk = walk(301, 30_730, 5);
        PrincipalComponents found = of(walk, 2);
        double[] expected = {0.609, 0.151, 0.068, 0.038};
        for (int k = 0; k < 4; k++) {
            assertEquals(expected[k], found.shares().get(k), 0.004 * (k == 0 ? 1 : 0.5), "component " + (k + 1));
            assertEquals(RandomWalk.share(301, k + 1), found.shares().get(k), 0.02 * RandomWalk.share(301, k + 1));
        }
        assertEquals(3 * 301, walk.reads().get(), "mean, products, directions: all points fit into memory");
    }

    /** For 7 points, against the eigenvalues of the centred covariance min(i, j) itself. */
    @Test
    void sharesOfAWalkAreExactForAnyNumberOfPoints() {
        int m = 7;
        double[] centred = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                for (int p = 0; p < m; p++) {
                    for (int q = 0; q < m; q++) {
                        double left = (i == p ? 1 : 0) - 1.0 / m;
                        double right = (j == q ? 1 : 0) - 1.0 / m;
                        centred[i * m + j] += left * Math.min(p, q) * right;
                    }
                }
            }
        }
        double[] values = SymmetricEigen.of(m, m, centred).values();
        double total = java.util.Arrays.stream(values).sum();
        double sum = 0;
        for (int k = 1; k < m; k++) {
            assertEquals(values[k - 1] / total, RandomWalk.share(m, k), 1e-14, "component " + k);
            sum += RandomWalk.share(m, k);
        }
        assertEquals(1, sum, 1e-14);
        assertEquals(0, RandomWalk.share(m, m));
        assertEquals(6 / (Math.PI * Math.PI * 9), RandomWalk.share(1_000_000, 3), 1e-12, "the limit");
        assertEquals(1, RandomWalk.share(2, 1), 1e-15, "two points are a line");
        assertThrows(IllegalArgumentException.class, () -> RandomWalk.share(1, 1));
    }

    /** Three walks of 101, 51 and 21 points from one place, made by chance in 30,000 dimensions; and one walk, for which there is a closed form. */
    @Test
    void sharesOfSeveralWalksFromOnePlaceAreThoseOfTheirPoints() {
        List<double[]> rows = new ArrayList<>();
        List.of(101, 51, 21).forEach(m -> rows.addAll(List.of(walk(m, 30_000, m).rows())));
        PrincipalComponents found = of(new Points(rows.toArray(double[][]::new)), 0);
        double[] shares = RandomWalk.shares(List.of(101, 51, 21), 3);
        for (int k = 0; k < 3; k++) {
            assertEquals(shares[k], found.shares().get(k), 0.02 * shares[k], "component " + (k + 1));
        }
        assertEquals(RandomWalk.share(40, 2), RandomWalk.shares(List.of(40), 2)[1], 0);
        double[] longer = RandomWalk.shares(List.of(5000, 2500, 1000), 2);
        assertEquals(shares[0], longer[0], 0.02, "the number of points hardly matters, so only some take part");
        assertEquals(0, RandomWalk.shares(List.of(1, 1), 2)[0], "walks without a step");
    }

    @Test
    void pointsThatDoNotFitIntoMemoryAreReadAgainWithTheSameBits() {
        Points walk = walk(23, 50, 3);
        PrincipalComponents all = of(walk, 3);
        for (int numbers : new int[] {1, 50, 250, 999}) {
            walk.reads().set(0);
            assertEquals(all, PrincipalComponents.of(walk, 3, () -> false, _ -> { }, numbers).orElseThrow());
            assertTrue(walk.reads().get() > 3 * 23, "read again: " + walk.reads().get());
        }
    }

    @Test
    void cancelledBetweenAnyTwoReadsThereIsNothing() {
        Points walk = walk(10, 5, 3);
        for (int stop : new int[] {0, 5, 15, 25}) {
            walk.reads().set(0);
            assertEquals(Optional.empty(), PrincipalComponents.of(walk, 2, () -> walk.reads().get() == stop, _ -> { }));
            assertEquals(stop, walk.reads().get());
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertEquals("principal components need at least 2 points, but there is 1",
                assertThrows(IllegalArgumentException.class, () -> of(new Points(new double[] {1}), 1)).getMessage());
        assertEquals("points must be finite, but number 1 has a coordinate NaN", assertThrows(IllegalArgumentException.class,
                () -> of(new Points(new double[] {1}, new double[] {Double.NaN}), 1)).getMessage());
    }
}
