package thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import thalweg.experiment.Frame;
import thalweg.export.Exports;
import thalweg.export.Film;
import thalweg.export.Picture;

/** The options of films. */
final class FilmOptions {
    private static final double HOLD = 2;
    /** As many as a film paints ahead. */
    private static final int PAINTERS = 2;

    @Option(names = "--from", paramLabel = "K", description = "step that a film (.gif, .mp4) begins with; 0 unless told")
    private Optional<Integer> from = Optional.empty();

    @Option(names = "--to", paramLabel = "K", description = "step that a film ends with; the last unless told")
    private Optional<Integer> to = Optional.empty();

    @Option(names = "--every", paramLabel = "N", description = "steps from one picture of a film to the next; 1 unless told, 0.5 shows each twice")
    private Optional<Double> every = Optional.empty();

    @Option(names = "--fps", paramLabel = "N", description = "pictures per second of a film; 25 unless told")
    private Optional<Integer> fps = Optional.empty();

    @Option(names = "--hold", paramLabel = "SECONDS", description = "how long a film shows its last picture; 2 unless told")
    private Optional<Double> hold = Optional.empty();

    @Option(names = "--turn", paramLabel = "DEGREES", description = "by how much the surface turns during a film; 0 unless told")
    private Optional<Double> turn = Optional.empty();

    @Option(names = "--once", description = "a .gif film stays at its end instead of beginning again")
    private boolean once;

    /** Refuses options of films for a single picture. */
    void refuse(Path file) {
        List<String> given = new ArrayList<>();
        from.ifPresent(_ -> given.add("--from"));
        to.ifPresent(_ -> given.add("--to"));
        every.ifPresent(_ -> given.add("--every"));
        fps.ifPresent(_ -> given.add("--fps"));
        hold.ifPresent(_ -> given.add("--hold"));
        turn.ifPresent(_ -> given.add("--turn"));
        if (once) {
            given.add("--once");
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(given.getFirst() + " is for films; '" + file
                    + "' would be a single picture, a film ends in .gif or .mp4");
        }
    }

    /** The film up to a step, or the one told before it. */
    private Film film(int last) {
        int begin = from.orElse(0);
        int end = Math.min(to.orElse(last), last);
        if (begin < 0) {
            throw new IllegalArgumentException("--from must be 0 or more, but was " + begin);
        }
        if (to.orElse(begin) < begin) {
            throw new IllegalArgumentException("a film goes --from a step --to a later one, but was to go from " + begin + " to " + to.get());
        }
        return new Film(begin, end, every.orElse(1.0), fps.orElse(Film.FPS), hold.orElse(HOLD), turn.orElse(0.0), !once);
    }

    /** The shortest film that these options could make of a picture, to refuse what is wrong before anything is computed. */
    Film shortest(Picture picture) {
        Film film = film(from.orElse(0));
        if (film.turn() != 0 && !picture.views().contains(Film.TURNS)) {
            throw new IllegalArgumentException("--turn is for a surface, as --view " + Film.TURNS + " shows it, but the film would show "
                    + String.join(", ", picture.views()));
        }
        return film;
    }

    /** Writes a film, saying so if it ends earlier than told; if the program is interrupted, nothing of it stays. */
    void write(Frame frame, Picture picture, Path file, PrintWriter err) throws IOException {
        int last = frame.last();
        if (from.orElse(0) > last) {
            throw new IllegalArgumentException("--from must be 0 to " + last + ", the last step there is, but was " + from.get());
        }
        to.filter(wanted -> wanted > last).ifPresent(wanted ->
                err.println("thalweg: there is no step " + wanted + "; the film ends with step " + last));
        Film film = film(last);
        try (Interruption end = new Interruption(); Helpers painting = new Helpers(PAINTERS)) {
            Exports.film(frame, picture, film, file, painting.crew().executor(), (_, _) -> !end.isAsked());
        }
    }
}
