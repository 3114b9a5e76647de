package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import thalweg.paint.ViewKind;

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
            assertNotNull(Fx.get(() -> ((ImageView) bench.node("back-2").getParent().getParent().lookup(".image-view")).getImage()),
                    "the newest has its picture");
            Fx.run(() -> {
                TextField name = bench.node(TextField.class, "name-1");
                name.setText("before");
                name.getOnAction().handle(null);
                bench.node(ToggleButton.class, "pin-1").fire();
            });
            Fx.pulses(2);                                         // the list is made anew, and its rows stand in the scene with the next pulse
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

    /** Each is painted once, when it is looked at; and when it is too old for its frame to be kept, before that is let go. */
    @Test
    void picturesArePaintedWhenTheyAreLookedAt() {
        AtomicInteger small = new AtomicInteger();
        List<ViewKind> kinds = Bench.kinds().stream().map(k -> new ViewKind(k.id(), k.label(), (style, memo) -> {
            small.addAndGet(style.scale() == 1.3 ? 1 : 0);
            return k.plot().apply(style, memo);
        })).toList();
        try (Bench bench = Bench.of(folder, kinds, Runnable::run)) {
            Fx.run(() -> bench.session.edit("steps", e -> e.withStop(StopRule.steps(30))));
            assertEquals(0, small.get());
            Fx.keys(KeyCode.CONTROL, KeyCode.H);
            assertEquals(2, small.get());
            Fx.keys(KeyCode.ESCAPE);
            Fx.keys(KeyCode.CONTROL, KeyCode.H);
            assertEquals(2, small.get(), "they are there");
            Fx.keys(KeyCode.ESCAPE);
            for (int k = 0; k < 19; k++) {
                int steps = 31 + k;
                Fx.run(() -> bench.session.edit("steps", e -> e.withStop(StopRule.steps(steps))));
            }
            assertEquals(2, small.get(), "21 sets, the first of which has its picture");
            Fx.run(() -> bench.session.edit("steps", e -> e.withStop(StopRule.steps(70))));
            Fx.run(() -> bench.session.edit("steps", e -> e.withStop(StopRule.steps(71))));
            assertEquals(3, small.get(), "the third set's frame is let go");
        }
    }
}
