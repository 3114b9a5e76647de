package thalweg.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * An estimate of how the eigenvalues of a symmetric operator are spread, by stochastic Lanczos quadrature: from each random vector some
 * steps of Lanczos, whose Ritz values are nodes and the squared first components of their vectors the weights (Ubaru, Chen and Saad 2017,
 * SIAM J. Matrix Anal. Appl. 38(4), algorithm 1; for Hessians Ghorbani, Krishnan and Xiao 2019). Up to {@value #DENSE} rows, if there are
 * steps enough, the nodes are the eigenvalues themselves.
 *
 * <p>Eigenvalues that are known are nodes of weight {@code 1 / n}, and the random vectors see only the complement of their eigenvectors: so
 * what stands out stands there as it is, and not as chance has it.
 *
 * <p>Memory: the known vectors and {@code steps + 1} more, steps being cut so that they are at most 512 MB: of 1,000,000 parameters 67.
 *
 * @param probes random vectors, at least 1
 * @param steps products for each, at least 2
 * @param seed of the vectors
 */
public record LanczosQuadrature(int probes, int steps, long seed) {
    private static final int DENSE = 100;
    private static final int MOST_NUMBERS = 1 << 26;

    public LanczosQuadrature {
        if (probes < 1 || steps < 2) {
            throw new IllegalArgumentException("a density needs at least 1 probe and 2 steps, but got " + probes + " and " + steps);
        }
    }

    /** Estimates, where nothing is known. */
    public SpectralDensity of(SymmetricOperator a, BooleanSupplier cancelled, IntConsumer progress) {
        return of(a, List.of(), cancelled, progress);
    }

    /**
     * Estimates.
     *
     * @param known converged pairs with orthonormal vectors
     * @param cancelled asked before every product, and within long ones; the estimate is then that of the probes that were finished, without
     *     nodes if there are none
     * @param progress told after every product how many there were
     * @throws ArithmeticException if a product is not finite
     */
    public SpectralDensity of(SymmetricOperator a, List<Eigenpair> known, BooleanSupplier cancelled, IntConsumer progress) {
        int n = a.size();
        List<double[]> found = new ArrayList<>();
        if (n <= Math.min(DENSE, steps)) {
            Eigenpairs all = new Lanczos(n, 0, 0.5, n, seed).of(a, cancelled, progress);
            requireFinite(all.ending() != Eigenpairs.Ending.NOT_FINITE);
            all.top().forEach(pair -> found.add(new double[] {pair.value(), 1.0 / n}));
            return SpectralDensity.of(found, 0, all.products());
        }
        int most = Math.min(steps, Math.max(2, MOST_NUMBERS / n));
        List<double[]> units = known.stream().map(pair -> pair.vector().toArray()).toList();
        int left = n - units.size();
        int products = 0;
        int finished = 0;
        for (int probe = 0; probe < probes; probe++) {
            Krylov krylov = new Krylov(a.until(cancelled), units, Math.min(most, Math.max(1, left)), cancelled);
            double[] start = new double[n];
            Hutchinson.signs(seed, probe, start);
            boolean more = left > 0 && krylov.start(start);
            if (!more) {
                break;                                            // all eigenvalues are known
            }
            while (more && !krylov.isFull() && !cancelled.getAsBoolean()) {
                more = krylov.grow();
                requireFinite(!Double.isNaN(krylov.coupling()) || cancelled.getAsBoolean());
                products++;
                progress.accept(products);
            }
            if (more && !krylov.isFull() || Double.isNaN(krylov.coupling())) {
                break;                                            // cancelled
            }
            SymmetricEigen seen = krylov.solve();
            for (int k = 0; k < seen.values().length; k++) {
                found.add(new double[] {seen.values()[k], seen.vectors()[k][0] * seen.vectors()[k][0]});
            }
            finished++;
        }
        int of = finished;
        found.forEach(node -> node[1] *= (double) left / n / of);
        if (finished > 0 || left == 0) {
            known.forEach(pair -> found.add(new double[] {pair.value(), 1.0 / n}));
        }
        return SpectralDensity.of(found, finished, products);
    }

    private static void requireFinite(boolean finite) {
        if (!finite) {
            throw new ArithmeticException("a product with the operator is not finite");
        }
    }
}
