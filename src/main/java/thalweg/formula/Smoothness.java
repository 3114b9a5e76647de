package thalweg.formula;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;

/**
 * Whether a formula has a gradient wherever it has a value; errs on the side of "no", except that a knob in an exponent is taken for one of at least
 * 1.
 */
final class Smoothness {
    private final Algebra algebra;
    private final Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Smoothness(Algebra algebra) {
        this.algebra = algebra;
    }

    boolean holds(Expr e) {
        if (!algebra.facts(e).varies() || !seen.add(e)) {
            return true;
        }
        return switch (e) {
            case Call(Function f, Expr u) -> switch (f) {
                case ABS, SIGN, RELU, STEP, SQRT -> algebra.facts(u).positive() && holds(u);
                case ASIN, ACOS -> false;
                case COS, GAUSS -> evenOf(u);
                default -> holds(u);
            };
            case Binary(Operator o, Expr base, Expr exponent) when o == Operator.POWER -> power(base, exponent);
            case Binary(Operator o, Expr _, Expr _) when o == Operator.MIN || o == Operator.MAX -> false;
            case Binary(Operator _, Expr a, Expr b) -> holds(a) && holds(b);
            case Choice _ -> false;
            default -> true;
        };
    }

    /** An even function of c sqrt(u) is a smooth function of u. */
    private boolean evenOf(Expr u) {
        return Derivatives.root(algebra, u).map(r -> holds(r.inside())).orElseGet(() -> holds(u));
    }

    private boolean power(Expr base, Expr exponent) {
        double n = Algebra.literal(exponent);
        if (algebra.facts(base).positive()) {
            return holds(base) && holds(exponent);
        }
        if (n % 2 == 0 && n > 0) {
            return evenOf(base);
        }
        boolean steep = !algebra.facts(exponent).turns() && !(n >= 1 || n == Math.rint(n));
        return !algebra.facts(exponent).varies() && !steep && holds(base);
    }
}
