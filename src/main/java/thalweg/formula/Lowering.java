package thalweg.formula;

import java.util.IdentityHashMap;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;

/** Rewrites a formula in what the machine does: numbers are folded, powers with known exponents become products and roots; the bits stay the same. */
final class Lowering {
    private final Algebra algebra;
    private final Map<Expr, Expr> known = new IdentityHashMap<>();

    Lowering(Algebra algebra) {
        this.algebra = algebra;
    }

    Expr lower(Expr e) {
        Expr done = known.get(e);
        if (done == null) {
            done = algebra.facts(e).isNumber() ? algebra.literal(number(e)) : rewrite(e);
            known.put(e, done);
        }
        return done;
    }

    private double number(Expr e) {
        return new Interpreter(algebra, new double[0], new double[0]).value(e);
    }

    private Expr rewrite(Expr e) {
        return switch (e) {
            case Call(Function f, Expr a) -> algebra.call(f, lower(a));
            case Binary(Operator o, Constant(String name, double _), Expr b) when o == Operator.POWER && name.equals("e") ->
                    algebra.call(Function.EXP, lower(b));
            case Binary(Operator o, Expr a, Expr b) when o == Operator.POWER && algebra.facts(b).isNumber() -> power(lower(a), number(b));
            case Binary(Operator o, Expr a, Expr b) -> algebra.binary(o, lower(a), lower(b));
            case Choice(Expr p, Expr q, Expr r, Expr s) -> algebra.choice(lower(p), lower(q), lower(r), lower(s));
            default -> e;
        };
    }

    /** The steps of {@link Numerics#fixedPower}. */
    private Expr power(Expr x, double p) {
        double n = Math.abs(p);
        double whole = Math.floor(n);
        Expr size;
        if (n == 0) {
            return algebra.one;
        } else if (n == whole && n <= Numerics.LARGEST_PRODUCT) {
            size = product(x, (int) n);
        } else if (n - whole == 0.5 && n <= Numerics.LARGEST_ROOT) {
            Expr root = algebra.call(Function.SQRT, x);
            size = whole == 0 ? root : times(product(x, (int) whole), root);
        } else {
            return algebra.binary(Operator.POWER, x, algebra.literal(p));
        }
        return p < 0 ? algebra.binary(Operator.DIVIDE, algebra.one, size) : size;
    }

    private Expr product(Expr x, int n) {
        Expr square = x;
        int rest = n;
        while ((rest & 1) == 0) {
            square = times(square, square);
            rest >>= 1;
        }
        Expr result = square;
        while ((rest >>= 1) != 0) {
            square = times(square, square);
            if ((rest & 1) != 0) {
                result = times(result, square);
            }
        }
        return result;
    }

    private Expr times(Expr a, Expr b) {
        return algebra.binary(Operator.MULTIPLY, a, b);
    }
}
