package thalweg.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
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
import thalweg.optimizer.Optimizers;
import thalweg.slice.Route;

/**
 * Frames of runs that take long, as far as they have come. Used by one thread.
 *
 * <p>Decision: the slice and its coarse grid are made anew only as often as costs a small part of the time, and kept in between, instead of
 * with every frame; and so is news as a whole, the paths' routes included: a training must not wait for its own picture.
 */
final class Underway {
    /** How often a run tells how it is getting on, in nanoseconds; one that is done by then is shown when it is done. */
    private static final long NEWS = 250_000_000;
    /** Making a slice may take this part of the time. */
    private static final int SHARE = 8;
    /** And all news together this part. */
    private static final int NEWS_SHARE = 4;
    /** Nodes along each direction of a grid that must be there soon. */
    static final int COARSE = 25;

    private final Experiment experiment;
    private final Scene scene;
    private final LongSupplier nanos;
    private final Consumer<Frame> show;
    private long told;
    private long sliced;
    private long cost;
    private long pause = NEWS;
    private final Map<Integer, Trajectory> starts = new HashMap<>();
    private final Map<Trajectory, Route> routes = new IdentityHashMap<>();
    private Optional<Scene> view = Optional.empty();
    private Optional<Grid> grid = Optional.empty();

    /**
     * Nothing shown yet.
     *
     * @param nanos a clock
     */
    Underway(Experiment experiment, Scene scene, LongSupplier nanos, Consumer<Frame> show) {
        this.experiment = experiment;
        this.scene = scene;
        this.nanos = nanos;
        this.show = show;
        told = nanos.getAsLong();
    }

    /**
     * Who watches a run. The runs after it are shown at their start.
     *
     * @param names of all runs
     * @param done the tracks of the runs before it
     * @param progress told the part of the steps made
     */
    Descent.Watch watch(List<String> names, List<Track> done, BooleanSupplier replaced, DoubleConsumer progress) {
        return (step, soFar) -> {
            long now = nanos.getAsLong();
            if (now - told < pause || replaced.getAsBoolean()) {
                return;
            }
            progress.accept((double) step / Math.max(1, experiment.stop().steps()));
            List<Track> tracks = new ArrayList<>(done);
            for (int i = done.size(); i < names.size(); i++) {
                Run run = experiment.runs().get(i);
                Trajectory path = i == done.size() ? soFar.get() : starts.computeIfAbsent(i,
                        _ -> Frames.trajectory(experiment.withStop(StopRule.steps(0)), scene, run, () -> false));
                tracks.add(new Track(run, names.get(i), Optimizers.CATALOG.make(run.optimizer()), path));
            }
            show(tracks, now);
        };
    }

    private void show(List<Track> tracks, long now) {
        if (view.isEmpty() || now - sliced > SHARE * cost) {
            Scene seen = Frames.sliced(experiment, scene, tracks.stream().map(Track::trajectory).toList(), () -> false);
            boolean line = seen.slice().dimension() == 1;
            grid = Optional.of(Frames.grid(seen, COARSE, line ? 1 : COARSE, () -> false));
            view = Optional.of(seen);
            routes.clear();
            sliced = nanos.getAsLong();
            cost = sliced - now;
        }
        show.accept(new Frame(experiment, view.get(), grid.orElseThrow(), routed(view.get(), tracks), 0, Optional.empty()));
        told = nanos.getAsLong();
        pause = Math.max(NEWS, NEWS_SHARE * (told - now));
    }

    /** As {@link Frames#routed}; the routes of paths that grow no more are kept. */
    private List<Track> routed(Scene seen, List<Track> tracks) {
        return seen.isWhole() ? tracks : tracks.stream().map(t -> t.withRoute(Optional.of(
                t.trajectory().outcome() instanceof Outcome.Running ? Route.of(t.trajectory(), seen.slice())
                        : routes.computeIfAbsent(t.trajectory(), path -> Route.of(path, seen.slice()))))).toList();
    }
}
