package thalweg.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.formula.Expr.Constant;
import thalweg.formula.Expr.Knob;
import thalweg.formula.Expr.Variable;

/** The names that a formula may use; a knob or variable named {@code e} or {@code pi} hides the constant. */
record Scope(List<String> variables, List<String> knobs) {
    /** As many as a hostile text may ask for with one word. */
    static final int MOST_VARIABLES = 100;
    private static final Map<String, Function> FUNCTIONS = Function.byName();
    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);

    Scope {
        variables = List.copyOf(variables);
        knobs = List.copyOf(knobs);
        if (variables.size() > MOST_VARIABLES) {
            throw new IllegalArgumentException("a formula has at most " + MOST_VARIABLES + " variables, but was given " + variables.size());
        }
        List<String> all = new ArrayList<>(variables);
        all.addAll(knobs);
        for (String name : all) {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*") || FUNCTIONS.containsKey(name) || name.equals("min") || name.equals("max")) {
                throw new IllegalArgumentException("'" + name + "' cannot name a variable or knob; names are letters and digits and no function's");
            }
        }
        if (all.stream().distinct().count() < all.size()) {
            throw new IllegalArgumentException("variables and knobs need different names, but were " + variables + " and " + knobs);
        }
    }

    /** The scope of a formula that brings its own variables: x, y, or theta0 or theta1 to thetaN. */
    static Scope of(List<Token> tokens) {
        Optional<Token> theta = tokens.stream().filter(t -> t.text().matches("theta\\d+")).findFirst();
        if (theta.isEmpty()) {
            boolean y = tokens.stream().anyMatch(t -> t.text().matches("x*y[xy]*"));
            return new Scope(y ? List.of("x", "y") : List.of("x"), List.of());
        }
        int first = 1;
        int last = 1;
        for (Token t : tokens) {
            if (t.text().matches("[xy]+")) {
                throw new FormulaException(t.column(), "a formula is one of x and y or one of theta1, theta2, ..., but has both: '" + t.text()
                        + "' at column " + t.column() + " beside '" + theta.get().text() + "' at column " + theta.get().column());
            }
            if (t.text().matches("theta\\d+")) {
                String digits = t.text().substring("theta".length());
                int index = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
                if (index > MOST_VARIABLES - 1 || digits.length() > 1 && digits.startsWith("0")) {
                    throw new FormulaException(t.column(), "variables go from theta0 to theta" + (MOST_VARIABLES - 1) + ", but '" + t.text()
                            + "' stands at column " + t.column());
                }
                first = Math.min(first, index);
                last = Math.max(last, index);
            }
        }
        return new Scope(IntStream.rangeClosed(first, last).mapToObj(i -> "theta" + i).toList(), List.of());
    }

    Optional<Function> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    /** The variable, knob or constant of that name. */
    Optional<Expr> quantity(String name, Algebra algebra) {
        int variable = variables.indexOf(name);
        int knob = knobs.indexOf(name);
        return variable >= 0 ? Optional.of(algebra.leaf(new Variable(variable, name)))
                : knob >= 0 ? Optional.of(algebra.leaf(new Knob(knob, name)))
                : Optional.ofNullable(CONSTANTS.get(name)).map(v -> algebra.leaf(new Constant(name, v)));
    }

    /** The single letters of a name such as xy or ax, if each of them is a variable or knob. */
    Optional<List<String>> letters(String name) {
        List<String> letters = name.chars().mapToObj(Character::toString).toList();
        return letters.stream().allMatch(c -> variables.contains(c) || knobs.contains(c)) ? Optional.of(letters) : Optional.empty();
    }

    FormulaException unknown(Token name) {
        List<String> names = new ArrayList<>(variables);
        names.addAll(knobs);
        String own = String.join(", ", names);
        names.addAll(FUNCTIONS.keySet());
        names.addAll(List.of("min", "max", "pi", "e"));
        String near = "";
        int best = name.text().length() <= 2 ? 1 : name.text().length() <= 4 ? 2 : 3;               // edits at which one is still meant
        for (String candidate : names) {
            int distance = candidate.equalsIgnoreCase(name.text()) ? 0 : distance(candidate, name.text().toLowerCase(Locale.ROOT));
            if (distance < best && distance < candidate.length()) {
                best = distance;
                near = candidate;
            }
        }
        String help = near.isEmpty() ? known(own) : "did you mean '" + near + "'?";
        return new FormulaException(name.column(), "unknown name '" + name.text() + "' at column " + name.column() + "; " + help);
    }

    private String known(String own) {
        return own.isEmpty() ? "a formula without variables has only numbers, pi and e"
                : !knobs.isEmpty() ? "the variables are " + String.join(", ", variables) + " and the knobs " + String.join(", ", knobs)
                : own.equals("x") || own.equals("x, y") || own.startsWith("theta") ? "variables are x and y, or theta1, theta2, ..."
                : "the variables are " + own;
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
