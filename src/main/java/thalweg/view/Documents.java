package thalweg.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import thalweg.catalog.Spec;
import thalweg.data.DataFiles;
import thalweg.experiment.Experiments;
import thalweg.experiment.Learning;
import thalweg.experiment.Subject;
import thalweg.session.Session;
import thalweg.session.Wording;

/** Sessions in files: open, save, and whatever is dropped on the window. */
final class Documents {
    static final String ENDING = ".thalweg.json";

    private final Session session;
    private final Dialogs dialogs;
    private final OpenData data;

    Documents(Session session, Dialogs dialogs) {
        this.session = session;
        this.dialogs = dialogs;
        data = new OpenData(session, dialogs);
    }

    void open() {
        dialogs.open().ifPresent(session::open);
    }

    /** Asks for a file with paths and shows them over what is there. */
    void openPaths() {
        dialogs.open().ifPresent(session::bringIn);
    }

    void openData() {
        data.ask();
    }

    /** Into the file it came from, or else one that is asked for. */
    void save() {
        session.file().get().ifPresentOrElse(session::save, this::saveAs);
    }

    void saveAs() {
        dialogs.save(Wording.of("dialog.save"), name(session) + ENDING).ifPresent(session::save);
    }

    /** Makes a scene open what is dropped on it. */
    void acceptDrops(Scene scene) {
        scene.setOnDragOver(e -> {
            if (accepts(files(e))) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        scene.setOnDragDropped(e -> {
            e.setDropCompleted(accepts(files(e)));
            session.open(files(e));
            e.consume();
        });
    }

    /** A name for a new file: the function's, as files like it. */
    static String name(Session session) {
        return session.file().get().map(p -> p.getFileName().toString().replace(ENDING, ""))
                .orElseGet(() -> switch (session.experiment().get().subject()) {
                    case Subject.Function(Spec spec) -> spec.id();
                    case Learning learning -> learning.model().id() + "-" + learning.data().id();
                });
    }

    /** By their names alone: this is asked at every movement of the pointer. */
    private static boolean accepts(List<Path> files) {
        return DataFiles.areData(files) || files.stream().anyMatch(f -> Session.isCarrier(f) || Experiments.isSurface(f));
    }

    private static List<Path> files(DragEvent e) {
        return e.getDragboard().hasFiles() ? e.getDragboard().getFiles().stream().map(File::toPath).toList() : List.of();
    }
}
