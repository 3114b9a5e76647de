package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.experiment.Experiment;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;
import thalweg.lesson.LessonScene;
import thalweg.lesson.Play;
import thalweg.math.Vec;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;
import thalweg.session.Lecture;

/** Lessons in the window, walked through with the keyboard and made by hand. */
class LessonViewTest {
    private static final Experiment ONE = Bench.experiment().withStart(Vec.of(0, 0));
    private static final Experiment TWO = Bench.experiment().withStart(Vec.of(1, 2)).withLook(Bench.experiment().look().withLayout("1x2"));
    private static final Lesson LESSON = Lesson.of("Valleys",
            new LessonScene("First", "x^2", "What is seen first.", "Say hello.", new Play(2, 5, 1), ONE),
            new LessonScene("Second", "", "What is seen then.", "", Play.ALL, TWO));

    @TempDir
    private Path folder;
    private Bench bench;
    private Lecture lecture;
    private long clock;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
        lecture = bench.session.lecture();
        Path file = folder.resolve("valleys.lesson.json");
        LessonJson.write(LESSON, file);
        Fx.run(() -> bench.session.open(file));
        Fx.pulses(2);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String text(String id) {
        return Fx.get(() -> bench.node(Label.class, id).getText());
    }

    private boolean visible(String id) {
        return Fx.get(() -> bench.node(id).isVisible());
    }

    @Test
    void aLessonOpensAtItsFirstSceneAndPlaysItsPart() {
        assertEquals("First", text("lesson-scene"));
        assertEquals(ONE.start(), bench.experimentNow().start());
        assertEquals(2, bench.step());
        assertTrue(Fx.get(() -> bench.session.playback().isPlaying()));
        Fx.run(() -> {
            for (long t = 0; t < 2_000_000_000L; t += 50_000_000L) {
                bench.session.playback().tick(t);
            }
        });
        assertEquals(5, bench.step());
        assertFalse(Fx.get(() -> bench.session.playback().isPlaying()), "the part has been shown, and stands");
    }

    @Test
    void theStageIsWalkedThroughWithKeysAndLeavingRestoresEverything() {
        Fx.run(() -> bench.session.playback().go(4));
        Fx.run(() -> bench.session.playback().pause());
        Fx.keys(KeyCode.F5);
        Fx.pulses(2);
        assertTrue(visible("caption"));
        assertFalse(visible("lesson-bar"));
        double height = Fx.get(() -> bench.scene.getHeight());
        assertEquals(height * 184 / 720, Fx.get(() -> ((Region) bench.node("caption")).getHeight()), 1);
        Fx.keys(KeyCode.PAGE_DOWN);
        assertEquals(TWO.start(), bench.experimentNow().start());
        assertEquals(List.of("tile-0", "tile-1"), bench.tiles());
        Fx.keys(KeyCode.PAGE_DOWN);
        assertEquals(1, Fx.get(() -> lecture.showing().get().orElseThrow().index()), "there is nothing behind the last scene");
        Fx.keys(KeyCode.DIGIT1);
        assertEquals(List.of("tile-0"), bench.tiles());
        Fx.keys(KeyCode.B);
        assertEquals(0x000000, Fx.pixel(bench.scene.getRoot(), 0.5, 0.5));
        Fx.keys(KeyCode.B);
        assertFalse(visible("black"));
        Fx.keys(KeyCode.ESCAPE);
        Fx.pulses(2);
        assertEquals(0, Fx.get(() -> lecture.showing().get().orElseThrow().index()));
        assertEquals(ONE.start(), bench.experimentNow().start());
        assertEquals(4, bench.step());
        assertEquals(4, bench.tiles().size());
        assertEquals(Optional.of("open lesson"), Fx.get(bench.session::undoName));
        Fx.keys(KeyCode.F5);
        assertEquals(1, Fx.get(() -> lecture.showing().get().orElseThrow().index()), "the stage comes back where it was left");
        Fx.keys(KeyCode.ESCAPE);
    }

    @Test
    void scenesAreCapturedWrittenMovedTakenOutAndSaved() throws IOException {
        Fx.run(() -> bench.session.edit("move start", e -> e.withStart(Vec.of(-2, -1))));
        Fx.click(bench.node("lesson-edit"));
        Fx.click(bench.node("lesson-add"));
        assertEquals("2 of 3", text("lesson-place"));
        Fx.run(() -> bench.node(TextArea.class, "lesson-text").setText("Mine, with $x$."));
        assertEquals("Mine, with $x$.", Fx.get(() -> lecture.showing().get().orElseThrow().scene().caption()));
        Fx.click(bench.node("lesson-later"));
        assertEquals("3 of 3", text("lesson-place"));
        assertEquals("Mine, with $x$.", Fx.get(() -> lecture.showing().get().orElseThrow().scene().caption()));
        bench.answer = Optional.of(folder.resolve("mine.lesson.json"));
        Fx.run(() -> lecture.save(bench.answer.orElseThrow()));
        Lesson saved = LessonJson.read(folder.resolve("mine.lesson.json"));
        assertEquals(List.of("First", "Second", "Scene 3"), saved.scenes().stream().map(LessonScene::title).toList());
        assertEquals(Vec.of(-2, -1), saved.scenes().getLast().experiment().start());
        Fx.click(bench.node("lesson-delete"));
        assertEquals(2, Fx.get(() -> lecture.showing().get().orElseThrow().count()));
        Fx.run(bench.session::undo);
        assertEquals(3, Fx.get(() -> lecture.showing().get().orElseThrow().count()));
    }

