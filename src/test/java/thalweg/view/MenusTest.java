package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import thalweg.experiment.Experiment;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.export.Exports;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.optimizer.Optimizers;
import thalweg.session.Problem;

/** Menus and settings that open and close, each item chosen as people choose it. */
class MenusTest extends WithPanels {
    private static final double PIXEL = 0.05;

    private List<Run> runs() {
        return bench.experimentNow().runs();
    }

    private Look look() {
        return bench.experimentNow().look();
    }

    private void undo() {
        Fx.run(bench.session::undo);
    }

    /** Opens a menu of the bar. */
    private void bar(String name) {
        Node label = Fx.get(() -> bench.node("menus").lookupAll(".label").stream().filter(n -> ((Label) n).getText().equals(name)).findFirst()
                .orElseThrow());
        Fx.click(label);
        Fx.pulses(1);
    }

    @Test
    void theMenuOfAPlotSetsTheStartWhereItWasOpened() {
        bench.menuOf(bench.node("plot-0"), 0.75, 0.25);
        bench.choose("Set start here");
        Vec start = bench.experimentNow().start();
        assertEquals(1, start.get(0), PIXEL);
        assertEquals(2, start.get(1), PIXEL);
        assertFalse(bench.popupOpen());
        undo();
        assertEquals(Vec.of(-1, 2), bench.experimentNow().start());
        bench.menuOf(bench.node("plot-0"), 0.75, 0.25);
        bench.choose("Reset view");
        assertEquals(List.of(), look().window());
        Fx.run(() -> Clipboard.getSystemClipboard().clear());
        bench.menuOf(bench.node("plot-0"), 0.75, 0.25);
        bench.choose("Copy picture");
        assertTrue(Fx.get(() -> Clipboard.getSystemClipboard().hasImage()));
    }

    @Test
    void aPictureSavedFromThePlotsMenuOpensAgain() {
        Path file = folder.resolve("map.png");
        bench.answer = Optional.of(file);
        Experiment before = bench.experimentNow();
        bench.menuOf(bench.node("plot-0"), 0.75, 0.25);
        bench.choose("Save picture...");
        export(file);
        assertTrue(Files.isRegularFile(file));
        Fx.run(() -> bench.session.edit("seed", e -> e.withSeed(99)));
        Fx.keys(KeyCode.CONTROL, KeyCode.O);
        assertEquals(before.withLook(look()).withStep(0), bench.experimentNow().withStep(0));
        assertEquals(List.of("contour"), look().tiles(), "as in the picture");
        assertEquals(before.look().window(), look().window());
        assertEquals(Optional.empty(), Fx.get(() -> bench.session.file().get()), "a picture is opened, not edited");
    }

    /** Through the sheet of exports. */
    private void export(Path file) {
        Fx.run(() -> {
            bench.node(TextField.class, "export-name").setText(file.getFileName().toString());
            bench.node(TextField.class, "export-folder").setText(file.getParent().toString());
            bench.node(Button.class, "export-go").fire();
        });
        assertNull(Fx.get(() -> bench.scene.lookup("#export-sheet")),
                () -> "the sheet goes when the file is there: " + Fx.get(() -> bench.node(Label.class, "export-note").getText()));
    }

    @Test
    void allTilesAreExportedAndOpenAgain() throws Exception {
        Path file = folder.resolve("race.png");
        bench.answer = Optional.of(file);
        Experiment before = bench.experimentNow();
        Fx.keys(KeyCode.CONTROL, KeyCode.E);
        export(file);
        Node tiles = bench.node("tiles");
        var image = ImageIO.read(file.toFile());
        assertEquals(2 * Fx.get(() -> tiles.getLayoutBounds().getWidth()), image.getWidth(), 2);
        assertTrue(Fx.get(() -> bench.session.status().get()).contains("race.png"));
        Fx.run(() -> bench.session.open(file));
        assertEquals(before.withStep(0), bench.experimentNow().withStep(0));
    }

