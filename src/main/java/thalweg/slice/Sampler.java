package thalweg.slice;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.objective.Objective;
import thalweg.objective.Sweep;

/** One sampling under way. */
final class Sampler {
    /** The first stage has about so many nodes along the longer side. */
    private static final int COARSE = 8;
    private static final Range NO_HEIGHT = new Range(0, 1);

    private final Objective f;
    private final Slice slice;
    private final int nx;
    private final int ny;
    private final Range x;
    private final Range y;
    private final BooleanSupplier cancelled;
    private final double[] values;

    Sampler(Objective f, Slice slice, int nx, int ny, BooleanSupplier cancelled) {
        this.f = f;
        this.slice = slice;
        this.nx = nx;
        this.ny = ny;
        this.cancelled = cancelled;
        x = slice.ranges().getFirst();
        y = slice.dimension() == 1 ? NO_HEIGHT : slice.ranges().getLast();
        values = new double[nx * ny];
        Arrays.fill(values, Double.NaN);
    }

    /** Every node in one stage. */
    Grid all(Executor executor, int helpers) {
        stage(1, 0, executor, helpers);
        return new Grid(x, y, nx, ny, values);
    }

    /** Every second node of those missing at a time. */
    Grid stages(Executor executor, int helpers, Consumer<Grid> progress) {
        int first = Integer.highestOneBit(Math.max(1, (Math.max(nx, ny) - 1) / COARSE));
        for (int stride = first; stride >= 1; stride /= 2) {
            stage(stride, stride == first ? 0 : 2 * stride, executor, helpers);
            if (stride > 1 && !cancelled.getAsBoolean()) {
                progress.accept(new Grid(x, y, nx, ny, Lattice.filled(values, nx, ny, stride)));
            }
        }
        return new Grid(x, y, nx, ny, values);
    }

    /** Samples the nodes of the lattice with this stride that are not on the coarser one; {@code done} is that one's stride, or 0. */
    private void stage(int stride, int done, Executor executor, int helpers) {
        int rows = Lattice.count(ny, stride);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger missing = new AtomicInteger(rows);
        CompletableFuture<Void> finished = new CompletableFuture<>();
        Runnable work = () -> {
            int row = next.getAndIncrement();
            if (row >= rows) {
                return;
            }
            try {
                Worker worker = new Worker(stride, done);
                for (; row < rows; row = next.getAndIncrement()) {
                    worker.row(Lattice.node(row, ny, stride));
                    if (missing.decrementAndGet() == 0) {
                        finished.complete(null);
                    }
                }
            } catch (RuntimeException | Error e) {
                next.set(rows);
                finished.completeExceptionally(e);
            }
        };
        for (int i = 0; i < helpers && rows > 1; i++) {
            executor.execute(work);
        }
        work.run();
        try {
            finished.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** One thread at work on a stage. */
    private final class Worker {
        private final Row row = new Row(f.evaluator(), slice);
        private final int done;
        /** All nodes of a row, and those between the nodes that are known. */
        private final Columns all;
        private final Columns between;

        Worker(int stride, int done) {
            this.done = done;
            all = new Columns(row, IntStream.iterate(0, i -> i < nx, i -> Lattice.after(i, nx, stride)).toArray());
            between = done == 0 ? all : new Columns(row, Arrays.stream(all.indices).filter(i -> !Lattice.on(i, nx, done)).toArray());
        }

        void row(int j) {
            row.at(ny == 1 ? 0 : y.at((double) j / (ny - 1)));
            boolean known = done > 0 && Lattice.on(j, ny, done);
            (known ? between : all).sample(row, j);
        }
    }

    /** Nodes of a row that are sampled together. */
    private final class Columns {
        private final int[] indices;
        private final double[] at;
        private final double[] found;
        private final Optional<Sweep> sweep;

        Columns(Row row, int[] indices) {
            this.indices = indices;
            at = Arrays.stream(indices).mapToDouble(i -> x.at((double) i / (nx - 1))).toArray();
            found = new double[indices.length];
            sweep = row.sweep(at);
        }

        void sample(Row row, int j) {
            if (sweep.isPresent()) {
                Arrays.fill(found, Double.NaN);
                sweep.get().values(row.theta(), found, cancelled);
                for (int k = 0; k < indices.length; k++) {
                    values[j * nx + indices[k]] = found[k];
                }
                return;
            }
            for (int k = 0; k < indices.length && !cancelled.getAsBoolean(); k++) {
                values[j * nx + indices[k]] = row.value(at[k]);
            }
        }
    }
}
