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
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;

class RunHistoryTest {
    @TempDir
    private Path folder;

    /** One window for all of it: windows cost seconds. */
    @Test
    void setsArePinnedNamedComparedExportedAndBroughtBack() {
        try (Bench bench = new Bench(folder)) {
            Experiment first = bench.experimentNow();
            Fx.run(() -> bench.session.edit("steps", e -> e.withStop(StopRule.steps(e.stop().steps() + 3))));
            Fx.keys(KeyCode.CONTROL, KeyCode.H);
            assertNotNull(bench.node("history"));
            assertNotNull(Fx.get(() -> ((ImageView) bench.node("back-2").getParent().getParent().lookup(".image-view")).getImage()), "the newest has its picture");
            Fx.run(() -> {
                TextField name = bench.node(TextField.class, "name-1");
                name.setText("before");
                name.getOnAction().handle(null);
                bench.node(ToggleButton.class, "pin-1").fire();
            });
            assertEquals("before", bench.session.chronicle().entry(1).orElseThrow().name());
            assertTrue(bench.session.chronicle().entry(1).orElseThrow().pinned());
            bench.answer = Optional.of(folder.resolve("list.csv"));
            Fx.run(() -> bench.node(Button.class, "export-list").fire());
            assertTrue(Files.exists(folder.resolve("list.csv")));
            assertTrue(Fx.get(() -> bench.node(Button.class, "compare").isDisabled()));
            Fx.run(() -> {
                bench.node(CheckBox.class, "choose-1").fire();
                bench.node(CheckBox.class, "choose-2").fire();
            });
            assertFalse(Fx.get(() -> bench.node(Button.class, "compare").isDisabled()));
            Fx.run(() -> bench.node(Button.class, "compare").fire());
            Fx.pulses(2);
            assertNotNull(Fx.get(() -> bench.node(ImageView.class, "side-1").getImage()));
            assertNotNull(Fx.get(() -> bench.node(ImageView.class, "side-2").getImage()));
            Fx.run(() -> bench.node(Button.class, "back-to-list").fire());
            Fx.pulses(2);
            Fx.run(() -> bench.node(Button.class, "back-1").fire());
            assertEquals(first.stop(), bench.experimentNow().stop());
            assertNull(Fx.get(() -> bench.scene.lookup("#history")), "the sheet closes");
            assertEquals(2, bench.session.chronicle().entries().size(), "what is brought back is there already");
        }
    }
}
