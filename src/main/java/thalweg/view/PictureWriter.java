package thalweg.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import thalweg.experiment.Frame;
import thalweg.paint.Theme;

/** Writes pictures into files; what the window asks of {@code export}, which it does not know. */
@FunctionalInterface
public interface PictureWriter {
    /**
     * Writes the views of a frame side by side into one picture that carries the experiment.
     *
     * @param views ids, at least one
     * @param width of the whole picture, at scale 1
     * @param height of the whole picture, at scale 1
     * @throws IOException if the file cannot be written; the message is for people
     * @throws IllegalArgumentException if its ending names no format
     */
    void write(Frame frame, List<String> views, Theme theme, double width, double height, Path file) throws IOException;
}
