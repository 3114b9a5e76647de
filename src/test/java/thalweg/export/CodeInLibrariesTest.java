package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Run;
import thalweg.optimizer.EpsilonPlacement;
import thalweg.optimizer.Nag;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;

/**
 * Programs in PyTorch, Keras and Optax, run where these are installed, against the same run in NumPy, which follows this program's path. Where a
 * comment names another convention, NumPy's rule is changed to it: the paths agree if, and only if, what the comment says is so, and is all.
 */
class CodeInLibrariesTest {
    /** Between single and double precision: what is rounded to singles anywhere is off by some 1e-8. */
    private static final double NEAR = 1e-9;
    /** Random numbers are made the same in every library; warnings are shown as for who runs the program; one line for each pair of programs. */
    private static final String DRIVER = """
            import contextlib, io, math, os, runpy, sys
            import numpy as np

            draw = np.random.default_rng
            class Drawn:  # the i-th number is cos(1.7 i), in whatever library it is drawn
                def __init__(self, seed):
                    self.at, self.orders = 0, draw(seed)
                def standard_normal(self, shape):
                    n = int(np.prod(shape))
                    self.at += n
                    return np.cos(1.7 * np.arange(self.at - n, self.at)).reshape(shape)
                def permutation(self, n):
                    return self.orders.permutation(n)
            np.random.default_rng = Drawn

            library = sys.argv[1]
            if library == "torch":
                import torch
                class Generator:
                    def manual_seed(self, seed):
                        return Drawn(seed)
                torch.Generator = Generator
                torch.randn = lambda shape, generator: torch.tensor(generator.standard_normal(tuple(shape)))
            else:
                os.environ["KERAS_BACKEND"] = "torch"  # as some have it: the program must say what it needs
                import jax, jax.numpy as jnp
                jax.random.fold_in = lambda key, step: step
                jax.random.normal = lambda key, shape: jnp.cos(1.7 * (key * math.prod(shape) + jnp.arange(math.prod(shape)))).reshape(shape)

            def path(name):
                said = io.StringIO()
                try:
                    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
                        path = runpy.run_path(name, run_name="__main__")["path"]
                    return np.array(path), said.getvalue()
                except Exception as e:
                    return None, repr(e)

            for name in sys.argv[2:]:
                theirs, said = path(name + ".py")
                ours, _ = path(name + "-numpy.py")
                if theirs is None or said:
                    print(os.path.basename(name), "SAID", said.replace("\\n", " "))
                    continue
                n = min(len(theirs), len(ours))
                with np.errstate(all="ignore"):
                    off = np.max(np.abs(theirs[:n] - ours[:n]) / np.maximum(1, np.abs(ours[:n])))
                print(os.path.basename(name), len(theirs), len(ours), off)
            """;

    @TempDir
    private Path folder;

