package thalweg.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import thalweg.formula.Expr.Binary;
import thalweg.formula.Expr.Call;
import thalweg.formula.Expr.Choice;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Literal;
import thalweg.formula.Expr.Variable;

/**
 * Writes a formula and its derivatives as functions in Python, in the words of one of its libraries for numbers.
 *
 * <p>What is written twice and is no small thing gets a name, so that a derivative stays as short as the program's own. Parts without
 * variables are plain numbers: they use Python's {@code math}, because PyTorch's functions refuse them.
 */
public final class Python {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int FACTOR = 3;
    private static final int PRIMARY = 4;
    /** Nodes written out as a tree from which on what occurs twice gets a name. */
    private static final int WORTH_A_NAME = 5;

    /** Whose functions are called. */
    public enum Library {
        NUMPY("np"), TORCH("torch"), JAX("jnp");

        private final String prefix;

        Library(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Functions that NumPy lacks, written out before the formula. */
    enum Helper {
        SIGMOID("""
                def sigmoid(u):
                    t = np.exp(-np.abs(u))
                    return (t if u < 0 else 1.0) / (1 + t)
                """),
        SIGMOID_SLOPE("""
                def sigmoid_slope(u):
                    t = np.exp(-np.abs(u))
                    return t / ((1 + t) * (1 + t))
                """),
        SOFTPLUS("""
                def softplus(u):
                    return np.maximum(0.0, u) + np.log1p(np.exp(-np.abs(u)))
                """),
        UNIT_STEP("""
                def unit_step(u):
                    return 1.0 if u > 0 else 0.0
                """),
        SINC("""
                def sinc(w):
                    return 1.0 if w == 0 else np.sin(w) / w
                """),
        SINC_SLOPE("""
                def sinc_slope(w):  # (sin w - w cos w) / w^3, by its series near 0 where the difference would cancel
                    if not abs(w) < 1:
                        return (np.sin(w) - w * np.cos(w)) / (w * w * w)
                    term = total = 1 / 3
                    for k in range(1, 11):
                        term *= -(w * w) / (2.0 * k * (2.0 * k + 3))
                        total += term
                    return total
                """),
        TIMES("""
                def times(a, b):  # a product in a chain rule: a zero factor wins over an infinite one
                    return 0.0 if a == 0 or b == 0 else a * b
                """),
        OVER("""
                def over(a, b):  # likewise a quotient
                    return 0.0 if a == 0 else a / b
                """);

        private final String text;

        Helper(String text) {
            this.text = text;
        }
    }

    private final Algebra algebra;
    private final Library library;
    private final List<String> variables;
    private final String settings;
    private final Set<Helper> helpers = EnumSet.noneOf(Helper.class);
    private final Map<Expr, String> names = new IdentityHashMap<>();

    private Python(Algebra algebra, Library library, List<String> variables, String settings) {
        this.algebra = algebra;
        this.library = library;
        this.variables = variables;
        this.settings = settings;
    }

    /**
     * The value alone, as {@code def J(theta)}: for libraries that differentiate by themselves.
     *
     * @param knobs values of the formula's knobs, in its order
     */
    static String value(Algebra algebra, Library library, List<String> variables, List<String> knobNames, double[] knobs, Expr function) {
        Python python = new Python(algebra, library, variables, settings(knobNames, knobs));
        String body = python.function("J", List.of(function), "%s");
        return python.withHelpers(body);
    }

    /** Value, gradient and, if asked for, Hessian for NumPy: {@code J(theta)}, {@code gradient(theta)}, {@code hessian(theta)}. */
    static String derivatives(Algebra algebra, List<String> variables, List<String> knobNames, double[] knobs, Expr function, List<Expr> first,
            List<Expr> second) {
        Python python = new Python(algebra, Library.NUMPY, variables, settings(knobNames, knobs));
        StringBuilder text = new StringBuilder(python.function("J", List.of(function), "%s"));
        text.append("\n\n").append(python.function("gradient", first, "np.array([" + "%s, ".repeat(first.size()).replaceAll(", $", "") + "])"));
        if (!second.isEmpty()) {
            String row = "[" + "%s, ".repeat(first.size()).replaceAll(", $", "") + "]";
            text.append("\n\n").append(python.function("hessian", second,
                    "np.array([" + IntStream.range(0, first.size()).mapToObj(_ -> row).collect(Collectors.joining(", ")) + "])"));
        }
        return python.withHelpers(text.toString());
    }

    private static String settings(List<String> names, double[] values) {
        return names.isEmpty() ? "" : "    " + String.join(", ", names) + " = "
                + IntStream.range(0, values.length).mapToObj(i -> number(values[i])).collect(Collectors.joining(", ")) + "\n";
    }

    private String withHelpers(String text) {
        return helpers.stream().map(h -> h.text + "\n\n").collect(Collectors.joining()) + text;
    }

    private String function(String name, List<Expr> results, String form) {
        StringBuilder text = new StringBuilder("def " + name + "(theta):\n");
        text.append("    ").append(String.join(", ", variables)).append(" = ")
                .append(IntStream.range(0, variables.size()).mapToObj(i -> "theta[" + i + "]").collect(Collectors.joining(", "))).append('\n');
        text.append(settings);
        names.clear();
        Map<Expr, Integer> uses = new IdentityHashMap<>();
        results.forEach(e -> count(e, uses));
        List<Expr> named = new ArrayList<>();
        Map<Expr, Boolean> seen = new IdentityHashMap<>();
        results.forEach(e -> named(e, uses, named, seen));
        int n = 0;
        for (Expr e : named) {
            String line = print(e, SUM);
            names.put(e, "u" + ++n);
            text.append("    u").append(n).append(" = ").append(line).append('\n');
        }
        Object[] printed = results.stream().map(e -> print(e, SUM)).toArray();
        return text.append("    return ").append(String.format(Locale.ROOT, form, printed)).append('\n').toString();
    }

    /** How often each node is written, each under what it belongs to counted once. */
    private static void count(Expr e, Map<Expr, Integer> uses) {
        if (uses.merge(e, 1, Integer::sum) == 1) {
            parts(e).forEach(p -> count(p, uses));
        }
    }

    /** Nodes that get names, parts before wholes. */
    private void named(Expr e, Map<Expr, Integer> uses, List<Expr> named, Map<Expr, Boolean> seen) {
        if (seen.put(e, true) != null) {
            return;
        }
        parts(e).forEach(p -> named(p, uses, named, seen));
        if (uses.get(e) > 1 && algebra.facts(e).weight() >= WORTH_A_NAME) {
            named.add(e);
        }
    }

    private static List<Expr> parts(Expr e) {
        return switch (e) {
            case Call(Function _, Expr a) -> List.of(a);
            case Binary(Operator _, Expr a, Expr b) -> List.of(a, b);
            case Choice(Expr p, Expr q, Expr r, Expr s) -> List.of(p, q, r, s);
            default -> List.of();
        };
    }

    private String print(Expr e, int least) {
        String name = names.get(e);
        if (name != null) {
            return name;
        }
        String text = switch (e) {
            case Literal(double v) -> number(v);
            case Constant(String constant, double _) -> "math." + constant;
            case Variable(int _, String variable) -> variable;
            case Knob(int _, String knob) -> knob;
            case Call(Function f, Expr a) when f == Function.NEGATE -> "-" + print(a, isNegative(a) ? PRIMARY : PRODUCT);
            case Call(Function f, Expr a) -> call(f, a);
            case Binary(Operator o, Expr a, Expr b) -> binary(o, a, b);
            case Choice(Expr p, Expr q, Expr r, Expr s) -> print(r, SUM) + " if " + print(p, SUM) + " <= " + print(q, SUM) + " else " + print(s, SUM);
        };
        return precedence(e) < least ? "(" + text + ")" : text;
    }

    private String binary(Operator o, Expr a, Expr b) {
        return switch (o) {
            case ADD -> print(a, SUM) + " + " + right(b, PRODUCT);
            case SUBTRACT -> print(a, SUM) + " - " + right(b, PRODUCT);
            case MULTIPLY -> right(a, PRODUCT) + "*" + right(b, FACTOR);
            case DIVIDE -> right(a, PRODUCT) + "/" + right(b, FACTOR);
            case TIMES -> library == Library.NUMPY ? helper(Helper.TIMES, a, b) : right(a, PRODUCT) + "*" + right(b, FACTOR);
            case OVER -> library == Library.NUMPY ? helper(Helper.OVER, a, b) : right(a, PRODUCT) + "/" + right(b, FACTOR);
            case POWER -> isEuler(a) && varies(b) ? library.prefix + ".exp(" + print(b, SUM) + ")"
                    : !varies(a) && varies(b) ? library.prefix + ".exp(" + right(b, FACTOR) + "*math.log(" + print(a, SUM) + "))"
                    : print(a, PRIMARY) + "**" + right(b, FACTOR);
            case MIN, MAX -> extreme(o == Operator.MIN ? "min" : "max", a, b);
        };
    }

    private String extreme(String which, Expr a, Expr b) {
        if (!varies(a) && !varies(b)) {
            return which + "(" + print(a, SUM) + ", " + print(b, SUM) + ")";
        }
        return library.prefix + "." + which + "imum(" + tensor(a) + ", " + tensor(b) + ")";
    }

    /** PyTorch compares tensors with tensors only. */
    private String tensor(Expr e) {
        return library == Library.TORCH && !varies(e) ? "torch.tensor(float(" + print(e, SUM) + "))" : print(e, SUM);
    }

    private String call(Function f, Expr u) {
        if (!varies(u)) {
            return plain(f, print(u, SUM), print(u, PRIMARY));
        }
        String argument = print(u, SUM);
        return switch (f) {
            case SIGMOID -> switch (library) {
                case NUMPY -> helper(Helper.SIGMOID, u);
                case JAX -> "jax.nn.sigmoid(" + argument + ")";
                case TORCH -> "torch.sigmoid(" + argument + ")";
            };
            case SOFTPLUS -> switch (library) {
                case NUMPY -> helper(Helper.SOFTPLUS, u);
                case JAX -> "jax.nn.softplus(" + argument + ")";
                case TORCH -> "torch.nn.functional.softplus(" + argument + ")";
            };
            case RELU -> switch (library) {
                case NUMPY -> "np.maximum(0.0, " + argument + ")";
                case JAX -> "jax.nn.relu(" + argument + ")";
                case TORCH -> "torch.relu(" + argument + ")";
            };
            case GAUSS -> library.prefix + ".exp(-" + print(u, PRIMARY) + "**2)";
            case SIGMOID_SLOPE -> helper(Helper.SIGMOID_SLOPE, u);
            case STEP -> helper(Helper.UNIT_STEP, u);
            case SINC -> helper(Helper.SINC, u);
            case SINC_SLOPE -> helper(Helper.SINC_SLOPE, u);
            default -> library.prefix + "." + libraryName(f) + "(" + argument + ")";
        };
    }

    private String helper(Helper helper, Expr... arguments) {
        if (library != Library.NUMPY) {
            throw new IllegalArgumentException("'" + helper.name() + "' comes from derivatives, which only NumPy's code writes out");
        }
        helpers.add(helper);
        List<String> printed = new ArrayList<>();
        for (Expr a : arguments) {
            printed.add(print(a, SUM));
        }
        return helper.name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", printed) + ")";
    }

