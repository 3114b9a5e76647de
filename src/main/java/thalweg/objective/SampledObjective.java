package thalweg.objective;

/** A cost that is a mean over samples, plus perhaps a penalty; it also gives itself on some of them. */
public interface SampledObjective extends Objective {
    /** The number of samples, m. */
    int samples();

    /** The same cost over these samples only, with the same penalty. */
    SampledObjective on(int... samples);

    /**
     * What a stochastic method sees: an objective whose {@link #evaluator()}s show at each step the cost of the next few samples. An epoch
     * shows each sample once, in an order of its own drawn from the seed; its last batch may be smaller.
     *
     * @param size samples at a time, at least 1; as many as there are, or more, means all of them
     */
    Objective batches(int size, long seed);
}
