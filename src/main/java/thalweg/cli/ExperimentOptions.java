package thalweg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Experiments;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.NamedScenes;
import thalweg.experiment.Run;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Validation;
import thalweg.export.Exports;
import thalweg.export.Format;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Objectives;

/** The options that describe an experiment; each given one replaces what the file says. */
final class ExperimentOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SPEC|FILE", completionCandidates = Candidates.OfObjectives.class,
            description = "what is descended, see 'thalweg list objectives'; or a session's file, or a picture or numbers made by Thalweg")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--objective", paramLabel = "SPEC", completionCandidates = Candidates.OfObjectives.class,
            description = "the same as an option; with a file, in place of its objective")
    private Optional<String> objective = Optional.empty();

    @Option(names = "--experiment", paramLabel = "FILE", description = "the same for a file")
    private Optional<String> file = Optional.empty();

    @Option(names = "--scene", paramLabel = "NAME", completionCandidates = Candidates.OfScenes.class,
            description = "one of the scenes that travel with the program, see 'thalweg list scenes'; --data gives it other data")
    private Optional<String> scene = Optional.empty();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--batch", paramLabel = "M", description = "samples that runs see at a step where they learn from data; all unless told")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--start", paramLabel = "X,Y", description = "where all runs start; else the objective's own start")
    private Optional<String> start = Optional.empty();

    @Option(names = "--optimizer", paramLabel = "SPEC", completionCandidates = Candidates.OfOptimizers.class,
            description = "a run; give it as often as there are runs. Without it: the race that the window opens with, or the file's runs."
                    + " May carry settings:%n\"adam(learningRate=0.1) schedule=cosine colour=#D55E00 label=mine\"")
    private List<String> optimizers = new ArrayList<>();

    @Option(names = "--steps", paramLabel = "N", description = "at most so many steps, 0 to 1000000; without it 300, or what suits the race")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--stop-gradient", paramLabel = "NORM", description = "a run also ends when its gradient is shorter")
    private Optional<Double> gradientNorm = Optional.empty();

    @Option(names = "--stop-loss", paramLabel = "J", description = "a run also ends when its cost reaches this")
    private Optional<Double> loss = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "of everything random; 1 unless told")
    private Optional<Long> seed = Optional.empty();

    @Option(names = {"--maximise", "--maximize"}, description = "climb instead of descending")
    private boolean maximise;

    @Option(names = {"--minimise", "--minimize"}, description = "descend, also what is naturally climbed")
    private boolean minimise;

    @Option(names = "--look", paramLabel = "JSON",
            description = "how it is shown, as the field 'look' of a session's file; what is missing is as usual")
    private Optional<String> look = Optional.empty();

    @Option(names = "--slicing", paramLabel = "JSON", description = "what is sliced and how, as the field 'slice' of a session's file")
    private Optional<String> slicing = Optional.empty();

    @Option(names = "--variants", paramLabel = "JSON", description = "what is shown side by side, as the field 'variants' of a session's file")
    private Optional<String> variants = Optional.empty();

    @Option(names = "--noise", paramLabel = "SIGMA", description = "standard deviation of noise on each component of the gradient")
    private Optional<Double> noise = Optional.empty();

    /**
     * The experiment described.
     *
     * @throws IllegalArgumentException for what cannot be understood or carried out
     * @throws IOException if its file cannot be read
     */
    Experiment experiment() throws IOException {
        Optional<String> from = file();
        Optional<String> named = Arguments.once("the objective", isFile(subject) ? Optional.empty() : subject, objective);
        if (named.isEmpty() && from.isEmpty() && scene.isEmpty() && !learning.given()) {
            throw new IllegalArgumentException(
                    "an objective is missing: write its name (as in 'thalweg list objectives'), a session's file, --scene, or --network and --data");
        }
        if (scene.isPresent() && (named.isPresent() || from.isPresent())) {
            throw new IllegalArgumentException("give either a scene, or an objective or file");
        }
        if (scene.isEmpty() && learning.given() && (named.isPresent() || from.isPresent())) {
            throw new IllegalArgumentException("give either an objective or file, or --network and --data");
        }
        Experiment e = scene.isPresent() ? scene(NamedScenes.of(scene.get()).read()) : from.isPresent() ? read(Path.of(from.get()))
                : learning.given() ? learning(learning.learning(seed.orElse(1L))) : first(Arguments.objective(named.orElseThrow()));
        if (from.isPresent() && named.isPresent()) {
            Spec spec = Arguments.objective(named.get());
            e = e.withObjective(spec).withMaximise(Objectives.CATALOG.make(spec).appearance().maximised());
            if (start.isEmpty()) {
                e = e.withStart(Vec.of()).withLook(e.look().withWindow(List.of()));
            }
        }
        if (start.isPresent()) {
            e = e.withStart(Vec.of(Arguments.list("--start", start.get())));
        }
        if (!optimizers.isEmpty()) {
            List<Run> runs = new ArrayList<>();
            for (String text : optimizers) {
                runs.add(RunSyntax.parse(text, runs.size()));
            }
            e = e.withRuns(runs);
        }
        if (batch.isPresent()) {
            if (batch.get() < 1) {
                throw new IllegalArgumentException("--batch must be 1 or more, but was " + batch.get());
            }
            e = e.withRuns(e.runs().stream().map(run -> run.batch() > 0 ? run : run.withBatch(batch.get())).toList());
        }
        steps.filter(n -> n < 0 || n > Validation.MOST_STEPS).ifPresent(n -> {
            throw new IllegalArgumentException("--steps must be 0 to " + Validation.MOST_STEPS + ", but was " + n);
        });
        StopRule stop = e.stop();
        e = e.withStop(new StopRule(steps.orElse(stop.steps()), gradientNorm.orElse(stop.gradientNorm()), loss.orElse(stop.loss())))
                .withSeed(seed.orElse(e.seed())).withNoise(noise.orElse(e.noise())).withMaximise(maximise || !minimise && e.maximise());
        if (look.isPresent()) {
            e = e.withLook(ExperimentJson.readLook(look.get()));
        }
        if (slicing.isPresent()) {
            e = e.withSlicing(ExperimentJson.readSlicing(slicing.get()));
        }
        if (variants.isPresent()) {
            e = e.withVariants(ExperimentJson.readVariants(variants.get()));
        }
        check(e);
        return e;
    }

    /** A scene, on other data if they are given. */
    private Experiment scene(Experiment made) {
        if (!learning.given()) {
            return made;
        }
        Learning learns = made.learning().orElseThrow(
                () -> new IllegalArgumentException("the scene '" + scene.orElseThrow() + "' learns from no data; leave --data out"));
        return made.withSubject(learns.withData(learning.data()));
    }

    /** What the window shows when the objective is chosen there; as many steps as runs of one's own have by default, if there are any. */
    private Experiment first(Spec spec) {
        if (optimizers.isEmpty()) {
            return Experiments.first(spec);
        }
        return Experiment.of(spec).withMaximise(Objectives.CATALOG.make(spec).appearance().maximised());
    }

    private Experiment learning(Learning what) {
        return optimizers.isEmpty() ? Experiments.first(what) : Experiment.of(what);
    }

    private Optional<String> file() {
        return Arguments.once("the file", subject.filter(text -> isFile(subject)), file);
    }

    private static boolean isFile(Optional<String> text) {
        return text.map(t -> t.toLowerCase(Locale.ROOT))
                .filter(t -> t.matches(".*\\.(json|npz|h5|hdf5)") || Format.endings().stream().anyMatch(t::endsWith)).isPresent();
    }

    /** Refuses what cannot be carried out, naming the option at fault. */
    static void check(Experiment e) {
        Validation.flaws(e).stream().findFirst().ifPresent(flaw -> {
            throw new IllegalArgumentException(option(flaw.where()) + ": " + flaw.message());
        });
    }

    private static String option(String where) {
        return switch (where.replaceFirst("\\[.*", "")) {
            case "objective", "start", "noise", "step" -> "--" + where;
            case "learning.data", "learning.network", "learning.loss", "learning.l2", "learning.test", "learning.limit" ->
                    "--" + where.substring("learning.".length());
            case "runs" -> "--optimizer";
            case "stop.steps" -> "--steps";
            case "stop.gradientNorm" -> "--stop-gradient";
            case "stop.loss" -> "--stop-loss";
            case "look.window" -> "--window";
            case "look.colormap" -> "--colormap";
            default -> where;
        };
    }

    /** Whether the experiment comes from a file or brings its look, and so has views of its own. */
    boolean isFromFile() {
        return file().isPresent() || scene.isPresent() || look.isPresent();
    }

    private static Experiment read(Path path) throws IOException {
        try {
            boolean session = path.toString().toLowerCase(Locale.ROOT).endsWith(".json") && !Exports.isCarrying(path);
            return session ? ExperimentJson.read(path) : Exports.experimentIn(path);
        } catch (IllegalArgumentException e) {
            throw new Failure(e.getMessage());                    // the file is wrong, not the command
        }
    }

    /** The look over another window, {@code xmin,xmax} or {@code xmin,xmax,ymin,ymax}. */
    static Look over(Look look, String window) {
        double[] ends = Arguments.list("--window", window);
        if (ends.length != 2 && ends.length != 4) {
            throw new IllegalArgumentException("--window must be xmin,xmax or xmin,xmax,ymin,ymax, but was '" + window + "'");
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            if (!(ends[i] < ends[i + 1])) {
                throw new IllegalArgumentException("--window must go from a smaller to a larger number, but was '" + window + "'");
            }
            ranges.add(new Range(ends[i], ends[i + 1]));
        }
        return look.withWindow(ranges);
    }
}
