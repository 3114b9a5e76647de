package thalweg.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Experiments;
import thalweg.experiment.Run;
import thalweg.paint.Memo;

/** Twelve runs of 500 steps on Rosenbrock: what the speed table is measured with. */
final class Race {
    static final int RUNS = 12;
    static final int STEPS = 500;
    /** A tile of four in a window of 1600 x 1000, without its head. */
    static final int TILE_WIDTH = 572;
    static final int TILE_HEIGHT = 416;

    private Race() {
    }

    /** The six racers of the first scene, and six more at half their learning rates. */
    static Experiment experiment() {
        Experiment first = Experiments.first();
        int racers = first.runs().size();
        List<Run> runs = IntStream.range(0, RUNS)
                .mapToObj(i -> Run.of(withRate(first.runs().get(i % racers).optimizer(), i < racers ? 1 : 0.5), i)).toList();
        return first.withRuns(runs).withStop(StopRule.steps(STEPS)).withStep(STEPS);
    }

    /** An optimizer with a multiple of its learning rate. */
    static Spec withRate(Spec optimizer, double factor) {
        return optimizer.with("learningRate", factor * thalweg.optimizer.Optimizers.CATALOG.make(optimizer).learningRate());
    }

    /** What a window's views remember. */
    static Memo memo() {
        record Kept(Object key, Object made) {
        }
        Map<String, Kept> parts = new HashMap<>();
        return new Memo() {
            @Override
            @SuppressWarnings("unchecked") // a part is always asked for as the type it was made as
            public <T> T get(String part, Object key, Supplier<T> make) {
                Kept kept = parts.get(part);
                if (kept == null || !kept.key().equals(key)) {
                    kept = new Kept(key, make.get());
                    parts.put(part, kept);
                }
                return (T) kept.made();
            }
        };
    }
}
