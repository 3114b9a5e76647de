package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Curvatures;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Inquiry;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Slicing;
import thalweg.experiment.Variant;
import thalweg.slice.Normalisation;

/** Experiments side by side that differ in little, from the file to the frames of a window. */
class VariantsTest {
    private static final Spec DEEP = Spec.parse("mlp(hidden=3-3)");
    private static final Variant UNIT = Variant.named("of length 1").withNormalisation(Normalisation.UNIT);
    private static final Experiment TWO = Experiment.of(Learning.of(DEEP, Spec.parse("moons(samples=10)"))).withStop(StopRule.steps(5))
            .withSlicing(Slicing.AUTOMATIC.withDirections(Optional.of(Spec.parse("random(count=1)"))))
            .withRuns(List.of(Run.of(Spec.parse("adam(learningRate=0.01)"), 0)))
            .withVariants(List.of(Variant.named("plain"), Variant.named("skip").withModel(Spec.parse("mlp(hidden=3-3, skip=true)")), UNIT));

    @TempDir
    private Path folder;

    /** One of the variants mostly is the experiment itself: its coarse pictures are there with the experiment's, and its grid is sampled once. */
    @Test
    void theVariantThatIsTheExperimentIsShownAtOnceAndMadeOnce() {
        Experiment two = TWO.withVariants(List.of(Variant.named("without").withModel(Spec.parse("mlp(hidden=3-3, skip=false)")), UNIT));
        List<Frame> shown = new ArrayList<>();
        Computation.Listener listener = new Computation.Listener() {
            @Override
            public void doing(String what, double part) {
                // not of interest
            }

            @Override
            public void frame(Frame frame) {
                shown.add(frame);
            }
        };
        new Computation(Runnable::run).run(two, () -> false, () -> false, listener);
        assertEquals(1, shown.getFirst().variants().size(), "before the other is begun");
        for (Frame frame : shown) {
            assertSame(frame.grid(), frame.variants().getFirst().grid());
        }
        assertEquals(two.variants().getFirst().of(two), shown.getLast().variants().getFirst().experiment());
        assertEquals(2, shown.getLast().variants().size());
        shown.clear();
        new Computation(Runnable::run).run(two.withVariants(two.variants().reversed()), () -> false, () -> false, listener);
        assertEquals(2, shown.getLast().variants().size(), "the last of them, too");
        assertSame(shown.getLast().grid(), shown.getLast().variants().getLast().grid());
    }

    /** All else is the same, chance included: without what it changes a variant is the experiment to the last bit. */
    @Test
    void aVariantDiffersInWhatItSaysAndInNothingElse() {
        Frame frame = Frames.frame(TWO);
        assertEquals(3, frame.variants().size());
        Frame plain = frame.variants().getFirst();
        for (int i = 0; i < plain.grid().nx(); i++) {
            assertEquals(frame.grid().value(i, 0), plain.grid().value(i, 0));
        }
        Frame skip = frame.variants().get(1);
        assertEquals(Frames.frame(TWO.withSubject(TWO.learning().orElseThrow().withModel(Spec.parse("mlp(hidden=3-3, skip=true)")))
                .withVariants(List.of()))
                .grid().value(7, 0), skip.grid().value(7, 0));
        assertEquals(plain.scene().start(), skip.scene().start(), "the same weights");
        assertNotEquals(plain.grid().value(7, 0), skip.grid().value(7, 0));
        Frame unit = frame.variants().get(2);
        assertSame(frame.tracks().getFirst().trajectory(), unit.tracks().getFirst().trajectory(), "what is learnt the same way is learnt once");
        assertNotEquals(plain.scene().slice().directions(), unit.scene().slice().directions());
    }

    @Test
    void filesHoldWhatVariantsChange() {
        String text = ExperimentJson.write(TWO);
        assertEquals(TWO, ExperimentJson.read(text));
        assertTrue(text.contains("\"skip=true") || text.contains("skip=true"));
        String message = assertThrows(ExperimentException.class,
                () -> ExperimentJson.read("{\"objective\": \"booth\", \"variants\": [{\"name\": \"a\", \"limit\": 3}]}"))
                .getMessage();
        assertTrue(message.contains("learn from data"), message);
    }

