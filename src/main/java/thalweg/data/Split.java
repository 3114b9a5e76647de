package thalweg.data;

import java.util.Arrays;
import java.util.Optional;
import thalweg.math.Chance;
import thalweg.math.Purpose;

/**
 * A data set in two parts: one to learn from, one to see what was learnt.
 *
 * @param test empty if everything is learnt from
 */
public record Split(DataSet training, Optional<DataSet> test) {
    /**
     * Draws the test part at random; both parts keep the order of the whole.
     *
     * @param fraction of all samples for the test, at least 0 and below 1; one sample at least remains for training
     */
    public static Split of(DataSet all, double fraction, long seed) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new DataException("the part kept for the test must be a number >= 0 and < 1, but was " + fraction);
        }
        int tests = Math.min(all.size() - 1, (int) Math.rint(fraction * all.size()));
        if (tests == 0) {
            return new Split(all, Optional.empty());
        }
        int[] order = new int[all.size()];
        Chance.permute(seed, Purpose.SPLIT, 0, order);
        int[] test = Arrays.copyOf(order, tests);
        int[] training = Arrays.copyOfRange(order, tests, order.length);
        Arrays.sort(test);
        Arrays.sort(training);
        return new Split(all.take(training), Optional.of(all.take(test)));
    }

    /** Both parts standardised by the training part's means and deviations, so that the test stays unseen. */
    public Split standardised() {
        Standardisation by = Standardisation.of(training);
        return new Split(by.apply(training), test.map(by::apply));
    }
}
