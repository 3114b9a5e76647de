package thalweg.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.descent.StopRule;
import thalweg.math.Vec;

/**
 * The file form of an experiment: JSON that people can read and edit. Specs stand in it as people write them, vectors as lists, ranges as {@code
 * [min, max]}, enums in lower case. Only {@code objective} or {@code learning} must be there; a field that is missing has its default, one that is
 * unknown is refused. Writing what was read gives equal text.
 */
public final class ExperimentJson {
    /** Largest file read, in bytes. */
    static final int LONGEST = 1_000_000;
    private static final int LONGEST_TEXT = 10_000;

    private ExperimentJson() {
    }

    /**
     * Reads a session file.
     *
     * @throws IOException if the file cannot be read; the message is for people
     * @throws ExperimentException if it is damaged, newer than this program, or names what does not exist; the message says where
     */
    public static Experiment read(Path file) throws IOException {
        byte[] bytes = WholeFile.read(file, LONGEST);
        try {
            return read(bytes);
        } catch (ExperimentException e) {
            throw new ExperimentException(e.where(), file.getFileName() + ", " + e.getMessage());
        }
    }

    /** Reads the text of a session; errors as for a file. */
    public static Experiment read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Experiment read(byte[] utf8) {
        if (utf8.length > LONGEST) {
            throw new ExperimentException("", "an experiment has at most " + LONGEST + " bytes, but this has " + utf8.length);
        }
        return read(Json.read(utf8));
    }

    /**
     * Reads an experiment that is a part of a document.
     *
     * @throws ExperimentException saying where it is wrong
     */
    public static Experiment read(Located object) {
        Experiment experiment = experiment(object);
        Validation.flaws(experiment).stream().findFirst().ifPresent(flaw -> {
            String path = object.path().isEmpty() || flaw.where().isEmpty() ? object.path() + flaw.where() : object.path() + "." + flaw.where();
            throw new ExperimentException(path, nearest(object, path).place() + flaw.message());
        });
        return experiment;
    }

