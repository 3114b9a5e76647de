package thalweg.formula;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number; the transcendental ones are {@link StrictMath}'s (the tangent a quotient), so that a formula has the same bits on every
 * machine.
 *
 * <p>A function without a written name comes only from differentiation (and the minus sign).
 */
enum Function {
    SIN("sin", StrictMath::sin), COS("cos", StrictMath::cos), TAN("tan", Trigonometry::tan),
    ASIN("asin", StrictMath::asin), ACOS("acos", StrictMath::acos), ATAN("atan", StrictMath::atan),
    SINH("sinh", StrictMath::sinh), COSH("cosh", StrictMath::cosh), TANH("tanh", StrictMath::tanh),
    EXP("exp", StrictMath::exp), LN("ln", StrictMath::log), LOG10("log10", StrictMath::log10),
    SQRT("sqrt", Math::sqrt), ABS("abs", Math::abs), SIGN("sign", Math::signum),
    SIGMOID("sigmoid", Numerics::sigmoid), RELU("relu", Numerics::relu), SOFTPLUS("softplus", Numerics::softplus), GAUSS("gauss", Numerics::gauss),
    /** The minus sign. */
    NEGATE("", a -> -a),
    /** The derivative of relu: 1 above 0, else 0. */
    STEP("", Numerics::step),
    /** The derivative of sigmoid, accurate where 1 - sigmoid would cancel. */
    SIGMOID_SLOPE("", Numerics::sigmoidSlope),
    /** {@code sin(w) / w}, the derivative of -2 cos(sqrt(v)) by v with w = sqrt(v). */
    SINC("", Numerics::sinc),
    /** {@code (sin w - w cos w) / w^3}, the derivative of -2 sinc(sqrt(v)) by v with w = sqrt(v). */
    SINC_SLOPE("", Numerics::sincSlope);

    /** Other names that people write. */
    private static final Map<String, Function> ALIASES = Map.of("log", LN, "arcsin", ASIN, "arccos", ACOS, "arctan", ATAN, "sgn", SIGN);

    private final String written;
    private final DoubleUnaryOperator rule;

    Function(String written, DoubleUnaryOperator rule) {
        this.written = written;
        this.rule = rule;
    }

    /** All names by which a function can be called, aliases last. */
    static Map<String, Function> byName() {
        Map<String, Function> names = new LinkedHashMap<>();
        Arrays.stream(values()).filter(f -> !f.written.isEmpty()).forEach(f -> names.put(f.written, f));
        names.putAll(ALIASES);
        return names;
    }

    String written() {
        return written;
    }

    double apply(double a) {
        return rule.applyAsDouble(a);
    }

    /** Whether f(-u) = f(u), bit for bit. */
    boolean isEven() {
        return this == COS || this == COSH || this == ABS || this == GAUSS;
    }

    /** Whether f(-u) = -f(u), bit for bit. */
    boolean isOdd() {
        return switch (this) {
            case SIN, TAN, ASIN, ATAN, SINH, TANH -> true;
            default -> false;
        };
    }
}
