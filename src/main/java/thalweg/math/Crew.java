package thalweg.math;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The caller and those of the executor's threads who come to help.
 *
 * @param helpers how many tasks to hand to the executor
 */
public record Crew(Executor executor, int helpers) {
    /** The caller alone. */
    public static final Crew NOBODY = new Crew(Runnable::run, 0);

    /**
     * Does pieces of work, and returns when all are done; waits only for helpers that have begun.
     *
     * @param worker makes what one thread works with; it is given the pieces from 0
     * @param done told on the calling thread how many pieces are done, after each of its own
     */
    public void share(int pieces, Supplier<IntConsumer> worker, IntConsumer done) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger missing = new AtomicInteger(pieces);
        CompletableFuture<Void> finished = new CompletableFuture<>();
        for (int i = 0; i < helpers && i < pieces - 1; i++) {
            executor.execute(() -> work(pieces, worker, _ -> { }, next, missing, finished));
        }
        if (pieces == 0) {
            return;
        }
        work(pieces, worker, done, next, missing, finished);
        try {
            finished.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw e;
            }
        }
    }

    private static void work(int pieces, Supplier<IntConsumer> worker, IntConsumer done, AtomicInteger next, AtomicInteger missing,
            CompletableFuture<Void> finished) {
        int piece = next.getAndIncrement();
        if (piece >= pieces) {
            return;
        }
        try {
            IntConsumer mine = worker.get();
            for (; piece < pieces; piece = next.getAndIncrement()) {
                mine.accept(piece);
                int left = missing.decrementAndGet();
                if (left == 0) {
                    finished.complete(null);
                }
                done.accept(pieces - left);
            }
        } catch (RuntimeException | Error e) {
            next.set(pieces);
            finished.completeExceptionally(e);
        }
    }
}
