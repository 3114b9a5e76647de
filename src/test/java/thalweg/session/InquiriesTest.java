package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Curvatures;
import thalweg.experiment.Curving;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Track;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Objectives;
import thalweg.optimizer.Constant;
import thalweg.slice.Curvature;

/** What is asked of the curvature while people work, with queues as executors: nothing happens before its turn. */
class InquiriesTest {
    private static final Experiment RACE = Experiment.of(Spec.of("booth")).withStop(StopRule.steps(20)).withRuns(List.of(
            Run.of(Spec.of("gradient-descent").with("learningRate", 0.05), 0), Run.of(Spec.of("adam").with("learningRate", 0.1), 1)));

    private static final String FOLLOWING = "following the sharpness of the runs";

    @TempDir
    private Path folder;

    private final Deque<Runnable> search = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();

    private static Look showing(String... views) {
        return RACE.look().withTiles(List.of(views)).withSelected(0);
    }

    private Session session(Look look) {
        Session session = new Session(RACE.withLook(look),
                new Workers(Runnable::run, Runnable::run, search::add, Runnable::run, Runnable::run, window::add),
                new Preferences(folder.resolve("p"), Runnable::run), new Autosave(folder.resolve("autosave"), 1, Runnable::run),
                new Computation(Runnable::run)::run, nanos::get);
        drain(search);
        drain(window);
        return session;
    }

