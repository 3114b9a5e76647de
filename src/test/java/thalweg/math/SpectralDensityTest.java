package thalweg.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.math.Hutchinson.Trace;

/** Traces and densities from random signs. */
class SpectralDensityTest {
    private static Trace trace(SymmetricOperator a, int probes, long seed) {
        return new Hutchinson(probes, seed).of(a, () -> false, _ -> { });
    }

    private static SpectralDensity density(SymmetricOperator a, int probes, int steps) {
        return new LanczosQuadrature(probes, steps, 1).of(a, () -> false, _ -> { });
    }

    /** Signs have squares of 1. */
    @Test
    void traceOfADiagonalIsExactFromAnySigns() {
        Trace found = trace(Made.diagonal(500, i -> i), 3, 1);
        assertEquals(500 * 499 / 2, found.value());
        assertEquals(0, found.standardError());
        assertEquals(3, found.products());
    }

    /** The variance of a probe is 2 sum of squares off the diagonal. */
    @Test
    void traceLiesWithinItsStandardErrorAndThatIsWhatTheoryWants() {
        Made a = Made.diagonal(300, i -> i == 0 ? 1000 : i == 1 ? -500 : 1).turned();
        double squares = 0;
        for (int i = 0; i < 300; i++) {
            double[] unit = new double[300];
            unit[i] = 1;
            double[] column = a.times(Vec.of(unit));
            column[i] = 0;
            squares += Math.pow(Vec.of(column).norm(), 2);
        }
        int probes = 299;
        double theory = Math.sqrt(2 * squares / probes);
        int within = 0;
        for (int seed = 0; seed < 20; seed++) {
            Trace found = trace(a, probes, seed);
            assertEquals(theory, found.standardError(), 0.35 * theory, "a standard deviation from 299 probes with heavy tails");
            assertEquals(798, found.value(), 4 * theory);
            within += Math.abs(found.value() - 798) < theory ? 1 : 0;
        }
        assertTrue(within > 8 && within < 19, within + " of 20 within one standard error; 14 are expected");
    }

    /** What stands out makes the scatter; taken out, the same probes say far more, and nothing is counted twice. */
    @Test
    void knownEigenvaluesAreNotEstimatedAgain() {
        Made a = Made.diagonal(300, i -> i == 0 ? 1000 : i == 1 ? -500 : 1 + 0.1 * Math.sin(i)).turned();
        double sum = Arrays.stream(a.eigenvalues()).sum();
        Eigenpairs ends = new Lanczos(1, 1, 1e-10, 1000, 1).of(a, () -> false, _ -> { });
        List<Eigenpair> known = List.of(ends.top().getFirst(), ends.bottom().getFirst());
        Trace blind = trace(a, 20, 1);
        Trace knowing = new Hutchinson(20, 1).of(a, known, () -> false, _ -> { });
        assertTrue(knowing.standardError() < blind.standardError() / 100, knowing + " beside " + blind);
        assertEquals(sum, knowing.value(), 4 * knowing.standardError());
        SpectralDensity density = new LanczosQuadrature(4, 30, 1).of(a, known, () -> false, _ -> { });
        assertEquals(1, Arrays.stream(density.weights().toArray()).sum(), 1e-12);
        int last = density.nodes().size() - 1;
        assertEquals(1000, density.nodes().get(last), 1e-7);
        assertEquals(1.0 / 300, density.weights().get(last));
        assertEquals(-500, density.nodes().get(0), 1e-7);
        assertEquals(1.0 / 300, density.weights().get(0));
        assertEquals(sum / 300, density.mean(), 0.01, "the rest lies within 0.1 of 1");
        Eigenpairs all = new Lanczos(120, 0, 1e-8, 2000, 1).of(Made.diagonal(120, i -> i), () -> false, _ -> { });
        SpectralDensity sure = new LanczosQuadrature(3, 10, 1).of(Made.diagonal(120, i -> i), all.top(), () -> false, _ -> { });
        assertEquals(120, sure.nodes().size(), "all are known");
        assertEquals(59.5, sure.mean(), 1e-6);
    }

    @Test
    void asManyProbesAsRowsGiveTheExactTrace() {
        Trace found = trace(Made.diagonal(30, i -> i - 3).turned(), 30, 1);
        assertEquals(345, found.value(), 1e-11);
        assertEquals(0, found.standardError());
        assertEquals(30, found.products());
        assertTrue(Double.isNaN(trace(Made.diagonal(30, i -> i), 1, 1).standardError()), "one probe says nothing of its error");
    }

