package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    private Preferences preferences() {
        return new Preferences(folder.resolve("preferences"), Runnable::run);
    }
}
