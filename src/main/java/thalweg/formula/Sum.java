package thalweg.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;

/** A sum being put together: like terms are collected, zeros vanish. */
final class Sum {
    private record Part(Expr core, Ratio coefficient) {
    }

    private final Algebra algebra;
    private final Map<Integer, Part> parts = new LinkedHashMap<>();

    Sum(Algebra algebra) {
        this.algebra = algebra;
    }

    void add(Expr e) {
        add(e, false);
    }

    void subtract(Expr e) {
        add(e, true);
    }

    private void add(Expr e, boolean minus) {
        List<Expr> rights = new ArrayList<>();
        List<Boolean> signs = new ArrayList<>();
        Expr rest = e;
        while (rest instanceof Binary(Operator o, Expr left, Expr right) && o.isSum()) {       // a loop: sums of a thousand terms lean left
            rights.add(right);
            signs.add(minus ^ o == Operator.SUBTRACT);
            rest = left;
        }
        if (rest instanceof Call(Function f, Expr u) && f == Function.NEGATE) {
            add(u, !minus);
        } else {
            addTerm(rest, minus);
        }
        for (int i = rights.size() - 1; i >= 0; i--) {
            add(rights.get(i), signs.get(i));
        }
    }

    private void addTerm(Expr e, boolean minus) {
        Term term = new Term(algebra);
        term.multiply(e, 1);
        Ratio coefficient = minus ? term.coefficient().negate() : term.coefficient();
        Expr core = term.core();
        parts.merge(algebra.id(core), new Part(core, coefficient), (a, b) -> new Part(core, a.coefficient.plus(b.coefficient)));
    }

    Expr build() {
        Expr sum = algebra.zero;
        for (Part part : parts.values()) {
            if (part.coefficient.isZero()) {
                continue;
            }
            boolean minus = part.coefficient.numerator() < 0;
            Expr size = Term.of(algebra, minus ? part.coefficient.negate() : part.coefficient, part.core);
            if (sum == algebra.zero) {
                sum = minus ? algebra.call(Function.NEGATE, size) : size;
            } else {
                sum = algebra.binary(minus ? Operator.SUBTRACT : Operator.ADD, sum, size);
            }
        }
        return sum;
    }
}
