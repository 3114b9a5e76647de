package thalweg.formula;

import java.util.function.DoubleBinaryOperator;

/** An operation on two numbers. */
enum Operator {
    ADD((a, b) -> a + b),
    SUBTRACT((a, b) -> a - b),
    MULTIPLY((a, b) -> a * b),
    DIVIDE((a, b) -> a / b),
    POWER(StrictMath::pow),
    MIN(Math::min),
    MAX(Math::max),
    /** The product of derivatives: 0 where either factor is 0, whatever the other is. */
    TIMES(Numerics::times),
    /** The quotient of derivatives: 0 where the numerator is 0, whatever the denominator is. */
    OVER(Numerics::over);

    private final DoubleBinaryOperator rule;

    Operator(DoubleBinaryOperator rule) {
        this.rule = rule;
    }

    double apply(double a, double b) {
        return rule.applyAsDouble(a, b);
    }

    boolean isSum() {
        return this == ADD || this == SUBTRACT;
    }

    boolean isProduct() {
        return this == MULTIPLY || this == TIMES;
    }

    boolean isQuotient() {
        return this == DIVIDE || this == OVER;
    }
}
