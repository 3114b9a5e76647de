package thalweg.formula;

import java.math.BigDecimal;
import java.util.Locale;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * Writes what a {@link Parser} reads back as the same node, with as few parentheses as that allows; helpers of differentiation are written as
 * functions of their name.
 */
final class Printer {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int FACTOR = 3;
    private static final int PRIMARY = 4;

    private Printer() {
    }

    static String print(Expr e) {
        return print(e, SUM);
    }

    private static String print(Expr e, int least) {
        String text = switch (e) {
            case Literal(double v) -> number(v);
            case Constant(String name, double _) -> name;
            case Variable(int _, String name) -> name;
            case Knob(int _, String name) -> name;
            case Call(Function f, Expr a) when f == Function.NEGATE -> "-" + print(a, isNegative(a) ? PRIMARY : PRODUCT);
            case Call(Function f, Expr a) -> (f.written().isEmpty() ? f.name().toLowerCase(Locale.ROOT) : f.written()) + "(" + print(a, SUM) + ")";
            case Binary(Operator o, Expr a, Expr b) -> switch (o) {
                case ADD -> print(a, SUM) + " + " + right(b, PRODUCT);
                case SUBTRACT -> print(a, SUM) + " - " + right(b, PRODUCT);
                case MULTIPLY, TIMES -> right(a, PRODUCT) + "*" + right(b, FACTOR);
                case DIVIDE, OVER -> right(a, PRODUCT) + "/" + right(b, FACTOR);
                case POWER -> print(a, PRIMARY) + "^" + right(b, FACTOR);
                case MIN -> "min(" + print(a, SUM) + ", " + print(b, SUM) + ")";
                case MAX -> "max(" + print(a, SUM) + ", " + print(b, SUM) + ")";
            };
            case Choice(Expr p, Expr q, Expr r, Expr s) ->
                    "choice(" + print(p, SUM) + ", " + print(q, SUM) + ", " + print(r, SUM) + ", " + print(s, SUM) + ")";
        };
        return precedence(e) < least ? "(" + text + ")" : text;
    }

    /** An operand that must not begin with a minus sign. */
    private static String right(Expr e, int least) {
        return isNegative(e) ? "(" + print(e, SUM) + ")" : print(e, least);
    }

    private static boolean isNegative(Expr e) {
        return e instanceof Call(Function f, Expr _) && f == Function.NEGATE || e instanceof Literal(double v) && v < 0;
    }

    private static int precedence(Expr e) {
        return switch (e) {
            case Binary(Operator o, Expr _, Expr _) when o.isSum() -> SUM;
            case Binary(Operator o, Expr _, Expr _) when o.isProduct() || o.isQuotient() -> PRODUCT;
            case Binary(Operator o, Expr _, Expr _) when o == Operator.POWER -> FACTOR;
            case Call(Function f, Expr _) when f == Function.NEGATE -> SUM;
            default -> PRIMARY;
        };
    }

    private static String number(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v)
                : Math.abs(v) >= 1e-3 && Math.abs(v) < 1e7 ? BigDecimal.valueOf(v).toPlainString() : Double.toString(v).replace('E', 'e');
    }
}
