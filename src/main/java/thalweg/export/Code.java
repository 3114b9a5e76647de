package thalweg.export;

import static thalweg.formula.Python.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import thalweg.catalog.Choice;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.experiment.Subject;
import thalweg.formula.Python;
import thalweg.objective.FormulaObjective;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedule;
import thalweg.optimizer.Schedules;

/**
 * One run as a program in Python that can be run as it is: the objective from its formula, the schedule, the optimizer and the loop.
 *
 * <p>NumPy's code has gradients from the formula's exact derivatives and every rule written out, and reproduces the program's path up to
 * rounding. The libraries' code uses their optimizers and their automatic derivatives, and names in comments every convention in which
 * they differ.
 */
public final class Code {
    private static final int WIDTH = 118;

    private Code() {
    }

    /** Why a run cannot be written as code, as a sentence; empty if it can. */
    public static Optional<String> obstacle(Experiment experiment, int run, Dialect dialect) {
        try {
            of(experiment, run, dialect);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * The code of a run.
     *
     * @param run index among the experiment's runs
     * @throws IllegalArgumentException if there is no such code: for what learns from data, for surfaces from files, and for optimizers that a
     *     library lacks
     */
    public static String of(Experiment experiment, int run, Dialect dialect) {
        if (!(experiment.subject() instanceof Subject.Function(var spec))) {
            throw new IllegalArgumentException("code is written for functions and formulas; this experiment learns from data");
        }
        Objective objective = Objectives.CATALOG.make(spec);
        if (!(objective instanceof FormulaObjective formula)) {
            throw new IllegalArgumentException("code is written for functions and formulas; '" + spec.id() + "' is a surface from a file");
        }
        Run chosen = experiment.runs().get(run);
        Optimizer optimizer = Optimizers.CATALOG.make(chosen.optimizer());
        Schedule schedule = Schedules.CATALOG.make(chosen.schedule());
        double[] start = experiment.start().size() == 0 ? formula.appearance().start().toArray() : experiment.start().toArray();
        Written written = new Written(experiment, formula, Frames.names(experiment.runs()).get(run), chosen, optimizer, schedule, start);
        String code = switch (dialect) {
            case NUMPY -> numpy(written);
            case TORCH -> torch(written);
            case KERAS -> keras(written);
            case OPTAX -> optax(written);
        };
        return code.contains("math.") ? code : code.replaceFirst("\nimport math\n\n?", "\n");
    }

    /** All that the code is written from. */
    private record Written(Experiment experiment, FormulaObjective formula, String name, Run run, Optimizer optimizer, Schedule schedule, double[] start) {
        int steps() {
            return experiment.stop().steps();
        }

        boolean scheduled() {
            return !FactorCode.isConstant(schedule);
        }

        /** What is descended: the function, or its negative when it is climbed. */
        String sign() {
            return experiment.maximise() ? "-" : "";
        }

        String start(String opening, String closing) {
            return opening + Arrays.stream(start).mapToObj(Code::decimal).collect(Collectors.joining(", ", "[", "]")) + closing;
        }

        String factor() {
            return scheduled() ? FactorCode.of(schedule, steps()) + "\n\n" : "";
        }

        String rate() {
            String rate = NumpyRule.of(optimizer).settings().get("learning_rate");
            return rate.matches("\\d+") ? rate + ".0" : rate;           // Keras takes no whole numbers
        }
    }

    /** Libraries take {@code [1, 2]} for whole numbers. */
    private static String decimal(double value) {
        String text = number(value);
        return text.matches("-?\\d+") ? text + ".0" : text;
    }

    private static String head(Written w, String how, List<String> notes) {
        Choice<Optimizer> choice = Optimizers.CATALOG.choice(w.run().optimizer().id());
        StringBuilder text = new StringBuilder();
        comment(text, w.name() + " on " + w.formula().appearance().name() + ", " + how + "; written by Thalweg.");
        comment(text, w.experiment().subject() instanceof Subject.Function(var spec) ? "Objective: " + spec : "");
        comment(text, "Optimizer: " + w.run().optimizer() + ". " + choice.source() + ".");
        if (!choice.convention().isEmpty()) {
            comment(text, choice.convention());
        }
        notes.forEach(n -> comment(text, "Convention: " + n + "."));
        if (w.experiment().noise() > 0) {
            comment(text, "Convention: the run's gradient has noise of standard deviation " + number(w.experiment().noise())
                    + "; the random numbers drawn here are others.");
        }
        return text.toString();
    }

    /** Lines of comment, wrapped. */
    private static void comment(StringBuilder text, String sentence) {
        String line = "#";
        for (String word : sentence.replace("\n", " ").split(" +")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = "#  ";
            }
            line += " " + word;
        }
        if (!sentence.isBlank()) {
            text.append(line).append('\n');
        }
    }

    private static String numpy(Written w) {
        NumpyRule rule = NumpyRule.of(w.optimizer());
        Experiment e = w.experiment();
        StringBuilder text = new StringBuilder(head(w, "in plain NumPy: reproduces its path step by step", List.of()));
        text.append("import math\n\nimport numpy as np\n\nnp.seterr(all=\"ignore\")  # a path that diverges ends in inf or nan\n\n\n");
        text.append(w.formula().formula().pythonDerivatives(w.formula().knobs(), rule.hessian())).append("\n\n");
        if (!rule.functions().isEmpty()) {
            text.append("def f(theta):  # what is descended\n    return ").append(w.sign()).append("J(theta)\n\n\n");
        }
        boolean noisy = e.noise() > 0;
        text.append(noisy ? "def slope(theta):  # of what is descended, with the noise of the step\n    return " : "def slope(theta):  # of what is descended\n    return ")
                .append(w.sign()).append(noisy ? "(gradient(theta) + xi)\n\n\n" : "gradient(theta)\n\n\n");
        if (rule.hessian()) {
            text.append("def curvature(theta):\n    return ").append(w.sign()).append("hessian(theta)\n\n\n");
        }
        text.append(rule.functions().isEmpty() ? "" : rule.functions() + "\n\n").append(w.factor());
        rule.settings().forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        text.append(w.start("theta = np.array(", ")\n")).append(rule.memory());
        text.append(noisy ? "noise = np.random.default_rng(" + e.seed() + ")\n" : "");
        text.append("path = [theta]\nfor step in range(").append(w.steps()).append("):\n").append(stops(e));
        text.append(noisy ? "    xi = " + number(e.noise()) + " * noise.standard_normal(theta.size)  # whatever looks at a slope in this step sees the same\n" : "");
        text.append("    g = slope(theta)\n");
        if (rule.step().matches("(?s).*\\bt\\b.*")) {
            text.append("    t = step + 1\n");
        }
        text.append("    rate = learning_rate").append(w.scheduled() ? " * factor(step)" : "").append('\n');
        text.append(rule.step().indent(4)).append("    if not np.all(np.isfinite(theta)):\n        break\n    path.append(theta)\n\n");
        return text.append("print(len(path) - 1, \"steps to\", path[-1], \"where J is\", J(path[-1]))\n").toString();
    }

    private static String stops(Experiment e) {
        String text = "";
        if (e.stop().gradientNorm() > 0) {
            text += "    if np.linalg.norm(gradient(theta)) < " + number(e.stop().gradientNorm()) + ":\n        break\n";
        }
        if (Double.isFinite(e.stop().loss())) {
            text += "    if J(theta) " + (e.maximise() ? ">= " : "<= ") + number(e.stop().loss()) + ":\n        break\n";
        }
        return text;
    }

    /** The libraries' loops make all steps: what else would end the run is said. */
    private static List<String> stopNotes(Experiment e) {
        List<String> rules = new ArrayList<>();
        if (e.stop().gradientNorm() > 0) {
            rules.add("the gradient's norm falls below " + number(e.stop().gradientNorm()));
        }
        if (Double.isFinite(e.stop().loss())) {
            rules.add("J " + (e.maximise() ? "rises to " : "falls to ") + number(e.stop().loss()));
        }
        return rules.isEmpty() ? List.of() : List.of("this run ends as soon as " + String.join(" or ", rules) + "; the loop here makes all its steps");
    }

    private static LibraryRule rule(Written w, Dialect dialect) {
        LibraryRule rule = LibraryRule.of(w.optimizer(), dialect, w.scheduled()).with(stopNotes(w.experiment()));
        if (w.experiment().noise() > 0) {
            throw new IllegalArgumentException("noise on the gradient is written for NumPy only");
        }
        return rule;
    }

    private static String torch(Written w) {
        LibraryRule rule = rule(w, Dialect.TORCH);
        StringBuilder text = new StringBuilder(head(w, "with PyTorch", rule.notes()));
        text.append("import math\n\nimport torch\n\ntorch.set_default_dtype(torch.float64)  # as Thalweg computes\n\n\n");
        text.append(w.formula().formula().python(Python.Library.TORCH, w.formula().knobs())).append("\n\n").append(w.factor());
        text.append(w.start("theta = torch.tensor(", ", requires_grad=True)\n"));
        text.append("optimizer = ").append(String.format(rule.call(), "[theta], lr=" + w.rate())).append('\n');
        if (w.scheduled()) {
            text.append("schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)\n");
        }
        text.append("path = [theta.tolist()]\nfor step in range(").append(w.steps()).append("):\n    optimizer.zero_grad()\n    loss = ").append(w.sign())
                .append("J(theta)\n    loss.backward()\n    optimizer.step()\n");
        if (w.scheduled()) {
            text.append("    schedule.step()\n");
        }
        text.append("    path.append(theta.tolist())\n\n");
        return text.append("print(len(path) - 1, \"steps to\", path[-1], \"where J is\", J(theta).item())\n").toString();
    }

    private static String keras(Written w) {
        LibraryRule rule = rule(w, Dialect.KERAS);
        List<String> notes = new ArrayList<>(rule.notes());
        notes.add("Keras keeps the learning rate in single precision, with seven digits");
        StringBuilder text = new StringBuilder(head(w, "with Keras 3 on JAX", notes));
        text.append("import math\nimport os\n\nos.environ.setdefault(\"KERAS_BACKEND\", \"jax\")\n"
                + "import jax\n\njax.config.update(\"jax_enable_x64\", True)\nimport keras\n\nkeras.config.set_floatx(\"float64\")  # as Thalweg computes\n\n\n");
        text.append(w.formula().formula().python(Python.Library.KERAS, w.formula().knobs())).append("\n\n").append(w.factor());
        text.append("slope = jax.grad(").append(w.sign().isEmpty() ? "J" : "lambda theta: -J(theta)").append(")\n");
        text.append(w.start("theta = keras.Variable(", ", dtype=\"float64\")\n"));
        text.append("optimizer = ").append(String.format(rule.call(), "learning_rate=" + w.rate())).append('\n');
        text.append("optimizer.build([theta])\npath = [theta.numpy().tolist()]\nfor step in range(").append(w.steps()).append("):\n");
        if (w.scheduled()) {
            text.append("    optimizer.learning_rate = ").append(w.rate()).append(" * factor(step)\n");
        }
        text.append("    optimizer.apply([slope(theta.value)])\n    path.append(theta.numpy().tolist())\n\n");
        return text.append("print(len(path) - 1, \"steps to\", path[-1], \"where J is\", float(J(theta.value)))\n").toString();
    }

    private static String optax(Written w) {
        LibraryRule rule = rule(w, Dialect.OPTAX);
        StringBuilder text = new StringBuilder(head(w, "with Optax", rule.notes()));
        text.append("import math\n\nimport jax\nimport jax.numpy as jnp\nimport optax\n\njax.config.update(\"jax_enable_x64\", True)  # as Thalweg computes\n\n\n");
        text.append(w.formula().formula().python(Python.Library.JAX, w.formula().knobs())).append("\n\n").append(w.factor());
        text.append("slope = jax.grad(").append(w.sign().isEmpty() ? "J" : "lambda theta: -J(theta)").append(")\n");
        text.append(w.start("theta = jnp.array(", ")\n"));
        String rate = w.scheduled() ? "lambda count: " + w.rate() + " * factor(int(count))" : w.rate();
        text.append("optimizer = ").append(String.format(rule.call(), rate)).append("\nstate = optimizer.init(theta)\npath = [theta.tolist()]\n");
        text.append("for step in range(").append(w.steps()).append("):\n    updates, state = optimizer.update(slope(theta), state, theta)\n"
                + "    theta = optax.apply_updates(theta, updates)\n    path.append(theta.tolist())\n\n");
        return text.append("print(len(path) - 1, \"steps to\", path[-1], \"where J is\", float(J(theta)))\n").toString();
    }

}
