package thalweg.objective;

import java.util.Optional;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint.Kind;

/** Tells what kind of point a candidate is, and whether it is one at all: a plateau, or a line of critical points, has no place to mark. */
final class Nature {
    private static final int DIRECTIONS = 16;
    /** Radius of the ring on which a point must differ from its surroundings, as a fraction of the window. */
    private static final double RING = 1e-3;
    /** A gradient (per window) below this share of the function's scale is flat: what is left is rounding. */
    private static final double FLAT = 1e-9;
    /** An eigenvalue below this share of the other decides nothing: the Hessian is singular. */
    private static final double SINGULAR = 1e-10;

    /** Radius at which even ripples finer than the survey still look quadratic. */
    private static final double NEAR = 1e-5;

    private final Probe probe;
    private final double scale;
    private final Newton newton;
    private final double[] gradient;
    private final double[] hessian;

    /**
     * Judges points of one window.
     *
     * @param scale how much the function varies in it
     */
    Nature(Probe probe, double scale, Newton newton) {
        this.probe = probe;
        this.scale = scale;
        this.newton = newton;
        gradient = new double[probe.dimension()];
        hessian = new double[gradient.length * gradient.length];
    }

    /** A point where the gradient vanishes; empty for a plateau, a line of such points, or a kink where zero is only a convention. */
    Optional<CriticalPoint> ofCritical(double[] x) {
        double value = probe.value(x);
        double near = slope(x, RING, true);
        if (!Double.isFinite(value) || !probe.hessian(x, hessian) || !(near > FLAT * scale)) {
            return Optional.empty();
        }
        // the gradient of a smooth function falls a thousandfold with the radius; at a kink it stays
        if (slope(x, 1e-7, true) > 0.05 * slope(x, 1e-4, true)) {
            return Optional.empty();
        }
        Spectrum scaled = Spectrum.of(hessian);
        double zero = Math.max(SINGULAR * scaled.largest(), FLAT * scale);
        if (scaled.smallest() > zero) {
            Kind kind = scaled.least() > 0 ? Kind.MINIMUM : scaled.most() < 0 ? Kind.MAXIMUM : Kind.SADDLE;
            return isDenied(kind, x, value) ? Optional.empty() : Optional.of(point(kind, x, value));
        }
        return isLine(x, scaled) || slope(x, RING, false) < 1e-12 * near ? Optional.empty() : Optional.of(point(flat(x, value), x, value));
    }

    /**
     * A minimum or maximum where the gradient does not vanish: everything around must be higher (or lower).
     *
     * @param side the function, upside down for a maximum
     */
    Optional<CriticalPoint> ofKink(double[] x, Probe side, Kind kind) {
        double value = side.value(x);
        double[] there = x.clone();
        for (int k = 0; k < DIRECTIONS; k++) {
            place(x, k, RING, there);
            if (side.contains(there, 0) && !(side.value(there) - value > margin(value))) {
                return Optional.empty();
            }
        }
        boolean alone = Double.isFinite(value) && new KinkSearch(side).isAlone(x, RING, margin(value));
        return alone ? Optional.of(new CriticalPoint(kind, Vec.of(x), probe.value(x), Vec.of(), false)) : Optional.empty();
    }

    /** Whether values close by contradict the Hessian, as where two smooth pieces meet: {@code sign(x)*x^2} has no minimum. */
    private boolean isDenied(Kind kind, double[] x, double value) {
        double sign = kind == Kind.MINIMUM ? 1 : -1;
        double[] there = x.clone();
        boolean denied = false;
        for (int k = 0; k < DIRECTIONS && kind != Kind.SADDLE; k++) {
            place(x, k, NEAR, there);
            denied |= sign * (probe.value(there) - value) < -margin(value);
        }
        return denied;
    }

    /** Values closer than this are equal but for rounding. */
    private double margin(double value) {
        return 1e-13 * scale + 1e-15 * Math.abs(value);
    }

    private CriticalPoint point(Kind kind, double[] x, double value) {
        probe.plainHessian(x, hessian);
        Spectrum plain = Spectrum.of(hessian);
        Vec eigenvalues = x.length == 1 ? Vec.of(plain.least()) : Vec.of(plain.least(), plain.most());
        return new CriticalPoint(kind, Vec.of(x), value, eigenvalues, false);
    }

    /** The largest (or smallest) scaled gradient on a ring. */
    private double slope(double[] x, double radius, boolean largest) {
        double[] there = x.clone();
        double found = largest ? 0 : Double.POSITIVE_INFINITY;
        for (int k = 0; k < DIRECTIONS; k++) {
            place(x, k, radius, there);
            if (probe.gradient(there, gradient)) {
                double norm = Probe.norm(gradient);
                found = largest ? Math.max(found, norm) : Math.min(found, norm);
            }
        }
        return found;
    }

    /** What a point with singular Hessian is: the values around it, far enough for a fourth power to show, tell. */
    private Kind flat(double[] x, double value) {
        double[] there = x.clone();
        double margin = margin(value);
        boolean above = true;
        boolean below = true;
        for (int k = 0; k < DIRECTIONS; k++) {
            place(x, k, 10 * RING, there);
            double difference = probe.value(there) - value;
            above &= difference > margin;
            below &= difference < -margin;
        }
        return above ? Kind.MINIMUM : below ? Kind.MAXIMUM : Kind.DEGENERATE;
    }

    /** Whether Newton's method, started beside x along the flat direction, stays there: then x is one of a line of critical points. */
    private boolean isLine(double[] x, Spectrum scaled) {
        if (x.length == 1) {
            return false;
        }
        boolean leastIsFlat = Math.abs(scaled.least()) < Math.abs(scaled.most());
        double[] flat = leastIsFlat ? new double[] {-scaled.sin(), scaled.cos()} : new double[] {scaled.cos(), scaled.sin()};
        for (int side = -1; side <= 1; side += 2) {
            double[] beside = {x[0] + side * RING * flat[0] * probe.width(0), x[1] + side * RING * flat[1] * probe.width(1)};
            Optional<double[]> reached = newton.from(beside);
            if (reached.isPresent() && probe.distance(reached.get(), x) > RING / 4) {
                return true;
            }
        }
        return false;
    }

    private void place(double[] x, int k, double radius, double[] there) {
        if (x.length == 1) {
            there[0] = x[0] + ((k & 1) == 0 ? radius : -radius) * probe.width(0);
            return;
        }
        double angle = 2 * Math.PI * (k + 0.5) / DIRECTIONS;         // off the axes, where many functions have their creases
        there[0] = x[0] + radius * Math.cos(angle) * probe.width(0);
        there[1] = x[1] + radius * Math.sin(angle) * probe.width(1);
    }
}
