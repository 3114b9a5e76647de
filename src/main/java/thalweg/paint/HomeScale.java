package thalweg.paint;

import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Study;
import thalweg.objective.Objective;
import thalweg.slice.Slice;
import thalweg.slice.Slices;

/**
 * Which scale AUTO stands for: decided on the window that the objective itself asks for, so that colours do not turn from logarithmic to linear, and
 * all levels with them, while somebody zooms.
 */
final class HomeScale {
    /** Along each direction: enough to tell a valley from a bowl. */
    private static final int NODES = 41;
    /** Of a model on more samples this would be waited for. */
    private static final int MOST_SAMPLES = 10_000;

    private HomeScale() {
    }

    static Look.Scale of(Frame frame, Memo memo) {
        Look look = frame.experiment().look();
        Objective f = frame.scene().objective();
        boolean zoomed = look.scale() == Look.Scale.AUTO && !look.window().isEmpty();
        boolean cheap = frame.scene().study().map(Study::cost).filter(cost -> cost.samples() > MOST_SAMPLES).isEmpty();
        if (!zoomed || !cheap || f.dimension() != 2 || !frame.scene().isWhole()) {
            return look.scale();
        }
        return memo.get("home scale", f, () -> ValueScale.of(Slices.sample(f, Slice.axes(f.appearance().window()), NODES, NODES, () -> false),
                Look.Scale.AUTO).isLog() ? Look.Scale.LOG : Look.Scale.LINEAR);
    }
}
