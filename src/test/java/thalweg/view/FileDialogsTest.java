package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileDialogsTest {
    private static String named(String chosen, String suggestion) {
        return FileDialogs.named(Path.of("folder", chosen), FileDialogs.ending(suggestion)).getFileName().toString();
    }

    @Test
    void aSessionAlwaysGetsTheEndingItIsKnownBy() {
        assertEquals("race.thalweg.json", named("race", "rosenbrock.thalweg.json"));
        assertEquals("race.v2.thalweg.json", named("race.v2", "rosenbrock.thalweg.json"));
        assertEquals("race.json", named("race.json", "my.first.thalweg.json"));
    }

    @Test
    void aPictureKeepsTheEndingThatWasTyped() {
        assertEquals("race.png", named("race", "rosenbrock-picture.png"));
        assertEquals("race.svg", named("race.svg", "rosenbrock-picture.png"));
        assertEquals("b. 2 of 3.png", named("b. 2 of 3", "a.b-picture.png"));
    }

    @Test
    void theSystemsDialogCallsKindsOfFilesByTheirNames() {
        assertEquals("Thalweg session", FileDialogs.kind(".thalweg.json"));
        assertEquals("PNG picture", FileDialogs.kind(".png"));
    }

    @Test
    void aPictureMayBeSavedAsAnyKindOfPictureAndASessionOnlyAsOne() {
        assertEquals(List.of(".png", ".svg", ".pdf"), FileDialogs.endings("rosenbrock-picture.png"));
        assertEquals(List.of(".thalweg.json"), FileDialogs.endings("rosenbrock.thalweg.json"));
        assertEquals(Path.of("folder", "race.svg"), FileDialogs.ofKind(Path.of("folder", "race.png"), ".svg"));
        assertEquals(Path.of("folder", "race.v2.pdf"), FileDialogs.ofKind(Path.of("folder", "race.v2"), ".pdf"));
    }
}
