package thalweg.formula;

import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * What is known of a node without evaluating it; a false says "not known".
 *
 * @param varies      depends on a variable
 * @param turns       depends on a knob
 * @param positive    above 0 wherever it has a value
 * @param nonNegative never below 0
 * @param tame        finite for all finite arguments, but for overflow; products of tame derivatives need no care for 0 times infinity
 * @param weight      number of nodes when written out as a tree, saturating
 */
record Facts(boolean varies, boolean turns, boolean positive, boolean nonNegative, boolean tame, int weight) {
    private static final Facts VARIABLE = new Facts(true, false, false, false, true, 1);
    private static final Facts KNOB = new Facts(false, true, false, false, true, 1);

    static Facts of(Expr e, Algebra algebra) {
        return switch (e) {
            case Literal(double v) -> new Facts(false, false, v > 0, v >= 0, Double.isFinite(v), 1);
            case Constant _ -> new Facts(false, false, true, true, true, 1);
            case Variable _ -> VARIABLE;
            case Knob _ -> KNOB;
            case Call(Function f, Expr a) -> call(f, algebra.facts(a));
            case Binary(Operator o, Expr a, Expr b) -> binary(o, algebra.facts(a), algebra.facts(b), b);
            case Choice(Expr p, Expr q, Expr r, Expr s) -> choice(algebra.facts(p), algebra.facts(q), algebra.facts(r), algebra.facts(s));
        };
    }

    /** Neither variables nor knobs: a number that can be computed now. */
    boolean isNumber() {
        return !varies && !turns;
    }

    private static Facts call(Function f, Facts a) {
        boolean positive = switch (f) {
            case EXP, COSH, SIGMOID, SOFTPLUS, GAUSS, SIGMOID_SLOPE -> true;
            case SQRT, ABS, RELU, SIGN, STEP, ATAN, SINH, TANH -> a.positive;
            default -> false;
        };
        boolean nonNegative = positive || switch (f) {
            case SQRT, ABS, RELU, STEP -> true;
            case SIGN, ATAN, SINH, TANH, ASIN -> a.nonNegative;
            default -> false;
        };
        boolean tame = a.tame && switch (f) {
            case LN, LOG10 -> a.positive;
            case SQRT -> a.nonNegative;
            case ASIN, ACOS -> false;
            default -> true;
        };
        return new Facts(a.varies, a.turns, positive, nonNegative, tame, sum(a.weight, 1));
    }

    private static Facts binary(Operator o, Facts a, Facts b, Expr right) {
        boolean bothPositive = a.positive && b.positive;
        boolean bothNonNegative = a.nonNegative && b.nonNegative;
        boolean tame = a.tame && b.tame;
        double n = Algebra.literal(right);
        boolean positive = switch (o) {
            case ADD -> bothNonNegative && (a.positive || b.positive);
            case SUBTRACT -> false;
            case MULTIPLY, DIVIDE, TIMES, OVER, MIN -> bothPositive;
            case POWER -> a.positive;
            case MAX -> a.positive || b.positive;
        };
        boolean nonNegative = positive || switch (o) {
            case ADD, MULTIPLY, DIVIDE, TIMES, OVER, MIN -> bothNonNegative;
            case SUBTRACT -> false;
            case POWER -> a.nonNegative || n % 2 == 0;
            case MAX -> a.nonNegative || b.nonNegative;
        };
        boolean finite = tame && switch (o) {
            case DIVIDE, OVER -> b.positive || !b.varies;
            case POWER -> a.positive || n >= 0 && (n == Math.rint(n) || a.nonNegative);
            default -> true;
        };
        return new Facts(a.varies || b.varies, a.turns || b.turns, positive, nonNegative, finite, sum(sum(a.weight, b.weight), 1));
    }

    private static Facts choice(Facts p, Facts q, Facts r, Facts s) {
        return new Facts(p.varies || q.varies || r.varies || s.varies, p.turns || q.turns || r.turns || s.turns, r.positive && s.positive,
                r.nonNegative && s.nonNegative, r.tame && s.tame, sum(sum(p.weight, q.weight), sum(r.weight, s.weight)));
    }

    private static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }
}
