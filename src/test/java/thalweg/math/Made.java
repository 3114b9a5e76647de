package thalweg.math;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Operators whose eigenvalues are known.
 *
 * @param mirror a unit vector: the operator is {@code Q D Q} with Q the reflection at it; empty for the diagonal D itself
 * @param products counts
 */
record Made(double[] eigenvalues, double[] mirror, AtomicInteger products) implements SymmetricOperator {
    static Made diagonal(int n, IntToDoubleFunction eigenvalue) {
        return new Made(IntStream.range(0, n).mapToDouble(eigenvalue).toArray(), new double[0], new AtomicInteger());
    }

    /** The same eigenvalues with eigenvectors that are no axes. */
    Made turned() {
        double[] u = IntStream.range(0, eigenvalues.length).mapToDouble(i -> Chance.gaussian(77, Purpose.TEST, i)).toArray();
        UnitVectors.scale(u, 1 / UnitVectors.norm(u));
        return new Made(eigenvalues, u, products);
    }

    @Override
    public int size() {
        return eigenvalues.length;
    }

    @Override
    public void times(double[] v, double[] product) {
        products.incrementAndGet();
        System.arraycopy(v, 0, product, 0, v.length);
        reflect(product);
        for (int i = 0; i < v.length; i++) {
            product[i] *= eigenvalues[i];
        }
        reflect(product);
    }

    private void reflect(double[] x) {
        if (mirror.length > 0) {
            double along = IntStream.range(0, x.length).mapToDouble(i -> mirror[i] * x[i]).sum();
            for (int i = 0; i < x.length; i++) {
                x[i] -= 2 * along * mirror[i];
            }
        }
    }

    double[] times(Vec v) {
        double[] product = new double[v.size()];
        times(v.toArray(), product);
        return product;
    }

    /** The eigenvalues, largest first. */
    double[] sorted() {
        double[] up = eigenvalues.clone();
        Arrays.sort(up);
        return IntStream.range(0, up.length).mapToDouble(i -> up[up.length - 1 - i]).toArray();
    }
}
