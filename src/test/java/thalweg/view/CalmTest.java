package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.lesson.Lessons;
import thalweg.session.Preferences;

class CalmTest {
    @TempDir
    Path folder;

    private final BooleanProperty system = new SimpleBooleanProperty();

    @Test
    void theSystemIsFollowedUntilSomebodyChooses() {
        Calm calm = new Calm(preferences(), system);
        assertFalse(calm.on().get());
        system.set(true);
        assertTrue(calm.on().get());
        calm.choose(false);
        assertFalse(calm.on().get());
        system.set(false);
        system.set(true);
        assertFalse(calm.on().get(), "what was chosen stays");
        assertFalse(new Calm(preferences(), system).on().get(), "at the next start too");
    }

    @Test
    void aLessonThatMayNotPlayByItselfStandsAtItsEndAndPlaysWhenAsked() {
        try (Bench bench = new Bench(folder)) {
            Fx.run(() -> choose(bench, true));
            Fx.run(() -> bench.session.lecture().open(Lessons.of("gradient-descent")));
            Fx.pulses(2);
            assertFalse(Fx.get(bench.session.playback()::isPlaying));
            assertTrue(bench.step() > 0, "the end of what plays");
            Fx.run(bench.session.playback()::toggle);
            assertTrue(Fx.get(bench.session.playback()::isPlaying));
            Fx.run(() -> choose(bench, false));
            Fx.run(() -> bench.session.lecture().move(1));
            Fx.until("the next scene plays", bench.session.playback()::isPlaying);
        }
    }

    /** As a click on the item does. */
    private static void choose(Bench bench, boolean on) {
        MenuBar menus = (MenuBar) bench.scene.lookup("#menus");
        CheckMenuItem item = menus.getMenus().stream().flatMap(m -> m.getItems().stream()).filter(i -> "reduced-motion".equals(i.getId()))
                .map(CheckMenuItem.class::cast)
                .findFirst().orElseThrow();
        item.setSelected(on);
        item.fire();
    }

    private Preferences preferences() {
        return new Preferences(folder.resolve("preferences"), Runnable::run);
    }
}
