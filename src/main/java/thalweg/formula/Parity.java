package thalweg.formula;

import java.util.IdentityHashMap;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;

/**
 * Takes away signs that an even function swallows: {@code cos(sin(abs(u)))} is {@code cos(sin(u))}, bit for bit, and has no kink.
 *
 * <p>Done before differentiating, so that neither gradient nor Hessian is wrong on the line where abs would have its kink.
 */
final class Parity {
    private final Algebra algebra;
    private final Map<Expr, Expr> known = new IdentityHashMap<>();

    Parity(Algebra algebra) {
        this.algebra = algebra;
    }

    Expr simplify(Expr e) {
        Expr done = known.get(e);
        if (done == null) {
            done = rewrite(e);
            known.put(e, done);
        }
        return done;
    }

    private Expr rewrite(Expr e) {
        return switch (e) {
            case Call(Function f, Expr u) -> algebra.call(f, f.isEven() ? unsigned(simplify(u)) : simplify(u));
            case Binary(Operator o, Expr base, Expr n) when o == Operator.POWER && Algebra.literal(n) % 2 == 0 ->
                    algebra.binary(o, unsigned(simplify(base)), n);
            case Binary(Operator o, Expr a, Expr b) -> algebra.binary(o, simplify(a), simplify(b));
            case Choice(Expr p, Expr q, Expr r, Expr s) -> algebra.choice(simplify(p), simplify(q), simplify(r), simplify(s));
            default -> e;
        };
    }

    /** Something equal to e or to -e, with fewer abs and minus signs. */
    private Expr unsigned(Expr e) {
        return switch (e) {
            case Call(Function f, Expr u) when f == Function.ABS || f == Function.NEGATE -> unsigned(u);
            case Call(Function f, Expr u) when f.isOdd() -> algebra.call(f, unsigned(u));
            case Binary(Operator o, Expr a, Expr b) when o == Operator.MULTIPLY || o == Operator.DIVIDE ->
                    algebra.binary(o, unsigned(a), unsigned(b));
            case Binary(Operator o, Expr base, Expr n) when o == Operator.POWER && Algebra.literal(n) == Math.rint(Algebra.literal(n)) ->
                    algebra.binary(o, unsigned(base), n);
            default -> e;
        };
    }
}
