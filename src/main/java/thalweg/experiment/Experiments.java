package thalweg.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.catalog.Value;
import thalweg.data.CsvFile;
import thalweg.data.DataException;
import thalweg.data.DataSources;
import thalweg.data.SurfaceFile;
import thalweg.descent.StopRule;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;

/** Experiments to begin with: a good race on every objective, without touching anything. */
public final class Experiments {
    /** The optimizers of every first race, in the order of the palette. */
    public static final List<String> RACERS = List.of("gradient-descent", "momentum", "nag", "adagrad", "rmsprop", "adam");

    /**
     * Steps, then a learning rate for each racer. Rosenbrock's are chosen by hand, so that one diverges, and the monkey saddle's, so that
     * none falls out of all measure behind the edge; all others are what {@link Pace} finds, kept here because finding takes longer than a
     * click may. A knob turned, or an objective that is not here, is tried out when asked for.
     */
    private static final String RACES = """
            rosenbrock        300  0.0044 3e-4   8e-4   1.2    0.03   0.3
            beale             300  0.02   0.002  0.002  1      0.02   0.2
            ravine            300  0.05   0.05   0.002  1      0.05   0.2
            booth             300  0.005  5e-4   5e-4   2      0.05   0.5
            mccormick         300  0.02   0.002  0.002  0.5    0.02   0.2
            goldstein-price   300  2e-6   5e-6   2e-6   0.5    0.02   0.5
            himmelblau        300  0.002  0.001  5e-4   0.2    0.02   0.1
            rastrigin         300  1e-4   0.005  1e-5   2      0.005  0.005
            ackley            300  0.1    1e-4   1e-4   2      0.2    1
            six-hump-camel    300  0.001  0.01   0.01   1      0.01   1
            three-hump-camel  300  0.05   0.01   0.01   2      0.5    0.5
            styblinski-tang   300  0.002  0.005  5e-4   0.2    0.2    2
            branin            300  0.02   0.005  0.002  1      0.05   1
            griewank          300  0.1    0.02   0.02   10     0.05   5
            levi-13           300  0.02   0.005  5e-5   0.5    0.001  0.2
            bohachevsky-1     300  0.02   0.01   0.02   10     0.5    2
            shubert           300  1e-4   1e-5   1e-5   0.02   0.005  1
            eggholder         300  1      0.1    0.1    200    0.5    200
            drop-wave         300  5e-4   0.1    2e-4   1      5e-4   0.5
            schaffer-2        300  0.05   0.02   0.02   0.5    0.002  0.5
            schaffer-4        300  0.2    0.1    0.1    0.01   0.002  0.2
            cross-in-tray     300  0.2    0.02   0.02   0.001  1      0.01
            holder-table      300  0.005  0.5    5e-4   0.1    0.5    0.02
            saddle             58  0.05   0.01   0.01   0.1    0.02   0.05
            monkey-saddle      60  0.005  0.002  0.002  0.1    0.02   0.02
            sphere            300  0.02   0.002  0.002  0.5    0.02   0.1
            matyas            300  0.5    0.05   0.05   2      0.05   0.5
            trid              300  0.05   0.002  0.002  0.5    0.02   0.1
            zakharov          300  0.02   0.002  0.002  1      0.05   0.2
            dixon-price       300  0.002  0.001  0.001  2      0.05   2
            easom             300  1000   1000   1000   1      0.5    1
            michalewicz       300  0.002  0.02   0.01   0.02   0.002  0.01
            bukin-6           300  1e-5   2e-4   5e-5   0.1    0.01   0.01
            parabola          300  0.02   0.002  0.002  0.2    0.01   0.05
            double-well       300  0.002  0.005  0.01   0.1    0.2    0.5
            waves             300  0.01   0.05   0.05   0.1    0.2    1
            plateau           300  2      0.1    0.1    0.2    0.05   0.05
            absolute          300  0.02   0.01   0.005  0.5    0.1    0.05
            tea               300  0.02   0.002  0.002  0.2    0.05   0.05
            """;
    private static final List<String> REGRESSION = List.of("fit", "contour", "samples", "surface");
    private static final List<String> CLASSES = List.of("fit", "surface", "loss", "network");
    private static final List<String> IMAGES = List.of("fit", "surface", "loss", "weights");
    /** For tables of one's own with a number to be predicted, of any size: only what is linear in it learns it at one rate. */
    private static final First OF_NUMBERS = new First("linear", 0.2, 100, List.of("gradient-descent(learningRate=0.1)", "momentum(learningRate=0.02)"),
            REGRESSION);
    /** For other tables of one's own. */
    private static final First OF_CLASSES = new First("mlp(hidden=16)", 0.2, 300, List.of("adam(learningRate=0.01) batch=64"), CLASSES);
    /** For images of one's own: 300 steps of 64 are one or two looks at each. */
    private static final First OF_IMAGES = new First("softmax", 0.2, 300, List.of("adam(learningRate=0.001) batch=64"), IMAGES);
    /** Off the floor of the valley of houses, which descent then reaches in a few steps and creeps along. */
    private static final Vec HOUSES = Vec.of(0.01, 90);

