package thalweg.objective;

import java.util.List;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * An objective of two parameters on a line where one of them is fixed: one side of its domain.
 *
 * @param plane the objective, an evaluator of one thread
 * @param fixed index of the parameter that stays
 * @param at its value
 */
record Wall(Objective plane, int fixed, double at) implements Objective {
    @Override
    public int dimension() {
        return 1;
    }

    /** The point of the plane. */
    double[] point(double free) {
        return fixed == 0 ? new double[] {at, free} : new double[] {free, at};
    }

    @Override
    public double value(double[] theta) {
        return plane.value(point(theta[0]));
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double[] both = new double[2];
        double value = plane.valueAndGradient(point(theta[0]), both);
        gradient[0] = both[1 - fixed];
        return value;
    }

    @Override
    public boolean hasHessian() {
        return plane.hasHessian();
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        double[] all = new double[4];
        plane.hessian(point(theta[0]), all);
        hessian[0] = fixed == 0 ? all[3] : all[0];
    }

    @Override
    public Appearance appearance() {
        Appearance seen = plane.appearance();
        int free = 1 - fixed;
        List<Range> window = List.of(seen.window().get(free));
        return new Appearance(seen.name(), "", List.of(seen.axes().get(free)), window, Vec.of(seen.start().get(free)), List.of());
    }
}
