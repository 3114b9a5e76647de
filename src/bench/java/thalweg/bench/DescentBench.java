package thalweg.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Constant;
import thalweg.optimizer.Optimizers;

/** An optimizer step on a two-dimensional formula, recorded: at most 0.3 us (DESIGN section 10). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DescentBench {
    private static final int STEPS = 1000;

    @Param({"gradient-descent", "sequential-gradient-descent", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam", "adamax",
            "nadam",
        "amsgrad", "adamw", "radam", "lion", "newton", "bfgs", "conjugate-gradient"})
    public String rule;

    private Descent descent;

    @Setup
    public void prepare() {
        descent = rosenbrock(rule);
        Trajectory path = descent.run();
        if (path.last() != STEPS) {
            throw new IllegalStateException(rule + " made only " + path.last() + " steps");
        }
    }

    static Descent rosenbrock(String rule) {
        Objective f = Objectives.CATALOG.make(Spec.of("rosenbrock"));
        return Descent.of(f, Optimizers.CATALOG.make(Spec.of(rule)), new Constant(), f.appearance().start(), StopRule.steps(STEPS));
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Trajectory recordedStep() {
        return descent.run();
    }

    /** Twelve rules side by side, 1,000 steps each: at most one frame, 16 ms. */
    @State(Scope.Thread)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public static class Race {
        private final List<Descent> runs = List.of("gradient-descent", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam",
                "adamax",
                "nadam", "amsgrad", "adamw", "radam").stream().map(DescentBench::rosenbrock).toList();

        @Benchmark
        public List<Trajectory> twelveRulesAThousandSteps() {
            return runs.stream().map(Descent::run).toList();
        }
    }
}
