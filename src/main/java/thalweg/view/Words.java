package thalweg.view;

import java.util.Locale;
import java.util.stream.Collectors;
import thalweg.catalog.Catalog;
import thalweg.catalog.Spec;
import thalweg.data.DataSources;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Study;
import thalweg.network.Architecture;
import thalweg.network.Models;
import thalweg.objective.Objectives;

/** Sentences and titles of the window. */
final class Words {
    private Words() {
    }

    /** How a run ended. */
    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Converged(int step, double _) -> "converged at step " + step;
            case Outcome.Reached(int step, double _) -> "reached the level at step " + step;
            case Outcome.Diverged(int step) -> "diverged at step " + step;
            case Outcome.OutOfSteps(int steps) -> "stopped after " + steps + " steps";
            case Outcome.Cancelled(int step) -> "cancelled at step " + step;
            case Outcome.Running(int step) -> "at step " + step + " so far";
        };
    }

    /** "Rosenbrock", or the data: "Spirals". */
    static String name(Frame frame) {
        return frame.scene().study().map(s -> s.split().training().name()).orElseGet(() -> frame.scene().objective().appearance().name());
    }

    /** As the gallery names it: what is known before its first frame is there. */
    static String name(Experiment e) {
        return e.objective().map(spec -> label(Objectives.CATALOG, spec)).orElseGet(() -> label(DataSources.CATALOG, e.learning().orElseThrow().data()));
    }

    private static String label(Catalog<?> catalog, Spec spec) {
        return catalog.ids().contains(spec.id()) ? catalog.choice(spec.id()).label() : spec.id();
    }

    /** ", 6 optimizers", or with the model before: ", network 2-8-8-1, 2 optimizers". */
    static String count(Frame frame) {
        int n = frame.tracks().size();
        String runs = n == 0 ? "no optimizer" : n == 1 ? "1 optimizer" : n + " optimizers";
        return frame.scene().study().map(s -> ", " + model(s)).orElse("") + ", " + runs;
    }

    /** "network 2-8-8-1", "softmax classifier 3072-10", "linear with 2 parameters". */
    static String model(Study study) {
        Architecture architecture = study.cost().architecture();
        String id = Models.CATALOG.spec(study.model()).id();
        String name = id.equals("mlp") ? "network" : id.equals("linear") ? architecture.inputs() == 1 ? "line" : "linear model" : Models.CATALOG.choice(id).label();
        String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        int parameters = architecture.dimension();
        if (parameters <= 2) {
            return lower + " with " + (parameters == 1 ? "1 parameter" : parameters + " parameters");
        }
        return lower + " " + architecture.inputs() + architecture.layers().stream().map(l -> "-" + l.out()).collect(Collectors.joining());
    }
}
