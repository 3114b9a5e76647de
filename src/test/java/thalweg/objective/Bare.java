package thalweg.objective;

import java.util.List;

/** An objective that does not tell its minima, so that they must be found. */
record Bare(Objective objective, boolean hasHessian) implements Objective {
    Bare(Objective objective) {
        this(objective, objective.hasHessian());
    }

    @Override
    public int dimension() {
        return objective.dimension();
    }

    @Override
    public double value(double[] theta) {
        return objective.value(theta);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return objective.valueAndGradient(theta, gradient);
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        objective.hessian(theta, hessian);
    }

    @Override
    public Appearance appearance() {
        Appearance a = objective.appearance();
        return new Appearance(a.name(), a.latex(), a.axes(), a.window(), a.start(), List.of(), a.maximised(), a.closed());
    }
}
