package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShortcutTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "there they are signs, not words")
    void isWrittenInTheLanguageOfTheWindow() {
        assertEquals("Ctrl+Z", text("Shortcut+Z"));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertEquals("Strg+Z", text("Shortcut+Z"));
        assertEquals("Strg+Umschalt+S", text("Shortcut+Shift+S"));
        assertEquals("Bild auf", text("Page Up"));
        assertEquals("F5", text("F5"));
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "the shortcut key is another")
    void isStartedByTheKeysItNames() {
        Fx.start();
        assertTrue(Shortcut.of("Shortcut+Z").match(pressed(KeyCode.Z, true)));
        assertFalse(Shortcut.of("Shortcut+Z").match(pressed(KeyCode.Z, false)));
        assertFalse(Shortcut.of("Shortcut+Z").match(pressed(KeyCode.Y, true)));
        assertEquals(Shortcut.of("Shortcut+Z"), Shortcut.of("Shortcut+Z"));
        assertNotEquals(Shortcut.of("Shortcut+Z"), Shortcut.of("Shortcut+Y"));
    }

    private static String text(String keys) {
        return Fx.get(() -> Shortcut.of(keys).getDisplayText());
    }

    private static KeyEvent pressed(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }
}