    @Test
    void cancelledTracesAreThoseOfTheProbesSoFar() {
        Made a = Made.diagonal(200, i -> i).turned();
        Trace some = new Hutchinson(50, 1).of(a, () -> a.products().get() == 10, _ -> { });
        assertEquals(trace(a, 10, 1), some);
        assertTrue(Double.isNaN(new Hutchinson(50, 1).of(a, () -> true, _ -> { }).value()));
    }

    /** Three different eigenvalues: after three steps the space is invariant; signs give every row the same weight. */
    @Test
    void fewDifferentEigenvaluesAreTheNodesAndTheirSharesTheWeights() {
        Made a = Made.diagonal(1000, i -> i < 100 ? 5 : i < 400 ? -2 : 0);
        SpectralDensity found = density(a, 1, 40);
        assertEquals(3, found.products());
        assertArrayEquals(new double[] {-2, 0, 5}, found.nodes().toArray(), 1e-13);
        assertArrayEquals(new double[] {0.3, 0.6, 0.1}, found.weights().toArray(), 1e-13);
        assertEquals(-0.1, found.mean(), 1e-13);
    }

    @Test
    void smallOperatorsGiveTheirEigenvaluesThemselves() {
        SpectralDensity found = density(Made.diagonal(20, i -> 19 - i).turned(), 3, 50);
        assertArrayEquals(java.util.stream.IntStream.range(0, 20).asDoubleStream().toArray(), found.nodes().toArray(), 1e-12);
        assertTrue(Arrays.stream(found.weights().toArray()).allMatch(w -> w == 1.0 / 20));
        assertEquals(0, found.probes());
    }

    /** k steps make the first 2k - 1 moments those of the vector; over vectors their mean is that of the spectrum: evenly from 0 to 1. */
    @Test
    void densityOfAnEvenSpectrumIsEven() {
        Made a = Made.diagonal(2000, i -> (i + 0.5) / 2000).turned();
        SpectralDensity found = density(a, 10, 40);
        assertEquals(10, found.probes());
        assertEquals(400, found.products());
        assertEquals(1, Arrays.stream(found.weights().toArray()).sum(), 1e-12);
        assertEquals(0.5, found.mean(), 0.01, "10 probes of 2000 signs: standard deviation 0.003");
        for (double x : new double[] {0.2, 0.5, 0.8}) {
            assertEquals(1, found.at(x, 0.05), 0.08, "at " + x);
        }
        assertEquals(0.5, found.at(0, 0.05), 0.08, "half of the normal distribution sticks out");
        double integral = 0;
        Vec sampled = found.sampled(found.range(0.05), 501, 0.05);
        for (double value : sampled.toArray()) {
            integral += value * found.range(0.05).width() / 500;
        }
        assertEquals(1, integral, 1e-4, "four widths beyond the ends");
    }

    @Test
    void cancelledDensitiesAreThoseOfTheFinishedProbes() {
        Made a = Made.diagonal(2000, i -> Math.sin(i));
        SpectralDensity two = density(a, 2, 30);
        a.products().set(0);
        SpectralDensity some = new LanczosQuadrature(5, 30, 1).of(a, () -> a.products().get() == 75, _ -> { });
        assertEquals(two.nodes(), some.nodes());
        assertEquals(2, some.probes());
        assertEquals(75, some.products());
        assertEquals(0, new LanczosQuadrature(5, 30, 1).of(a, () -> true, _ -> { }).nodes().size());
    }

    @Test
    void oneValueHasAWidthToo() {
        SpectralDensity one = density(Made.diagonal(5, _ -> 0), 1, 10);
        assertEquals(0.01, one.width());
        assertTrue(one.range(one.width()).contains(0));
        assertEquals(0.03, density(Made.diagonal(5, _ -> -3), 1, 10).width(), 1e-12);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertEquals("probes must be at least 1, but were 0",
                assertThrows(IllegalArgumentException.class, () -> new Hutchinson(0, 1)).getMessage());
        assertEquals("a density needs at least 1 probe and 2 steps, but got 1 and 1",
                assertThrows(IllegalArgumentException.class, () -> new LanczosQuadrature(1, 1, 1)).getMessage());
        assertThrows(ArithmeticException.class, () -> density(Made.diagonal(300, _ -> Double.NaN), 1, 10));
        assertThrows(ArithmeticException.class, () -> density(Made.diagonal(30, _ -> Double.NaN), 1, 50));
    }
}
