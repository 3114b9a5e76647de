package thalweg.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import thalweg.catalog.Spec;
import thalweg.experiment.Json;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

/** One value, with derivatives. */
@Command(name = "eval", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Evaluates an objective at a point and prints one JSON object. What is not finite is null.",
        footer = {"", "Example: thalweg eval himmelblau --at 3,2 --gradient --hessian"})
final class EvalCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SPEC", description = "what to evaluate, see 'thalweg list objectives'")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--objective", paramLabel = "SPEC", completionCandidates = Candidates.OfObjectives.class,
            description = "the same as an option")
    private Optional<String> objective = Optional.empty();

    @Option(names = "--at", paramLabel = "X,Y", description = "the point, numbers separated by commas")
    private Optional<String> at = Optional.empty();

    @Option(names = "--gradient", description = "also the exact gradient")
    private boolean gradient;

    @Option(names = "--hessian", description = "also the exact Hessian, row by row")
    private boolean hessian;

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Spec spec = Arguments.objective(Arguments.once("the objective", subject, objective).orElseThrow(
                () -> new IllegalArgumentException("an objective is missing: write for example thalweg eval himmelblau --at 3,2")));
        Objective f = Objectives.CATALOG.make(spec).evaluator();
        String point = at.orElseThrow(() -> new IllegalArgumentException("a point is missing: give --at with "
                + (f.dimension() == 1 ? "a number" : f.dimension() + " numbers separated by commas")));
        double[] theta = Arguments.list("--at", point);
        int n = f.dimension();
        if (theta.length != n) {
            throw new IllegalArgumentException("--at must have " + n + (n == 1 ? " component" : " components") + " for '" + spec.id()
                    + "', but has " + theta.length + ": '" + point + "'");
        }
        if (hessian && !f.hasHessian()) {
            throw new IllegalArgumentException("'" + spec.id() + "' has no Hessian; leave --hessian out");
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("objective", spec.toString());
        answer.put("at", list(theta));
        double[] g = new double[n];
        double value = gradient ? f.valueAndGradient(theta, g) : f.value(theta);
        answer.put("value", value);
        if (!Double.isFinite(value)) {
            command.commandLine().getErr().println("thalweg: J is " + value + " at " + Arguments.words(Vec.of(theta)));
        }
        if (gradient) {
            answer.put("gradient", list(g));
        }
        if (hessian) {
            double[] h = new double[n * n];
            f.hessian(theta, h);
            List<List<Double>> rows = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                rows.add(list(Arrays.copyOfRange(h, i * n, (i + 1) * n)));
            }
            answer.put("hessian", rows);
        }
        command.commandLine().getOut().println(Json.line(answer));
        return 0;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
