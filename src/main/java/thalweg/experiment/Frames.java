package thalweg.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Crew;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.CriticalPoint;
import thalweg.objective.CriticalPoints;
import thalweg.objective.NoisyObjective;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.slice.Cut;
import thalweg.slice.Plotted;
import thalweg.slice.Route;
import thalweg.slice.Slice;
import thalweg.slice.Slices;
import thalweg.slice.Soundness;
import thalweg.slice.Vantage;
import thalweg.slice.Walk;

/** Ids and numbers become pictures' content: the parts of a {@link Frame}, each a pure function of the experiment. */
public final class Frames {
    /** Nodes per side of the grid that pictures are drawn from: as fine as a contour line can show, and sampled within some milliseconds. */
    public static final int NODES = 201;
    /** Nodes of a curve: more than a tile has pixels. */
    public static final int NODES_OF_A_LINE = 2001;

    /** Nodes per side of a slice of a model's cost, which takes longer. */
    public static final int NODES_OF_A_STUDY = 101;
    /** Bytes that the paths of all runs of a model may keep, and one of them. */
    private static final long ALL_PATHS = 512L << 20;
    private static final long ONE_PATH = 256L << 20;
    private static final int MOST_SHOWN = 8;
    /** Other draws that a picture along random directions is checked with. */
    private static final int DRAWS = 3;

    /** The same for every experiment: where critical points lie is no matter of chance, only where the search for them starts. */
    private static final long SEARCH_SEED = 1;

    private Frames() {
    }

    /**
     * What an experiment learns from, if it does; may take a while and much memory, so keep it while its learning and seed are the same.
     *
     * @throws IllegalArgumentException for what cannot be made, read, or does not fit together
     */
    public static Optional<Study> study(Experiment experiment) {
        return study(experiment, () -> false, Crew.NOBODY);
    }

    /**
     * The same, which may be given up, and with help.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Optional<Study> study(Experiment experiment, BooleanSupplier cancelled, Crew crew) {
        return experiment.learning().map(learning -> Study.of(learning, experiment.seed(), cancelled, crew));
    }

    /** The scene of an experiment that nothing of is kept of. */
    public static Scene scene(Experiment experiment) {
        return scene(experiment, study(experiment));
    }

    /**
     * The scene without critical points that must be searched for, and as long as there are no runs: a slice that follows them comes by
     * {@link #sliced}.
     *
     * @param study of this experiment, if it learns
     * @throws thalweg.catalog.SpecException for an objective that cannot be made
     * @throws ExperimentException for a start or window that does not fit the objective
     */
    public static Scene scene(Experiment experiment, Optional<Study> study) {
        return scene(experiment, study, () -> false);
    }

