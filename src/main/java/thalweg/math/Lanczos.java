package thalweg.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import thalweg.math.Eigenpairs.Ending;

/**
 * A search for the largest and smallest eigenvalues of a symmetric operator, with their eigenvectors: Lanczos 1950 with full
 * reorthogonalisation and thick restarts (Wu and Simon 2000, SIAM J. Matrix Anal. Appl. 22(2)).
 *
 * <p>One starting vector sees an eigenvalue that occurs several times only once. So when all are found, the search starts again from another
 * random vector in the complement of what it has, until that finds nothing that belongs among them; equal eigenvalues then are there as
 * often as they occur, and one that the first vector missed is found. Such a search ends as soon as the chance of something more is below
 * {@value #RISK}; it costs 30 products or so where the wanted eigenvalues stand apart from the others, else about as many as the first.
 *
 * <p>Memory: the basis and at most twice {@code top + bottom} vectors, and as many again at the end in place of the basis. The basis holds
 * 120 vectors, fewer where these would be more than 256 MB, but never fewer than {@code 2 (top + bottom) + 30}: for 5 and 1 of 1,000,000
 * parameters that is at most 450 MB in all. Up to {@value #DENSE} rows the matrix is put together from its columns instead.
 *
 * @param top how many of the largest, 0 or more
 * @param bottom how many of the smallest, 0 or more
 * @param tolerance residuals are to be at most this times the largest magnitude of an eigenvalue; greater than 0 and below 1
 * @param mostProducts when to give up, at least 1; the products for the residuals at the end are not counted against it
 * @param seed of the starting vectors
 */
public record Lanczos(int top, int bottom, double tolerance, int mostProducts, long seed) {
    private static final int DENSE = 100;
    private static final int BASIS = 120;
    private static final int SPARE = 30;
    /** 256 MB of numbers. */
    private static final int MOST_NUMBERS = 1 << 25;
    /** The probability at which another eigenvalue of the same size or larger is missed. */
    private static final double RISK = 1e-8;
    /** Products between looks at the small eigenproblem, whose cost grows with the cube of the basis. */
    private static final int PAUSE = 10;

    public Lanczos {
        if (top < 0 || bottom < 0 || top + bottom < 1 || top + bottom > 1000) {
            throw new IllegalArgumentException("1 to 1000 eigenvalues can be searched for, but top was " + top + " and bottom " + bottom);
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be a number > 0 and < 1, but was " + tolerance);
        }
        if (mostProducts < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, but were " + mostProducts);
        }
    }

    /**
     * Searches.
     *
     * @param cancelled asked before every product, and within long ones
     * @param progress told after every product how many there were
     * @throws IllegalArgumentException if more eigenvalues are wanted at one end than the operator has
     */
    public Eigenpairs of(SymmetricOperator a, BooleanSupplier cancelled, IntConsumer progress) {
        if (top > a.size() || bottom > a.size()) {
            throw new IllegalArgumentException("there are " + a.size() + " eigenvalues, but " + Math.max(top, bottom) + " were asked for");
        }
        SymmetricOperator wanted = a.until(cancelled);
        return a.size() <= Math.min(DENSE, mostProducts) ? dense(wanted, cancelled, progress) : new Search(wanted, cancelled, progress).all();
    }

    /** How many vectors the basis may hold. */
    int basis(int n) {
        return Math.min(n, Math.max(Math.min(BASIS, MOST_NUMBERS / n), 2 * (top + bottom) + SPARE));
    }

    private Eigenpairs dense(SymmetricOperator a, BooleanSupplier cancelled, IntConsumer progress) {
        int n = a.size();
        double[] unit = new double[n];
        double[] column = new double[n];
        double[] entries = new double[n * n];
        for (int j = 0; j < n; j++) {
            if (cancelled.getAsBoolean()) {
                return new Eigenpairs(List.of(), List.of(), j, Ending.CANCELLED);
            }
            unit[j] = 1;
            a.times(unit, column);
            unit[j] = 0;
            for (int i = 0; i < n; i++) {
                if (!Double.isFinite(column[i])) {
                    return new Eigenpairs(List.of(), List.of(), j + 1, cancelled.getAsBoolean() ? Ending.CANCELLED : Ending.NOT_FINITE);
                }
                entries[i * n + j] += column[i] / 2;              // symmetric to the last bit
                entries[j * n + i] += column[i] / 2;
            }
            progress.accept(j + 1);
        }
        SymmetricEigen all = SymmetricEigen.of(n, n, entries);
        SymmetricOperator whole = new DenseOperator(n, entries);
        List<Eigenpair> largest = IntStream.range(0, top).mapToObj(k -> pair(whole, all.vectors()[k])).toList();
        List<Eigenpair> smallest = IntStream.range(0, bottom).mapToObj(k -> pair(whole, all.vectors()[n - 1 - k])).toList();
        return new Eigenpairs(largest, smallest, n, Ending.CONVERGED);
    }

