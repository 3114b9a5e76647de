package thalweg.formula;

import java.util.IdentityHashMap;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/** Evaluates nodes one by one: slow, plain, and the partner that generated code must match bit for bit. One per point; not for several threads. */
final class Interpreter {
    private final Algebra algebra;
    private final double[] theta;
    private final double[] knobs;
    private final Map<Expr, Double> known = new IdentityHashMap<>();

    /** At a point; the arrays are neither copied nor modified. */
    Interpreter(Algebra algebra, double[] theta, double[] knobs) {
        this.algebra = algebra;
        this.theta = theta;
        this.knobs = knobs;
    }

    double value(Expr e) {
        Double done = known.get(e);
        if (done == null) {
            done = evaluate(e);
            known.put(e, done);
        }
        return done;
    }

    private double evaluate(Expr e) {
        return switch (e) {
            case Literal(double v) -> v;
            case Constant(String _, double v) -> v;
            case Variable(int index, String _) -> theta[index];
            case Knob(int index, String _) -> knobs[index];
            case Call(Function f, Expr a) -> f.apply(value(a));
            case Binary(Operator o, Constant(String name, double _), Expr b) when o == Operator.POWER && name.equals("e") -> StrictMath.exp(value(b));
            case Binary(Operator o, Expr a, Expr b) when o == Operator.POWER && algebra.facts(b).isNumber() ->
                    Numerics.fixedPower(value(a), value(b));
            case Binary(Operator o, Expr a, Expr b) -> o.apply(value(a), value(b));
            case Choice(Expr p, Expr q, Expr r, Expr s) -> value(p) <= value(q) ? value(r) : value(s);
        };
    }
}