    /**
     * The same; the directions of a slice of many parameters take a while.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Scene scene(Experiment experiment, Optional<Study> study, BooleanSupplier cancelled) {
        Objective objective = study.<Objective>map(Study::cost).orElseGet(() -> Objectives.CATALOG.make(experiment.objective().orElseThrow()));
        Appearance appearance = objective.appearance();
        Vec start = experiment.start().size() == 0 ? appearance.start() : experiment.start();
        int n = objective.dimension();
        if (start.size() != n || !start.isFinite()) {
            throw new ExperimentException("start", "a start on " + appearance.name() + " has " + n + " finite "
                    + (n == 1 ? "number" : "numbers") + ", but was " + (start.size() > MOST_SHOWN ? start.size() + " numbers" : start));
        }
        List<CriticalPoint> known = appearance.minima().stream().map(at -> minimum(objective, at)).toList();
        Cut cut = experiment.slicing().cut();
        Slice slice = isPlain(experiment, n) ? Slice.axes(appearance.window())
                : cut(cut.followsRuns() ? Slicing.AUTOMATIC.cut() : cut, new Vantage(objective, start, List.of(), experiment.seed(), cancelled));
        boolean later = !isPlain(experiment, n) && cut.followsRuns();   // then the window is that of a slice still to come
        return new Scene(objective, later ? slice : over(experiment, appearance, slice), start, known, study);
    }

    private static Slice cut(Cut cut, Vantage from) {
        try {
            return cut.of(from);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("slice", e.getMessage());
        }
    }

    private static boolean isPlain(Experiment experiment, int n) {
        return experiment.slicing().isAutomatic() && n <= 2;
    }

    private static Slice over(Experiment experiment, Appearance appearance, Slice slice) {
        List<Range> wanted = experiment.look().window();
        if (!wanted.isEmpty() && wanted.size() != slice.dimension()) {
            throw new ExperimentException("look.window", "the window of " + appearance.name() + " has " + ranges(slice.dimension())
                    + ", but " + ranges(wanted.size()) + (wanted.size() == 1 ? " was given" : " were given"));
        }
        return wanted.isEmpty() ? slice : slice.over(wanted);
    }

    /**
     * The scene with the slice that follows these runs; the same where it does not.
     *
     * @throws IllegalArgumentException for a slice that cannot be made from these runs
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Scene sliced(Experiment experiment, Scene scene, List<Trajectory> paths, BooleanSupplier cancelled) {
        Cut cut = experiment.slicing().cut();
        if (isPlain(experiment, scene.objective().dimension()) || !cut.followsRuns()) {
            return scene;
        }
        Slice slice = cut.of(new Vantage(scene.objective(), scene.start(), paths, experiment.seed(), cancelled));
        return scene.withSlice(over(experiment, scene.objective().appearance(), slice));
    }

    /** The tracks with their routes through the scene's slice, where it does not show all parameters. */
    public static List<Track> routed(Scene scene, List<Track> tracks) {
        return routed(scene, tracks, () -> false);
    }

    /**
     * The same, which takes a while where paths keep many parameters.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static List<Track> routed(Scene scene, List<Track> tracks, BooleanSupplier cancelled) {
        return scene.isWhole() ? tracks
                : tracks.stream().map(t -> t.withRoute(Optional.of(Route.of(t.trajectory(), scene.slice(), cancelled)))).toList();
    }

    private static String ranges(int n) {
        return n == 1 ? "one range" : n + " ranges";
    }

    private static CriticalPoint minimum(Objective objective, Vec at) {
        return new CriticalPoint(CriticalPoint.Kind.MINIMUM, at, objective.evaluator().value(at.toArray()), Vec.of(), true);
    }

    /** The critical points in the scene's window, found by the program; takes up to a second. */
    public static List<CriticalPoint> criticalPoints(Scene scene, BooleanSupplier cancelled) {
        if (scene.study().isPresent() || !scene.isWhole()) {
            return scene.criticalPoints();                        // a model's cost has too many to be found, or is convex
        }
        List<CriticalPoint> found = CriticalPoints.find(scene.objective(), scene.slice().ranges(), SEARCH_SEED, cancelled);
        return found.isEmpty() ? scene.criticalPoints() : found;
    }

    /** The slice sampled at nx by ny nodes (ny is 1 on a line); once cancelled, what is missing is NaN. */
    public static Grid grid(Scene scene, int nx, int ny, BooleanSupplier cancelled) {
        return Slices.sample(scene.objective(), scene.slice(), nx, ny, cancelled);
    }

    /** Along a random line: the values along the other draws that are to be shown with it; once cancelled, what is missing is NaN or left out. */
    public static List<Grid> beside(Experiment experiment, Scene scene, List<Track> tracks, int nodes, BooleanSupplier cancelled) {
        if (isPlain(experiment, scene.objective().dimension())) {
            return List.of();
        }
        Vantage from = vantage(experiment, scene, tracks, cancelled);
        List<Grid> grids = new ArrayList<>();
        try {
            for (Cut cut : experiment.slicing().cut().beside()) {
                grids.add(Slices.sample(scene.objective(), cut.of(from).over(scene.slice().ranges()), nodes, 1, cancelled));
            }
        } catch (CancellationException _) {
            return grids;                                         // the other draws are left out
        }
        return grids;
    }

