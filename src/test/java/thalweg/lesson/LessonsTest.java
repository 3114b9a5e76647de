package thalweg.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.SpecException;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.export.Picture;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.Views;
import thalweg.session.Autosave;
import thalweg.session.Preferences;
import thalweg.session.Session;
import thalweg.session.Workers;

/** The lessons that travel with the program, each opened, played and left in a session. */
class LessonsTest {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;
    /** Nodes of slices of models: enough to see that there is a picture. */
    private static final int COARSE = 5;
    /** Steps of what learns; all others are played whole. */
    private static final int STEPS = 3;
    /** A sentence that says why there is no picture inks less than this part of a tile. */
    private static final double LEAST_INK = 0.01;
    private static final Set<String> OF_MODELS = Set.of("fit", "network", "samples", "weights");

    @TempDir
    private Path folder;

    static List<Lessons.Entry> all() {
        return Lessons.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySceneIsOpenedPlayedAndLeftWithoutErrorWarningOrEmptyTile(Lessons.Entry entry) {
        Workers workers = new Workers(Runnable::run, Runnable::run, _ -> { }, _ -> { }, _ -> { }, Runnable::run);
        Session session = new Session(Experiments.first(), workers, new Preferences(folder.resolve("p"), _ -> { }),
                new Autosave(folder, 1, _ -> { }));
        Experiment before = session.current();
        Lesson lesson = coarse(entry.read());
        Path file = folder.resolve("coarse.lesson.json");
        assertEquals(Optional.empty(), written(lesson, file));
        session.open(file);
        for (int i = 0; i < lesson.scenes().size(); i++) {
            LessonScene scene = lesson.scenes().get(i);
            String name = entry.id() + ", " + scene.title();
            assertEquals(i, session.lecture().showing().get().orElseThrow().index());
            assertEquals(Optional.empty(), session.problem().get(), name);
            Frame frame = session.frame().get();
            assertEquals(scene.experiment().runs(), frame.experiment().runs(), name);
            int from = scene.play().from();
            assertEquals(from, session.playback().step(), name);
            double seconds = 0;
            for (long t = 0; session.playback().isPlaying(); t += 50_000_000L) {
                session.playback().tick(t);
                seconds = t * 1e-9;
                assertTrue(seconds < 8, name + " plays for longer than anybody watches");
            }
            assertEquals(Math.min(scene.play().to(), frame.last()), session.playback().step(), name + " has been played");
            checkTiles(name, session.frame().get());
            session.lecture().move(1);
        }
        session.lecture().close();
        while (session.canUndo().get()) {
            session.undo();
        }
        assertEquals(before.withStep(0), session.current().withStep(0), "undo leads back to before the lesson");
    }

    private static Optional<String> written(Lesson lesson, Path file) {
        try {
            LessonJson.write(lesson, file);
            return Optional.empty();
        } catch (java.io.IOException e) {
            return Optional.of(e.toString());
        }
    }

    private static Lesson coarse(Lesson lesson) {
        Lesson coarse = lesson;
        for (int i = 0; i < lesson.scenes().size(); i++) {
            LessonScene scene = lesson.scenes().get(i);
            Experiment e = scene.experiment();
            if (e.learning().isPresent()) {
                coarse = coarse.with(i, scene.withExperiment(e.withSlicing(e.slicing().withPoints(COARSE))
                        .withStop(StopRule.steps(Math.min(STEPS, e.stop().steps())))));
            }
        }
        return coarse;
    }

    private static void checkTiles(String name, Frame frame) {
        boolean line = frame.scene().slice().dimension() == 1;
        List<String> views = Picture.views(frame.experiment().look(), line);
        assertFalse(views.isEmpty(), name);
        assertTrue(frame.grid().hasFinite(), name);
        for (String view : views) {
            assertTrue(frame.scene().study().isPresent() || !OF_MODELS.contains(view), name + " has no model for " + view);
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(Theme.LIGHT.canvas());
            g.fillRect(0, 0, WIDTH, HEIGHT);
            Views.of(view).plot().apply(new Style(Theme.LIGHT, 1, false), Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), frame);
            g.dispose();
            int inked = 0;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    inked += image.getRGB(x, y) == Theme.LIGHT.canvas().getRGB() ? 0 : 1;
                }
            }
            assertTrue(inked > LEAST_INK * WIDTH * HEIGHT, name + ": " + view + " is empty, " + inked + " pixels");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aLessonIsCalledInMenusAsInItsFileAndEverySceneHasWords(Lessons.Entry entry) {
        Lesson lesson = entry.read();
        assertEquals(entry.title(), lesson.title());
        for (LessonScene scene : lesson.scenes()) {
            assertFalse(scene.title().isBlank() || scene.caption().isBlank() || scene.notes().isBlank(), scene.title());
            assertTrue(scene.caption().chars().filter(c -> c == '$').count() % 2 == 0, "dollars come in pairs: " + scene.caption());
            assertFalse(scene.caption().contains("!"), scene.caption());
        }
    }

    /** The rows of the lecture's script, each by a word of its scene's title. */
    @Test
    void theLectureFollowsItsScript() {
        List<String> script = List.of("Minimum or maximum", "One parameter", "Two parameters", "Slope and update", "The learning rate",
                "Local minimum", "Simultaneous update", "The gradient", "Numerical gradient", "The cost of a network", "Forward and back",
                "All zeros", "Batches", "Ten optimizers", "A network with two parameters", "30,730 parameters");
        List<String> titles = Lessons.of("gradient-descent").read().scenes().stream().map(LessonScene::title).toList();
        assertEquals(script, titles.stream().filter(script::contains).toList());
    }

    @Test
    void aMisspeltLessonIsToldWithWhatWasMeant() {
        assertTrue(assertThrows(SpecException.class, () -> Lessons.of("gradent-descent")).getMessage().contains("did you mean 'gradient-descent'?"));
    }
}
