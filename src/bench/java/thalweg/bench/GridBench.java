package thalweg.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.catalog.Spec;
import thalweg.math.Grid;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.slice.Slice;
import thalweg.slice.Slices;

/** A grid of 400 x 400 values of a two-dimensional formula: at most 10 ms (DESIGN section 10). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GridBench {
    @Param({"rosenbrock", "beale", "ravine", "booth", "mccormick", "goldstein-price", "himmelblau", "rastrigin", "ackley", "six-hump-camel",
        "three-hump-camel", "styblinski-tang", "branin", "griewank", "levi-13", "bohachevsky-1", "shubert", "eggholder", "drop-wave", "schaffer-2",
        "schaffer-4", "cross-in-tray", "holder-table", "saddle", "monkey-saddle", "sphere", "matyas", "trid", "zakharov", "dixon-price", "easom",
        "michalewicz", "bukin-6"})
    public String objective;

    private Objective f;
    private Slice slice;

    @Setup
    public void prepare() {
        f = Objectives.CATALOG.make(Spec.of(objective));
        slice = Slice.axes(List.copyOf(f.appearance().window()));
    }

    @Benchmark
    public Grid alone() {
        return Slices.sample(f, slice, 400, 400, () -> false);
    }

    @Benchmark
    public Grid coarseToFine() {
        return Slices.sample(f, slice, 400, 400, Runnable::run, 0, () -> false, _ -> { });
    }
}
