package thalweg.slice;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
     * @param cancelled asked before every value; once true, the nodes still missing are NaN
     */
    public static Grid sample(Objective f, Slice slice, int nx, int ny, BooleanSupplier cancelled) {
        return sampler(f, slice, nx, ny, cancelled).all(Runnable::run, 0);
    }

    /**
     * The slice sampled at once with the help of other threads; for objectives so fast that nobody waits for stages.
     *
     * @see #sample(Objective, Slice, int, int, Executor, int, BooleanSupplier, Consumer)
     */
    public static Grid sample(Objective f, Slice slice, int nx, int ny, Executor executor, int helpers, BooleanSupplier cancelled) {
        return sampler(f, slice, nx, ny, cancelled).all(executor, helpers);
    }

    /**
     * The slice sampled with the help of other threads, coarse to fine.
     *
     * <p>The caller works too, and it waits only for helpers that have begun; so a busy executor slows nothing down. Equal arguments give
     * equal grids, whoever helps.
     *
     * @param helpers how many tasks to hand to the executor, 0 or more: the processors less one
     * @param cancelled asked before every value; once true, the nodes still missing are NaN
     * @param progress told of every coarser stage, from the calling thread: a grid of the full size, whose nodes that are not sampled yet
     *     lie between those that are
     */
    public static Grid sample(Objective f, Slice slice, int nx, int ny, Executor executor, int helpers, BooleanSupplier cancelled,
            Consumer<Grid> progress) {
        return sampler(f, slice, nx, ny, cancelled).stages(executor, helpers, progress);
    }

    private static Sampler sampler(Objective f, Slice slice, int nx, int ny, BooleanSupplier cancelled) {
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
        return new Sampler(f, slice, nx, ny, cancelled);
    }
}
