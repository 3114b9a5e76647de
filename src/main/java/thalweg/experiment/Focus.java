package thalweg.experiment;

/**
 * What the views of learning look at: which sample, and how far through what is shown stage by stage.
 *
 * @param sample number of the training sample looked at, from 1 as people count; beyond the last, the last
 * @param stage of the pass of that sample through the network; 0: not yet sent, the network at rest
 * @param h step of the gradient check, greater than 0
 * @param central whether its quotient is central instead of forward
 * @param rows of the gradient check filled so far; 0: all of them
 * @param residuals whether the distance of each sample from the hypothesis is drawn
 * @param update stage of the step that is taken apart, from 1; 0: none in particular
 * @param knob that the map of rates turns beside the learning rate, by its name; empty, or unknown to the rule: the first there is
 */
public record Focus(int sample, int stage, double h, boolean central, int rows, boolean residuals, int update, String knob) {
    /**
     * Central differences with the h that balances their own error, about h^2, against rounding, about 1e-16 / h. The lecture's forward ones with
     * h = 1e-4 lean by h/2 times the bend of J, and would call correct gradients suspicious; its example is checked with them.
     */
    public static final Focus DEFAULT = new Focus(1, 0, 1e-5, true, 0, false, 0, "");

    public Focus withSample(int changed) {
        return new Focus(changed, stage, h, central, rows, residuals, update, knob);
    }

    public Focus withStage(int changed) {
        return new Focus(sample, changed, h, central, rows, residuals, update, knob);
    }

    public Focus withH(double changed) {
        return new Focus(sample, stage, changed, central, rows, residuals, update, knob);
    }

    public Focus withCentral(boolean changed) {
        return new Focus(sample, stage, h, changed, rows, residuals, update, knob);
    }

    public Focus withRows(int changed) {
        return new Focus(sample, stage, h, central, changed, residuals, update, knob);
    }

    public Focus withResiduals(boolean changed) {
        return new Focus(sample, stage, h, central, rows, changed, update, knob);
    }

    public Focus withUpdate(int changed) {
        return new Focus(sample, stage, h, central, rows, residuals, changed, knob);
    }

    public Focus withKnob(String changed) {
        return new Focus(sample, stage, h, central, rows, residuals, update, changed);
    }
}
