package thalweg.network;

import thalweg.data.DataSet;

/** A kind of hypothesis that people can choose: with data it becomes an {@link Architecture}. Adding one is a record and a line in {@link Models}. */
public interface Model {
    /**
     * The layers.
     *
     * @param inputs features of a sample, after {@link #features}
     * @param outputs numbers or scores
     */
    Architecture architecture(int inputs, int outputs);

    /**
     * The loss meant unless another is chosen.
     *
     * @param classified whether classes are to be predicted, or numbers
     */
    default Loss loss(boolean classified) {
        return classified ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED;
    }

    /** The data as this model sees them. */
    default DataSet features(DataSet data) {
        return data;
    }

    /** How weights start; the cost of a model without hidden layers is convex, and 0 is as good as any. */
    default Initializer initializer() {
        return Initializer.ZEROS;
    }
}