    private static void drain(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.removeFirst().run();
        }
    }

    private static Curvatures known(Session session) {
        return session.frame().get().curvatures();
    }

    @Test
    void nothingIsSoughtThatNoViewShows() {
        Session session = session(showing("contour", "loss"));
        session.playback().go(5);
        session.edit("tiles", e -> e.withLook(showing("contour", "surface")));
        assertTrue(search.isEmpty());
        assertEquals(Curvatures.NONE, known(session));
    }

    /** The playhead moves: the point there is sought, what was found before is kept, and found again at once on the way back. */
    @Test
    void pointsAreFoundWhereThePlayheadStandsAndKept() {
        Session session = session(showing("spectrum", "contour"));
        Curvature first = known(session).points().get(new Curvatures.Point(0, 0));
        assertEquals(18, first.sharpness().getAsDouble(), 1e-12, "Booth's Hessian is ((10, 8), (8, 10))");
        session.playback().go(7);
        assertFalse(known(session).points().containsKey(new Curvatures.Point(0, 7)), "not yet its turn");
        drain(search);
        drain(window);
        assertTrue(known(session).points().containsKey(new Curvatures.Point(0, 7)));
        session.playback().go(0);
        drain(search);
        drain(window);
        assertSame(first, known(session).points().get(new Curvatures.Point(0, 0)));
    }

    @Test
    void everyShownRunIsFollowedAndANewPathIsFollowedAnew() {
        Session session = session(showing("sharpness"));
        assertEquals(List.of(0, 1), known(session).along().keySet().stream().sorted().toList());
        assertEquals(21, known(session).along().get(1).size());
        session.edit("start", e -> e.withStart(Vec.of(1, 2)));
        drain(window);
        assertTrue(known(session).along().isEmpty(), "of other paths nothing is known");
        drain(search);
        drain(window);
        assertEquals(21, known(session).along().get(0).size());
    }

    @Test
    void theMapIsThatOfTheSliceInView() {
        Session session = session(showing("contour").withCurving(Curving.DEFAULT.withMap(true)));
        Frame frame = session.frame().get();
        assertEquals(2, known(session).least().orElseThrow().value(3, 4), 1e-12, "10 - 8 everywhere");
        session.edit("zoom", e -> e.withLook(e.look().withWindow(List.of(new Range(0, 1), new Range(0, 2)))));
        drain(window);
        assertTrue(known(session).least().isEmpty());
        drain(search);
        drain(window);
        assertEquals(new Range(0, 1), known(session).least().orElseThrow().x());
        session.edit("off", e -> e.withLook(e.look().withCurving(Curving.DEFAULT)));
        drain(window);
        assertTrue(known(session).least().isEmpty());
        assertEquals(frame.tracks().size(), session.frame().get().tracks().size());
    }

    /** Only the look changes: what is known stays known without a search. */
    @Test
    void anotherColourMapAsksNothingAgain() {
        Session session = session(showing("spectrum", "sharpness"));
        Curvatures before = known(session);
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        drain(window);
        assertEquals(before, known(session));
        drain(search);
        drain(window);
        assertEquals(before, known(session));
    }

    @Test
    void moreEigenvaluesAreAskedForAnew() {
        Session session = session(showing("spectrum"));
        assertEquals(2, known(session).points().get(new Curvatures.Point(0, 0)).eigenpairs().top().size());
        session.edit("top", e -> e.withLook(e.look().withCurving(Curving.DEFAULT.withTop(1))));
        drain(window);
        drain(search);
        drain(window);
        assertEquals(1, known(session).points().get(new Curvatures.Point(0, 0)).eigenpairs().top().size());
    }

    /** Stopped before its turn: nothing is found, and nothing is asked until something else is. */
    @Test
    void whatWasStoppedIsNotAskedAgainByItself() {
        Session session = session(showing("sharpness"));
        session.edit("start", e -> e.withStart(Vec.of(1, 2)));
        drain(window);
        session.cancel();
        drain(search);
        drain(window);
        assertTrue(known(session).along().isEmpty());
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        drain(window);
        assertTrue(search.isEmpty(), "the same question");
        session.edit("seed", e -> e.withSeed(3).withStart(Vec.of(2, 2)));
        drain(window);
        drain(search);
        drain(window);
        assertEquals(21, known(session).along().get(0).size());
    }

    private final List<String> said = new ArrayList<>();

    /** Inquiries that search for the sharpness of these runs, and have just said so. */
    private Inquiries speaking(Frame whole) {
        Inquiries inquiries = new Inquiries(new Workers(Runnable::run, Runnable::run, search::add, Runnable::run, Runnable::run, window::add),
                () -> nanos.addAndGet(100_000_000), new Inquiries.Listener() {
                    @Override
                    public void found() {
                        said.add("found");
                    }

                    @Override
                    public void doing(String what, double part) {
                        said.add(what);
                    }

                    @Override
                    public void idle() {
                        said.add("idle");
                    }
                });
        inquiries.ask(whole);
        search.removeFirst().run();
        while (said.isEmpty()) {
            window.removeFirst().run();
        }
        assertEquals(List.of(FOLLOWING), said);
        return inquiries;
    }

    /** Only once, and the last that is said of it. */
    private void assertThatItIsOver() {
        drain(window);
        drain(search);
        drain(window);
        assertEquals(1, said.stream().filter("idle"::equals).count());
        assertFalse(said.subList(said.indexOf("idle"), said.size()).contains(FOLLOWING), said.toString());
    }

    @Test
    void whenNothingIsAskedAnyMoreItIsSaidThatTheSearchIsOver() {
        Frame whole = Frames.frame(RACE.withLook(showing("sharpness")));
        speaking(whole).ask(whole.withLook(showing("contour")));
        assertThatItIsOver();
    }

    @Test
    void pathsThatGrowEndTheSearchOfThoseBeforeAndAskNothing() {
        Frame whole = Frames.frame(RACE.withLook(showing("sharpness")));
        Frame growing = whole.relabelled(whole.experiment(), whole.tracks().stream().map(InquiriesTest::growing).toList());
        Inquiries inquiries = speaking(whole);
        inquiries.ask(growing);
        assertThatItIsOver();
        inquiries.ask(growing);
        assertTrue(search.isEmpty());
        inquiries.ask(whole);
        assertFalse(search.isEmpty(), "asked anew, for it was given up");
    }

    private static Track growing(Track track) {
        List<Trajectory> seen = new ArrayList<>();
        Descent descent = Descent.of(Objectives.CATALOG.make(Spec.of("booth")), track.optimizer(), new Constant(), Vec.of(1, 1), StopRule.steps(3));
        descent.run(() -> false, (step, sofar) -> seen.add(sofar.get()));
        assertEquals(new Outcome.Running(2), seen.get(2).outcome());
        return new Track(track.run(), track.name(), track.optimizer(), seen.get(2));
    }
}
