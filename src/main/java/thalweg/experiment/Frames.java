package thalweg.experiment;

import java.util.List;
import java.util.function.BooleanSupplier;
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

    /** Every run of the experiment, in order. */
    public static List<Track> tracks(Experiment experiment, Scene scene, BooleanSupplier cancelled) {
        throw new IllegalStateException("not built yet: " + experiment);
    }

    /** The whole frame at the experiment's own step, at the resolution pictures are made with. */
    public static Frame frame(Experiment experiment) {
        throw new IllegalStateException("not built yet: " + experiment);
    }
}
