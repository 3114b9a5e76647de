package thalweg.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import thalweg.experiment.Frame;
import thalweg.export.Exports;
import thalweg.export.Film;
import thalweg.export.Picture;
import thalweg.session.Wording;

/**
 * The one file that is being written, off the JavaFX thread, whether or not the sheet of exports is still open. It can be stopped, and then
 * nothing of it stays.
 */
final class ExportWriting {
    /** A film gives up at its next picture; who closes the window waits no longer than this. */
    private static final int SECONDS_TO_END = 3;

    /** How it goes with a file; {@code file} is its name. */
    sealed interface State {
        /** Nothing is written. */
        record Idle() implements State { }

        /** Some pictures of a film are written; a single picture is 0 of 1 until it is there. */
        record Busy(Path file, int done, int of) implements State { }

        record Saved(Path file, long bytes) implements State { }

        record Stopped(Path file) implements State { }

        /** A sentence says why not. */
        record Failed(Path file, String sentence) implements State { }
    }

    private final Studio studio;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private volatile AtomicBoolean stopped = new AtomicBoolean();
    private volatile CountDownLatch ended = new CountDownLatch(0);

    ExportWriting(Studio studio) {
        this.studio = studio;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    boolean isBusy() {
        return state.get() instanceof State.Busy;
    }

    /** Whether something is being written, asked from any thread. */
    boolean hasBegun() {
        return ended.getCount() > 0;
    }

    /** Begins to write, unless something is being written. */
    void begin(Frame frame, Picture picture, Optional<Film> film, Path file) {
        if (isBusy()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch end = new CountDownLatch(1);
        stopped = stop;
        ended = end;
        state.set(new State.Busy(file, 0, film.map(Film::moving).orElse(1)));
        studio.exporting().execute(() -> {
            State result;
            try {
                if (film.isPresent()) {
                    Exports.film(frame, picture, film.get(), file, studio.exporting(), (done, of) -> {
                        tell(new State.Busy(file, done, of));
                        return !stop.get();
                    });
                } else {
                    Exports.picture(frame, picture, file);
                }
                result = new State.Saved(file, Files.size(file));
            } catch (CancellationException _) {
                result = new State.Stopped(file);
            } catch (IOException | IllegalArgumentException e) {
                result = new State.Failed(file, e.getMessage() == null ? Wording.of("problem.cannot-write", file) : e.getMessage());
            } catch (OutOfMemoryError _) {
                result = new State.Failed(file, Wording.of("problem.memory-picture"));
            } catch (RuntimeException | Error e) {
                result = new State.Failed(file, Wording.of("problem.inside", e));
                studio.window().execute(() -> studio.failed(e));
            } finally {
                end.countDown();
            }
            tell(result);
        });
    }

    private void tell(State now) {
        studio.window().execute(() -> state.set(now));
    }

    /** Gives up what is being written; nothing of it stays. */
    void stop() {
        stopped.set(true);
    }

    /** What was said has been heard. */
    void rest() {
        if (!isBusy()) {
            state.set(new State.Idle());
        }
    }

    /** Gives up and waits until nothing of the file is left: the window closes. */
    void end() {
        stop();
        try {
            ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
