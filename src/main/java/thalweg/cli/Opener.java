package thalweg.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Opens the window. */
@FunctionalInterface
public interface Opener {
    /**
     * Returns when the window is closed.
     *
     * @param file a session or a picture to open, or none for the first scene
     * @return exit code
     */
    int open(Optional<Path> file);
}