    private static Eigenpair pair(SymmetricOperator a, double[] vector) {
        UnitVectors.orient(vector);
        double[] product = new double[vector.length];
        a.times(vector, product);
        return pair(vector, product);
    }

    /** A unit vector with its Rayleigh quotient and the residual as it is. */
    private static Eigenpair pair(double[] vector, double[] product) {
        Kernels kernels = Kernels.fastest();
        double value = kernels.dot(vector.length, vector, 0, product, 0);
        kernels.axpy(vector.length, -value, vector, 0, product, 0);
        return new Eigenpair(value, Vec.of(vector), UnitVectors.norm(product));
    }

    /** An eigenvector found, and what the projection says of it. */
    private record Found(double value, double[] vector, double residual) { }

    /** One search under way; owned by one thread. */
    private final class Search {
        private final SymmetricOperator a;
        private final BooleanSupplier cancelled;
        private final IntConsumer progress;
        private final int[] products = new int[1];
        /** Largest value first. */
        private final List<Found> pool = new ArrayList<>();

        Search(SymmetricOperator a, BooleanSupplier cancelled, IntConsumer progress) {
            this.a = a;
            this.cancelled = cancelled;
            this.progress = progress;
        }

        Eigenpairs all() {
            for (int run = 0; ; run++) {
                List<double[]> locked = pool.stream().map(Found::vector).toList();
                int left = a.size() - locked.size();
                if (left == 0) {
                    return finished(Ending.CONVERGED);
                }
                Krylov krylov = new Krylov(a, locked, Math.min(basis(a.size()), left), cancelled);
                double[] start = new double[a.size()];
                if (!drawn(run, start)) {
                    return sure();
                }
                if (!krylov.start(start)) {
                    return finished(Ending.CONVERGED);
                }
                int known = pool.size();
                Ending ending = run(krylov);
                if (ending == Ending.NOT_FINITE) {
                    return new Eigenpairs(List.of(), List.of(), products[0], ending);
                }
                if (ending == Ending.CANCELLED) {
                    return sure();
                }
                if (ending == Ending.OUT_OF_PRODUCTS || pool.size() == known) {
                    return finished(ending);
                }
                forgetTheMiddle();
            }
        }

        /** What had converged when it was told to stop, with residuals as the projection saw them. */
        private Eigenpairs sure() {
            return ends(pool.stream().map(f -> new Eigenpair(f.value(), Vec.of(f.vector()), f.residual())).toList(), Ending.CANCELLED);
        }

        /** Draws the vector that a run starts with. Returns whether it was drawn to its end. */
        private boolean drawn(int run, double[] start) {
            try {
                Turns.over(start.length, cancelled, (from, to) -> {
                    for (int i = from; i < to; i++) {
                        start[i] = Chance.gaussian(seed, Purpose.EIGENVECTORS, (long) run * start.length + i);
                    }
                });
                return true;
            } catch (CancellationException _) {
                return false;
            }
        }

        /** Searches the complement of the pool for what belongs among the wanted, and adds it. */
        private Ending run(Krylov krylov) {
            double above = pool.size() < top ? Double.NEGATIVE_INFINITY : top == 0 ? Double.POSITIVE_INFINITY : pool.get(top - 1).value();
            double below = pool.size() < bottom ? Double.POSITIVE_INFINITY
                    : bottom == 0 ? Double.NEGATIVE_INFINITY : pool.get(pool.size() - bottom).value();
            while (true) {
                if (cancelled.getAsBoolean()) {
                    return Ending.CANCELLED;
                }
                if (products[0] >= mostProducts) {
                    if (krylov.size() > 0) {
                        take(krylov, krylov.solve(), above, below);
                    }
                    return Ending.OUT_OF_PRODUCTS;
                }
                boolean more = krylov.grow();
                products[0]++;
                progress.accept(products[0]);
                if (Double.isNaN(krylov.coupling())) {
                    return cancelled.getAsBoolean() ? Ending.CANCELLED : Ending.NOT_FINITE;
                }
                if (more && !krylov.isFull() && krylov.size() % PAUSE != 0) {
                    continue;
                }
                SymmetricEigen seen = krylov.solve();
                if (!more || isDone(krylov, seen, above, below)) {
                    take(krylov, seen, above, below);
                    return Ending.CONVERGED;
                }
                if (krylov.isFull()) {
                    krylov.shrink(seen, worthKeeping(krylov.size()));
                }
            }
        }

        /** Whether all values seen beyond those known at an end are sure, and it is sure too that no other lies beyond. */
        private boolean isDone(Krylov krylov, SymmetricEigen seen, double above, double below) {
            if (krylov.size() < Math.min(top + bottom + 1, a.size() - pool.size())) {
                return false;
            }
            double margin = margin(seen);
            double doubt = doubt(krylov.size(), seen);
            boolean done = true;
            for (int k = 0; k < top && done; k++) {
                done = residual(krylov, seen, k) <= margin;
                if (!(seen.values()[k] > above + margin)) {
                    done |= k == 0 && seen.values()[0] + doubt <= above;
                    break;
                }
            }
            for (int k = 0; k < bottom && done; k++) {
                int from = krylov.size() - 1 - k;
                done = residual(krylov, seen, from) <= margin;
                if (!(seen.values()[from] < below - margin)) {
                    done |= k == 0 && seen.values()[from] - doubt >= below;
                    break;
                }
            }
            return done;
        }

