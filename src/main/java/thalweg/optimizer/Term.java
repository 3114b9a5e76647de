package thalweg.optimizer;

import java.util.List;

/**
 * An expression in a rule's {@link Line}, evaluated for one coordinate at a time exactly as it is written: no simplification may change a bit.
 *
 * <p>Its division gives 0 where the numerator is 0, as all quotients of this package.
 */
sealed interface Term {
    record Number(double value) implements Term {
    }

    /** A knob, a memory, {@code theta}, {@code g}, {@code t}, or what an earlier line found. */
    record Name(String name) implements Term {
    }

    record Minus(Term of) implements Term {
    }

    /** One of {@code + - * / ^}; the exponent of the last is a whole number. */
    record Binary(char operator, Term left, Term right) implements Term {
    }

    record Call(Function function, List<Term> arguments) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** What can be called. */
    enum Function {
        SQRT, ABS, SIGN, MAX,
        /** A power with any exponent. */
        POW,
        /** The inner product of two names. */
        DOT,
        /** Its second argument, but 0 where the first, a gradient, is 0. */
        FELT
    }

    /** Its value for a coordinate; quantities that are one number are the same for all. */
    default double at(int i, Scope scope) {
        return switch (this) {
            case Number(double value) -> value;
            case Name(String name) -> scope.at(name, i);
            case Minus(Term of) -> -of.at(i, scope);
            case Binary(char operator, Term left, Term right) -> {
                double a = left.at(i, scope);
                double b = right.at(i, scope);
                yield switch (operator) {
                    case '+' -> a + b;
                    case '-' -> a - b;
                    case '*' -> a * b;
                    case '/' -> a == 0 ? 0 : a / b;
                    default -> Powers.power(a, (int) b);
                };
            }
            case Call(Function function, List<Term> of) -> switch (function) {
                case SQRT -> Math.sqrt(of.getFirst().at(i, scope));
                case ABS -> Math.abs(of.getFirst().at(i, scope));
                case SIGN -> Math.signum(of.getFirst().at(i, scope));
                case MAX -> Math.max(of.getFirst().at(i, scope), of.getLast().at(i, scope));
                case POW -> Math.pow(of.getFirst().at(i, scope), of.getLast().at(i, scope));
                case DOT -> LineSearch.dot(scope.numbers(((Name) of.getFirst()).name()), scope.numbers(((Name) of.getLast()).name()));
                case FELT -> of.getFirst().at(i, scope) == 0 ? 0 : of.getLast().at(i, scope);
            };
        };
    }

    /** Whether it has a value per coordinate. */
    default boolean isVector(Scope scope) {
        return switch (this) {
            case Number _ -> false;
            case Name(String name) -> scope.isVector(name);
            case Minus(Term of) -> of.isVector(scope);
            case Binary(char _, Term left, Term right) -> left.isVector(scope) || right.isVector(scope);
            case Call(Function function, List<Term> of) -> function != Function.DOT && of.stream().anyMatch(a -> a.isVector(scope));
        };
    }
}
