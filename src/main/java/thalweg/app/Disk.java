package thalweg.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes files on a thread of its own, each after a moment of rest, so that a dragged slider does not write sixty files a second. */
final class Disk implements Executor {
    private static final long REST_MILLIS = 300;
    private static final long LONGEST_SECONDS = 3;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("disk").daemon().factory());
    private final CountDownLatch closing = new CountDownLatch(1);

    @Override
    public void execute(Runnable task) {
        thread.execute(() -> {
            try {
                closing.await(REST_MILLIS, TimeUnit.MILLISECONDS);
                task.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Writes what waits, without rest, and returns when it is written. */
    void close() {
        closing.countDown();
        try {
            thread.submit(() -> { }).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            thread.submit(() -> { }).get(LONGEST_SECONDS, TimeUnit.SECONDS);   // what the last task asked for while it ran
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            // a disk that hangs must not keep a closed window alive
        }
    }
}
