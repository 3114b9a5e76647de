package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Run;

class ChronicleFileTest {
    private static final Experiment RACE = Experiment.of(Spec.of("booth")).withStop(new StopRule(20, 1e-9, 1e-3)).withRuns(List.of(
            Run.of(Spec.of("gradient-descent").with("learningRate", 0.05), 0), Run.of(Spec.of("gradient-descent").with("learningRate", 10), 1),
            Run.of(Spec.of("newton"), 2), Run.of(Spec.of("bfgs"), 3)));

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("history.json");
    }

    private Session session(Experiment first) {
        Session session = new Session(first, Workers.INLINE, new Preferences(folder.resolve("preferences"), Runnable::run),
                new Autosave(folder, 1, Runnable::run));
        session.keepChronicle();
        return session;
    }

    /** But for their numbers, which are a window's own. */
    private static List<Chronicle.Entry> sets(Session session) {
        return session.chronicle().entries().stream()
                .map(e -> new Chronicle.Entry(0, e.time(), e.name(), e.pinned(), e.title(), e.experiment(), e.results())).toList();
    }

    @Test
    void finishedRunsOutliveTheWindowWithNamesPinsAndOutcomes() {
        Session first = session(RACE);
        first.edit("steps", e -> e.withStop(StopRule.steps(5)));
        first.chronicle().name(1, "before");
        first.chronicle().pin(2, true);
        List<Chronicle.Entry> kept = sets(first);
        assertTrue(kept.getLast().results().get(1).ended() instanceof Outcome.Diverged, kept.toString());
        Session next = session(RACE.withSeed(2).withStop(StopRule.steps(7)));
        assertEquals(kept, sets(next).subList(1, 3), "behind those of the new window");
        assertEquals(3, next.chronicle().entries().stream().map(Chronicle.Entry::number).distinct().count());
        next.chronicle().name(3, "");
        assertEquals("", sets(session(RACE.withSeed(2).withStop(StopRule.steps(7)))).get(2).name(), "what changes is kept too");
    }

    @Test
    void aSetMadeAgainIsThereOnce() {
        session(RACE);
        assertEquals(1, session(RACE).chronicle().entries().size());
    }

    @Test
    void twoWindowsAtATimeKeepTheSetsOfBothAndWhatASliderPassedComesBackFromNeither() {
        Session one = session(RACE);
        Session two = session(RACE.withSeed(2));
        for (int steps : new int[] {5, 6, 7}) {
            one.drag("steps", e -> e.withStop(StopRule.steps(steps)));
        }
        two.edit("steps", e -> e.withStop(StopRule.steps(8)));
        one.edit("steps", e -> e.withStop(StopRule.steps(9)));
        List<Integer> steps = sets(session(RACE)).stream().map(e -> e.experiment().stop().steps()).sorted().toList();
        assertEquals(List.of(7, 8, 9, 20, 20), steps);
    }

    @Test
    void whatASliderPassesIsNotWrittenUntilItIsLetGo() throws IOException {
        Session session = session(RACE);
        session.edit("other", e -> e.withStop(StopRule.steps(15)));
        for (int steps : new int[] {5, 6, 7}) {
            session.drag("steps", e -> e.withStop(StopRule.steps(steps)));
        }
        String passing = Files.readString(file);
        assertFalse(passing.contains("\"steps\": 6") || passing.contains("\"steps\": 7"), passing);
        session.release();
        assertTrue(Files.readString(file).contains("\"steps\": 7"));
        session.drag("steps", e -> e.withStop(StopRule.steps(8)));
        session.drag("steps", e -> e.withStop(StopRule.steps(9)));
        session.close();
        assertTrue(Files.readString(file).contains("\"steps\": 9"), "nor is it lost when the window closes");
    }

    /** Of a long run the picture comes after the hand has left the slider; a crash must not leave what was passed on the way. */
    @Test
    void whatIsShownOnlyAfterASliderWasLetGoIsWrittenToo() throws IOException {
        Deque<Runnable> paths = new ArrayDeque<>();
        Session session = new Session(RACE, new Workers(paths::add, Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run),
                new Preferences(folder.resolve("preferences"), Runnable::run), new Autosave(folder, 1, Runnable::run));
        session.keepChronicle();
        for (int steps : new int[] {5, 6}) {
            session.drag("steps", e -> e.withStop(StopRule.steps(steps)));
            paths.removeFirst().run();
        }
        session.drag("steps", e -> e.withStop(StopRule.steps(7)));
        session.release();
        paths.removeFirst().run();
        assertTrue(Files.readString(file).contains("\"steps\": 7"));
    }

    @Test
    void aDamagedFileIsPutAsideAndSaidOnce() throws IOException {
        Files.writeString(file, "{ \"format\": 1, \"sets\": [ { ");
        Session session = session(RACE);
        assertTrue(session.status().get().startsWith("run history damaged; it is kept as " + folder.resolve("history-damaged-1.json")),
                session.status().get());
        assertEquals("{ \"format\": 1, \"sets\": [ { ", Files.readString(folder.resolve("history-damaged-1.json")));
        assertEquals("", session(RACE).status().get());
        Files.writeString(file, "[]");
        session(RACE);
        assertEquals("[]", Files.readString(folder.resolve("history-damaged-2.json")), "the first stays");
    }

    @Test
    void whatANewerProgramWroteStaysAsItIs() throws IOException {
        String newer = "{ \"format\": 2, \"anything\": true }";
        Files.writeString(file, newer);
        Session session = session(RACE);
        assertTrue(session.status().get().contains("newer Thalweg"), session.status().get());
        session.edit("seed", e -> e.withSeed(5));
        assertEquals(newer, Files.readString(file));
        assertEquals(2, session.chronicle().entries().size(), "this window's own are there");
    }

    @Test
    void thereIsRoomForPinnedSetsFirstThenTheNewest() {
        List<Chronicle.Entry> many = IntStream.range(0, 300)
                .mapToObj(i -> new Chronicle.Entry(i, LocalDateTime.of(2026, 1, 1, 0, 0), "", i >= 250, "Set " + i, RACE, List.of()))
                .toList();
        List<Object> titles = ChronicleFile.bounded(many).stream().map(m -> m.get("objective")).toList();
        assertEquals(200, titles.size());
        assertEquals(List.of("Set 0", "Set 149", "Set 250", "Set 299"), List.of(titles.get(0), titles.get(149), titles.get(150), titles.get(199)));
        String long1 = "x".repeat(9_000_000 / 200);
        List<Map<String, Object>> large = ChronicleFile.bounded(many.stream().map(e -> e.named(e.name() + long1)).toList());
        assertFalse(large.size() > 100, "nor is the file too large to be read: " + large.size());
    }
}
