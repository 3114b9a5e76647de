package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.cli.Cli;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Study;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Vec;
import thalweg.network.Activation;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** Runs written as programs in Python; those in NumPy are run, all in one process, where Python and NumPy are installed. */
class CodeTest {
    /** Steps after which rounding has not grown to what could be mistaken for another rule, not even in the valley of Rosenbrock. */
    private static final int STEPS = 25;
    /**
     * Relative: the programs differ by the rounding of powers and of library functions, which bent valleys multiply at every step; a wrong
     * rule is off by far more from its second step on.
     */
    private static final double NEAR = 1e-6;
    private static final String DRIVER = """
            import contextlib, io, runpy, sys
            for name in sys.argv[1:]:
                with contextlib.redirect_stdout(io.StringIO()):
                    path = runpy.run_path(name)["path"]
                print(name, *(float(x) for theta in path for x in theta))
            """;

    @TempDir
    private Path folder;

    static Experiment experiment(String objective, String optimizer, String schedule) {
        return Experiment.of(Spec.parse(objective)).withRuns(List.of(Run.of(Spec.parse(optimizer), 0).withSchedule(Spec.parse(schedule))))
                .withStop(StopRule.steps(STEPS));
    }

    /** Every optimizer and schedule, every variant that changes the code, and every function. */
    static List<Experiment> experiments() {
        List<Experiment> all = new ArrayList<>();
        for (String optimizer : Optimizers.RULES.ids()) {
            all.add(experiment("rosenbrock", optimizer, "constant"));
            all.add(experiment("mccormick", optimizer, "cosine(floor=0.1)"));
        }
        for (String schedule : Schedules.CATALOG.ids()) {
            all.add(experiment("booth", "momentum", schedule));
        }
        all.add(experiment("booth", "momentum", "piecewise(points=\"0:1, 5:0.3, 9:0\")"));
        all.add(experiment("booth", "momentum", "step(every=4, factor=0.5)"));
        all.add(experiment("booth", "momentum", "warmup-cosine(warmup=6, floor=0.2)"));
        all.add(experiment("booth", "momentum", "warmup-cosine(warmup=60)"));
        all.add(experiment("beale", "nag(form=pytorch)", "exponential"));
        for (String inside : List.of("adagrad", "rmsprop", "adam", "nadam", "amsgrad", "adamw")) {
            all.add(experiment("beale", inside + "(epsilonPlacement=inside, epsilon=0.01)", "constant"));
            all.add(experiment("parabola", inside + "(epsilon=0)", "constant"));
        }
        all.add(experiment("beale", "adamax(epsilon=0)", "constant"));
        all.add(experiment("beale", "lion(weightDecay=0.1)", "constant"));
        all.add(experiment("tea", "gradient-descent(learningRate=0.1)", "constant").withMaximise(true));
        all.add(experiment("tea", "bfgs", "constant").withMaximise(true));
        all.add(experiment("saddle", "newton", "constant"));
        for (String optimizer : Optimizers.RULES.ids()) {
            all.add(experiment("booth", optimizer, "constant").withNoise(0.3).withSeed(5).withStop(StopRule.steps(10)));
        }
        all.add(experiment("booth", "nag(form=pytorch)", "constant").withNoise(0.3));
        all.add(experiment("tea", "momentum(learningRate=0.1)", "constant").withMaximise(true).withNoise(0.05));
        all.add(experiment("booth", "nag(learningRate=0.03)", "constant").withNoise(0.1).withStop(new StopRule(STEPS, 9, Double.NEGATIVE_INFINITY)));
        all.add(experiment("booth", "momentum(learningRate=0.03)", "constant").withStop(new StopRule(STEPS, 0, 4)));
        all.add(experiment("formula(\"softplus(x)*tanh(y) + relu(x - 1)^2 + gauss(x*y) + min(x, y)^3 + max(2, y) + 2^x + e^(x/9) + abs(sin(3)) + atan(x)\")",
                "gradient-descent(learningRate=0.01)", "constant"));
        for (String objective : Objectives.CATALOG.ids()) {
            if (!objective.equals("grid")) {
                all.add(experiment(objective, "adam(learningRate=0.02)", "constant").withStop(StopRule.steps(6)));
            }
        }
        return all;
    }

