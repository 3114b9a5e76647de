package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.SpecException;
import thalweg.math.Grid;

class NamedScenesTest {
    static List<NamedScenes.Entry> all() {
        return NamedScenes.ALL;
    }

    private static Experiment scene(String id) {
        return NamedScenes.of(id).read();
    }

    /** Read by the strict reader, which refuses unknown fields, and by the rules for experiments. */
    @ParameterizedTest
    @MethodSource("all")
    void everySceneIsASessionThatCanBeCarriedOut(NamedScenes.Entry scene) {
        assertEquals(List.of(), Validation.flaws(scene.read()));
        assertTrue(!scene.title().isBlank() && scene.caption().endsWith("."), scene.id());
        assertEquals(scene.read(), ExperimentJson.read(ExperimentJson.write(scene.read())), "stable under writing");
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThereAre() {
        assertTrue(assertThrows(SpecException.class, () -> NamedScenes.of("skip")).getMessage().contains("skip-connections"));
    }

    /** Between its kinks the hinge loss of one image is linear: second differences along the line are 0 nearly everywhere, and not at the kinks. */
    @Test
    void theHingeLossOfOneImageIsPiecewiseLinearAndConvex() {
        Experiment e = scene("cifar-line");
        assertEquals(30_730, Frames.scene(e.variants().getFirst().of(e)).objective().dimension());
        Scene one = Frames.scene(e.variants().getFirst().of(e));
        Grid line = Frames.grid(one, 301, 1, () -> false);
        int kinks = 0;
        for (int i = 1; i < 300; i++) {
            double bend = line.value(i - 1, 0) - 2 * line.value(i, 0) + line.value(i + 1, 0);
            assertTrue(bend > -1e-11, "convex at " + line.xAt(i));
            kinks += bend > 1e-9 ? 1 : 0;
        }
        assertTrue(kinks >= 4 && kinks <= 18, kinks
                + " bends: a kink for each of nine classes that comes within 1, each seen by at most two differences");
        Scene hundred = Frames.scene(e.variants().get(1).of(e));
        Grid many = Frames.grid(hundred, 301, 1, () -> false);
        int bends = 0;
        for (int i = 1; i < 300; i++) {
            bends += many.value(i - 1, 0) - 2 * many.value(i, 0) + many.value(i + 1, 0) > 1e-9 ? 1 : 0;
        }
        assertTrue(bends > 150, "100 images have kinks nearly everywhere: " + bends);
    }
}
