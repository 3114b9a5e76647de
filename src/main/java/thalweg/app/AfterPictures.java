package thalweg.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/** Runs tasks on the JavaFX thread once the window has come on screen, one between two of its pictures, so that it answers in between. */
final class AfterPictures extends AnimationTimer implements Executor {
    /** The first picture is drawn while the second is being laid out. */
    private static final int PICTURES = 2;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int pictures;

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        start();
    }

    @Override
    public void handle(long now) {
        if (waiting.isEmpty()) {
            stop();
        } else if (pictures++ >= PICTURES) {
            waiting.removeFirst().run();
        }
    }
}
