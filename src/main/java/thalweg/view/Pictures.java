package thalweg.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import thalweg.experiment.Frame;
import thalweg.paint.Theme;
import thalweg.session.Problem;
import thalweg.session.Session;

/** Pictures that leave the window: to the clipboard or into a file, drawn as they are on screen, twice as fine. */
final class Pictures {
    private static final double FINE = 2;

    /** What the window shows just now. */
    record Shown(List<String> views, Theme theme, double width, double height) {
    }

    private final Studio studio;
    private final Dialogs dialogs;
    private final PictureWriter writer;
    private final Supplier<Shown> shown;

    Pictures(Studio studio, Dialogs dialogs, PictureWriter writer, Supplier<Shown> shown) {
        this.studio = studio;
        this.dialogs = dialogs;
        this.writer = writer;
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
                new Shown(List.of(p.kind().id()), p.style().theme(), plot.getWidth(), plot.getHeight())));
    }

    /** Asks for a file and writes all tiles into it. */
    void export() {
        save(studio.session().frame().get(), "picture", shown.get());
    }

    private void save(Frame frame, String what, Shown look) {
        Session session = studio.session();
        dialogs.save("Export picture", Documents.name(session) + "-" + what + ".png").ifPresent(file -> {
            Frame now = new Frame(frame.experiment().withStep(frame.step()), frame.scene(), frame.grid(), frame.tracks(), frame.step(),
                    java.util.Optional.empty());
            session.report("writing " + file.getFileName());
            studio.painting().execute(() -> write(now, look, file, studio.window()));
        });
    }

    private void write(Frame frame, Shown look, Path file, Executor window) {
        try {
            writer.write(frame, look.views(), look.theme(), look.width(), look.height(), file);
            window.execute(() -> studio.session().report("saved " + file.getFileName()));
        } catch (IOException | IllegalArgumentException e) {
            String message = e.getMessage() == null ? "cannot write " + file : e.getMessage();
            window.execute(() -> studio.session().report(new Problem(Problem.FILE, message)));
        } catch (RuntimeException | Error e) {
            window.execute(() -> studio.failed(e));
        }
    }
}