    @Test
    void theSpeakerHasNotesAndKnowsWhatComes() {
        NotesWindow notes = Fx.get(() -> new NotesWindow(bench.session, () -> 0));
        Fx.run(() -> notes.scene().getRoot().applyCss());         // what scrolls has its content only then
        assertEquals("Say hello.", Fx.get(() -> Fx.node(notes.scene(), Label.class, "notes-text").getText()));
        assertEquals("Next: Second", Fx.get(() -> Fx.node(notes.scene(), Label.class, "notes-next").getText()));
        Fx.run(() -> lecture.move(1));
        assertEquals("What is seen then.", Fx.get(() -> Fx.node(notes.scene(), Label.class, "notes-text").getText()),
                "the caption, where there are no notes");
    }

    @Test
    void aClosedLessonIsBroughtBackByUndo() {
        Fx.click(bench.node("lesson-close"));
        assertFalse(visible("lesson-bar"));
        Fx.run(bench.session::undo);
        assertTrue(visible("lesson-bar"));
    }

    @Test
    void theEditorIsMadeOnceAndOnlyWhenItIsNeeded() {
        assertEquals(0, editors().size());
        Fx.click(bench.node("lesson-edit"));
        List<Node> first = editors();
        assertEquals(1, first.size());
        Fx.click(bench.node("lesson-edit"));
        assertFalse(Fx.get(() -> first.getFirst().getParent().isVisible()));
        Fx.click(bench.node("lesson-edit"));
        assertEquals(first, editors());
        assertTrue(Fx.get(() -> first.getFirst().getParent().isVisible() && first.getFirst().getParent().getLayoutBounds().getHeight() > 50));
    }

    /** Who writes about a picture must see it, also on a small screen: the fields used to take two fifths of it. */
    @Test
    void theEditorLeavesMostOfASmallWindowToTheTiles() {
        Fx.click(bench.node("lesson-edit"));
        Fx.pulses(2);
        double tiles = Fx.get(() -> {
            Parent root = bench.scene.getRoot();
            for (int i = 0; i < 3; i++) {
                root.resize(1280, 720);
                root.applyCss();
                root.layout();
            }
            return bench.node("tiles").getLayoutBounds().getHeight();
        });
        assertTrue(visible("lesson-caption"));
        assertTrue(tiles >= 0.6 * 720, "tiles are " + tiles + " high");
    }

    @Test
    void whoeverMakesASceneWritesItsWordsAtOnce() {
        for (String id : List.of("add-scene", "new-lesson")) {
            ToggleButton edit = bench.node(ToggleButton.class, "lesson-edit");
            Fx.run(() -> edit.setSelected(false));
            Fx.run(() -> ((MenuBar) bench.scene.lookup("#menus")).getMenus().stream().flatMap(m -> m.getItems().stream())
                    .filter(i -> id.equals(i.getId())).findFirst().orElseThrow().fire());
            assertTrue(Fx.get(edit::isSelected), id);
            assertTrue(Fx.get(() -> bench.node("lesson-text").getParent().isVisible()), id);
            assertFalse(visible("lesson-caption"), "nothing is said yet");
            Fx.run(() -> bench.node(TextArea.class, "lesson-text").setText("What is seen."));
            assertTrue(visible("lesson-caption"));
        }
    }

    private List<Node> editors() {
        Fx.pulses(1);
        return Fx.get(() -> List.copyOf(bench.scene.getRoot().lookupAll("#lesson-editor")));
    }

    /** What was on screen may still be read by the renderer, so the next two captions are painted on other sheets. */
    @Test
    void aCaptionIsNotPaintedOverTheOneBefore() {
        Image first = captured();
        Fx.run(() -> lecture.move(1));
        Image second = captured();
        Fx.run(() -> lecture.move(-1));
        Image third = captured();
        assertEquals(3, Set.of(first, second, third).size());
        Fx.run(lecture::close);
        Fx.pulses(1);
        Fx.run(bench.session::undo);
        Fx.pulses(1);
        assertFalse(Set.of(first, second, third).contains(captured()), "nor when it is shown anew");
    }

    private Image captured() {
        return Fx.get(() -> ((ImageView) bench.node("lesson-caption").lookup("ImageView")).getImage());
    }

