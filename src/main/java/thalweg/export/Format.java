package thalweg.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of files that show something: the one table of their endings. */
public enum Format {
    /** Pixels. */
    PNG(".png", false),
    /** Vectors for the web and for drawing programs. */
    SVG(".svg", false),
    /** Vectors for paper. */
    PDF(".pdf", false),
    /** A film in 256 colours that plays everywhere. */
    GIF(".gif", true),
    /** A film in H.264. */
    MP4(".mp4", true),
    /** A web page that its reader plays, turns and zooms. */
    HTML(".html", false);

    private final String ending;
    private final boolean film;

    Format(String ending, boolean film) {
        this.ending = ending;
        this.film = film;
    }

    /** What names of files end in: {@code .png}. */
    public String ending() {
        return ending;
    }

    /** Whether it shows many steps one after the other. */
    public boolean isFilm() {
        return film;
    }

    /** Whether it fits itself to the window it is read in, and to its reader's theme: then size, scale and theme are not chosen. */
    public boolean isPage() {
        return this == HTML;
    }

    /** Whether lines and letters are kept as such, and only maps and surfaces as pixels. */
    public boolean isVector() {
        return this == SVG || this == PDF;
    }

    /** That of a file, by the ending of its name in any case. */
    public static Optional<Format> of(Path file) {
        return of(String.valueOf(file.getFileName()));
    }

    /** That of a name, by its ending in any case; also of one that no file of this system can have. */
    public static Optional<Format> of(String name) {
        return Arrays.stream(values()).filter(f -> ends(name, f.ending)).findFirst();
    }

    /** Whether a file's name ends so, in any case. */
    static boolean ends(Path file, String ending) {
        return ends(String.valueOf(file.getFileName()), ending);
    }

    private static boolean ends(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** All endings in the order of the table. */
    public static List<String> endings() {
        return Arrays.stream(values()).map(Format::ending).toList();
    }

    /** {@code .png, .svg or .pdf}. */
    static String words(List<String> endings) {
        return endings.size() == 1 ? endings.getFirst()
                : String.join(", ", endings.subList(0, endings.size() - 1)) + " or " + endings.getLast();
    }
}
