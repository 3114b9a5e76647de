package thalweg.formula;

import static thalweg.formula.Function.ASIN;
import static thalweg.formula.Function.COS;
import static thalweg.formula.Function.COSH;
import static thalweg.formula.Function.GAUSS;
import static thalweg.formula.Function.LN;
import static thalweg.formula.Function.SIGMOID;
import static thalweg.formula.Function.SIGMOID_SLOPE;
import static thalweg.formula.Function.SIGN;
import static thalweg.formula.Function.SIN;
import static thalweg.formula.Function.SINC;
import static thalweg.formula.Function.SINC_SLOPE;
import static thalweg.formula.Function.SINH;
import static thalweg.formula.Function.SQRT;
import static thalweg.formula.Function.STEP;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * Exact partial derivatives by one variable, simplified.
 *
 * <p>Conventions where a derivative does not exist: abs'(0) = sign'(0) = relu'(0) = 0, sign' = 0 elsewhere too; min and max take the branch of their
 * first argument on ties; in a product of derivatives a zero factor wins over an infinite one, so sqrt(u) has slope 0 where u = 0 and u' = 0. {@code
 * cos(c sqrt(u))} is differentiated as the smooth function of u that it is.
 */
final class Derivatives {
    /** A product of more factors that vary is halved rather than written out term by term. */
    private static final int FACTORS_WRITTEN_OUT = 6;

    /** {@code w = rate * sqrt(inside)}, with a rate that does not vary. */
    record Root(Expr rate, Expr inside) {
    }

    private final Algebra algebra;
    private final int variable;
    private final Map<Expr, Expr> known = new IdentityHashMap<>();

    Derivatives(Algebra algebra, int variable) {
        this.algebra = algebra;
        this.variable = variable;
    }

    Expr of(Expr e) {
        if (!algebra.facts(e).varies()) {
            return algebra.zero;
        }
        Expr done = known.get(e);
        if (done == null) {
            done = differentiate(e);
            known.put(e, done);
        }
        return done;
    }

    private Expr differentiate(Expr e) {
        return switch (e) {
            case Literal _, Constant _, Knob _ -> algebra.zero;
            case Variable(int index, String _) -> index == variable ? algebra.one : algebra.zero;
            case Call(Function f, Expr u) -> call(f, u, e);
            case Binary(Operator o, Expr _, Expr _) when o.isSum() -> sum(e);
            case Binary(Operator o, Expr _, Expr _) when o.isProduct() -> product(e);
            case Binary(Operator o, Expr a, Expr b) when o.isQuotient() -> quotient(a, b);
            case Binary(Operator o, Expr a, Expr b) when o == Operator.POWER -> power(a, b, e);
            case Binary(Operator o, Expr a, Expr b) -> o == Operator.MIN ? algebra.choice(a, b, of(a), of(b)) : algebra.choice(b, a, of(a), of(b));
            case Choice(Expr p, Expr q, Expr r, Expr s) -> algebra.choice(p, q, of(r), of(s));
        };
    }

    private Expr call(Function f, Expr u, Expr whole) {
        Expr inner = of(u);
        if (inner == algebra.zero) {
            return inner;
        }
        Expr one = algebra.one;
        return switch (f) {
            case NEGATE -> algebra.negate(inner);
            case SIN -> algebra.product(algebra.call(COS, u), inner);
            case COS -> root(algebra, u).map(r -> throughRoot(r, SINC, u)).orElseGet(() -> minus(algebra.call(SIN, u), inner));
            case SINC -> root(algebra, u).map(r -> throughRoot(r, SINC_SLOPE, u))
                    .orElseGet(() -> algebra.product(inner, algebra.quotient(algebra.sum(algebra.call(COS, u), algebra.negate(whole)), u)));
            case SINC_SLOPE -> algebra.product(inner,
                    algebra.quotient(algebra.sum(algebra.call(SINC, u), algebra.product(algebra.literal(-3), whole)), u));
            case TAN -> algebra.quotient(inner, algebra.power(algebra.call(COS, u), 2));
            case ASIN, ACOS -> {
                Expr slope = algebra.quotient(inner, algebra.call(SQRT, algebra.sum(one, algebra.negate(algebra.power(u, 2)))));
                yield f == ASIN ? slope : algebra.negate(slope);
            }
            case ATAN -> algebra.quotient(inner, algebra.sum(one, algebra.power(u, 2)));
            case SINH -> algebra.product(algebra.call(COSH, u), inner);
            case COSH -> algebra.product(algebra.call(SINH, u), inner);
            case TANH -> algebra.quotient(inner, algebra.power(algebra.call(COSH, u), 2));
            case EXP -> algebra.product(whole, inner);
            case LN -> algebra.quotient(inner, u);
            case LOG10 -> algebra.quotient(inner, algebra.product(u, algebra.call(LN, algebra.literal(10))));
            case SQRT -> algebra.quotient(inner, algebra.product(algebra.literal(2), whole));
            case ABS -> algebra.product(algebra.call(SIGN, u), inner);
            case SIGN, STEP -> algebra.zero;
            case SIGMOID -> algebra.product(algebra.call(SIGMOID_SLOPE, u), inner);
            case SIGMOID_SLOPE -> algebra.product(whole, algebra.sum(one, algebra.product(algebra.literal(-2), algebra.call(SIGMOID, u))), inner);
            case RELU -> algebra.product(algebra.call(STEP, u), inner);
            case SOFTPLUS -> algebra.product(algebra.call(SIGMOID, u), inner);
            case GAUSS -> minus(algebra.literal(2), u, algebra.call(GAUSS, u), inner);
        };
    }