    private String clipboard() {
        return Fx.get(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void codeCommandTableAndSvgGoToTheClipboardAndNumbersIntoFiles() throws Exception {
        bar("Edit");
        bench.choose("Copy as code", "NumPy");
        assertTrue(clipboard().contains("def J(theta):") && clipboard().contains("# Adam on Rosenbrock"), clipboard());
        bar("Edit");
        bench.choose("Copy command line");
        assertTrue(clipboard().startsWith("thalweg render rosenbrock --start=-1,2 --optimizer 'gradient-descent(learningRate=0.001)'"), clipboard());
        bar("Edit");
        bench.choose("Copy table");
        assertEquals(4, clipboard().lines().count());
        assertTrue(clipboard().startsWith("run\toptimizer\tstep\tx\ty\tloss\t"), clipboard());
        bar("Edit");
        bench.choose("Copy picture as SVG");
        assertTrue(clipboard().contains("<svg"), clipboard());
        for (String name : List.of("paths.h5", "paths.npz", "surface.csv", "surface.npz", "table.tsv")) {
            Path file = folder.resolve(name);
            bench.answer = Optional.of(file);
            bar("File");
            bench.choose("Export numbers", name.startsWith("paths") ? "Paths..." : name.startsWith("surface") ? "Surface..." : "Table...");
            assertTrue(Files.size(file) > 100, name);
        }
        assertTrue(Files.readString(folder.resolve("surface.csv")).startsWith("alpha,beta,loss\n"));
        assertEquals(bench.experimentNow(), Exports.experimentIn(folder.resolve("surface.npz")), "which brings its scene back");
    }

    @Test
    void aChartHasNoViewToReset() {
        Node chart = bench.node("plot-2");
        List<Range> window = look().window();
        Fx.run(() -> {
            var at = chart.localToScreen(100, 50);
            Fx.robot().mouseMove(at);
            Fx.robot().mouseClick(MouseButton.PRIMARY);
            Fx.robot().mouseClick(MouseButton.PRIMARY);
        });
        assertEquals(window, look().window(), "the map's window is not the chart's");
        bench.menuOf(chart, 0.5, 0.5);
        bench.choose("Reset view");
        assertEquals(window, look().window());
    }

    @Test
    void theMenuOfARunDoesWhatItSays() {
        menu(0, "Duplicate");
        assertEquals(4, runs().size());
        menu(1, "Remove");
        assertEquals(3, runs().size());
        menu(0, "Solo");
        assertEquals(List.of(false, true, true), runs().stream().map(Run::hidden).toList());
        menu(0, "Solo");
        assertEquals(List.of(false, false, false), runs().stream().map(Run::hidden).toList());
        menu(0, "Move down");
        assertEquals(List.of("adam", "gradient-descent", "momentum"), runs().stream().map(r -> r.optimizer().id()).toList());
        menu(1, "Move up");
        assertEquals("gradient-descent", runs().getFirst().optimizer().id());
        menu(0, "Default knobs");
        assertTrue(runs().getFirst().optimizer().toString().equals("gradient-descent"), () -> runs().getFirst().optimizer().toString());
    }

    private void menu(int run, String... items) {
        Fx.click(bench.node("more-" + run));
        Fx.pulses(1);
        bench.choose(items);
        assertFalse(bench.popupOpen(), "the menu stays open after " + List.of(items));
    }

    @Test
    void aRunIsRenamedInItsMenuAndBack() {
        Fx.click(bench.node("more-1"));
        TextField name = bench.popup(TextField.class, ".text-field");
        Fx.run(() -> name.setText("  mine "));
        Fx.run(name::requestFocus);
        Fx.keys(KeyCode.ENTER);
        assertEquals("mine", runs().get(1).label());
        assertFalse(bench.popupOpen());
        undo();
        assertEquals("", runs().get(1).label());
    }

    @Test
    void allKnobsStayWithTheirOptimizerWhereverTheRunIs() {
        int few = knobs("run-1");
        menu(1, "All knobs");
        int all = knobs("run-1");
        assertTrue(all > few, few + " knobs, then " + all);
        menu(1, "Move up");
        assertEquals(all, knobs("run-0"));
        undo();
        assertEquals(all, knobs("run-1"));
        menu(0, "Duplicate");
        assertEquals(all, knobs("run-2"));
        menu(2, "Fewer knobs");
        assertEquals(few, knobs("run-2"));
    }

    private int knobs(String card) {
        Fx.pulses(1);
        return Fx.get(() -> bench.node(card).lookupAll(".knob-row").size());
    }

    @Test
    void theMenuOfARunThatIsGoneIsGoneToo() {
        Fx.click(bench.node("more-2"));
        assertTrue(bench.popupOpen());
        Fx.run(() -> bench.session.edit("runs", e -> e.withRuns(e.runs().subList(0, 2))));
        Fx.pulses(2);
        assertFalse(bench.popupOpen());
    }

    @Test
    void editsOfARunThatIsGoneDoNothing() {
        RunEdits edits = new RunEdits(bench.session, () -> { });
        Experiment before = bench.experimentNow();
        Fx.run(() -> {
            edits.hide(3);
            edits.solo(3);
            edits.duplicate(3);
            edits.remove(3);
            edits.move(3, -1);
            edits.rename(3, "gone");
            edits.style(3, 5);
            edits.defaults(3);
        });
        assertEquals(before, bench.experimentNow());
    }

    @Test
    void theLastRunCanBeRemovedAndOneAddedAgain() {
        for (int i = 0; i < 3; i++) {
            menu(0, "Remove");
        }
        assertEquals(List.of(), runs());
        assertEquals(0, Fx.get(() -> bench.session.playback().last()));
        Fx.click(bench.node("duplicate-run"));
        assertEquals(List.of(), runs());
        Fx.click(bench.node("add-run"));
        bench.choose(Fx.get(() -> Optimizers.CATALOG.choice("adam").group()), "Adam");
        assertEquals(List.of("adam"), runs().stream().map(r -> r.optimizer().id()).toList());
        assertEquals(0, look().selected());
    }

    @Test
    void cardsAreMovedSelectedAndRemovedByKeys() {
        Fx.run(() -> bench.node("run-0").requestFocus());
        Fx.keys(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(List.of("adam", "gradient-descent", "momentum"), runs().stream().map(r -> r.optimizer().id()).toList());
        assertEquals("run-1", focus());
        Fx.keys(KeyCode.DOWN);
        assertEquals("run-2", focus());
        Fx.keys(KeyCode.ENTER);
        assertEquals(2, look().selected());
        Fx.keys(KeyCode.DELETE);
        assertEquals(2, runs().size());
        assertEquals("run-1", focus());
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(3, runs().size(), "undo brings it back");
        Fx.run(() -> bench.node("run-0-learningRate-field").requestFocus());
        Fx.keys(KeyCode.DELETE);
        assertEquals(3, runs().size(), "in a field it deletes a letter");
    }

    private String focus() {
        return Fx.get(() -> bench.scene.getFocusOwner().getId());
    }

    @Test
    void goingFromRunToRunIsOneUndoStep() {
        for (int run : new int[] {0, 2, 0}) {
            Fx.click(bench.node("run-" + run), 0.4, 0.12);
            assertEquals(run, look().selected());
        }
        undo();
        assertEquals(1, look().selected());
        assertFalse(Fx.get(() -> bench.session.canUndo().get()));
    }

    @Test
    void theStyleOfARunIsChosenAndItsColourFollows() {
        Fx.click(bench.node("more-0"));
        Fx.pulses(1);
        bench.choose("Colour and line");
        Node fifth = Fx.get(() -> bench.popups(".menu-item").stream().filter(n -> n.lookup(".drawing") != null).toList().get(4));
        Fx.click(fifth);
        assertEquals(4, runs().getFirst().style());
        assertFalse(bench.popupOpen());
    }

    @Test
    void everySettingOfTheMapChangesTheLookAndFollowsUndo() {
        Fx.click(bench.node("settings-0"));
        follow("#reversed", l -> l.colormap().endsWith("reversed"));
        follow("#gradientArrows", Look::gradientArrows);
        follow("#memoryArrows", Look::memoryArrows);
        follow("#polar", Look::polar);
        follow("#criticalPoints", Look::criticalPoints);
        ChoiceBox<?> map = bench.popup(ChoiceBox.class, "#colormap");
        Fx.run(() -> map.getSelectionModel().select(1));
        assertEquals("magma", look().colormap());
        undo();
        assertEquals("viridis", Fx.get(map::getValue));
        ChoiceBox<?> scale = bench.popup(ChoiceBox.class, "#scale");
        Fx.run(() -> scale.getSelectionModel().select(1));
        assertNotEquals(Look.DEFAULT.scale(), look().scale());
        undo();
        assertEquals(Look.DEFAULT.scale(), Fx.get(scale::getValue));
        assertEquals(Look.DEFAULT.scale(), look().scale());
        Fx.drag(bench.popup(KnobSlider.class, "#levels"), 0.1, 0.5, 0.5, 0.5);
        assertEquals(20, look().levels(), 2);
        undo();
        assertEquals(Look.DEFAULT.levels(), look().levels());
        assertEquals("auto", Fx.get(() -> bench.popup(TextField.class, "#levels-field").getText()));
    }

    private void follow(String id, Predicate<Look> on) {
        CheckBox box = bench.popup(CheckBox.class, id);
        boolean before = on.test(look());
        Fx.click(box, 0.05, 0.5);
        assertNotEquals(before, on.test(look()), id);
        undo();
        assertEquals(before, Fx.get(box::isSelected), id + " follows undo");
        assertEquals(before, on.test(look()));
    }

    @Test
    void settingsOfSurfaceAndChartChangeTheLook() {
        Fx.click(bench.node("settings-1"));
        follow("#perspective", l -> l.camera().perspective());
        ChoiceBox<?> height = bench.popup(ChoiceBox.class, "#height");
        Fx.run(() -> height.getSelectionModel().select(2));
        assertEquals(Look.Scale.LOG, look().height());
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(bench.popupOpen());
        Fx.click(bench.node("settings-2"));
        ChoiceBox<?> measure = bench.popup(ChoiceBox.class, "#measure");
        Fx.run(() -> measure.getSelectionModel().select(2));
        assertEquals(Look.Measure.GRADIENT_NORM, look().measure());
    }

    /** Rosenbrock has two rows: 0 shows both, 1 and 2 fill them one by one. */
    @Test
    void aGradientCheckIsSteppedThroughByKeysAndFromItsSettings() {
        Fx.click(bench.node("view-1"));
        bench.choose("Gradient check");
        for (int row : new int[] {1, 2, 2}) {
            Fx.keys(KeyCode.PERIOD);
            assertEquals(row, look().focus().rows());
        }
        Fx.keys(KeyCode.COMMA);
        assertEquals(1, look().focus().rows());
        Fx.click(bench.node("settings-1"));
        Fx.click(bench.popup(Button.class, "#previous-stage"));
        assertEquals(0, look().focus().rows());
        assertEquals("all", Fx.get(() -> bench.popup(TextField.class, "#stage-field").getText()));
        follow("#central", l -> l.focus().central());
        Fx.drag(bench.popup(KnobSlider.class, "#h"), 0.2, 0.5, 0.5, 0.5);
        assertEquals(-7.5, Math.log10(look().focus().h()), 0.4);
        Fx.click(bench.popup(Button.class, "#lecture"));
        assertEquals("gradient-check", look().tiles().getFirst());
        assertEquals(2, bench.tiles().size());
        undo();
        assertEquals("rosenbrock", bench.experimentNow().objective().orElseThrow().id());
    }

    @Test
    void theViewOfATileIsChosenInItsHead() {
        Fx.click(bench.node("view-0"));
        bench.choose("Loss");
        assertEquals("loss", look().tiles().getFirst());
        assertEquals("loss", Fx.get(() -> bench.node(PlotView.class, "plot-0").shown().orElseThrow().kind().id()));
    }

    @Test
    void theFileMenuSavesOpensAndReopens() throws Exception {
        Path file = folder.resolve("a.thalweg.json");
        bench.answer = Optional.of(file);
        bar("File");
        bench.choose("Save");
        assertTrue(Files.isRegularFile(file));
        Fx.run(() -> bench.session.edit("seed", e -> e.withSeed(5)));
        bar("File");
        bench.choose("Open recent", "a.thalweg.json");
        assertEquals(1, bench.experimentNow().seed());
        bar("File");
        bench.choose("Reopen last session");
        assertEquals(5, bench.experimentNow().seed());
        assertEquals(Optional.empty(), Fx.get(() -> bench.session.file().get()));
    }

    @Test
    void recentFilesOfOneNameShowTheFoldersThatDiffer() throws Exception {
        Files.createDirectories(folder.resolve("week 1"));
        Files.createDirectories(folder.resolve("week 2"));
        for (String week : List.of("week 1", "week 2")) {
            bench.answer = Optional.of(folder.resolve(week).resolve("race.thalweg.json"));
            Fx.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            Fx.run(() -> bench.session.edit("seed", e -> e.withSeed(e.seed() + 1)));
        }
        bar("File");
        bench.choose("Open recent", "race.thalweg.json (week 1)");
        assertEquals(1, bench.experimentNow().seed());
        Path root = folder.getRoot();
        assertEquals(List.of("a (x/y)", "a (z/y)", "b", "a (" + root.resolve("y") + ")", "c (u)", "c (" + root + ")"),
                RecentFiles.names(Stream.of("x/y/a", "z/y/a", "x/y/b", "y/a", "u/c", "c").map(root::resolve).toList()));
    }

    @Test
    void aRecentFileThatIsGoneSaysSoAndLeavesTheList() throws Exception {
        Path file = folder.resolve("a.thalweg.json");
        bench.answer = Optional.of(file);
        Fx.keys(KeyCode.CONTROL, KeyCode.S);
        Files.delete(file);
        bar("File");
        bench.choose("Open recent", "a.thalweg.json");
        assertEquals(Optional.of("a.thalweg.json is gone from " + folder.toAbsolutePath() + "; it is taken off the recent files"),
                Fx.get(() -> bench.session.problem().get()).map(Problem::message));
        assertEquals(List.of(), Fx.get(bench.session.preferences()::recent));
    }

    @Test
    void afterAChoiceWithTheMouseTheSpaceBarPlays() {
        Fx.click(bench.node("speed"));
        bench.choose("2\u00d7");
        Fx.pulses(2);
        assertEquals(2, Fx.get(() -> bench.session.playback().speedProperty().get()));
        Fx.keys(KeyCode.SPACE);
        assertTrue(Fx.get(() -> bench.session.playback().isPlaying()));
        assertFalse(bench.popupOpen());
    }
}
