package thalweg.optimizer;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/** Steepest descent: {@code theta' = theta - learningRate gradient}, all coordinates at once. */
@Entry(id = "gradient-descent", label = "GD", group = "First order",
        help = "Gradient descent: one step against the gradient, as long as the slope is steep.",
        source = "Cauchy 1847, Comptes Rendus 25, 536-538",
        convention = "Simultaneous update: every coordinate uses the gradient at the same old point.",
        latex = "\\theta \\leftarrow \\theta - \\alpha\\,\\nabla J(\\theta)")
public record GradientDescent(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.001, min = 1e-5, max = 10, log = true,
                help = "Length of a step for a slope of 1; on a bowl of curvature L it converges below 2 / L.")
        double learningRate) implements Optimizer {

    public GradientDescent {
        Check.notNegative(GradientDescent.class, "learningRate", learningRate);
    }

    @Override
    public List<Memory> memory() {
        return List.of();
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        return List.of(Line.gradient(), Line.delta("learningRate*g", "As long as the slope is steep, times the learning rate."), Line.move());
    }

    @Override
    public Optional<Edge> edge(double rate) {
        return Optional.of(new Edge(2 / rate, "2/\u03b1"));
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] g = s.gradient();
        double rate = rate(s);
        for (int i = 0; i < theta.length; i++) {
            theta[i] -= rate * g[i];
        }
    }
}