    private Expr minus(Expr... factors) {
        return algebra.negate(algebra.product(factors));
    }

    /** The derivative of g(w) with w = c sqrt(u), where dg/du = -c^2/2 h(w): for cos that is sinc, for sinc its slope. */
    private Expr throughRoot(Root r, Function h, Expr w) {
        return minus(algebra.quotient(algebra.product(r.rate, r.rate), algebra.literal(2)), algebra.call(h, w), of(r.inside));
    }

    /** Reads w as a constant rate times the root of something. */
    static Optional<Root> root(Algebra algebra, Expr w) {
        Expr inside = null;
        List<Expr> rate = new ArrayList<>();
        Expr rest = w;
        while (rest != null) {
            Expr factor = rest;
            rest = null;
            boolean negative = factor instanceof Call(Function f, Expr _) && f == Function.NEGATE;
            if (negative) {
                rate.add(algebra.literal(-1));
                rest = ((Call) factor).argument();
            } else if (factor instanceof Binary(Operator o, Expr a, Expr b) && (o.isProduct() || o.isQuotient())) {
                boolean left = algebra.facts(a).varies();
                if (left && algebra.facts(b).varies() || !left && o.isQuotient()) {
                    return Optional.empty();
                }
                rate.add(left ? o.isQuotient() ? algebra.quotient(algebra.one, b) : b : a);
                rest = left ? a : b;
            } else if (factor instanceof Call(Function f, Expr u) && f == SQRT && algebra.facts(u).varies()) {
                inside = u;
            }
        }
        return inside == null ? Optional.empty() : Optional.of(new Root(algebra.product(rate.toArray(Expr[]::new)), inside));
    }

    private Expr sum(Expr e) {
        Sum sum = new Sum(algebra);
        List<Expr> slopes = new ArrayList<>();
        Expr rest = e;
        while (rest instanceof Binary(Operator o, Expr left, Expr right) && o.isSum()) {       // a loop: sums of a thousand terms lean left
            slopes.add(o == Operator.SUBTRACT ? algebra.negate(of(right)) : of(right));
            rest = left;
        }
        slopes.add(of(rest));
        slopes.reversed().forEach(sum::add);
        return sum.build();
    }

    private Expr product(Expr e) {
        List<Expr> factors = new ArrayList<>();
        Expr rest = e;
        while (rest instanceof Binary(Operator o, Expr left, Expr right) && o.isProduct()) {
            factors.addFirst(right);
            rest = left;
        }
        factors.addFirst(rest);
        return product(factors);
    }

    private Expr product(List<Expr> factors) {
        if (factors.size() == 1) {
            return of(factors.getFirst());
        }
        if (factors.stream().filter(f -> of(f) != algebra.zero).count() > FACTORS_WRITTEN_OUT) {
            List<Expr> first = factors.subList(0, factors.size() / 2);
            List<Expr> second = factors.subList(factors.size() / 2, factors.size());
            return algebra.sum(algebra.product(product(first), algebra.product(second.toArray(Expr[]::new))),
                    algebra.product(algebra.product(first.toArray(Expr[]::new)), product(second)));
        }
        Sum sum = new Sum(algebra);
        for (int i = 0; i < factors.size(); i++) {
            Expr slope = of(factors.get(i));
            if (slope != algebra.zero) {
                Expr[] term = factors.toArray(Expr[]::new);
                term[i] = slope;
                sum.add(algebra.product(term));
            }
        }
        return sum.build();
    }

    private Expr quotient(Expr a, Expr b) {
        return algebra.sum(algebra.quotient(of(a), b), algebra.negate(algebra.quotient(algebra.product(a, of(b)), algebra.power(b, 2))));
    }

    private Expr power(Expr base, Expr exponent, Expr whole) {
        Expr up = of(base);
        Expr growth = of(exponent);
        Expr byBase = up == algebra.zero ? up
                : algebra.product(exponent, algebra.power(base, algebra.sum(exponent, algebra.literal(-1))), up);
        if (growth == algebra.zero) {
            return byBase;
        }
        boolean euler = base instanceof Constant(String name, double _) && name.equals("e");
        Expr byExponent = euler ? algebra.product(whole, growth) : algebra.product(whole, algebra.call(LN, base), growth);
        return algebra.sum(byBase, byExponent);
    }
}