    private static final Map<String, Pace.Race> KNOWN = RACES.lines().map(line -> line.strip().split(" +"))
            .collect(Collectors.toUnmodifiableMap(words -> words[0], Experiments::race));

    /**
     * For each data set a model, runs and steps that show what it is good for; found by trying, on the data as they come first.
     */
    private static final Map<String, First> LEARNING = Map.ofEntries(
            Map.entry("three-points", new First("linear-one", 0, 40,
                    List.of("gradient-descent(learningRate=0.05)", "gradient-descent(learningRate=0.4)"),
                    List.of("fit", "curve", "samples", "loss"))),
            Map.entry("houses", new First("linear", 0, 40, List.of("gradient-descent(learningRate=1e-7)"), REGRESSION)),
            Map.entry("line", new First("linear", 0, 100, List.of("gradient-descent(learningRate=0.1)", "momentum(learningRate=0.1)",
                    "adam(learningRate=0.1)"), REGRESSION)),
            Map.entry("polynomial", new First("polynomial(degree=3)", 0, 300, List.of("gradient-descent(learningRate=0.1)",
                    "momentum(learningRate=0.05)", "adam(learningRate=0.05)"), List.of("fit", "surface", "loss", "samples"))),
            Map.entry("moons", new First("mlp(hidden=8)", 0.3, 400, List.of("adam(learningRate=0.03)", "momentum(learningRate=0.1)"), CLASSES)),
            Map.entry("circles", new First("mlp(hidden=8)", 0.3, 400, List.of("adam(learningRate=0.03)", "momentum(learningRate=0.1)"), CLASSES)),
            Map.entry("xor", new First("mlp(hidden=8)", 0.3, 400, List.of("adam(learningRate=0.03)", "momentum(learningRate=0.1)"), CLASSES)),
            Map.entry("spirals", new First("mlp(hidden=8-8)", 0.3, 600, List.of("adam(learningRate=0.1) batch=64",
                    "momentum(learningRate=0.2) batch=64"), CLASSES)),
            Map.entry("blobs", new First("softmax", 0.3, 200, List.of("gradient-descent(learningRate=0.5)", "adam(learningRate=0.1)"), CLASSES)),
            Map.entry("gaussians", new First("softmax", 0.3, 200, List.of("gradient-descent(learningRate=0.5)",
                    "gradient-descent(learningRate=0.5) batch=32", "gradient-descent(learningRate=0.5) batch=1"), CLASSES)),
            Map.entry("digits", new First("softmax", 0.2, 300, List.of("adam(learningRate=0.01) batch=64", "momentum(learningRate=0.01) batch=64"),
                    IMAGES)),
            Map.entry("idx", OF_IMAGES), Map.entry("cifar10", OF_IMAGES),
            Map.entry("color-images", new First("softmax", 0.2, 150, List.of("adam(learningRate=0.001) batch=64",
                    "momentum(learningRate=0.001) batch=64"), IMAGES)));

