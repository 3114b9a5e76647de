package thalweg.math;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * An estimate of the trace of a symmetric operator from random signs z: the mean of {@code z A z} (Hutchinson 1990, Communications in
 * Statistics 19(2)). With as many probes as there are rows, or more, the diagonal is summed instead and the trace is exact.
 *
 * <p>What is known of the largest eigenvalues is not estimated again: {@code tr A = sum q A q + tr P A P} for orthonormal q and the projection
 * P beside them, and the probes see only the rest, whose scatter is far smaller (as in Hutch++; Meyer, Musco, Musco and Woodruff 2021).
 *
 * <p>Memory: two vectors, and those that are known.
 *
 * @param probes products to spend, at least 1
 * @param seed of the signs
 */
public record Hutchinson(int probes, long seed) {
    /**
     * What is known of a trace.
     *
     * @param value the trace, or the mean of the probes
     * @param standardError of that mean: the standard deviation of the probes over the root of their number; 0 if the value is exact, NaN
     *     after a single probe
     * @param products how many products with the operator it took; fewer than asked for if it was cancelled
     */
    public record Trace(double value, double standardError, int products) {
    }

    public Hutchinson {
        if (probes < 1) {
            throw new IllegalArgumentException("probes must be at least 1, but were " + probes);
        }
    }

    /** Estimates, where nothing is known. */
    public Trace of(SymmetricOperator a, BooleanSupplier cancelled, IntConsumer progress) {
        return of(a, List.of(), cancelled, progress);
    }

    /**
     * Estimates.
     *
     * @param known pairs with orthonormal vectors; how well they have converged does not matter, their values being Rayleigh quotients
     * @param cancelled asked before every product, and within long ones; the estimate is then that of the probes so far, NaN if there are none
     * @param progress told after every product how many there were
     */
    public Trace of(SymmetricOperator a, List<Eigenpair> known, BooleanSupplier cancelled, IntConsumer progress) {
        SymmetricOperator wanted = a.until(cancelled);
        int n = a.size();
        boolean exact = probes >= n;
        List<double[]> units = known.stream().map(pair -> pair.vector().toArray()).toList();
        double sure = known.stream().mapToDouble(Eigenpair::value).sum();
        double[] z = new double[n];
        double[] product = new double[n];
        double[] seen = new double[exact ? n : probes];
        int done = 0;
        for (; done < seen.length && !cancelled.getAsBoolean(); done++) {
            if (exact) {
                Arrays.fill(z, 0);
                z[done] = 1;
            } else {
                signs(seed, done, z);
                UnitVectors.clear(z, units);
            }
            wanted.times(z, product);
            if (Double.isNaN(product[0]) && cancelled.getAsBoolean()) {
                break;
            }
            seen[done] = (exact ? 0 : sure) + Kernels.fastest().dot(n, z, 0, product, 0);
            progress.accept(done + 1);
        }
        if (exact) {
            return done == n ? new Trace(Arrays.stream(seen).sum(), 0, n) : new Trace(Double.NaN, Double.NaN, done);
        }
        double mean = Arrays.stream(seen, 0, done).sum() / done;      // of nothing: 0 / 0
        double squares = Arrays.stream(seen, 0, done).map(s -> (s - mean) * (s - mean)).sum();
        return new Trace(mean, done < 2 ? Double.NaN : Math.sqrt(squares / (done - 1) / done), done);
    }

    /** Writes the signs of a probe, +1 or -1 with even chances (Rademacher). */
    static void signs(long seed, int probe, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Chance.uniform(seed, Purpose.PROBES, (long) probe * z.length + i) < 0.5 ? -1 : 1;
        }
    }
}
