package thalweg.view;

import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
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
import thalweg.session.Session;
import thalweg.session.Wording;

/** Sentences and titles of the window. */
final class Words {
    private Words() {
    }

    /** Why there is no picture yet: what the program is doing, or what keeps it from making one. */
    static ObservableValue<String> awaited(Session session) {
        return session.problem().flatMap(p -> p.<ObservableValue<String>>map(q -> new SimpleStringProperty(q.message())).orElse(session.status()));
    }

    /** How a run ended. */
    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Converged(int step, double _) -> Wording.of("outcome.converged", step);
            case Outcome.Reached(int step, double _) -> Wording.of("outcome.reached", step);
            case Outcome.Diverged(int step) -> Wording.of("outcome.diverged", step);
            case Outcome.OutOfSteps(int steps) -> Wording.of("outcome.out-of-steps", steps);
            case Outcome.Cancelled(int step) -> Wording.of("outcome.cancelled", step);
            case Outcome.Running(int step) -> Wording.of("outcome.running", step);
        };
    }

    /** "Rosenbrock", or the data: "Spirals". */
    static String name(Frame frame) {
        Experiment e = frame.experiment();
        return e.learning().flatMap(l -> frame.scene().study().map(s -> Named.or(DataSources.CATALOG, l.data().id(), s.split().training().name())))
                .or(() -> e.objective().map(spec -> Named.or(Objectives.CATALOG, spec.id(), frame.scene().objective().appearance().name())))
                .orElseGet(() -> frame.scene().objective().appearance().name());
    }

    /** As the gallery names it: what is known before its first frame is there. */
    static String name(Experiment e) {
        return e.objective().map(spec -> label(Objectives.CATALOG, spec))
                .orElseGet(() -> label(DataSources.CATALOG, e.learning().orElseThrow().data()));
    }

    private static String label(Catalog<?> catalog, Spec spec) {
        return catalog.ids().contains(spec.id()) ? Named.label(catalog, spec.id()) : spec.id();
    }

    /** ", 6 optimizers", or with the model before: ", network 2-8-8-1, 2 optimizers". */
    static String count(Frame frame) {
        int n = frame.tracks().size();
        String runs = n == 0 ? Wording.of("title.no-optimizer") : Wording.count("title.optimizers", n);
        return frame.scene().study().map(s -> ", " + model(s)).orElse("") + ", " + runs;
    }

    /** "network 2-8-8-1", "softmax classifier 3072-10", "linear with 2 parameters". */
    static String model(Study study) {
        Architecture architecture = study.cost().architecture();
        String id = Models.CATALOG.spec(study.model()).id();
        String name = id.equals("mlp") ? Wording.of("title.network") : id.equals("linear") ? architecture.inputs() == 1 ? Wording.of("title.line")
                : Wording.of("title.linear") : Named.label(Models.CATALOG, id);
        String inside = Wording.inside(name);
        int parameters = architecture.dimension();
        if (parameters <= 2) {
            return Wording.count("title.model", parameters, inside);
        }
        return inside + " " + architecture.inputs() + architecture.layers().stream().map(l -> "-" + l.out()).collect(Collectors.joining());
    }
}
