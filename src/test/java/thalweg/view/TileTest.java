package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Surveys;
import thalweg.paint.ViewKind;

class TileTest {
    @TempDir
    private Path folder;

    /** While a knob is dragged times are measured off the painters' threads, and of what is passed on the way never. */
    @Test
    void gradientsAreTimedBesideThePaintersAndTheNewestOnly() {
        Deque<Runnable> beside = new ArrayDeque<>();
        try (Bench bench = Bench.of(folder, Bench.kinds(), beside::add)) {
            Fx.run(() -> bench.session.edit("tiles", e -> e.withLook(e.look().withTiles(List.of("gradient-check")).withLayout("1"))));
            for (int b = 90; b < 95; b++) {
                Spec spec = Spec.of("rosenbrock").with("b", b);
                Fx.run(() -> bench.session.drag("turn b", e -> e.withObjective(spec)));
            }
            assertEquals(1, beside.size(), "one waits, whatever was asked since");
            assertEquals("", times(bench));
            Fx.run(() -> beside.removeFirst().run());
            assertTrue(times(bench).startsWith("Exact gradient "), times(bench));
            Fx.keys(KeyCode.F5);
            assertNull(Fx.get(() -> bench.scene.lookup("#times-0")), "too small for a stage");
            Fx.keys(KeyCode.F5);
            assertTrue(times(bench).startsWith("Exact gradient "), times(bench));
        }
    }

    private static String times(Bench bench) {
        return Fx.get(() -> bench.node(Label.class, "times-0").getText());
    }

    /** The name in a head is strong; the list that opens below it is a menu like others. */
    @Test
    void viewsAreListedAsInOtherMenus() {
        try (Bench bench = new Bench(folder)) {
            Button chooser = bench.node(Button.class, "view-0");
            Fx.run(chooser::fire);
            Fx.pulses(2);
            assertEquals("IBM Plex Sans", Fx.get(() -> bench.popup(Label.class, ".menu-item > .label").getFont().getFamily()));
            assertEquals("IBM Plex Sans SmBld", Fx.get(() -> chooser.getFont().getFamily()));
        }
    }

    @Test
    void theBestRatesOfASweepAreTakenInOneUndoStep() {
        List<ViewKind> kinds = new ArrayList<>(Bench.kinds());
        kinds.add(new ViewKind("sweep", "Rate sweep", (_, _) -> (_, _, _) -> { }));
        try (Bench bench = Bench.of(folder, kinds, Runnable::run)) {
            Fx.run(() -> bench.session.edit("tiles", e ->
                    e.withStop(StopRule.steps(20)).withLook(e.look().withTiles(List.of("sweep")).withLayout("1"))));
            Experiment before = bench.experimentNow();
            Experiment best = Fx.get(() -> Surveys.atBestRates(bench.session.frame().get()).orElseThrow());
            Fx.run(() -> new TileSettings(bench.session, kinds.getLast()).showBelow(bench.node("tile-0")));
            Fx.pulses(1);
            Fx.run(() -> bench.popup(Button.class, ".settings .button").fire());
            assertEquals(best.runs(), bench.experimentNow().runs());
            assertNotEquals(before.runs(), best.runs());
            Fx.run(bench.session::undo);
            assertEquals(before, bench.experimentNow());
        }
    }

    /** What takes long to paint is not shown under the picture of something else, but as a word. */
    @Test
    void aTileSaysThatItPaintsUntilThePictureOfAnotherViewIsThere() {
        Deque<Runnable> painting = new ArrayDeque<>();
        boolean[] held = {false};
        try (Bench bench = Bench.painting(folder, task -> {
            if (held[0]) {
                painting.add(task);
            } else {
                task.run();
            }
        })) {
            Label word = bench.node(Label.class, "waiting-0");
            assertFalse(word.isVisible());
            Fx.run(() -> {
                held[0] = true;
                bench.session.edit("tiles", e -> e.withLook(e.look().withTiles(List.of("loss")).withLayout("1")));
            });
            Fx.until("the word", word::isVisible);
            assertEquals("painting", word.getText());
            Fx.run(() -> {
                held[0] = false;
                painting.removeFirst().run();
            });
            assertFalse(word.isVisible());
        }
    }
}
