package thalweg.view;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of a whole window with its panels, standing still at the step where it opened. */
abstract class WithPanels {
    @TempDir
    Path folder;
    Bench bench;

    @BeforeEach
    void open() {
        bench = Bench.withPanels(folder);
        Fx.run(() -> bench.session.playback().pause());
    }

    @AfterEach
    void close() {
        if (bench != null) {                                      // or else it could not be opened, which says enough
            bench.close();
        }
    }
}
