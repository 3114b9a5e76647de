package thalweg.cli;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.catalog.Spec;
import thalweg.experiment.Learning;
import thalweg.experiment.Study;
import thalweg.experiment.Subject;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

/** The options that name an objective, or a model and its data, and a point of it. */
final class PointOptions {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SPEC", completionCandidates = Candidates.OfObjectives.class,
            description = "what to evaluate, see 'thalweg list objectives'")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--objective", paramLabel = "SPEC", completionCandidates = Candidates.OfObjectives.class,
            description = "the same as an option")
    private Optional<String> objective = Optional.empty();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Option(names = "--at", paramLabel = "X,Y", description = "the point, numbers separated by commas")
    private Optional<String> at = Optional.empty();

    @Option(names = "--weights", paramLabel = "FILE",
            description = "the point as the array theta, or as W1, b1, W2, ..., of an .npz file; for a model, its initial weights without it")
    private Optional<String> weights = Optional.empty();

    /**
     * An objective at a point.
     *
     * @param id of the objective or model, for messages
     * @param whole the objective itself
     * @param objective the same for one thread
     * @param theta as many numbers as it has parameters
     * @param subject what the objective was named by
     * @param study data and model, if it is the cost of one
     */
    record Point(String id, Objective whole, Objective objective, double[] theta, Subject subject, Optional<Study> study) { }

    /** Whether a point was given, and is not the one that a model begins at. */
    boolean isGiven() {
        return at.isPresent() || weights.isPresent();
    }

    /** The file that the point is from, if it is from one. */
    Optional<String> weights() {
        return weights;
    }

    /**
     * What the options mean.
     *
     * @param command as typed, for examples
     * @param seed of made data, split and initial weights
     * @param answer takes the names of what is looked at
     */
    Point point(String command, long seed, Map<String, Object> answer) {
        Optional<String> named = Arguments.once("the objective", subject, objective);
        if (named.isPresent() && learning.given()) {
            throw new IllegalArgumentException("give either an objective, as in thalweg " + command + " himmelblau, or --network and --data");
        }
        if (learning.given()) {
            Learning what = learning.learning(seed);
            Study study = Study.of(what, seed);
            NetworkObjective cost = study.cost();
            answer.put("network", what.model().toString());
            answer.put("data", what.data().toString());
            return fitting(what.model().id(), cost, what, Optional.of(study), weights.isPresent() ? Weights.read(weights.get(), cost)
                    : at.map(text -> Arguments.list("--at", text)).orElseGet(() -> cost.appearance().start().toArray()));
        }
        Spec spec = Arguments.objective(named.orElseThrow(() -> new IllegalArgumentException(
                "an objective is missing: write for example thalweg " + command + " himmelblau --at 3,2")));
        Objective f = Objectives.CATALOG.make(spec);
        answer.put("objective", spec.toString());
        String point = at.orElseThrow(() -> new IllegalArgumentException("a point is missing: give --at with "
                + (f.dimension() == 1 ? "a number" : f.dimension() + " numbers separated by commas")));
        return fitting(spec.id(), f, new Subject.Function(spec), Optional.empty(), Arguments.list("--at", point));
    }

    private Point fitting(String id, Objective f, Subject what, Optional<Study> study, double[] theta) {
        int n = f.dimension();
        if (theta.length != n) {
            throw new IllegalArgumentException("--at must have " + n + (n == 1 ? " component" : " components") + " for '" + id
                    + "', but has " + theta.length + at.map(text -> ": '" + text + "'").orElse(""));
        }
        return new Point(id, f, f.evaluator(), theta, what, study);
    }
}
