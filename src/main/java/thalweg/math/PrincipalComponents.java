package thalweg.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * The directions in which a sequence of points varies most, about their mean (Pearson 1901).
 *
 * <p>Found from the inner products of the m points with each other, an m x m matrix, so that the points may have 1,000,000 coordinates.
 * Memory: the mean, the directions asked for, and 256 MB of points (at least two); points beyond are read again, about {@code m^2 / 2b}
 * times in all where b of them fit.
 *
 * @param mean of all points
 * @param directions unit vectors at right angles to each other, the one that explains most first, the component of largest magnitude
 *     positive; fewer than asked for if the points span no more
 * @param shares of the variance that each component explains, all of them, largest first; they add up to 1, or there are none if all points
 *     are equal
 * @param points how many there were
 */
public record PrincipalComponents(Vec mean, List<Vec> directions, Vec shares, int points) {
    /** A variance below this part of the largest, times the number of points, is rounding. */
    private static final double ROUNDING = 1e-14;
    private static final int MOST_NUMBERS = 1 << 25;

    /** Points that are read one at a time, as often as needed. */
    public interface Rows {
        /** How many points. */
        int count();

        /** How many coordinates each has. */
        int size();

        /** Writes point {@code i}. */
        void read(int i, double[] to);
    }

    public PrincipalComponents {
        directions = List.copyOf(directions);
    }

    /**
     * Finds them.
     *
     * @param most how many directions are wanted, 0 or more
     * @param cancelled asked before every point that is read
     * @param progress told after every point that is read how many times that was
     * @return empty if it was cancelled
     * @throws IllegalArgumentException if there are fewer than 2 points, or a coordinate is not finite
     */
    public static Optional<PrincipalComponents> of(Rows rows, int most, BooleanSupplier cancelled, IntConsumer progress) {
        return of(rows, most, cancelled, progress, MOST_NUMBERS);
    }

    static Optional<PrincipalComponents> of(Rows rows, int most, BooleanSupplier cancelled, IntConsumer progress, int mostNumbers) {
        if (rows.count() < 2) {
            throw new IllegalArgumentException("principal components need at least 2 points, but there " + (rows.count() == 1 ? "is 1" : "are 0"));
        }
        if (most < 0) {
            throw new IllegalArgumentException("the number of directions must be 0 or more, but was " + most);
        }
        return new Search(rows, cancelled, progress, mostNumbers).find(most);
    }

    /** The coordinates of a point along the directions, from the mean. */
    public Vec project(Vec point) {
        double[] along = new double[directions.size()];
        for (int k = 0; k < along.length; k++) {
            for (int i = 0; i < point.size(); i++) {
                along[k] += (point.get(i) - mean.get(i)) * directions.get(k).get(i);
            }
        }
        return Vec.of(along);
    }

    /** One search under way. */
    private static final class Search {
        private static final Kernels KERNELS = Kernels.fastest();

        private final Rows rows;
        private final int m;
        private final int n;
        private final BooleanSupplier cancelled;
        private final IntConsumer progress;
        private final int[] reads = new int[1];
        private final double[] mean;
        private final double[][] block;

        Search(Rows rows, BooleanSupplier cancelled, IntConsumer progress, int mostNumbers) {
            this.rows = rows;
            this.cancelled = cancelled;
            this.progress = progress;
            m = rows.count();
            n = rows.size();
            mean = new double[n];
            block = new double[Math.clamp(mostNumbers / n, 1, m)][n];
        }

        Optional<PrincipalComponents> find(int most) {
            double[] row = new double[n];
            for (int i = 0; i < m; i++) {
                if (!read(i, row)) {
                    return Optional.empty();
                }
                for (int j = 0; j < n; j++) {
                    mean[j] += row[j] / m;
                }
            }
            double[] products = new double[m * m];
            for (int from = 0; from < m; from += block.length) {
                if (!products(from, row, products)) {
                    return Optional.empty();
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(m, m, products);
            double floor = ROUNDING * m * eigen.values()[0];
            double[] variances = Arrays.stream(eigen.values()).limit(Math.min(m - 1, n)).filter(v -> v > floor).toArray();
            double total = Arrays.stream(variances).sum();
            Optional<List<Vec>> directions = directions(eigen, Math.min(most, variances.length), row);
            return directions.map(d -> new PrincipalComponents(Vec.of(mean), d,
                    Vec.of(Arrays.stream(variances).map(v -> v / total).toArray()), m));
        }

        private boolean read(int i, double[] to) {
            if (cancelled.getAsBoolean()) {
                return false;
            }
            rows.read(i, to);
            for (double x : to) {
                if (!Double.isFinite(x)) {
                    throw new IllegalArgumentException("points must be finite, but number " + i + " has a coordinate " + x);
                }
            }
            reads[0]++;
            progress.accept(reads[0]);
            return true;
        }

        private boolean readCentred(int i, double[] to) {
            if (!read(i, to)) {
                return false;
            }
            for (int j = 0; j < n; j++) {
                to[j] -= mean[j];
            }
            return true;
        }

        /** Inner products of a block of points with each other and with all that follow. */
        private boolean products(int from, double[] row, double[] products) {
            int count = Math.min(block.length, m - from);
            for (int i = from; i < m; i++) {
                double[] to = i < from + count ? block[i - from] : row;
                if (!readCentred(i, to)) {
                    return false;
                }
                for (int j = from; j < Math.min(i + 1, from + count); j++) {
                    double product = KERNELS.dot(n, block[j - from], 0, to, 0);
                    products[i * m + j] = product;
                    products[j * m + i] = product;
                }
            }
            return true;
        }

        private Optional<List<Vec>> directions(SymmetricEigen eigen, int count, double[] row) {
            double[][] sums = new double[count][n];
            for (int i = 0; i < m && count > 0; i++) {
                if (!readCentred(i, row)) {
                    return Optional.empty();
                }
                for (int k = 0; k < count; k++) {
                    KERNELS.axpy(n, eigen.vectors()[k][i], row, 0, sums[k], 0);
                }
            }
            List<double[]> units = new ArrayList<>();
            for (double[] sum : sums) {
                for (int pass = 0; pass < 2; pass++) {
                    if (cancelled.getAsBoolean()) {
                        return Optional.empty();
                    }
                    // twice, for small components carry rounding of the large ones
                    UnitVectors.clear(sum, units);
                    UnitVectors.scale(sum, 1 / UnitVectors.norm(sum));
                }
                UnitVectors.orient(sum);
                units.add(sum);
            }
            return Optional.of(units.stream().map(Vec::of).toList());
        }
    }
}
