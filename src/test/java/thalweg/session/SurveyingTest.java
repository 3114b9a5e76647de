package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Surveys;

class SurveyingTest {
    private static final Experiment RACE = Experiment.of(Spec.of("sphere")).withStop(StopRule.steps(5))
            .withRuns(List.of(Run.of(Spec.parse("momentum(learningRate=0.1)"), 0), Run.of(Spec.parse("adam"), 1)));

    @TempDir
    Path folder;
    private final Queue<Runnable> surveys = new ArrayDeque<>();
    private Session session;

    @BeforeEach
    void open() {
        Preferences preferences = new Preferences(folder.resolve("preferences.json"), Runnable::run);
        session = new Session(RACE, new Workers(Runnable::run, Runnable::run, Runnable::run, surveys::add, Runnable::run, Runnable::run), preferences,
                new Autosave(folder, 1, Runnable::run));
    }

    private void show(String... views) {
        session.edit("choose view", e -> e.withLook(e.look().withTiles(List.of(views))));
    }

    private void work() {
        while (!surveys.isEmpty()) {
            surveys.remove().run();
        }
    }

    private Surveys.Survey made(String view) {
        return session.frame().get().surveys().made().get(view);
    }

    @Test
    void nothingIsComparedUnlessATileAsks() {
        assertTrue(surveys.isEmpty());
        show("contour", Surveys.SWEEP);
        assertFalse(surveys.isEmpty());
        work();
        assertTrue(made(Surveys.SWEEP).isFinest());
        assertEquals(1, session.frame().get().surveys().made().size());
    }

    @Test
    void anotherLookKeepsWhatWasMadeAndAnotherRateMakesItAnew() {
        show(Surveys.SWEEP);
        work();
        Surveys.Survey first = made(Surveys.SWEEP);
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        assertTrue(surveys.isEmpty());
        assertSame(first, made(Surveys.SWEEP));
        session.edit("steps", e -> e.withStop(StopRule.steps(7)));
        assertSame(first, made(Surveys.SWEEP), "it stays on screen until the next is there");
        work();
        assertEquals(7, made(Surveys.SWEEP).part().numbers().stop().steps());
    }

    @Test
    void aSurveyNobodyWantsAnyMoreIsNotHandedOn() {
        show(Surveys.SWEEP);
        session.edit("steps", e -> e.withStop(StopRule.steps(3)));
        session.edit("steps", e -> e.withStop(StopRule.steps(4)));
        work();
        assertEquals(4, made(Surveys.SWEEP).part().numbers().stop().steps());
    }

    @Test
    void cancellingKeepsTheStagesThatAreThere() {
        show(Surveys.SWEEP);
        session.cancel();
        work();
        assertFalse(session.frame().get().surveys().made().containsKey(Surveys.SWEEP), "it was cancelled before its first stage");
    }

    @Test
    void aRuleThatCannotWorkHereStopsNoOtherView() {
        session.edit("runs", e -> e.withLook(Look.DEFAULT.withTiles(List.of(Surveys.BASINS, Surveys.SWEEP)).withSelected(0)));
        work();
        assertTrue(made(Surveys.BASINS).isFinest() && made(Surveys.SWEEP).isFinest());
    }
}
