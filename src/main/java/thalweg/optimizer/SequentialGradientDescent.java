package thalweg.optimizer;

import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Gradient descent one coordinate after the other: each partial derivative is taken where the coordinates before it have moved already.
 *
 * <p>This is what a program does that forgets the temporary variables of the simultaneous update. It costs a gradient per coordinate.
 */
@Entry(id = "sequential-gradient-descent", label = "Sequential GD", group = "First order",
        help = "Gradient descent, one coordinate after the other: theta1 already sees the new theta0.",
        source = "Wright 2015, Coordinate descent algorithms, Mathematical Programming 151, 3-34 (cyclic order)",
        convention = "One step is one sweep over all coordinates in their order, with the same learning rate.",
        latex = "\\begin{array}{l}\\theta_0 \\leftarrow \\theta_0 - \\alpha\\,\\partial_0 J(\\theta_0,\\theta_1)\\\\"
                + "\\theta_1 \\leftarrow \\theta_1 - \\alpha\\,\\partial_1 J(\\theta_0^{\\,\\mathrm{new}},\\theta_1)\\end{array}")
public record SequentialGradientDescent(
        @Knob(label = "learning rate", symbol = "\\alpha", value = 0.001, min = 1e-5, max = 10, log = true,
                help = "Length of a step for a slope of 1, the same in every coordinate.")
        double learningRate) implements Optimizer {

    public SequentialGradientDescent {
        Check.notNegative(SequentialGradientDescent.class, "learningRate", learningRate);
    }

    @Override
    public List<Memory> memory() {
        return List.of();
    }

    @Override
    public void advance(Objective f, State s) {
        double[] theta = s.theta();
        double[] fresh = s.scratch(0);
        double rate = rate(s);
        theta[0] -= rate * s.gradient()[0];
        for (int i = 1; i < theta.length; i++) {
            f.valueAndGradient(theta, fresh);
            theta[i] -= rate * fresh[i];
        }
    }
}
