package thalweg.objective;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.SymmetricOperator;

/** An objective upside down, so that what descends it climbs the original: value, gradient and Hessian negated. */
public record Maximised(Objective original) implements Objective {
    @Override
    public int dimension() {
        return original.dimension();
    }

    @Override
    public double value(double[] theta) {
        return -original.value(theta);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double value = original.valueAndGradient(theta, gradient);
        negate(gradient, dimension());
        return -value;
    }

    @Override
    public boolean hasHessian() {
        return original.hasHessian();
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        original.hessian(theta, hessian);
        negate(hessian, dimension() * dimension());
    }

    @Override
    public Optional<SymmetricOperator> hessianAt(double[] theta) {
        return original.hessianAt(theta).map(SymmetricOperator::negated);
    }

    private static void negate(double[] a, int length) {
        for (int i = 0; i < length; i++) {
            a[i] = -a[i];
        }
    }

    @Override
    public Objective evaluator() {
        Objective evaluator = original.evaluator();
        return evaluator == original ? this : new Maximised(evaluator);
    }

    @Override
    public Objective until(BooleanSupplier cancelled) {
        return new Maximised(original.until(cancelled));
    }

    @Override
    public void toStep(int step) {
        original.toStep(step);
    }

    /** Of the original, without its minima, which are maxima here; its domain's edges, which hold its largest values, are not marked. */
    @Override
    public Appearance appearance() {
        Appearance up = original.appearance();
        String latex = up.latex().isEmpty() ? "" : "-\\left(" + up.latex() + "\\right)";
        return new Appearance(up.name(), latex, up.axes(), up.window(), up.start(), List.of());
    }
}