    /**
     * How a data set is first learnt.
     *
     * @param test part kept for the test
     * @param runs as on the command line
     */
    private record First(String model, double test, int steps, List<String> runs, List<String> tiles) {
    }

    private Experiments() {
    }

    private static Pace.Race race(String[] words) {
        return new Pace.Race(Arrays.stream(words).skip(2).map(Double::valueOf).toList(), Integer.parseInt(words[1]));
    }

    /** Whether a file's name is that of a sampled surface. */
    public static boolean isSurface(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).matches(".*\\.(npz|h5|hdf5)");
    }

    /**
     * The experiment with the paths of another program's file as further runs, over the same landscape; the window grows until they fit.
     *
     * @throws IllegalArgumentException if the file holds none, or points of another dimension
     */
    public static Experiment withPaths(Experiment e, Path file) {
        Map<String, List<Vec>> paths = Optimizers.paths(file.toAbsolutePath().toString());
        Scene scene = Frames.scene(e);
        List<Run> runs = new ArrayList<>(e.runs());
        int steps = e.runs().isEmpty() ? 0 : e.stop().steps();
        for (Map.Entry<String, List<Vec>> path : paths.entrySet()) {
            Spec spec = Spec.of(Optimizers.RECORDED).with("path", Value.text(file.toAbsolutePath().toString()))
                    .with("run", Value.text(path.getKey()));
            Optimizers.CATALOG.make(spec).require(scene.objective());
            runs.add(Run.of(spec, runs.size()).withLabel(paths.size() == 1 && path.getKey().equals("path") ? name(file) : path.getKey()));
            steps = Math.max(steps, path.getValue().size() - 1);
        }
        StopRule stop = new StopRule(steps, e.stop().gradientNorm(), e.stop().loss());
        Look look = scene.isWhole() ? e.look().withWindow(grown(scene.slice().ranges(), paths)) : e.look();
        return e.withRuns(runs).withStop(stop).withLook(look.withSelected(e.runs().size()));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    /** The ranges, wide enough for all points, with a margin where they had to grow. */
    private static List<Range> grown(List<Range> ranges, Map<String, List<Vec>> paths) {
        List<Range> grown = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            int axis = i;
            double min = paths.values().stream().flatMap(List::stream).mapToDouble(p -> p.get(axis)).min().orElse(0);
            double max = paths.values().stream().flatMap(List::stream).mapToDouble(p -> p.get(axis)).max().orElse(0);
            Range r = ranges.get(i);
            double low = Math.min(r.min(), min);
            double high = Math.max(r.max(), max);
            double margin = 0.05 * (high - low);
            grown.add(new Range(min < r.min() ? low - margin : low, max > r.max() ? high + margin : high));
        }
        return grown;
    }

    /**
     * The race on a surface that was sampled before.
     *
     * @throws IllegalArgumentException if the file holds none
     */
    public static Experiment surface(Path file) {
        try {
            return first(Spec.of("grid").with("path", new Value.Text(file.toString())));
        } catch (SpecException e) {
            if (e.getCause() instanceof DataException damaged) {
                throw damaged;                                    // who opens a file knows of no entry named 'grid'
            }
            throw e;
        }
    }

    /** The same for a table that has the columns of a surface and a line for each of its nodes; empty for any other, which may be data. */
    public static Optional<Experiment> landscape(Path table) {
        if (!SurfaceFile.mayBeTable(table)) {
            return Optional.empty();
        }
        try {
            Spec grid = Spec.of("grid").with("path", new Value.Text(table.toString()));
            return Objectives.CATALOG.make(grid).dimension() == 2 ? Optional.of(first(grid)) : Optional.empty();     // what was read last is kept
        } catch (SpecException _) {
            return Optional.empty();                              // whoever reads it as data will say what is wrong
        }
    }

    /** What the program shows first: six optimizers in Rosenbrock's valley, one of them too fast. */
    public static Experiment first() {
        return first(Spec.of("rosenbrock"));
    }

    /**
     * The race to show for an objective: the same six optimizers everywhere, with learning rates for this function, from its own start.
     *
     * @throws thalweg.catalog.SpecException for an objective that cannot be made
     */
    public static Experiment first(Spec objective) {
        Objective f = Objectives.CATALOG.make(objective);
        boolean up = f.appearance().maximised();
        boolean plain = Objectives.CATALOG.canonical(objective).arguments().isEmpty();
        Pace.Race race = plain && KNOWN.containsKey(objective.id()) ? KNOWN.get(objective.id()) : Pace.race(RACERS, f, up);
        List<Run> runs = new ArrayList<>();
        for (String racer : RACERS) {
            runs.add(Run.of(Spec.of(racer).with("learningRate", race.rates().get(runs.size())), runs.size()));
        }
        boolean line = f.dimension() == 1;
        Look look = Look.DEFAULT.withSelected(runs.size() - 1)
                .withTiles(line ? List.of("curve", "curve", "loss", "table") : Look.DEFAULT.tiles());
        return Experiment.of(objective).withMaximise(up).withStart(Vec.of()).withRuns(runs).withStop(StopRule.steps(race.steps()))
                .withLook(look);
    }

    /**
     * A gradient check with the numbers the lecture prints (from the cs231n notes, "Computing the gradient numerically"): J = 1.25347, and
     * a step of h = 0.0001 brings it to 1.25322 in one parameter and to 1.25353 in the other. The model those are from is not at hand; this
     * cost is constructed to have just that value and those slopes at just that point, with a slight bend so that a quotient is not exact.
     */
    public static Experiment lectureGradient() {
        Spec cost = Spec.of("formula").with("", new Value.Text("1.25347 - 2.5*(x - 0.34) + 0.6*(y + 1.11) + 0.1*(x - 0.34)^2 + 0.1*(y + 1.11)^2"));
        return Experiment.of(cost).withStart(Vec.of(0.34, -1.11)).withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.5)"), 0)))
                .withStop(StopRule.steps(60)).withLook(Look.DEFAULT.withTiles(List.of("gradient-check", "contour")).withLayout("1x2").withSelected(0)
                        .withFocus(Focus.DEFAULT.withCentral(false).withH(1e-4)).withWindow(List.of(new Range(-4, 16), new Range(-10, 4))));
    }

    /** What is shown first for data: a model that suits them, and runs that learn. The columns of a table are brought to one scale. */
    public static Experiment firstOn(Spec data) {
        First first = suited(data);
        return first(Learning.of(Spec.parse(first.model()), data).withTest(first.test()).withStandardise(data.id().equals("csv")));
    }

    private static First suited(Spec data) {
        boolean numbers = data.id().equals("csv") && DataSources.CATALOG.make(data) instanceof CsvFile table && table.predictsNumber();
        return numbers ? OF_NUMBERS : LEARNING.getOrDefault(data.id(), OF_CLASSES);
    }

    /**
     * What is shown first for a model and data of one's choice: the runs that suit these data.
     *
     * @throws thalweg.catalog.SpecException for what cannot be made
     */
    public static Experiment first(Learning learning) {
        First suited = suited(learning.data());
        First first = suited == OF_NUMBERS && !learning.model().id().equals(OF_NUMBERS.model()) ? OF_CLASSES : suited;
        List<Run> runs = new ArrayList<>();
        for (String run : first.runs()) {
            runs.add(RunSyntax.parse(run, runs.size()));
        }
        List<String> known = first.tiles().stream().filter(Look.VIEWS::contains).toList();
        Vec start = learning.data().equals(Spec.of("houses")) && learning.model().equals(Spec.of("linear")) ? HOUSES : Vec.of();
        return Experiment.of(learning).withStart(start).withRuns(runs).withStop(StopRule.steps(first.steps()))
                .withLook(Look.DEFAULT.withTiles(known.isEmpty() ? Look.DEFAULT.tiles() : known).withSelected(0));
    }
}
