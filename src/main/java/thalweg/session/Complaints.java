package thalweg.session;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** What went wrong with a file that is written in the background, kept until somebody listens. Used by any thread. */
final class Complaints {
    private Optional<Consumer<IOException>> ear = Optional.empty();
    private Optional<IOException> unheard = Optional.empty();

    synchronized void to(Consumer<IOException> listener) {
        ear = Optional.of(listener);
        unheard.ifPresent(listener);
        unheard = Optional.empty();
    }

    synchronized void say(IOException trouble) {
        ear.ifPresentOrElse(listener -> listener.accept(trouble), () -> unheard = Optional.of(trouble));
    }
}
