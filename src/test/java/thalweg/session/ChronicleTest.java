package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Run;
import thalweg.math.Range;
import thalweg.math.Vec;

class ChronicleTest {
    private static final Experiment RACE = Experiment.of(Spec.of("sphere")).withStop(StopRule.steps(5)).withStart(Vec.of(1, 2))
            .withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.25)"), 0),
                    Run.of(Spec.parse("gradient-descent(learningRate=1e9)"), 1)));

    @TempDir
    Path folder;
    private Session session;

    @BeforeEach
    void open() {
        session = new Session(RACE, Workers.INLINE, new Preferences(folder.resolve("preferences.json"), Runnable::run),
                new Autosave(folder, 1, Runnable::run));
    }

    private List<Chronicle.Entry> entries() {
        return session.chronicle().entries();
    }

    private void steps(int steps) {
        session.edit("steps", e -> e.withStop(StopRule.steps(steps)));
    }

    @Test
    void everyFinishedSetIsKeptNewestFirstWithWhatCameOfIt() {
        steps(7);
        assertEquals(List.of(7, 5), entries().stream().map(e -> e.experiment().stop().steps()).toList());
        assertEquals(List.of(2L, 1L), entries().stream().map(Chronicle.Entry::number).toList());
        Chronicle.Result first = entries().getLast().results().getFirst();
        assertEquals("after 5 steps", first.outcome());
        assertEquals(5 * Math.pow(0.5, 10), first.loss(), 1e-15, "half the way each step, from 1 + 4");
        assertTrue(entries().getLast().results().getLast().outcome().startsWith("diverged at step"));
        assertEquals("Sphere", entries().getFirst().title());
    }

    @Test
    void whatASliderPassesIsNotKeptAndWhatIsThereIsNotKeptAgain() {
        for (int k = 10; k <= 15; k++) {
            int steps = k;
            session.drag("steps", e -> e.withStop(StopRule.steps(steps)));
        }
        session.release();
        assertEquals(List.of(15, 5), entries().stream().map(e -> e.experiment().stop().steps()).toList());
        session.undo();
        session.redo();
        session.edit("pan", e -> e.withLook(e.look().withWindow(List.of(new Range(0, 1), new Range(0, 1)))));
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        assertEquals(2, entries().size());
        session.edit("no runs", e -> e.withRuns(List.of()));
        assertEquals(2, entries().size());
    }

    @Test
    void anEditAfterUndoDoesNotReplaceWhatWasThere() {
        steps(7);
        session.undo();
        steps(9);
        assertEquals(List.of(9, 7, 5), entries().stream().map(e -> e.experiment().stop().steps()).toList());
    }

    @Test
    void pinnedAndNamedSetsStayWhenTheOldestGo() {
        session.chronicle().pin(1, true);
        steps(6);
        session.chronicle().name(2, " the good one ");
        for (int k = 10; k < 120; k++) {
            steps(k);
        }
        assertEquals(102, entries().size());
        assertEquals("the good one", session.chronicle().entry(2).orElseThrow().name());
        assertTrue(session.chronicle().entry(1).orElseThrow().pinned());
        assertTrue(session.chronicle().entry(3).isEmpty());
    }

    @Test
    void theListIsWrittenWithALinePerRunOrWithItsExperiments() throws IOException {
        session.chronicle().name(1, "one, \"two\"");
        Path csv = folder.resolve("runs.csv");
        session.chronicle().write(csv);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("number,time,name,pinned,objective,run,optimizer,outcome,steps,loss", lines.getFirst());
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains(",\"one, \"\"two\"\"\",false,Sphere,"), lines.get(1));
        Path json = folder.resolve("runs.json");
        session.chronicle().write(json);
        String text = Files.readString(json);
        assertTrue(text.contains("\"experiment\": {") && text.contains("gradient-descent(learningRate=0.25)"), text);
        assertTrue(text.contains("\"name\": \"one, \\\"two\\\"\""), text);
    }
}
