package thalweg.optimizer;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Nesterov's accelerated gradient: momentum that takes the gradient where the velocity alone would carry it.
 *
 * <p>The two forms are one method seen at two points: at a constant rate PyTorch's iterate is {@code theta - momentum v} of the look-ahead
 * form.
 */
@Entry(id = "nag", label = "NAG", group = "First order",
        help = "Nesterov's accelerated gradient: looks where its momentum carries it before it takes the slope.",
        source = "Nesterov 1983, Doklady AN SSSR 269(3), 543-547, in the form of Sutskever et al. 2013, ICML, eq. 3 and 4",
        convention = "Look-ahead: the path shows theta and the gradient is taken ahead of it. PyTorch (and Keras): the path shows the"
                + " points where gradients are taken, and PyTorch's buffer does not contain the learning rate.",
        latex = "\\begin{array}{l}v \\leftarrow \\gamma v + \\alpha\\,\\nabla J(\\theta - \\gamma v)\\\\\\theta \\leftarrow \\theta "
                + "- v\\end{array}")
public record Nag(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.0005, min = 1e-5, max = 1, log = true,
                help = "Weight of a new gradient.")
        double learningRate,
        @Knob(label = "momentum", symbol = "\\gamma", value = 0.9, min = 0, max = 0.99, most = 1, below = true,
                help = Help.VELOCITY)
        double momentum,
        @Knob(label = "form", word = "lookahead", advanced = true,
                help = "Which of the two points of each step the path shows: before or after the look ahead.")
        Form form) implements Optimizer {
    private static final List<Memory> LOOKAHEAD = List.of(Memory.vector("v"));
    private static final List<Memory> PYTORCH = List.of(Memory.vector("b"));

    /** Which points are the iterates. */
    public enum Form { LOOKAHEAD, PYTORCH }

    public Nag {
        Check.notNegative(Nag.class, "learningRate", learningRate);
        Check.decay(Nag.class, "momentum", momentum);
    }

    @Override
    public List<Memory> memory() {
        return form == Form.LOOKAHEAD ? LOOKAHEAD : PYTORCH;
    }

    @Override
    public boolean usesGradientAtTheta() {
        return form == Form.PYTORCH;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        if (form == Form.PYTORCH) {
            return List.of(Line.gradient(), Line.memory("b", "momentum*b + g", Line.VELOCITY).against(),
                    Line.delta("learningRate*(g + momentum*b)", "The gradient once more, and where the velocity will carry it next."), Line.move());
        }
        return List.of(
                Line.step("ahead", "\\theta_{\\mathrm{ahead}}", "theta - momentum*v", "Where the velocity alone would carry the run.")
                        .drawn(Line.Drawn.PLACE),
                Line.gradientAt("ahead", "The slope there, ahead of the run, instead of where it stands."),
                Line.memory("v", "momentum*v + learningRate*g", Line.VELOCITY).drawn(Line.Drawn.SUBTRACTED),
                Line.theta("theta - v"));
    }

    @Override
    public Optional<Edge> edge(double rate) {
        return Optional.of(new Edge(2 * (1 + momentum) / (1 + 2 * momentum) / rate, "2(1+\u03b3)/((1+2\u03b3)\u03b1)"));
    }

    @Override
    public void advance(Objective f, State s) {
        if (form == Form.LOOKAHEAD) {
            lookAhead(f, s);
        } else {
            pytorch(s);
        }
    }

    private void lookAhead(Objective f, State s) {
        double[] theta = s.theta();
        double[] v = s.memory("v");
        double[] ahead = s.scratch(0);
        double[] g = s.scratch(1);
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            ahead[i] = theta[i] - momentum * v[i];
        }
        f.valueAndGradient(ahead, g);
        for (int i = 0; i < theta.length; i++) {
            v[i] = momentum * v[i] + rate * g[i];
            theta[i] -= v[i];
        }
    }

    private void pytorch(State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double[] b = s.memory("b");
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            b[i] = momentum * b[i] + g[i];
            theta[i] -= rate * (g[i] + momentum * b[i]);
        }
    }
}
