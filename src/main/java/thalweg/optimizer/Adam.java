package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Adaptive moments: a running mean {@code m} of the gradient over the root of a running mean {@code v} of its square.
 *
 * <p>Both start at zero and are corrected for it, so the first step has length {@code learningRate} in every coordinate, however
 * large the gradient.
 */
@Entry(id = "adam", label = "Adam", group = "Adaptive",
        help = "Adam: momentum divided by the recent size of the slope, both corrected for their start at zero.",
        source = "Kingma and Ba 2015, ICLR, arXiv:1412.6980, algorithm 1",
        convention = "Epsilon outside the root of the corrected v, as in the paper and PyTorch; inside it is the variant of many lectures.",
        latex = "\\begin{array}{l}m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g\\qquad v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2\\\\"
                + "\\hat m = \\frac{m}{1-\\beta_1^t}\\qquad \\hat v = \\frac{v}{1-\\beta_2^t}\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,\\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}\\end{array}")
public record Adam(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.05, min = 1e-4, max = 1, log = true,
                help = Help.FIRST_STEP + " (paper: 0.001).")
        double learningRate,
        @Knob(label = "decay of the mean", symbol = "\\beta_1", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.MEAN)
        double beta1,
        @Knob(label = "decay of the square", symbol = "\\beta_2", value = 0.999, min = 0.9, max = 0.9999, most = 1, below = true,
                advanced = true, help = Help.SQUARE)
        double beta2,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-8, min = 1e-12, max = 1, log = true, advanced = true,
                help = Help.EPSILON)
        double epsilon,
        @Knob(label = "epsilon stands", word = "outside", advanced = true, help = Help.PLACEMENT)
        EpsilonPlacement epsilonPlacement) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("m"), Memory.vector("v"));

    public Adam {
        Check.adam(Adam.class, learningRate, beta1, beta2, epsilon);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.memory("m", "beta1*m + (1 - beta1)*g", Line.MEAN).against(),
                Line.memory("v", "beta2*v + (1 - beta2)*g*g", Line.MEAN_SQUARE),
                Line.correction("mHat", "\\hat m", "m/(1 - beta1^t)", Line.CORRECTED).against(),
                Line.correction("vHat", "\\hat v", "v/(1 - beta2^t)", Line.CORRECTED),
                Line.delta("learningRate*(" + epsilonPlacement.quotient("mHat", "vHat") + ")", Line.BY_SIZE), Line.move());
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] m = s.memory("m");
        double[] v = s.memory("v");
        int t = s.step() + 1;                                     // the paper counts from 1
        double mCorrection = 1 - Powers.power(beta1, t);
        double vCorrection = 1 - Powers.power(beta2, t);
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            double mHat = m[i] / mCorrection;
            double vHat = v[i] / vCorrection;
            theta[i] -= rate * epsilonPlacement.quotient(mHat, vHat, epsilon);
        }
    }
}
