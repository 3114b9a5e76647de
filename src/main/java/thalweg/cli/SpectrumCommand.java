package thalweg.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import thalweg.experiment.Json;
import thalweg.experiment.WholeFile;
import thalweg.export.NpzWriter;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs.Ending;
import thalweg.math.Hutchinson;
import thalweg.math.Range;
import thalweg.math.SpectralDensity;
import thalweg.math.Vec;
import thalweg.slice.Curvature;
import thalweg.slice.CurvatureSearch;

/** The curvature at one point. */
@Command(name = "spectrum", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Finds eigenvalues of the Hessian at a point, with residuals, and prints one JSON object, or writes it to a file. On request"
                + " also the trace with its standard error, and how all eigenvalues are spread. What is not known is null.",
        footer = {"", "A residual says how far off an eigenvalue may be. 'products' counts products with the Hessian.",
            "", "Examples:", "  thalweg spectrum rosenbrock --at 1,1 --bottom 1",
            "  thalweg spectrum --network \"mlp(hidden=16-16)\" --data spirals --weights model.npz --top 10 --probes 100 --density -o spectrum.json"})
final class SpectrumCommand implements Callable<Integer> {
    /** Points of the density that are printed: one for each fifth of its usual width. */
    private static final int SAMPLES = 541;

    @Mixin
    private PointOptions options = new PointOptions();

    @Option(names = "--top", paramLabel = "K", description = "so many of the largest eigenvalues; 5 unless told, or all")
    private Optional<Integer> top = Optional.empty();

    @Option(names = "--bottom", paramLabel = "K", description = "so many of the smallest; 1 unless told")
    private Optional<Integer> bottom = Optional.empty();

    @Option(names = "--tolerance", paramLabel = "T",
            description = "residuals are at most this times the largest magnitude of an eigenvalue; 1e-6 unless told")
    private double tolerance = CurvatureSearch.USUAL.tolerance();

    @Option(names = "--iterations", paramLabel = "N", description = "products after which the search for eigenvalues gives up; 2000 unless told")
    private int iterations = CurvatureSearch.USUAL.iterations();

    @Option(names = "--probes", paramLabel = "N",
            description = "estimates the trace from so many random vectors; as many as parameters make it exact")
    private Optional<Integer> probes = Optional.empty();

    @Option(names = "--density", description = "estimates how all eigenvalues are spread, from nodes with weights")
    private boolean density;

    @Option(names = "--density-probes", paramLabel = "N", description = "random vectors for the density; 5 unless told")
    private int densityProbes = 5;

    @Option(names = "--density-steps", paramLabel = "N", description = "products for each of them; 80 unless told")
    private int densitySteps = CurvatureSearch.USUAL.densitySteps();

