package thalweg.data;

import thalweg.math.Chance;
import thalweg.math.Purpose;

/**
 * The random numbers of one sample of a generated data set, each with a number of its own.
 *
 * @param sample counted from 0
 */
record Draw(long seed, long sample) {
    /** More numbers than any sample asks for: 3,072 pixels and their picture's parameters. */
    private static final long ROOM = 8192;

    double uniform(int k) {
        return Chance.uniform(seed, Purpose.DATA, sample * ROOM + k);
    }

    double between(double low, double high, int k) {
        return low + (high - low) * uniform(k);
    }

    double gaussian(int k) {
        return Chance.gaussian(seed, Purpose.DATA, sample * ROOM + k);
    }
}