    private String libraryName(Function f) {
        return switch (f) {
            case LN -> "log";
            case ASIN -> library == Library.TORCH ? "asin" : "arcsin";
            case ACOS -> library == Library.TORCH ? "acos" : "arccos";
            case ATAN -> library == Library.TORCH ? "atan" : "arctan";
            default -> f.written();
        };
    }

    /** A function of a plain number. */
    private static String plain(Function f, String u, String tight) {
        return switch (f) {
            case LN -> "math.log(" + u + ")";
            case ABS -> "abs(" + u + ")";
            case SIGN -> "float((" + u + " > 0) - (" + u + " < 0))";
            case SIGMOID -> "1/(1 + math.exp(-" + tight + "))";
            case RELU -> "max(0.0, " + u + ")";
            case SOFTPLUS -> "math.log1p(math.exp(" + u + "))";
            case GAUSS -> "math.exp(-" + tight + "**2)";
            case SIGMOID_SLOPE -> "math.exp(-" + tight + ")/(1 + math.exp(-" + tight + "))**2";
            case STEP -> "float(" + u + " > 0)";
            case SINC -> "math.sin(" + u + ")/" + tight;
            case SINC_SLOPE -> "(math.sin(" + u + ") - " + tight + "*math.cos(" + u + "))/" + tight + "**3";
            case NEGATE -> "-" + tight;
            default -> "math." + f.written() + "(" + u + ")";
        };
    }

