package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonScene;
import thalweg.lesson.Play;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Soundness;

/**
 * Everything that passes the door between work and window, with queues as executors: nothing happens before its turn, as in a real window.
 */
class SessionDoorTest {
    private static final Experiment RACE = Experiment.of(Spec.of("booth")).withStop(StopRule.steps(20)).withRuns(List.of(
            Run.of(Spec.of("gradient-descent").with("learningRate", 0.05), 0), Run.of(Spec.of("adam").with("learningRate", 0.1), 1)));

    @TempDir
    private Path folder;

    private final Deque<Runnable> paths = new ArrayDeque<>();
    private final Deque<Runnable> search = new ArrayDeque<>();
    private final Deque<Runnable> disk = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();

    private Session session() {
        return session(new Computation(Runnable::run)::run);
    }

    private Session session(Results.Work work) {
        return new Session(RACE, new Workers(paths::add, Runnable::run, search::add, Runnable::run, disk::add, window::add),
                new Preferences(folder.resolve("p"), disk::add),
                new Autosave(folder.resolve("autosave"), 1, disk::add), work, nanos::get);
    }

    private static void drain(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.removeFirst().run();
        }
    }

    private static void backwards(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.removeLast().run();
        }
    }

    private static void start(Session session, double x) {
        session.drag("move start", e -> e.withStart(Vec.of(x, 1)));
    }

    private static double start(Session session) {
        return session.frame().get().tracks().getFirst().trajectory().theta(0, 0);
    }

    private static List<CriticalPoint> points(Session session) {
        return session.frame().get().scene().criticalPoints().stream().filter(p -> p.eigenvalues().size() > 0).toList();
    }

    @Test
    void aFrameIsShownWhenWorkAndWindowHaveHadTheirTurnAndNotBefore() {
        Session session = session();
        start(session, 5);
        assertEquals(-8, start(session));
        drain(paths);
        assertEquals(-8, start(session));
        drain(window);
        assertEquals(5, start(session));
    }

    @Test
    void progressAndWhatIsDoneAreSaidInTurnAndEndIdle() {
        Session session = session();
        List<String> said = new ArrayList<>();
        List<Double> progress = new ArrayList<>();
        session.status().subscribe(text -> {
            said.add(text);
        });
        session.progress().subscribe(part -> progress.add(part.doubleValue()));
        start(session, 5);
        drain(paths);
        assertEquals(List.of(""), said);
        drain(window);
        assertEquals(List.of("", "running GD", "running Adam", ""), said);
        assertEquals(List.of(-1.0, 0.0, 0.5, -1.0), progress);
    }

    @Test
    void messagesThatArriveInReverseLeaveTheNewest() {
        Session session = session();
        start(session, 5);
        drain(paths);
        start(session, 6);
        drain(paths);
        backwards(window);
        assertEquals(6, start(session));
        assertEquals("", session.status().get());
        assertEquals(-1, session.progress().get());
    }

    @Test
    void aProblemIsSaidInTheWindowAndOneOfAReplacedRequestIsNot() {
        Session session = session();
        session.edit("bad", e -> e.withObjective(Spec.of("boooth")));
        drain(paths);
        assertEquals(Optional.empty(), session.problem().get());
        drain(window);
        assertEquals(Problem.OBJECTIVE, session.problem().get().orElseThrow().where());
        session.edit("bad again", e -> e.withObjective(Spec.of("booooth")));
        drain(paths);
        session.edit("good", e -> e.withObjective(Spec.of("sphere")));
        drain(window);
        assertEquals(Optional.empty(), session.problem().get());
        drain(paths);
        drain(window);
        assertEquals("Sphere", session.frame().get().scene().objective().appearance().name());
    }

    @Test
    void anotherPlaceIsAwaitedUntilItsFirstFrameAndOtherKnobsAreNot() {
        Session session = session();
        start(session, 5);
        session.edit("b", e -> e.withObjective(Spec.parse("booth")));
        assertFalse(session.awaiting().get());
        session.playback().play();
        session.edit("choose", e -> e.withObjective(Spec.of("sphere")));
        assertTrue(session.awaiting().get());
        for (int i = 0; i < 10; i++) {
            session.playback().tick(i * 100_000_000L);
        }
        assertEquals(0, session.playback().step(), "paths that nobody sees are not played");
        drain(paths);
        assertTrue(session.awaiting().get());
        drain(window);
        assertFalse(session.awaiting().get());
        session.playback().tick(1_100_000_000L);
        session.playback().tick(1_200_000_000L);
        assertEquals(6, session.playback().step());
    }

    /** Other runs on the same function, or other views, come under a caption of their own. */
    @Test
    void aSceneIsAwaitedIfItsFunctionItsKnobsOrItsViewsAreNotThoseOnScreen() {
        Session session = session();
        Experiment views = RACE.withStart(Vec.of(1, 1)).withLook(RACE.look().withTiles(List.of("loss", "table")));
        Experiment ravine = views.withSubject(Experiment.of(Spec.parse("ravine(b=25)")).subject());
        Experiment steeper = views.withSubject(Experiment.of(Spec.parse("ravine(b=100)")).subject());
        session.lecture().open(Lesson.of("Scenes", scene(RACE), scene(RACE.withStart(Vec.of(2, 2))), scene(views), scene(ravine), scene(steeper)),
                Optional.empty());
        assertFalse(session.awaiting().get(), "what is shown already");
        session.lecture().go(1);
        assertFalse(session.awaiting().get(), "the same picture from another start");
        drain(paths);
        drain(window);
        session.lecture().go(2);
        assertTrue(session.awaiting().get(), "other views");
        List<String> order = new ArrayList<>();
        session.frame().addListener((_, _, _) -> order.add("frame"));
        session.awaiting().addListener((_, _, _) -> order.add("awaiting"));
        drain(paths);
        drain(window);
        assertFalse(session.awaiting().get());
        assertEquals(List.of("frame", "awaiting"), order.subList(0, 2), "or the last scene would be painted once more");
        session.lecture().go(3);
        drain(paths);
        drain(window);
        assertFalse(session.awaiting().get());
        session.lecture().go(4);
        assertTrue(session.awaiting().get(), "another ravine");
        session.edit("not a scene", e -> e.withSubject(ravine.subject()));
        assertFalse(session.awaiting().get(), "a knob that is turned");
    }

    private static LessonScene scene(Experiment experiment) {
        return new LessonScene("A scene", "", "What is seen.", "", Play.ALL, experiment);
    }

    /** The last good picture stays, but never under the name of a file it is not from. */
    @Test
    void whatCannotBeShownIsNoLongerAwaitedUnlessItCameFromAFile() throws IOException {
        Session session = session();
        session.edit("bad", e -> e.withObjective(Spec.of("boooth")));
        drain(paths);
        drain(window);
        assertFalse(session.awaiting().get());
        Path file = folder.resolve("lost.thalweg.json");
        Files.writeString(file, ExperimentJson.write(Experiment.of(Learning.of(Spec.of("linear"), Spec.parse("csv(path=\"/no/such.csv\")")))));
        session.open(file);
        drain(window);
        assertTrue(session.awaiting().get(), () -> session.problem().get().toString());
        drain(paths);
        drain(window);
        assertTrue(session.awaiting().get());
        assertEquals(Problem.OBJECTIVE, session.problem().get().orElseThrow().where());
        session.edit("good", e -> e.withSubject(RACE.subject()));
        drain(paths);
        drain(window);
        assertFalse(session.awaiting().get());
    }

    /**
     * As when a slider moves faster than a frame is made: each piece of work is replaced under way, and each shows one frame all the same.
     */
    @Test
    void everyRequestThatHasBegunShowsAFrameThoughAnotherWaits() {
        List<Session> self = new ArrayList<>();
        Computation computation = new Computation(Runnable::run);
        List<Double> shown = new ArrayList<>();
        Session session = session((experiment, replaced, stopped, listener) -> {
            if (!self.isEmpty() && experiment.start().get(0) < 8) {
                start(self.getFirst(), experiment.start().get(0) + 1);
                assertFalse(replaced.getAsBoolean());
            }
            computation.run(experiment, replaced, stopped, listener);
        });
        self.add(session);
        session.frame().subscribe(_ -> shown.add(start(session)));
        start(session, 5);
        drain(paths);
        drain(window);
        assertEquals(List.of(-8.0, 5.0, 6.0, 7.0, 8.0), shown.stream().distinct().toList());
        assertEquals("", session.status().get());
    }

    @Test
    void replacedWorkGivesUpOnceItHasShownAFrame() {
        List<Session> self = new ArrayList<>();
        Computation computation = new Computation(Runnable::run);
        List<Boolean> replacedThen = new ArrayList<>();
        Session session = session((experiment, replaced, stopped, listener) -> {
            computation.run(experiment, replaced, stopped, listener);
            if (!self.isEmpty() && experiment.start().get(0) == 5) {
                replacedThen.add(replaced.getAsBoolean());
                start(self.getFirst(), 6);
                replacedThen.add(replaced.getAsBoolean());
            }
        });
        self.add(session);
        start(session, 5);
        drain(paths);
        assertEquals(List.of(false, true), replacedThen);
    }

    @Test
    void replacedWorkGivesUpWhenPatienceIsOver() {
        List<Session> self = new ArrayList<>();
        Computation computation = new Computation(Runnable::run);
        List<Boolean> replacedThen = new ArrayList<>();
        Session session = session((experiment, replaced, stopped, listener) -> {
            if (!self.isEmpty() && experiment.start().get(0) == 5) {
                start(self.getFirst(), 6);
                nanos.addAndGet(Results.PATIENCE);
                replacedThen.add(replaced.getAsBoolean());
                nanos.addAndGet(1);
                replacedThen.add(replaced.getAsBoolean());
            }
            computation.run(experiment, replaced, stopped, listener);
        });
        self.add(session);
        start(session, 5);
        paths.removeFirst().run();
        drain(window);
        assertEquals(List.of(false, true), replacedThen);
        assertEquals(-8, start(session));
        drain(paths);
        drain(window);
        assertEquals(6, start(session));
    }

    @Test
    void whatTheUserStopsIsShownAsFarAsItCameAndSaid() {
        List<Session> self = new ArrayList<>();
        Computation computation = new Computation(Runnable::run);
        Session session = session((experiment, replaced, stopped, listener) -> {
            if (!self.isEmpty()) {
                self.getFirst().cancel();
            }
            computation.run(experiment, replaced, stopped, listener);
        });
        self.add(session);
        start(session, 5);
        drain(paths);
        drain(window);
        assertEquals(5, start(session));
        assertEquals(0, session.frame().get().last());
        assertEquals(-1, session.progress().get());
    }

    @Test
    void whoeverStopsTheWorkIsToldSoWhenItIsOverAndWithoutWorkNothingIsSaid() {
        Session session = session();
        session.cancel();
        assertEquals("", session.status().get());
        start(session, 5);
        drain(paths);
        while (!session.status().get().equals("running GD")) {
            window.removeFirst().run();
        }
        session.cancel();
        drain(window);
        assertEquals("stopped; what there was by then is kept", session.status().get());
    }

    /** Or a grid with holes, and runs that were broken off, would be kept as finished. */
    @Test
    void whatWasStoppedStaysStoppedWhenOtherWorkIsWanted() {
        Computation computation = new Computation(Runnable::run);
        List<Boolean> said = new ArrayList<>();
        Session[] session = {null};
        session[0] = session((experiment, replaced, stopped, listener) -> {
            if (experiment.stop().steps() == 5) {
                session[0].cancel();
                said.add(stopped.getAsBoolean());
                session[0].edit("steps", e -> e.withStop(StopRule.steps(6)));
            }
            said.add(stopped.getAsBoolean());
            computation.run(experiment, replaced, stopped, listener);
        });
        session[0].edit("steps", e -> e.withStop(StopRule.steps(5)));
        drain(paths);
        assertEquals(List.of(false, true, true, false), said, "the first, the one that is stopped, and the next");
    }

    /** Of another place there is nothing yet that could be kept. */
    @Test
    void stoppedBeforeTheFirstPictureItSaysSoAndHowToGoOn() {
        Computation computation = new Computation(Runnable::run);
        Session session = session((experiment, replaced, stopped, listener) -> {
            listener.doing("working", 0.5);
            if (experiment.learning().isEmpty()) {
                computation.run(experiment, replaced, stopped, listener);
            }
        });
        session.edit("data", e -> e.withSubject(Learning.of(Spec.of("mlp"), Spec.of("moons"))));
        drain(paths);
        window.removeFirst().run();
        assertEquals("working", session.status().get());
        session.cancel();
        assertEquals("stopped before there was a picture; any change begins it again", session.status().get());
    }

    @Test
    void anExceptionInTheWorkLeavesTheWindowIdleAndTheNextEditWorks() {
        Computation computation = new Computation(Runnable::run);
        Session session = session((experiment, replaced, stopped, listener) -> {
            listener.doing("working", 0.5);
            if (experiment.seed() == 13) {
                throw new IllegalStateException("a mistake of the program");
            }
            computation.run(experiment, replaced, stopped, listener);
        });
        session.edit("seed", e -> e.withSeed(13));
        assertThrows(IllegalStateException.class, () -> drain(paths));
        drain(window);
        assertEquals("", session.status().get());
        assertEquals(-1, session.progress().get());
        session.undo();
        start(session, 5);
        drain(paths);
        drain(window);
        assertEquals(5, start(session));
    }

    @Test
    void tooLittleMemoryIsAProblemThatIsSaid() {
        Computation computation = new Computation(Runnable::run);
        Session session = session((experiment, replaced, stopped, listener) -> {
            if (experiment.seed() == 13) {
                throw new OutOfMemoryError("for this test");
            }
            computation.run(experiment, replaced, stopped, listener);
        });
        session.edit("seed", e -> e.withSeed(13));
        drain(paths);
        drain(window);
        assertEquals(Problem.PROGRAM, session.problem().get().orElseThrow().where());
        assertEquals(-1, session.progress().get());
    }

    @Test
    void afterTheWindowIsClosedWorkGivesUpAndNothingIsTold() {
        List<Session> self = new ArrayList<>();
        AtomicBoolean gaveUp = new AtomicBoolean();
        Computation computation = new Computation(Runnable::run);
        Session session = session((experiment, replaced, stopped, listener) -> {
            if (!self.isEmpty()) {
                self.getFirst().close();
                gaveUp.set(replaced.getAsBoolean());
                listener.doing("too late", 0.5);
            }
            computation.run(experiment, replaced, stopped, listener);
        });
        self.add(session);
        Frame before = session.frame().get();
        start(session, 5);
        drain(paths);
        drain(search);
        drain(window);
        assertTrue(gaveUp.get());
        assertSame(before.tracks().getFirst().trajectory(), session.frame().get().tracks().getFirst().trajectory());
        assertEquals("", session.status().get());
    }

    @Test
    void criticalPointsComeLaterAndStayWhileOnlyARateChanges() {
        Session session = session();
        assertEquals(List.of(), points(session));
        drain(search);
        session.edit("rate", e -> e.withRuns(List.of(e.runs().getFirst())));
        drain(paths);
        drain(window);
        assertEquals(1, session.frame().get().tracks().size());
        assertEquals(1, points(session).size());
        assertEquals(1, points(session).getFirst().at().get(0), 1e-9);
        assertEquals(1, search.size(), "the picture is checked anew, but the same search is not made twice");
    }

    @Test
    void aPictureIsCheckedLaterAndStaysCheckedWhileOnlyLooksChange() {
        Session session = session();
        assertEquals(Optional.empty(), session.frame().get().soundness());
        drain(search);
        drain(window);
        Soundness found = session.frame().get().soundness().orElseThrow();
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        drain(paths);
        drain(window);
        assertSame(found, session.frame().get().soundness().orElseThrow());
        assertEquals(0, search.size(), "nothing is checked twice");
        start(session, 5);
        drain(paths);
        drain(window);
        assertEquals(Optional.empty(), session.frame().get().soundness(), "other paths");
        drain(search);
        drain(window);
        assertTrue(session.frame().get().soundness().isPresent());
    }

    @Test
    void criticalPointsOfAnotherObjectiveAreNotShown() {
        Session session = session();
        drain(search);
        session.edit("choose", e -> e.withObjective(Spec.of("sphere")));
        drain(paths);
        backwards(window);
        assertEquals(List.of(), points(session));
        drain(search);
        drain(window);
        assertEquals(0, points(session).getFirst().at().get(0), 1e-9);
    }

    @Test
    void ofManyEditsOnlyTheLastIsWrittenByTheAutosave() {
        Session session = session();
        for (int i = 1; i <= 5; i++) {
            start(session, i);
        }
        assertEquals(1, disk.size());
        drain(disk);
        Session next = new Session(RACE, Workers.INLINE, session.preferences(), new Autosave(folder.resolve("autosave"), 2, Runnable::run));
        assertEquals(Optional.empty(), next.left(), "its program is alive, as far as the number tells");
        assertEquals(Vec.of(5, 1), read().start());
    }

    private Experiment read() {
        try {
            return ExperimentJson.read(folder.resolve("autosave").resolve("autosave-1.thalweg.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEditStillToBeWrittenWhenTheWindowClosesLeavesNothingBehind() {
        Session session = session();
        start(session, 5);
        session.close();
        drain(disk);
        assertFalse(Files.exists(folder.resolve("autosave").resolve("autosave-1.thalweg.json")));
    }

    @Test
    void whatWasSavedIsStillSaidAfterWorkInBetween() {
        Session session = session();
        start(session, 5);
        assertTrue(session.save(folder.resolve("a.thalweg.json")));
        drain(paths);
        drain(window);
        assertEquals("saved a.thalweg.json", session.status().get());
        start(session, 6);
        drain(paths);
        drain(window);
        assertEquals("", session.status().get());
    }

    @Test
    void aDiskThatCannotBeWrittenIsToldOnceAndOutlastsEdits() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        Session session = new Session(RACE, new Workers(paths::add, Runnable::run, search::add, Runnable::run, disk::add, window::add),
                new Preferences(occupied.resolve("p"), disk::add), new Autosave(occupied.resolve("autosave"), 1, disk::add));
        start(session, 5);
        drain(disk);
        assertEquals("", session.status().get());
        drain(paths);
        drain(window);
        String told = "autosave is off: cannot write '" + occupied.resolve("autosave").resolve("autosave-1.thalweg.json")
                + "': ";
        assertTrue(session.status().get().startsWith(told), session.status().get());
        start(session, 6);
        drain(disk);
        drain(paths);
        drain(window);
        assertTrue(session.status().get().startsWith(told), "edits do not wipe it away");
        session.report("saved race.png");
        session.preferences().put("theme", "dark");
        drain(disk);
        drain(window);
        assertEquals("saved race.png", session.status().get(), "told once");
    }

    @Test
    void preferencesThatCouldNotBeKeptBeforeThereWasAWindowAreToldAfterwards() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        Preferences preferences = new Preferences(occupied.resolve("p"), Runnable::run);
        preferences.put("theme", "dark");
        Session session = new Session(RACE, Workers.INLINE, preferences, new Autosave(folder, 1, Runnable::run));
        assertEquals("settings will be forgotten: cannot write '" + occupied.resolve("p") + "': '" + occupied + "' is not a folder",
                session.status().get());
    }
}
