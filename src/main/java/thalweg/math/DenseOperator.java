package thalweg.math;

/** A matrix with all its entries, row by row; not copied. */
record DenseOperator(int size, double[] entries) implements SymmetricOperator {
    @Override
    public void times(double[] v, double[] product) {
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += entries[i * size + j] * v[j];
            }
            product[i] = sum;
        }
    }
}
