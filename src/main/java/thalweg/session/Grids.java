package thalweg.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Turns;
import thalweg.slice.Progress;
import thalweg.slice.Slice;
import thalweg.slice.Slices;

/**
 * Samples the slices of experiments, coarse to fine, and keeps the last one: its nodes are not sampled again when it is asked for finer, or after
 * it was stopped. Used by one thread at a time.
 */
final class Grids {
    /** A stage is shown when nothing was for so many nanoseconds. */
    private static final long PATIENCE = 60_000_000;
    /** The first one also when the next, of four times the nodes, would be later than this. */
    private static final long AT_ONCE = 80_000_000;
    private static final int FINER = 4;

    private record Key(Experiment objectiveAndWindow, Slice slice) { }

    private final Executor crew;
    private final LongSupplier nanos;
    private Optional<Key> key = Optional.empty();
    private Optional<Grid> kept = Optional.empty();
    /** What was sampled last, however fine, and its nodes; NaN where they are missing. */
    private Optional<Key> place = Optional.empty();
    private Optional<Grid> nodes = Optional.empty();
    private Optional<Key> drawsKey = Optional.empty();
    private List<Grid> draws = List.of();

    /** Nothing kept yet; one task of the crew's helps. */
    Grids(Executor crew, LongSupplier nanos) {
        this.crew = crew;
        this.nanos = nanos;
    }

    /**
     * The grid of a scene: the kept one if that is the same, or what there was when the user had enough.
     *
     * @param replaced whether nobody wants it any more; then what comes back does not matter
     * @param stopped whether the user wants what is there by now
     * @param late whether it has become too late even for that
     * @throws java.util.concurrent.CancellationException if it is too late, and nothing is there
     * @param show is given coarser grids while the work lasts
     */
    Grid of(Experiment experiment, Scene scene, BooleanSupplier replaced, BooleanSupplier stopped, BooleanSupplier late,
            Computation.Listener listener, Consumer<Grid> show) {
        Key wanted = new Key(Computation.gridPart(experiment), scene.slice());
        if (key.equals(Optional.of(wanted))) {
            return kept.orElseThrow();
        }
        String name = scene.objective().appearance().name();
        listener.doing(Wording.of("doing.sampling", name), -1);
        Stages stages = new Stages(name, nanos, listener, replaced, show);
        int nx = Frames.nodes(experiment, scene);
        int ny = scene.slice().dimension() == 1 ? 1 : nx;
        BooleanSupplier enough = () -> replaced.getAsBoolean() || stopped.getAsBoolean();
        Optional<Key> here = Optional.of(new Key(Computation.gridPart(experiment.withSlicing(experiment.slicing().withPoints(0))), scene.slice()));
        Grid grid = here.equals(place) ? Slices.resume(scene.objective(), scene.slice(), nodes.orElseThrow(), nx, ny, crew, 1, enough, stages)
                : Slices.sample(scene.objective(), scene.slice(), nx, ny, crew, 1, enough, stages);
        place = here;
        nodes = Optional.of(grid);
        if (replaced.getAsBoolean()) {
            return grid;
        }
        boolean whole = !stopped.getAsBoolean();
        kept = Optional.of(whole ? grid : stages.last.orElseGet(() -> coarse(scene, late)));
        key = whole ? Optional.of(wanted) : Optional.empty();
        return kept.get();
    }

    /** Whether the last grid was sampled to its end. */
    boolean areWhole() {
        return key.isPresent();
    }

    /** Whoever stops the work, or stopped the runs before it, wants to see where they came to, not an empty window. */
    private static Grid coarse(Scene scene, BooleanSupplier late) {
        Grid grid = Frames.grid(scene, Underway.COARSE, scene.slice().dimension() == 1 ? 1 : Underway.COARSE, late);
        Turns.ask(late);                                          // or else parts of it may be missing
        return grid;
    }

    /** Along a random line, the values along other draws; the kept ones if they belong to the grid made last. */
    List<Grid> beside(Experiment experiment, Scene scene, List<Track> tracks, BooleanSupplier enough) {
        Key wanted = new Key(Computation.gridPart(experiment), scene.slice());
        if (!drawsKey.equals(Optional.of(wanted))) {
            draws = Frames.beside(experiment, scene, tracks, Frames.nodes(experiment, scene), enough);
            drawsKey = enough.getAsBoolean() ? Optional.empty() : Optional.of(wanted);
        }
        return draws;
    }

    /** What is told and shown of one sampling. */
    private static final class Stages implements Progress {
        private final String name;
        private final Computation.Listener listener;
        private final BooleanSupplier replaced;
        private final Consumer<Grid> show;
        private final LongSupplier nanos;
        private long shown;
        private boolean first = true;
        private Optional<Grid> last = Optional.empty();

        Stages(String name, LongSupplier nanos, Computation.Listener listener, BooleanSupplier replaced, Consumer<Grid> show) {
            this.name = name;
            this.nanos = nanos;
            shown = nanos.getAsLong();
            this.listener = listener;
            this.replaced = replaced;
            this.show = show;
        }

        @Override
        public void preparing(double part) {
            listener.doing(Wording.of("doing.multiplying", name), part);
        }

        @Override
        public void sampling(double part) {
            listener.doing(Wording.of("doing.sampling", name), part);
        }

        @Override
        public void sketch(Grid grid) {
            last = Optional.of(grid);
            if (!replaced.getAsBoolean()) {
                show(grid);
            }
        }

        @Override
        public void stage(Grid grid) {
            last = Optional.of(grid);
            long waited = nanos.getAsLong() - shown;
            if (!replaced.getAsBoolean() && (waited > PATIENCE || first && FINER * waited > AT_ONCE)) {
                show(grid);
            }
        }

        private void show(Grid grid) {
            show.accept(grid);
            shown = nanos.getAsLong();
            first = false;
        }
    }
}