    @Option(names = "--seed", paramLabel = "S", description = "of random vectors, made data, split and initial weights; 1 unless told")
    private long seed = 1;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "a file ending in .json; .csv with kind, eigenvalue, residual, weight; or .npz, with eigenvectors too, as rows of"
                    + " top_vectors and bottom_vectors")
    private Optional<Path> output = Optional.empty();

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        output.map(Arguments::ending).filter(end -> !List.of(".json", ".csv", ".npz").contains(end)).ifPresent(_ -> {
            throw new IllegalArgumentException("cannot write '" + output.get() + "': its name must end in .json, .csv or .npz");
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        PointOptions.Point point = options.point("spectrum", seed, answer);
        point.study().ifPresent(study -> RunCommand.remarks(study.remarks(), command.commandLine().getErr()));
        int n = point.theta().length;
        CurvatureSearch search = new CurvatureSearch(count("--top", top, CurvatureSearch.USUAL.top(), n),
                count("--bottom", bottom, CurvatureSearch.USUAL.bottom(), n), tolerance, iterations,
                probes.map(p -> atLeast("--probes", p, 1)).orElse(0), density ? atLeast("--density-probes", densityProbes, 1) : 0,
                atLeast("--density-steps", densitySteps, 2), seed);
        double[] gradient = new double[n];
        double value = point.objective().valueAndGradient(point.theta(), gradient);
        answer.put("parameters", n);
        answer.put("value", value);
        answer.put("gradient_norm", Vec.of(gradient).norm());
        long begun = System.nanoTime();
        Curvature found = search.of(point.objective(), Vec.of(point.theta()), () -> false, _ -> { });
        double seconds = (System.nanoTime() - begun) / 1e9;
        describe(answer, search, found);
        if (output.isEmpty()) {
            command.commandLine().getOut().println(Json.line(answer));
        } else if (Arguments.ending(output.get()).equals(".npz")) {
            WholeFile.write(output.get(), out -> arrays(found, new NpzWriter(out)));
        } else {
            String text = Arguments.ending(output.get()).equals(".json") ? Json.line(answer) + "\n" : csv(found);
            WholeFile.write(output.get(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        command.commandLine().getErr().println(words(point, found, seconds));
        return 0;
    }

    private static int count(String option, Optional<Integer> wanted, int usual, int parameters) {
        int count = wanted.orElse(Math.min(usual, parameters));
        if (count < 0 || count > parameters) {
            throw new IllegalArgumentException(option + " must be from 0 to " + parameters + ", the number of parameters, but was " + count);
        }
        return count;
    }

    private static int atLeast(String option, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(option + " must be " + least + " or more, but was " + value);
        }
        return value;
    }

    private static void describe(Map<String, Object> answer, CurvatureSearch search, Curvature found) {
        answer.put("top", found.eigenpairs().top().stream().map(SpectrumCommand::pair).toList());
        answer.put("bottom", found.eigenpairs().bottom().stream().map(SpectrumCommand::pair).toList());
        answer.put("products", found.eigenpairs().products());
        answer.put("converged", found.eigenpairs().ending() == Ending.CONVERGED);
        answer.put("tolerance", search.tolerance());
        answer.put("seed", search.seed());
        answer.put("sharpness", known(found.sharpness()));
        answer.put("largest_stable_rate", known(found.largestStableRate()));
        answer.put("condition_number", known(found.conditionNumber()));
        found.trace().ifPresent(trace -> answer.put("trace", trace(trace)));
        if (search.densityProbes() > 0) {
            answer.put("density", found.density().<Object>map(SpectrumCommand::density).orElse(Map.of()));
        }
    }

    /** What is not known becomes null, as JSON has no NaN. */
    private static double known(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static Map<String, Object> pair(Eigenpair pair) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("eigenvalue", pair.value());
        answer.put("residual", pair.residual());
        return answer;
    }

    private static Map<String, Object> trace(Hutchinson.Trace trace) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("value", trace.value());
        answer.put("standard_error", trace.standardError());
        answer.put("products", trace.products());
        return answer;
    }

    private static Map<String, Object> density(SpectralDensity density) {
        double width = density.width();
        Range range = density.range(width);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("nodes", list(density.nodes()));
        answer.put("weights", list(density.weights()));
        answer.put("probes", density.probes());
        answer.put("products", density.products());
        answer.put("width", width);
        answer.put("from", range.min());
        answer.put("to", range.max());
        answer.put("values", list(density.sampled(range, SAMPLES, width)));
        return answer;
    }

    private static List<Double> list(Vec values) {
        return Arrays.stream(values.toArray()).boxed().toList();
    }

    private static String csv(Curvature found) {
        StringBuilder csv = new StringBuilder("kind,eigenvalue,residual,weight\n");
        found.eigenpairs().top().forEach(p -> csv.append("top,").append(p.value()).append(',').append(p.residual()).append(",\n"));
        found.eigenpairs().bottom().forEach(p -> csv.append("bottom,").append(p.value()).append(',').append(p.residual()).append(",\n"));
        found.density().ifPresent(d -> {
            for (int i = 0; i < d.nodes().size(); i++) {
                csv.append("node,").append(d.nodes().get(i)).append(",,").append(d.weights().get(i)).append('\n');
            }
        });
        return csv.toString();
    }

    private static void arrays(Curvature found, NpzWriter arrays) throws IOException {
        numbers(arrays, "theta", found.at());
        ends(arrays, "top", found.eigenpairs().top(), found.at().size());
        ends(arrays, "bottom", found.eigenpairs().bottom(), found.at().size());
        if (found.density().isPresent()) {
            numbers(arrays, "nodes", found.density().get().nodes());
            numbers(arrays, "weights", found.density().get().weights());
        }
        arrays.finish();
    }

    private static void ends(NpzWriter arrays, String name, List<Eigenpair> pairs, int n) throws IOException {
        numbers(arrays, name, Vec.of(pairs.stream().mapToDouble(Eigenpair::value).toArray()));
        numbers(arrays, name + "_residuals", Vec.of(pairs.stream().mapToDouble(Eigenpair::residual).toArray()));
        arrays.numbers(name + "_vectors", "(" + pairs.size() + ", " + n + ")", Math.multiplyExact(pairs.size(), n),
                i -> pairs.get(i / n).vector().get(i % n));
    }

    private static void numbers(NpzWriter arrays, String name, Vec values) throws IOException {
        arrays.numbers(name, "(" + values.size() + ",)", values.size(), values::get);
    }

    private static String words(PointOptions.Point point, Curvature found, double seconds) {
        int products = found.eigenpairs().products() + found.trace().map(Hutchinson.Trace::products).orElse(0)
                + found.density().map(SpectralDensity::products).orElse(0);
        String state = switch (found.eigenpairs().ending()) {
            case CONVERGED, CANCELLED -> "";
            case OUT_OF_PRODUCTS -> "; not converged: see the residuals, or give more --iterations";
            case NOT_FINITE -> "; the Hessian is not finite here";
        };
        return String.format(Locale.ROOT, "%s, %d %s: %d products with the Hessian in %.2f s%s", point.objective().appearance().name(),
                point.theta().length, point.theta().length == 1 ? "parameter" : "parameters", products, seconds, state);
    }
}
