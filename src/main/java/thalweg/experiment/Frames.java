package thalweg.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import thalweg.descent.Descent;
import thalweg.descent.Trajectory;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.CriticalPoint;
import thalweg.objective.CriticalPoints;
import thalweg.objective.NoisyObjective;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.slice.Slice;
import thalweg.slice.Slices;

/** Ids and numbers become pictures' content: the parts of a {@link Frame}, each a pure function of the experiment. */
public final class Frames {
    /** Nodes per side of the grid that pictures are drawn from: as fine as a contour line can show, and sampled within some milliseconds. */
    public static final int NODES = 201;
    /** Nodes of a curve: more than a tile has pixels. */
    public static final int NODES_OF_A_LINE = 2001;

    /** The same for every experiment: where critical points lie is no matter of chance, only where the search for them starts. */
    private static final long SEARCH_SEED = 1;

    private Frames() {
    }

    /**
     * The scene without critical points that must be searched for.
     *
     * @throws thalweg.catalog.SpecException for an objective that cannot be made
     * @throws ExperimentException for a start or window that does not fit the objective
     */
    public static Scene scene(Experiment experiment) {
        Objective objective = Objectives.CATALOG.make(experiment.objective());
        Appearance appearance = objective.appearance();
        List<Range> wanted = experiment.look().window();
        if (!wanted.isEmpty() && wanted.size() != appearance.window().size()) {
            throw new ExperimentException("look.window", "the window of " + appearance.name() + " has " + ranges(appearance.window().size())
                    + ", but " + ranges(wanted.size()) + (wanted.size() == 1 ? " was given" : " were given"));
        }
        Slice slice = Slice.axes(wanted.isEmpty() ? appearance.window() : wanted);
        Vec start = experiment.start().size() == 0 ? appearance.start() : experiment.start();
        int n = objective.dimension();
        if (start.size() != n || !start.isFinite()) {
            throw new ExperimentException("start", "a start on " + appearance.name() + " has " + n + " finite "
                    + (n == 1 ? "number" : "numbers") + ", but was " + start);
        }
        List<CriticalPoint> known = appearance.minima().stream().map(at -> minimum(objective, at)).toList();
        return new Scene(objective, slice, start, known);
    }

    private static String ranges(int n) {
        return n == 1 ? "one range" : n + " ranges";
    }

    private static CriticalPoint minimum(Objective objective, Vec at) {
        return new CriticalPoint(CriticalPoint.Kind.MINIMUM, at, objective.evaluator().value(at.toArray()), Vec.of(), true);
    }

    /** The critical points in the scene's window, found by the program; takes up to a second. */
    public static List<CriticalPoint> criticalPoints(Scene scene, BooleanSupplier cancelled) {
        List<CriticalPoint> found = CriticalPoints.find(scene.objective(), scene.slice().ranges(), SEARCH_SEED, cancelled);
        return found.isEmpty() ? scene.criticalPoints() : found;
    }

    /** The slice sampled at nx by ny nodes (ny is 1 on a line); once cancelled, a grid of NaN comes back at once. */
    public static Grid grid(Scene scene, int nx, int ny, BooleanSupplier cancelled) {
        try {
            return Slices.sample(scene.objective(), scene.slice(), nx, ny, cancelled);
        } catch (CancellationException _) {
            double[] none = new double[nx * ny];
            Arrays.fill(none, Double.NaN);
            List<Range> ranges = scene.slice().ranges();
            return new Grid(ranges.getFirst(), ranges.getLast(), nx, ny, none);
        }
    }

    /**
     * The path of one run; depends on the experiment's numbers, never on its look, step or other runs, so it can be kept while another run changes.
     *
     * @throws thalweg.catalog.SpecException for an optimizer or schedule that cannot be made, or cannot work on this objective
     */
    public static Trajectory trajectory(Experiment experiment, Scene scene, Run run, BooleanSupplier cancelled) {
        Objective objective = scene.objective();
        Objective guide = experiment.noise() > 0 ? new NoisyObjective(objective, experiment.noise(), experiment.seed()) : objective;
        return Descent.of(objective, Optimizers.CATALOG.make(run.optimizer()), Schedules.CATALOG.make(run.schedule()), scene.start(),
                experiment.stop()).guidedBy(guide).maximising(experiment.maximise()).run(cancelled);
    }

    /** Distinct names for legends, one per run: its label, or its optimizer's, told apart by a knob or a number where needed. */
    public static List<String> names(List<Run> runs) {
        return Names.of(runs);
    }

    /** Every run of the experiment, in order. */
    public static List<Track> tracks(Experiment experiment, Scene scene, BooleanSupplier cancelled) {
        List<String> names = names(experiment.runs());
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Run run = experiment.runs().get(i);
            tracks.add(new Track(run, names.get(i), Optimizers.CATALOG.make(run.optimizer()), trajectory(experiment, scene, run, cancelled)));
        }
        return tracks;
    }

    /**
     * The whole frame at the experiment's own step (or the last there is), at the resolution pictures are made with.
     *
     * @throws ExperimentException for an experiment that cannot be carried out
     */
    public static Frame frame(Experiment experiment) {
        Validation.check(experiment);
        Scene known = scene(experiment);
        Scene scene = new Scene(known.objective(), known.slice(), known.start(), criticalPoints(known, () -> false));
        boolean line = scene.slice().dimension() == 1;
        Grid grid = grid(scene, line ? NODES_OF_A_LINE : NODES, line ? 1 : NODES, () -> false);
        List<Track> tracks = tracks(experiment, scene, () -> false);
        Frame frame = new Frame(experiment, scene, grid, tracks, 0, Optional.empty());
        return frame.at(Math.clamp(experiment.step(), 0, frame.last()));
    }
}
