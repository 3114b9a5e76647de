package thalweg.objective;

import java.util.Optional;

/**
 * Newton's method for {@code grad J = 0}: it goes to whatever critical point is near, a saddle as well as a minimum. A step is shortened
 * to {@link #REACH} and halved until the gradient shrinks (Dennis and Schnabel 1983, chapter 6, with the gradient's norm as merit).
 */
final class Newton {
    /** The longest step, as a fraction of the window: from a cell of the survey we want its own critical point and not a far one. */
    private static final double REACH = 0.02;
    /** A point of third order takes 50 halvings to arrive. */
    private static final int MOST_STEPS = 120;
    /** Below this eigenvalue, relative to the other, a direction is a line of critical points and not a curved one. */
    private static final double FLOOR = 1e-12;
    /** When the gradient stops shrinking at steps this short (fractions of the window), only rounding is left. */
    private static final double ROUNDING = 1e-8;

    private final Probe probe;
    private final double[] gradient;
    private final double[] hessian;
    private final double[] step;

    Newton(Probe probe) {
        this.probe = probe;
        int n = probe.dimension();
        gradient = new double[n];
        hessian = new double[n * n];
        step = new double[n];
    }

    /** The critical point reached from {@code start}, if one is reached within the window. */
    Optional<double[]> from(double[] start) {
        return from(start, Double.POSITIVE_INFINITY);
    }

    /**
     * The critical point reached from {@code start}, if one is reached within the window.
     *
     * @param leash how far it may go, as a fraction of the window
     */
    Optional<double[]> from(double[] start, double leash) {
        double[] x = start.clone();
        double[] next = x.clone();
        if (!probe.gradient(x, gradient)) {
            return Optional.empty();
        }
        double norm = Probe.norm(gradient);
        for (int i = 0; i < MOST_STEPS && norm > 0; i++) {
            if (!probe.hessian(x, hessian)) {
                return Optional.empty();
            }
            Spectrum spectrum = Spectrum.of(hessian);
            spectrum.step(gradient, FLOOR, step);
            double length = Probe.norm(step);
            if (!(length > 0) || !Double.isFinite(length)) {
                return Optional.empty();
            }
            double t = Math.min(1, REACH / length);
            double shrunk = advance(x, next, t, norm);
            if (!(shrunk < norm)) {
                return length < ROUNDING && probe.contains(x, 0) ? Optional.of(x) : Optional.empty();
            }
            double moved = probe.distance(x, next);
            System.arraycopy(next, 0, x, 0, x.length);
            norm = shrunk;
            if (moved < 1e-16) {
                return probe.contains(x, 0) ? Optional.of(x) : Optional.empty();
            }
            if (!probe.contains(x, REACH) || probe.distance(x, start) > leash) {
                return Optional.empty();
            }
        }
        return norm == 0 && probe.contains(x, 0) ? Optional.of(x) : Optional.empty();
    }

    /** Halves the step until the gradient shrinks; leaves point and gradient there and gives its norm, or NaN. */
    private double advance(double[] x, double[] next, double first, double norm) {
        for (double t = first; t > 1e-5 * first; t /= 2) {
            for (int i = 0; i < x.length; i++) {
                next[i] = x[i] + t * step[i] * probe.width(i);
            }
            if (probe.gradient(next, gradient)) {
                double there = Probe.norm(gradient);
                if (there < norm) {
                    return there;
                }
            }
        }
        return Double.NaN;
    }
}