    /**
     * A look of which only those fields are given that are not as usual, on one line as {@link #difference} writes it.
     *
     * @throws ExperimentException if it is damaged; the message says where
     */
    public static Look readLook(String text) {
        return LookJson.read(Json.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A slicing likewise. */
    public static Slicing readSlicing(String text) {
        return SubjectJson.slicing(Json.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Variants likewise. */
    public static List<Variant> readVariants(String text) {
        return variants(Json.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Variant> variants(Located list) {
        return list.elements(Validation.MOST_VARIANTS).stream().map(SubjectJson::variant).toList();
    }

    /** Variants on one line; empty if there are none. */
    public static Optional<String> difference(List<Variant> variants) {
        return variants.isEmpty() ? Optional.empty() : Optional.of(Json.line(variants.stream().map(SubjectJson::fields).toList()));
    }

    /** The fields of a look that are not as usual, on one line; empty if all are. */
    public static Optional<String> difference(Look look) {
        Map<String, Object> usual = LookJson.fields(Look.DEFAULT);
        Map<String, Object> fields = new LinkedHashMap<>(LookJson.fields(look));
        fields.entrySet().removeIf(f -> f.getValue().equals(usual.get(f.getKey())));
        return fields.isEmpty() ? Optional.empty() : Optional.of(Json.line(fields));
    }

    /** Those of a slicing likewise. */
    public static Optional<String> difference(Slicing slicing) {
        return slicing.equals(Slicing.AUTOMATIC) ? Optional.empty() : Optional.of(Json.line(SubjectJson.fields(slicing)));
    }

    /** Writes a session file, atomically. */
    public static void write(Experiment experiment, Path file) throws IOException {
        byte[] bytes = write(experiment).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /**
     * The text of a session.
     *
     * @throws ExperimentException for a number that is not finite; JSON has none
     */
    public static String write(Experiment e) {
        return Json.write(fields(e));
    }

    /** The fields of a session, for a document of which it is a part; errors as for its text. */
    public static Map<String, Object> fields(Experiment e) {
        if (!e.start().isFinite() || !Double.isFinite(e.noise())) {
            throw new ExperimentException("start", "start and noise must be finite to be written");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", e.format());
        switch (e.subject()) {
            case Subject.Function(Spec spec) -> fields.put("objective", spec.toString());
            case Learning learning -> fields.put("learning", SubjectJson.fields(learning));
        }
        if (!e.slicing().equals(Slicing.AUTOMATIC)) {
            fields.put("slice", SubjectJson.fields(e.slicing()));
        }
        fields.put("maximise", e.maximise());
        fields.put("noise", e.noise());
        fields.put("start", numbers(e.start()));
        fields.put("runs", IntStream.range(0, e.runs().size()).mapToObj(i -> run(e.runs().get(i), i)).toList());
        fields.put("stop", stop(e.stop()));
        fields.put("seed", e.seed());
        fields.put("step", e.step());
        fields.put("look", LookJson.fields(e.look()));
        put(fields, "variants", e.variants().stream().map(SubjectJson::fields).toList(), List.of());
        return fields;
    }

    private static Map<String, Object> run(Run run, int index) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Run plain = Run.of(run.optimizer(), index);
        fields.put("optimizer", run.optimizer().toString());
        put(fields, "schedule", run.schedule().toString(), plain.schedule().toString());
        put(fields, "batch", run.batch(), plain.batch());
        put(fields, "label", run.label(), plain.label());
        put(fields, "style", run.style(), index);
        put(fields, "colour", run.colour(), plain.colour());
        put(fields, "hidden", run.hidden(), plain.hidden());
        return fields;
    }

    private static Map<String, Object> stop(StopRule stop) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("steps", stop.steps());
        put(fields, "gradientNorm", stop.gradientNorm(), 0.0);
        put(fields, "loss", stop.loss(), Double.NEGATIVE_INFINITY);
        return fields;
    }

    static void put(Map<String, Object> fields, String name, Object value, Object unless) {
        if (!value.equals(unless)) {
            fields.put(name, value);
        }
    }

    private static List<Double> numbers(Vec vec) {
        return Arrays.stream(vec.toArray()).boxed().toList();
    }

    private static Experiment experiment(Located root) {
        Fields f = new Fields(root);
        int format = f.get("format", Located::whole, Experiment.FORMAT);
        if (format > Experiment.FORMAT || format < 1) {
            throw root.members().get("format").error(format < 1 ? "formats are counted from 1, but this is " + format
                    : "this was written by a newer Thalweg (format " + format + "; this one reads up to " + Experiment.FORMAT
                            + "): open it with a newer version");
        }
        Experiment plain = Experiment.of(SubjectJson.subject(root, f));
        Experiment experiment = new Experiment(format, plain.subject(), f.get("slice", SubjectJson::slicing, plain.slicing()),
                f.get("maximise", Located::bool, plain.maximise()), f.get("noise", Located::number, plain.noise()),
                f.get("start", ExperimentJson::vec, plain.start()), f.get("runs", ExperimentJson::runs, plain.runs()),
                f.get("stop", ExperimentJson::stop, plain.stop()), f.get("seed", Located::wholeLong, plain.seed()),
                f.get("look", LookJson::read, plain.look()), f.get("step", Located::whole, plain.step()),
                f.get("variants", ExperimentJson::variants, plain.variants()));
        f.end();
        int selected = experiment.look().selected();              // left behind when a run is taken out by hand: nothing is selected then
        return selected >= -1 && selected < experiment.runs().size() ? experiment : experiment.withLook(experiment.look().withSelected(-1));
    }

    private static List<Run> runs(Located list) {
        List<Run> runs = new ArrayList<>();
        for (Located element : list.elements(Validation.MOST_RUNS)) {
            Fields f = new Fields(element);
            Run plain = Run.of(spec(f.need("optimizer")), runs.size());
            runs.add(new Run(plain.optimizer(), f.get("schedule", ExperimentJson::spec, plain.schedule()),
                    f.get("batch", Located::whole, plain.batch()), f.get("label", Located::text, plain.label()),
                    f.get("style", Located::whole, plain.style()), f.get("colour", Located::text, plain.colour()),
                    f.get("hidden", Located::bool, plain.hidden())));
            f.end();
        }
        return runs;
    }

    private static StopRule stop(Located object) {
        Fields f = new Fields(object);
        StopRule plain = Experiment.of(Spec.of("any")).stop();
        int steps = f.get("steps", Located::whole, plain.steps());
        double norm = f.get("gradientNorm", Located::number, plain.gradientNorm());
        double loss = f.get("loss", Located::number, plain.loss());
        f.end();
        try {
            return new StopRule(steps, norm, loss);
        } catch (IllegalArgumentException e) {
            throw object.error(e.getMessage());
        }
    }

    static Spec spec(Located value) {
        String text = value.text();
        if (text.length() > LONGEST_TEXT) {
            throw value.error("at most " + LONGEST_TEXT + " characters are allowed, but there are " + text.length());
        }
        try {
            return Spec.parse(text);
        } catch (SpecException e) {
            throw value.error(e.getMessage());
        }
    }

    private static Vec vec(Located list) {
        return Vec.of(list.elements(Validation.MOST_PARAMETERS).stream().mapToDouble(Located::number).toArray());
    }

    /** The value at a path, or the innermost one around it that the document holds. */
    private static Located nearest(Located root, String path) {
        Located best = root;
        List<Located> level = List.of(root);
        while (!level.isEmpty()) {
            best = level.getFirst();
            level = children(best).stream().filter(c -> path.equals(c.path()) || path.startsWith(c.path() + ".")
                    || path.startsWith(c.path() + "["))
                    .toList();
        }
        return best;
    }

    private static List<Located> children(Located value) {
        return switch (value.value()) {
            case Map<?, ?> _ -> List.copyOf(value.members().values());
            case List<?> _ -> value.elements(Integer.MAX_VALUE);
            default -> List.of();
        };
    }
}
