package thalweg.network;

import java.util.Arrays;
import thalweg.catalog.Value;
import thalweg.data.DataSet;
import thalweg.math.Kernels;

/**
 * What an output is charged for missing its target; J is its mean over the samples. All but {@link #MEAN_SQUARED} need classes and take the
 * outputs as scores, from minus to plus infinity; none overflows before the scores do.
 */
public enum Loss {
    /** {@code 1/2 sum_k (z_k - y_k)^2}: with the mean over the samples, the lecture's {@code 1/(2m) sum (h - y)^2}. */
    MEAN_SQUARED,
    /** {@code -sum_k [y_k ln s(z_k) + (1 - y_k) ln(1 - s(z_k))]}, s the sigmoid: the lecture's J, summed over K outputs. */
    BINARY_CROSS_ENTROPY,
    /** {@code ln sum_k e^{z_k} - z_y}: of the softmax of the scores. */
    CROSS_ENTROPY,
    /** {@code sum_{k != y} max(0, z_k - z_y + 1)}; slope 0 at the kink. Weston and Watkins 1999. */
    HINGE;

    /** J typeset, without the penalty. */
    String latex() {
        return switch (this) {
            case MEAN_SQUARED -> "\\frac{1}{2m} \\sum_{i=1}^m \\left(h(x_i) - y_i\\right)^2";
            case BINARY_CROSS_ENTROPY ->
                    "-\\frac{1}{m} \\sum_{i=1}^m \\sum_{k=1}^K \\left[y_{ik} \\ln h_k(x_i) + (1 - y_{ik}) \\ln(1 - h_k(x_i))\\right]";
            case CROSS_ENTROPY -> "-\\frac{1}{m} \\sum_{i=1}^m \\ln \\frac{e^{z_{y_i}}}{\\sum_k e^{z_k}}";
            case HINGE -> "\\frac{1}{m} \\sum_{i=1}^m \\sum_{k \\ne y_i} \\max(0, z_k - z_{y_i} + 1)";
        };
    }

    /** As written in a spec: {@code cross-entropy}. */
    public String id() {
        return Value.of(this).asText();
    }

    /**
     * How many outputs a network needs: one for numbers, one for two classes where a single score decides, else one for each class.
     *
     * @throws IllegalArgumentException if this loss needs classes and there are none
     */
    public int outputs(DataSet data) {
        if (this == MEAN_SQUARED && !data.isClassified()) {
            return 1;
        }
        if (!data.isClassified()) {
            throw new IllegalArgumentException("the loss '" + id() + "' needs classes, but '" + data.targetName() + "' of " + data.name()
                    + " is a number; mean-squared fits");
        }
        boolean single = data.classes() == 2 && (this == MEAN_SQUARED || this == BINARY_CROSS_ENTROPY);
        return single ? 1 : data.classes();
    }

    /**
     * The loss of some samples, summed. {@link Charges} finds the same bits.
     *
     * @param k outputs of a sample
     * @param z scores, row by row from 0
     * @param targets a number or a class for each row
     * @param delta overwritten with the derivatives by z, times {@code scale}
     * @param spare overwritten, at least {@code rows * k} long
     */
    double sum(Kernels kernels, int rows, int k, double[] z, double[] targets, double scale, double[] delta, double[] spare) {
        switch (this) {
            case MEAN_SQUARED -> meanSquared(rows, k, z, targets, scale, delta, spare);
            case BINARY_CROSS_ENTROPY -> binary(kernels, rows, k, z, targets, scale, delta, spare);
            case CROSS_ENTROPY -> softmax(kernels, rows, k, z, targets, scale, delta, spare);
            case HINGE -> hinge(rows, k, z, targets, scale, delta, spare);
        }
        return kernels.sum(rows, spare, 0);
    }

    /** What output {@code column} of k is to be: the target itself of a single one, else 1 for its class. */
    static double wanted(double target, int k, int column) {
        return k == 1 ? target : target == column ? 1 : 0;
    }

    /** What k scores of one sample mean: probabilities for the cross-entropies, for the others the scores themselves. */
    double[] meaning(Kernels kernels, int k, double[] z) {
        double[] meaning = Arrays.copyOf(z, k);
        switch (this) {
            case MEAN_SQUARED, HINGE -> { }
            case BINARY_CROSS_ENTROPY -> Activation.SIGMOID.apply(kernels, k, z, meaning, new double[k]);
            case CROSS_ENTROPY -> curvature(kernels, 1, k, z, meaning);
        }
        return meaning;
    }

    private static void meanSquared(int rows, int k, double[] z, double[] targets, double scale, double[] delta, double[] charges) {
        for (int i = 0, at = 0; i < rows; i++) {
            double charge = 0;
            for (int j = 0; j < k; j++, at++) {
                double off = z[at] - wanted(targets[i], k, j);
                charge += 0.5 * off * off;
                delta[at] = scale * off;
            }
            charges[i] = charge;
        }
    }

