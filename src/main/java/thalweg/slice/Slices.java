package thalweg.slice;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import thalweg.math.Crew;
import thalweg.math.Grid;
import thalweg.objective.Objective;

/** Samples slices to grids. */
public final class Slices {
    /** The widest grid: 2,000 x 2,000 and a little more. */
    public static final int WIDEST = 4096;

    private Slices() {
    }

    /**
     * The slice sampled on the calling thread.
     *
     * @param ny 1 if the slice is a line
     * @param cancelled asked before every value, or at least every few milliseconds; once true, the nodes still missing are NaN
     */
    public static Grid sample(Objective f, Slice slice, int nx, int ny, BooleanSupplier cancelled) {
        return sampled(f, slice, nx, ny, Optional.empty(), new Crew(Runnable::run, 0), cancelled, Sampler::all);
    }

    /**
     * The slice sampled at once with the help of other threads; for objectives so fast that nobody waits for stages.
     *
     * @see #sample(Objective, Slice, int, int, Executor, int, BooleanSupplier, Progress)
     */
    public static Grid sample(Objective f, Slice slice, int nx, int ny, Executor executor, int helpers, BooleanSupplier cancelled) {
        return sampled(f, slice, nx, ny, Optional.empty(), new Crew(executor, helpers), cancelled, Sampler::all);
    }

    /**
     * The slice sampled with the help of other threads, coarse to fine.
     *
     * <p>The caller works too, and it waits only for helpers that have begun; so a busy executor slows nothing down. Equal arguments give
     * equal grids, whoever helps. The longer a value takes, the fewer nodes the first stage has.
     *
     * @param helpers how many tasks to hand to the executor, 0 or more: the processors less one
     * @param cancelled asked at least every few milliseconds; once true, the nodes still missing are NaN
     */
    public static Grid sample(Objective f, Slice slice, int nx, int ny, Executor executor, int helpers, BooleanSupplier cancelled,
            Progress progress) {
        return sampled(f, slice, nx, ny, Optional.empty(), new Crew(executor, helpers), cancelled, s -> s.stages(progress));
    }

    /**
     * The same with the nodes that an earlier sampling found: a finer grid, of 2n - 1 nodes each way after n, or one that was cancelled.
     *
     * @param known of the same objective on the same slice; where its nodes are no nodes of the new grid it is of no use
     * @throws IllegalArgumentException if it lies over other ranges
     */
    public static Grid resume(Objective f, Slice slice, Grid known, int nx, int ny, Executor executor, int helpers,
            BooleanSupplier cancelled, Progress progress) {
        if (!known.x().equals(slice.ranges().getFirst()) || slice.dimension() == 2 && !known.y().equals(slice.ranges().getLast())) {
            throw new IllegalArgumentException("the known grid must lie over the ranges of the slice, " + slice.ranges() + ", but lies over "
                    + known.x() + (slice.dimension() == 2 ? " and " + known.y() : ""));
        }
        return sampled(f, slice, nx, ny, Optional.of(known), new Crew(executor, helpers), cancelled, s -> s.stages(progress));
    }

    private static Grid sampled(Objective f, Slice slice, int nx, int ny, Optional<Grid> known, Crew crew, BooleanSupplier cancelled,
            Function<Sampler, Grid> how) {
        if (slice.origin().size() != f.dimension()) {
            throw new IllegalArgumentException("the slice lies among " + slice.origin().size() + " parameters, the objective has "
                    + f.dimension());
        }
        boolean line = slice.dimension() == 1;
        if (nx < 2 || nx > WIDEST || (line ? ny != 1 : ny < 2) || ny > WIDEST) {
            throw new IllegalArgumentException("a " + (line ? "line needs 2 to " + WIDEST + " x 1"
                    : "plane needs 2 to " + WIDEST + " nodes each way")
                    + ", but got " + nx + " x " + ny);
        }
        Sampler sampler;
        try {
            sampler = new Sampler(f, slice, nx, ny, known, crew, cancelled);
        } catch (CancellationException _) {
            return Sampler.givenUp(f, slice, nx, ny, known);
        }
        return how.apply(sampler);
    }
}
