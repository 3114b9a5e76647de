package thalweg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void linuxHasADisplayIfX11OrWaylandSaysSo() {
        assertTrue(Main.hasDisplay(Map.of("DISPLAY", ":0"), "linux", ""));
        assertTrue(Main.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0"), "linux", ""));
        assertFalse(Main.hasDisplay(Map.of(), "linux", ""));
        assertFalse(Main.hasDisplay(Map.of("DISPLAY", ""), "linux", ""));
    }

    @Test
    void aWindowNobodySeesNeedsNoDisplay() {
        assertTrue(Main.hasDisplay(Map.of(), "linux", "Headless"));
        assertFalse(Main.hasDisplay(Map.of(), "linux", "gtk"));
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        assertTrue(Main.unreachable(Map.of("DISPLAY", ":7")).contains("the display ':7' does not answer"));
        assertTrue(Main.unreachable(Map.of("WAYLAND_DISPLAY", "wayland-0")).contains("DISPLAY is not set"));
        assertTrue(Main.unreachable(Map.of()).contains("render"), "what works without one");
    }

    @Test
    void windowsAndMacAlwaysHaveOne() {
        assertTrue(Main.hasDisplay(Map.of(), "windows 11", ""));
        assertTrue(Main.hasDisplay(Map.of(), "mac os x", ""));
    }

    @Test
    void theNameOfAFileAloneOpensItAndACommandIsNoFile(@TempDir Path folder) throws IOException {
        Path session = Files.writeString(folder.resolve("race.thalweg.json"), "{}");
        assertEquals(Optional.of(session), Main.file(new String[] {session.toString()}));
        assertEquals(Optional.empty(), Main.file(new String[] {folder.resolve("none.png").toString()}));
        assertEquals(Optional.empty(), Main.file(new String[] {"list"}));
        assertEquals(Optional.empty(), Main.file(new String[] {"open", session.toString()}));
        assertEquals(Optional.empty(), Main.file(new String[] {folder.toString()}));
    }
}
