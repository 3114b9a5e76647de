package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** Adam with the largest recent gradient {@code u}, an exponentially fading maximum, in place of the root mean square. */
@Entry(id = "adamax", label = "Adamax", group = "Adaptive",
        help = "Adamax: Adam that divides by the largest recent slope instead of its mean square.",
        source = "Kingma and Ba 2015, ICLR, arXiv:1412.6980, algorithm 2",
        convention = "The paper has no epsilon; here it is added to the newest slope inside the maximum, as in PyTorch. 0 gives the "
                + "paper's rule.",
        latex = "\\begin{array}{l}m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g\\\\"
                + "u \\leftarrow \\max(\\beta_2 u,\\,|g| + \\varepsilon)\\\\"
                + "\\theta \\leftarrow \\theta - \\frac{\\alpha}{1-\\beta_1^t}\\,\\frac{m}{u}\\end{array}")
public record Adamax(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.05, min = 1e-4, max = 1, log = true,
                help = Help.FIRST_STEP + " (paper: 0.002).")
        double learningRate,
        @Knob(label = "decay of the mean", symbol = "\\beta_1", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.MEAN)
        double beta1,
        @Knob(label = "decay of the peak", symbol = "\\beta_2", value = 0.999, min = 0.9, max = 0.9999, most = 1, below = true,
                advanced = true, help = "How much of the largest slope is kept from step to step.")
        double beta2,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-8, min = 1e-12, max = 1, log = true, advanced = true,
                help = Help.EPSILON)
        double epsilon) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("m"), Memory.vector("u"));

    public Adamax {
        Check.adam(Adamax.class, learningRate, beta1, beta2, epsilon);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.memory("m", "beta1*m + (1 - beta1)*g", Line.MEAN).against(),
                Line.memory("u", "max(beta2*u, abs(g) + epsilon)", "The largest recent slope, slowly forgotten."),
                Line.correction("rate", "\\alpha_t", "learningRate/(1 - beta1^t)", "A larger rate at first makes up for the start of m at 0."),
                Line.delta("rate*m/u", Line.BY_SIZE), Line.move());
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] m = s.memory("m");
        double[] u = s.memory("u");
        double rate = rate(s) / (1 - Powers.power(beta1, s.step() + 1));
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            u[i] = Math.max(beta2 * u[i], Math.abs(g[i]) + epsilon);
            theta[i] -= m[i] == 0 ? 0 : rate * m[i] / u[i];
        }
    }
}
