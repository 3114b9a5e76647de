package thalweg.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.math.Eigenpairs.Ending;

class LanczosTest {
    private static final double TOLERANCE = 1e-9;

    private static Eigenpairs find(SymmetricOperator a, int top, int bottom) {
        return new Lanczos(top, bottom, TOLERANCE, 20_000, 1).of(a, () -> false, _ -> { });
    }

    /** A spectrum with a name. */
    record Spectrum(String name, int n, IntToDoubleFunction eigenvalue) {
        @Override
        public String toString() {
            return name + " of " + n;
        }
    }

    /** Small ones are put together from their columns, large ones go through restarts. */
    static Stream<Spectrum> spectra() {
        return Stream.of(
                new Spectrum("one", 1, _ -> -3),
                new Spectrum("evenly spread", 60, i -> i + 1),
                new Spectrum("evenly spread", 600, i -> i + 1),
                new Spectrum("of both signs", 500, i -> i - 250),
                new Spectrum("negative", 300, i -> -1 - i * i),
                new Spectrum("identity", 300, _ -> 1),
                new Spectrum("zero", 200, _ -> 0),
                new Spectrum("nine equal at the top, many zero", 400, i -> i < 9 ? 5 : i < 40 ? 4.0 / i : 0),
                new Spectrum("equal in twos", 240, i -> Math.sqrt(i / 2)),
                new Spectrum("clustered", 300, i -> i < 5 ? 7 - 1e-5 * i : i > 290 ? -2 - 1e-5 * i : Math.sin(i)),
                new Spectrum("one far out", 800, i -> i == 17 ? 1e6 : Math.cos(i)),
                new Spectrum("dense at both ends", 700, i -> 2 - 2 * Math.cos(Math.PI * (i + 1) / 701)),
                new Spectrum("dense at both ends, in twos", 300, i -> 2 - 2 * Math.cos(Math.PI * (i / 2 + 1) / 151)),
                new Spectrum("tiny", 300, i -> 1e-120 * (i + 1)),
                new Spectrum("almost all of rank 2", 500, i -> i == 3 ? 2 : i == 4 ? -1 : 1e-16));
    }

    /**
     * An eigenvalue lies within the residual of each value; the residual is at most the tolerance times the largest magnitude, and one that
     * occurs several times is there as often. The last bits belong to the products.
     */
    @ParameterizedTest
    @MethodSource("spectra")
    void extremeEigenvaluesAreFoundAsOftenAsTheyOccur(Spectrum spectrum) {
        for (Made a : List.of(Made.diagonal(spectrum.n(), spectrum.eigenvalue()), Made.diagonal(spectrum.n(), spectrum.eigenvalue()).turned())) {
            int top = Math.min(spectrum.n(), 10);
            int bottom = Math.min(spectrum.n(), 4);
            Eigenpairs found = find(a, top, bottom);
            double[] expected = a.sorted();
            double size = Math.max(Math.abs(expected[0]), Math.abs(expected[expected.length - 1]));
            assertEquals(Ending.CONVERGED, found.ending());
            assertEquals(top, found.top().size());
            assertEquals(bottom, found.bottom().size());
            for (int k = 0; k < top; k++) {
                assertEquals(expected[k], found.top().get(k).value(), 2 * TOLERANCE * size, "top " + k);
            }
            for (int k = 0; k < bottom; k++) {
                assertEquals(expected[expected.length - 1 - k], found.bottom().get(k).value(), 2 * TOLERANCE * size, "bottom " + k);
            }
            List<Eigenpair> all = new ArrayList<>(found.top());
            all.addAll(found.bottom());
            for (Eigenpair pair : all) {
                assertTrue(pair.residual() <= TOLERANCE * size, "residual " + pair.residual());
                assertTrueResidual(a, pair, size);
            }
            assertOrthonormal(found.top());
            assertOrthonormal(found.bottom());
        }
    }

    private static void assertTrueResidual(Made a, Eigenpair pair, double size) {
        double[] off = a.times(pair.vector());
        for (int i = 0; i < off.length; i++) {
            off[i] -= pair.value() * pair.vector().get(i);
        }
        assertEquals(Vec.of(off).norm(), pair.residual(), 1e-14 * size, "the residual is what it says");
    }

