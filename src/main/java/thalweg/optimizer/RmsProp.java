package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** The gradient divided by the root of a running mean {@code v} of its square. */
@Entry(id = "rmsprop", label = "RMSprop", group = "Adaptive",
        help = "RMSprop: divides each coordinate by the recent size of its slope, so all move about equally fast.",
        source = "Tieleman and Hinton 2012, Neural Networks for Machine Learning, lecture 6.5",
        convention = "The mean starts at 0 and is not corrected for it; epsilon outside the root as in PyTorch, inside as in Keras.",
        latex = "\\begin{array}{l}v \\leftarrow \\rho v + (1-\\rho)\\,g^2\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,\\frac{g}{\\sqrt{v} + \\varepsilon}\\end{array}")
public record RmsProp(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.01, min = 1e-4, max = 1, log = true,
                help = "About the length of a step in every coordinate (Keras: 0.001, PyTorch: 0.01);"
                        + " the first is 1 / sqrt(1 - decay) times as long.")
        double learningRate,
        @Knob(label = "decay", symbol = "\\rho", value = 0.9, min = 0, max = 0.999, most = 1, below = true,
                help = "How much of the running mean is kept from step to step (PyTorch: 0.99).")
        double decay,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-8, min = 1e-12, max = 1, log = true, advanced = true,
                help = Help.EPSILON)
        double epsilon,
        @Knob(label = "epsilon stands", word = "outside", advanced = true, help = Help.PLACEMENT)
        EpsilonPlacement epsilonPlacement) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("v"));

    public RmsProp {
        Check.notNegative(RmsProp.class, "learningRate", learningRate);
        Check.decay(RmsProp.class, "decay", decay);
        Check.notNegative(RmsProp.class, "epsilon", epsilon);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.memory("v", "decay*v + (1 - decay)*g*g", Line.MEAN_SQUARE),
                Line.delta("learningRate*(" + epsilonPlacement.quotient("g", "v") + ")", Line.BY_SIZE), Line.move());
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] v = s.memory("v");
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            v[i] = decay * v[i] + (1 - decay) * g[i] * g[i];
            theta[i] -= rate * epsilonPlacement.quotient(g[i], v[i], epsilon);
        }
    }
}
