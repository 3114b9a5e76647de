package thalweg.experiment;

import thalweg.catalog.Spec;

/**
 * A model that learns from data: ids and numbers. What they mean is a {@link Study}.
 *
 * @param data where the samples come from
 * @param dataSeed of made data, and of the split; the experiment's own seed draws weights and batches
 * @param limit only so many samples from the front; 0: all
 * @param test part of the samples kept for the test, 0 to below 1
 * @param standardise whether features are brought to mean 0 and standard deviation 1
 * @param model what learns
 * @param loss id of the loss; empty: the model's own
 * @param l2 weight lambda of the penalty {@code lambda / 2m sum w^2}, 0 for none
 */
public record Learning(Spec data, long dataSeed, int limit, double test, boolean standardise, Spec model, String loss, double l2)
        implements Subject {
    /** This model on these data, all of them, as they are. */
    public static Learning of(Spec model, Spec data) {
        return new Learning(data, 1, 0, 0, false, model, "", 0);
    }

    public Learning withData(Spec changed) {
        return new Learning(changed, dataSeed, limit, test, standardise, model, loss, l2);
    }

    public Learning withDataSeed(long changed) {
        return new Learning(data, changed, limit, test, standardise, model, loss, l2);
    }

    public Learning withLimit(int changed) {
        return new Learning(data, dataSeed, changed, test, standardise, model, loss, l2);
    }

    public Learning withTest(double changed) {
        return new Learning(data, dataSeed, limit, changed, standardise, model, loss, l2);
    }

    public Learning withStandardise(boolean changed) {
        return new Learning(data, dataSeed, limit, test, changed, model, loss, l2);
    }

    public Learning withModel(Spec changed) {
        return new Learning(data, dataSeed, limit, test, standardise, changed, loss, l2);
    }

    public Learning withLoss(String changed) {
        return new Learning(data, dataSeed, limit, test, standardise, model, changed, l2);
    }

    public Learning withL2(double changed) {
        return new Learning(data, dataSeed, limit, test, standardise, model, loss, changed);
    }
}
