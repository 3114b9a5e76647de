package thalweg.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import thalweg.catalog.Nearest;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.DataSet;
import thalweg.data.NpzFile;
import thalweg.data.NumberArray;
import thalweg.descent.Descent;
import thalweg.descent.Retold;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Scene;
import thalweg.experiment.Slicing;
import thalweg.experiment.Validation;
import thalweg.export.Format;
import thalweg.export.SliceFile;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;
import thalweg.objective.SampledObjective;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.slice.Cut;
import thalweg.slice.DirectionKinds;
import thalweg.slice.Directions;
import thalweg.slice.Finding;
import thalweg.slice.Normalisation;
import thalweg.slice.Plotted;
import thalweg.slice.Slice;
import thalweg.slice.Slices;
import thalweg.slice.Soundness;
import thalweg.slice.Vantage;
import thalweg.slice.Walk;

/** A line or plane through an objective, sampled to a file. */
@Command(name = "slice", mixinStandardHelpOptions = true, sortOptions = false,
        description =
                "Samples a line or plane J(theta + a d1 + b d2) through an objective and writes it: .npz, .h5 or .json with the arrays alphas, betas,"
                + " loss (a row for each beta), theta, direction1 and direction2, or .csv. Opened in the window, .npz, .h5 and .json bring their scene"
                + " back; .csv, and all but .json as grid(\"FILE\"), are a landscape. Standard error ends with points, seconds, points per second and"
                + " threads.",
        footer = {"", "Examples:",
            "  thalweg slice --network softmax --data \"color-images(samples=10000)\" --directions random --normalize filter -o slice.npz",
            "  thalweg slice --network \"mlp(hidden=32-32)\" --data spirals --train \"adam(learningRate=0.01)\" --directions pca -o pca.npz",
            "  thalweg slice --network softmax --data digits --weights a.npz --directions towards:b.npz --points 101 --range -0.5:1.5 -o line.csv"})
final class SliceCommand implements Callable<Integer> {
    private static final int NODES = 51;
    private static final int NODES_OF_A_LINE = 401;
    private static final int DEFAULT_STEPS = 300;
    /** Other draws that random directions are compared with. */
    private static final int DRAWS = 3;

    @Mixin
    private PointOptions options = new PointOptions();

    @Option(names = "--train", paramLabel = "SPEC",
            description = "first lets an optimizer walk from there, as in 'thalweg run'; the slice lies around where it ends")
    private Optional<String> train = Optional.empty();

    @Option(names = "--steps", paramLabel = "N", description = "so many steps of it; 300 unless told")
    private int steps = DEFAULT_STEPS;

