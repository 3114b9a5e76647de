package thalweg.network;

import thalweg.math.Chance;
import thalweg.math.Purpose;

/** Where weights start; biases start at 0. A weight depends on seed and place only. */
public enum Initializer {
    /** All 0: units of a layer stay alike for ever, which is why nobody does it. */
    ZEROS,
    /** Evenly from -0.12 to 0.12. */
    UNIFORM,
    /** Normal with standard deviation 0.1. */
    NORMAL,
    /** Evenly within {@code sqrt(6 / (in + out))}. Glorot and Bengio 2010, equation 16. */
    GLOROT,
    /** Normal with variance {@code 2 / in}. He, Zhang, Ren and Sun 2015, equation 10. */
    HE,
    /** Normal with variance {@code 1 / in}. LeCun, Bottou, Orr and Mueller 1998, section 4.6. */
    LECUN;

    /**
     * The weight at a place among all parameters.
     *
     * @param in inputs of its layer
     * @param out outputs of its layer
     */
    double weight(long seed, int place, int in, int out) {
        return switch (this) {
            case ZEROS -> 0;
            case UNIFORM -> 0.12 * (2 * Chance.uniform(seed, Purpose.WEIGHTS, place) - 1);
            case NORMAL -> 0.1 * Chance.gaussian(seed, Purpose.WEIGHTS, place);
            case GLOROT -> Math.sqrt(6.0 / (in + out)) * (2 * Chance.uniform(seed, Purpose.WEIGHTS, place) - 1);
            case HE -> Math.sqrt(2.0 / in) * Chance.gaussian(seed, Purpose.WEIGHTS, place);
            case LECUN -> Math.sqrt(1.0 / in) * Chance.gaussian(seed, Purpose.WEIGHTS, place);
        };
    }
}
