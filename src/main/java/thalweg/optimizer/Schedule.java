package thalweg.optimizer;

/** A learning rate over time: an immutable record giving the factor on the optimizer's base rate. */
public interface Schedule {
    /**
     * The factor.
     *
     * @param step the step about to be made, from 0
     * @param steps how many the run will make at most, at least 1
     */
    double factor(int step, int steps);

    /** An equal schedule that answers at once, for the loop of a run; one whose knobs are numbers is that already. */
    default Schedule ready() {
        return this;
    }
}
