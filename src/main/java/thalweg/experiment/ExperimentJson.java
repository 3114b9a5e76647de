package thalweg.experiment;

import java.io.IOException;
import java.nio.file.Path;

/** The file form of an experiment. */
public final class ExperimentJson {
    private ExperimentJson() {
    }

    /**
     * Reads a session file.
     *
     * @throws IOException if the file cannot be read; the message is for people
     * @throws IllegalArgumentException if it is damaged, newer than this program, or names what does not exist; the message says where
     */
    public static Experiment read(Path file) throws IOException {
        throw new IOException("cannot read " + file);
    }

    /** Writes a session file, atomically. */
    public static void write(Experiment experiment, Path file) throws IOException {
        throw new IOException("cannot write " + file);
    }
}