    private static void assertOrthonormal(List<Eigenpair> pairs) {
        for (int j = 0; j < pairs.size(); j++) {
            for (int k = 0; k <= j; k++) {
                double[] u = pairs.get(j).vector().toArray();
                double[] v = pairs.get(k).vector().toArray();
                assertEquals(j == k ? 1 : 0, Kernels.fastest().dot(u.length, u, 0, v, 0), 1e-12, j + " and " + k);
            }
        }
    }

    @Test
    void eigenvectorsOfADiagonalAreTheAxesAndPointForward() {
        Eigenpairs found = find(Made.diagonal(400, i -> i == 200 ? 100 : i == 100 ? -50 : i / 400.0), 1, 1);
        double[] first = new double[400];
        first[200] = 1;
        assertArrayEquals(first, found.top().getFirst().vector().toArray(), 1e-9);
        double[] last = new double[400];
        last[100] = 1;
        assertArrayEquals(last, found.bottom().getFirst().vector().toArray(), 1e-9);
    }

    /** 120 vectors are the most a basis holds here; at the ends of this spectrum lie many eigenvalues close together. */
    @Test
    void restartsGoOnFromWhatIsKnown() {
        Made a = Made.diagonal(1500, i -> 2 - 2 * Math.cos(Math.PI * (i + 1) / 1501));
        Eigenpairs found = new Lanczos(3, 3, 1e-6, 50_000, 1).of(a, () -> false, _ -> { });
        assertTrue(found.products() > 360, "more than three bases: " + found.products());
        assertEquals(Ending.CONVERGED, found.ending());
        for (int k = 0; k < 3; k++) {
            double smallest = 2 - 2 * Math.cos(Math.PI * (k + 1) / 1501);
            assertEquals(smallest, found.bottom().get(k).value(), 4e-9, "the error is the square of the residual over the gap, or less");
            assertEquals(4 - smallest, found.top().get(k).value(), 4e-9);
        }
    }

    /** Few steps of the second search show less than the second eigenvalue of the first; only patience shows the other copy of the largest. */
    @Test
    void aSecondCopyAmongManyNeighboursIsFound() {
        Made a = Made.diagonal(300, i -> 2 - 2 * Math.cos(Math.PI * (i / 2 + 1) / 151)).turned();
        Eigenpairs found = find(a, 2, 0);
        assertEquals(a.sorted()[0], found.top().get(0).value(), 1e-8);
        assertEquals(a.sorted()[0], found.top().get(1).value(), 1e-8, "1.3e-3 above the next");
    }

    /** The top eigenvalue of a Hessian that stands far out takes few products, however many parameters there are. */
    @Test
    void anEigenvalueFarOutTakesFewProducts() {
        Made a = Made.diagonal(50_000, i -> i == 40_000 ? 100 : Math.sin(i)).turned();
        Eigenpairs found = new Lanczos(1, 0, 1e-6, 1000, 1).of(a, () -> false, _ -> { });
        assertEquals(100, found.top().getFirst().value(), 1e-6);
        assertTrue(a.products().get() < 80, found.products() + " products, most of them to see that there is no second one");
        assertEquals(a.products().get(), found.products());
    }

    @Test
    void equalSeedsGiveEqualBitsAndOthersTheSameValues() {
        Made a = Made.diagonal(500, i -> Math.cos(i * i)).turned();
        assertEquals(find(a, 3, 3), find(a, 3, 3));
        Eigenpairs other = new Lanczos(3, 3, TOLERANCE, 20_000, 2).of(a, () -> false, _ -> { });
        assertEquals(find(a, 3, 3).top().get(2).value(), other.top().get(2).value(), 2 * TOLERANCE);
    }

