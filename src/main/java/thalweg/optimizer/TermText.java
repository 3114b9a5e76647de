package thalweg.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Typesets an expression, with the letters of what it is made of or with their numbers.
 *
 * @param name what stands for a name; a number may begin with a minus sign
 * @param dot what stands for an inner product of two names
 * @param numbers whether names are numbers, which need dots between them
 */
record TermText(UnaryOperator<String> name, java.util.function.BinaryOperator<String> dot, boolean numbers) {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    String of(Term term) {
        return set(term, SUM, true);
    }

    /**
     * An expression.
     *
     * @param least how tightly it must hold together; else it stands in brackets
     * @param first whether it may begin with a minus sign
     */
    private String set(Term term, int least, boolean first) {
        String text = switch (term) {
            case Term.Number(double value) -> value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
            case Term.Name(String n) -> name.apply(n);
            case Term.Minus(Term of) -> "-" + set(of, PRODUCT, false);
            case Term.Binary(char operator, Term a, Term b) -> switch (operator) {
                case '+' -> set(a, SUM, first) + " + " + set(b, SUM, false);
                case '-' -> set(a, SUM, first) + " - " + set(b, PRODUCT, false);
                case '*' -> product(term, first);
                case '/' -> "\\frac{" + set(a, SUM, true) + "}{" + set(b, SUM, true) + "}";
                default -> set(a, ATOM, false) + "^{" + set(b, SUM, true) + "}";
            };
            case Term.Call(Term.Function function, List<Term> of) -> switch (function) {
                case SQRT -> "\\sqrt{" + set(of.getFirst(), SUM, true) + "}";
                case ABS -> "\\left|" + set(of.getFirst(), SUM, true) + "\\right|";
                case SIGN -> "\\mathrm{sign}\\left(" + set(of.getFirst(), SUM, true) + "\\right)";
                case MAX -> "\\max\\left(" + of.stream().map(t -> set(t, SUM, true)).collect(Collectors.joining(",\\,")) + "\\right)";
                case POW -> set(of.getFirst(), ATOM, false) + "^{" + set(of.getLast(), SUM, true) + "}";
                case DOT -> dot.apply(((Term.Name) of.getFirst()).name(), ((Term.Name) of.getLast()).name());
                case FELT -> set(of.getLast(), least, first);
            };
        };
        boolean negative = !first && text.startsWith("-");
        return strength(term) < least || negative ? "\\left(" + text + "\\right)" : text;
    }

    private int strength(Term term) {
        return switch (term) {
            case Term.Number _, Term.Name _ -> ATOM;
            case Term.Minus _ -> SUM;
            case Term.Binary(char operator, Term _, Term _) -> switch (operator) {
                case '+', '-' -> SUM;
                case '*' -> PRODUCT;
                default -> POWER;
            };
            case Term.Call(Term.Function function, List<Term> _) -> switch (function) {
                case DOT -> numbers ? SUM : PRODUCT;
                case FELT -> ATOM;
                case POW -> POWER;
                default -> ATOM;
            };
        };
    }

    /** Its factors side by side; the same one twice is its square. */
    private String product(Term term, boolean first) {
        List<Term> factors = new ArrayList<>();
        Term rest = term;
        while (rest instanceof Term.Binary(char operator, Term left, Term right) && operator == '*') {
            factors.addFirst(right);
            rest = left;
        }
        factors.addFirst(rest);
        List<String> set = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            boolean square = i + 1 < factors.size() && factors.get(i).equals(factors.get(i + 1));
            set.add(square ? set(factors.get(i), ATOM, false) + "^2" : set(factors.get(i), PRODUCT, first && i == 0));
            i += square ? 1 : 0;
        }
        return String.join(numbers ? " \\cdot " : "\\,", set);
    }
}
