package thalweg.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Slicing;
import thalweg.experiment.Study;
import thalweg.experiment.Track;
import thalweg.experiment.Validation;
import thalweg.math.Crew;
import thalweg.math.Grid;
import thalweg.network.Models;
import thalweg.optimizer.Optimizers;

/**
 * From an experiment to its frame, keeping every part that the last experiment had too. Used by one thread at a time.
 *
 * <p>A grid is shown coarse first when it keeps the user waiting; a run that takes long is shown as far as it has come.
 */
final class Computation {
    private record PathKey(Experiment numbers, Run run) { }

    private record StudyKey(Experiment learning) { }

    /** What to tell the window while at it. */
    interface Listener {
        void doing(String what, double progress);

        void frame(Frame frame);
    }

    private Optional<StudyKey> studyKey = Optional.empty();
    private Optional<Study> study = Optional.empty();
    private final Executor crew;
    private final LongSupplier nanos;
    private final Grids grids;
    private final Map<Integer, Computation> variants = new HashMap<>();
    private Map<PathKey, Trajectory> paths = Map.of();

    /**
     * Nothing kept yet.
     *
     * @param crew helps running and sampling
     */
    Computation(Executor crew) {
        this(crew, System::nanoTime);
    }

    Computation(Executor crew, LongSupplier nanos) {
        this.crew = crew;
        this.nanos = nanos;
        grids = new Grids(crew, nanos);
    }

    /**
     * Computes what is new and reports frames as they become better; says nothing more once replaced.
     *
     * @param stopped whether the user wants what is there by now; what cannot be shown at once is not shown then
     * @throws ProblemException if the experiment cannot be understood
     */
    void run(Experiment experiment, BooleanSupplier replaced, BooleanSupplier stopped, Listener listener) {
        try {
            all(experiment, replaced, stopped, listener);
        } catch (CancellationException e) {
            if (!replaced.getAsBoolean() && !stopped.getAsBoolean()) {
                throw e;
            }
        }
    }

    private void all(Experiment experiment, BooleanSupplier replaced, BooleanSupplier stopped, Listener listener) {
        if (experiment.variants().isEmpty()) {
            alone(experiment, replaced, stopped, listener);
            return;
        }
        Experiment base = experiment.withVariants(List.of());
        List<Frame> shown = new ArrayList<>();
        List<Frame> own = new ArrayList<>();
        List<Experiment> each = experiment.variants().stream().map(v -> v.of(experiment)).toList();
        alone(base, replaced, stopped, new Part(listener, "", frame -> {
            own.clear();
            own.add(frame.relabelled(experiment, frame.tracks()));
            shown.clear();
            if (isAlike(each.getFirst(), base)) {                 // what is shown first is there already, coarse or not
                shown.add(relabelled(frame, each.getFirst()));
            }
            listener.frame(own.getFirst().withVariants(shown));
        }));
        for (int i = 0; i < each.size() && !replaced.getAsBoolean() && !own.isEmpty(); i++) {
            Experiment variant = each.get(i);
            if (isAlike(variant, base)) {
                shown.subList(i, shown.size()).clear();
                shown.add(relabelled(own.getFirst().withVariants(List.of()), variant));
                continue;
            }
            Computation one = variants.computeIfAbsent(i, _ -> new Computation(crew, nanos));
            if (variant.subject().equals(base.subject())) {       // what both learn and how is not made twice
                one.study = study;
                one.studyKey = studyKey;
                one.paths = paths;
            }
            List<Frame> before = List.copyOf(shown);
            one.alone(variant, replaced, stopped, new Part(listener, experiment.variants().get(i).name() + ": ", frame -> {
                shown.clear();
                shown.addAll(before);
                shown.add(frame);
                listener.frame(own.getFirst().withVariants(shown));
            }));
        }
        if (!own.isEmpty() && isAlike(each.getLast(), base) && !replaced.getAsBoolean()) {
            listener.frame(own.getFirst().withVariants(shown));   // or the last one would not be shown
        }
    }

    /** Whether a variant is the experiment itself, as what is compared with others often is; words that say what is so anyway make no difference. */
    private static boolean isAlike(Experiment variant, Experiment base) {
        return sameNumbers(plain(variant), plain(base));
    }

