package thalweg.view;

import java.util.List;
import java.util.concurrent.Executor;
import thalweg.paint.ViewKind;
import thalweg.session.Session;

/**
 * What every part of one window is given.
 *
 * @param session its state
 * @param kinds the views that tiles can show, in the order of the chooser
 * @param painting where plots are painted
 * @param exporting where files are written, their size is estimated and gradients are timed; three threads, as a film paints two pictures while it
 * writes another
 * @param window runs what it is given on the JavaFX thread
 */
public record Studio(Session session, List<ViewKind> kinds, Executor painting, Executor exporting, Executor window) {
    public Studio {
        kinds = List.copyOf(kinds);
    }

    /** The kind with this id, or the first. */
    ViewKind kind(String id) {
        return kinds.stream().filter(k -> k.id().equals(id)).findFirst().orElse(kinds.getFirst());
    }

    /** Tells people and developers that something went wrong in the program itself; it goes on. */
    void failed(Throwable cause) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
    }
}
