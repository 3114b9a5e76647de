package thalweg.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import thalweg.data.Wanted;

/**
 * Files that are opened, read off the window's thread: large ones take seconds. Of several the newest counts.
 *
 * <p>Decision: a file whose reading is given up is read no further ({@link thalweg.data.Wanted}), instead of to its end and then forgotten: a large
 * one would keep a core busy and fill the memory that the next one needs.
 */
final class Reading {
    /** Reads a file, and says what is to be done with it in the window. */
    @FunctionalInterface
    interface Job {
        Runnable read() throws IOException;
    }

    /** Who hears of it, in the window. */
    interface Listener {
        void reading(Path path);

        void idle();

        void failed(Path path, Exception why);
    }

    private record Asked(Path path, Job job) {
    }

    private final Executor window;
    private final Listener listener;
    private final Newest<Asked> newest;
    private volatile Optional<Asked> wanted = Optional.empty();

    Reading(Workers workers, Listener listener) {
        window = workers.window();
        this.listener = listener;
        newest = new Newest<>(workers.files(), this::read);
    }

    /** Reads this instead of what is being read. */
    void request(Path path, Job job) {
        Asked asked = new Asked(path, job);
        wanted = Optional.of(asked);
        listener.reading(path);
        newest.request(asked);
    }

    /** Gives up what is being read. Returns whether there was anything. */
    boolean stop() {
        boolean was = wanted.isPresent();
        wanted = Optional.empty();
        if (was) {
            listener.idle();
        }
        return was;
    }

    /** Says again what is being read, if anything is. */
    void tell() {
        wanted.ifPresent(asked -> listener.reading(asked.path()));
    }

    private boolean isWanted(Asked asked) {
        return wanted.equals(Optional.of(asked));
    }

    private void read(Asked asked, BooleanSupplier replaced) {
        Runnable rest;
        try {
            rest = Wanted.unless(() -> replaced.getAsBoolean() || !isWanted(asked), () -> asked.job().read());
        } catch (CancellationException _) {
            return;
        } catch (IOException | RuntimeException e) {                  // nothing may leave the window waiting
            rest = () -> listener.failed(asked.path(), e);
        } catch (OutOfMemoryError e) {
            rest = () -> listener.failed(asked.path(), new IOException(Wording.of("problem.memory-file", asked.path().getFileName()), e));
        }
        Runnable told = rest;
        window.execute(() -> {
            if (isWanted(asked)) {
                stop();
                told.run();
            }
        });
    }
}
