package thalweg.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import thalweg.data.Hdf5File;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Inquiry;
import thalweg.experiment.Surveys;
import thalweg.experiment.Track;
import thalweg.experiment.WholeFile;

/** Pictures and numbers in files; a picture carries the experiment it shows, so that it can be opened again. */
public final class Exports {
    /** Under this keyword a picture carries its experiment. */
    static final String KEYWORD = "Thalweg";
    private static final List<String> NUMBERS = List.of(".csv", ".json", ".npz", ".h5");
    /** How an experiment begins, by which it is told from what other programs keep under the same name. */
    private static final Pattern OURS = Pattern.compile("\\{\\s*\"format\"");

    private Exports() {
    }

    /**
     * The kind of a picture that shall be written, and whether it can be made of this size.
     *
     * @throws IllegalArgumentException if the ending names no kind of picture, naming those that work, or the picture does not suit it
     */
    public static Format check(Picture picture, Path file) {
        Format format = checkPicture(file);
        picture.check(format);
        return format;
    }

    /**
     * The kind of file that an ending names.
     *
     * @throws IllegalArgumentException naming the endings that work
     */
    public static Format checkPicture(Path file) {
        return Format.of(file).orElseThrow(() -> unknown(file, Format.endings()));
    }

    /** Refuses a file whose ending names no kind of file for the numbers of runs; errors as for pictures. */
    public static void checkNumbers(Path file) {
        if (NUMBERS.stream().noneMatch(e -> Format.ends(file, e))) {
            throw unknown(file, NUMBERS);
        }
    }

    private static IllegalArgumentException unknown(Path file, List<String> endings) {
        return new IllegalArgumentException("cannot export '" + file + "': use " + Format.words(endings));
    }

    /** What a picture of a frame carries: the experiment with the picture's views as tiles, and the frame's step. */
    static Experiment shown(Frame frame, Picture picture) {
        return frame.experiment().withStep(frame.step())
                .withLook(frame.experiment().look().withTiles(picture.views()).withLayout(picture.layout()));
    }

    /**
     * Writes a picture of a frame, atomically; it carries the experiment with the picture's views as tiles and the frame's step.
     *
     * @throws IOException if the file cannot be written; the message is for people
     * @throws IllegalArgumentException if its ending names no kind of picture, or one that this picture does not suit
     */
    public static void picture(Frame asked, Picture picture, Path file) throws IOException {
        Format format = check(picture, file);
        Frame frame = Surveys.surveyed(asked, picture.views(), 0, () -> false);
        Experiment shown = shown(frame, picture);
        switch (format) {
            case PNG -> {
                BufferedImage image = picture.image(frame);
                int fineness = (int) Math.round(Png.PIXELS_PER_METRE * picture.scale());
                WholeFile.write(file, out -> Png.write(image, Map.of(KEYWORD, ExperimentJson.write(shown)), fineness, out));
            }
            case SVG -> WholeFile.write(file, out -> Svg.write(picture.width(), picture.height(), Caption.of(frame), Carried.text(shown),
                    g -> picture.draw(g, frame), out));
            case PDF -> WholeFile.write(file, out -> Pdf.write(picture.width(), picture.height(), Caption.of(frame), Carried.text(shown),
                    g -> picture.draw(g, frame), out));
            case HTML -> WholeFile.write(file, out -> WebPage.write(frame, picture.views(), Caption.of(frame), Carried.text(shown), out));
            case GIF, MP4 -> throw new IllegalArgumentException("'" + file
                    + "' would be a film; a single picture ends in .png, .svg or .pdf, a web page in .html; 'thalweg render' makes films");
        }
    }

    /**
     * The kind of a film that shall be written, and whether it can be.
     *
     * @throws IllegalArgumentException if the ending names no kind of film, naming those that work, or picture or film do not suit it
     */
    public static Format check(Picture picture, Film film, Path file) {
        Format format = checkPicture(file);
        if (!format.isFilm()) {
            throw new IllegalArgumentException("'" + file + "' would be a single picture; a film ends in .gif or .mp4");
        }
        picture.check(format);
        film.check(format, picture);
        return format;
    }

    /**
     * Writes a film, atomically; it carries the experiment with the picture's views as tiles and the film's first step.
     *
     * @param painting where pictures are painted while others are written; may be the caller's own thread
     * @throws IOException if the file cannot be written; the message is for people
     * @throws java.util.concurrent.CancellationException if the progress gives it up; nothing of it stays then
     * @throws IllegalArgumentException as {@link #check(Picture, Film, Path)}
     */
    public static void film(Frame asked, Picture picture, Film film, Path file, Executor painting, Progress progress) throws IOException {
        Frame frame = Surveys.surveyed(asked, picture.views(), 0, () -> false);
        Format format = check(picture, film, file);
        Frame first = film.at(frame, frame.experiment().look().camera(), 0);
        String experiment = Carried.text(shown(frame.at(first.step()), picture));
        Reel reel = new Reel(Inquiry.of(picture.views(), frame.experiment().look()).answered(frame.at(first.step()), () -> false), picture, film,
                painting);
        WholeFile.write(file, out -> {
            if (format == Format.GIF) {
                Gif.write(reel, experiment, progress, out);
            } else {
                Mp4.write(reel, Caption.of(first), experiment, progress, out);
            }
        });
    }

    /** A picture as the text of an SVG file. */
    public static String svg(Frame frame, Picture picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Svg.write(picture.width(), picture.height(), Caption.of(frame), Carried.text(shown(frame, picture)), g -> picture.draw(g, frame), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * Writes the numbers of runs as CSV, JSON, NPZ or HDF5, by the file's ending, atomically.
     *
     * @throws IOException if the file cannot be written; the message is for people
     * @throws IllegalArgumentException if its ending names no kind
     */
    public static void numbers(Experiment experiment, List<Track> tracks, Path file) throws IOException {
        checkNumbers(file);
        if (Format.ends(file, ".npz")) {
            WholeFile.write(file, out -> Npz.write(experiment, tracks, out));
        } else if (Format.ends(file, ".h5")) {
            WholeFile.write(file, out -> Hdf5File.write(Npz.arrays(tracks), Npz.remarks(experiment, tracks), Files.createTempFile("thalweg", ".h5"),
                    out));
        } else if (Format.ends(file, ".json")) {
            WholeFile.write(file, out -> RunText.json(experiment, tracks, out));
        } else {
            WholeFile.write(file, out -> RunText.csv(tracks, out));
        }
    }

    /**
     * Whether a file carries an experiment of this program, whatever it is called: a picture, film or page, or numbers of runs as {@link #numbers}
     * writes JSON, NPZ and HDF5, or of a slice as {@link SliceFile} does. CSV has no place for it, and a session carries none but is one.
     */
    public static boolean isCarrying(Path file) {
        try {
            return Carried.in(file).filter(text -> OURS.matcher(text).lookingAt()).isPresent();
        } catch (IOException _) {
            return false;                                         // whoever reads it will say what is wrong
        }
    }

    /**
     * The experiment that a picture written by this program carries, or that goes with its {@link #numbers}.
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
        try {
            text = Carried.in(picture);
        } catch (IOException e) {
            throw new IOException("cannot read '" + picture + "': "
                    + (e instanceof NoSuchFileException ? "it does not exist" : e.getMessage()), e);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + picture.getFileName()
                    + "' carries no experiment; only files that Thalweg exported do");
        }
        try {
            return ExperimentJson.read(text.get());
        } catch (ExperimentException e) {
            throw new ExperimentException(e.where(), "the experiment in '" + picture.getFileName() + "': " + e.getMessage());
        }
    }
}
