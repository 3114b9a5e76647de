package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;

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
        }
    }

    private static String times(Bench bench) {
        return Fx.get(() -> bench.node(Label.class, "times-0").getText());
    }
}
