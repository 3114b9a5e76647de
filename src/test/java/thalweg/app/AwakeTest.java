package thalweg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwakeTest {
    @Test
    void eachSystemHasItsProgramAndItEndsWithOurs() {
        assertTrue(Awake.command("Mac OS X", 42).containsAll(List.of("caffeinate", "-d", "42")));
        assertTrue(Awake.command("Linux", 42).containsAll(List.of("systemd-inhibit", "--what=idle", "--pid=42")));
        assertEquals(List.of(), Awake.command("Windows 11", 42));
    }

    @Test
    void aProgramThatIsNotThereIsNoTrouble(@TempDir Path folder) {
        Path mark = folder.resolve("mark");
        Awake touching = new Awake(List.of("touch", mark.toString()));
        assertFalse(Files.exists(mark));
        Awake missing = new Awake(List.of(folder.resolve("missing").toString()));
        missing.hold(true);
        missing.hold(false);
        touching.hold(false);
        assertFalse(Files.exists(mark), "nothing runs that nobody asked for");
    }
}
