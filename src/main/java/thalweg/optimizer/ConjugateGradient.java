package thalweg.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Nonlinear conjugate gradients: each direction {@code p} keeps as much of the one before as the gradients say; exact on quadratics in n
 * steps.
 */
@Entry(id = "conjugate-gradient", label = "Conjugate gradient", group = "Classical",
        help = "Conjugate gradient: searches along directions that do not spoil each other's work.",
        source = "Polak and Ribiere 1969; Nocedal and Wright 2006, Numerical Optimization, algorithm 5.4 with eq. 5.45 (PR+)",
        convention = "Line search by parabolas from the learning rate; beta is cut at 0, which restarts along the gradient.",
        latex = "\\begin{array}{l}\\beta = \\max\\left(0,\\,\\frac{g^T(g - g_{\\mathrm{old}})}{g_{\\mathrm{old}}^T "
                + "g_{\\mathrm{old}}}\\right)\\\\"
                + "p \\leftarrow -g + \\beta p\\\\\\theta \\leftarrow \\theta + \\alpha_k\\,p\\end{array}")
public record ConjugateGradient(
        @Knob(label = "first step", symbol = "\\alpha", value = 1, min = 1e-4, max = 10, log = true,
                help = "The first step length tried; the search finds the right one by parabolas.")
        double learningRate) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(
            Memory.vector("p"), new Memory("gOld", "g_{\\mathrm{old}}", Memory.Shape.VECTOR), new Memory("beta", "\\beta",
                    Memory.Shape.SCALAR));

    public ConjugateGradient {
        Check.notNegative(ConjugateGradient.class, "learningRate", learningRate);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        double[] old = s.memory("gOld");
        double before = LineSearch.dot(old, old);
        double beta = before > 0 ? Math.max(0, (LineSearch.dot(s.gradient(), s.gradient()) - LineSearch.dot(s.gradient(), old)) / before) : 0;
        double slope = 0;
        for (int i = 0; i < old.length; i++) {
            slope += s.gradient()[i] * (beta * s.memory("p")[i] - s.gradient()[i]);
        }
        boolean restarts = !(slope < 0);
        List<Line> lines = new ArrayList<>(List.of(Line.gradient(),
                before > 0 && !restarts ? Line.memory("beta", "max(0, (dot(g, g) - dot(g, gOld))/dot(gOld, gOld))",
                        "How much of the last direction is kept; 0 begins anew along the gradient.")
                        : Line.memory("beta", "0", before > 0 ? "The kept direction would lead uphill: the search begins anew along the gradient."
                                : "There is no direction to keep: the search begins along the gradient."),
                Line.memory("p", restarts ? "-g" : "beta*p - g", "The direction searched: down the slope, bent by the last direction.")
                        .drawn(Line.Drawn.ALONG)));
        lines.addAll(LineSearch.lines(rate(s), "\\alpha_k", LineSearch::interpolate,
                "The first length tried is the learning rate; parabolas through the values of J give the next."));
        lines.add(Line.code(Line.Kind.MEMORY, "gOld", "g_{\\mathrm{old}}", Memory.Shape.VECTOR, "", scope -> {
            boolean stuck = scope.number("slope") < 0 && scope.number("length") == 0;
            return stuck ? new double[old.length] : scope.numbers("g");
        }, "").quiet());
        return lines;
    }

    @Override
    public void advance(Objective f, State s) {
        double[] g = s.gradient();
        double[] p = s.memory("p");
        double[] old = s.memory("gOld");
        double before = LineSearch.dot(old, old);
        double beta = before > 0 ? Math.max(0, (LineSearch.dot(g, g) - LineSearch.dot(g, old)) / before) : 0;
        for (int i = 0; i < g.length; i++) {
            p[i] = beta * p[i] - g[i];
        }
        double slope = LineSearch.dot(g, p);
        if (!(slope < 0)) {
            beta = 0;
            for (int i = 0; i < g.length; i++) {
                p[i] = -g[i];
            }
            slope = LineSearch.dot(g, p);
        }
        s.memory("beta")[0] = beta;
        System.arraycopy(g, 0, old, 0, g.length);
        if (slope < 0 && LineSearch.interpolate(f, s, p, slope, rate(s)) == 0) {
            Arrays.fill(old, 0);                        // nothing helped along p: the next step starts along the gradient
        }
    }
}