    private static Experiment plain(Experiment e) {
        try {
            return e.learning().map(l -> e.withSubject(l.withModel(Models.CATALOG.canonical(l.model())))).orElse(e);
        } catch (IllegalArgumentException _) {
            return e;                                             // what is wrong with the model is said where it is made
        }
    }

    /** A part of what is computed, told to whoever listens to the whole. */
    private record Part(Listener whole, String whose, Consumer<Frame> shown) implements Listener {
        @Override
        public void doing(String what, double progress) {
            whole.doing(whose + what, progress);
        }

        @Override
        public void frame(Frame frame) {
            shown.accept(frame);
        }
    }

    private void alone(Experiment experiment, BooleanSupplier replaced, BooleanSupplier stopped, Listener listener) {
        BooleanSupplier enough = () -> replaced.getAsBoolean() || stopped.getAsBoolean();
        BooleanSupplier late = new Grace(replaced, stopped, nanos);
        Scene made = scene(experiment, enough, late, listener);
        Underway underway = new Underway(experiment, made, Frames.names(experiment.runs()), nanos, listener);
        List<Track> tracks = tracks(experiment, made, enough, replaced, underway);
        if (replaced.getAsBoolean()) {
            return;
        }
        if (stopped.getAsBoolean()) {
            Optional<Frame> last = underway.last(tracks, late);
            if (last.isPresent()) {
                listener.frame(last.get());
                return;
            }
        }
        Scene scene = sliced(experiment, made, tracks, late);
        List<Track> routed = Frames.routed(scene, tracks, late);
        Grid grid = grids.of(experiment, scene, replaced, stopped, late, listener,
                stage -> listener.frame(frame(experiment, scene, stage, routed).asCoarse()));
        if (replaced.getAsBoolean()) {
            return;
        }
        Frame whole = frame(experiment, scene, grid, routed).withBeside(grids.beside(experiment, scene, routed, enough));
        listener.frame(grids.areWhole() ? whole : whole.asCoarse());
    }

    private Scene scene(Experiment experiment, BooleanSupplier enough, BooleanSupplier late, Listener listener) {
        if (!experiment.look().window().stream().allMatch(Validation::canBeSampled)) {
            throw new ProblemException(new Problem(Problem.OBJECTIVE, Validation.TOO_NARROW));
        }
        try {
            StudyKey key = new StudyKey(Experiment.of(experiment.subject()).withSeed(experiment.seed()));
            if (experiment.learning().isPresent() && !studyKey.equals(Optional.of(key))) {
                listener.doing(Wording.of("doing.data"), -1);
                study = Frames.study(experiment, enough, new Crew(crew, 1));
                studyKey = Optional.of(key);
            }
            return Frames.scene(experiment, experiment.learning().isPresent() ? study : Optional.empty(), late);
        } catch (ExperimentException e) {
            String where = List.of(Problem.SLICE, Problem.START).contains(e.where()) ? e.where() : Problem.OBJECTIVE;
            throw new ProblemException(new Problem(where, e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem(Problem.OBJECTIVE, e.getMessage()));
        }
    }

    private static Scene sliced(Experiment experiment, Scene made, List<Track> tracks, BooleanSupplier late) {
        try {
            return Frames.sliced(experiment, made, tracks.stream().map(Track::trajectory).toList(), late);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem(Problem.SLICE, e.getMessage()));
        }
    }

