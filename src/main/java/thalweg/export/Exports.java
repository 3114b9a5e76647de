package thalweg.export;

import java.io.IOException;
import java.nio.file.Path;
import thalweg.experiment.Experiment;

/** Pictures in files, which carry the experiment they show. */
public final class Exports {
    private Exports() {
    }

    /**
     * The experiment that a picture written by this program carries.
     *
     * @throws IOException if the file cannot be read; the message is for people
     * @throws IllegalArgumentException if it carries none, or a damaged one
     */
    public static Experiment experimentIn(Path picture) throws IOException {
        throw new IOException("cannot read " + picture);
    }
}