    /** An operand that must not begin with a minus sign. */
    private String right(Expr e, int least) {
        return isNegative(e) && !names.containsKey(e) ? "(" + print(e, SUM) + ")" : print(e, least);
    }

    private boolean varies(Expr e) {
        return algebra.facts(e).varies();
    }

    private static boolean isEuler(Expr e) {
        return e instanceof Constant(String name, double _) && name.equals("e");
    }

    private static boolean isNegative(Expr e) {
        return e instanceof Call(Function f, Expr _) && f == Function.NEGATE || e instanceof Literal(double v) && v < 0;
    }

    private int precedence(Expr e) {
        return switch (e) {
            case Choice _ -> 0;
            case Binary(Operator o, Expr _, Expr _) when o.isSum() -> SUM;
            case Binary(Operator o, Expr _, Expr _) when o == Operator.MULTIPLY || o == Operator.DIVIDE -> PRODUCT;
            case Binary(Operator o, Expr _, Expr _) when o == Operator.TIMES || o == Operator.OVER -> library == Library.NUMPY ? PRIMARY : PRODUCT;
            case Binary(Operator o, Expr a, Expr b) when o == Operator.POWER -> varies(b) && !varies(a) ? PRIMARY : FACTOR;
            case Call(Function f, Expr _) when f == Function.NEGATE -> SUM;
            case Call(Function f, Expr u) when !varies(u) && (f == Function.SIGMOID || f == Function.SIGMOID_SLOPE || f == Function.SINC
                    || f == Function.SINC_SLOPE) -> PRODUCT;
            default -> PRIMARY;
        };
    }

    /** A number as Python reads it, the shortest text that is this number. */
    public static String number(double v) {
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? "math.nan" : v > 0 ? "math.inf" : "-math.inf";
        }
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v)
                : Math.abs(v) >= 1e-3 && Math.abs(v) < 1e7 ? BigDecimal.valueOf(v).toPlainString()
                : Double.toString(v).replace('E', 'e').replace(".0e", "e");
    }
}
