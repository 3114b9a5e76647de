package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.math.Range;

class HomeScaleTest {
    private static Frame on(String function, Look look, double x, double y, double width) {
        return Frames.frame(Experiment.of(Spec.of(function)).withLook(look.withWindow(List.of(new Range(x, x + width), new Range(y, y + width)))));
    }

    /** A small patch of the valley's wall is nearly a plane. */
    @Test
    void zoomingDoesNotTurnALogarithmicMapLinear() {
        Frame wall = on("rosenbrock", Look.DEFAULT, -2, -1, 0.1);
        assertEquals(ValueScale.Kind.LINEAR, ValueScale.of(wall.grid(), Look.Scale.AUTO).kind());
        assertTrue(ContourChart.Shades.of(wall, Memo.NONE).scale().isLog());
        Frame linear = on("rosenbrock", Look.DEFAULT.withScale(Look.Scale.LINEAR), -2, -1, 0.1);
        assertEquals(ValueScale.Kind.LINEAR, ContourChart.Shades.of(linear, Memo.NONE).scale().kind());
    }

    /** While the exaggeration is dragged a surface grows and shrinks, and is seen from where it was. */
    @ParameterizedTest
    @ValueSource(strings = {"rosenbrock", "beale", "goldstein-price", "booth"})
    void exaggerationDoesNotTurnTheHomeView(String function) {
        Frame plain = Frames.frame(Experiment.of(Spec.of(function)));
        for (double exaggeration : new double[] {0.3, 1.5, 2.5}) {
            Frame higher = Frames.frame(plain.experiment().withLook(plain.experiment().look().withExaggeration(exaggeration)));
            assertEquals(SurfaceView.camera(plain, Memo.NONE).azimuth(), SurfaceView.camera(higher, Memo.NONE).azimuth(),
                    "at exaggeration " + exaggeration);
        }
    }
}
