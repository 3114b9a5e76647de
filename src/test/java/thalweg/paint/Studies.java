package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;

/** Frames of models that learn, made by the program itself. */
final class Studies {
    private Studies() {
    }

    /** A race on a model. */
    static Frame frame(Learning learning, int batch, int steps, int step, String... optimizers) {
        List<Run> runs = new ArrayList<>();
        for (String optimizer : optimizers) {
            runs.add(Run.of(Spec.parse(optimizer), runs.size()).withBatch(batch));
        }
        Experiment e = Experiment.of(learning).withRuns(runs).withStop(StopRule.steps(steps)).withSeed(3).withStep(step);
        return Frames.frame(e.withLook(e.look().withSelected(0)));
    }

    /** The target picture's: spirals and two hidden layers of eight. */
    static Frame spirals(int batch, int steps, int step) {
        return frame(Learning.of(Spec.parse("mlp(hidden=8-8)"), Spec.parse("spirals(samples=300, noise=0.045)")).withTest(0.3)
                .withLoss("binary-cross-entropy"), batch, steps, step, "adam(learningRate=0.03)", "momentum(learningRate=0.2)");
    }

    static Frame with(Frame frame, Focus focus) {
        return frame.withLook(frame.experiment().look().withFocus(focus));
    }
}
