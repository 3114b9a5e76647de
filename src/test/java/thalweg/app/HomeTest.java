package thalweg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final String USER = Path.of("ada").toAbsolutePath().toString();

    private static Path folder(String system, Map<String, String> environment) {
        return Home.folder(environment, system, USER);
    }

    @Test
    void eachSystemHasItsOwnPlace() {
        assertEquals(Path.of(USER, ".config", "thalweg"), folder("Linux", Map.of()));
        assertEquals(Path.of(USER, "Library", "Application Support", "Thalweg"), folder("Mac OS X", Map.of()));
        assertEquals(Path.of(USER, "AppData", "Roaming", "Thalweg"), folder("Windows 11", Map.of()));
    }

    @Test
    void theVariableOfTheSystemComesFirst() {
        String elsewhere = Path.of("elsewhere").toAbsolutePath().toString();
        assertEquals(Path.of(elsewhere, "thalweg"), folder("Linux", Map.of("XDG_CONFIG_HOME", elsewhere)));
        assertEquals(Path.of(elsewhere, "Thalweg"), folder("Windows 10", Map.of("APPDATA", elsewhere)));
        assertEquals(Path.of(USER, ".config", "thalweg"), folder("Linux", Map.of("APPDATA", elsewhere)));
    }

    @Test
    void anEmptyOrRelativeVariableIsPassedOver() {
        assertEquals(Path.of(USER, ".config", "thalweg"), folder("Linux", Map.of("XDG_CONFIG_HOME", " ")));
        assertEquals(Path.of(USER, ".config", "thalweg"), folder("Linux", Map.of("XDG_CONFIG_HOME", "here")));
    }
}
