package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.export.Exports;
import thalweg.export.Format;

/** The sheet of exports in a window, used as people use it. */
class ExportSheetTest {
    @TempDir
    private Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        Fx.run(() -> {
            bench.stage.setWidth(1280);
            bench.stage.setHeight(720);
            bench.session.preferences().put(ExportSheet.FOLDER, folder.toString());
            bench.session.edit("steps", e -> e.withStop(StopRule.steps(12)));
            bench.session.playback().go(6);
        });
        Fx.pulses(2);
        Fx.keys(KeyCode.CONTROL, KeyCode.E);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String text(String id) {
        return Fx.get(() -> bench.node(Label.class, id).getText());
    }

    private void type(String id, String text) {
        Fx.run(() -> {
            TextField field = bench.node(TextField.class, id);
            field.requestFocus();
            field.setText(text);
        });
    }

    private boolean canExport() {
        return Fx.get(() -> !bench.node(Button.class, "export-go").isDisabled());
    }

    private boolean isOpen() {
        return Fx.get(() -> bench.scene.lookup("#export-sheet") != null);
    }

    @Test
    void whatIsChosenIsShownAndWrittenAndRememberedForTheNextTime() throws Exception {
        ExportPreview preview = Fx.get(() -> (ExportPreview) bench.scene.lookup(".export-preview"));
        int before = Fx.get(() -> preview.painted().get());
        assertTrue(before > 0, "the preview is there at once");
        Fx.click(bench.node("export-scale-1"));
        Fx.click(bench.node("export-transparent"));
        assertTrue(Fx.get(() -> preview.painted().get()) > before);
        type("export-width", "640");
        Fx.keys(KeyCode.ENTER);
        type("export-height", "480");
        Fx.keys(KeyCode.ENTER);
        assertTrue(isOpen(), "Enter in a field of numbers takes the number over, no more");
        type("export-name", "clear");
        Experiment experiment = bench.experimentNow();
        Fx.keys(KeyCode.ENTER);
        assertFalse(isOpen(), "Enter in the name writes the file");
        var image = ImageIO.read(folder.resolve("clear.png").toFile());
        assertEquals(640, image.getWidth());
        assertEquals(480, image.getHeight());
        assertEquals(0, image.getRGB(1, 478) >>> 24, "the ground shows through");
        assertEquals(experiment.withStep(6), Exports.experimentIn(folder.resolve("clear.png")));
        Fx.keys(KeyCode.CONTROL, KeyCode.E);
        assertTrue(Fx.get(() -> bench.node(ToggleButton.class, "export-scale-1").isSelected()));
        assertTrue(Fx.get(() -> bench.node(CheckBox.class, "export-transparent").isSelected()));
        assertEquals("640", Fx.get(() -> bench.node(TextField.class, "export-width").getText()));
        Fx.keys(KeyCode.ESCAPE);
        assertFalse(isOpen());
    }

    @Test
    void aFilmIsWrittenByTheEndingOfItsNameAndLookedThroughBefore() throws Exception {
        type("export-name", "race.gif");
        assertTrue(Fx.get(() -> bench.node(ToggleButton.class, "export-format-gif").isSelected()));
        assertTrue(Fx.get(() -> bench.node(CheckBox.class, "export-transparent").isDisabled()));
        Fx.click(bench.node("export-what-tile"));
        assertTrue(Fx.get(() -> bench.node("export-turn").isDisabled()), "nothing to turn in the tile with the focus, a contour");
        Fx.click(bench.node("export-what-all"));
        assertFalse(Fx.get(() -> bench.node("export-turn").isDisabled()));
        Fx.click(bench.node("export-place"), 0, 0.5);
        assertEquals("step 0 of 12", Fx.get(() -> ((Label) bench.scene.lookup(".export-film-bar .small")).getText()));
        type("export-width", "320");
        type("export-height", "240");
        type("export-rate", "100");
        Fx.keys(KeyCode.ENTER);
        type("export-hold", "61");
        Fx.keys(KeyCode.ENTER);
        assertTrue(Fx.get(() -> bench.node("export-hold").getStyleClass().contains("wrong")), "a minute is the most");
        Fx.keys(KeyCode.ESCAPE);
        Fx.run(() -> bench.node(Button.class, "export-go").fire());
        assertFalse(isOpen(), () -> text("export-note") + text("export-mistake-film") + text("export-mistake-size") + canExport());
        assertTrue(Files.isRegularFile(folder.resolve("race.gif")));
        assertEquals(bench.experimentNow().withStep(0), Exports.experimentIn(folder.resolve("race.gif")));
        assertTrue(Fx.get(() -> bench.session.status().get()).startsWith("saved race.gif"));
    }

    @Test
    void whatAPageShowsIsNamedAsInTheWindowAndReadToTheEnd() {
        Fx.click(bench.node("export-format-html"));
        assertEquals("with Contour, Surface, Loss; fits its window, light and dark", text("export-pixels"));
        assertEquals(text("export-pixels"), Fx.get(() -> ((Text) bench.node("export-pixels").lookup(".text")).getText()), "not cut off");
    }

    @Test
    void whatCannotBeWrittenIsSaidBesideTheControlAndTheKeyboardStaysOnTheSheet() throws Exception {
        assertTrue(canExport());
        type("export-folder", folder.resolve("none").toString());
        assertTrue(text("export-note").contains("does not exist"), text("export-note"));
        assertFalse(canExport());
        type("export-folder", folder.toString());
        type("export-name", "a/b");
        assertFalse(canExport());
        assertEquals(Optional.of(Format.GIF), ExportChoices.named("a\0b.gif"), "what no file can be called has a kind, too: Windows knows more");
        type("export-name", " ");
        assertEquals("the file needs a name", text("export-note"));
        type("export-name", ".png");
        assertEquals("the file needs a name", text("export-note"), "an ending is none");
        Files.writeString(folder.resolve("old.png"), "x");
        type("export-name", "old");
        assertTrue(text("export-note").contains("will be replaced"), text("export-note"));
        assertTrue(canExport());
        type("export-width", "32000");
        Fx.keys(KeyCode.ENTER);
        type("export-height", "32000");
        Fx.keys(KeyCode.ENTER);
        assertTrue(text("export-mistake-size").contains("million"), text("export-mistake-size"));
        assertFalse(canExport());
        for (int i = 0; i < 60; i++) {
            Fx.run(() -> Fx.robot().keyType(KeyCode.TAB));
        }
        Fx.pulses(2);
        assertTrue(Fx.get(() -> {
            var at = bench.scene.getFocusOwner().getParent();
            while (at != null && !"export-sheet".equals(at.getId())) {
                at = at.getParent();
            }
            return at != null;
        }));
        int step = bench.step();
        Fx.click(bench.node("export-format-svg"));
        Fx.keys(KeyCode.HOME);
        assertEquals(step, bench.step(), "keys of the window wait until the sheet is gone");
        Fx.keys(KeyCode.ESCAPE);
        assertNull(Fx.get(() -> bench.scene.lookup("#export-sheet")));
        assertNotNull(Fx.get(() -> bench.scene.getFocusOwner()));
    }
}