    private static void binary(Kernels kernels, int rows, int k, double[] z, double[] targets, double scale, double[] delta,
            double[] charges) {
        int n = rows * k;
        for (int i = 0; i < n; i++) {
            delta[i] = -Math.abs(z[i]);
        }
        kernels.exp(n, delta, 0, delta, 0);
        kernels.log1p(n, delta, 0, charges, 0);
        for (int i = 0, at = 0; i < rows; i++) {
            double charge = 0;
            for (int j = 0; j < k; j++, at++) {
                double y = wanted(targets[i], k, j);
                double e = delta[at];                             // e^{-|z|}, at most 1
                double other = y == 1 ? -z[at] : z[at];           // the charge is ln(1 + e^other)
                charge += Math.max(0, other) + charges[at];
                double charged = other >= 0 ? 1 / (1 + e) : e / (1 + e);
                delta[at] = scale * (y == 1 ? -charged : charged);
            }
            charges[i] = charge;                                  // i is not beyond what was read
        }
    }

    private static void softmax(Kernels kernels, int rows, int k, double[] z, double[] targets, double scale, double[] delta,
            double[] charges) {
        shares(kernels, rows, k, z, delta);
        for (int i = 0, at = 0; i < rows; i++, at += k) {
            double total = 0;
            for (int j = at; j < at + k; j++) {
                total += delta[j];
            }
            charges[i] = total;
            double factor = scale / total;
            for (int j = at; j < at + k; j++) {
                delta[j] *= factor;
            }
            delta[at + (int) targets[i]] -= scale;
        }
        kernels.log(rows, charges, 0, charges, 0);
        for (int i = 0, at = 0; i < rows; i++, at += k) {
            charges[i] += highest(k, z, at) - z[at + (int) targets[i]];
        }
    }

    /** Writes {@code e^{z - highest}}: the softmax before its division. */
    private static void shares(Kernels kernels, int rows, int k, double[] z, double[] shares) {
        for (int i = 0, at = 0; i < rows; i++, at += k) {
            double highest = highest(k, z, at);
            for (int j = at; j < at + k; j++) {
                shares[j] = z[j] - highest;
            }
        }
        kernels.exp(rows * k, shares, 0, shares, 0);
    }

    private static double highest(int k, double[] z, int at) {
        double highest = z[at];
        for (int j = at + 1; j < at + k; j++) {
            highest = z[j] > highest ? z[j] : highest;
        }
        return highest;
    }

    private static void hinge(int rows, int k, double[] z, double[] targets, double scale, double[] delta, double[] charges) {
        for (int i = 0, at = 0; i < rows; i++, at += k) {
            int y = at + (int) targets[i];
            int missed = 0;
            double sum = 0;
            for (int j = at; j < at + k; j++) {
                double charge = z[j] - z[y] + 1;
                boolean counts = j != y && !(charge <= 0);        // what is not a number counts
                sum += counts ? charge : 0;
                missed += counts ? 1 : 0;
                delta[j] = counts ? scale : 0;
            }
            delta[y] = -scale * missed;
            charges[i] = sum;
        }
    }

    /**
     * Writes what {@link #bend} needs of the scores: for the cross-entropy their softmax, else the second derivative of the loss by each.
     *
     * @param z scores, row by row from 0
     */
    void curvature(Kernels kernels, int rows, int k, double[] z, double[] curvature) {
        int n = rows * k;
        switch (this) {
            case MEAN_SQUARED -> Arrays.fill(curvature, 0, n, 1);
            case HINGE -> Arrays.fill(curvature, 0, n, 0);
            case BINARY_CROSS_ENTROPY -> {
                for (int i = 0; i < n; i++) {
                    curvature[i] = -Math.abs(z[i]);
                }
                kernels.exp(n, curvature, 0, curvature, 0);
                for (int i = 0; i < n; i++) {
                    double e = curvature[i];
                    curvature[i] = e / ((1 + e) * (1 + e));       // s (1 - s), the same on both sides of 0
                }
            }
            case CROSS_ENTROPY -> {
                shares(kernels, rows, k, z, curvature);
                for (int at = 0; at < n; at += k) {
                    double total = 0;
                    for (int j = at; j < at + k; j++) {
                        total += curvature[j];
                    }
                    for (int j = at; j < at + k; j++) {
                        curvature[j] /= total;
                    }
                }
            }
        }
    }

    /**
     * Writes how the derivatives by the scores change when the scores do: the loss's own Hessian times a tangent, row by row.
     *
     * @param curvature what {@link #curvature} wrote
     * @param tangent the direction in which the scores move
     * @param change overwritten with the product, times {@code scale}
     */
    void bend(int rows, int k, double[] curvature, double[] tangent, double scale, double[] change) {
        int n = rows * k;
        if (this != CROSS_ENTROPY) {
            for (int i = 0; i < n; i++) {
                change[i] = scale * curvature[i] * tangent[i];
            }
            return;
        }
        for (int at = 0; at < n; at += k) {
            double mean = 0;
            for (int j = at; j < at + k; j++) {
                mean += curvature[j] * tangent[j];
            }
            for (int j = at; j < at + k; j++) {
                change[j] = scale * curvature[j] * (tangent[j] - mean);
            }
        }
    }
}
