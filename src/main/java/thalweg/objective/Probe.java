package thalweg.objective;

import java.util.List;
import thalweg.math.Range;
import thalweg.math.Vec;

/** An objective over a window, asked in the window's own units: a derivative is by the fraction of the window crossed. One thread's. */
final class Probe {
    private final Objective objective;
    private final double[] low;
    private final double[] high;
    private final double[] width;
    private final double[] up;
    private final double[] down;
    private final double[] at;

    Probe(Objective objective, List<Range> window) {
        this.objective = objective.evaluator();
        low = window.stream().mapToDouble(Range::min).toArray();
        high = window.stream().mapToDouble(Range::max).toArray();
        width = window.stream().mapToDouble(Range::width).toArray();
        up = new double[low.length];
        down = new double[low.length];
        at = new double[low.length];
    }

    int dimension() {
        return low.length;
    }

    double low(int i) {
        return low[i];
    }

    double high(int i) {
        return high[i];
    }

    double width(int i) {
        return width[i];
    }

    /** The point of the window at fractions of its sides. */
    double[] point(double... fractions) {
        double[] x = new double[low.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = fractions[i] == 1 ? high[i] : low[i] + fractions[i] * width[i];
        }
        return x;
    }

    double value(double[] x) {
        return objective.value(x);
    }

    /** Whether all of the scaled gradient is finite. */
    boolean gradient(double[] x, double[] gradient) {
        double value = objective.valueAndGradient(x, gradient);
        for (int i = 0; i < width.length; i++) {
            gradient[i] *= width[i];
        }
        return Double.isFinite(value) && finite(gradient);
    }

    /** Whether all of the scaled Hessian is finite; by differences of the gradient where the objective has none. */
    boolean hessian(double[] x, double[] hessian) {
        int n = width.length;
        plainHessian(x, hessian);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                hessian[i * n + j] *= width[i] * width[j];
            }
        }
        return finite(hessian);
    }

    /** The Hessian itself. */
    void plainHessian(double[] x, double[] hessian) {
        if (objective.hasHessian()) {
            objective.hessian(x, hessian);
            return;
        }
        int n = width.length;
        System.arraycopy(x, 0, at, 0, n);
        for (int i = 0; i < n; i++) {
            double h = 1e-6 * width[i];                          // balances truncation and rounding for one difference of a gradient
            at[i] = x[i] + h;
            objective.valueAndGradient(at, up);
            at[i] = x[i] - h;
            objective.valueAndGradient(at, down);
            at[i] = x[i];
            for (int j = 0; j < n; j++) {
                hessian[i * n + j] = (up[j] - down[j]) / (2 * h);
            }
        }
        if (n == 2) {
            hessian[1] = hessian[2] = (hessian[1] + hessian[2]) / 2;
        }
    }

    /** Whether x lies in the window, grown by this fraction on every side. */
    boolean contains(double[] x, double margin) {
        for (int i = 0; i < width.length; i++) {
            if (!(x[i] >= low[i] - margin * width[i] && x[i] <= high[i] + margin * width[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether some coordinate of x is an end of the window. */
    boolean onEdge(double[] x) {
        for (int i = 0; i < width.length; i++) {
            if (x[i] <= low[i] || x[i] >= high[i]) {
                return true;
            }
        }
        return false;
    }

    /** The largest distance in one coordinate, as a fraction of the window. */
    double distance(double[] x, double[] y) {
        double far = 0;
        for (int i = 0; i < width.length; i++) {
            far = Math.max(far, Math.abs(x[i] - y[i]) / width[i]);
        }
        return far;
    }

    double distance(Vec x, double[] y) {
        double far = 0;
        for (int i = 0; i < width.length; i++) {
            far = Math.max(far, Math.abs(x.get(i) - y[i]) / width[i]);
        }
        return far;
    }

    static double norm(double[] v) {
        return v.length == 1 ? Math.abs(v[0]) : Math.hypot(v[0], v[1]);
    }

    private static boolean finite(double[] v) {
        for (double c : v) {
            if (!Double.isFinite(c)) {
                return false;
            }
        }
        return true;
    }
}
