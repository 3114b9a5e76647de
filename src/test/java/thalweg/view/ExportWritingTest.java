package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.export.Film;
import thalweg.export.Picture;
import thalweg.optimizer.Optimizers;
import thalweg.paint.Views;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Session;
import thalweg.session.Workers;
import thalweg.view.ExportWriting.State;

/** Files written in the background. */
class ExportWritingTest {
    private static final Picture SMALL = Picture.of(List.of("loss"), 160, 120);

    @TempDir
    private Path folder;

    private Studio studio(java.util.concurrent.Executor exporting, java.util.concurrent.Executor window) {
        Session session = new Session(Experiment.of(Spec.of("sphere")), Workers.INLINE, new Preferences(folder.resolve("preferences"), Runnable::run),
                new Autosave(folder, 1, Runnable::run));
        return new Studio(session, Views.ALL, Runnable::run, exporting, window);
    }

    private static Frame frame() {
        return Frames.frame(Experiment.of(Spec.of("sphere")).withRuns(List.of(
                thalweg.experiment.Run.of(Spec.of(Optimizers.CATALOG.ids().getFirst()), 0))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).filter(n -> n.contains("film")).toList();
        }
    }

    @Test
    void aStoppedFilmLeavesNothing() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            ExportWriting[] it = new ExportWriting[1];
            Deque<State> seen = new ArrayDeque<>();
            ExportWriting writing = new ExportWriting(studio(two, task -> {
                synchronized (seen) {
                    task.run();
                    seen.add(it[0].state().get());
                    if (seen.size() == 3) {
                        it[0].stop();
                    }
                }
            }));
            it[0] = writing;
            writing.begin(frame(), SMALL, Optional.of(new Film(0, 299, 1, 25, 0, 0)), folder.resolve("film.mp4"));
            assertTrue(writing.hasBegun());
            writing.end();
            two.shutdown();
            assertTrue(two.awaitTermination(20, java.util.concurrent.TimeUnit.SECONDS));
            assertInstanceOf(State.Stopped.class, writing.state().get());
            assertTrue(seen.size() < 20, "it ended soon after the stop, but said " + seen.size() + " things");
            assertEquals(List.of(), files());
        }
    }

    @Test
    void whyAFileCannotBeWrittenIsASentence() throws Exception {
        ExportWriting writing = new ExportWriting(studio(Runnable::run, Runnable::run));
        Path file = folder.resolve("gone").resolve("film.gif");
        writing.begin(frame(), SMALL, Optional.of(new Film(0, 2, 1, 25, 0, 0)), file);
        State.Failed failed = assertInstanceOf(State.Failed.class, writing.state().get());
        assertEquals("cannot write '" + file + "': the folder does not exist", failed.sentence());
        writing.begin(frame(), SMALL, Optional.of(new Film(0, 2, 1, 25, 0, 0)), folder.resolve("film.gif"));
        State.Saved saved = assertInstanceOf(State.Saved.class, writing.state().get());
        assertEquals(Files.size(folder.resolve("film.gif")), saved.bytes());
        writing.rest();
        assertInstanceOf(State.Idle.class, writing.state().get());
    }
}
