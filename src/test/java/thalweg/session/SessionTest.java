package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.export.Exports;
import thalweg.export.Picture;
import thalweg.math.Range;
import thalweg.math.Vec;

class SessionTest {
    private static final Experiment RACE = Experiment.of(Spec.of("booth")).withStop(StopRule.steps(20)).withRuns(List.of(
            Run.of(Spec.of("gradient-descent").with("learningRate", 0.05), 0), Run.of(Spec.of("adam").with("learningRate", 0.1), 1)));

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void makeSession() {
        session = new Session(RACE, Workers.INLINE, new Preferences(folder.resolve("preferences"), Runnable::run),
                new Autosave(folder, 1, Runnable::run));
    }

    @Test
    void theFirstFrameIsThereAtOnce() {
        Frame frame = session.frame().get();
        assertEquals(2, frame.tracks().size());
        assertEquals(20, frame.last());
        assertTrue(frame.grid().hasFinite());
    }

    @Test
    void anEditMakesAFrameAndCanBeUndone() {
        session.edit("move start", e -> e.withStart(Vec.of(5, 5)));
        assertEquals(5, session.frame().get().tracks().getFirst().trajectory().theta(0, 0));
        assertTrue(session.modified().get());
        session.undo();
        assertEquals(RACE, session.experiment().get());
        assertEquals(-4, session.frame().get().scene().start().get(0), 10);
        assertFalse(session.modified().get());
        session.redo();
        assertEquals(5, session.frame().get().scene().start().get(0));
    }

    @Test
    void anotherRateLeavesGridAndOtherPathsAsTheyAre() {
        Frame before = session.frame().get();
        session.drag("rate", e ->
                e.withRuns(List.of(e.runs().get(0), e.runs().get(1).withOptimizer(Spec.of("adam").with("learningRate", 0.2)))));
        Frame after = session.frame().get();
        assertSame(before.grid(), after.grid());
        assertSame(before.tracks().get(0).trajectory(), after.tracks().get(0).trajectory());
        assertNotSame(before.tracks().get(1).trajectory(), after.tracks().get(1).trajectory());
    }