    /** The runs, each made once; two at a time where another core helps. */
    private List<Track> tracks(Experiment experiment, Scene made, BooleanSupplier enough, BooleanSupplier replaced, Underway underway) {
        List<String> names = Frames.names(experiment.runs());
        Experiment numbers = numbers(experiment);
        List<PathKey> keys = experiment.runs().stream().map(run -> new PathKey(numbers, numbers(run))).toList();
        Map<PathKey, Integer> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (paths.containsKey(keys.get(i))) {
                underway.done(i, paths.get(keys.get(i)));
            } else if (missing.putIfAbsent(keys.get(i), i) != null) {
                underway.twin(i);
            }
        }
        List<Integer> todo = List.copyOf(missing.values());
        Map<Integer, IllegalArgumentException> wrong = new ConcurrentSkipListMap<>();
        AtomicBoolean broken = new AtomicBoolean();               // then the other thread need not go on
        Crew two = new Crew(crew, 1);
        Crew each = todo.size() == 1 ? two : Crew.NOBODY;         // a single run has the other core for its steps
        two.share(todo.size(), () -> piece -> {
            int i = todo.get(piece);
            if (replaced.getAsBoolean() || broken.get()) {
                return;
            }
            underway.say(i);
            try {
                underway.done(i, Frames.trajectory(experiment, made, experiment.runs().get(i), () -> broken.get() || enough.getAsBoolean(),
                        underway.watch(i, () -> broken.get() || enough.getAsBoolean()), each));
            } catch (IllegalArgumentException e) {
                broken.set(true);
                wrong.put(i, e);
            } catch (OutOfMemoryError | StackOverflowError e) {
                broken.set(true);
                throw e;
            }
        }, _ -> { });
        wrong.entrySet().stream().findFirst().ifPresent(first -> {
            throw new ProblemException(new Problem(Problem.run(first.getKey()), first.getValue().getMessage()));
        });
        if (replaced.getAsBoolean()) {
            return List.of();
        }
        Map<PathKey, Trajectory> kept = new HashMap<>();
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Run run = experiment.runs().get(i);
            Trajectory path = missing.containsKey(keys.get(i)) ? underway.path(missing.get(keys.get(i))) : paths.get(keys.get(i));
            kept.put(keys.get(i), path);
            tracks.add(new Track(run, names.get(i), Optimizers.CATALOG.make(run.optimizer()), path));
        }
        if (!enough.getAsBoolean()) {
            paths = kept;
        }
        return tracks;
    }

    private static Frame frame(Experiment experiment, Scene scene, Grid grid, List<Track> tracks) {
        return new Frame(experiment, scene, grid, tracks, 0, Optional.empty());
    }

    /** The part of an experiment that the grid depends on, besides the slice. */
    static Experiment gridPart(Experiment e) {
        return Experiment.of(e.subject()).withSlicing(e.slicing()).withSeed(e.learning().isPresent() ? e.seed() : 0)
                .withLook(Look.DEFAULT.withWindow(e.look().window()));
    }

    /** The part of an experiment that a path depends on, besides its run. */
    static Experiment numbers(Experiment e) {
        return e.withLook(Look.DEFAULT).withSlicing(Slicing.AUTOMATIC).withStep(0).withRuns(List.of()).withVariants(List.of());
    }

    /** The part of a run that its path depends on. */
    private static Run numbers(Run run) {
        return Run.of(run.optimizer(), 0).withSchedule(run.schedule()).withBatch(run.batch());
    }

    /** The part that the critical points of the objective's own window depend on. */
    static Experiment searchPart(Experiment e) {
        return gridPart(e);
    }

    /** Whether two experiments have the same grid and paths, and differ only in what pictures look like. */
    static boolean sameNumbers(Experiment a, Experiment b) {
        return gridPart(a).equals(gridPart(b)) && numbers(a).equals(numbers(b)) && a.variants().equals(b.variants())
                && a.runs().stream().map(Computation::numbers).toList().equals(b.runs().stream().map(Computation::numbers).toList());
    }

    /** Whether two experiments have the same paths, whatever of the slice is seen. */
    static boolean sameRuns(Experiment a, Experiment b) {
        return numbers(a).equals(numbers(b)) && a.runs().stream().map(Computation::numbers).toList()
                .equals(b.runs().stream().map(Computation::numbers).toList());
    }

    /** The same grid and paths under the looks of another experiment. */
    static Frame relabelled(Frame frame, Experiment experiment) {
        List<String> names = Frames.names(experiment.runs());
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < frame.tracks().size(); i++) {
            Track old = frame.tracks().get(i);
            tracks.add(old.relabelled(experiment.runs().get(i), names.get(i)));
        }
        List<Frame> variants = new ArrayList<>();
        for (int i = 0; i < frame.variants().size(); i++) {
            variants.add(relabelled(frame.variants().get(i), experiment.variants().get(i).of(experiment)));
        }
        return frame.relabelled(experiment, tracks).withVariants(variants);
    }

    static final class ProblemException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        ProblemException(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
