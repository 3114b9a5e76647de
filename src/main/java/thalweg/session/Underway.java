package thalweg.session;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Turns;
import thalweg.optimizer.Optimizers;
import thalweg.slice.Route;

/**
 * Frames of runs that take long, as far as they have come. Several may be made at once, each by its own thread: whichever finds that news is due
 * tells it, of all.
 *
 * <p>Decision: the slice and its coarse grid are made anew only as often as costs a small part of the time, and kept in between, instead of
 * with every frame; and so is news as a whole, the paths' routes included: a training must not wait for its own picture.
 */
final class Underway {
    /** How often is told how runs are getting on, in nanoseconds; one that is done by then is shown when it is done. */
    private static final long NEWS = 250_000_000;
    /** Making a slice may take this part of the time. */
    private static final int SHARE = 8;
    /** And all news together this part. */
    private static final int NEWS_SHARE = 4;
    /** Nodes along each direction of a grid that must be there soon. */
    static final int COARSE = 25;
    private static final int WANTED = 1;

    private final Experiment experiment;
    private final Scene scene;
    private final List<String> names;
    private final LongSupplier nanos;
    private final Computation.Listener listener;
    private final ReentrantLock telling = new ReentrantLock();
    /** Whole, or up to where the run was when it was last wanted. */
    private final AtomicReferenceArray<Trajectory> paths;
    private final AtomicIntegerArray wanted;
    private final AtomicIntegerArray steps;
    private volatile long told;
    private volatile long pause = NEWS;
    private long sliced;
    private long cost;
    private final Map<Trajectory, Route> routes = new IdentityHashMap<>();
    private Optional<Scene> view = Optional.empty();
    private Optional<Grid> grid = Optional.empty();

    /**
     * Nothing shown yet.
     *
     * @param names of all runs
     * @param nanos a clock
     */
    Underway(Experiment experiment, Scene scene, List<String> names, LongSupplier nanos, Computation.Listener listener) {
        this.experiment = experiment;
        this.scene = scene;
        this.names = names;
        this.nanos = nanos;
        this.listener = listener;
        paths = new AtomicReferenceArray<>(names.size());
        wanted = new AtomicIntegerArray(names.size());
        steps = new AtomicIntegerArray(names.size());
        told = nanos.getAsLong();
    }

    /** A run is finished. */
    void done(int index, Trajectory path) {
        paths.set(index, path);
        steps.set(index, most());
    }

    /** A run like another, which takes no time of its own. */
    void twin(int index) {
        steps.set(index, most());
    }

    /** The whole path of a run that is finished, or what is known of it. */
    Trajectory path(int index) {
        return paths.get(index);
    }

    /** Says which run is being made, and the part of all steps that is made by now. */
    void say(int index) {
        listener.doing(Wording.of("doing.running", names.get(index)),
                IntStream.range(0, names.size()).mapToLong(steps::get).sum() / (double) most() / names.size());
    }

    private int most() {
        return Math.max(1, experiment.stop().steps());
    }

    /**
     * Who watches a run, on the thread that makes it. Runs that have not begun are shown at their start.
     *
     * @param over whether nobody waits for news any more
     */
    Descent.Watch watch(int index, BooleanSupplier over) {
        return (step, soFar) -> {
            steps.setOpaque(index, Math.min(step, most()));
            if (wanted.getOpaque(index) == WANTED) {
                paths.set(index, soFar.get());
                wanted.set(index, 0);
            }
            if (isDue() && !over.getAsBoolean() && telling.tryLock()) {
                try {
                    if (isDue()) {                                // or another has told it just now
                        paths.set(index, soFar.get());
                        tell(index, over);
                    }
                } catch (CancellationException _) {
                    told = nanos.getAsLong();                     // the news is given up; the run itself asks whether it goes on
                } finally {
                    telling.unlock();
                }
            }
        };
    }

    /** The last view of the runs, with where they have come to by now; empty if none was shown. */
    Optional<Frame> last(List<Track> tracks, BooleanSupplier late) {
        return view.map(seen -> new Frame(experiment, seen, grid.orElseThrow(), routed(seen, tracks, late), 0, Optional.empty()).asCoarse());
    }

    private boolean isDue() {
        return nanos.getAsLong() - told >= pause;
    }

    private void tell(int index, BooleanSupplier over) {
        long now = nanos.getAsLong();
        say(index);
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Run run = experiment.runs().get(i);
            if (paths.get(i) == null) {
                paths.compareAndSet(i, null, Frames.trajectory(experiment.withStop(StopRule.steps(0)), scene, run, () -> false));
            }
            wanted.set(i, WANTED);
            tracks.add(new Track(run, names.get(i), Optimizers.CATALOG.make(run.optimizer()), paths.get(i)));
        }
        show(tracks, now, over);
    }

    private void show(List<Track> tracks, long now, BooleanSupplier over) {
        if (view.isEmpty() || now - sliced > SHARE * cost) {
            Scene seen = Frames.sliced(experiment, scene, tracks.stream().map(Track::trajectory).toList(), over);
            boolean line = seen.slice().dimension() == 1;
            Grid coarse = Frames.grid(seen, COARSE, line ? 1 : COARSE, over);
            Turns.ask(over);                                      // or else parts of it may be missing
            grid = Optional.of(coarse);
            view = Optional.of(seen);
            routes.clear();
            sliced = nanos.getAsLong();
            cost = sliced - now;
        }
        listener.frame(new Frame(experiment, view.get(), grid.orElseThrow(), routed(view.get(), tracks, over), 0, Optional.empty()).asCoarse());
        told = nanos.getAsLong();
        pause = Math.max(NEWS, NEWS_SHARE * (told - now));
    }

    /** As {@link Frames#routed}; the routes of paths that grow no more are kept. */
    private List<Track> routed(Scene seen, List<Track> tracks, BooleanSupplier over) {
        return seen.isWhole() ? tracks : tracks.stream().map(t -> t.withRoute(Optional.of(
                t.trajectory().outcome() instanceof Outcome.Running ? Route.of(t.trajectory(), seen.slice(), over)
                        : routes.computeIfAbsent(t.trajectory(), path -> Route.of(path, seen.slice(), over))))).toList();
    }
}
