package thalweg.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import thalweg.experiment.Json;
import thalweg.experiment.WholeFile;
import thalweg.export.NpzWriter;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/** One value, with derivatives. */
@Command(name = "eval", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Evaluates an objective at a point and prints one JSON object, or writes it to a file. What is not finite is null.",
        footer = {"", "Examples:", "  thalweg eval himmelblau --at 3,2 --gradient --hessian",
            "  thalweg eval --network \"mlp(hidden=8)\" --data moons --weights model.npz --gradient -o gradient.npz"})
final class EvalCommand implements Callable<Integer> {
    @Mixin
    private PointOptions options = new PointOptions();

    @Option(names = "--seed", paramLabel = "S", description = "of made data, split and initial weights; 1 unless told")
    private long seed = 1;

    @Option(names = "--gradient", description = "also the exact gradient")
    private boolean gradient;

    @Option(names = "--hessian", description = "also the exact Hessian, row by row")
    private boolean hessian;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "a file ending in .json, or .npz with theta, value, gradient, hessian")
    private Optional<Path> output = Optional.empty();

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        output.map(Arguments::ending).filter(end -> !List.of(".json", ".npz").contains(end)).ifPresent(_ -> {
            throw new IllegalArgumentException("cannot write '" + output.get() + "': its name must end in .json or .npz");
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        PointOptions.Point point = options.point("eval", seed, answer);
        point.study().ifPresent(study -> RunCommand.remarks(study.remarks(), command.commandLine().getErr()));
        evaluate(answer, point.objective(), point.id(), point.theta());
        return 0;
    }

    private void evaluate(Map<String, Object> answer, Objective f, String id, double[] theta) throws IOException {
        int n = f.dimension();
        if (hessian && !f.hasHessian()) {
            throw new IllegalArgumentException("'" + id + "' has no Hessian; leave --hessian out");
        }
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
        double[] h = new double[hessian ? n * n : 0];
        if (hessian) {
            f.hessian(theta, h);
            List<List<Double>> rows = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                rows.add(list(Arrays.copyOfRange(h, i * n, (i + 1) * n)));
            }
            answer.put("hessian", rows);
        }
        if (output.isEmpty()) {
            command.commandLine().getOut().println(Json.line(answer));
        } else if (Arguments.ending(output.get()).equals(".json")) {
            WholeFile.write(output.get(), out -> out.write((Json.line(answer) + "\n").getBytes(StandardCharsets.UTF_8)));
        } else {
            WholeFile.write(output.get(), out -> arrays(new NpzWriter(out), theta, value, g, h));
        }
    }

    private void arrays(NpzWriter arrays, double[] theta, double value, double[] g, double[] h) throws IOException {
        int n = theta.length;
        arrays.numbers("theta", "(" + n + ",)", n, i -> theta[i]);
        arrays.numbers("value", "()", 1, _ -> value);
        if (gradient) {
            arrays.numbers("gradient", "(" + n + ",)", n, i -> g[i]);
        }
        if (hessian) {
            arrays.numbers("hessian", "(" + n + ", " + n + ")", n * n, i -> h[i]);
        }
        arrays.finish();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
