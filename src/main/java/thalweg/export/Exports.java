package thalweg.export;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.experiment.WholeFile;

/** Pictures and numbers in files; a picture carries the experiment it shows, so that it can be opened again. */
public final class Exports {
    /** Under this keyword a picture carries its experiment. */
    static final String KEYWORD = "Thalweg";
    private static final List<String> PICTURES = List.of(".png");
    private static final List<String> NUMBERS = List.of(".csv", ".json", ".npz");
    /** 96 to the inch, the size that screens and word processors take a pixel for. */
    private static final double PIXELS_PER_METRE = 96 / 0.0254;

    private Exports() {
    }

    /**
     * Refuses a file whose ending names no kind of picture.
     *
     * @throws IllegalArgumentException naming the endings that work
     */
    public static void checkPicture(Path file) {
        check(file, PICTURES);
    }

    /** Refuses a file whose ending names no kind of file for the numbers of runs; errors as for pictures. */
    public static void checkNumbers(Path file) {
        check(file, NUMBERS);
    }

    private static void check(Path file, List<String> endings) {
        if (endings.stream().noneMatch(e -> ends(file, e))) {
            String known = endings.size() == 1 ? endings.getFirst()
                    : String.join(", ", endings.subList(0, endings.size() - 1)) + " or " + endings.getLast();
            throw new IllegalArgumentException("cannot export '" + file + "': use " + known);
        }
    }

    private static boolean ends(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Writes a picture of a frame, atomically; it carries the experiment with the picture's views as tiles and the frame's step.
     *
     * @throws IOException if the file cannot be written; the message is for people
     * @throws IllegalArgumentException if its ending names no kind of picture
     */
    public static void picture(Frame frame, Picture picture, Path file) throws IOException {
        checkPicture(file);
        Experiment shown = frame.experiment().withStep(frame.step())
                .withLook(frame.experiment().look().withTiles(picture.views()).withLayout(picture.layout()));
        Map<String, String> texts = Map.of(KEYWORD, ExperimentJson.write(shown));
        BufferedImage image = picture.image(frame);
        WholeFile.write(file, out -> Png.write(image, texts, (int) Math.round(PIXELS_PER_METRE * picture.scale()), out));
    }

    /**
     * Writes the numbers of runs as CSV, JSON or NPZ, by the file's ending, atomically.
     *
     * @throws IOException if the file cannot be written; the message is for people
     * @throws IllegalArgumentException if its ending names no kind
     */
    public static void numbers(Experiment experiment, List<Track> tracks, Path file) throws IOException {
        checkNumbers(file);
        if (ends(file, ".npz")) {
            WholeFile.write(file, out -> Npz.write(experiment, tracks, out));
        } else if (ends(file, ".json")) {
            WholeFile.write(file, out -> RunText.json(experiment, tracks, out));
        } else {
            WholeFile.write(file, out -> RunText.csv(tracks, out));
        }
    }

    /**
     * The experiment that a picture written by this program carries.
     *
     * @throws IOException if the file cannot be read; the message is for people
     * @throws IllegalArgumentException if it carries none, or a damaged one
     */
    public static Experiment experimentIn(Path picture) throws IOException {
        if (!Files.exists(picture)) {
            throw new IOException("cannot read '" + picture + "': it does not exist");
        }
        if (Files.isDirectory(picture)) {
            throw new IOException("cannot read '" + picture + "': it is a folder");
        }
        Optional<String> text;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(picture), 1 << 16)) {
            text = Png.text(in, KEYWORD);
        } catch (IOException e) {
            throw new IOException("cannot read '" + picture + "': "
                    + (e instanceof NoSuchFileException ? "it does not exist" : e.getMessage()), e);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + picture.getFileName()
                    + "' carries no experiment; only pictures that Thalweg exported do");
        }
        try {
            return ExperimentJson.read(text.get());
        } catch (ExperimentException e) {
            throw new ExperimentException(e.where(), "the experiment in '" + picture.getFileName() + "': " + e.getMessage());
        }
    }
}
