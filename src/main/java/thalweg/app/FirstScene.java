package thalweg.app;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.math.Vec;

/** What the window shows when nobody asked for anything: six optimizers in Rosenbrock's valley, one of them too fast. */
final class FirstScene {
    private static final List<String> RUNS = List.of("gradient-descent(learningRate=0.0044)", "momentum(learningRate=0.0003)",
            "nag(learningRate=0.0008)", "adagrad(learningRate=1.2)", "rmsprop(learningRate=0.03)", "adam(learningRate=0.3)");

    private FirstScene() {
    }

    static Experiment experiment() {
        List<Run> runs = new ArrayList<>();
        for (String spec : RUNS) {
            runs.add(Run.of(Spec.parse(spec), runs.size()));
        }
        return Experiment.of(Spec.of("rosenbrock")).withStart(Vec.of(-0.2, 2.6)).withRuns(runs)
                .withLook(Look.DEFAULT.withSelected(runs.size() - 1));
    }
}
