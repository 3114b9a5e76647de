package thalweg.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.export.CommandText;
import thalweg.export.Exports;
import thalweg.export.Picture;
import thalweg.export.SliceFile;
import thalweg.export.TableText;
import thalweg.paint.Theme;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;
import thalweg.slice.Projection;
import thalweg.slice.Slice;

/** What leaves the window other than pictures in files: texts on the clipboard, and numbers in files. */
final class TakeAway {
    private static final DataFormat SVG = svgFormat();
    private static final List<String> PATHS = List.of(".csv", ".npz", ".json", ".h5");
    private static final List<String> SURFACE = List.of(".npz", ".csv", ".json", ".h5");
    private static final List<String> TABLE = List.of(".csv", ".tsv");

    private final Studio studio;
    private final Dialogs dialogs;

    TakeAway(Studio studio, Dialogs dialogs) {
        this.studio = studio;
        this.dialogs = dialogs;
    }

    private static DataFormat svgFormat() {
        DataFormat known = DataFormat.lookupMimeType("image/svg+xml");
        return known == null ? new DataFormat("image/svg+xml") : known;
    }

    /** Puts a picture on the clipboard as SVG: as such for drawing programs, and as text for all others. */
    void copySvg(Frame frame, Picture picture) {
        later(() -> Exports.svg(frame, picture), svg -> {
            ClipboardContent content = new ClipboardContent();
            content.put(SVG, svg);
            content.putString(svg);
            Clipboard.getSystemClipboard().setContent(content);
            studio.session().report(Wording.of("status.copied-svg"));
        });
    }

    /** Puts the command on the clipboard that makes a picture. */
    void copyCommand(ExportScene.Part part, Theme theme) {
        Session session = studio.session();
        Picture picture = part.picture(theme);
        try {
            Experiment now = session.current().withLook(part.frame().experiment().look());
            CopyCode.put(CommandText.render(now.withStep(part.frame().step()), picture, Documents.name(session) + ".png"));
            session.report(Wording.of("status.copied-command"));
        } catch (IllegalArgumentException e) {
            session.report(new Problem("command", e.getMessage()));
        }
    }

    /** Puts the table of the step on the clipboard, for spreadsheets. */
    void copyTable() {
        CopyCode.put(TableText.tsv(studio.session().frame().get()));
        studio.session().report(Wording.of("status.copied-table"));
    }

    /** Asks for a file and writes every step of every run. */
    void savePaths() {
        Frame frame = studio.session().frame().get();
        save(Wording.of("dialog.save-paths"), "paths", PATHS, file -> Exports.numbers(frame.experiment(), frame.tracks(), file));
    }

    /** Asks for a file and writes the surface with the selected run's path on it. */
    void saveSurface() {
        Frame frame = studio.session().frame().get();
        Slice slice = frame.scene().slice();
        int selected = Math.min(frame.experiment().look().selected(), frame.tracks().size() - 1);
        save(Wording.of("dialog.save-surface"), "surface", SURFACE, file -> {
            List<Projection> path = selected < 0 ? List.of() : path(frame.tracks().get(selected), slice);
            new SliceFile(Optional.of(frame.experiment()), slice, frame.grid(), path, frame.scene().study().map(s -> s.split().training())).write(file);
        });
    }

    private static List<Projection> path(Track track, Slice slice) {
        Trajectory t = track.trajectory();
        return IntStream.rangeClosed(0, t.last()).filter(k -> k % t.keptEvery() == 0 || k == t.last()).mapToObj(k -> slice.project(t.theta(k)))
                .toList();
    }

    /** Asks for a file and writes the table of the step. */
    void saveTable() {
        Frame frame = studio.session().frame().get();
        save(Wording.of("dialog.save-table"), "table", TABLE, file -> TableText.write(frame, file));
    }

    /** Writes a file. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    private void save(String title, String what, List<String> endings, Writing writing) {
        Session session = studio.session();
        Optional<Path> asked = dialogs.save(title, Documents.name(session) + "-" + what + endings.getFirst(), endings);
        asked.ifPresent(file -> {
            session.report(Wording.of("status.writing", file.getFileName()));
            later(() -> {
                writing.to(file);
                return file;
            }, _ -> session.report(Wording.of("status.saved", file.getFileName())));
        });
    }

    /** Does something on another thread, and what comes of it on this one; what goes wrong is said. */
    private <T> void later(Callable<T> work, Consumer<T> then) {
        studio.exporting().execute(() -> {
            try {
                T done = work.call();
                studio.window().execute(() -> then.accept(done));
            } catch (IOException | IllegalArgumentException e) {
                String message = e.getMessage() == null ? Wording.of("problem.no-reason") : e.getMessage();
                studio.window().execute(() -> studio.session().report(new Problem(Problem.FILE, message)));
            } catch (Exception | Error e) {
                studio.window().execute(() -> studio.failed(e));
            }
        });
    }
}