    /** What is run in every language. */
    private static List<Experiment> experiments(Dialect dialect) {
        List<Experiment> all = new ArrayList<>();
        // Keras is slow, and writes functions as Optax does: of each of the catalog's, once is enough
        Set<String> functions = Set.of("rosenbrock", "mccormick", "booth", "beale", "parabola", "tea", "formula");
        CodeTest.experiments().stream().filter(e -> dialect != Dialect.KERAS || functions.contains(e.objective().orElseThrow().id()))
                .filter(e -> e.noise() == 0 || !e.maximise())              // where the noise has the other sign: no convention, for it is random
                .forEach(all::add);
        for (String optimizer : List.of("nag(momentum=0)", "nag(form=pytorch, momentum=0)", "momentum(momentum=0)", "adam(beta1=0)",
                "amsgrad(beta2=0.5)", "rmsprop(decay=0)", "adadelta(rho=0)", "nadam(momentumDecay=1)", "radam(learningRate=0.1, beta2=0.9)",
                "adamw(weightDecay=0.1)",
                "adamax(epsilon=0.01)", "radam(epsilon=0.01)", "adam(epsilon=0.01)", "rmsprop(epsilon=0.01)", "adagrad(epsilon=0.01)",
                "adam(learningRate=1)", "gradient-descent(learningRate=0)")) {
            all.add(CodeTest.experiment("booth", optimizer, "constant"));
        }
        for (String schedule : List.of("cosine", "exponential", "cyclic(period=8)", "warmup-cosine(warmup=6, floor=0.2)")) {
            all.add(CodeTest.experiment("booth", "nag", schedule));
            all.add(CodeTest.experiment("booth", "nag(form=pytorch)", schedule));
            all.add(CodeTest.experiment("booth", "adamw(weightDecay=0.1)", schedule));
        }
        all.add(CodeTest.experiment("formula(\"abs(x - 1) + max(x, y) + sqrt(1 + y^2) + cosh(y)\")", "gradient-descent(learningRate=0.03)",
                "constant"));
        all.addAll(CodeTest.lessons());
        for (String optimizer : List.of("gradient-descent", "momentum", "adam")) {
            Experiment e = CodeTest.learning("mlp(hidden=4-4, skip=true)", "moons(samples=30)", optimizer);
            Run batched = e.runs().getFirst().withBatch(8).withSchedule(Spec.parse("cosine"));
            all.add(e.withRuns(List.of(batched)));
            if (dialect != Dialect.KERAS) {                                  // which keeps weights the other way round, and draws for them so
                all.add(e.withRuns(List.of(batched)).withNoise(0.01));
            }
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(names = {"TORCH", "KERAS", "OPTAX"})
    void codeFollowsThePathButForTheConventionsThatItNames(Dialect dialect) throws Exception {
        Map<String, String> programs = new LinkedHashMap<>();
        for (Experiment e : experiments(dialect)) {
            Optimizer optimizer = Optimizers.CATALOG.make(e.runs().getFirst().optimizer());
            boolean scheduled = !e.runs().getFirst().schedule().id().equals("constant");
            if (!exists(optimizer, dialect)) {
                continue;
            }
            String name = "run" + programs.size();
            String code = Code.of(e, 0, dialect);
            String numpy = changed(Code.of(e, 0, Dialect.NUMPY), conventions(dialect, optimizer, scheduled), code);
            if (code.contains("np.load(")) {
                Path data = folder.resolve(name + ".npz");
                CodeTest.write(code, data);
                code = code.replace("\"learning.npz\"", "r\"" + data + "\"");
                numpy = numpy.replace("\"learning.npz\"", "r\"" + data + "\"");
            }
            Files.writeString(folder.resolve(name + ".py"), code);
            Files.writeString(folder.resolve(name + "-numpy.py"), numpy);
            programs.put(name, e.subject() + ", " + e.runs().getFirst() + (e.stop().equals(StopRule.steps(e.stop().steps())) ? "" : ", stops"));
        }
        List<String> arguments = new ArrayList<>(List.of(dialect.id()));
        programs.keySet().forEach(name -> arguments.add(folder.resolve(name).toString()));
        List<String> modules = switch (dialect) {
            case TORCH -> List.of("numpy", "torch");
            case KERAS -> List.of("numpy", "jax", "keras");
            default -> List.of("numpy", "jax", "optax");
        };
        List<String> wrong = new ArrayList<>();
        List<String> lines = Snakes.run(folder, DRIVER, modules, arguments);
        assertEquals(programs.size(), lines.size(), () -> String.join("\n", lines));
        for (String line : lines) {
            String[] parts = line.split(" ");
            boolean same = parts[1].equals(parts[2]) || programs.get(parts[0]).endsWith(", stops");
            if (parts[1].equals("SAID") || !same || !(Double.parseDouble(parts[3]) <= NEAR)) {
                wrong.add(programs.get(parts[0]) + ": " + line);
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }

    private static boolean exists(Optimizer optimizer, Dialect dialect) {
        try {
            LibraryRule.of(optimizer, dialect, false);
            return true;
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("has no optimizer of this kind"), e.getMessage());
            return false;
        }
    }

    /** NumPy's program with a library's conventions. */
    private static String changed(String numpy, Map<String, String> conventions, String code) {
        String text = numpy;
        for (Map.Entry<String, String> c : conventions.entrySet()) {
            assertTrue(text.contains(c.getKey()), () -> c.getKey() + " is not in\n" + numpy);
            assertTrue(code.contains("# Convention:"), code);
            text = text.replace(c.getKey(), c.getValue());
        }
        return text;
    }

    private static final String LOOK_AHEAD =
            "v = momentum * v + rate * slope(theta - momentum * v)  # the slope where the momentum alone would lead\n    theta = theta - v";
    private static final String POINTS = "path.append(theta - momentum * v)";

    /** Statements of NumPy's rule, and what a library has in their place. */
    private static Map<String, String> conventions(Dialect dialect, Optimizer optimizer, boolean scheduled) {
        Map<String, String> all = new LinkedHashMap<>();
        String id = Optimizers.CATALOG.spec(optimizer).id();
        switch (dialect + " " + id) {
            case "TORCH momentum" -> {
                if (scheduled) {
                    all.put("v = momentum * v + rate * g\n    theta = theta - v", "v = momentum * v + g\n    theta = theta - rate * v");
                }
            }
            case "TORCH nag", "OPTAX nag" -> {
                if (((Nag) optimizer).form() == Nag.Form.LOOKAHEAD) {
                    if (scheduled) {
                        all.put(LOOK_AHEAD, "v = momentum * v + g\n    theta = theta - rate * (g + momentum * v)");
                    } else {
                        all.put("path.append(theta)", POINTS);
                    }
                }
            }
            case "KERAS nag" -> {
                if (((Nag) optimizer).form() == Nag.Form.LOOKAHEAD) {
                    all.put("path.append(theta)", POINTS);
                } else if (scheduled) {
                    all.put("b = momentum * b + g\n    theta = theta - rate * (g + momentum * b)",
                            "b = momentum * b + rate * g\n    theta = theta - (rate * g + momentum * b)");
                }
            }
            case "KERAS adagrad", "OPTAX adagrad" -> outside(all, optimizer, "(np.sqrt(G) + epsilon)", "np.sqrt(G + epsilon**2)");
            case "KERAS rmsprop" -> outside(all, optimizer, "(np.sqrt(v) + epsilon)", "np.sqrt(v + epsilon**2)");
            case "KERAS adam", "KERAS amsgrad", "KERAS adamw" -> all.put(place(optimizer) == EpsilonPlacement.INSIDE ? "np.sqrt(v_hat + epsilon)"
                    : "(np.sqrt(v_hat) + epsilon)", "(np.sqrt(v_hat) + epsilon / np.sqrt(1 - beta2**t))");
            case "KERAS adamax" -> {
                all.put("np.abs(g) + epsilon", "np.abs(g)");
                all.put("m / u)", "m / (u + epsilon))");
            }
            case "KERAS nadam" -> {
                all.put("(t * momentum_decay)", "t");
                all.put("((t + 1) * momentum_decay)", "(t + 1)");
            }
            case "OPTAX amsgrad" -> {
                all.put("v_max = np.maximum(v_max, v)", "v_max = np.maximum(v_max, v / (1 - beta2**t))");
                all.put("v_hat = v_max / (1 - beta2**t)", "v_hat = v_max");
            }
            case "OPTAX nadam" -> {
                all.put("mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentum_decay))", "mu = beta1");
                all.put("mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))", "mu_next = beta1");
            }
            case "OPTAX radam" -> all.put("(np.sqrt(v) + epsilon)", "(np.sqrt(v) + epsilon * np.sqrt(1 - beta2**t))");
            default -> { }
        }
        if (place(optimizer) == EpsilonPlacement.INSIDE && (dialect == Dialect.TORCH || id.equals("nadam") && dialect == Dialect.KERAS)) {
            String root = Map.of("adagrad", "G", "rmsprop", "v").getOrDefault(id, "v_hat");
            all.put("np.sqrt(" + root + " + epsilon)", "(np.sqrt(" + root + ") + epsilon)");
        }
        return all;
    }

    private static void outside(Map<String, String> all, Optimizer optimizer, String ours, String theirs) {
        if (place(optimizer) == EpsilonPlacement.OUTSIDE && !Optimizers.CATALOG.spec(optimizer).toString().contains("epsilon=0)")) {
            all.put(ours, theirs);
        }
    }

    private static EpsilonPlacement place(Optimizer optimizer) {
        return Optimizers.CATALOG.spec(optimizer).toString().contains("inside") ? EpsilonPlacement.INSIDE : EpsilonPlacement.OUTSIDE;
    }
}
