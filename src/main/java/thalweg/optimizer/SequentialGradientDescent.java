package thalweg.optimizer;

import java.util.ArrayList;
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
    /** Up to so many coordinates each has lines of its own. */
    private static final int SPELT_OUT = 4;
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    public SequentialGradientDescent {
        Check.notNegative(SequentialGradientDescent.class, "learningRate", learningRate);
    }

    @Override
    public List<Memory> memory() {
        return List.of();
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        int n = s.theta().length;
        if (n > SPELT_OUT) {
            return List.of(Line.gradient(), Line.code(Line.Kind.THETA, "theta", "\\theta", Memory.Shape.VECTOR,
                    "\\theta_i - \\alpha\\,\\partial_i J(\\theta_0^{\\,\\mathrm{new}},\\ldots,\\theta_i,\\ldots)", scope -> {
                        State swept = scope.state();
                        advance(scope.objective(), swept);
                        return swept.theta();
                    }, "One coordinate after the other, each seeing those before it moved.").drawn(Line.Drawn.PLACE));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int moves = i;
            lines.add(i == 0 ? Line.gradient() : Line.gradientAt("theta", "The slope again, where the coordinates before have moved already."));
            lines.add(Line.code(Line.Kind.STEP, "e", "e_" + i, Memory.Shape.VECTOR, "", _ -> {
                double[] unit = new double[n];
                unit[moves] = 1;
                return unit;
            }, "").quiet());
            lines.add(Line.theta("theta - learningRate*(g*e)").saying("Only the " + ORDINALS.get(i) + " coordinate moves."));
        }
        return lines;
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