    /** A run of mini-batches is another run, by the same seed; and a file says so. */
    @Test
    void aVariantMayShowItsRunsOtherBatches() {
        Experiment batches = TWO.withVariants(List.of(Variant.named("all").withBatch(0), Variant.named("two").withBatch(2)));
        assertEquals(batches, ExperimentJson.read(ExperimentJson.write(batches)));
        Frame frame = Frames.frame(batches);
        assertEquals(Frames.frame(TWO.withVariants(List.of())).tracks().getFirst().trajectory().theta(5),
                frame.variants().getFirst().tracks().getFirst().trajectory().theta(5));
        assertEquals(Frames.frame(TWO.withVariants(List.of()).withRuns(List.of(TWO.runs().getFirst().withBatch(2)))).tracks().getFirst().trajectory()
                .theta(5), frame.variants().get(1).tracks().getFirst().trajectory().theta(5));
        assertNotEquals(frame.variants().get(0).tracks().getFirst().trajectory().theta(5),
                frame.variants().get(1).tracks().getFirst().trajectory().theta(5));
        String message = assertThrows(ExperimentException.class,
                () -> ExperimentJson.read("{\"objective\": \"booth\", \"variants\": [{\"name\": \"a\", \"batch\": 3}]}"))
                .getMessage();
        assertTrue(message.contains("learn from data"), message);
    }

    /** One after the other; a look changes all, the playhead moves in all. */
    @Test
    void theWindowGetsThemOneByOne() {
        List<Integer> counts = new ArrayList<>();
        Session session = new Session(TWO, Workers.INLINE, new Preferences(folder.resolve("p"), Runnable::run),
                new Autosave(folder.resolve("a"), 1, Runnable::run));
        session.frame().subscribe(f -> counts.add(f.variants().size()));
        assertEquals(List.of(3), counts);
        session.edit("seed", e -> e.withSeed(9));
        assertEquals(List.of(1, 2, 3), counts.stream().skip(1).distinct().toList(), "the first is the experiment itself");
        session.playback().go(4);
        assertTrue(session.frame().get().variants().stream().allMatch(v -> v.step() == 4));
        session.edit("colours", e -> e.withLook(e.look().withColormap("magma")));
        assertTrue(session.frame().get().variants().stream().allMatch(v -> v.experiment().look().colormap().equals("magma")));
        session.edit("alone", e -> e.withVariants(List.of()));
        assertEquals(List.of(), session.frame().get().variants());
    }

    /** Spectrum, sharpness and map of each, as a picture that is rendered without a window has them. */
    @Test
    void whatIsAskedOfTheCurvatureIsAnsweredForEach() {
        Experiment plane = TWO.withSlicing(Slicing.AUTOMATIC.withDirections(Optional.of(Spec.parse("random"))))
                .withVariants(TWO.variants().subList(0, 2));
        Look look = plane.look().withTiles(List.of("spectrum", "sharpness", "contour")).withLayout("2x2")
                .withCurving(plane.look().curving().withMap(true));
        Session session = new Session(plane.withLook(look), Workers.INLINE, new Preferences(folder.resolve("p"), Runnable::run),
                new Autosave(folder.resolve("a"), 1, Runnable::run));
        session.playback().go(3);
        Frame rendered = Inquiry.of(look.shown(), look).answered(Frames.frame(plane.withLook(look)).at(3), () -> false);
        for (int v = 0; v < 2; v++) {
            Curvatures found = session.frame().get().variants().get(v).curvatures();
            Curvatures expected = rendered.variants().get(v).curvatures();
            Curvatures.Point at = new Curvatures.Point(0, 3);
            assertEquals(expected.points().get(at).eigenpairs().top().getFirst().value(),
                    found.points().get(at).eigenpairs().top().getFirst().value(), 0);
            assertEquals(expected.along().get(0), found.along().get(0));
            assertEquals(expected.least().orElseThrow().value(24, 24), found.least().orElseThrow().value(24, 24), 0);
            assertEquals(Optional.empty(), found.refusal());
        }
        assertNotEquals(session.frame().get().variants().get(0).curvatures().least().orElseThrow().value(24, 24),
                session.frame().get().variants().get(1).curvatures().least().orElseThrow().value(24, 24));
        session.edit("alone", e -> e.withVariants(List.of()));
        assertEquals(rendered.variants().getFirst().curvatures().along().get(0), session.frame().get().curvatures().along().get(0));
    }
}
