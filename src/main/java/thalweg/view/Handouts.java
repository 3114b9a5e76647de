package thalweg.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import thalweg.export.Handout;
import thalweg.session.Problem;
import thalweg.session.Wording;

/** Writes one hand-out at a time, off the JavaFX thread: a line says which scene is done, and it can be stopped between two. */
final class Handouts {
    private final Studio studio;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private volatile boolean stopped;

    Handouts(Studio studio) {
        this.studio = studio;
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Begins to write, unless one is being written. */
    void begin(Handout handout, Path folder) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        stopped = false;
        int scenes = handout.lesson().scenes().size();
        say(Wording.of("status.handout", 0, scenes));
        studio.exporting().execute(() -> {
            try {
                handout.write(folder, (scene, _) -> {
                    tell(() -> say(Wording.of("status.handout", scene + 1, scenes)));
                    if (stopped) {
                        throw new CancellationException();
                    }
                });
                tell(() -> say(Wording.of("status.saved", folder.resolve(handout.name() + ".pdf").getFileName())));
            } catch (CancellationException _) {
                tell(() -> say(Wording.of("status.handout-stopped")));
            } catch (IOException | IllegalArgumentException e) {
                tell(() -> studio.session().report(new Problem(Problem.FILE, e.getMessage())));
            } catch (RuntimeException | Error e) {
                tell(() -> studio.failed(e));
            } finally {
                tell(() -> busy.set(false));
            }
        });
    }

    /** Gives up after the scene being painted; the pictures that are there stay, and there is no PDF of a part. */
    void stop() {
        stopped = true;
    }

    private void say(String words) {
        studio.session().report(words);
    }

    private void tell(Runnable news) {
        studio.window().execute(news);
    }
}