    @Test
    void theNotesGoWithTheWindow() {
        Stage main = bench.stage;
        Fx.keys(KeyCode.F5);
        Stage notes = Fx.get(() -> bench.shell.notes().orElseThrow());
        Fx.run(notes::show);                                      // as where there is a second screen
        Fx.run(bench.shell::close);
        assertFalse(Fx.get(() -> main.isShowing() || notes.isShowing()));
    }

    /** A click on the notes gives the keyboard to what scrolls them, and that would keep the keys of a presenter's remote. */
    @Test
    void keysTurnToTheNextSceneAlsoFromTheNotes() {
        Fx.keys(KeyCode.F5);
        Stage notes = Fx.get(() -> bench.shell.notes().orElseThrow());
        Fx.run(() -> {
            notes.show();
            Node scrolls = notes.getScene().lookup(".scroll-pane");
            scrolls.requestFocus();
            scrolls.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_DOWN, false, false, false, false));
        });
        assertEquals(1, Fx.get(() -> lecture.showing().get().orElseThrow().index()));
        Fx.keys(KeyCode.F5);
    }

    /** Gradient descent has three lines; each is seen in turn, then those of the next step, until the part that plays is over. */
    @Test
    void stagesPlayByThemselvesBeforeAnAudienceAndAKeyHoldsThem() throws IOException {
        List<ViewKind> kinds = new ArrayList<>(Bench.kinds());
        kinds.add(new ViewKind("update", "Update", (_, _) -> (_, _, _) -> { }));
        bench.close();
        bench = Bench.of(folder, kinds, Runnable::run);
        Experiment explained = Bench.experiment()
                .withLook(Bench.experiment().look().withTiles(List.of("update", "contour")).withLayout("1x2").withSelected(0));
        Path file = folder.resolve("explained.lesson.json");
        LessonJson.write(Lesson.of("Explained", new LessonScene("Update", "", "What a step is.", "", new Play(4, 5, 1), explained)), file);
        Fx.run(() -> bench.session.open(file));
        assertEquals(List.of("4.0", "5.0"), walk(2), "at a desk the steps play, and stop at the end of the part");
        Fx.keys(KeyCode.F5);
        Fx.run(() -> bench.session.lecture().go(0));
        assertEquals(List.of("4.1", "4.2", "4.3", "5.1"), walk(4));
        Fx.keys(KeyCode.SPACE);
        assertEquals(List.of("5.1", "5.1"), walk(2), "held");
        Fx.keys(KeyCode.SPACE);
        assertEquals(List.of("5.1", "5.2", "5.3", "5.3", "5.3"), walk(5));
        assertFalse(Fx.get(() -> bench.session.playback().isPlaying()), "the part has been shown");
        Fx.keys(KeyCode.SPACE);
        assertEquals(List.of("4.1", "4.2"), walk(2), "again from the start");
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(0, Fx.get(() -> bench.experimentNow().look().focus().update()), "leaving restores the stage too");
    }

    /** Step and stage at ticks one and a half seconds apart. */
    private List<String> walk(int ticks) {
        List<String> seen = new ArrayList<>();
        for (int k = 0; k < ticks; k++) {
            Fx.run(() -> bench.shell.tick(clock += 1_500_000_000L));
            seen.add(bench.step() + "." + Fx.get(() -> bench.session.frame().get().experiment().look().focus().update()));
        }
        return seen;
    }

    @Test
    void theHandOutIsWrittenIntoAFolderAndCanBeStopped() {
        Deque<Runnable> beside = new ArrayDeque<>();
        bench.close();
        bench = Bench.of(folder, Bench.kinds(), beside::add);
        Fx.run(() -> bench.session.open(folder.resolve("valleys.lesson.json")));
        Path whole = folder.resolve("whole");
        bench.answer = Optional.of(whole);
        LessonFiles files = Fx.get(() -> new LessonFiles(bench.studio, bench.dialogs));
        Fx.run(() -> files.handout(Theme.LIGHT));
        Fx.run(() -> files.handout(Theme.LIGHT));
        assertEquals(1, beside.size(), "the second time it stops the first");
        Fx.run(() -> beside.removeFirst().run());
        assertTrue(Files.exists(whole.resolve("valleys-01-first.png")));
        assertFalse(Files.exists(whole.resolve("valleys-02-second.png")) || Files.exists(whole.resolve("valleys.pdf")));
        assertFalse(Fx.get(() -> files.handouts().busy().get()));
        Fx.run(() -> files.handout(Theme.LIGHT));
        assertEquals("hand-out: scene 0 of 2", Fx.get(() -> bench.session.status().get()));
        Fx.run(() -> beside.removeFirst().run());
        assertTrue(Files.exists(whole.resolve("valleys-02-second.png")) && Files.exists(whole.resolve("valleys.pdf")));
        assertEquals("saved valleys.pdf", Fx.get(() -> bench.session.status().get()));
    }
}
