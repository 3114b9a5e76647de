package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.paint.Fixtures;
import thalweg.paint.Plot;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;

class ThemeChangeTest {
    private static final int DARK = 0x000000;
    private static final int LIGHT = 0xffffff;

    @TempDir
    private Path folder;
    private AutoCloseable open = () -> { };

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    /** White in the light theme, black in the dark. */
    private static Plot plain(Style style) {
        return (g, area, _) -> {
            g.setColor(style.theme() == Theme.DARK ? Color.BLACK : Color.WHITE);
            g.fill(area);
        };
    }

    private static void drain(Deque<Runnable> tasks) {
        while (!tasks.isEmpty()) {
            tasks.removeFirst().run();
        }
    }

    @Test
    void picturesInTheOtherThemeArePaintedBeforeTheGroundChanges() {
        List<Theme> grounds = new ArrayList<>();
        Scene[] scene = new Scene[1];
        List<ViewKind> kinds = Bench.kinds().stream().map(k -> new ViewKind(k.id(), k.label(), (style, _) -> (g, area, frame) -> {
            if (style.theme() == Theme.DARK) {
                grounds.add(Decor.themeOf(scene[0].getRoot()).getValue());
            }
            plain(style).paint(g, area, frame);
        })).toList();
        Bench bench = Bench.of(folder, kinds, Runnable::run);
        open = bench;
        scene[0] = bench.scene;
        PlotView plot = bench.node(PlotView.class, "plot-0");
        assertEquals(LIGHT, Fx.pixel(plot, 0.5, 0.5));
        Fx.run(bench.shell::toggleTheme);
        assertEquals(List.of(Theme.LIGHT, Theme.LIGHT, Theme.LIGHT, Theme.LIGHT), Fx.get(() -> List.copyOf(grounds.subList(0, 4))));
        assertEquals(Theme.DARK, Fx.get(() -> Decor.themeOf(bench.scene.getRoot()).getValue()));
        assertEquals(DARK, Fx.pixel(plot, 0.5, 0.5));
    }

    @Test
    void aPictureThatIsHeldBackIsSeenWhenItIsReleasedAndNotBefore() {
        Deque<Runnable> painting = new ArrayDeque<>();
        PlotView[] made = new PlotView[1];
        Stage stage = Fx.show(_ -> {
            made[0] = new PlotView(painting::add, Runnable::run, failure -> {
                throw new AssertionError(failure);
            });
            return new Scene(made[0], 200, 100);
        });
        open = () -> Fx.run(stage::close);
        PlotView view = made[0];
        ViewKind kind = new ViewKind("test", "Test", (style, _) -> plain(style));
        boolean[] ready = new boolean[1];
        Fx.run(() -> {
            view.show(new PlotView.Picture(kind, Style.of(Theme.LIGHT), Fixtures.race()));
            drain(painting);
        });
        assertEquals(LIGHT, Fx.pixel(view, 0.5, 0.5));
        Fx.run(() -> {
            drain(painting);
            view.hold(Theme.DARK, () -> ready[0] = true);
            view.show(new PlotView.Picture(kind, Style.of(Theme.DARK), Fixtures.race()));
            drain(painting);
        });
        assertTrue(ready[0]);
        assertEquals(LIGHT, Fx.pixel(view, 0.5, 0.5));
        Fx.run(view::release);
        assertEquals(DARK, Fx.pixel(view, 0.5, 0.5));
    }
}
