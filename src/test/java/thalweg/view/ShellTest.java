package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Run;
import thalweg.math.Range;
import thalweg.math.Vec;

class ShellTest {
    /** A pixel of a tile some 380 wide that shows 4 units, and whole pixels of the pointer. */
    private static final double PIXEL = 0.03;

    @TempDir
    private Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static void assertNear(double x, double y, Vec found) {
        assertEquals(x, found.get(0), PIXEL);
        assertEquals(y, found.get(1), PIXEL);
    }

    private Range window(int i) {
        return bench.experimentNow().look().window().get(i);
    }

    private boolean canUndo() {
        return Fx.get(() -> bench.session.canUndo().get());
    }

    @Test
    void aClickOnTheMapSetsTheStartAndUndoTakesItBack() {
        Fx.click(bench.node("plot-0"), 0.75, 0.25);
        assertNear(1, 2, bench.experimentNow().start());
        assertTrue(bench.experimentNow().start().toArray()[0] * 100 % 1 == 0, "no finer than a pixel");
        assertEquals(0xffffff, Fx.pixel(bench.node("plot-0"), 0.75, 0.25));
        assertEquals(0xff0000, Fx.pixel(bench.node("plot-0"), 0.25, 0.25));
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(Vec.of(-1, 2), bench.experimentNow().start());
        Fx.keys(KeyCode.CONTROL, KeyCode.Y);
        assertNear(1, 2, bench.experimentNow().start());
    }

    @Test
    void draggingTheStartMovesItInOneUndoStep() {
        Fx.drag(bench.node("plot-0"), 0.25, 0.25, 0.5, 0.75);
        assertNear(0, 0, bench.experimentNow().start());
        assertEquals(Optional.of("move start"), Fx.get(bench.session::undoName));
        Fx.run(bench.session::undo);
        assertEquals(Vec.of(-1, 2), bench.experimentNow().start());
        assertFalse(canUndo());
    }

    @Test
    void draggingElsewherePansAndLeavesTheStart() {
        Fx.drag(bench.node("plot-0"), 0.75, 0.75, 0.5, 0.75);
        assertEquals(-1, window(0).min(), PIXEL);
        assertEquals(3, window(0).max(), PIXEL);
        assertEquals(-1, window(1).min(), PIXEL);
        assertEquals(Vec.of(-1, 2), bench.experimentNow().start());
        Fx.run(bench.session::undo);
        assertFalse(canUndo());
    }

    @Test
    void theWheelZoomsAndWhatIsUnderThePointerStays() {
        PlotView plot = bench.node(PlotView.class, "plot-0");
        double x = Math.floor(0.75 * Fx.get(plot::getWidth));
        double y = Math.floor(0.25 * Fx.get(plot::getHeight));
        Fx.point(plot, 0.75, 0.25);
        Vec before = Fx.get(() -> plot.locate(x, y).orElseThrow());
        Fx.wheel(plot, 0.75, 0.25, -3);
        assertTrue(window(0).width() < 3.5, () -> "zoomed to " + window(0));
        Vec after = Fx.get(() -> plot.locate(x, y).orElseThrow());
        assertEquals(before.get(0), after.get(0), PIXEL);
        assertEquals(before.get(1), after.get(1), PIXEL);
    }

