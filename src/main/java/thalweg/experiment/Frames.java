package thalweg.experiment;

import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.descent.Trajectory;
import thalweg.math.Grid;
import thalweg.objective.CriticalPoint;

/** Ids and numbers become pictures' content: the parts of a {@link Frame}, each a pure function of the experiment. */
public final class Frames {
    private Frames() {
    }

    /**
     * The scene without critical points that must be searched for.
     *
     * @throws thalweg.catalog.SpecException or {@link thalweg.formula.FormulaException} for an objective that cannot be made
     */
    public static Scene scene(Experiment experiment) {
        throw new IllegalStateException("not built yet: " + experiment);
    }

    /** The critical points in the scene's window, found by the program; takes up to a second. */
    public static List<CriticalPoint> criticalPoints(Scene scene, BooleanSupplier cancelled) {
        throw new IllegalStateException("not built yet: " + scene);
    }

    /** The slice sampled at nx by ny nodes (ny is 1 on a line). */
    public static Grid grid(Scene scene, int nx, int ny, BooleanSupplier cancelled) {
        throw new IllegalStateException("not built yet: " + scene);
    }

    /** The path of one run; depends on the experiment's numbers, never on its look, step or other runs, so it can be kept while another run changes. */
    public static Trajectory trajectory(Experiment experiment, Scene scene, Run run, BooleanSupplier cancelled) {
        throw new IllegalStateException("not built yet: " + experiment);
    }

    /** Distinct names for legends, one per run: its label, or its optimizer's, told apart by a knob or a number where needed. */
    public static List<String> names(List<Run> runs) {
        throw new IllegalStateException("not built yet: " + runs);
    }

    /** Every run of the experiment, in order. */
    public static List<Track> tracks(Experiment experiment, Scene scene, BooleanSupplier cancelled) {
        throw new IllegalStateException("not built yet: " + experiment);
    }

    /** The whole frame at the experiment's own step, at the resolution pictures are made with. */
    public static Frame frame(Experiment experiment) {
        throw new IllegalStateException("not built yet: " + experiment);
    }
}