    @Test
    void aFrameThatReachesTheWindowLateIsShown() {
        Queue<Runnable> window = new ArrayDeque<>();
        Session late = new Session(RACE, new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run, window::add),
                session.preferences(), new Autosave(folder, 2, Runnable::run));
        late.edit("choose", e -> e.withObjective(Spec.of("sphere")));
        late.edit("move start", e -> e.withStart(Vec.of(3, 3)));
        while (!window.isEmpty()) {
            window.remove().run();
        }
        assertEquals("Sphere", late.frame().get().scene().objective().appearance().name());
        assertEquals(3, late.frame().get().tracks().getFirst().trajectory().theta(0, 0));
        assertEquals("", late.status().get());
    }

    @Test
    void whatIsLeftOutOfAFileIsSaidUntilTheNextEdit() throws IOException {
        Path csv = Files.writeString(folder.resolve("houses.csv"), "id,area,price\n7,1,1\n7,2,3\n7,3,2\n");
        session.edit("open", e -> Experiment.of(Learning.of(Spec.of("linear"), Spec.of("csv").with("path", Value.text(csv.toString())))));
        assertEquals("constant and left out: id", session.status().get());
        session.edit("steps", e -> e.withStop(StopRule.steps(3)));
        assertEquals("", session.status().get());
    }

    @Test
    void anotherLookComputesNothing() {
        Frame before = session.frame().get();
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        Frame after = session.frame().get();
        assertEquals("magma", after.experiment().look().colormap());
        assertSame(before.grid(), after.grid());
        assertSame(before.tracks().get(0).trajectory(), after.tracks().get(0).trajectory());
    }

    @Test
    void anotherWindowSamplesAgain() {
        session.edit("zoom", e -> e.withLook(e.look().withWindow(List.of(new Range(0, 2), new Range(1, 5)))));
        assertEquals(new Range(1, 5), session.frame().get().grid().y());
    }

    @Test
    void aMistakeIsAProblemAtItsPlaceAndTheGoodFrameStays() {
        Frame good = session.frame().get();
        session.edit("bad", e -> e.withObjective(Spec.of("boooth")));
        assertEquals(Problem.OBJECTIVE, session.problem().get().orElseThrow().where());
        assertSame(good.grid(), session.frame().get().grid());
        session.undo();
        assertEquals(Optional.empty(), session.problem().get());
        session.edit("bad run", e -> e.withRuns(List.of(e.runs().get(0), Run.of(Spec.of("adam").with("learningRate", -1), 1))));
        assertEquals(Problem.run(1), session.problem().get().orElseThrow().where());
    }

    @Test
    void thePlayheadMovesTheFrameAndIsNoEdit() {
        session.playback().go(7);
        assertEquals(7, session.frame().get().step());
        assertFalse(session.modified().get());
        assertFalse(session.canUndo().get());
        assertEquals(7, session.current().step());
    }

    @Test
    void hoveringIsInTheFrame() {
        session.hover(Optional.of(new Hover(1, 3)));
        assertEquals(Optional.of(new Hover(1, 3)), session.frame().get().hover());
        session.edit("colours", e -> e.withLook(e.look().withColormap("grey")));
        assertEquals(Optional.of(new Hover(1, 3)), session.frame().get().hover());
    }

    @Test
    void whatWasSavedIsOpenedAgain() {
        Path file = folder.resolve("a race.thalweg.json");
        session.edit("move start", e -> e.withStart(Vec.of(1.25, -3)));
        session.playback().go(4);
        assertTrue(session.save(file));
        assertFalse(session.modified().get());
        session.edit("seed", e -> e.withSeed(9));
        session.open(file);
        assertEquals(Vec.of(1.25, -3), session.experiment().get().start());
        assertEquals(1, session.experiment().get().seed());
        assertEquals(4, session.playback().step());
        assertFalse(session.canUndo().get());
        assertEquals(List.of(file.toAbsolutePath()), session.preferences().recent());
    }

    /** Mail and web sites give pictures other names. */
    @Test
    void aPictureIsOpenedUnderAnyName() throws IOException {
        Path picture = folder.resolve("a.png");
        Exports.picture(session.frame().get(), Picture.of(List.of("loss"), 200, 150), picture);
        session.open(picture);
        Experiment shown = session.experiment().get();
        for (String name : List.of("a.txt", "a.csv", "a.bin", "a.npy")) {
            session.edit("seed", e -> e.withSeed(9));
            session.open(Files.copy(picture, folder.resolve(name)));
            assertEquals(Optional.empty(), session.problem().get(), name);
            assertEquals(shown, session.experiment().get(), name);
        }
    }

    @Test
    void whatCannotBeOpenedOrSavedIsSaidAndLosesNothing() throws IOException {
        session.open(Files.writeString(folder.resolve("broken.thalweg.json"), "{ \"objective\": 3"));
        assertEquals(Problem.FILE, session.problem().get().orElseThrow().where());
        assertEquals(RACE, session.experiment().get());
        session.open(folder.resolve("none.png"));
        assertEquals(RACE, session.experiment().get());
        session.open(Files.writeString(folder.resolve("single.npy"), "\u0093NUMPY"));
        assertTrue(session.problem().get().orElseThrow().message().contains("write it with np.savez"));
        Path occupied = Files.createFile(folder.resolve("occupied"));
        assertFalse(session.save(occupied.resolve("a.thalweg.json")));
        assertEquals(Problem.FILE, session.problem().get().orElseThrow().where());
    }

    @Test
    void whatWasOpenInAKilledProgramIsOfferedOnce() {
        session.edit("seed", e -> e.withSeed(77));
        long dead = 4_000_000_000L;                               // beyond every process number
        Autosave killed = new Autosave(folder, dead, Runnable::run);
        new Session(RACE.withSeed(55), Workers.INLINE, session.preferences(), killed).edit("noise", e -> e.withNoise(0.5));
        assertEquals(0.5, session.left().orElseThrow().experiment().noise());
        assertEquals(Optional.empty(), session.left());
    }

    @Test
    void whatTheProgramItselfKeepsIsNotLeftBehindByAnother() {
        Session mine = new Session(RACE, Workers.INLINE, session.preferences(), new Autosave(folder, 4_000_000_000L, Runnable::run));
        mine.edit("seed", e -> e.withSeed(77));
        assertEquals(Optional.empty(), mine.left());
    }

    @Test
    void aSessionClosedAsItShouldBeLeavesNothing() {
        session.edit("seed", e -> e.withSeed(77));
        assertTrue(Files.exists(folder.resolve("autosave-1.thalweg.json")));
        session.close();
        assertFalse(Files.exists(folder.resolve("autosave-1.thalweg.json")));
    }

    private Session next(long process) {
        return new Session(RACE, Workers.INLINE, session.preferences(), new Autosave(folder, process, Runnable::run));
    }

    @Test
    void changesNotSavedWhenTheWindowClosesAreReopenedWithNoFile() {
        assertTrue(session.save(folder.resolve("a.thalweg.json")));
        assertFalse(session.canReopen());
        session.edit("seed", e -> e.withSeed(77));
        session.playback().go(7);
        session.close();
        Session next = next(2);
        assertTrue(next.canReopen());
        next.reopen();
        assertEquals(77, next.experiment().get().seed());
        assertEquals(7, next.playback().step());
        assertEquals(Optional.empty(), next.file().get());
        assertTrue(next.modified().get(), "it is in no file yet");
        next.undo();
        assertEquals(RACE, next.experiment().get());
        next.close();
        assertEquals(77, opened(3).seed(), "it stays until other changes are put away");
    }

    private Experiment opened(long process) {
        Session next = next(process);
        next.reopen();
        return next.experiment().get();
    }

    @Test
    void whatIsSavedOrUntouchedLeavesNothingToReopen() {
        session.edit("seed", e -> e.withSeed(77));
        assertTrue(session.save(folder.resolve("a.thalweg.json")));
        session.close();
        Session next = next(2);
        assertFalse(next.canReopen());
        next.reopen();
        assertEquals(RACE, next.experiment().get());
        assertEquals(Problem.FILE, next.problem().get().orElseThrow().where());
    }

    @Test
    void openingAFileOverChangesNotSavedKeepsThem() {
        assertTrue(session.save(folder.resolve("a.thalweg.json")));
        session.edit("seed", e -> e.withSeed(77));
        session.open(folder.resolve("a.thalweg.json"));
        assertEquals(RACE.withLook(RACE.look().withSelected(0)), session.experiment().get(), "what is opened has a selected run");
        assertTrue(session.status().get().contains("Reopen last session"), session.status().get());
        session.reopen();
        assertEquals(77, session.experiment().get().seed());
    }

    @Test
    void whatAKilledProgramLeftCanBeReopenedAlsoWhenTheOfferWasPutAway() {
        new Session(RACE, Workers.INLINE, session.preferences(), new Autosave(folder, 4_000_000_000L, Runnable::run))
                .edit("noise", e -> e.withNoise(0.5));
        assertTrue(session.left().isPresent());
        assertEquals(0.5, opened(2).noise());
    }

    @Test
    void zeroStepsAndNoRunsAreFrames() {
        session.edit("steps", e -> e.withStop(StopRule.steps(0)));
        assertEquals(0, session.frame().get().last());
        session.edit("runs", e -> e.withRuns(List.of()));
        assertEquals(0, session.frame().get().tracks().size());
    }
}
