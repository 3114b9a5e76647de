package thalweg.math;

import java.util.function.BooleanSupplier;

/** An operator with the sign of its products turned. */
record NegatedOperator(SymmetricOperator original) implements SymmetricOperator {
    @Override
    public int size() {
        return original.size();
    }

    @Override
    public void times(double[] v, double[] product) {
        original.times(v, product);
        for (int i = 0; i < product.length; i++) {
            product[i] = -product[i];
        }
    }

    @Override
    public SymmetricOperator until(BooleanSupplier cancelled) {
        return new NegatedOperator(original.until(cancelled));
    }

    @Override
    public SymmetricOperator negated() {
        return original;
    }
}
