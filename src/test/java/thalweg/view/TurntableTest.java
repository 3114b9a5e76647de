package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.experiment.Camera;

class TurntableTest {
    @TempDir
    private Path folder;
    private Bench bench;
    private PlotView surface;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        surface = bench.node(PlotView.class, "plot-1");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Camera seen() {
        return Fx.get(() -> surface.camera().orElseThrow());
    }

    private void turnABit() {
        Camera before = seen();
        Fx.until("the surface turns", () -> surface.camera().orElseThrow().azimuth() != before.azimuth());
    }

    @Test
    void turningIsNoEditAndPaintsNothingElse() {
        PlotView contour = bench.node(PlotView.class, "plot-0");
        Fx.until("the map is still", () -> contour.painted().get() > 0);
        Fx.run(() -> bench.session.playback().pause());
        Fx.keys(KeyCode.R);
        turnABit();
        int painted = Fx.get(() -> contour.painted().get());
        turnABit();
        assertEquals(Camera.HOME, bench.experimentNow().look().camera());
        assertFalse(Fx.get(() -> bench.session.canUndo().get()));
        assertTrue(Fx.get(() -> contour.painted().get()) <= painted + 1, "at most the still picture that was due");
        assertTrue(Fx.get(() -> bench.node(ToggleButton.class, "turn-1").isSelected()));
    }

    @Test
    void whereItComesToRestIsOneUndoStep() {
        Fx.click(bench.node("turn-1"));
        turnABit();
        Fx.click(bench.node("turn-1"));
        Camera rest = bench.experimentNow().look().camera();
        assertFalse(rest.home());
        assertEquals(rest, seen());
        assertEquals(Optional.of("turn"), Fx.get(bench.session::undoName));
        Fx.pulses(3);
        assertEquals(rest, seen());
        Fx.run(bench.session::undo);
        assertEquals(Camera.HOME, bench.experimentNow().look().camera());
    }

    @Test
    void takingHoldOfTheSurfaceStopsItWithoutAJump() {
        Fx.keys(KeyCode.R);
        turnABit();
        Fx.drag(surface, 0.5, 0.5, 0.5, 0.7);
        Camera held = bench.experimentNow().look().camera();
        assertEquals(Camera.HOME.azimuth(), held.azimuth(), 90, "as far as it had turned");
        assertTrue(held.elevation() > Camera.HOME.elevation());
        assertEquals(held, seen());
        assertFalse(Fx.get(() -> bench.node(ToggleButton.class, "turn-1").isSelected()));
    }

    @Test
    void homeStopsItAndForgetsTheAngle() {
        Fx.keys(KeyCode.R);
        turnABit();
        Fx.click(bench.node("home-1"));
        Fx.pulses(3);
        assertEquals(Camera.HOME, seen());
    }

    @Test
    void aLetterTypedInAFieldTurnsNothing() {
        Fx.click(bench.node("step"));
        Fx.keys(KeyCode.R);
        Fx.pulses(3);
        assertEquals(Camera.HOME, seen());
    }
}
