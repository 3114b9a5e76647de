package thalweg.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/** Typesets as in a textbook: fractions, no dots but between numbers, parentheses only where the meaning needs them. */
final class Latex {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    /** Nodes of a tree that nobody could read any more, and that would take long to draw. */
    private static final int MOST_NODES = 1500;
    /** An exponent with more nodes is set as argument of exp. */
    private static final int EXPONENT_NODES = 8;
    /** Significant digits; hides the rounding of products of decimals, shows all that people type. */
    private static final MathContext DIGITS = new MathContext(14);
    /** Whole numbers below this need no rounding. */
    private static final int LARGEST_SHORT = 1000;
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]+?)_?(\\d+)");
    private static final Pattern ENDS_IN_WORD = Pattern.compile("\\\\[A-Za-z]+$");
    private static final Set<String> GREEK = Set.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
            "mu", "nu", "xi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

    private final Algebra algebra;
    private final boolean eulerIsFree;

    /** For formulas in which {@code e} is Euler's number, or the name of something else. */
    Latex(Algebra algebra, boolean eulerIsFree) {
        this.algebra = algebra;
        this.eulerIsFree = eulerIsFree;
    }

    String of(Expr e) {
        return algebra.facts(e).weight() > MOST_NODES ? "\\text{(too long to show)}" : set(e, SUM);
    }

    private String set(Expr e, int least) {
        String text = switch (e) {
            case Literal(double v) -> number(v);
            case Constant(String name, double _) -> name.equals("pi") ? "\\pi" : name;
            case Variable(int _, String name) -> name(name);
            case Knob(int _, String name) -> name(name);
            case Call(Function f, Expr u) -> call(f, u);
            case Binary(Operator o, Expr a, Expr b) -> switch (o) {
                case ADD -> set(a, SUM) + "+" + (isNegative(b) ? brackets(set(b, SUM)) : set(b, SUM));
                case SUBTRACT -> set(a, SUM) + "-" + (isNegative(b) ? brackets(set(b, SUM)) : set(b, PRODUCT));
                case MULTIPLY, TIMES -> product(e);
                case DIVIDE, OVER -> "\\frac{" + set(a, SUM) + "}{" + set(b, SUM) + "}";
                case POWER -> power(a, b);
                case MIN -> "\\min\\left(" + list(e, Operator.MIN) + "\\right)";
                case MAX -> "\\max\\left(" + list(e, Operator.MAX) + "\\right)";
            };
            case Choice(Expr p, Expr q, Expr r, Expr s) -> "\\begin{cases}" + set(r, SUM) + "&" + set(p, SUM) + "\\le " + set(q, SUM)
                    + "\\\\" + set(s, SUM) + "&\\text{otherwise}\\end{cases}";
        };
        return precedence(e) < least ? brackets(text) : text;
    }

    private String list(Expr e, Operator o) {
        return e instanceof Binary(Operator own, Expr a, Expr b) && own == o ? list(a, o) + "," + set(b, SUM) : set(e, SUM);
    }

    private String call(Function f, Expr u) {
        return switch (f) {
            case NEGATE -> "-" + (isNegative(u) ? brackets(set(u, SUM)) : set(u, PRODUCT));
            case SQRT -> "\\sqrt{" + set(u, SUM) + "}";
            case ABS -> "\\left|" + set(u, SUM) + "\\right|";
            case EXP -> exponential(u, set(u, SUM), algebra.facts(u).weight());
            case GAUSS -> {
                String square = set(u, ATOM) + "^{2}";
                yield exponential(u, "-" + (u instanceof Call || u instanceof Binary ? brackets(set(u, SUM)) + "^{2}" : square),
                        algebra.facts(u).weight() + 2);
            }
            case SINC -> "\\frac{" + applied("\\sin", u) + "}{" + set(u, SUM) + "}";
            case SINC_SLOPE -> "\\frac{" + applied("\\sin", u) + "-" + set(u, PRODUCT) + applied("\\cos", u) + "}{" + powered(u, "3") + "}";
            case SIGMOID_SLOPE -> applied("\\sigma", u) + "\\left(1-" + applied("\\sigma", u) + "\\right)";
            case STEP -> "\\left[" + set(u, SUM) + ">0\\right]";
            default -> applied(symbol(f), u);
        };
    }

    private String exponential(Expr u, String text, int weight) {
        boolean tall = weight > EXPONENT_NODES || text.contains("\\frac") || text.contains("\\sqrt");
        return tall || !eulerIsFree ? "\\exp\\left(" + text + "\\right)" : "e^{" + text + "}";
    }

    private static String symbol(Function f) {
        return switch (f) {
            case ASIN -> "\\arcsin";
            case ACOS -> "\\arccos";
            case ATAN -> "\\arctan";
            case LOG10 -> "\\log_{10}";
            case SIGN -> "\\operatorname{sgn}";
            case SIGMOID -> "\\sigma";
            case RELU, SOFTPLUS -> "\\operatorname{" + f.written() + "}";
            default -> "\\" + f.written();
        };
    }

    /** sin x, but sin(2x). */
    private String applied(String symbol, Expr u) {
        boolean bare = isAtom(u) && !(u instanceof Literal) && !symbol.equals("\\sigma") && !symbol.startsWith("\\operatorname");
        return bare ? glue(symbol, set(u, SUM)) : symbol + brackets(set(u, SUM));
    }

    private String product(Expr e) {
        List<Expr> factors = new ArrayList<>();
        Expr rest = e;
        while (rest instanceof Binary(Operator o, Expr left, Expr right) && o.isProduct()) {
            factors.addFirst(right);
            rest = left;
        }
        factors.addFirst(rest);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            Expr factor = factors.get(i);
            boolean last = i == factors.size() - 1;
            String next = factor(factor, i == 0, last || isNamedCall(factors.get(i + 1)));
            if (i > 0) {
                boolean afterNumber = factors.get(i - 1) instanceof Literal;
                boolean dot = Character.isDigit(next.charAt(0)) || afterNumber && next.startsWith("\\frac");
                text = new StringBuilder(dot ? text + "\\cdot " + next : separated(text.toString(), next));
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    private String factor(Expr e, boolean first, boolean mayEndBare) {
        if (isNegative(e)) {
            return first ? set(e, SUM) : brackets(set(e, SUM));
        }
        if (!mayEndBare && isNamedCall(e)) {
            return e instanceof Call(Function f, Expr u) ? symbol(f) + brackets(set(u, SUM)) : functionPower(e, true);
        }
        return set(e, PRODUCT);
    }

    private static boolean isNamedCall(Expr e) {
        return e instanceof Call(Function f, Expr _) && symbol(f).startsWith("\\") && switch (f) {
            case SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, LN, LOG10 -> true;
            default -> false;
        } || e instanceof Binary(Operator o, Expr a, Expr b) && o == Operator.POWER && isNamedCall(a) && a instanceof Call && Algebra.literal(b) >= 2
                && Algebra.literal(b) == Math.rint(Algebra.literal(b));
    }

    private String power(Expr base, Expr exponent) {
        boolean euler = base instanceof Constant(String name, double _) && name.equals("e");
        if (euler) {
            return exponential(exponent, exponent(exponent), algebra.facts(exponent).weight());
        }
        Expr whole = algebra.binary(Operator.POWER, base, exponent);
        return isNamedCall(whole) ? functionPower(whole, false) : powered(base, exponent(exponent));
    }

    private String functionPower(Expr e, boolean inBrackets) {
        if (e instanceof Binary(Operator _, Call(Function f, Expr u), Expr n)) {
            String symbol = symbol(f) + "^{" + exponent(n) + "}";
            return inBrackets || !isAtom(u) || u instanceof Literal ? symbol + brackets(set(u, SUM)) : glue(symbol, set(u, SUM));
        }
        throw new IllegalArgumentException("no power of a function: " + Printer.print(e));
    }

    private String powered(Expr base, String exponent) {
        boolean bare = isAtom(base) && !(base instanceof Literal(double v) && number(v).contains("\\")) || base instanceof Call(Function f, Expr _)
                && switch (f) {
            case ABS, SQRT, SIGMOID, RELU, SOFTPLUS, STEP, SIGN -> true;
            default -> false;
        };
        return (bare ? set(base, SUM) : brackets(set(base, SUM))) + "^{" + exponent + "}";
    }

    /** Simple fractions stand in a line there. */
    private String exponent(Expr e) {
        return switch (e) {
            case Call(Function f, Expr u) when f == Function.NEGATE && !isNegative(u) ->
                    precedence(u) == SUM ? "-" + brackets(set(u, SUM)) : "-" + exponent(u);
            case Binary(Operator o, Expr a, Expr b) when o.isQuotient() && isAtom(a) && isAtom(b) -> set(a, SUM) + "/" + set(b, SUM);
            default -> set(e, SUM);
        };
    }

    private static boolean isAtom(Expr e) {
        return e instanceof Literal || e instanceof Constant || e instanceof Variable || e instanceof Knob;
    }

    private static boolean isNegative(Expr e) {
        return e instanceof Call(Function f, Expr _) && f == Function.NEGATE || e instanceof Literal(double v) && v < 0
                || e instanceof Binary(Operator o, Expr a, Expr _) && o.isProduct() && isNegative(a);
    }

    private static int precedence(Expr e) {
        return switch (e) {
            case Binary(Operator o, Expr _, Expr _) when o.isSum() -> SUM;
            case Binary(Operator o, Expr _, Expr _) when o.isProduct() -> PRODUCT;
            case Binary(Operator o, Expr _, Expr _) when o.isQuotient() || o == Operator.POWER -> POWER;
            case Call(Function f, Expr _) when f == Function.NEGATE -> SUM;
            case Call _ -> POWER;
            default -> ATOM;
        };
    }

    private static String brackets(String text) {
        return "\\left(" + text + "\\right)";
    }

    /** A word such as \pi needs a space before a letter; names of several letters need one between them. */
    private static String separated(String left, String right) {
        boolean words = left.endsWith("}") && left.matches(".*\\\\mathrm\\{\\w+}(_\\{\\d+})?") || right.startsWith("\\mathrm");
        return words ? left + "\\," + right : glue(left, right);
    }

    private static String glue(String left, String right) {
        return ENDS_IN_WORD.matcher(left).find() && Character.isLetter(right.charAt(0)) ? left + " " + right : left + right;
    }

    private static String name(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            return name(numbered.group(1)) + "_{" + numbered.group(2) + "}";
        }
        return name.length() == 1 ? name : GREEK.contains(name) ? "\\" + name : "\\mathrm{" + name.replace("_", "\\_") + "}";
    }

    private static String number(double v) {
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? "\\text{NaN}" : v > 0 ? "\\infty" : "-\\infty";
        }
        if (v == (int) v && Math.abs(v) < LARGEST_SHORT) {        // nearly always, and decimals take long to get ready
            return Integer.toString((int) v);
        }
        BigDecimal rounded = BigDecimal.valueOf(v).round(DIGITS);
        if (rounded.signum() == 0) {
            return "0";
        }
        int magnitude = rounded.precision() - rounded.scale() - 1;
        if (magnitude >= -4 && magnitude < 9) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        String digits = rounded.movePointLeft(magnitude).stripTrailingZeros().toPlainString();
        return (digits.equals("1") ? "" : digits + "\\cdot ") + "10^{" + magnitude + "}";
    }
}
