package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Adam with Nesterov's look ahead: the newest gradient counts at once, and the momentum of the coming step is used already.
 *
 * <p>The momentum rises as {@code mu_t = beta1 (1 - 0.96^(t momentumDecay) / 2)}; {@code pi} is the product of all so far.
 *
 * <p>The order of operations is PyTorch's: in Rosenbrock's valley at a rate of 0.05 a difference in the last bit grows 1e10 times within 60
 * steps, so any other order leaves PyTorch's path. Its fractional powers are the one thing in this package that another kind of processor
 * may round differently: {@code StrictMath.pow} would not, but allocates.
 */
@Entry(id = "nadam", label = "Nadam", group = "Adaptive",
        help = "Nadam: Adam that uses, as Nesterov does, the momentum of the coming step.",
        source = "Dozat 2016, ICLR workshop, Incorporating Nesterov momentum into Adam",
        convention = "As PyTorch: the paper's momentum schedule with t / 250 (Keras: 250 times faster), while m itself decays by beta1;"
                + " epsilon outside the root.",
        latex = "\\begin{array}{l}\\mu_t = \\beta_1\\left(1 - \\frac{1}{2}\\,0.96^{\\,t\\psi}\\right)\\qquad \\Pi_t = \\mu_1 "
                + "\\cdots \\mu_t\\\\"
                + "m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g\\qquad v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2\\\\"
                + "\\hat m = \\frac{\\mu_{t+1}\\,m}{1-\\Pi_{t+1}} + \\frac{(1-\\mu_t)\\,g}{1-\\Pi_t}\\qquad \\hat v = "
                + "\\frac{v}{1-\\beta_2^t}\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,\\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}\\end{array}")
public record Nadam(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.05, min = 1e-4, max = 1, log = true,
                help = "About the length of a step in every coordinate (PyTorch: 0.002).")
        double learningRate,
        @Knob(label = "decay of the mean", symbol = "\\beta_1", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.MEAN)
        double beta1,
        @Knob(label = "decay of the square", symbol = "\\beta_2", value = 0.999, min = 0.9, max = 0.9999, most = 1, below = true,
                advanced = true, help = Help.SQUARE)
        double beta2,
        @Knob(label = "momentum decay", symbol = "\\psi", value = 0.004, min = 0, max = 1, advanced = true,
                help = "How fast the momentum schedule rises to beta1; the paper's 1 / 250 is the default.")
        double momentumDecay,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-8, min = 1e-12, max = 1, log = true, advanced = true,
                help = Help.EPSILON)
        double epsilon,
        @Knob(label = "epsilon stands", word = "outside", advanced = true, help = Help.PLACEMENT)
        EpsilonPlacement epsilonPlacement) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("m"), Memory.vector("v"), new Memory("pi", "\\Pi",
            Memory.Shape.SCALAR));

    public Nadam {
        Check.adam(Nadam.class, learningRate, beta1, beta2, epsilon);
        Check.notNegative(Nadam.class, "momentumDecay", momentumDecay);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.correction("mu", "\\mu_t", "beta1*(1 - 0.5*pow(0.96, t*momentumDecay))", "The momentum of this step; it rises with time."),
                Line.correction("next", "\\mu_{t+1}", "beta1*(1 - 0.5*pow(0.96, (t + 1)*momentumDecay))",
                        "The momentum of the coming step, used already now."),
                Line.memory("pi", s.step() == 0 ? "mu" : "pi*mu", "The product of all momenta so far, for the correction."),
                Line.memory("m", "m + (g - m)*(1 - beta1)", Line.MEAN).against(),
                Line.memory("v", "beta2*v + (1 - beta2)*g*g", Line.MEAN_SQUARE),
                Line.correction("vHat", "\\hat v", "v/(1 - pow(beta2, t))", Line.CORRECTED),
                Line.step("now", "\\Delta_g", epsilonPlacement.quotient("learningRate*(1 - mu)/(1 - pi)*g", "vHat"),
                        "The newest gradient's part of the step.").drawn(Line.Drawn.SUBTRACTED),
                Line.step("ahead", "\\Delta_m", epsilonPlacement.quotient("learningRate*next/(1 - pi*next)*m", "vHat"),
                        "The mean's part, looking ahead as Nesterov does.").drawn(Line.Drawn.SUBTRACTED),
                Line.theta("theta - now - ahead"));
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] m = s.memory("m");
        double[] v = s.memory("v");
        double[] pi = s.memory("pi");
        int t = s.step() + 1;                                     // the paper counts from 1
        double mu = mu(t);
        double next = mu(t + 1);
        pi[0] = t == 1 ? mu : pi[0] * mu;
        double rate = rate(s);
        double gRate = rate * (1 - mu) / (1 - pi[0]);
        double mRate = rate * next / (1 - pi[0] * next);
        double vCorrection = 1 - Math.pow(beta2, t);
        for (int i = 0; i < theta.length; i++) {                  // PyTorch's order of operations, see the class comment
            m[i] += (g[i] - m[i]) * (1 - beta1);
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
            double vHat = v[i] / vCorrection;
            theta[i] -= epsilonPlacement.quotient(gRate * g[i], vHat, epsilon);
            theta[i] -= epsilonPlacement.quotient(mRate * m[i], vHat, epsilon);
        }
    }

    private double mu(int t) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, t * momentumDecay));
    }
}
