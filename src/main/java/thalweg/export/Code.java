package thalweg.export;

import static thalweg.formula.Python.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import thalweg.catalog.Choice;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.experiment.Study;
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
 * One run as a program in Python that can be run as it is: the objective from its formula, or the model with its data, the schedule, the
 * optimizer and the loop.
 *
 * <p>NumPy's code has gradients from the formula's exact derivatives or backpropagated, and every rule written out, and reproduces the program's path
 * up to rounding, but for numbers drawn at random. The libraries' code uses their optimizers and their automatic derivatives, and names in comments
 * every convention in which they differ.
 */
public final class Code {
    private static final int WIDTH = 118;
    /** A longer start of one's own belongs into a file. */
    private static final int MOST_NUMBERS = 100;
    /** JAX computes in singles unless told. */
    private static final String DOUBLES = "jax.config.update(\"jax_enable_x64\", True)  # as Thalweg computes\n";

    private Code() {
    }

    /**
     * Why a run cannot be written as code, as a sentence; empty if it can.
     *
     * @param study what the experiment learns from, if it does
     */
    public static Optional<String> obstacle(Experiment experiment, int run, Dialect dialect, Optional<Study> study) {
        try {
            of(experiment, run, dialect, study);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * The code of a run.
     *
     * @param run index among the experiment's runs
     * @throws IllegalArgumentException if there is no such code: for surfaces from files, for optimizers that a library lacks, and for more
     *     parameters than fit where they would have to
     */
    public static String of(Experiment experiment, int run, Dialect dialect) {
        return of(experiment, run, dialect, experiment.learning().map(l -> Study.of(l, experiment.seed())));
    }

    /**
     * The same for data that are there already.
     *
     * @param study what the experiment learns from, if it does
     */
    public static String of(Experiment experiment, int run, Dialect dialect, Optional<Study> study) {
        Written written = written(experiment, run, study);
        String code = switch (dialect) {
            case NUMPY -> numpy(written);
            case TORCH -> written.learns() ? torchModel(written) : torch(written);
            case KERAS -> written.learns() ? kerasModel(written) : keras(written);
            case OPTAX -> optax(written);
        };
        return code.replaceAll("#[^\n]*", "").contains("math.") ? code : code.replaceFirst("\nimport math\n\n?", "\n");
    }

    private static Written written(Experiment experiment, int run, Optional<Study> study) {
        Run chosen = experiment.runs().get(run);
        Optimizer optimizer = Optimizers.CATALOG.make(chosen.optimizer());
        Schedule schedule = Schedules.CATALOG.make(chosen.schedule());
        String name = Frames.names(experiment.runs()).get(run);
        if (study.isPresent()) {
            boolean own = experiment.start().size() > 0;
            if (own && experiment.start().size() > MOST_NUMBERS) {
                throw new IllegalArgumentException("code holds a start of at most " + MOST_NUMBERS + " numbers, but this one has "
                        + experiment.start().size());
            }
            double[] start = (own ? experiment.start() : study.get().cost().appearance().start()).toArray();
            LearningCode learning = new LearningCode(study.get(), start, own, experiment.learning().orElseThrow().l2(),
                    CommandText.data(experiment, "learning.npz"));
            return new Written(experiment, Optional.empty(), Optional.of(learning), name, chosen, optimizer, schedule, start);
        }
        Spec spec = experiment.objective().orElseThrow();
        Objective objective = Objectives.CATALOG.make(spec);
        if (!(objective instanceof FormulaObjective formula)) {
            throw new IllegalArgumentException("code is written for formulas and for what learns from data; '" + spec.id()
                    + "' is a surface from a file");
        }
        double[] start = experiment.start().size() == 0 ? formula.appearance().start().toArray() : experiment.start().toArray();
        return new Written(experiment, Optional.of(formula), Optional.empty(), name, chosen, optimizer, schedule, start);
    }

    /** All that the code is written from. */
    private record Written(Experiment experiment, Optional<FormulaObjective> function, Optional<LearningCode> model, String name, Run run,
            Optimizer optimizer, Schedule schedule, double[] start) {
        boolean learns() {
            return model.isPresent();
        }

        LearningCode learning() {
            return model.orElseThrow();
        }

        FormulaObjective formula() {
            return function.orElseThrow();
        }

        String subject() {
            return (learns() ? learning().study().cost() : formula()).appearance().name();
        }

        /** Samples at a step, if these are not all. */
        OptionalInt batch() {
            return learns() && run.batch() > 0 && run.batch() < learning().study().cost().samples() ? OptionalInt.of(run.batch())
                    : OptionalInt.empty();
        }

        /** What a look at J or its slope is asked for. */
        String at(String theta) {
            return batch().isPresent() ? theta + ", rows" : theta;
        }

        String beforeBatches() {
            return batch().isPresent() ? LearningCode.batches(batch().getAsInt(), experiment.seed()).getFirst() : "";
        }

        String batches() {
            return batch().isPresent() ? LearningCode.batches(batch().getAsInt(), experiment.seed()).getLast() : "";
        }

        boolean isNoisy() {
            return experiment.noise() > 0;
        }

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
            return opening + Arrays.stream(start).mapToObj(LibraryRule::decimal).collect(Collectors.joining(", ", "[", "]")) + closing;
        }

        String factor() {
            return factor(false);
        }

        String factor(boolean traced) {
            return scheduled() ? FactorCode.of(schedule, steps(), traced) + "\n\n" : "";
        }

        String rate() {
            String rate = NumpyRule.of(optimizer).settings().get("learning_rate");
            return rate.matches("\\d+") ? rate + ".0" : rate;           // Keras takes no whole numbers
        }
    }

    private static String head(Written w, String how, List<String> notes) {
        Choice<Optimizer> choice = Optimizers.CATALOG.choice(w.run().optimizer().id());
        StringBuilder text = new StringBuilder();
        comment(text, w.name() + " on " + w.subject() + ", " + how + "; written by Thalweg.");
        comment(text, switch (w.experiment().subject()) {
            case Subject.Function(Spec spec) -> "Objective: " + spec + ".";
            case Learning l -> "Learns: " + l.model() + " from " + l.data() + " with the loss " + w.learning().study().loss().id() + ".";
        });
        comment(text, "Optimizer: " + w.run().optimizer() + ". " + choice.source() + ".");
        if (!choice.convention().isEmpty()) {
            comment(text, choice.convention());
        }
        notes.forEach(n -> comment(text, "Convention: " + n + "."));
        if (w.experiment().noise() > 0) {
            comment(text, "Convention: the run's gradient has noise of standard deviation " + number(w.experiment().noise())
                    + "; the random numbers drawn here are others.");
        }
        w.batch().ifPresent(size -> comment(text,
                "Convention: batches of " + size + " samples, shuffled anew for every epoch; the order drawn here is another."));
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
        StringBuilder text = new StringBuilder(head(w,
                "in plain NumPy: " + (w.isNoisy() || w.batch().isPresent() ? "its rule with random numbers of another order"
                : "reproduces its path step by step"), List.of()));
        text.append("import math\n\nimport numpy as np\n\nnp.seterr(all=\"ignore\")  # a path that diverges ends in inf or nan\n\n\n");
        if (w.learns() && rule.hessian()) {
            throw new IllegalArgumentException("code of this rule is written for functions only: a model's second derivatives are not written out");
        }
        text.append(w.learns() ? w.learning().data() + "\n\n" + w.learning().numpy()
                : w.formula().formula().pythonDerivatives(w.formula().knobs(), rule.hessian())).append("\n\n");
        if (!rule.functions().isEmpty()) {
            text.append("def f(theta):  # what is descended\n    return ").append(w.sign()).append("J(").append(w.at("theta")).append(")\n\n\n");
        }
        boolean noisy = w.isNoisy();
        text.append(noisy ? "def slope(theta):  # of what is descended, with the noise of the step\n    return "
                : "def slope(theta):  # of what is descended\n    return ")
                .append(w.sign()).append(noisy ? w.sign().isEmpty() ? "gradient(" + w.at("theta") + ") + xi\n\n\n"
                        : "(gradient(" + w.at("theta") + ") + xi)\n\n\n" : "gradient(" + w.at("theta") + ")\n\n\n");
        if (rule.hessian()) {
            text.append("def curvature(theta):\n    return ").append(w.sign()).append("hessian(theta)\n\n\n");
        }
        text.append(rule.functions().isEmpty() ? "" : rule.functions() + "\n\n").append(w.factor());
        rule.settings().forEach((name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        text.append(w.learns() ? "" : w.start("theta = np.array(", ")\n")).append(rule.memory()).append(w.beforeBatches());
        text.append(noisy ? "noise = np.random.default_rng(" + e.seed() + ")\n" : "");
        text.append("path = [theta]\nfor step in range(").append(w.steps()).append("):\n").append(w.batches()).append(stops(e));
        text.append(noisy ? "    xi = " + number(e.noise())
                + " * noise.standard_normal(theta.size)  # whatever looks at a slope in this step sees the same\n" : "");
        text.append("    g = slope(theta)\n");
        if (rule.step().matches("(?s).*\\bt\\b.*")) {
            text.append("    t = step + 1\n");
        }
        text.append("    rate = learning_rate").append(w.scheduled() ? " * factor(step)" : "").append('\n');
        text.append(rule.step().indent(4)).append("    if not np.all(np.isfinite(theta)):\n        break\n    path.append(theta)\n\n");
        return text.append(printed(w, "J(path[-1])")).toString();
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
        return rules.isEmpty() ? List.of() : List.of("this run ends as soon as " + String.join(" or ", rules)
                + "; the loop here makes all its steps");
    }

    private static LibraryRule rule(Written w, Dialect dialect) {
        LibraryRule rule = LibraryRule.of(w.optimizer(), dialect, w.scheduled()).with(stopNotes(w.experiment()));
        return w.learns() ? rule : rule.with(kinkNotes(w, dialect));
    }

    /** Where a formula has no slope, automatic derivatives find another than this program. */
    private static List<String> kinkNotes(Written w, Dialect dialect) {
        String formula = w.formula().formula().python(Python.Library.JAX, w.formula().knobs());
        List<String> notes = new ArrayList<>();
        if (formula.contains("jnp.maximum(") || formula.contains("jnp.minimum(")) {
            notes.add("where both sides of a max or min are equal, this run takes the slope of the first, " + dialect.label() + " the mean of both");
        }
        if (formula.contains("jnp.abs(") && dialect != Dialect.TORCH) {
            notes.add("where abs is of 0, its slope is 0 in this run and 1 in JAX");
        }
        if (formula.contains("jnp.sqrt(")) {
            notes.add("where a root is of 0 and its slope infinite, this run takes 0 for 0 times infinity; " + dialect.label() + " finds nan");
        }
        return notes;
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
        text.append(torchLoop(w, "theta.tolist()", "J(theta)", w.isNoisy() ? "    theta.grad += " + number(w.experiment().noise())
                                + " * torch.randn(theta.shape, generator=noise)\n" : ""));
        return text.append("print(len(path) - 1, \"steps to\", path[-1], \"where J is\", J(theta).item())\n").toString();
    }

    /** The loop in PyTorch, whose optimizers change what they were given in place. */
    private static String torchLoop(Written w, String here, String cost, String noise) {
        return (w.isNoisy() ? "noise = torch.Generator().manual_seed(" + w.experiment().seed() + ")\n" : "") + w.beforeBatches()
                + "path = [" + here + "]\nfor step in range(" + w.steps() + "):\n" + w.batches() + "    optimizer.zero_grad()\n    loss = " + w.sign()
                + cost
                + "\n    loss.backward()\n" + noise + "    optimizer.step()\n" + (w.scheduled() ? "    schedule.step()\n" : "") + "    path.append("
                + here + ")\n\n";
    }

    private static String torchModel(Written w) {
        LibraryRule rule = rule(w, Dialect.TORCH);
        StringBuilder text = new StringBuilder(head(w, "with PyTorch", rule.notes()));
        text.append("import math\n\nimport numpy as np\nimport torch\n\ntorch.set_default_dtype(torch.float64)  # as Thalweg computes\n\n");
        text.append(w.learning().data()).append(w.learning().torch()).append("\n\n").append(w.factor());
        text.append("optimizer = ").append(String.format(rule.call(), "model.parameters(), lr=" + w.rate())).append('\n');
        if (w.scheduled()) {
            text.append("schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)\n");
        }
        text.append(torchLoop(w, "torch.nn.utils.parameters_to_vector(model.parameters()).tolist()", "J(" + (w.batch().isPresent() ? "rows)" : ")"),
                w.isNoisy()
                        ? "    for p in model.parameters():\n        p.grad += " + number(w.experiment().noise())
                                + " * torch.randn(p.shape, generator=noise)\n" : ""));
        return text.append("print(len(path) - 1, \"steps to J =\", J().item())\n").toString();
    }

    /** How Keras is set up: JAX must have its doubles before Keras is there. */
    private static String kerasHead(Written w, LibraryRule rule, String more) {
        return head(w, "with Keras 3 on JAX", rule.notes()) + "import math\nimport os\n\nos.environ[\"KERAS_BACKEND\"] = \"jax\"\nimport jax\n\n"
                + DOUBLES + "import jax.numpy as jnp\nimport keras\n" + more + "\nkeras.config.set_floatx(\"float64\")\n";
    }

    private static String keras(Written w) {
        LibraryRule rule = rule(w, Dialect.KERAS);
        StringBuilder text = new StringBuilder(kerasHead(w, rule, "")).append("\n\n");
        // not keras.ops: on JAX its sin, cos, tanh and others round doubles to singles
        text.append(w.formula().formula().python(Python.Library.JAX, w.formula().knobs())).append("\n\n").append(w.factor());
        text.append("slope = jax.jit(jax.grad(").append(w.sign().isEmpty() ? "J" : "lambda theta: -J(theta)").append("))\n");
        text.append(w.start("theta = keras.Variable(", ", dtype=\"float64\")\n"));
        text.append("optimizer = ").append(String.format(rule.call(), "learning_rate=" + w.rate())).append('\n');
        text.append(w.isNoisy() ? "noise = jax.random.key(" + w.experiment().seed() + ")\n" : "");
        text.append("optimizer.build([theta])\npath = [theta.value.tolist()]\nfor step in range(").append(w.steps()).append("):\n");
        text.append(kerasRate(w)).append("    optimizer.apply([slope(theta.value)");
        text.append(w.isNoisy() ? " + " + number(w.experiment().noise()) + " * jax.random.normal(jax.random.fold_in(noise, step), theta.shape)" : "");
        text.append("])\n    path.append(theta.value.tolist())\n\n");
        return text.append("print(len(path) - 1, \"steps to\", path[-1], \"where J is\", float(J(theta.value)))\n").toString();
    }

    private static String kerasRate(Written w) {
        return w.scheduled() ? "    optimizer.learning_rate = " + w.rate() + " * factor(step)\n" : "";
    }

    private static String kerasModel(Written w) {
        LibraryRule rule = rule(w, Dialect.KERAS);
        StringBuilder text = new StringBuilder(kerasHead(w, rule, "import numpy as np\n")).append('\n');
        text.append(w.learning().data()).append(w.learning().keras()).append("\n\n").append(w.factor());
        text.append("slope = jax.jit(jax.grad(").append(w.sign().isEmpty() ? "J" : "lambda *at: -J(*at)").append("))\n");
        text.append("optimizer = ").append(String.format(rule.call(), "learning_rate=" + w.rate()))
                .append("\noptimizer.build(model.trainable_variables)\n");
        text.append(w.isNoisy() ? "noise = np.random.default_rng(" + w.experiment().seed() + ")\n" : "").append(w.beforeBatches());
        text.append("path = [flat()]\nfor step in range(").append(w.steps()).append("):\n").append(w.batches()).append(kerasRate(w));
        text.append("    slopes = slope(").append(w.at("values()")).append(")\n");
        text.append(w.isNoisy() ? "    slopes = [g + " + number(w.experiment().noise()) + " * noise.standard_normal(g.shape) for g in slopes]\n"
                : "");
        return text.append("""
                    optimizer.apply(slopes, model.trainable_variables)
                    path.append(flat())

                print(len(path) - 1, "steps to J =", float(J(values())))
                """).toString();
    }

    private static String optax(Written w) {
        LibraryRule rule = rule(w, Dialect.OPTAX);
        StringBuilder text = new StringBuilder(head(w, "with Optax", rule.notes()));
        text.append("import math\n\nimport jax\nimport jax.numpy as jnp\n").append(w.learns() ? "import numpy as np\n" : "")
                .append("import optax\n\n").append(DOUBLES).append('\n')
                .append(w.learns() ? w.learning().data() + "X, Y = jnp.array(X), jnp.array(Y)\n" : "").append('\n');
        text.append(w.learns() ? "\n" + w.learning().cost("jnp") : w.formula().formula().python(Python.Library.JAX, w.formula().knobs()))
                .append("\n\n").append(w.factor(true));
        String rate = w.scheduled() ? "lambda step: " + w.rate() + " * factor(step)" : w.rate();
        text.append("optimizer = ").append(String.format(rule.call(), rate)).append("\n\n\n@jax.jit\ndef update(")
                .append(w.at("theta, state")).append(w.isNoisy() ? ", key" : "").append("):\n    g = ").append(w.sign()).append("jax.grad(J)(")
                .append(w.at("theta")).append(')');
        text.append(w.isNoisy() ? " + " + number(w.experiment().noise()) + " * jax.random.normal(key, theta.shape)" : "").append("""

                    updates, state = optimizer.update(g, state, theta)
                    return optax.apply_updates(theta, updates), state


                """);
        text.append(w.learns() ? "theta = jnp.array(theta)\n" : w.start("theta = jnp.array(", ")\n")).append("state = optimizer.init(theta)\n");
        text.append(w.isNoisy() ? "noise = jax.random.key(" + w.experiment().seed() + ")\n" : "").append(w.beforeBatches());
        text.append("path = [theta.tolist()]\nfor step in range(").append(w.steps()).append("):\n").append(w.batches())
                .append("    theta, state = update(").append(w.at("theta, state")).append(w.isNoisy() ? ", jax.random.fold_in(noise, step)" : "")
                .append(")\n    path.append(theta.tolist())\n\n");
        return text.append(printed(w, "float(J(theta))")).toString();
    }

    /** The last line: where a path of few numbers ends, and J there. */
    private static String printed(Written w, String cost) {
        return w.learns() ? "print(len(path) - 1, \"steps to J =\", " + cost + ")\n"
                : "print(len(path) - 1, \"steps to\", path[-1], \"where J is\", " + cost + ")\n";
    }
}
