package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** Adam whose divisor never shrinks: it keeps the largest {@code v} seen, {@code vmax}. */
@Entry(id = "amsgrad", label = "AMSGrad", group = "Adaptive",
        help = "AMSGrad: Adam that never forgets the steepest it has met, so its steps cannot grow again.",
        source = "Reddi, Kale and Kumar 2018, ICLR, On the convergence of Adam and beyond, algorithm 2",
        convention = "The maximum is over the raw v; m and the maximum are then corrected for their start at zero, as in PyTorch."
                + " The paper corrects neither and has no epsilon.",
        latex = "\\begin{array}{l}m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g\\qquad v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2\\\\"
                + "v_{\\max} \\leftarrow \\max(v_{\\max},\\,v)\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,\\frac{m/(1-\\beta_1^t)}{\\sqrt{v_{\\max}/(1-\\beta_2^t)} + "
                + "\\varepsilon}\\end{array}")
public record AmsGrad(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.05, min = 1e-4, max = 1, log = true,
                help = Help.FIRST_STEP + ".")
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
    private static final List<Memory> MEMORY = List.of(Memory.vector("m"), Memory.vector("v"), new Memory("vmax", "v_{\\max}",
            Memory.Shape.VECTOR));

    public AmsGrad {
        Check.adam(AmsGrad.class, learningRate, beta1, beta2, epsilon);
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
                Line.memory("vmax", "max(vmax, v)", "The largest mean square so far is never forgotten."),
                Line.correction("mHat", "\\hat m", "m/(1 - beta1^t)", Line.CORRECTED).against(),
                Line.correction("vHat", "\\hat v", "vmax/(1 - beta2^t)", Line.CORRECTED),
                Line.delta("learningRate*(" + epsilonPlacement.quotient("mHat", "vHat") + ")", Line.BY_SIZE), Line.move());
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] m = s.memory("m");
        double[] v = s.memory("v");
        double[] vmax = s.memory("vmax");
        int t = s.step() + 1;                                     // the paper counts from 1
        double mCorrection = 1 - Powers.power(beta1, t);
        double vCorrection = 1 - Powers.power(beta2, t);
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            m[i] = beta1 * m[i] + (1 - beta1) * g[i];
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            vmax[i] = Math.max(vmax[i], v[i]);
            double mHat = m[i] / mCorrection;
            double vHat = vmax[i] / vCorrection;
            theta[i] -= rate * epsilonPlacement.quotient(mHat, vHat, epsilon);
        }
    }
}
