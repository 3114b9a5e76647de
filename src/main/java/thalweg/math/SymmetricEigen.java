package thalweg.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;

/**
 * All eigenvalues and eigenvectors of a small dense symmetric matrix, by EJML's implicit QR algorithm.
 *
 * @param values largest first
 * @param vectors one unit vector for each
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    /**
     * Decomposes a matrix.
     *
     * @param n rows
     * @param stride how far the beginnings of two rows lie apart in {@code entries}, at least n
     * @param entries of which the first n of n rows are read; not modified
     * @throws ArithmeticException if the algorithm does not converge, which a finite matrix has not been seen to do
     */
    static SymmetricEigen of(int n, int stride, double[] entries) {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            System.arraycopy(entries, i * stride, matrix.data, i * n, n);
        }
        SymmetricQRAlgorithmDecomposition_DDRM qr = new SymmetricQRAlgorithmDecomposition_DDRM(true);
        if (!qr.decompose(matrix)) {
            throw new ArithmeticException("the eigenvalues of a matrix of " + n + " rows were not found");
        }
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble((Integer i) -> -qr.getEigenvalue(i).getReal()))
                .mapToInt(i -> i).toArray();
        double[] values = Arrays.stream(order).mapToDouble(i -> qr.getEigenvalue(i).getReal()).toArray();
        double[][] vectors = Arrays.stream(order).mapToObj(i -> Arrays.copyOf(qr.getEigenVector(i).data, n)).toArray(double[][]::new);
        return new SymmetricEigen(values, vectors);
    }
}
