package thalweg.objective;

import java.util.function.BooleanSupplier;

/**
 * An objective on a line or plane, {@code J(origin + a u + b v)}, found faster there than point by point. Shared by threads, each with a
 * {@link #reader()} of its own.
 */
public interface Section {
    /** How many pieces of work must be done before values are read, such as products of data with the directions. */
    default int preparations() {
        return 0;
    }

    /**
     * Does a piece; each once, by any thread, in any order.
     *
     * @param piece counted from 0
     */
    default void prepare(int piece) {
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