    @Test
    void whatIsNotConvergedSaysSoAndHasItsTrueResidual() {
        Made a = Made.diagonal(3000, i -> 2 - 2 * Math.cos(Math.PI * (i + 1) / 3001)).turned();
        Eigenpairs found = new Lanczos(2, 1, 1e-9, 25, 1).of(a, () -> false, _ -> { });
        assertEquals(Ending.OUT_OF_PRODUCTS, found.ending());
        assertEquals(2, found.top().size());
        assertEquals(28, found.products(), "25, and one for each residual");
        for (Eigenpair pair : found.top()) {
            assertTrue(pair.residual() > 1e-3, "residual " + pair.residual());
            assertTrueResidual(a, pair, 4);
        }
    }

    @Test
    void cancelledSearchesStopBeforeTheNextProductAndKeepWhatConverged() {
        for (int n : new int[] {50, 3000}) {
            Made a = Made.diagonal(n, i -> Math.sqrt(i));
            List<Integer> told = new ArrayList<>();
            Eigenpairs found = new Lanczos(2, 0, 1e-9, 10_000, 1).of(a, () -> told.size() == 7, told::add);
            assertEquals(Ending.CANCELLED, found.ending());
            assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), told);
            assertEquals(7, a.products().get());
            assertEquals(List.of(), found.top());
        }
        Made equal = Made.diagonal(300, i -> i < 3 ? 5 : 0.01 * i);
        Eigenpairs some = new Lanczos(2, 0, 1e-9, 10_000, 1).of(equal, () -> equal.products().get() == 150, _ -> { });
        assertTrue(!some.top().isEmpty(), "the first search was over");
        assertEquals(5, some.top().getFirst().value(), 1e-8);
    }

    /** Clearing a vector of ten million numbers from thirty others takes seconds: it is asked before each of them, in both passes. */
    @Test
    void longSearchesAreGivenUpWithinAProduct() {
        Made a = Made.diagonal(500, i -> Math.sqrt(i));
        int[] asked = {0};
        int products = new Lanczos(1, 0, 1e-9, 60, 1).of(a, () -> asked[0]++ < 0, _ -> { }).products();
        assertTrue(asked[0] > products * products / 2, "asked " + asked[0] + " times in " + products + " products");
        int at = asked[0] / 2;
        asked[0] = 0;
        Eigenpairs found = new Lanczos(1, 0, 1e-9, 60, 1).of(a, () -> ++asked[0] >= at, _ -> { });
        assertEquals(Ending.CANCELLED, found.ending());
        assertTrue(asked[0] <= at + 3, "asked " + asked[0] + " times though cancelled at " + at);
    }

    @Test
    void productsThatAreNotFiniteEndTheSearch() {
        for (int n : new int[] {20, 300}) {
            Eigenpairs found = find(Made.diagonal(n, i -> i == 3 ? Double.NaN : i), 1, 1);
            assertEquals(Ending.NOT_FINITE, found.ending());
            assertEquals(List.of(), found.top());
        }
    }

    /** What the class promises for 1,000,000 rows. */
    @Test
    void theBasisIsBounded() {
        assertEquals(120, new Lanczos(5, 1, 1e-6, 100, 1).basis(30_730));
        assertEquals(42, new Lanczos(5, 1, 1e-6, 100, 1).basis(1_000_000));
        assertEquals(230, new Lanczos(100, 0, 1e-6, 100, 1).basis(1_000_000));
        assertEquals(101, new Lanczos(5, 1, 1e-6, 100, 1).basis(101));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertEquals("there are 2 eigenvalues, but 3 were asked for",
                assertThrows(IllegalArgumentException.class, () -> find(Made.diagonal(2, i -> i), 3, 0)).getMessage());
        assertEquals("1 to 1000 eigenvalues can be searched for, but top was 0 and bottom 0",
                assertThrows(IllegalArgumentException.class, () -> new Lanczos(0, 0, 1e-6, 10, 1)).getMessage());
        assertEquals("tolerance must be a number > 0 and < 1, but was 0.0",
                assertThrows(IllegalArgumentException.class, () -> new Lanczos(1, 0, 0, 10, 1)).getMessage());
        assertEquals("iterations must be at least 1, but were 0",
                assertThrows(IllegalArgumentException.class, () -> new Lanczos(1, 0, 0.1, 0, 1)).getMessage());
    }
}