    private static Vantage vantage(Experiment experiment, Scene scene, List<Track> tracks, BooleanSupplier cancelled) {
        return new Vantage(scene.objective(), scene.start(), tracks.stream().map(Track::trajectory).toList(), experiment.seed(), cancelled);
    }

    /**
     * Checks the picture that a frame makes against what it was made of; may take as long as its grid.
     *
     * @throws CancellationException once cancelled, perhaps; else what comes back does not matter then
     */
    public static Soundness soundness(Frame frame, BooleanSupplier cancelled) {
        Scene scene = frame.scene();
        boolean plain = isPlain(frame.experiment(), scene.objective().dimension());
        List<Walk> walks = frame.tracks().stream().filter(t -> !t.run().hidden() && !(t.trajectory().outcome() instanceof Outcome.Diverged))
                .map(t -> Walk.of(t.name(), t.trajectory(), scene.slice(), cancelled)).toList();
        return Soundness.of(new Plotted(vantage(frame.experiment(), scene, frame.tracks(), cancelled),
                plain ? Optional.empty() : Optional.of(frame.experiment().slicing().cut()), scene.slice(), frame.grid(), walks), DRAWS, cancelled);
    }

    /** Nodes along the first direction of the grid that pictures of a scene are drawn from: as many as were asked for, or as suit it. */
    public static int nodes(Experiment experiment, Scene scene) {
        int asked = experiment.slicing().points();
        return asked > 0 ? asked : scene.slice().dimension() == 1 ? scene.study().isPresent() ? NODES_OF_A_STUDY : NODES_OF_A_LINE
                : scene.study().isPresent() ? NODES_OF_A_STUDY : NODES;
    }

    /** The path of one run, nobody watching. */
    public static Trajectory trajectory(Experiment experiment, Scene scene, Run run, BooleanSupplier cancelled) {
        return trajectory(experiment, scene, run, cancelled, (_, _) -> { });
    }

    /**
     * The path of one run; depends on the experiment's numbers, never on its look, step or other runs, so it can be kept while another run changes.
     *
     * @throws thalweg.catalog.SpecException for an optimizer or schedule that cannot be made, or cannot work on this objective
     */
    public static Trajectory trajectory(Experiment experiment, Scene scene, Run run, BooleanSupplier cancelled, Descent.Watch watch) {
        return trajectory(experiment, scene, run, cancelled, watch, Crew.NOBODY);
    }

    /** The same path, to the last bit, with the help of others at each of its steps. */
    public static Trajectory trajectory(Experiment experiment, Scene scene, Run run, BooleanSupplier cancelled, Descent.Watch watch, Crew crew) {
        return descent(experiment, scene, run).run(cancelled, watch, crew);
    }

    /**
     * The run before it is made.
     *
     * @throws thalweg.catalog.SpecException as {@link #trajectory}
     */
    static Descent descent(Experiment experiment, Scene scene, Run run) {
        Objective objective = scene.objective();
        Objective batches = scene.study().filter(_ -> run.batch() > 0).map(s -> s.cost().batches(run.batch(), experiment.seed())).orElse(objective);
        Objective guide = experiment.noise() > 0 ? new NoisyObjective(batches, experiment.noise(), experiment.seed()) : batches;
        Optimizer rule = Optimizers.CATALOG.make(run.optimizer());
        int steps = rule.steps(experiment.stop().steps());
        boolean ends = rule.steps(Integer.MAX_VALUE) < Integer.MAX_VALUE;           // as a recorded path does, with its file
        StopRule stop = ends ? StopRule.steps(steps) : experiment.stop();
        Descent plain = Descent.of(objective, rule, Schedules.CATALOG.make(run.schedule()), rule.start(scene.start()), stop).guidedBy(guide)
                .maximising(experiment.maximise());
        return scene.study().map(s -> plain.measured(
                s.measureEvery(experiment.stop().steps(), run.batch() > 0 ? run.batch() : s.cost().samples()), s.gauges())
                .within(Math.clamp(ALL_PATHS / Math.max(1, experiment.runs().size()), Descent.BUDGET, ONE_PATH))).orElse(plain);
    }

