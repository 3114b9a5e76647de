package thalweg.optimizer;

/** What several rules say of the same knob. */
final class Help {
    static final String FIRST_STEP = "Length of the first step in every coordinate, whatever the slope";
    static final String VELOCITY = "Part of the velocity that is kept from step to step.";
    static final String MEAN = "How much of the mean gradient is kept from step to step.";
    static final String SQUARE = "How much of the mean square is kept from step to step.";
    static final String EPSILON = "Keeps the quotient finite where the gradient is 0.";
    static final String PLACEMENT = "Outside or inside the root.";
    static final String WEIGHT_DECAY = "Pulls theta toward 0 by this part of the learning rate, apart from the gradient.";

    private Help() {
    }
}