    @Test
    void codeInNumpyReproducesThePath() throws Exception {
        Map<String, Experiment> programs = new LinkedHashMap<>();
        for (Experiment e : experiments()) {
            Path file = folder.resolve("run" + programs.size() + ".py");
            Files.writeString(file, given(e) + Code.of(e, 0, Dialect.NUMPY));
            programs.put(file.toString(), e);
        }
        List<String> lines = python(programs.keySet());
        assertEquals(programs.size(), lines.size());
        List<String> wrong = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" ");
            Experiment e = programs.get(parts[0]);
            Scene scene = Frames.scene(e);
            Trajectory path = Frames.trajectory(e, scene, e.runs().getFirst(), () -> false);
            int n = scene.objective().dimension();
            String what = e.objective().orElseThrow() + ", " + e.runs().getFirst().optimizer() + ", " + e.runs().getFirst().schedule();
            int points = (parts.length - 1) / n;
            // which NumPy follows further
            if (points < path.last() + 1 || points > path.last() + 1 && !(path.outcome() instanceof Outcome.Diverged)) {
                wrong.add(what + ": " + points + " points instead of " + (path.last() + 1));
                continue;
            }
            for (int k = 0; k <= path.last(); k++) {
                for (int i = 0; i < n; i++) {
                    double ours = path.theta(k).get(i);
                    double theirs = Double.parseDouble(parts[1 + k * n + i].replace("inf", "Infinity").replace("nan", "NaN"));
                    if (!(Math.abs(theirs - ours) <= NEAR * Math.max(1, Math.abs(ours)))) {
                        wrong.add(what + ": theta " + i + " at step " + k + " is " + theirs + " instead of " + ours);
                        k = path.last();
                        break;
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    static Experiment learning(String model, String data, String optimizer) {
        return Experiment.of(Learning.of(Spec.parse(model), Spec.parse(data))).withRuns(List.of(Run.of(Spec.parse(optimizer), 0)))
                .withStop(StopRule.steps(STEPS));
    }

    private static Experiment learning(UnaryOperator<Learning> changed, String model, String data, String optimizer) {
        Experiment e = learning(model, data, optimizer);
        return e.withSubject(changed.apply(e.learning().orElseThrow()));
    }

    /** Every model, loss, unit and rule once, with and without penalty, skips and biases; small data stand in the program, large ones in a file. */
    static List<Experiment> lessons() {
        List<Experiment> all = new ArrayList<>();
        for (String model : List.of("linear", "linear-one", "polynomial(degree=3)")) {
            all.add(learning(l -> l.withStandardise(true), model, "houses", "momentum(learningRate=0.05)"));
        }
        for (String model : List.of("logistic", "softmax", "svm")) {
            all.add(learning(l -> l.withL2(0.3), model, "blobs(samples=40, classes=3)", "adam(learningRate=0.02)"));
            all.add(learning(l -> l.withTest(0.25), model, "moons(samples=60)", "gradient-descent(learningRate=0.1)"));
        }
        for (Activation f : Activation.values()) {
            String name = f.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(learning(l -> l.withL2(0.1), "mlp(hidden=4-4, skip=true, activation=" + name + ")", "moons(samples=30)",
                    "adam(learningRate=0.03)"));
        }
        for (String loss : List.of("mean-squared", "binary-cross-entropy", "cross-entropy", "hinge")) {
            all.add(learning(l -> l.withLoss(loss), "mlp(hidden=5)", "circles(samples=50)", "nag(learningRate=0.03)"));
            all.add(learning(l -> l.withLoss(loss), "mlp(hidden=3-3, bias=false)", "blobs(samples=200, classes=4)", "rmsprop(learningRate=0.01)"));
        }
        for (String optimizer : Optimizers.RULES.ids()) {
            if (!optimizer.equals("newton")) {
                all.add(learning("mlp(hidden=3)", "xor(samples=20)", optimizer).withStop(StopRule.steps(12)));
            }
        }
        all.add(learning(l -> l.withLimit(40), "softmax", "digits(samples=60, width=8)", "adam(learningRate=0.02)"));
        return all;
    }

    /**
     * Of a path in the program and one in NumPy: they differ by the rounding of sums in another order, which 25 steps do not multiply as valleys do.
     */
    private static final double NEARER = 1e-9;

    @Test
    void whatIsLearntInNumpyIsWhatTheProgramLearns() throws Exception {
        Map<String, Experiment> programs = new LinkedHashMap<>();
        int files = 0;
        for (Experiment e : lessons()) {
            String code = Code.of(e, 0, Dialect.NUMPY);
            Path file = folder.resolve("lesson" + programs.size() + ".py");
            if (code.contains("np.load(")) {
                files++;
                Path data = folder.resolve("data" + programs.size() + ".npz");
                write(code, data);
                code = code.replace("\"learning.npz\"", "r\"" + data + "\"");
            }
            Files.writeString(file, code);
            programs.put(file.toString(), e);
        }
        assertTrue(files > 3 && files < programs.size() - 3, files + " of " + programs.size());
        List<String> wrong = new ArrayList<>();
        for (String line : python(programs.keySet())) {
            String[] parts = line.split(" ");
            Experiment e = programs.get(parts[0]);
            Scene scene = Frames.scene(e);
            Trajectory path = Frames.trajectory(e, scene, e.runs().getFirst(), () -> false);
            int n = scene.objective().dimension();
            String what = e.subject() + ", " + e.runs().getFirst().optimizer();
            assertEquals(path.last() + 1, (parts.length - 1) / n, what);
            double most = 0;
            for (int k = 0; k <= path.last(); k++) {
                for (int i = 0; i < n; i++) {
                    double ours = path.theta(k).get(i);
                    most = Math.max(most, Math.abs(Double.parseDouble(parts[1 + k * n + i]) - ours) / Math.max(1, Math.abs(ours)));
                }
            }
            if (!(most <= NEARER)) {
                wrong.add(what + ": off by " + most);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Carries out the command line that a program's comment tells. */
    static void write(String code, Path data) {
        Matcher told = Pattern.compile("# The file is written by:\n#   thalweg (data .*) -o learning.npz\n").matcher(code);
        assertTrue(told.find(), code);
        List<String> words = Pattern.compile("'([^']*)'|(\\S+)").matcher(told.group(1)).results()
                .map(m -> m.group(1) != null ? m.group(1) : m.group(2)).collect(Collectors.toCollection(ArrayList::new));
        words.addAll(List.of("-o", data.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(0, Cli.run(words.toArray(String[]::new), out, out, (_, _) -> 1), said::toString);
    }

    @Test
    void modelsAreWrittenForEveryLibrary() {
        Experiment e = learning(l -> l.withL2(0.1), "mlp(hidden=4-4, skip=true)", "moons(samples=30)", "adam").withNoise(0.01);
        e = e.withRuns(List.of(e.runs().getFirst().withBatch(8).withSchedule(Spec.parse("cosine"))));
        for (Dialect dialect : Dialect.values()) {
            String code = Code.of(e, 0, dialect);
            assertTrue(code.contains("X = np.array(") && code.contains("rows = order[") && code.contains("noise") && code.contains("factor(step"),
                    code);
            assertTrue(code.replaceAll("\n#  ", "").contains("the random numbers drawn here are others") && code.contains("0.1 / (2 * len(X))"),
                    code);
            assertTrue(code.lines().allMatch(line -> line.length() <= 160), code);
        }
        assertEquals("code of this rule is written for functions only: a model's second derivatives are not written out",
                Code.obstacle(learning("linear", "houses", "newton"), 0, Dialect.NUMPY, Optional.of(
                        Study.of(learning("linear", "houses", "newton").learning().orElseThrow(), 1))).orElseThrow());
    }

    /** The noise that the program draws, in place of what NumPy would draw. */
    private static String given(Experiment e) {
        int n = Frames.scene(e).objective().dimension();
        return e.noise() == 0 ? "" : "import numpy as np\n\nclass Given:\n    def __init__(self, seed):\n        self.left = iter("
                + IntStream.range(0, n * STEPS)
                .mapToObj(i -> Double.toString(Chance.gaussian(e.seed(), Purpose.GRADIENT_NOISE, i))).toList()
                + ")\n\n    def standard_normal(self, n):\n"
                + "        return np.array([next(self.left) for _ in range(n)])\n\nnp.random.default_rng = Given\n";
    }

    /** What the programs print, a line each. */
    private List<String> python(Iterable<String> files) throws InterruptedException {
        return Snakes.run(folder, DRIVER, List.of("numpy"), files);
    }

    @Test
    void everyOptimizerIsWrittenForEveryLibraryOrSaidToBeMissing() {
        int missing = 0;
        for (String optimizer : Optimizers.RULES.ids()) {
            Experiment e = experiment("rosenbrock", optimizer, "cosine");
            for (Dialect dialect : Dialect.values()) {
                var obstacle = Code.obstacle(e, 0, dialect, Optional.empty());
                if (obstacle.isPresent()) {
                    missing++;
                    assertTrue(obstacle.get().startsWith(dialect.label() + " has no optimizer of this kind"), obstacle.get());
                    continue;
                }
                String code = Code.of(e, 0, dialect);
                assertTrue(code.contains("def J(theta):") && code.contains("factor(step"), code);
                assertTrue(code.lines().allMatch(line -> line.length() <= 160), code);
                assertFalse(code.contains("%"), code.contains("%") && dialect != Dialect.NUMPY ? code : "");
            }
        }
        // sequential, Newton, BFGS and conjugate gradients in no library; Lion not in PyTorch; RAdam not in Keras
        assertEquals(4 * 3 + 2, missing);
    }

    @Test
    void conventionsThatDifferAreNamed() {
        assertTrue(Code.of(experiment("beale", "adam(epsilonPlacement=inside)", "constant"), 0, Dialect.TORCH)
                .contains("adds epsilon inside the root"));
        assertFalse(Code.of(experiment("beale", "adam", "constant"), 0, Dialect.TORCH).contains("Convention:"));
        assertTrue(Code.of(experiment("beale", "adam", "constant"), 0, Dialect.KERAS).contains("epsilon hat"));
        assertTrue(Code.of(experiment("beale", "nag", "constant"), 0, Dialect.OPTAX).contains("one method seen at two points"));
        assertTrue(Code.of(experiment("beale", "momentum", "step"), 0, Dialect.TORCH).contains("but here it is not"));
        assertTrue(Code.of(experiment("beale", "adamw", "constant"), 0, Dialect.TORCH).contains("decoupled"));
    }

    /** What running the programs has shown, for where the libraries are not: see {@link CodeInLibrariesTest}. */
    @Test
    void nothingIsWrittenThatALibraryRefusesOrRoundsToSingles() {
        Experiment waves = experiment("formula(\"sin(x) + tanh(y)\")", "momentum(momentum=0)", "warmup-cosine(warmup=6)");
        String keras = Code.of(waves, 0, Dialect.KERAS);
        assertTrue(keras.contains("os.environ[\"KERAS_BACKEND\"] = \"jax\"") && keras.contains("jnp.sin(x)") && !keras.contains("keras.ops"), keras);
        assertTrue(keras.contains("momentum=0.0"), keras);
        assertFalse(Code.of(learning("mlp(hidden=4)", "moons(samples=30)", "adam"), 0, Dialect.KERAS).contains("\"tanh\""));
        assertFalse(Code.of(experiment("booth", "nag(momentum=0)", "constant"), 0, Dialect.TORCH).contains("nesterov"));
        assertTrue(Code.of(experiment("booth", "adam(beta1=0)", "constant"), 0, Dialect.TORCH).contains("betas=(0.0, 0.999)"));
        String optax = Code.of(waves, 0, Dialect.OPTAX);
        assertTrue(optax.contains("@jax.jit") && optax.contains("jnp.where(step < 6, (step + 1.0) / 7, "), optax);
        assertTrue(optax.contains("optax.chain(optax.scale_by_learning_rate(lambda step: 0.001 * factor(step)), optax.trace(decay=0.0))"), optax);
        assertEquals("Keras' Lion takes no beta1 of 0; NumPy code and Optax do",
                Code.obstacle(experiment("booth", "lion(beta1=0)", "constant"), 0, Dialect.KERAS, Optional.empty()).orElseThrow());
    }

    @Test
    void kinksAndZerosOverZerosAreSaid() {
        String kinks = Code.of(experiment("formula(\"abs(x) + max(x, y) + sqrt(y)\")", "gradient-descent", "constant"), 0, Dialect.OPTAX)
                .replaceAll("\n#  ", "");
        assertTrue(kinks.contains("where both sides of a max or min are equal")
                && kinks.contains("where abs is of 0, its slope is 0 in this run and 1") && kinks.contains("where a root is of 0"), kinks);
        Experiment bare = experiment("booth", "rmsprop(epsilon=0)", "constant");
        for (Dialect dialect : List.of(Dialect.TORCH, Dialect.KERAS, Dialect.OPTAX)) {
            assertTrue(Code.of(bare, 0, dialect).replaceAll("\n#  ", "").contains(dialect.label() + " divides 0 by 0"));
        }
        assertFalse(Code.of(experiment("booth", "adagrad(epsilon=0)", "constant"), 0, Dialect.OPTAX).contains("divides 0"));
    }

    @Test
    void whatElseEndsARunIsSaidWhereTheLoopDoesNotKnowIt() {
        Experiment ends = experiment("beale", "adam", "constant").withStop(new StopRule(STEPS, 1e-3, 0.25));
        for (Dialect dialect : List.of(Dialect.TORCH, Dialect.KERAS, Dialect.OPTAX)) {
            String code = Code.of(ends, 0, dialect).replaceAll("\n#  ", "");
            assertTrue(code.contains("this run ends as soon as the gradient's norm falls below 0.001 or J falls to 0.25; the loop here makes all its steps"), code);
            assertFalse(Code.of(experiment("beale", "adam", "constant"), 0, dialect).contains("ends as soon"));
        }
        assertTrue(Code.of(ends.withMaximise(true), 0, Dialect.TORCH).replaceAll("\n#  ", "").contains("or J rises to 0.25"));
        assertFalse(Code.of(ends, 0, Dialect.NUMPY).contains("ends as soon"), "there the loop knows");
    }

    @Test
    void whatHasNoCodeIsSaidPlainly() {
        Experiment far = learning("mlp(hidden=30)", "moons", "adam").withStart(Vec.of(new double[152]));
        assertEquals("code holds a start of at most 100 numbers, but this one has 152", assertThrows(IllegalArgumentException.class,
                () -> Code.of(far, 0, Dialect.TORCH)).getMessage());
    }
}
