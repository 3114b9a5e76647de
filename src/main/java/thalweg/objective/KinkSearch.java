package thalweg.objective;

import java.util.Arrays;

/**
 * A local minimum without derivatives, inside the window: for kinks, creases and edges, where Newton's method has nothing to hold on to.
 *
 * <p>A compass search (Hooke and Jeeves 1961) with diagonals goes down; then, because every compass gets stuck on a crease that is not
 * parallel to an axis ({@code abs(x - y)}, Bukin), the crease itself is followed: one coordinate steps while the other is minimised anew.
 */
final class KinkSearch {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /** Shortest step, as a fraction of the window: a few units in the last place. */
    private static final double FINEST = 1e-15;
    /** Where gradients beside a point are asked, as a fraction of the window: well outside the compass's error, well inside curvature. */
    private static final double BESIDE = 1e-9;
    /** Enough for every function of the catalog; a bound, so that noise cannot keep us. */
    private static final int MOST_MOVES = 400;

    private final Probe probe;

    KinkSearch(Probe probe) {
        this.probe = probe;
    }

    /**
     * Moves to a minimum near {@code x}.
     *
     * @param x modified
     * @param reach the first step, as a fraction of the window
     * @return the value there
     */
    double descend(double[] x, double reach) {
        double value = compass(x, probe.value(x), reach);
        if (x.length == 2 && isCreased(x)) {
            for (int round = 0; round < 3; round++) {
                double before = value;
                value = follow(x, 0, value, reach);
                value = follow(x, 1, value, reach);
                if (!(value < before - tiny(before))) {
                    break;
                }
                value = compass(x, value, reach / 16);
            }
        }
        return value;
    }

    /** Whether gradients close around x disagree; where they agree the function is smooth, and Newton's method knows better. */
    boolean isCreased(double[] x) {
        int n = x.length;
        double[] there = new double[n];
        double[] gradient = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        double largest = 0;
        double apart = 0;
        for (int k = n == 1 ? 0 : 4; k < (n == 1 ? 2 : 8); k++) {
            for (int i = 0; i < n; i++) {
                there[i] = x[i] + BESIDE * probe.width(i) * direction(k, i, n);
            }
            if (probe.gradient(there, gradient)) {
                largest = Math.max(largest, Probe.norm(gradient));
                for (int i = 0; i < n; i++) {
                    low[i] = Math.min(low[i], gradient[i]);
                    high[i] = Math.max(high[i], gradient[i]);
                    apart = Math.max(apart, high[i] - low[i]);
                }
            }
        }
        return apart > 0.1 * largest;
    }

    /**
     * Whether everything along the creases through x is higher too: a ring of directions would miss a crease, and the whole crease may be
     * equally low.
     *
     * @param distance a fraction of the window
     * @param margin how much higher
     */
    boolean isAlone(double[] x, double distance, double margin) {
        double value = probe.value(x);
        double[] trial = x.clone();
        for (int k = 0; k < (x.length == 1 ? 2 : 8); k++) {
            for (int i = 0; i < x.length; i++) {
                trial[i] = x[i] + distance * probe.width(i) * direction(k, i, x.length);
            }
            if (probe.contains(trial, 0) && !(probe.value(trial) > value + margin)) {
                return false;
            }
        }
        for (int axis = 0; axis < x.length; axis++) {
            for (int side = -1; side <= 1; side += 2) {
                System.arraycopy(x, 0, trial, 0, x.length);
                trial[axis] = x[axis] + side * distance * probe.width(axis);
                boolean inside = trial[axis] >= probe.low(axis) && trial[axis] <= probe.high(axis);
                double there = x.length == 1 ? probe.value(trial) : across(trial, 1 - axis, distance);
                if (inside && !(there > value + margin)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double compass(double[] x, double start, double reach) {
        int n = x.length;
        double[] trial = new double[n];
        double value = start;
        double step = reach;
        int moves = 0;
        while (step > FINEST && moves < MOST_MOVES) {
            boolean lower = false;
            for (int k = 0; k < (n == 1 ? 2 : 8) && !lower; k++) {
                for (int i = 0; i < n; i++) {
                    trial[i] = inside(i, x[i] + step * probe.width(i) * direction(k, i, n));
                }
                double there = probe.value(trial);
                if (there < value) {
                    value = there;
                    System.arraycopy(trial, 0, x, 0, n);
                    lower = true;
                    moves++;
                }
            }
            step = lower ? Math.min(reach, 2 * step) : step / 2;
        }
        return value;
    }

    /** East, north, west, south, then the diagonals; left and right on a line. */
    private static int direction(int k, int i, int n) {
        if (n == 1) {
            return k == 0 ? 1 : -1;
        }
        int sign = (k & 2) == 0 ? 1 : -1;
        return k < 4 ? ((k & 1) == i ? sign : 0) : i == 0 ? sign : (k & 1) == 0 ? 1 : -1;
    }

    /** Steps in coordinate {@code axis}, the other one minimised at each step, as long as that leads down. */
    private double follow(double[] x, int axis, double start, double reach) {
        double[] trial = x.clone();
        double value = start;
        double step = reach;
        int moves = 0;
        while (step > 1e-10 && moves < MOST_MOVES) {
            boolean lower = false;
            for (int side = 1; side >= -1 && !lower; side -= 2) {
                System.arraycopy(x, 0, trial, 0, 2);
                trial[axis] = inside(axis, x[axis] + side * step * probe.width(axis));
                double there = across(trial, 1 - axis, step);
                if (there < value - tiny(value)) {
                    value = there;
                    System.arraycopy(trial, 0, x, 0, 2);
                    lower = true;
                    moves++;
                }
            }
            step = lower ? Math.min(reach, 2 * step) : step / 4;
        }
        return value;
    }

    /** Minimises over one coordinate by golden section, within four steps on either side. */
    private double across(double[] x, int i, double step) {
        double a = inside(i, x[i] - 4 * step * probe.width(i));
        double b = inside(i, x[i] + 4 * step * probe.width(i));
        double c = b - GOLDEN * (b - a);
        double d = a + GOLDEN * (b - a);
        double fc = at(x, i, c);
        double fd = at(x, i, d);
        while (b - a > 4 * Math.ulp(Math.max(Math.abs(a), Math.abs(b)))) {
            if (fc < fd) {
                b = d;
                d = c;
                fd = fc;
                c = b - GOLDEN * (b - a);
                fc = at(x, i, c);
            } else {
                a = c;
                c = d;
                fc = fd;
                d = a + GOLDEN * (b - a);
                fd = at(x, i, d);
            }
        }
        return at(x, i, fc < fd ? c : d);
    }

    private double at(double[] x, int i, double coordinate) {
        x[i] = coordinate;
        return probe.value(x);
    }

    private double inside(int i, double coordinate) {
        return Math.clamp(coordinate, probe.low(i), probe.high(i));
    }

    /** What rounding can do to a value. */
    private static double tiny(double value) {
        return 1e-15 * Math.abs(value);
    }
}
