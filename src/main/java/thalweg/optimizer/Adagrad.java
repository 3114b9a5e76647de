package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** Adaptive gradient: every coordinate's rate falls with the root of the sum {@code G} of its squared gradients so far. */
@Entry(id = "adagrad", label = "Adagrad", group = "Adaptive",
        help = "Adagrad: each coordinate slows down with the sum of all squared slopes it has felt.",
        source = "Duchi, Hazan and Singer 2011, JMLR 12, 2121-2159 (with diagonal matrices)",
        convention = "The sum starts at 0 (Keras: 0.1); epsilon outside the root as in PyTorch, inside as in many lectures.",
        latex = "\\begin{array}{l}G \\leftarrow G + g^2\\\\\\theta \\leftarrow \\theta - \\alpha\\,\\frac{g}{\\sqrt{G} + "
                + "\\varepsilon}\\end{array}")
public record Adagrad(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.5, min = 1e-3, max = 10, log = true,
                help = "Length of the first step in every coordinate; later ones only become shorter.")
        double learningRate,
        @Knob(label = "epsilon", symbol = "\\varepsilon", value = 1e-8, min = 1e-12, max = 1, log = true, advanced = true,
                help = Help.EPSILON)
        double epsilon,
        @Knob(label = "epsilon stands", word = "outside", advanced = true, help = Help.PLACEMENT)
        EpsilonPlacement epsilonPlacement) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("G"));

    public Adagrad {
        Check.notNegative(Adagrad.class, "learningRate", learningRate);
        Check.notNegative(Adagrad.class, "epsilon", epsilon);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.memory("G", "G + g*g", "The sum of all squared slopes so far: it only grows."),
                Line.delta("learningRate*(" + epsilonPlacement.quotient("g", "G") + ")", "Coordinates that felt much slope move less."), Line.move());
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] sum = s.memory("G");
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            sum[i] += g[i] * g[i];
            theta[i] -= rate * epsilonPlacement.quotient(g[i], sum[i], epsilon);
        }
    }
}
