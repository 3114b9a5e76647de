package thalweg.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import thalweg.math.Crew;

/** Threads that help a command with its work, as long as this is open. */
final class Helpers implements AutoCloseable {
    private final ExecutorService threads;
    private final int count;

    /** So many, beside who asks for help. */
    Helpers(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(Math.max(1, count), Thread.ofPlatform().daemon().name("helper", 0).factory());
    }

    /** One on each processor but the caller's. */
    Helpers() {
        this(Runtime.getRuntime().availableProcessors() - 1);
    }

    Crew crew() {
        return new Crew(threads, count);
    }

    /** Takes no new work; waits for nothing. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
