package thalweg.slice;

import java.util.function.BooleanSupplier;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/**
 * A path seen in a slice: where each step stands, by least squares, and how far it is from the slice. Positions that the trajectory does
 * not keep lie on the line between their neighbours.
 */
public final class Route {
    private final double[] a;
    private final double[] b;
    private final double[] residual;
    private final double length;
    private final int every;
    private final int last;

    private Route(double[] a, double[] b, double[] residual, double length, int every, int last) {
        this.a = a;
        this.b = b;
        this.residual = residual;
        this.length = length;
        this.every = every;
        this.last = last;
    }

    /** The path of a run in a slice. */
    public static Route of(Trajectory path, Slice slice) {
        return of(path, slice, () -> false);
    }

    /**
     * The same, which takes long where the path keeps many parameters.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Route of(Trajectory path, Slice slice, BooleanSupplier cancelled) {
        int every = path.keptEvery();
        int count = Math.ceilDiv(path.last(), every) + 1;
        double[] a = new double[count];
        double[] b = new double[count];
        double[] residual = new double[count];
        Vec start = path.theta(0);
        double length = 0;
        for (int k = 0; k < count; k++) {
            Vec theta = path.theta(Math.min(k * every, path.last()));
            Projection p = slice.project(theta, cancelled);
            length = Math.max(length, Products.distance(start, theta, cancelled));
            a[k] = p.coordinates().get(0);
            b[k] = p.coordinates().size() > 1 ? p.coordinates().get(1) : 0;
            residual[k] = p.residual();
        }
        return new Route(a, b, residual, length, every, path.last());
    }

    public int last() {
        return last;
    }

    /** Along the first direction. */
    public double a(int step) {
        return at(a, step);
    }

    /** Along the second; 0 on a line. */
    public double b(int step) {
        return at(b, step);
    }

    /** Distance from the slice. */
    public double residual(int step) {
        return at(residual, step);
    }

    /** Distance from the slice in parts of the path's length, from its start to its farthest point; 0 on the slice. */
    public double off(int step) {
        double away = residual(step);
        return away == 0 ? 0 : away / length;
    }

    private double at(double[] kept, int step) {
        int k = Math.min(step, last) / every;
        int from = k * every;
        if (from == Math.min(step, last) || k + 1 == kept.length) {
            return kept[k];
        }
        double t = (double) (step - from) / (Math.min(from + every, last) - from);
        return kept[k] + t * (kept[k + 1] - kept[k]);
    }
}
