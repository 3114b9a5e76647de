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
    void theEndingOfAnotherKindGivesWayToThePickedOne() {
        List<String> kinds = List.of(".csv", ".npz");
        assertEquals(Path.of("folder", "race.npz"), FileDialogs.ofKind(Path.of("folder", "race.csv"), ".npz", kinds));
        assertEquals(Path.of("folder", "race.v2.npz"), FileDialogs.ofKind(Path.of("folder", "race.v2"), ".npz", kinds));
        assertEquals("NPZ, for NumPy", FileDialogs.kind(".npz"));
    }
}
