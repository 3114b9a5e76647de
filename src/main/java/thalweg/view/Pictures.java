package thalweg.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;
import thalweg.view.ExportWriting.State;

/** Pictures and films that leave the window: to the clipboard, or through the sheet of exports into a file. */
final class Pictures {
    static final double FINE = 2;
    /** A picture of one view has a title above it. */
    private static final int HEAD = 40;

    private final Studio studio;
    private final Supplier<ExportScene.Part> shown;
    private final Supplier<Optional<PlotView>> focused;
    private final BiConsumer<ExportScene, Boolean> open;
    private final ExportWriting writing;

    /**
     * Pictures of this window.
     *
     * @param shown what all its tiles show just now
     * @param focused the view with the focus
     * @param open opens the sheet of exports, with all tiles or only the one
     */
    Pictures(Studio studio, Supplier<ExportScene.Part> shown, Supplier<Optional<PlotView>> focused, BiConsumer<ExportScene, Boolean> open) {
        this.studio = studio;
        this.shown = shown;
        this.focused = focused;
        this.open = open;
        writing = new ExportWriting(studio);
        writing.state().subscribe(this::report);
    }

    /** The file that is being written. */
    ExportWriting writing() {
        return writing;
    }

    /** Puts one view on the clipboard. */
    void copy(PlotView plot) {
        plot.picture(FINE).ifPresent(image -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
            studio.session().report(Wording.of("status.copied", plot.shown().map(p -> Wording.inside(Named.view(p.kind())))
                    .orElseGet(() -> Wording.of("status.view"))));
        });
    }

    /** Opens the sheet of exports for one view. */
    void save(PlotView plot) {
        open(plot, false);
    }

    /** Opens the sheet of exports for all tiles. */
    void export() {
        focused.get().ifPresent(plot -> open(plot, true));
    }

    /** The view with the focus, as it can be exported. */
    Optional<ExportScene.Part> focused() {
        return focused.get().flatMap(Pictures::part);
    }

    private static Optional<ExportScene.Part> part(PlotView plot) {
        return plot.shown().map(p -> new ExportScene.Part(Named.view(p.kind()), p.frame().withHover(Optional.empty()), List.of(p.kind().id()), false,
                (int) plot.getWidth(), (int) plot.getHeight() + HEAD));
    }

    private void open(PlotView plot, boolean all) {
        ExportScene.Part whole = shown.get();
        part(plot).ifPresent(tile -> open.accept(new ExportScene(whole, tile), all));
    }

    private void report(State state) {
        Session session = studio.session();
        switch (state) {
            case State.Idle _ -> { }
            case State.Busy(Path file, int done, int of) -> {
                if (done == 0) {
                    session.report(Wording.of("status.writing", file.getFileName()));
                } else {
                    session.report(Wording.of("status.writing-picture", file.getFileName(), done, of));
                }
            }
            case State.Saved(Path file, long bytes) -> session.report(Wording.of("status.saved-size", file.getFileName(), ExportSheet.bytes(bytes)));
            case State.Stopped(Path file) -> session.report(Wording.of("status.stopped-writing", file.getFileName()));
            case State.Failed(Path _, String sentence) -> session.report(new Problem(Problem.FILE, sentence));
        }
    }
}
