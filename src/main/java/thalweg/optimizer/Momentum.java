package thalweg.optimizer;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** The heavy ball: a velocity {@code v} gathers the gradients and forgets them slowly. */
@Entry(id = "momentum", label = "Momentum", group = "First order",
        help = "Gradient descent with momentum: a heavy ball that keeps part of its velocity.",
        source = "Polyak 1964, USSR Computational Mathematics and Mathematical Physics 4(5), 1-17; Sutskever et al. 2013, ICML, eq. "
                + "1 and 2",
        convention = "The learning rate is inside the velocity, so a changed rate acts on new gradients only;"
                + " PyTorch keeps it outside, which is the same while the rate is constant.",
        latex = "\\begin{array}{l}v \\leftarrow \\gamma v + \\alpha\\,\\nabla J(\\theta)\\\\\\theta \\leftarrow \\theta - v\\end{array}")
public record Momentum(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.001, min = 1e-5, max = 1, log = true,
                help = "Weight of a new gradient; along a constant slope the final speed is 1 / (1 - momentum) times as much.")
        double learningRate,
        @Knob(label = "momentum", symbol = "\\gamma", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.VELOCITY)
        double momentum) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.vector("v"));

    public Momentum {
        Check.notNegative(Momentum.class, "learningRate", learningRate);
        Check.decay(Momentum.class, "momentum", momentum);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(),
                Line.memory("v", "momentum*v + learningRate*g", Line.VELOCITY).drawn(Line.Drawn.SUBTRACTED),
                Line.theta("theta - v"));
    }

    @Override
    public Optional<Edge> edge(double rate) {
        return Optional.of(new Edge(2 * (1 + momentum) / rate, "2(1+\u03b3)/\u03b1"));
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] v = s.memory("v");
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            v[i] = momentum * v[i] + rate * g[i];
            theta[i] -= v[i];
        }
    }
}
