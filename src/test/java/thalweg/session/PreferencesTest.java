package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasPutIsThereTomorrow() {
        Path file = folder.resolve("new folder").resolve("preferences.properties");
        new Preferences(file, Runnable::run).put("theme", "dark");
        assertEquals("dark", new Preferences(file, Runnable::run).text("theme", "light"));
    }

    @Test
    void aDamagedFileIsAnEmptyOne() throws IOException {
        Path file = folder.resolve("p");
        Files.write(file, new byte[] {'a', '=', '\\', 'u', 'z', 'z', (byte) 0xff});
        assertEquals("light", new Preferences(file, Runnable::run).text("theme", "light"));
        assertEquals(3, new Preferences(file, Runnable::run).number("width", 3));
    }

    @Test
    void aFolderThatCannotBeMadeForgetsQuietly() throws IOException {
        Path occupied = Files.createFile(folder.resolve("file"));
        Preferences preferences = new Preferences(occupied.resolve("preferences"), Runnable::run);
        preferences.put("theme", "dark");
        assertEquals("dark", preferences.text("theme", "light"));
    }

    @Test
    void recentFilesAreNewestFirstUntilTheyAreForgotten() {
        Preferences preferences = new Preferences(folder.resolve("p"), Runnable::run);
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        preferences.remember(a);
        preferences.remember(b);
        preferences.remember(a);
        assertEquals(List.of(a.toAbsolutePath(), b.toAbsolutePath()), preferences.recent());
        assertTrue(preferences.forget(a));
        assertFalse(preferences.forget(a));
        assertEquals(List.of(b.toAbsolutePath()), preferences.recent());
        assertEquals(List.of(b.toAbsolutePath()), new Preferences(folder.resolve("p"), Runnable::run).recent(), "as kept");
    }

    @Test
    void formulasAreKeptNewestFirstOnceEachAndForgotten() {
        Preferences written = new Preferences(folder.resolve("formulas"), Runnable::run);
        List.of("x^2", "x*y", "x^2", "sin(x) = y").forEach(written::rememberFormula);
        assertEquals(List.of("sin(x) = y", "x*y", "x^2"), new Preferences(folder.resolve("formulas"), Runnable::run).formulas().get());
        written.forgetFormula("x*y");
        assertEquals(List.of("sin(x) = y", "x^2"), new Preferences(folder.resolve("formulas"), Runnable::run).formulas().get());
        for (int i = 0; i < 40; i++) {
            written.rememberFormula("x + " + i);
        }
        assertEquals(24, written.formulas().get().size());
        assertEquals("x + 39", written.formulas().get().getFirst());
    }
}
