package thalweg.objective;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An objective on a line or plane, {@code J(origin + a u + b v)}, found faster there than point by point. Shared by threads, each with a
 * {@link #reader()} of its own.
 */
public interface Section {
    /**
     * In how many shares, one after the other, the work is done, because what is prepared for all of it would not fit into the memory: 1 unless it is
     * very large. Then the {@link #share}s are used instead of this.
     */
    default int shares() {
        return 1;
    }

    /**
     * A share: its readers go on from what the values hold, 0 before the first, and those of the last leave J there. Sharing changes no bit.
     *
     * @param number counted from 0
     */
    default Section share(int number) {
        return this;
    }

    /**
     * Nearly the same for much less work, for a first picture: the cost of some of the samples. Empty where the whole is there at once.
     */
    default Optional<Section> sketch() {
        return Optional.empty();
    }

    /** How many pieces of work must be done before values are read, such as products of data with the directions. */
    default int preparations() {
        return 0;
    }

    /**
     * Does a piece; each once, by any thread, in any order.
     *
     * @param piece counted from 0
     * @param cancelled asked at least every few milliseconds; once true, the piece is of no use
     */
    default void prepare(int piece, BooleanSupplier cancelled) {
    }

    /** About how many multiplications a value takes; who samples it begins the coarser, the more there are. */
    double work();

    /** Scratch memory for one thread. */
    Reader reader();

    /** One thread's way to values. */
    interface Reader {
        /**
         * Says where along u the values to come lie.
         *
         * @param a lent until the next call
         */
        void places(double[] a);

        /**
         * J at every place.
         *
         * @param b where along v; ignored on a line
         * @param values overwritten with J at each place
         * @param cancelled asked at least every few milliseconds; once true, values not yet found are left as they are
         */
        void values(double b, double[] values, BooleanSupplier cancelled);
    }
}
