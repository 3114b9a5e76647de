package thalweg.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * A product being put together: a coefficient and powers of different bases, written out as numbers, constants, knobs, variables, sums, functions.
 *
 * <p>Where a factor might be infinite or not a number, the product is written with {@link Operator#TIMES} and {@link Operator#OVER}: in a chain rule
 * a zero factor says that the quantity does not move, and wins.
 */
final class Term {
    /** One base and its exponent, not 0. */
    private record Factor(Expr base, double exponent) {
    }

    private final Algebra algebra;
    private final Map<Integer, Factor> factors = new LinkedHashMap<>();
    private Ratio coefficient = Ratio.ONE;

    Term(Algebra algebra) {
        this.algebra = algebra;
    }

    static Expr of(Algebra algebra, Ratio coefficient, Expr core) {
        Term term = new Term(algebra);
        term.multiply(core, 1);
        term.coefficient = coefficient.times(term.coefficient);
        return term.build();
    }

    Ratio coefficient() {
        return coefficient;
    }

    /** The product without its coefficient. */
    Expr core() {
        return build(Ratio.ONE);
    }

    /** Multiplies by {@code e^exponent}. */
    void multiply(Expr e, double exponent) {
        boolean whole = exponent == Math.rint(exponent);
        switch (e) {
            case Literal(double v) when whole && multiplyNumber(v, exponent) -> { }
            case Call(Function f, Expr u) when f == Function.NEGATE && whole -> {
                coefficient = exponent % 2 == 0 ? coefficient : coefficient.negate();
                multiply(u, exponent);
            }
            case Binary(Operator o, Expr a, Expr b) when whole && o.isProduct() -> {
                multiply(a, exponent);
                multiply(b, exponent);
            }
            case Binary(Operator o, Expr a, Expr b) when whole && o.isQuotient() -> {
                multiply(a, exponent);
                multiply(b, -exponent);
            }
            case Binary(Operator o, Expr base, Expr power) when o == Operator.POWER && mayMerge(Algebra.literal(power), exponent) ->
                    multiply(base, Algebra.literal(power) * exponent);
            default -> add(e, exponent);
        }
    }

    /** (b^n)^k = b^(nk) for integers, and for any n if k is 1; not (b^2)^0.5, which is |b|. */
    private static boolean mayMerge(double n, double k) {
        return !Double.isNaN(n) && (k == 1 || n == Math.rint(n) && k == Math.rint(k));
    }

    private boolean multiplyNumber(double v, double exponent) {
        double power = StrictMath.pow(v, Math.abs(exponent));
        if (power == 0 && v != 0 || power == 0 && exponent < 0) {
            return false;
        }
        Ratio product = coefficient.times(exponent < 0 ? new Ratio(1, power) : new Ratio(power, 1));
        if (product.isUsable() && (product.numerator() != 0 || coefficient.isZero() || v == 0)) {
            coefficient = product;
            return true;
        }
        return false;
    }

    private void add(Expr base, double exponent) {
        int id = algebra.id(base);
        double sum = exponent + (factors.containsKey(id) ? factors.get(id).exponent : 0);
        if (sum == 0) {
            factors.remove(id);
        } else {
            factors.put(id, new Factor(base, sum));
        }
    }

    Expr build() {
        return build(coefficient);
    }

    private Expr build(Ratio scale) {
        if (scale.isZero()) {
            return algebra.zero;
        }
        joinSigns();
        if (scale.equals(Ratio.ONE.negate()) && isOneSum()) {
            Sum negated = new Sum(algebra);
            negated.subtract(factors.values().iterator().next().base);
            return negated.build();
        }
        List<Expr> above = new ArrayList<>();
        List<Expr> below = new ArrayList<>();
        for (Factor f : factors.values().stream().sorted(Comparator.comparingInt(f -> rank(f.base))).toList()) {
            double n = Math.abs(f.exponent);
            Expr power = n == 1 ? f.base : algebra.binary(Operator.POWER, f.base, algebra.literal(n));
            (f.exponent > 0 ? above : below).add(power);
        }
        double size = Math.abs(scale.numerator());
        if (size != 1 || above.isEmpty()) {
            above.addFirst(algebra.literal(size));
        }
        if (scale.denominator() != 1) {
            below.addFirst(algebra.literal(scale.denominator()));
        }
        Expr result = chain(above);
        if (!below.isEmpty()) {
            result = over(result, chain(below));
        }
        return scale.numerator() < 0 ? algebra.call(Function.NEGATE, result) : result;
    }

    private boolean isOneSum() {
        return factors.size() == 1 && factors.values().iterator().next() instanceof Factor(Binary(Operator o, Expr _, Expr _), double n) && o.isSum()
                && n == 1;
    }

    /** |u| sign(u) = u. */
    private void joinSigns() {
        for (Factor f : List.copyOf(factors.values())) {
            if (f.base instanceof Call(Function name, Expr u) && name == Function.ABS && f.exponent >= 1) {
                Expr sign = algebra.call(Function.SIGN, u);
                Factor g = factors.get(algebra.id(sign));
                if (g != null && g.exponent >= 1) {
                    add(f.base, -1);
                    add(sign, -1);
                    add(u, 1);
                }
            }
        }
    }

    private Expr chain(List<Expr> parts) {
        Expr product = parts.getFirst();
        for (Expr part : parts.subList(1, parts.size())) {
            boolean plain = Algebra.literal(product) > 0 || algebra.facts(product).tame() && algebra.facts(part).tame();
            product = algebra.binary(plain ? Operator.MULTIPLY : Operator.TIMES, product, part);
        }
        return product;
    }

    private Expr over(Expr a, Expr b) {
        Facts divisor = algebra.facts(b);
        boolean plain = divisor.positive() || !divisor.varies() || Algebra.literal(a) > 0;
        return algebra.binary(plain ? Operator.DIVIDE : Operator.OVER, a, b);
    }

    private int rank(Expr base) {
        if (!algebra.facts(base).varies()) {
            return base instanceof Literal || base instanceof Constant ? 0 : base instanceof Knob ? 1 : base instanceof Call ? 6 : 2;
        }
        return switch (base) {
            case Variable _ -> 3;
            case Binary(Operator o, Expr b, Expr _) when o == Operator.POWER -> b instanceof Variable ? 4 : 5;
            case Binary _ -> 5;
            case Call _ -> 6;
            case Choice _ -> 7;
            default -> 2;
        };
    }
}
