package thalweg.optimizer;

import java.util.List;
import java.util.stream.Stream;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Rectified Adam: plain momentum until enough gradients were seen to trust the mean square, then Adam scaled by how far it can be trusted.
 *
 * <p>{@code rho} is the length of the moving average in samples; the first steps ({@code rho <= 5}) are as long as the gradient makes them.
 */
@Entry(id = "radam", label = "RAdam", group = "Adaptive",
        help = "RAdam: Adam that trusts its mean square only once it has seen enough of it.",
        source = "Liu et al. 2020, ICLR, arXiv:1908.03265, algorithm 2",
        convention = "The divisor is used once rho > 5, as in PyTorch (paper: 4); epsilon is added to the root of the raw v (paper: none).",
        latex = "\\begin{array}{l}m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g\\qquad v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2\\\\"
                + "\\rho_\\infty = \\frac{2}{1-\\beta_2} - 1\\qquad \\rho_t = \\rho_\\infty - \\frac{2t\\beta_2^t}{1-\\beta_2^t}\\\\"
                + "r_t = \\sqrt{\\frac{(\\rho_t-4)(\\rho_t-2)\\rho_\\infty}{(\\rho_\\infty-4)(\\rho_\\infty-2)\\rho_t}}\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,r_t\\,\\frac{\\hat m}{\\sqrt{\\hat v}}\\quad(\\rho_t > 5)\\qquad \\theta "
                + "\\leftarrow \\theta - \\alpha\\,\\hat m\\end{array}")
public record RAdam(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.001, min = 1e-5, max = 1, log = true,
                help = "Multiplies the mean gradient in the first steps and the rectified one later (PyTorch: 0.001).")
        double learningRate,
        @Knob(label = "decay of the mean", symbol = "\\beta_1", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.MEAN)
        double beta1,
        @Knob(label = "decay of the square", symbol = "\\beta_2", value = 0.999, min = 0.9, max = 0.9999, most = 1, below = true,
                advanced = true, help = Help.SQUARE)
        double beta2,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-8, min = 1e-12, max = 1, log = true, advanced = true,
                help = Help.EPSILON)
        double epsilon) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("m"), Memory.vector("v"));

    public RAdam {
        Check.adam(RAdam.class, learningRate, beta1, beta2, epsilon);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        double vCorrection = 1 - Powers.power(beta2, s.step() + 1);
        double rhoEnd = 2 / (1 - beta2) - 1;
        boolean trusted = rhoEnd - 2 * (s.step() + 1) * Powers.power(beta2, s.step() + 1) / vCorrection > 5;
        List<Line> moments = List.of(Line.gradient(),
                Line.memory("m", "beta1*m + (1 - beta1)*g", Line.MEAN).against(),
                Line.memory("v", "beta2*v + (1 - beta2)*g*g", Line.MEAN_SQUARE),
                Line.correction("rhoEnd", "\\rho_\\infty", "2/(1 - beta2) - 1", "How many gradients the mean square covers in the end.").quiet(),
                Line.correction("rho", "\\rho_t", "rhoEnd - 2*t*beta2^t/(1 - beta2^t)",
                        trusted ? "So many gradients are covered now: more than 5, so the mean square is trusted."
                                : "So many gradients are covered now: not above 5, so the mean square is not trusted yet."));
        List<Line> step = trusted ? List.of(
                Line.correction("r", "r_t", "sqrt((rho - 4)*(rho - 2)*rhoEnd/((rhoEnd - 4)*(rhoEnd - 2)*rho))",
                        "How far it can be trusted, up to 1."),
                Line.step("scale", "\\alpha_t", "learningRate/(1 - beta1^t)*(r*sqrt(1 - beta2^t))", "The rate, with both corrections in it."),
                Line.delta("scale*(m/(sqrt(v) + epsilon))", Line.BY_SIZE), Line.move())
                : List.of(Line.step("scale", "\\alpha_t", "learningRate/(1 - beta1^t)", "The rate, corrected for the start of m at 0."),
                        Line.delta("scale*m", "Plain momentum until the mean square can be trusted."), Line.move());
        return Stream.concat(moments.stream(), step.stream()).toList();
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
        double rhoEnd = 2 / (1 - beta2) - 1;
        double rho = rhoEnd - 2 * t * Powers.power(beta2, t) / vCorrection;
        boolean trusted = rho > 5;
        double rectified = trusted ? Math.sqrt((rho - 4) * (rho - 2) * rhoEnd / ((rhoEnd - 4) * (rhoEnd - 2) * rho)) : 1;
        double scale = rate(s) / mCorrection * (trusted ? rectified * Math.sqrt(vCorrection) : 1);
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            theta[i] -= scale * (trusted ? EpsilonPlacement.OUTSIDE.quotient(m[i], v[i], epsilon) : m[i]);
        }
    }
}
