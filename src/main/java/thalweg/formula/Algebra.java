package thalweg.formula;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * Makes the nodes of one formula: equal ones once, and for derivatives in simplified form.
 *
 * <p>{@code literal, call, binary} keep what was written; {@code sum, product, power, negate} simplify. Simplifying may remove a NaN (x/x is 1), it
 * never makes one. Not safe for several threads.
 */
final class Algebra {
    /** The key of a node: what it is, and the numbers of its children. */
    private record Key(Object head, int a, int b, int c, int d) {
    }

    private record Info(int id, Facts facts) {
    }

    private final Map<Key, Expr> nodes = new HashMap<>();
    private final Map<Expr, Info> infos = new IdentityHashMap<>();
    final Expr zero = literal(0);
    final Expr one = literal(1);

    Expr literal(double value) {
        return intern(new Key(new Literal(value), 0, 0, 0, 0), new Literal(value));
    }

    Expr leaf(Constant leaf) {
        return intern(new Key(leaf, 0, 0, 0, 0), leaf);
    }

    Expr leaf(Variable leaf) {
        return intern(new Key(leaf, 0, 0, 0, 0), leaf);
    }

    Expr leaf(Knob leaf) {
        return intern(new Key(leaf, 0, 0, 0, 0), leaf);
    }

    Expr call(Function f, Expr a) {
        return intern(new Key(f, id(a), 0, 0, 0), new Call(f, a));
    }

    Expr binary(Operator o, Expr a, Expr b) {
        return intern(new Key(o, id(a), id(b), 0, 0), new Binary(o, a, b));
    }

    /** {@code low <= high ? then : otherwise}. */
    Expr choice(Expr low, Expr high, Expr then, Expr otherwise) {
        return then == otherwise ? then
                : intern(new Key(Choice.class, id(low), id(high), id(then), id(otherwise)), new Choice(low, high, then, otherwise));
    }

    Facts facts(Expr e) {
        return infos.get(e).facts;
    }

    /** How many nodes were made. */
    int size() {
        return infos.size();
    }

    /** The number that is written there, with a minus sign or without; NaN if there is none. */
    static double literal(Expr e) {
        return switch (e) {
            case Literal(double v) -> v;
            case Call(Function f, Literal(double v)) when f == Function.NEGATE -> -v;
            default -> Double.NaN;
        };
    }

    /** A number with its sign written out, so that literals are never negative. */
    Expr number(double value) {
        return value < 0 ? call(Function.NEGATE, literal(-value)) : literal(value);
    }

    Expr negate(Expr e) {
        return product(number(-1), e);
    }

    Expr product(Expr... factors) {
        Term term = new Term(this);
        for (Expr factor : factors) {
            term.multiply(factor, 1);
        }
        return term.build();
    }

    Expr quotient(Expr a, Expr b) {
        Term term = new Term(this);
        term.multiply(a, 1);
        term.multiply(b, -1);
        return term.build();
    }

    Expr power(Expr base, Expr exponent) {
        double n = literal(exponent);
        return Double.isNaN(n) ? binary(Operator.POWER, base, exponent) : power(base, n);
    }

    Expr power(Expr base, double exponent) {
        Term term = new Term(this);
        term.multiply(base, exponent);
        return term.build();
    }

    /** The sum with like terms collected, in the order in which they came. */
    Expr sum(Expr... terms) {
        Sum sum = new Sum(this);
        for (Expr term : terms) {
            sum.add(term);
        }
        return sum.build();
    }

    /** The number of a node; nodes are numbered as they are made. */
    int id(Expr e) {
        return infos.get(e).id;
    }

    private Expr intern(Key key, Expr fresh) {
        Expr known = nodes.putIfAbsent(key, fresh);
        if (known != null) {
            return known;
        }
        infos.put(fresh, new Info(infos.size(), Facts.of(fresh, this)));
        return fresh;
    }
}
