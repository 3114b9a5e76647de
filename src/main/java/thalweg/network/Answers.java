package thalweg.network;

import java.util.Arrays;
import thalweg.data.DataSet;
import thalweg.math.Kernels;

/** What a model with certain parameters says of samples: its outputs, what they mean, and what the loss charges for them. */
public final class Answers {
    private static final double NINE_TO_ONE = Math.log(9);
    /** Shares are kept so far from 0 and 1, so that their log-odds are numbers. */
    private static final double LEAST = 1e-6;

    private final Loss loss;
    private final DataSet data;
    private final int outputs;
    private final double[] z;

    private Answers(Loss loss, DataSet data, int outputs, double[] z) {
        this.loss = loss;
        this.data = data;
        this.outputs = outputs;
        this.z = z;
    }

    /**
     * Asks a model.
     *
     * @param theta its parameters
     * @param data any samples, as the model sees them
     */
    public static Answers of(NetworkObjective model, double[] theta, DataSet data) {
        return new Answers(model.loss(), data, model.architecture().outputs(), model.outputs(theta, data.features()));
    }

    /** The number of samples. */
    public int size() {
        return data.size();
    }

    /** The number of outputs of a sample. */
    public int outputs() {
        return outputs;
    }

    /** An output as it is: a number, or a score from minus to plus infinity. */
    public double output(int sample, int k) {
        return z[sample * outputs + k];
    }

    /**
     * Writes how sure the model is of each class, as {@code ln p / (1 - p)}: for the cross-entropies of the probability p itself, for the
     * squared error of the output taken as one, and for the hinge, which knows none, so that p = 0.9 where a class leads by the margin 1.
     *
     * @param odds overwritten, one for each class
     */
    public void logOdds(int sample, double[] odds) {
        int at = sample * outputs;
        if (outputs == 1) {
            odds[1] = loss == Loss.MEAN_SQUARED ? ofShare(z[at]) : z[at];
            odds[0] = -odds[1];
            return;
        }
        switch (loss) {
            case MEAN_SQUARED -> {
                for (int k = 0; k < outputs; k++) {
                    odds[k] = ofShare(z[at + k]);
                }
            }
            case BINARY_CROSS_ENTROPY -> System.arraycopy(z, at, odds, 0, outputs);
            case HINGE, CROSS_ENTROPY -> against(at, odds);
        }
    }

    private static double ofShare(double share) {
        double p = Math.clamp(share, LEAST, 1 - LEAST);
        return Math.log(p / (1 - p));
    }

    /** Each score against those of all other classes: the highest of them for the hinge, {@code ln sum e^z} of them for the softmax. */
    private void against(int at, double[] odds) {
        int first = 0;
        for (int k = 1; k < outputs; k++) {
            first = z[at + k] > z[at + first] ? k : first;
        }
        double second = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs; k++) {
            second = k == first ? second : Math.max(second, z[at + k]);
        }
        double highest = z[at + first];
        if (loss == Loss.HINGE || outputs == 2) {
            double factor = loss == Loss.HINGE ? NINE_TO_ONE : 1;
            for (int k = 0; k < outputs; k++) {
                odds[k] = factor * (z[at + k] - (k == first ? second : highest));
            }
            return;
        }
        double rest = 0;                                          // of all but the first, in parts of the second
        for (int k = 0; k < outputs; k++) {
            odds[k] = k == first ? 0 : Math.exp(z[at + k] - second);
            rest += odds[k];
        }
        double lead = Math.exp(second - highest);
        for (int k = 0; k < outputs; k++) {
            odds[k] = k == first ? highest - second - Math.log(rest) : z[at + k] - highest - Math.log1p(lead * (rest - odds[k]));
        }
    }

    /** The probability of a class, or what stands for it; see {@link #logOdds}. */
    public double share(int sample, int label) {
        double[] odds = new double[Math.max(2, outputs)];
        logOdds(sample, odds);
        return 1 / (1 + Math.exp(-odds[label]));
    }

    /** The class found: the highest score, or for a single one the side of its threshold, as the accuracy counts. */
    public int label(int sample) {
        int at = sample * outputs;
        if (outputs == 1) {
            return z[at] > (loss == Loss.MEAN_SQUARED ? 0.5 : 0) ? 1 : 0;
        }
        int found = 0;
        for (int k = 1; k < outputs; k++) {
            found = z[at + k] > z[at + found] ? k : found;
        }
        return found;
    }

    /** Whether everything said of a sample is a finite number. */
    public boolean isFinite(int sample) {
        for (int k = 0; k < outputs; k++) {
            if (!Double.isFinite(output(sample, k))) {
                return false;
            }
        }
        return true;
    }

    /** What the loss charges for a sample. */
    public double loss(int sample) {
        double[] scores = Arrays.copyOfRange(z, sample * outputs, (sample + 1) * outputs);
        return loss.sum(Kernels.fastest(), 1, outputs, scores, new double[] {data.target(sample)}, 1, new double[outputs], new double[outputs]);
    }
}
