package thalweg.data;

import thalweg.math.Vec;

/**
 * The map of every feature to mean 0 and standard deviation 1; a constant feature becomes 0.
 *
 * @param means of the d features
 * @param deviations of the d features, with divisor m; 1 for a constant one
 */
public record Standardisation(Vec means, Vec deviations) {
    /** Means and deviations of these samples, in two passes. */
    public static Standardisation of(DataSet data) {
        int m = data.size();
        int d = data.dimension();
        double[] x = data.features();
        double[] means = new double[d];
        double[] deviations = new double[d];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < d; j++) {
                means[j] += x[i * d + j] / m;
            }
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < d; j++) {
                double off = x[i * d + j] - means[j];
                deviations[j] += off * off / m;
            }
        }
        for (int j = 0; j < d; j++) {
            double deviation = Math.sqrt(deviations[j]);
            // a constant column's mean is off by rounding; what is left of it is no signal
            deviations[j] = deviation > 1e-12 * Math.abs(means[j]) ? deviation : 1;
        }
        return new Standardisation(Vec.of(means), Vec.of(deviations));
    }

    /** The same samples with standardised features. */
    public DataSet apply(DataSet data) {
        int d = data.dimension();
        double[] means = this.means.toArray();
        double[] deviations = this.deviations.toArray();
        if (d != means.length) {
            throw new DataException(data.name() + " has " + d + " features, but was to be standardised like data with " + means.length);
        }
        double[] x = data.features().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - means[i % d]) / deviations[i % d];
        }
        return data.withFeatures(x);
    }
}
