package thalweg.descent;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.math.SymmetricOperator;
import thalweg.objective.Appearance;
import thalweg.objective.Objective;

/**
 * What a rule sees of the objective: J, or -J when maximising, counted. Belongs to one run.
 *
 * <p>Once the run is cancelled it answers NaN at once, so that even a rule with many evaluations per step comes to its end.
 */
final class Guide implements Objective {
    private static final int VALUES = 0;
    private static final int GRADIENTS = 1;
    private static final int HESSIANS = 2;

    private final Objective f;
    private final boolean negate;
    private final BooleanSupplier cancelled;
    private final long[] counts = new long[3];

    Guide(Objective evaluator, boolean negate, BooleanSupplier cancelled) {
        f = evaluator.until(cancelled);
        this.negate = negate;
        this.cancelled = cancelled;
    }

    @Override
    public int dimension() {
        return f.dimension();
    }

    @Override
    public double value(double[] theta) {
        if (cancelled.getAsBoolean()) {
            return Double.NaN;
        }
        counts[VALUES]++;
        double value = f.value(theta);
        return negate ? -value : value;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        if (cancelled.getAsBoolean()) {
            return Double.NaN;
        }
        counts[GRADIENTS]++;
        double value = f.valueAndGradient(theta, gradient);
        if (negate) {
            minus(gradient);
            return -value;
        }
        return value;
    }

    @Override
    public boolean hasHessian() {
        return f.hasHessian();
    }

    @Override
    public void hessian(double[] theta, double[] hessian) {
        if (cancelled.getAsBoolean()) {
            return;
        }
        counts[HESSIANS]++;
        f.hessian(theta, hessian);
        if (negate) {
            minus(hessian);
        }
    }

    /** Its products are not counted: no rule asks for them yet. */
    @Override
    public Optional<SymmetricOperator> hessianAt(double[] theta) {
        return negate ? f.hessianAt(theta).map(SymmetricOperator::negated) : f.hessianAt(theta);
    }

    @Override
    public void toStep(int step) {
        f.toStep(step);
    }

    @Override
    public Appearance appearance() {
        return f.appearance();
    }

    Effort effort() {
        return new Effort(counts[VALUES], counts[GRADIENTS], counts[HESSIANS]);
    }

    private static void minus(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = -numbers[i];
        }
    }
}
