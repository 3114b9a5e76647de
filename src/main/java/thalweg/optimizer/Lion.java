package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** Evolved sign momentum: every coordinate moves by exactly the learning rate, in the direction of a short-sighted momentum. */
@Entry(id = "lion", label = "Lion", group = "Adaptive",
        help = "Lion: looks only at the sign of its momentum, so every coordinate moves equally far.",
        source = "Chen et al. 2023, NeurIPS, arXiv:2302.06675, algorithm 2",
        convention = "The sign of 0 is 0; the paper trains with a rate 3 to 10 times smaller than AdamW's.",
        latex = "\\begin{array}{l}u = \\mathrm{sign}\\left(\\beta_1 m + (1-\\beta_1)\\,g\\right)\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,(u + \\lambda\\theta)\\\\"
                + "m \\leftarrow \\beta_2 m + (1-\\beta_2)\\,g\\end{array}")
public record Lion(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.01, min = 1e-4, max = 1, log = true,
                help = "Length of every step in every coordinate (Keras: 0.001).")
        double learningRate,
        @Knob(label = "decay of the mean", symbol = "\\beta_1", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.MEAN)
        double beta1,
        @Knob(label = "decay of the memory", symbol = "\\beta_2", value = 0.99, min = 0.5, max = 0.999, most = 1, below = true,
                advanced = true, help = "How much of the remembered gradient is kept from step to step.")
        double beta2,
        @Knob(label = "weight decay", symbol = "\\lambda", value = 0, min = 0, max = 0.1,
                help = Help.WEIGHT_DECAY)
        double weightDecay) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("m"));

    public Lion {
        Check.notNegative(Lion.class, "learningRate", learningRate);
        Check.decay(Lion.class, "beta1", beta1);
        Check.decay(Lion.class, "beta2", beta2);
        Check.notNegative(Lion.class, "weightDecay", weightDecay);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.step("u", "u", "sign(beta1*m + (1 - beta1)*g)", "Of the fresh momentum only the sign counts.").against(),
                Line.delta("learningRate*(u + weightDecay*theta)", "Every coordinate moves equally far."), Line.move(),
                Line.memory("m", "beta2*m + (1 - beta2)*g", "What is remembered for the next step decays more slowly.").against());
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] m = s.memory("m");
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            double u = Math.signum(beta1 * m[i] + (1 - beta1) * g[i]);
            theta[i] -= rate * (u + weightDecay * theta[i]);
            m[i] = beta2 * m[i] + (1 - beta2) * g[i];
        }
    }
}
