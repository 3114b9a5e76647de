package thalweg.math;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Loops over so many numbers that whoever waits for the end may give it up: they are done in turns, and before each it is asked. */
public final class Turns {
    /** Numbers of a turn: where each is drawn at random, some 10 ms. */
    private static final int MOST = 1 << 16;

    private Turns() {
    }

    /** Some of the numbers. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Does these.
         *
         * @param from the first
         * @param to beyond the last
         */
        void over(int from, int to);
    }

    /** Adds up some of the numbers. */
    @FunctionalInterface
    public interface Sum {
        /**
         * Adds these.
         *
         * @param sum of those before
         * @param from the first
         * @param to beyond the last
         * @return the sum with them
         */
        double with(double sum, int from, int to);
    }

    /**
     * Goes over the numbers from 0 to n - 1, in their order.
     *
     * @param cancelled asked before every turn
     * @throws CancellationException once it says so; the rest is not done then
     */
    public static void over(int n, BooleanSupplier cancelled, Turn turn) {
        for (int from = 0; from < n; from += MOST) {
            ask(cancelled);
            turn.over(from, Math.min(n, from + MOST));
        }
    }

    /**
     * Adds up the numbers from 0 to n - 1, in their order: the bits are those of one loop.
     *
     * @param cancelled asked before every turn
     * @throws CancellationException once it says so
     */
    public static double sum(int n, BooleanSupplier cancelled, Sum turn) {
        double sum = 0;
        for (int from = 0; from < n; from += MOST) {
            ask(cancelled);
            sum = turn.with(sum, from, Math.min(n, from + MOST));
        }
        return sum;
    }

    /**
     * Asks once, between parts of a longer work.
     *
     * @throws CancellationException if it is wanted no more
     */
    public static void ask(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("given up");
        }
    }
}
