package thalweg.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import thalweg.catalog.Spec;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.math.Grid;
import thalweg.network.Model;
import thalweg.network.Models;
import thalweg.network.NetworkObjective;
import thalweg.network.Networks;
import thalweg.slice.Cut;
import thalweg.slice.DirectionKinds;
import thalweg.slice.Progress;
import thalweg.slice.Slice;
import thalweg.slice.Slices;
import thalweg.slice.Vantage;

/**
 * From asking for another slice, along other random directions, to its first coarse picture, of the built-in models at their sizes: within 0.1 s
 * (DESIGN 6).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FirstPictureBench {
    private static final int NODES = 101;

    /** Model and data. */
    @Param({"softmax color-images(samples=10000)", "svm color-images(samples=10000)", "mlp spirals", "mlp(hidden=32-32) moons(samples=500)",
        "mlp(hidden=128-64,activation=relu,initializer=he) digits(samples=2000,width=28)", "softmax digits"})
    public String subject;

    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private NetworkObjective objective;
    private long seed;

    @Setup
    public void make() {
        String[] words = subject.split(" ");
        Model model = Models.CATALOG.make(Spec.parse(words[0]));
        DataSet data = DataSources.CATALOG.make(Spec.parse(words[1])).make(1);
        objective = Networks.objective(model, data, model.loss(data.isClassified()), 0, 1);
    }

    @Benchmark
    public Optional<Grid> first() {
        Cut cut = new Cut(DirectionKinds.CATALOG.make(Spec.of("random")), Optional.empty(), Optional.empty(), true, List.of());
        Slice slice = cut.of(new Vantage(objective, objective.appearance().start(), List.of(), ++seed, () -> false));
        First first = new First(new Grid[1]);
        Slices.sample(objective, slice, NODES, NODES, pool, 1, () -> first.grid[0] != null, first);
        return Optional.ofNullable(first.grid[0]);
    }

    /** Keeps the first grid that it is shown. */
    private record First(Grid[] grid) implements Progress {
        @Override
        public void sketch(Grid some) {
            grid[0] = some;
        }

        @Override
        public void stage(Grid some) {
            grid[0] = grid[0] == null ? some : grid[0];
        }
    }

    @TearDown
    public void close() {
        pool.shutdown();
    }
}