    @Test
    void aDoubleClickResetsTheViewAndNotTheStart() {
        Fx.drag(bench.node("plot-0"), 0.75, 0.75, 0.6, 0.75);
        Node plot = bench.node("plot-0");
        Fx.run(() -> {
            var robot = Fx.robot();
            var at = plot.localToScreen(200, 200);
            robot.mouseMove(at.getX(), at.getY());
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        assertEquals(List.of(), bench.experimentNow().look().window());
        assertEquals(Vec.of(-1, 2), bench.experimentNow().start());
    }

    @Test
    void draggingTheSurfaceTurnsItAndHomeBringsItBack() {
        Fx.drag(bench.node("plot-1"), 0.5, 0.5, 0.7, 0.6);
        Camera turned = bench.experimentNow().look().camera();
        assertFalse(turned.home());
        assertNotEquals(Camera.HOME.azimuth(), turned.azimuth());
        assertTrue(turned.elevation() > Camera.HOME.elevation());
        Fx.click(bench.node("home-1"));
        assertEquals(Camera.HOME, bench.experimentNow().look().camera());
    }

    @Test
    void hoveringIsLinkedAndEndsWhereNothingIs() {
        Node plot = bench.node("plot-0");
        Fx.run(() -> {
            var at = plot.localToScreen(100, 4);
            Fx.robot().mouseMove(at.getX(), at.getY());
        });
        assertEquals(Optional.of(new Hover(0, 3)), Fx.get(() -> bench.session.frame().get().hover()));
        Fx.point(plot, 0.6, 0.6);
        assertEquals(Optional.empty(), Fx.get(() -> bench.session.frame().get().hover()));
    }

    @Test
    void theKeyboardPlaysAndSteps() {
        assertEquals(300, Fx.get(() -> bench.session.playback().last()));
        Fx.keys(KeyCode.RIGHT);
        assertEquals(1, bench.step());
        Fx.keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(11, bench.step());
        Fx.keys(KeyCode.LEFT);
        assertEquals(10, bench.step());
        Fx.keys(KeyCode.END);
        assertEquals(300, bench.step());
        Fx.keys(KeyCode.HOME);
        assertEquals(0, bench.step());
        Fx.keys(KeyCode.SPACE);
        assertTrue(Fx.get(() -> bench.session.playback().isPlaying()));
        Fx.run(() -> {
            bench.session.playback().tick(0);
            bench.session.playback().tick(50_000_000);
        });
        assertTrue(bench.step() > 0);
        Fx.keys(KeyCode.SPACE);
        assertFalse(Fx.get(() -> bench.session.playback().isPlaying()));
    }

    @Test
    void aTextFieldKeepsItsKeys() {
        TextField field = bench.node(TextField.class, "step");
        Fx.run(() -> {
            field.requestFocus();
            field.selectAll();
        });
        Fx.keys(KeyCode.DIGIT1);
        Fx.keys(KeyCode.DIGIT2);
        Fx.keys(KeyCode.HOME);
        assertEquals("12", Fx.get(field::getText));
        assertEquals(4, bench.tiles().size());
        Fx.keys(KeyCode.ENTER);
        assertEquals(12, bench.step());
    }

    @Test
    void theTimeLineAndTheChartScrub() {
        Fx.click(bench.node("timeline"), 0.5, 0.5);
        assertEquals(150, bench.step(), 2);
        Fx.drag(bench.node("timeline"), 0.5, 0.5, 1, 0.5);
        assertEquals(300, bench.step());
        Fx.drag(bench.node("plot-2"), 0.9, 0.5, 0.25, 0.5);
        assertEquals(75, bench.step(), 2);
        assertEquals(Integer.toString(bench.step()), Fx.get(() -> bench.node(TextField.class, "step").getText()));
        assertFalse(canUndo());
    }

    @Test
    void whatIsSavedOpensAgain() throws Exception {
        Path file = folder.resolve("race.thalweg.json");
        Fx.click(bench.node("plot-0"), 0.75, 0.25);
        Fx.click(bench.node("timeline"), 0.5, 0.5);
        bench.answer = Optional.of(file);
        Fx.keys(KeyCode.CONTROL, KeyCode.S);
        assertTrue(Files.isRegularFile(file));
        Experiment saved = ExperimentJson.read(file);
        assertEquals(bench.step(), saved.step());
        Fx.click(bench.node("plot-0"), 0.5, 0.5);
        Fx.keys(KeyCode.HOME);
        assertNotEquals(saved.start(), bench.experimentNow().start());
        Fx.keys(KeyCode.CONTROL, KeyCode.O);
        assertEquals(saved.start(), bench.experimentNow().start());
        assertEquals(saved.step(), bench.step());
        assertTrue(Fx.get(bench.stage::getTitle).startsWith("race.thalweg.json"));
    }

    @Test
    void aFileThatCannotBeOpenedIsExplainedAndChangesNothing() {
        Experiment before = bench.experimentNow();
        bench.answer = Optional.of(folder.resolve("absent.thalweg.json"));
        Fx.keys(KeyCode.CONTROL, KeyCode.O);
        assertEquals(before, bench.experimentNow());
        Label status = bench.node(Label.class, "status");
        assertTrue(Fx.get(() -> status.getText().contains("absent") && status.getStyleClass().contains("danger")), Fx.get(status::getText));
        Node notice = bench.node("problem");
        assertTrue(Fx.get(() -> notice.isVisible() && ((Label) notice.lookup(".label")).getText().contains(folder.toString())), "said in full");
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.run(() -> bench.session.edit("seed", e -> e.withSeed(3)));
        assertFalse(Fx.get(notice::isVisible), "whoever goes on has read it");
    }

    @Test
    void layoutsHaveTheirTiles() {
        assertEquals(4, bench.tiles().size());
        Fx.click(bench.node("layout-1x2"));
        assertEquals(List.of("tile-0", "tile-1"), bench.tiles());
        Fx.click(bench.node("layout-per-run"));
        assertEquals(3, bench.tiles().size());
        Fx.run(() -> bench.session.edit("hide", e -> e.withRuns(List.of(e.runs().get(0).withHidden(true), e.runs().get(1), e.runs().get(2)))));
        Fx.pulses(1);
        assertEquals(2, bench.tiles().size());
        Fx.click(bench.node("layout-2x3"));
        assertEquals(6, bench.tiles().size());
    }

    /** What nobody asked for and says nothing about a function would only take room. */
    @Test
    void layoutsAreFilledWithViewsThatHaveSomethingToSay() {
        List<String> known = List.of("contour", "surface", "curve", "loss", "table", "update", "network", "gradient-check");
        Frame plane = Fx.get(() -> bench.session.frame().get().withLook(bench.session.experiment().get().look().withLayout("2x3")));
        assertEquals(List.of("contour", "surface", "loss", "table", "update", "gradient-check"), views(plane, known));
        Frame asked = plane.withLook(plane.experiment().look().withTiles(List.of("network", "loss")));
        assertEquals(List.of("network", "loss", "contour", "surface", "table", "update"), views(asked, known));
    }

    private static List<String> views(Frame frame, List<String> known) {
        return Arrangement.of(frame, known).slots().stream().map(Arrangement.Slot::view).toList();
    }

    /** Small multiples are to be compared, so they are equally large, also when they come in the place of maps above charts. */
    @Test
    void tilesOfOptimizersAreEquallyLarge() {
        Fx.run(() -> bench.session.edit("a fourth run", e -> e.withRuns(Stream.concat(e.runs().stream(), e.runs().stream().limit(1)).toList())));
        Fx.pulses(2);
        assertTrue(height(0) > height(2) + 50, "maps are larger than charts");
        Fx.click(bench.node("layout-per-run"));
        Fx.pulses(2);
        assertEquals(height(0), height(2), 2);
    }

    private double height(int tile) {
        return Fx.get(() -> ((Region) bench.node("tile-" + tile)).getHeight());
    }

    /** Alt belongs to the drag it was held for; alone it goes to the menus, as everywhere. */
    @Test
    void lettingGoOfAltAfterADragDoesNotOpenTheMenus() {
        Fx.run(() -> {
            Node tiles = bench.node("tiles");
            tiles.fireEvent(pressedWithAlt());
            Fx.robot().keyPress(KeyCode.ALT);
            Fx.robot().keyRelease(KeyCode.ALT);
        });
        Fx.pulses(2);
        assertFalse(Fx.get(() -> bench.scene.getFocusOwner().getStyleClass().contains("menu-button")), "the menu bar has the focus");
        Fx.keys(KeyCode.ALT);
        Fx.pulses(2);
        assertTrue(Fx.get(() -> bench.scene.lookup(".menu-bar").lookupAll(".menu-button").stream()
                .anyMatch(n -> n.getPseudoClassStates().stream()
                        .anyMatch(c -> c.getPseudoClassName().equals("hover") || c.getPseudoClassName().equals("focused")))));
    }

    private static MouseEvent pressedWithAlt() {
        return new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 0, 0, MouseButton.PRIMARY, 1, false, false, true, false, true, false, false, true,
                false, false, null);
    }

    /** While the map is moved, the surface beside it keeps its side: its home would be another one for every window. */
    @Test
    void panningTheMapDoesNotTurnTheSurface() {
        PlotView surface = bench.node(PlotView.class, "plot-1");
        Camera before = Fx.get(() -> surface.camera().orElseThrow());
        assertTrue(before.home());
        Fx.drag(bench.node("plot-0"), 0.7, 0.5, 0.5, 0.7);
        Camera after = Fx.get(() -> surface.camera().orElseThrow());
        assertEquals(before.azimuth(), after.azimuth());
        assertFalse(after.home());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(bench.experimentNow().look().camera().home());
    }

    @Test
    void aDigitMakesATileFullAndEscapeBringsTheGridBack() {
        Fx.keys(KeyCode.DIGIT3);
        assertEquals(List.of("tile-2"), bench.tiles());
        Fx.keys(KeyCode.ESCAPE);
        assertEquals(4, bench.tiles().size());
        Fx.keys(KeyCode.DIGIT3);
        Fx.keys(KeyCode.DIGIT3);
        assertEquals(4, bench.tiles().size());
    }

    @Test
    void theThemeReachesBarsAndTilesAndIsRemembered() {
        Node head = bench.node("detail-3");
        assertEquals(0xffffff, Fx.pixel(head.getParent(), 0.5, 0.1));
        assertEquals(0xf6f8fa, Fx.pixel(bench.node("transport"), 0.002, 0.5));
        Fx.click(bench.node("theme"));
        assertEquals(0x0d1117, Fx.pixel(head.getParent(), 0.5, 0.1));
        assertEquals(0x161b22, Fx.pixel(bench.node("transport"), 0.002, 0.5));
        assertEquals("dark", Fx.get(() -> bench.session.preferences().text("theme", "light")));
    }

    @Test
    void barsHaveTheirHeights() {
        assertEquals(40, Fx.get(() -> ((Region) bench.node("top-bar")).getHeight()));
        assertEquals(48, Fx.get(() -> ((Region) bench.node("transport")).getHeight()));
    }

    @Test
    void presentingFoldsThePanelsAwayAndEnlargesPlots() {
        double before = Fx.get(() -> bench.node(PlotView.class, "plot-0").getWidth());
        Fx.keys(KeyCode.F5);
        Fx.pulses(2);
        assertFalse(Fx.get(() -> bench.node("transport").isVisible()));
        assertTrue(Fx.get(() -> bench.node("progress-line").isVisible()));
        PlotView plot = bench.node(PlotView.class, "plot-0");
        double height = Fx.get(bench.scene::getHeight);
        assertEquals(height / 28, Fx.get(() -> plot.shown().orElseThrow().style().scale()) * 12, 0.01, "the smallest words are 1/28 of the height");
        assertTrue(Fx.get(plot::getWidth) > before + 200);
        Fx.keys(KeyCode.ESCAPE);
        Fx.pulses(2);
        assertTrue(Fx.get(() -> bench.node("transport").isVisible()));
        assertEquals(before, Fx.get(() -> bench.node(PlotView.class, "plot-0").getWidth()), 1);
    }

    @Test
    void afterAClickOnAButtonTheSpaceBarPlays() {
        Fx.click(bench.node("layout-1"));
        Fx.pulses(1);
        Fx.keys(KeyCode.SPACE);
        assertTrue(Fx.get(() -> bench.session.playback().isPlaying()));
        assertEquals("1", bench.experimentNow().look().layout());
    }

    @Test
    void copyPutsTheFocusedTileOnTheClipboardTwiceAsFine() {
        PlotView plot = bench.node(PlotView.class, "plot-0");
        Fx.click(bench.node("copy-0"));
        Image image = Fx.get(() -> Clipboard.getSystemClipboard().getImage());
        assertEquals(2 * Fx.get(plot::getWidth), image.getWidth(), 1);
        assertEquals(0xffff0000, image.getPixelReader().getArgb(30, 30));
    }

    @Test
    void theKeysAreListedInAnOverlay() {
        Fx.keys(KeyCode.F1);
        assertTrue(Fx.get(() -> bench.scene.lookup("#keys") != null));
        long labels = Fx.get(() -> bench.scene.lookup("#keys").lookupAll(".key").size());
        assertTrue(labels > 15, labels + " keys");
        Fx.keys(KeyCode.ESCAPE);
        assertTrue(Fx.get(() -> bench.scene.lookup("#keys") == null));
    }

    @Test
    void dividersChangeTheSharesAndAreRemembered() {
        double before = Fx.get(() -> bench.node(PlotView.class, "plot-0").getWidth());
        Node first = Fx.get(() -> bench.node("tiles").lookupAll(".divider").iterator().next());
        var at = Fx.get(() -> first.localToScreen(3, 50));
        Fx.run(() -> {
            Fx.robot().mouseMove(at);
            Fx.robot().mousePress(MouseButton.PRIMARY);
        });
        for (int i = 1; i <= 20; i++) {
            int moved = 3 * i;                                    // the headless robot forgets who was pressed: stay within the grip
            Fx.run(() -> Fx.robot().mouseMove(at.getX() + moved, at.getY()));
            Fx.pulses(1);
        }
        Fx.run(() -> Fx.robot().mouseRelease(MouseButton.PRIMARY));
        Fx.pulses(1);
        double after = Fx.get(() -> bench.node(PlotView.class, "plot-0").getWidth());
        assertTrue(after > before + 40, before + " to " + after);
        assertFalse(Fx.get(() -> bench.session.preferences().text("columns.2x2", "")).isEmpty());
    }

    @Test
    void tilesThatWerePutAwayAreLetGo() {
        Fx.click(bench.node("layout-2x3"));
        ToggleButton sixth = Fx.get(() -> (ToggleButton) bench.scene.lookup("#turn-5"));
        Fx.click(bench.node("layout-2x2"));
        Fx.keys(KeyCode.R);
        assertTrue(Fx.get(() -> bench.node(ToggleButton.class, "turn-1").isSelected()));
        assertFalse(Fx.get(sixth::isSelected), "a tile that is gone still listens");
    }

    @Test
    void stepsAndHoversKeepTheMarksOfTheTimeLine() {
        Fx.run(() -> bench.session.edit("steps", e -> e.withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.5)"), 0)))));
        List<Node> before = Fx.get(() -> List.copyOf(bench.node("timeline").lookupAll("Polygon")));
        assertEquals(1, before.size(), "it diverges");
        Fx.keys(KeyCode.RIGHT);
        Fx.run(() -> bench.session.hover(Optional.of(new Hover(0, 1))));
        assertEquals(before, Fx.get(() -> List.copyOf(bench.node("timeline").lookupAll("Polygon"))));
    }

    @Test
    void tabGoesFromTheTopToTheBottom() {
        bench.close();
        bench = Bench.withPanels(folder);
        List<String> order = new ArrayList<>();
        Fx.run(() -> bench.node("undo").getParent().lookup("#layout-1").requestFocus());
        for (int i = 0; i < 400 && !order.contains("first"); i++) {
            Fx.run(() -> {
                order.add(String.valueOf(bench.scene.getFocusOwner().getId()));
                Fx.robot().keyPress(KeyCode.TAB);
                Fx.robot().keyRelease(KeyCode.TAB);
            });
        }
        List<String> landmarks = List.of("layout-1", "theme", "present", "new-formula", "search", "maximise", "tile-0", "view-0", "full-0", "tile-3",
                "add-run-icon", "steps", "seed", "first");
        assertEquals(landmarks, order.stream().filter(landmarks::contains).distinct().toList());
    }

    @Test
    void noRingStandsAroundATileInAPresentation() {
        Fx.keys(KeyCode.RIGHT);
        Fx.run(() -> bench.node("tile-0").requestFocus());
        Fx.keys(KeyCode.TAB);
        Fx.keys(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(0x0969da, Fx.pixel(bench.node("tile-0"), 0.5, 0.001), "seen where Tab has gone");
        Fx.keys(KeyCode.F5);
        Fx.run(() -> bench.node("tile-0").requestFocus());
        Fx.keys(KeyCode.TAB);
        Fx.keys(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(0xff0000, Fx.pixel(bench.node("tile-0"), 0.5, 0.001));
    }

    @Test
    void whatAKilledProgramLeftIsOfferedAndOpened() {
        Fx.run(() -> bench.session.edit("seed", e -> e.withSeed(77)));
        try {
            Files.copy(folder.resolve("autosave-" + ProcessHandle.current().pid() + ".thalweg.json"),
                    folder.resolve("autosave-4000000000.thalweg.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bench.close();
        bench = new Bench(folder);
        assertTrue(Fx.get(() -> bench.node("notice").isVisible()));
        Fx.click(bench.node("notice-action"));
        assertEquals(77, bench.experimentNow().seed());
        assertFalse(Fx.get(() -> bench.node("notice").isVisible()));
    }

    @Test
    void nothingIsCutOffInSmallAndLargeWindows() {
        bench.close();
        bench = Bench.withPanels(folder);
        Fx.keys(KeyCode.F1);
        Region root = Fx.get(() -> (Region) bench.scene.getRoot());
        Node sheet = Fx.get(() -> root.lookup("#keys .sheet"));
        for (double[] size : new double[][] {{800, 500}, {1280, 720}, {2560, 1440}}) {
            List<String> cut = new ArrayList<>();
            Fx.run(() -> {
                for (int pass = 0; pass < 3; pass++) {                // the headless screen is too small for the largest window
                    root.resize(size[0], size[1]);
                    root.applyCss();
                    root.layout();
                }
                cutOff(root, cut);
                if (!new BoundingBox(0, 0, size[0], size[1]).contains(sheet.localToScene(sheet.getLayoutBounds()))) {
                    cut.add("the sheet of keys: " + sheet.localToScene(sheet.getLayoutBounds()));
                }
            });
            assertEquals(List.of(), cut, () -> "at " + size[0] + " x " + size[1]);
        }
    }

    @Test
    void theHeadOfANarrowTileGivesUpItsLastButtonsFirst() {
        Region tile = Fx.get(() -> (Region) bench.node("tile-1"));
        Region head = Fx.get(() -> (Region) bench.node("view-1").getParent());
        Node turn = bench.node("turn-1");
        Node whole = bench.node("full-1");
        for (double width : new double[] {300, 200, 150, 130}) {
            double[] found = Fx.get(() -> {                       // at once: the next pulse gives the tile its own width again
                for (int pass = 0; pass < 2; pass++) {
                    tile.resize(width, 300);
                    tile.layout();
                }
                return new double[] {head.getWidth(), whole.isVisible() ? whole.getBoundsInParent().getMaxX() : Double.NaN, turn.isVisible() ? 1 : 0};
            });
            assertTrue(found[0] <= width && found[1] <= width, () -> Arrays.toString(found) + " in " + width);
            assertEquals(width == 300 ? 1 : 0, found[2], "the button to turn at " + width);
        }
    }

    @Test
    void theDetailInTheHeadBelongsToThePictureOnScreen() {
        Label detail = bench.node(Label.class, "detail-0");
        assertEquals("step 0", Fx.get(detail::getText));
        Fx.keys(KeyCode.RIGHT);
        assertEquals("step 1", Fx.get(detail::getText));
        assertEquals("Contour step 1, tile 1", Fx.get(() -> bench.node("tile-0").getAccessibleText()));
    }

    /** Labels and buttons narrower than their text wants; details of tiles and the status line may be. */
    private static void cutOff(Node node, List<String> cut) {
        if (!node.isVisible() || node.getStyleClass().contains("detail")) {
            return;
        }
        if (node instanceof Labeled l && !l.getText().isEmpty() && !l.isWrapText() && !(node instanceof Thumb) && !"status".equals(l.getId())
                && l.getWidth() > 0 && l.getWidth() < l.prefWidth(-1) - 1) {
            cut.add(l.getText() + " has " + l.getWidth() + " of " + l.prefWidth(-1));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> cutOff(c, cut));
        }
    }

    @Test
    void everyControlHasAName() {
        bench.close();
        bench = Bench.withPanels(folder);
        List<String> nameless = new ArrayList<>();
        int[] seen = {0};
        Fx.run(() -> check(bench.scene.getRoot(), nameless, seen));
        assertEquals(List.of(), nameless);
        assertTrue(seen[0] > 80, seen[0] + " controls");
    }

    private static void check(Node node, List<String> nameless, int[] seen) {
        if (node.isFocusTraversable()) {
            seen[0]++;
            String text = node instanceof Labeled l ? l.getText() : "";
            if ((node.getAccessibleText() == null || node.getAccessibleText().isBlank()) && (text == null || text.isBlank())) {
                nameless.add(node.toString());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> check(c, nameless, seen));
        }
    }
}
