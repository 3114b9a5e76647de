package thalweg.optimizer;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.catalog.SpecException;
import thalweg.objective.Objective;

/**
 * Newton's method, made safe: the step to the minimum of the local parabola, shortened until it goes down.
 *
 * <p>Where the Hessian is not positive definite, a multiple {@code tau} of the identity is added until it is, which turns the step toward
 * the gradient; plain Newton would go to saddles and maxima.
 */
@Entry(id = "newton", label = "Newton", group = "Classical",
        help = "Newton's method: jumps to the minimum of the parabola that fits here best, with a line search.",
        source = "Nocedal and Wright 2006, Numerical Optimization, algorithms 3.1, 3.2 and 3.3",
        convention = "The learning rate is the first step tried and is halved until J decreases; 1 is Newton's own step.",
        latex = "\\begin{array}{l}(\\nabla^2 J(\\theta) + \\tau I)\\,p = -\\nabla J(\\theta)\\\\"
                + "\\theta \\leftarrow \\theta + \\alpha\\,2^{-k}\\,p\\end{array}")
public record Newton(
        @Knob(label = "first step", symbol = "\\alpha", value = 1, min = 1e-2, max = 2, log = true,
                help = "The first step length tried, in Newton steps.")
        double learningRate) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(
            Memory.matrix("H"), Memory.matrix("L"), new Memory("tau", "\\tau", Memory.Shape.SCALAR));
    /** The first multiple of the identity tried, relative to the largest diagonal element; Nocedal and Wright take 1e-3. */
    private static final double FIRST_SHIFT = 1e-3;
    /** Doublings of the shift before the gradient is taken instead: enough for any finite matrix. */
    private static final int SHIFTS = 64;

    public Newton {
        Check.notNegative(Newton.class, "learningRate", learningRate);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public void require(Objective f) {
        Optimizer.super.require(f);
        if (!f.hasHessian()) {
            throw new SpecException("'newton' needs second derivatives, and '" + f.appearance().name()
                    + "' has none; bfgs and conjugate-gradient do without");
        }
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        State known = s.copy();
        f.hessian(known.theta(), known.memory("H"));
        boolean factored = factor(known.memory("H"), known);
        List<Line> lines = new ArrayList<>(List.of(Line.gradient(),
                Line.code(Line.Kind.MEMORY, "H", "H", Memory.Shape.MATRIX, "\\nabla^2 J(\\theta)", _ -> known.memory("H"),
                        "The curvature where the run stands."),
                Line.code(Line.Kind.CORRECTION, "tau", "\\tau", Memory.Shape.SCALAR, "\\mathrm{shift}\\;\\;H + \\tau I", _ -> known.memory("tau"),
                        known.memory("tau")[0] == 0 ? "The surface curves upward in every direction, so nothing needs to be added."
                                : "The surface does not curve upward in every direction, so a multiple of the identity is added until it does."),
                Line.code(Line.Kind.MEMORY, "L", "L", Memory.Shape.MATRIX, "", _ -> known.memory("L"), "").quiet(),
                factored ? Line.code(Line.Kind.STEP, "p", "p", Memory.Shape.VECTOR, "-(H + \\tau I)^{-1} g", scope -> {
                    double[] p = new double[s.theta().length];
                    solve(scope.numbers("L"), scope.numbers("g"), p);
                    return p;
                }, "From here to the lowest point of the parabola that fits best.").drawn(Line.Drawn.ALONG)
                        : Line.step("p", "p", "-g", "The curvature is not finite: the way is against the gradient.").drawn(Line.Drawn.ALONG)));
        lines.addAll(LineSearch.lines(rate(s), "\\alpha\\,2^{-k}", LineSearch::backtrack, LineSearch.HALVED));
        return lines;
    }

    @Override
    public void advance(Objective f, State s) {
        double[] g = s.gradient();
        double[] p = s.scratch(0);
        double[] hessian = s.memory("H");
        f.hessian(s.theta(), hessian);
        if (factor(hessian, s)) {
            solve(s.memory("L"), g, p);
        } else {
            for (int i = 0; i < g.length; i++) {
                p[i] = -g[i];
            }
        }
        double slope = LineSearch.dot(g, p);
        if (slope < 0) {
            LineSearch.backtrack(f, s, p, slope, rate(s));
        }
    }

    /** Cholesky with added multiple of the identity: algorithm 3.3. */
    private static boolean factor(double[] hessian, State s) {
        double[] lower = s.memory("L");
        int n = s.theta().length;
        double least = Double.POSITIVE_INFINITY;
        double scale = 0;
        for (int i = 0; i < n; i++) {
            least = Math.min(least, hessian[i * n + i]);
            for (int j = 0; j < n; j++) {
                scale = Math.max(scale, Math.abs(hessian[i * n + j]));
            }
        }
        double first = FIRST_SHIFT * (scale > 0 ? scale : 1);
        double tau = least > 0 ? 0 : first - least;
        for (int k = 0; k < SHIFTS; k++) {
            if (cholesky(hessian, tau, lower, n, 1e-12 * scale)) {
                s.memory("tau")[0] = tau;
                return true;
            }
            tau = Math.max(2 * tau, first);
        }
        return false;
    }

    /** The lower triangle of {@code hessian + tau I = L L'}; false if a pivot is not above {@code least}. */
    private static boolean cholesky(double[] hessian, double tau, double[] lower, int n, double least) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = hessian[i * n + j] + (i == j ? tau : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * n + k] * lower[j * n + k];
                }
                if (i == j) {
                    if (!(sum > least && Double.isFinite(sum))) {
                        return false;
                    }
                    lower[i * n + i] = Math.sqrt(sum);
                } else {
                    lower[i * n + j] = sum / lower[j * n + j];
                }
            }
        }
        return true;
    }

    /** {@code L L' p = -g} by forward and backward substitution. */
    private static void solve(double[] lower, double[] g, double[] p) {
        int n = g.length;
        for (int i = 0; i < n; i++) {
            double sum = -g[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * n + k] * p[k];
            }
            p[i] = sum / lower[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = p[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[k * n + i] * p[k];
            }
            p[i] = sum / lower[i * n + i];
        }
    }
}