        /**
         * How far beyond the outermost value seen the outermost eigenvalue may lie: after j steps from a random vector farther than e times
         * the width of the spectrum with a probability of at most {@code 1.648 sqrt(n) exp(-sqrt(e) (2j - 1))} (Kuczynski and Wozniakowski
         * 1992, SIAM J. Matrix Anal. Appl. 13(4)).
         */
        private double doubt(int steps, SymmetricEigen seen) {
            double e = Math.pow(Math.log(1.648 * Math.sqrt(a.size()) / RISK) / (2 * steps - 1), 2);
            double width = seen.values()[0] - seen.values()[seen.values().length - 1];
            return e < 0.25 ? e * width / (1 - 2 * e) : Double.POSITIVE_INFINITY;   // the width seen may lack that much at both ends
        }

        /** Half of what is tolerated: the rest is for the rounding of vectors that are put together. */
        private double margin(SymmetricEigen seen) {
            double largest = Math.max(Math.abs(seen.values()[0]), Math.abs(seen.values()[seen.values().length - 1]));
            for (Found f : pool) {
                largest = Math.max(largest, Math.abs(f.value()));
            }
            return tolerance / 2 * largest;
        }

        private double residual(Krylov krylov, SymmetricEigen seen, int k) {
            return krylov.coupling() * Math.abs(seen.vectors()[k][krylov.size() - 1]);
        }

        private void take(Krylov krylov, SymmetricEigen seen, double above, double below) {
            double margin = margin(seen);
            int size = krylov.size();
            for (int k = 0; k < size; k++) {
                double value = seen.values()[k];
                if (k < top && value > above + margin || k >= size - bottom && value < below - margin) {
                    double[] vector = new double[a.size()];
                    krylov.combine(seen.vectors()[k], vector);
                    UnitVectors.orient(vector);
                    pool.add(new Found(value, vector, residual(krylov, seen, k)));
                }
            }
            pool.sort(Comparator.comparingDouble(Found::value).reversed());
        }

        /** What a basis of this size shrinks to: the wanted at both ends and some beside them, which speeds them up. */
        private int[] worthKeeping(int size) {
            int beside = (size - top - bottom) / (top > 0 && bottom > 0 ? 6 : 3);
            int first = top > 0 ? top + beside : 0;
            int last = bottom > 0 ? bottom + beside : 0;
            return IntStream.range(0, size).filter(k -> k < first || k >= size - last).toArray();
        }

        /** What has been outdone at both ends needs no memory. */
        private void forgetTheMiddle() {
            if (pool.size() > top + bottom) {
                pool.subList(top, pool.size() - bottom).clear();
            }
        }

        /** The answer with residuals as they are: the vectors found are turned among themselves so that each is at its best. */
        private Eigenpairs finished(Ending ending) {
            int m = pool.size();
            double[][] images = new double[m][a.size()];
            double[] projected = new double[m * m];
            Kernels kernels = Kernels.fastest();
            for (int i = 0; i < m; i++) {
                if (cancelled.getAsBoolean()) {
                    return sure();
                }
                a.times(pool.get(i).vector(), images[i]);
                products[0]++;
                if (Double.isNaN(images[i][0]) && cancelled.getAsBoolean()) {
                    return sure();
                }
                for (int j = 0; j <= i; j++) {
                    projected[i * m + j] = kernels.dot(a.size(), pool.get(j).vector(), 0, images[i], 0);
                    projected[j * m + i] = projected[i * m + j];
                }
            }
            List<Eigenpair> pairs = new ArrayList<>();
            double[] image = new double[a.size()];
            SymmetricEigen best = SymmetricEigen.of(m, m, projected);
            for (int k = 0; k < m; k++) {
                double[] vector = new double[a.size()];
                Arrays.fill(image, 0);
                for (int i = 0; i < m; i++) {
                    kernels.axpy(a.size(), best.vectors()[k][i], pool.get(i).vector(), 0, vector, 0);
                    kernels.axpy(a.size(), best.vectors()[k][i], images[i], 0, image, 0);
                }
                boolean turned = UnitVectors.orient(vector);
                if (turned) {
                    UnitVectors.scale(image, -1);
                }
                pairs.add(pair(vector, image));
            }
            return ends(pairs, ending);
        }

        private Eigenpairs ends(List<Eigenpair> pairs, Ending ending) {
            List<Eigenpair> up = pairs.reversed();
            return new Eigenpairs(pairs.stream().limit(top).toList(), up.stream().limit(bottom).toList(), products[0], ending);
        }
    }
}
