package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Run;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;
import thalweg.lesson.LessonScene;
import thalweg.lesson.Play;
import thalweg.math.Vec;

class LectureTest {
    /** Beyond every process number. */
    private static final long DEAD = 4_000_000_000L;
    private static final Experiment RACE = Experiment.of(Spec.of("booth")).withStop(StopRule.steps(20))
            .withRuns(List.of(Run.of(Spec.of("gradient-descent").with("learningRate", 0.05), 0)));
    private static final Lesson LESSON = Lesson.of("Valleys",
            new LessonScene("First", "", "What is seen first.", "", new Play(2, 5, 0.5), RACE.withStart(Vec.of(1, 1))),
            new LessonScene("Second", "", "What is seen then.", "", Play.ALL, RACE.withStart(Vec.of(2, 2))));

    @TempDir
    private Path folder;
    private Session session;
    private Lecture lecture;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        session = session(1);
        lecture = session.lecture();
        file = folder.resolve("valleys.lesson.json");
        LessonJson.write(LESSON, file);
    }

    private Session session(long process) {
        return new Session(RACE, Workers.INLINE, new Preferences(folder.resolve("preferences"), Runnable::run),
                new Autosave(folder, process, Runnable::run));
    }

    private static Optional<Lesson> shown(Session session) {
        return session.lecture().showing().get().map(Lecture.Showing::lesson);
    }

    @Test
    void aLessonBeingMadeSurvivesAKill() {
        Session killed = session(DEAD);
        killed.open(file);
        killed.lecture().go(1);
        killed.lecture().edit("write caption", s -> s.withCaption("Mine."));
        Kept left = session.left().orElseThrow();
        session.recover(left);
        Lecture.Showing now = lecture.showing().get().orElseThrow();
        assertEquals(LESSON.with(1, LESSON.scenes().get(1).withCaption("Mine.")), now.lesson());
        assertEquals(1, now.index(), "at the scene that was shown");
        assertTrue(lecture.modified().get(), "it is in no file");
        assertEquals(Optional.empty(), lecture.file().get());
        assertEquals(Optional.empty(), session.left(), "it is offered once");
        session.undo();
        assertEquals(Optional.empty(), shown(session));
    }

    @Test
    void aLessonThatIsSavedOrOnlyShownIsNotKept() {
        Path kept = folder.resolve("autosave-1.lesson.json");
        session.open(file);
        assertFalse(Files.exists(kept), "it is in its file");
        lecture.rename("Mine");
        assertTrue(Files.exists(kept));
        assertTrue(lecture.save(folder.resolve("mine.lesson.json")));
        assertFalse(Files.exists(kept));
        lecture.rename("Mine again");
        session.close();
        assertFalse(Files.exists(kept), "a window closed as it should be leaves nothing of its own");
        assertTrue(Files.exists(folder.resolve("last.lesson.json")));
    }

    @Test
    void whatWasNotSavedOfALessonIsReopenedAfterAnotherWasOpenedOrTheWindowClosed() {
        assertFalse(lecture.canReopen());
        lecture.create();
        lecture.rename("Mine");
        Lesson mine = shown(session).orElseThrow();
        session.open(file);
        lecture.reopen();
        assertEquals(Optional.of(mine), shown(session));
        assertTrue(lecture.modified().get());
        lecture.rename("Mine, better");
        session.close();
        Session next = session(2);
        assertTrue(next.lecture().canReopen());
        next.lecture().reopen();
        assertEquals("Mine, better", shown(next).orElseThrow().title());
    }

    @Test
    void aClosedLessonThatWasNotSavedCanBeReopened() {
        session.open(file);
        lecture.rename("Mine");
        lecture.close();
        session.close();
        Session next = session(2);
        next.lecture().reopen();
        assertEquals("Mine", shown(next).orElseThrow().title());
    }

    @Test
    void withNothingKeptThereIsNothingToReopen() {
        lecture.reopen();
        assertEquals(Problem.FILE, session.problem().get().orElseThrow().where());
        assertEquals(Optional.empty(), shown(session));
    }

    /** Changes to what a lesson covers are kept like those that another file covers. */
    @Test
    void aLessonOpenedOverChangesNotSavedKeepsThem() {
        session.edit("seed", e -> e.withSeed(77));
        session.open(file);
        session.close();
        Session next = session(2);
        next.reopen();
        assertEquals(77, next.experiment().get().seed());
    }

    @Test
    void leavingTheStageRestoresTheFileAndWhatIsSavedOfIt() {
        Path race = folder.resolve("race.thalweg.json");
        session.open(file);
        session.edit("seed", e -> e.withSeed(5));
        assertTrue(session.save(race));
        session.edit("seed", e -> e.withSeed(6));
        lecture.enter();
        lecture.move(1);
        assertEquals(Optional.empty(), session.file().get(), "a scene is from no file");
        lecture.leave();
        assertEquals(Optional.of(race), session.file().get());
        assertTrue(session.modified().get());
        session.edit("seed", e -> e.withSeed(5));
        assertFalse(session.modified().get(), "as it was saved");
    }

    private Playback played() {
        Playback playback = session.playback();
        playback.speedProperty().set(2);
        playback.loopProperty().set(true);
        return playback;
    }

    private void assertPlayedAsBefore(String how) {
        assertEquals(2, session.playback().speedProperty().get(), how);
        assertTrue(session.playback().loopProperty().get(), how);
        session.playback().go(session.playback().last() - 1);
        session.playback().play();
        assertEquals(19, session.playback().step(), how + ": it plays on, for the whole path is played");
        session.playback().tick(0);
        session.playback().tick(100_000_000);
        assertEquals(20, session.playback().step(), how);
    }

    @Test
    void howeverALessonEndsPlaybackIsAsBefore() {
        Playback playback = played();
        session.open(file);
        assertEquals(0.5, playback.speedProperty().get());
        assertFalse(playback.loopProperty().get());
        lecture.close();
        assertPlayedAsBefore("closed");
        session.undo();
        assertFalse(playback.loopProperty().get(), "the lesson is back");
        session.undo();
        assertPlayedAsBefore("undone");
        session.open(file);
        lecture.delete();
        lecture.delete();
        assertEquals(Optional.empty(), shown(session));
        assertPlayedAsBefore("its last scene taken out");
    }

    @Test
    void theStageGivesPlaybackBackAsItWas() {
        session.open(file);
        Playback playback = played();
        playback.go(4);
        playback.pause();
        lecture.enter();
        lecture.move(1);
        assertTrue(playback.isPlaying());
        lecture.leave();
        assertEquals(4, playback.step());
        assertFalse(playback.isPlaying());
        assertEquals(2, playback.speedProperty().get());
        assertTrue(playback.loopProperty().get());
    }
}
