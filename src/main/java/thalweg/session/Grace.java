package thalweg.session;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether work is to end without a word: at once when it is replaced, and soon after the user stopped it. In between what it came to can be shown, if
 * that takes no longer.
 */
final class Grace implements BooleanSupplier {
    /** Nanoseconds: with the moment until somebody asks, the end comes within 50 ms of the click. */
    static final long LEFT = 40_000_000;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final BooleanSupplier replaced;
    private final BooleanSupplier stopped;
    private final LongSupplier nanos;
    private final AtomicLong since = new AtomicLong(UNKNOWN);

    Grace(BooleanSupplier replaced, BooleanSupplier stopped, LongSupplier nanos) {
        this.replaced = replaced;
        this.stopped = stopped;
        this.nanos = nanos;
    }

    @Override
    public boolean getAsBoolean() {
        if (replaced.getAsBoolean()) {
            return true;
        }
        if (!stopped.getAsBoolean()) {
            return false;
        }
        long now = nanos.getAsLong();
        since.compareAndSet(UNKNOWN, now);
        return now - since.get() > LEFT;
    }
}
