package thalweg.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Work of which only the newest request matters: one runs, at most one waits, and the one that runs is told when it is no longer wanted.
 */
public final class Newest<A> {
    private final Executor executor;
    private final BiConsumer<A, BooleanSupplier> work;
    private final AtomicReference<A> wanted = new AtomicReference<>();

    /**
     * Work to be requested.
     *
     * @param work gets what was asked for and a question, whether it has been replaced; asked often, it keeps the window quick
     */
    public Newest(Executor executor, BiConsumer<A, BooleanSupplier> work) {
        this.executor = executor;
        this.work = work;
    }

    /** Asks for this instead of whatever waits or runs. */
    public void request(A asked) {
        if (wanted.getAndSet(asked) == null) {
            executor.execute(this::drain);
        }
    }

    /**
     * Whether another waits or runs instead; work that is done and followed by none is not replaced, and what it hands on later still
     * counts.
     */
    private boolean isReplaced(A asked) {
        A now = wanted.get();
        return now != null && now != asked;
    }

    private void drain() {
        A asked = wanted.get();
        try {
            work.accept(asked, () -> isReplaced(asked));
        } finally {
            if (!wanted.compareAndSet(asked, null)) {
                executor.execute(this::drain);
            }
        }
    }
}
