package thalweg.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/** Runs tasks on the JavaFX thread once the plots have come on screen, one between two pictures of the window, so that it answers in between. */
final class AfterPictures extends AnimationTimer implements Executor {
    /**
     * So many pictures of the window are waited for once the plots are there, the first of which shows them, and at most: plots may take long, or
     * fail.
     */
    private static final int AFTER = 2;
    private static final int MOST = 60;

    private final CompletableFuture<Void> seen;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int after;
    private int all;

    /** Waits until the first plots are seen. */
    AfterPictures(CompletableFuture<Void> seen) {
        this.seen = seen;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        start();
    }

    @Override
    public void handle(long now) {
        all++;
        after += seen.isDone() ? 1 : 0;
        if (waiting.isEmpty()) {
            stop();
        } else if (after > AFTER || all > MOST) {
            waiting.removeFirst().run();
        }
    }
}
