package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.export.Exports;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Workers;

/** Files that are dragged over the window and dropped on it. */
class DropTest extends WithPanels {
    @Test
    void aSessionIsOpenedAndBecomesTheFile() throws IOException {
        Path file = folder.resolve("dropped.thalweg.json");
        ExperimentJson.write(Experiments.first().withSeed(41), file);
        assertTrue(drop(file));
        assertEquals(41, bench.experimentNow().seed());
        assertEquals(Optional.of(file), Fx.get(() -> bench.session.file().get()));
    }

    /** Commands select none, and the readout would have nothing to show. */
    @Test
    void ofAnExperimentWithoutASelectedRunTheFirstThatIsSeenIsSelected() throws IOException {
        Path file = folder.resolve("plain.thalweg.json");
        Experiment first = Experiments.first();
        List<Run> runs = new ArrayList<>(first.runs());
        runs.set(0, runs.getFirst().withHidden(true));
        ExperimentJson.write(first.withRuns(runs).withLook(first.look().withSelected(-1)), file);
        assertTrue(drop(file));
        assertEquals(1, bench.experimentNow().look().selected());
        assertFalse(Fx.get(() -> bench.session.modified().get()));
    }

    @Test
    void aFolderThatHoldsNoDataChangesNothing() throws IOException {
        Experiment before = bench.experimentNow();
        assertTrue(drop(Files.createDirectory(folder.resolve("pictures"))));
        assertEquals(before, bench.experimentNow());
        assertTrue(Fx.get(() -> bench.session.problem().get()).map(Problem::message).orElse("nothing is said").contains("data_batch_1.bin"));
    }

    @Test
    void aTextThatIsNoTableChangesNothing() throws IOException {
        Experiment before = bench.experimentNow();
        assertTrue(drop(Files.writeString(folder.resolve("letter.txt"), "Dear students,\nplease, look\nat this.\n")));
        assertEquals(before, bench.experimentNow());
        String said = Fx.get(() -> bench.session.problem().get()).map(Problem::message).orElse("nothing is said");
        assertTrue(said.contains("letter.txt"), said);
    }

    /** The scene comes back, as from a picture; its paths alone are brought in by the menu. */
    @Test
    void numbersOfRunsBringTheirSceneBack() throws IOException {
        Experiment experiment = Experiments.first(Spec.of("beale")).withSeed(43).withStop(StopRule.steps(3));
        for (String name : List.of("runs.h5", "runs.npz", "runs.json")) {
            Path file = folder.resolve(name);
            Exports.numbers(experiment, Frames.frame(experiment).tracks(), file);
            ExperimentJson.write(Experiments.first(), folder.resolve("other.thalweg.json"));
            assertTrue(drop(folder.resolve("other.thalweg.json")));
            assertTrue(drop(file));
            assertEquals(experiment, bench.experimentNow(), name);
            assertEquals(Optional.empty(), Fx.get(() -> bench.session.file().get()), "what is saved next does not replace the numbers");
        }
    }

    @Test
    void aTableBecomesTheDataThatIsLearntFrom() throws IOException {
        Path file = Files.writeString(folder.resolve("heights.csv"), "age,height\n1,70\n2,85\n3,93\n4,101\n");
        assertTrue(drop(file));
        assertEquals("csv", bench.experimentNow().learning().orElseThrow().data().id());
    }

    @Test
    void aTableWithALineForEachNodeBecomesALandscape() throws IOException {
        Path file = Files.writeString(folder.resolve("bowl.csv"), "x,y,z\n-1,-1,2\n0,-1,1\n1,-1,2\n-1,0,1\n0,0,0\n1,0,1\n-1,1,2\n0,1,1\n1,1,2\n");
        assertTrue(drop(file));
        assertEquals("grid", bench.experimentNow().objective().orElseThrow().id());
    }

    /** Megabytes of it would stop the window. */
    @Test
    void whatASingleFileHoldsIsNotReadByTheWindow() throws IOException {
        Deque<Runnable> reading = new ArrayDeque<>();
        Executor here = Runnable::run;
        Session session = Fx.get(() -> new Session(Bench.experiment(), new Workers(here, here, here, here, here, reading::add, here),
                new Preferences(folder.resolve("others"), here), new Autosave(folder.resolve("kept"), 1, here)));
        Path file = folder.resolve("late.csv");
        Fx.run(() -> session.open(List.of(file)));
        Files.writeString(file, "x,y,z\n0,0,1\n1,0,2\n0,1,2\n1,1,3\n");
        Fx.run(() -> reading.forEach(Runnable::run));
        assertEquals("grid", Fx.get(() -> session.experiment().get()).objective().orElseThrow().id());
    }

    @Test
    void aDamagedSessionSaysSoAndWhatWasOpenStays() throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.thalweg.json"), "{\"format\": 1, \"objective\": ");
        long seed = bench.experimentNow().seed();
        assertTrue(drop(file));
        assertEquals(seed, bench.experimentNow().seed());
        assertTrue(Fx.get(() -> bench.session.problem().get()).map(Problem::message).orElse("nothing is said").contains("damaged.thalweg.json"));
    }

    /** A folder with the name of a session cannot be told from one while it is over the window; dropped, it is refused with a sentence. */
    @Test
    void aFolderIsRefusedInWords() throws IOException {
        assertTrue(drop(Files.createDirectory(folder.resolve("folder.thalweg.json"))));
        String said = Fx.get(() -> bench.session.problem().get()).map(Problem::message).orElse("nothing is said");
        assertEquals("cannot read '" + folder.resolve("folder.thalweg.json") + "': it is a folder", said);
    }

    @Test
    void whatCannotBeOpenedIsNotTaken() throws IOException {
        assertFalse(drag(DragEvent.DRAG_OVER, Files.writeString(folder.resolve("letter.doc"), "Dear")).isAccepted());
    }

    /** Whether the window took it. The same is asked when it is over the window, where the headless platform cannot answer yes. */
    private boolean drop(Path file) {
        return drag(DragEvent.DRAG_DROPPED, file).isDropCompleted();
    }

    /**
     * Shows the window an event with a file on its dragboard. Only a drag that was begun in a window has a dragboard to put files on: one is
     * begun by the mouse, lends its dragboard to the event that files from outside come with, and is then given up.
     */
    private DragEvent drag(EventType<DragEvent> type, Path file) {
        AtomicReference<DragEvent> shown = new AtomicReference<>();
        EventHandler<MouseEvent> begun = _ -> {
            Dragboard board = bench.scene.startDragAndDrop(TransferMode.COPY);
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(new File(file.toString())));
            board.setContent(content);
            shown.set(new DragEvent(type, board, 100, 100, 100, 100, TransferMode.COPY, null, null, null));
            try {
                Event.fireEvent(bench.scene, shown.get());
            } finally {
                board.clear();
            }
        };
        EventHandler<MouseEvent> mouse = e -> {
            if (e.getEventType() == MouseEvent.DRAG_DETECTED) {
                begun.handle(e);
            }
            e.consume();                                          // the mouse does nothing else meanwhile
        };
        Fx.run(() -> bench.scene.addEventFilter(MouseEvent.ANY, mouse));
        Fx.drag(bench.node("plot-0"), 0.4, 0.4, 0.6, 0.6);
        Fx.run(() -> bench.scene.removeEventFilter(MouseEvent.ANY, mouse));
        return shown.get();
    }
}
