package thalweg.slice;

import java.util.function.BooleanSupplier;
import thalweg.math.Kernels;
import thalweg.objective.Objective;
import thalweg.objective.Section;

/** A line or plane through any objective, asked point by point at {@code origin + (a u + b v)}: the same bits, whichever direction comes first. */
final class Points implements Section {
    private final Objective f;
    private final double[] origin;
    private final double[] u;
    private final double[] v;

    /** The points of a slice; v is empty on a line. */
    Points(Objective f, double[] origin, double[] u, double[] v) {
        this.f = f;
        this.origin = origin;
        this.u = u;
        this.v = v.length == 0 ? new double[u.length] : v;
    }

    @Override
    public double work() {
        return origin.length;
    }

    @Override
    public Reader reader() {
        Objective evaluator = f.evaluator();
        double[] theta = new double[origin.length];
        double[][] places = new double[1][];
        return new Reader() {
            @Override
            public void places(double[] a) {
                places[0] = a;
            }

            @Override
            public void values(double b, double[] values, BooleanSupplier cancelled) {
                for (int k = 0; k < places[0].length && !cancelled.getAsBoolean(); k++) {
                    Kernels.fastest().plane(theta.length, origin, 0, places[0][k], u, 0, b, v, 0, theta, 0);
                    values[k] = evaluator.value(theta);
                }
            }
        };
    }
}