    /** Distinct names for legends, one per run: its label, or its optimizer's, told apart by a knob or a number where needed. */
    public static List<String> names(List<Run> runs) {
        return Names.of(runs);
    }

    /** Every run of the experiment, in order, made one after another. */
    public static List<Track> tracks(Experiment experiment, Scene scene, BooleanSupplier cancelled) {
        return tracks(experiment, scene, Crew.NOBODY, cancelled);
    }

    /**
     * Every run of the experiment, in order; as many are made at a time as there are hands, and a single one is made by all. Equal experiments have
     * equal tracks, whoever helps.
     *
     * @param cancelled asked by all; once true, runs end with what they have
     * @throws thalweg.catalog.SpecException of the first run that cannot be made, before any is
     */
    public static List<Track> tracks(Experiment experiment, Scene scene, Crew crew, BooleanSupplier cancelled) {
        List<Run> runs = experiment.runs();
        List<String> names = names(runs);
        List<Descent> descents = runs.stream().map(run -> descent(experiment, scene, run)).toList();
        Trajectory[] paths = new Trajectory[runs.size()];
        Crew each = runs.size() == 1 ? crew : Crew.NOBODY;
        crew.share(runs.size(), () -> i -> paths[i] = descents.get(i).run(cancelled, (_, _) -> { }, each), _ -> { });
        return IntStream.range(0, runs.size()).mapToObj(i ->
                new Track(runs.get(i), names.get(i), Optimizers.CATALOG.make(runs.get(i).optimizer()), paths[i])).toList();
    }

    /** The whole frame, made by the caller alone. */
    public static Frame frame(Experiment experiment) {
        return frame(experiment, Crew.NOBODY);
    }

    /**
     * The whole frame at the experiment's own step (or the last there is), at the resolution pictures are made with. Equal experiments have equal
     * frames, whoever helps.
     *
     * @throws ExperimentException for an experiment that cannot be carried out
     */
    public static Frame frame(Experiment experiment, Crew crew) {
        Validation.check(experiment);
        Frame alone = alone(experiment, Optional.empty(), crew);
        Frame frame = alone.withVariants(experiment.variants().stream().map(v -> alone(v.of(experiment), Optional.of(alone), crew)).toList());
        return frame.at(Math.clamp(experiment.step(), 0, frame.last()));
    }

    /**
     * The frame without variants, at step 0.
     *
     * @param kin of an experiment that differs in little: what both learn and how is not made twice
     */
    private static Frame alone(Experiment experiment, Optional<Frame> kin, Crew crew) {
        Optional<Frame> same = kin.filter(f -> f.experiment().subject().equals(experiment.subject()));
        Scene known = scene(experiment, same.isPresent() ? same.get().scene().study() : study(experiment));
        List<Track> tracks = same.filter(f -> f.experiment().runs().equals(experiment.runs())).isPresent()
                ? same.get().tracks().stream().map(t -> t.withRoute(Optional.empty())).toList()
                : tracks(experiment, known, crew, () -> false);
        Scene sliced = sliced(experiment, known, tracks.stream().map(Track::trajectory).toList(), () -> false);
        Scene scene = sliced.withCriticalPoints(criticalPoints(sliced, () -> false));
        int nodes = nodes(experiment, scene);
        int ny = scene.slice().dimension() == 1 ? 1 : nodes;
        Grid grid = Slices.sample(scene.objective(), scene.slice(), nodes, ny, crew.executor(), crew.helpers(), () -> false);
        return new Frame(experiment, scene, grid, routed(scene, tracks), 0, Optional.empty())
                .withBeside(beside(experiment, scene, tracks, grid.nx(), () -> false));
    }
}
