package thalweg.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import thalweg.experiment.Frame;
import thalweg.export.Exports;
import thalweg.export.Picture;
import thalweg.session.Problem;
import thalweg.session.Session;

/** Pictures that leave the window: to the clipboard or into a file, drawn as they are on screen, twice as fine. */
final class Pictures {
    static final double FINE = 2;
    /** A picture of one view has a title above it. */
    private static final int HEAD = 40;

    private final Studio studio;
    private final Dialogs dialogs;
    private final Supplier<Picture> shown;

    /** Pictures of this window; {@code shown} is what all its tiles show just now. */
    Pictures(Studio studio, Dialogs dialogs, Supplier<Picture> shown) {
        this.studio = studio;
        this.dialogs = dialogs;
        this.shown = shown;
    }

    /** Puts one view on the clipboard. */
    void copy(PlotView plot) {
        plot.picture(FINE).ifPresent(image -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
            studio.session().report("copied " + plot.shown().map(p -> p.kind().label().toLowerCase(java.util.Locale.ROOT)).orElse("view"));
        });
    }

    /** Asks for a file and writes one view into it. */
    void save(PlotView plot) {
        plot.shown().ifPresent(p -> save(p.frame(), p.kind().id(),
                new Picture(List.of(p.kind().id()), false, p.style().theme(), (int) plot.getWidth(), (int) plot.getHeight() + HEAD, FINE)));
    }

    /** Asks for a file and writes all tiles into it. */
    void export() {
        Picture picture = shown.get();
        save(studio.session().frame().get(), "picture", picture);
    }

    private void save(Frame frame, String what, Picture picture) {
        Session session = studio.session();
        dialogs.save("Export picture", Documents.name(session) + "-" + what + ".png").ifPresent(file -> {
            Frame now = frame.relabelled(frame.experiment().withStep(frame.step()), frame.tracks()).withHover(Optional.empty());
            session.report("writing " + file.getFileName());
            studio.painting().execute(() -> write(now, picture, file, studio.window()));
        });
    }

    private void write(Frame frame, Picture picture, Path file, Executor window) {
        try {
            Exports.picture(frame, picture, file);
            window.execute(() -> studio.session().report("saved " + file.getFileName()));
        } catch (IOException | IllegalArgumentException e) {
            String message = e.getMessage() == null ? "cannot write " + file : e.getMessage();
            window.execute(() -> studio.session().report(new Problem(Problem.FILE, message)));
        } catch (RuntimeException | Error e) {
            window.execute(() -> studio.failed(e));
        }
    }
}
