package thalweg.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A growing orthonormal basis {@code q, A q, A^2 q, ...} in the complement of some vectors, and A seen from it; the working memory of one
 * search, owned by one thread.
 *
 * <p>Every new vector is made orthogonal to all before it, twice (full reorthogonalisation; Parlett 1980, The Symmetric Eigenvalue Problem,
 * section 6-9), so that no eigenvalue shows twice. Entries of the projected matrix are inner products, whatever the basis holds.
 */
final class Krylov {
    /** A residual below this part of the largest product is rounding: the space is invariant. */
    private static final double INVARIANT = 1e-14;
    /** Components rotated at a time: 4 kB of each vector. */
    private static final int CHUNK = 512;
    private static final Kernels KERNELS = Kernels.fastest();

    private final SymmetricOperator a;
    private final List<double[]> locked;
    private final int capacity;
    private final BooleanSupplier cancelled;
    private final List<double[]> basis = new ArrayList<>();
    private final double[] projected;
    private int size;
    private double coupling;
    private double largest;

    /**
     * An empty basis.
     *
     * @param locked unit vectors at right angles to each other that it avoids
     * @param capacity the most vectors; one more is kept for what comes next
     * @param cancelled asked between products of long vectors; once true, what is found is of no use
     */
    Krylov(SymmetricOperator a, List<double[]> locked, int capacity, BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        this.a = a;
        this.locked = locked;
        this.capacity = capacity;
        projected = new double[capacity * capacity];
    }

    /**
     * Begins with a vector.
     *
     * @param start becomes part of the basis, made orthogonal and of unit length
     * @return whether anything of it was left
     */
    boolean start(double[] start) {
        size = 0;
        coupling = 0;
        double before = UnitVectors.norm(start);
        UnitVectors.clear(start, locked);
        UnitVectors.clear(start, locked);
        double norm = UnitVectors.norm(start);
        if (!(norm > INVARIANT * before)) {
            return false;
        }
        UnitVectors.scale(start, 1 / norm);
        place(0, start);
        return true;
    }

    /** How many vectors A has been applied to. */
    int size() {
        return size;
    }

    boolean isFull() {
        return size == capacity;
    }

    /** Length of what A makes of the last vector outside the space; 0 when the space is invariant. */
    double coupling() {
        return coupling;
    }

    /** The length of the longest product so far: a lower bound of the norm of A. */
    double largest() {
        return largest;
    }

    /**
     * Takes in one more vector, with one product.
     *
     * @return whether there is another one; otherwise the space is invariant, or a product was not finite, or it was cancelled, and {@link #coupling}
     *     is not finite either
     */
    boolean grow() {
        int n = a.size();
        double[] w = at(size + 1);
        a.times(basis.get(size), w);
        double norm = UnitVectors.norm(w);
        largest = Math.max(largest, norm);
        if (!Double.isFinite(norm)) {
            coupling = Double.NaN;
            return false;
        }
        size++;
        int column = size - 1;
        for (int i = 0; i < size; i++) {
            entry(i, column, 0);
        }
        for (int pass = 0; pass < 2; pass++) {
            UnitVectors.clear(w, locked);
            for (int i = 0; i < size; i++) {
                if (cancelled.getAsBoolean()) {
                    coupling = Double.NaN;
                    return false;
                }
                double[] q = basis.get(i);
                double along = KERNELS.dot(n, q, 0, w, 0);
                KERNELS.axpy(n, -along, q, 0, w, 0);
                entry(i, column, projected[i * capacity + column] + along);
            }
        }
        double left = UnitVectors.norm(w);
        if (!(left > INVARIANT * largest) || size + locked.size() >= n) {
            coupling = 0;
            return false;
        }
        coupling = left;
        UnitVectors.scale(w, 1 / left);
        return true;
    }

    /** Eigenvalues and eigenvectors of A seen from the basis. */
    SymmetricEigen solve() {
        return SymmetricEigen.of(size, capacity, projected);
    }

    /** Writes the vector with these coordinates in the basis. */
    void combine(double[] coordinates, double[] to) {
        Arrays.fill(to, 0);
        for (int i = 0; i < size; i++) {
            KERNELS.axpy(to.length, coordinates[i], basis.get(i), 0, to, 0);
        }
    }

    /**
     * Shrinks the basis to some eigenvectors of the projection and goes on from them (thick restart; Wu and Simon 2000, SIAM J. Matrix Anal.
     * Appl. 22(2)): the vector that would have come next stays the next.
     *
     * @param kept which of {@code found}, fewer than {@link #size}
     */
    void shrink(SymmetricEigen found, int[] kept) {
        int n = a.size();
        double[] chunk = new double[kept.length * CHUNK];
        for (int from = 0; from < n && !cancelled.getAsBoolean(); from += CHUNK) {
            int count = Math.min(CHUNK, n - from);
            Arrays.fill(chunk, 0);
            for (int k = 0; k < kept.length; k++) {
                double[] coordinates = found.vectors()[kept[k]];
                for (int i = 0; i < size; i++) {
                    KERNELS.axpy(count, coordinates[i], basis.get(i), from, chunk, k * CHUNK);
                }
            }
            for (int k = 0; k < kept.length; k++) {
                System.arraycopy(chunk, k * CHUNK, basis.get(k), from, count);
            }
        }
        double[] next = basis.get(size);
        basis.set(size, basis.get(kept.length));
        basis.set(kept.length, next);
        size = kept.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                entry(j, i, i == j ? found.values()[kept[i]] : 0);
            }
        }
    }

    private void entry(int i, int j, double value) {
        projected[i * capacity + j] = value;
        projected[j * capacity + i] = value;
    }

    private double[] at(int i) {
        if (i == basis.size()) {
            basis.add(new double[a.size()]);
        }
        return basis.get(i);
    }

    private void place(int i, double[] vector) {
        if (i == basis.size()) {
            basis.add(vector);
        } else {
            basis.set(i, vector);
        }
    }
}
