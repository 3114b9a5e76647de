package thalweg.slice;

import thalweg.descent.Trajectory;

/**
 * A path seen in a slice: where each step stands, by least squares, and how far it is from the slice. Positions that the trajectory does
 * not keep lie on the line between their neighbours.
 */
public final class Route {
    private final double[] a;
    private final double[] b;
    private final double[] residual;
    private final int every;
    private final int last;

    private Route(double[] a, double[] b, double[] residual, int every, int last) {
        this.a = a;
        this.b = b;
        this.residual = residual;
        this.every = every;
        this.last = last;
    }

    /** The path of a run in a slice. */
    public static Route of(Trajectory path, Slice slice) {
        int every = path.keptEvery();
        int count = Math.ceilDiv(path.last(), every) + 1;
        double[] a = new double[count];
        double[] b = new double[count];
        double[] residual = new double[count];
        for (int k = 0; k < count; k++) {
            Projection p = slice.project(path.theta(Math.min(k * every, path.last())));
            a[k] = p.coordinates().get(0);
            b[k] = p.coordinates().size() > 1 ? p.coordinates().get(1) : 0;
            residual[k] = p.residual();
        }
        return new Route(a, b, residual, every, path.last());
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