    @Option(names = "--batch", paramLabel = "M", description = "samples that it sees at a step; all unless told")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--directions", paramLabel = "KIND",
            description = "random, axes, gradient, ends, pca (of --train or --path), hessian, towards:FILE (theta of an .npz file at a = 1) or"
                    + " file:FILE (direction1, direction2); with knobs as in \"random(draw=2)\"; random unless told")
    private String directions = "random";

    @Option(names = {"--normalize", "--normalise"}, paramLabel = "HOW", description = "none, unit, filter or layer; the directions' own unless told")
    private Optional<String> normalisation = Optional.empty();

    @Option(names = "--no-biases", description = "directions leave biases alone")
    private boolean noBiases;

    @Option(names = "--layers", paramLabel = "2,3", description = "directions move only these layers, counted from 1")
    private Optional<String> layers = Optional.empty();

    @Option(names = "--points", paramLabel = "51x51", description = "nodes along a and b, or one number for a line; 51x51 or 401 unless told")
    private Optional<String> points = Optional.empty();

    @Option(names = "--range", paramLabel = "-1:1[,-1:1]",
            description = "of a, and of b if it differs; as far as the path or the directions reach unless told")
    private Optional<String> range = Optional.empty();

    @Option(names = "--path", paramLabel = "FILE", description = "a path as 'thalweg run' writes it to .npz: its points are projected onto the slice")
    private Optional<String> path = Optional.empty();

    @Option(names = "--with-data", description = "writes the samples too, as X and y")
    private boolean withData;

    @Option(names = "--check", description =
            "also tells on standard error what was found to be fine when the slice was checked; what is to be kept in mind"
            + " is told always")
    private boolean check;

    @Option(names = "--threads", paramLabel = "N", description = "1 to 256; as many as there are processors unless told")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "S", description = "of directions, made data, split, initial weights and batches; 1 unless told")
    private long seed = 1;

    @Option(names = "--view", paramLabel = "VIEW", completionCandidates = Candidates.OfViews.class, split = ",",
            description = "of a picture: contour, surface, soundness ..., one or more; contour, or curve, unless told")
    private List<String> views = new ArrayList<>();

    @Option(names = "--theme", paramLabel = "THEME", completionCandidates = Candidates.OfThemes.class,
            description = "of a picture: light, dark or print")
    private String theme = "light";

    @Option(names = "--size", paramLabel = "WxH", description = "of a picture, in pixels; 1600x1000 unless told")
    private String size = "1600x1000";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true,
            description = "numbers in a file ending in .npz, .csv, .json or .h5, or a picture in .png, .svg or .pdf; of .h5,"
                    + " MATLAB, Octave and R show each array with its dimensions turned around: loss as na x nb")
    private Path output = Path.of("");

    @picocli.CommandLine.Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        boolean picture = Format.of(output).filter(k -> !k.isFilm()).isPresent();
        if (!picture) {
            SliceFile.check(output);
            if (!views.isEmpty()) {
                throw new IllegalArgumentException("--view is for pictures; '" + output + "' would hold numbers");
            }
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("--threads must be 1 to 256, but was " + threads);
        }
        if (picture && withData) {
            throw new IllegalArgumentException("--with-data is for .npz, .json and .h5; '" + output + "' would be a picture");
        }
        int[] nodes = nodes();
        PointOptions.Point point = options.point("slice", seed, new LinkedHashMap<>());
        point.study().ifPresent(study -> RunCommand.remarks(study.remarks(), command.commandLine().getErr()));
        Objective f = point.whole();
        Optional<Run> trainer = train.map(this::trainer);
        Optional<Trajectory> run = trainer.map(rule -> trained(rule, f, Vec.of(point.theta())));
        List<Vec> recorded = path.isPresent() ? recorded(path.get(), f.dimension()) : run.map(SliceCommand::points).orElse(List.of());
        Vec origin = run.map(t -> t.theta(t.last())).orElse(Vec.of(point.theta()));
        Cut cut = cut(origin);
        Optional<Trajectory> walked = run.or(() -> recorded.isEmpty() ? Optional.empty()
                : Optional.of(new Retold(recorded, losses(recorded.size()))));
        Vantage from = new Vantage(f, origin, walked.stream().toList(), seed, () -> false);
        Slice whole = cut.of(from);
        Slice slice = slice(whole, nodes.length == 1);
        int nx = nodes.length > 0 ? nodes[0] : slice.dimension() == 1 ? NODES_OF_A_LINE : NODES;
        int ny = slice.dimension() == 1 ? 1 : nodes.length > 0 ? nodes[1] : NODES;
        Optional<DataSet> data = withData && f instanceof NetworkObjective network ? Optional.of(network.data()) : Optional.empty();
        long before = System.nanoTime();
        Grid grid;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            grid = Slices.sample(f, slice, nx, ny, pool, threads - 1, () -> false);
        }
        double seconds = (System.nanoTime() - before) * 1e-9;
        if (!picture) {
            new SliceFile(again(experiment(point, slice, nx, trainer, walked), point, slice.dimension() == whole.dimension()), slice, grid,
                    recorded.stream().map(slice::project).toList(), data).write(output);
        }
        words(f, slice, grid);
        List<Walk> walks = walked.map(t -> List.of(Walk.of(trainer.map(rule -> Frames.names(List.of(rule)).getFirst()).orElse("The path"), t, slice)))
                .orElse(List.of());
        Soundness soundness = Soundness.of(new Plotted(from, Optional.of(cut), slice, grid, walks),
                check || views.contains("soundness") ? DRAWS : 0, () -> false);
        if (picture) {
            List<Grid> beside = cut.beside().stream().filter(_ -> slice.dimension() == 1)
                    .map(c -> Slices.sample(f, c.of(from).over(slice.ranges()), nx, 1, () -> false)).toList();
            Scene scene = new Scene(f, slice, Vec.of(point.theta()), List.of(), point.study());
            Experiment carried = experiment(point, whole.dimension() == slice.dimension() ? slice : whole, nx, trainer, walked);
            new SlicePicture(carried, scene, walked).write(new SlicePicture.Sampled(grid, beside, soundness), views, Arguments.theme(theme),
                    Arguments.size(size), output);
        }
        tell(soundness);
        command.commandLine().getErr().println(speed(grid, seconds));
        return 0;
    }

    /** What pictures and numbers carry: an experiment that shows the same slice again, as long as the files named are there. */
    private Experiment experiment(PointOptions.Point point, Slice slice, int nx, Optional<Run> trainer, Optional<Trajectory> walked) {
        Slicing slicing = Slicing.AUTOMATIC.withPoints(Math.clamp(nx, Slicing.FEWEST, Slicing.MOST)).withDirections(Optional.of(named()))
                .withBiases(!noBiases).withLayers(moved())
                .withNormalisation(normalisation.map(SliceCommand::normalisation))
                .withOrigin(trainer.map(_ -> Spec.parse("end"))
                        .or(() -> options.weights().map(file -> Spec.of("file").with("path", new Value.Text(file)))));
        boolean ofFile = trainer.isEmpty() && options.weights().isPresent();       // the origin, which the slicing names
        Vec start = (point.study().isEmpty() || options.isGiven()) && !ofFile && isShort(point) ? Vec.of(point.theta()) : Vec.of();
        return Experiment.of(point.subject()).withSlicing(slicing).withSeed(seed).withStart(start)
                .withStop(StopRule.steps(walked.filter(_ -> path.isPresent()).map(Trajectory::last).orElse(steps)))
                .withRuns(trainer.map(List::of).or(() -> path.map(file -> List.of(teller(file)))).orElse(List.of()))
                .withLook(Look.DEFAULT.withWindow(slice.ranges()));
    }

    /** Whether an experiment can keep the point as its start. */
    private static boolean isShort(PointOptions.Point point) {
        return point.theta().length <= Validation.MOST_PARAMETERS;
    }

    /**
     * The experiment for numbers, in views that show them; empty where it would show another slice, and the numbers are better opened as a landscape.
     *
     * @param whole whether the slice is all that the directions span, and not one line of their plane
     */
    private Optional<Experiment> again(Experiment experiment, PointOptions.Point point, boolean whole) {
        boolean lost = options.isGiven() && train.isPresent() && !isShort(point);
        boolean line = experiment.look().window().size() == 1;
        return whole && !lost ? Optional.of(experiment.withLook(experiment.look().withTiles(line ? List.of("curve") : List.of("contour", "surface"))
                .withLayout(line ? "1" : "1x2"))) : Optional.empty();
    }

    /** The losses told with the recorded path; NaN if they are not. */
    private double[] losses(int count) {
        double[] unknown = new double[count];
        Arrays.fill(unknown, Double.NaN);
        return path.map(file -> NpzFile.read("--path", file).get("run0_loss")).map(NumberArray::values).filter(told -> told.length == count)
                .orElse(unknown);
    }

    /** What was found when the slice was checked, a line each, the worst first. */
    private void tell(Soundness soundness) {
        for (Finding finding : soundness.worstFirst()) {
            if (check || finding.level() != Finding.Level.FINE) {
                command.commandLine().getErr().println(switch (finding.level()) {
                    case FINE -> "fine: ";
                    case CAUTION -> "caution: ";
                    case WRONG -> "wrong: ";
                } + finding.words() + " (" + finding.figures().stream().map(f -> f.name() + " " + figure(f)).collect(Collectors.joining(", ")) + ")");
            }
        }
    }

    private static String figure(Finding.Figure figure) {
        return switch (figure.unit()) {
            case PART -> Arguments.words(100 * figure.value()) + " %";
            case COUNT -> String.valueOf(Math.round(figure.value()));
            default -> Arguments.words(figure.value());
        };
    }

    private Cut cut(Vec origin) {
        Directions kind = directions();
        return new Cut(kind, Optional.of(_ -> origin), normalisation.map(SliceCommand::normalisation), !noBiases, moved());
    }

    private List<Integer> moved() {
        return layers.map(text -> Arrays.stream(Arguments.list("--layers", text)).mapToObj(SliceCommand::layer).toList()).orElse(List.of());
    }

    private Slice slice(Slice whole, boolean line) {
        Slice slice = line && whole.dimension() == 2 ? new Slice(whole.origin(), whole.directions().subList(0, 1), whole.ranges().subList(0, 1))
                : whole;
        if (points.isPresent() && !line && slice.dimension() == 1) {
            throw new IllegalArgumentException("--points must be one number, such as 401, since '" + directions + "' gives a line, but was '"
                    + points.get() + "'");
        }
        return range.map(text -> slice.over(ranges(text, slice.dimension()))).orElse(slice);
    }

    private static int layer(double number) {
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException("--layers must be whole numbers, but one was " + number);
        }
        return (int) number;
    }

    private Directions directions() {
        Spec spec = named();
        if (spec.id().equals("pca") && train.isEmpty() && path.isEmpty()) {
            throw new IllegalArgumentException("--directions pca needs a path: give --train or --path");
        }
        return DirectionKinds.CATALOG.make(spec);
    }

    /** The kind of directions as the catalog names it. */
    private Spec named() {
        for (String kind : List.of("towards", "file")) {
            if (directions.startsWith(kind + ":")) {
                return DirectionKinds.CATALOG.canonical(Spec.of(kind).with("", new Value.Text(directions.substring(kind.length() + 1))));
            }
        }
        Spec spec = Spec.parse(directions);
        return nodes().length != 1 ? spec : switch (spec.id()) {  // what is sampled along a line is named as one, and comes back as one
            case "random" -> spec.with("count", 1);
            case "axes" -> spec.with("second", 0);
            default -> spec;
        };
    }

    private static Normalisation normalisation(String id) {
        List<String> known = Arrays.stream(Normalisation.values()).map(n -> Value.of(n).asText()).toList();
        if (!known.contains(id)) {
            throw new IllegalArgumentException("no normalisation '" + id + "'; " + Nearest.advice(id, known));
        }
        return Normalisation.values()[known.indexOf(id)];
    }

    /** None, one or two numbers of nodes. */
    private int[] nodes() {
        if (points.isEmpty()) {
            return new int[0];
        }
        String text = points.get();
        if (!text.matches("[0-9]{1,9}(x[0-9]{1,9})?")) {
            throw new IllegalArgumentException("--points must be like 51x51, or like 401 for a line, but was '" + text + "'");
        }
        int[] nodes = Arrays.stream(text.split("x")).mapToInt(Integer::parseInt).toArray();
        if (Arrays.stream(nodes).anyMatch(n -> n < 2 || n > Slices.WIDEST)) {
            throw new IllegalArgumentException("--points must be 2 to " + Slices.WIDEST + " each way, but was '" + text + "'");
        }
        return nodes;
    }

    private static List<Range> ranges(String text, int count) {
        String[] parts = text.split(",", -1);
        if (parts.length > count) {
            throw new IllegalArgumentException("--range has " + parts.length + " ranges for a line: '" + text + "'");
        }
        return IntStream.range(0, count).mapToObj(k -> {
            String[] ends = parts[Math.min(k, parts.length - 1)].split(":", -1);
            double[] at;
            try {
                at = Arguments.list("--range", String.join(",", ends));
            } catch (IllegalArgumentException _) {                // no finite numbers: the rule for ranges says more than the one for lists
                at = new double[0];
            }
            if (at.length != 2 || !(at[0] < at[1])) {
                throw new IllegalArgumentException("--range must go from a smaller to a larger number, as in -1:1 or -1:1,0:2, but was '" + text
                        + "'");
            }
            return new Range(at[0], at[1]);
        }).toList();
    }

    private Run trainer(String spec) {
        Run run = RunSyntax.parse(spec, 0);
        if (batch.isPresent() && batch.get() < 1) {
            throw new IllegalArgumentException("--batch must be 1 or more, but was " + batch.get());
        }
        return run.withBatch(batch.orElse(run.batch()));
    }

    /** A run that goes where a file says. */
    private static Run teller(String file) {
        return Run.of(Spec.of(Optimizers.RECORDED).with("path", Value.text(Path.of(file).toAbsolutePath().toString()))
                .with("run", Value.text("run0")), 0)
                .withLabel("recorded path");
    }

    private Trajectory trained(Run run, Objective f, Vec start) {
        int size = run.batch();
        Descent whole = Descent.of(f, Optimizers.CATALOG.make(run.optimizer()), Schedules.CATALOG.make(run.schedule()), start, StopRule.steps(steps));
        Descent descent = size > 0 && f instanceof SampledObjective sampled ? whole.guidedBy(sampled.batches(size, seed)) : whole;
        try (Helpers helpers = new Helpers(threads - 1)) {
            return descent.run(() -> false, (_, _) -> { }, helpers.crew());
        }
    }

    private static List<Vec> points(Trajectory t) {
        List<Vec> points = new ArrayList<>();
        for (int step = 0; step < t.last(); step += t.keptEvery()) {
            points.add(t.theta(step));
        }
        points.add(t.theta(t.last()));
        return points;
    }

    /** The points of the first run in a file. */
    private static List<Vec> recorded(String file, int n) {
        Map<String, NumberArray> arrays = NpzFile.read("--path", file);
        NumberArray theta = NpzFile.array(arrays, "run0_theta", file);
        if (theta.shape().size() != 2 || theta.shape().get(1) != n || theta.shape().get(0) == 0) {
            throw new IllegalArgumentException("--path: the array 'run0_theta' of '" + file + "' must have a column for each of the " + n
                    + " parameters, but has the shape " + theta.shape());
        }
        return IntStream.range(0, theta.shape().get(0)).mapToObj(k -> Vec.of(Arrays.copyOfRange(theta.values(), k * n, (k + 1) * n))).toList();
    }

    private void words(Objective f, Slice slice, Grid grid) {
        double centre = f.evaluator().value(slice.origin().toArray());
        command.commandLine().getErr().println(f.appearance().name() + ", " + f.dimension() + (f.dimension() == 1 ? " parameter" : " parameters")
                + ": J = " + Arguments.words(centre) + " at the origin, from " + Arguments.words(grid.minimum()) + " to "
                + Arguments.words(grid.maximum()) + " on the slice");
    }

    private String speed(Grid grid, double seconds) {
        long nodes = (long) grid.nx() * grid.ny();
        return String.format(Locale.ROOT, "%d points, %.3f seconds, %.0f points per second, %d %s", nodes, seconds, nodes / seconds, threads,
                threads == 1 ? "thread" : "threads");
    }
}
