package thalweg.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An ear for Ctrl+C and the signals that end a program, while something is done that can end early and leave something: the program waits until this
 * is closed, but not for ever.
 */
final class Interruption implements AutoCloseable {
    /** In this time what there is can be written, or half a film be taken away. */
    private static final int SECONDS_TO_END = 30;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread goodbye = new Thread(this::ask);

    /** Listens from now on. */
    Interruption() {
        Runtime.getRuntime().addShutdownHook(goodbye);
    }

    /** Asks for the end, and waits for it. */
    private void ask() {
        asked.set(true);
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is to end now. */
    boolean isAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        ended.countDown();
        if (!isAsked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(goodbye);
            } catch (IllegalStateException _) {
                // the program has begun to end just now, and need not wait any more
            }
        }
    }
}
