package thalweg.optimizer;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.objective.Objective;

/**
 * Quasi-Newton: learns the inverse Hessian {@code H} from the gradients it meets.
 *
 * <p>A pair of points whose curvature is not clearly positive teaches nothing and is skipped, so H stays positive definite.
 */
@Entry(id = "bfgs", label = "BFGS", group = "Classical",
        help = "BFGS: builds up the curvature from the slopes it meets and then steps like Newton.",
        source = "Nocedal and Wright 2006, Numerical Optimization, algorithm 6.1 with eq. 6.17 and 6.20",
        convention = "Backtracking line search from the learning rate; H starts as the identity, scaled after the first step.",
        latex = "\\begin{array}{l}s = \\theta - \\theta_{\\mathrm{old}}\\qquad y = \\nabla J(\\theta) - \\nabla "
                + "J(\\theta_{\\mathrm{old}})\\qquad \\rho = \\frac{1}{y^T s}\\\\"
                + "H \\leftarrow (I - \\rho\\,s y^T)\\,H\\,(I - \\rho\\,y s^T) + \\rho\\,s s^T\\\\"
                + "\\theta \\leftarrow \\theta - \\alpha\\,2^{-k}\\,H\\,\\nabla J(\\theta)\\end{array}")
public record Bfgs(
        @Knob(label = "first step", symbol = "\\alpha", value = 1, min = 1e-2, max = 2, log = true,
                help = "The first step length tried, in quasi-Newton steps.")
        double learningRate) implements Optimizer {
    private static final List<Memory> MEMORY = List.of(Memory.matrix("H"),
            new Memory("thetaOld", "\\theta_{\\mathrm{old}}", Memory.Shape.VECTOR), new Memory("gOld", "g_{\\mathrm{old}}",
                    Memory.Shape.VECTOR));
    /** Curvature is trusted above this part of what the lengths of step and gradient change allow: well above rounding. */
    private static final double CURVED = 1e-10;

    public Bfgs {
        Check.notNegative(Bfgs.class, "learningRate", learningRate);
    }

    @Override
    public List<Memory> memory() {
        return MEMORY;
    }

    @Override
    public List<Line> lines(Objective f, State s) {
        State known = s.copy();
        double[] h = known.memory("H");
        double[] p = known.scratch(0);
        List<Line> lines = new ArrayList<>(List.of(Line.gradient()));
        String words = "At first the curvature is not known: H is the identity.";
        String does = "I";
        if (s.step() == 0) {
            identity(h, p.length, 1);
        } else {
            boolean taught = learn(known);
            words = taught ? "The inverse curvature, made to agree with the last step: H y = s."
                    : "The last step showed no clear upward curvature, so it teaches nothing.";
            does = taught ? "(I - \\rho\\,s y^T)\\,H\\,(I - \\rho\\,y s^T) + \\rho\\,s s^T" : "H";
            lines.add(Line.memory("s", "theta - thetaOld", "The last step.").drawn(Line.Drawn.ALONG));
            lines.add(Line.memory("y", "g - gOld", "How it changed the gradient."));
        }
        if (!(direction(h, s.gradient(), p) < 0)) {
            identity(h, p.length, 1);
            words = "What was learnt would lead uphill: H is the identity again.";
            does = "I";
        }
        double[] found = h.clone();
        lines.add(Line.code(Line.Kind.MEMORY, "H", "H", Memory.Shape.MATRIX, does, _ -> found, words));
        lines.add(Line.code(Line.Kind.STEP, "p", "p", Memory.Shape.VECTOR, "-H\\,g", scope -> {
            double[] way = new double[s.theta().length];
            direction(scope.numbers("H"), scope.numbers("g"), way);
            return way;
        }, "To where the learnt parabola is lowest.").drawn(Line.Drawn.ALONG));
        lines.add(Line.memory("thetaOld", "theta", "").quiet());
        lines.add(Line.memory("gOld", "g", "").quiet());
        lines.addAll(LineSearch.lines(rate(s), "\\alpha\\,2^{-k}", LineSearch::backtrack, LineSearch.HALVED));
        return lines;
    }

    @Override
    public void advance(Objective f, State s) {
        double[] g = s.gradient();
        double[] h = s.memory("H");
        double[] p = s.scratch(0);
        if (s.step() == 0) {
            identity(h, g.length, 1);
        } else {
            learn(s);
        }
        double slope = direction(h, g, p);
        if (!(slope < 0)) {
            identity(h, g.length, 1);
            slope = direction(h, g, p);
        }
        System.arraycopy(s.theta(), 0, s.memory("thetaOld"), 0, g.length);
        System.arraycopy(g, 0, s.memory("gOld"), 0, g.length);
        if (slope < 0) {
            LineSearch.backtrack(f, s, p, slope, rate(s));
        }
    }

    /** p = -H g; its slope. */
    private static double direction(double[] h, double[] g, double[] p) {
        int n = g.length;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += h[i * n + j] * g[j];
            }
            p[i] = -sum;
        }
        return LineSearch.dot(g, p);
    }

    /** Takes the last step into H, so that {@code H y = s}. Returns whether it taught anything. */
    private static boolean learn(State s) {
        double[] h = s.memory("H");
        double[] step = s.scratch(0);
        double[] y = s.scratch(1);
        double[] hy = s.scratch(2);
        int n = y.length;
        for (int i = 0; i < n; i++) {
            step[i] = s.theta()[i] - s.memory("thetaOld")[i];
            y[i] = s.gradient()[i] - s.memory("gOld")[i];
        }
        double ys = LineSearch.dot(y, step);
        double yy = LineSearch.dot(y, y);
        if (!(ys > CURVED * Math.sqrt(yy * LineSearch.dot(step, step)))) {
            return false;
        }
        if (s.step() == 1) {
            identity(h, n, ys / yy);
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += h[i * n + j] * y[j];
            }
            hy[i] = sum;
        }
        double rho = 1 / ys;
        double both = rho + rho * rho * LineSearch.dot(y, hy);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i * n + j] += both * step[i] * step[j] - rho * (step[i] * hy[j] + hy[i] * step[j]);
            }
        }
        return true;
    }

    private static void identity(double[] h, int n, double scale) {
        for (int i = 0; i < h.length; i++) {
            h[i] = i % (n + 1) == 0 ? scale : 0;
        }
    }
}
