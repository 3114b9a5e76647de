package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** Adagrad over a fading window, with the root mean square of its own past updates in place of a learning rate. */
@Entry(id = "adadelta", label = "Adadelta", group = "Adaptive",
        help = "Adadelta: takes its step length from its own past steps; it starts very carefully and needs no learning rate.",
        source = "Zeiler 2012, arXiv:1212.5701, algorithm 1",
        convention = "Epsilon inside both roots, as in the paper; the paper's update is the learning rate 1 (PyTorch: 1, Keras: 0.001).",
        latex = "\\begin{array}{l}E_g \\leftarrow \\rho E_g + (1-\\rho)\\,g^2\\\\"
                + "\\Delta \\leftarrow -\\frac{\\sqrt{E_\\Delta + \\varepsilon}}{\\sqrt{E_g + \\varepsilon}}\\,g\\\\"
                + "E_\\Delta \\leftarrow \\rho E_\\Delta + (1-\\rho)\\,\\Delta^2\\\\\\theta \\leftarrow \\theta + "
                + "\\alpha\\,\\Delta\\end{array}")
public record Adadelta(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 1, min = 1e-2, max = 100, log = true,
                help = "Multiplies the update; the paper has none, which is 1.")
        double learningRate,
        @Knob(label = "decay", symbol = "\\rho", value = 0.95, min = 0, max = 0.999, most = 1, below = true,
                help = "How much of the running means is kept from step to step.")
        double rho,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-6, min = 1e-12, max = 1, log = true,
                help = "Sets the first steps: their length is the root of epsilon / (1 - rho).")
        double epsilon) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(
            new Memory("Eg", "E_g", Memory.Shape.VECTOR), new Memory("Edelta", "E_\\Delta", Memory.Shape.VECTOR));

    public Adadelta {
        Check.notNegative(Adadelta.class, "learningRate", learningRate);
        Check.decay(Adadelta.class, "rho", rho);
        Check.notNegative(Adadelta.class, "epsilon", epsilon);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.memory("Eg", "rho*Eg + (1 - rho)*g*g", Line.MEAN_SQUARE),
                Line.step("change", "\\Delta", "felt(g, -sqrt(Edelta + epsilon)/sqrt(Eg + epsilon)*g)",
                        "The size of past steps over the size of past slopes: no rate is needed.").drawn(Line.Drawn.ALONG),
                Line.memory("Edelta", "rho*Edelta + (1 - rho)*change*change", "A running mean of the squared steps themselves."),
                Line.theta("theta + learningRate*change"));
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] eg = s.memory("Eg");
        double[] edelta = s.memory("Edelta");
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            eg[i] = rho * eg[i] + (1 - rho) * g[i] * g[i];
            double delta = g[i] == 0 ? 0 : -Math.sqrt(edelta[i] + epsilon) / Math.sqrt(eg[i] + epsilon) * g[i];
            edelta[i] = rho * edelta[i] + (1 - rho) * delta * delta;
            theta[i] += rate * delta;
        }
    }
}
