package thalweg.network;

import thalweg.math.Kernels;

/**
 * What each sample is charged, from scores that stand unit by unit: those of the first unit for all samples, then those of the second. So
 * vectors lie along the samples. The bits are those of {@link Loss#sum}.
 */
final class Charges {
    private final Loss loss;
    private final Kernels kernels;
    private final int k;
    private final double[] parts;
    private final double[] each;

    /**
     * Scratch memory.
     *
     * @param k outputs of a sample
     * @param most samples at a time
     */
    Charges(Loss loss, Kernels kernels, int k, int most) {
        this.loss = loss;
        this.kernels = kernels;
        this.k = k;
        parts = new double[k * most];
        each = new double[k * most];
    }

    /**
     * Writes the charge of each sample.
     *
     * @param z scores, {@code k} units of {@code rows} samples from {@code zAt}
     * @param targets a number or a class for each sample, from {@code targetsAt}
     * @param to written from {@code toAt}
     */
    void of(int rows, double[] z, int zAt, double[] targets, int targetsAt, double[] to, int toAt) {
        switch (loss) {
            case MEAN_SQUARED -> meanSquared(rows, z, zAt, targets, targetsAt, to, toAt);
            case BINARY_CROSS_ENTROPY -> binary(rows, z, zAt, targets, targetsAt, to, toAt);
            case CROSS_ENTROPY -> softmax(rows, z, zAt, targets, targetsAt, to, toAt);
            case HINGE -> hinge(rows, z, zAt, targets, targetsAt, to, toAt);
        }
    }

    private void meanSquared(int rows, double[] z, int zAt, double[] targets, int targetsAt, double[] to, int toAt) {
        for (int i = 0; i < rows; i++) {
            to[toAt + i] = 0;
        }
        for (int j = 0, at = zAt; j < k; j++, at += rows) {
            for (int i = 0; i < rows; i++) {
                double off = z[at + i] - Loss.wanted(targets[targetsAt + i], k, j);
                to[toAt + i] += 0.5 * off * off;
            }
        }
    }

    private void binary(int rows, double[] z, int zAt, double[] targets, int targetsAt, double[] to, int toAt) {
        int n = k * rows;
        for (int i = 0; i < n; i++) {
            parts[i] = -Math.abs(z[zAt + i]);
        }
        kernels.exp(n, parts, 0, parts, 0);
        kernels.log1p(n, parts, 0, each, 0);
        for (int i = 0; i < rows; i++) {
            to[toAt + i] = 0;
        }
        for (int j = 0, at = 0; j < k; j++, at += rows) {
            for (int i = 0; i < rows; i++) {
                double score = z[zAt + at + i];
                double other = Loss.wanted(targets[targetsAt + i], k, j) == 1 ? -score : score;
                to[toAt + i] += Math.max(0, other) + each[at + i];
            }
        }
    }

    private void softmax(int rows, double[] z, int zAt, double[] targets, int targetsAt, double[] to, int toAt) {
        System.arraycopy(z, zAt, each, 0, rows);                  // the highest score
        for (int j = 1; j < k; j++) {
            kernels.max(rows, z, zAt + j * rows, each, 0);
        }
        System.arraycopy(z, zAt, parts, 0, k * rows);
        for (int j = 0; j < k; j++) {
            kernels.axpy(rows, -1, each, 0, parts, j * rows);
        }
        kernels.exp(k * rows, parts, 0, parts, 0);
        for (int j = 1; j < k; j++) {
            kernels.axpy(rows, 1, parts, j * rows, parts, 0);
        }
        kernels.log(rows, parts, 0, to, toAt);
        for (int i = 0; i < rows; i++) {
            to[toAt + i] += each[i] - z[zAt + (int) targets[targetsAt + i] * rows + i];
        }
    }

    private void hinge(int rows, double[] z, int zAt, double[] targets, int targetsAt, double[] to, int toAt) {
        System.arraycopy(z, zAt, parts, 0, k * rows);
        for (int i = 0; i < rows; i++) {
            int right = (int) targets[targetsAt + i] * rows + i;
            each[i] = z[zAt + right];
            parts[right] = Double.NEGATIVE_INFINITY;              // charged with nothing
            to[toAt + i] = 0;
        }
        for (int j = 0; j < k; j++) {
            kernels.addHinges(rows, parts, j * rows, each, 0, to, toAt);
        }
    }
}
