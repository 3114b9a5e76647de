package thalweg.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.slice.Normalisation;

/** The parts of a session file that say what is descended, and which slice of it is looked at. */
final class SubjectJson {
    private static final int MOST_LAYERS = 100;

    private SubjectJson() {
    }

    static Map<String, Object> fields(Learning learning) {
        Learning plain = Learning.of(learning.model(), learning.data());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("data", learning.data().toString());
        ExperimentJson.put(fields, "dataSeed", learning.dataSeed(), plain.dataSeed());
        ExperimentJson.put(fields, "limit", learning.limit(), plain.limit());
        ExperimentJson.put(fields, "test", learning.test(), plain.test());
        ExperimentJson.put(fields, "standardise", learning.standardise(), plain.standardise());
        fields.put("network", learning.model().toString());
        ExperimentJson.put(fields, "loss", learning.loss(), plain.loss());
        ExperimentJson.put(fields, "l2", learning.l2(), plain.l2());
        return fields;
    }

    static Map<String, Object> fields(Slicing slicing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        slicing.directions().ifPresent(spec -> fields.put("directions", spec.toString()));
        slicing.origin().ifPresent(spec -> fields.put("origin", spec.toString()));
        slicing.normalisation().ifPresent(n -> fields.put("normalisation", Value.of(n).asText()));
        ExperimentJson.put(fields, "biases", slicing.biases(), true);
        ExperimentJson.put(fields, "layers", slicing.layers(), List.of());
        ExperimentJson.put(fields, "points", slicing.points(), 0);
        return fields;
    }

    static Map<String, Object> fields(Variant variant) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", variant.name());
        variant.model().ifPresent(spec -> fields.put("network", spec.toString()));
        variant.loss().ifPresent(loss -> fields.put("loss", loss));
        variant.limit().ifPresent(limit -> fields.put("limit", limit));
        variant.batch().ifPresent(batch -> fields.put("batch", batch));
        variant.directions().ifPresent(spec -> fields.put("directions", spec.toString()));
        variant.origin().ifPresent(spec -> fields.put("origin", spec.toString()));
        variant.normalisation().ifPresent(n -> fields.put("normalisation", Value.of(n).asText()));
        return fields;
    }

    static Variant variant(Located object) {
        Fields f = new Fields(object);
        Variant variant = new Variant(f.need("name").text(), f.find("network").map(ExperimentJson::spec), f.find("loss").map(Located::text),
                f.find("limit").map(Located::whole), f.find("batch").map(Located::whole), f.find("directions").map(ExperimentJson::spec),
                f.find("origin").map(ExperimentJson::spec), f.find("normalisation").map(SubjectJson::normalisation));
        f.end();
        return variant;
    }

    /** What is descended: one of two fields must say so. */
    static Subject subject(Located root, Fields f) {
        Optional<Located> objective = f.find("objective");
        Optional<Located> learning = f.find("learning");
        if (objective.isPresent() && learning.isPresent()) {
            throw learning.get().error("an experiment has an objective or something to learn, not both");
        }
        if (objective.isEmpty() && learning.isEmpty()) {
            throw root.error("the field 'objective' is missing (or 'learning', for the cost of a model on data)");
        }
        return objective.<Subject>map(value -> new Subject.Function(ExperimentJson.spec(value))).orElseGet(() -> learning(learning.orElseThrow()));
    }

    private static Learning learning(Located object) {
        Fields f = new Fields(object);
        Spec data = ExperimentJson.spec(f.need("data"));
        Learning plain = Learning.of(ExperimentJson.spec(f.need("network")), data);
        Learning learning = new Learning(data, f.get("dataSeed", Located::wholeLong, plain.dataSeed()), f.get("limit", Located::whole, plain.limit()),
                f.get("test", Located::number, plain.test()), f.get("standardise", Located::bool, plain.standardise()), plain.model(),
                f.get("loss", Located::text, plain.loss()), f.get("l2", Located::number, plain.l2()));
        f.end();
        return learning;
    }

    static Slicing slicing(Located object) {
        Fields f = new Fields(object);
        Slicing slicing = new Slicing(f.find("directions").map(ExperimentJson::spec), f.find("origin").map(ExperimentJson::spec),
                f.find("normalisation").map(SubjectJson::normalisation), f.get("biases", Located::bool, true),
                f.get("layers", list -> list.elements(MOST_LAYERS).stream().map(Located::whole).toList(), List.of()),
                f.get("points", Located::whole, 0));
        f.end();
        return slicing;
    }

    private static Normalisation normalisation(Located value) {
        return LookJson.word(value, Normalisation.values());
    }
}
