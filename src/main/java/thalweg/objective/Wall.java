package thalweg.objective;

import java.util.List;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * An objective of two parameters on a line where one of them is fixed: one side of its domain.
 *
 * @param evaluator of one thread
 * @param fixed index of the parameter that stays
 * @param at its value
 */
record Wall(Objective evaluator, int fixed, double at) implements Objective {
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
        return evaluator.value(point(theta[0]));
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double[] both = new double[2];
        double value = evaluator.valueAndGradient(point(theta[0]), both);
        gradient[0] = both[1 - fixed];
        return value;
    }

    @Override
    public boolean hasHessian() {
        return evaluator.hasHessian();
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        double[] all = new double[4];
        evaluator.hessian(point(theta[0]), all);
        hessian[0] = fixed == 0 ? all[3] : all[0];
    }

    @Override
    public Appearance appearance() {
        Appearance plane = evaluator.appearance();
        int free = 1 - fixed;
        List<Range> window = List.of(plane.window().get(free));
        return new Appearance(plane.name(), "", List.of(plane.axes().get(free)), window, Vec.of(plane.start().get(free)), List.of());
    }
}
