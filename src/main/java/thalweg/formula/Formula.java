package thalweg.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * A real function of a few variables, as people write it, with its exact derivatives.
 *
 * <p>Immutable, and safe for any number of threads. The notation is in the page of the package.
 */
public final class Formula {
    /** Derivatives with more nodes than this in all are not generated: the Hessian is then differences of the exact gradient. */
    private static final int MOST_NODES = 100_000;

    private final String text;
    private final Scope scope;
    /** Also the lock for whoever adds nodes to it. */
    private final Algebra algebra;
    private final Expr function;
    /** The function without signs that even functions swallow; this is what is differentiated. */
    private final Expr unsigned;
    private final List<Derivatives> derivatives;
    private final AtomicReference<CompiledFormula> compiled = new AtomicReference<>();

    private Formula(String text, Scope scope, List<Token> tokens) {
        this.text = text;
        this.scope = scope;
        algebra = new Algebra();
        function = Parser.parse(algebra, scope, tokens);
        unsigned = new Parity(algebra).simplify(function);
        derivatives = IntStream.range(0, scope.variables().size()).mapToObj(i -> new Derivatives(algebra, i)).toList();
    }

    /**
     * Reads a formula whose variables are found in it: {@code x}, {@code y}, or {@code theta1} to {@code thetaN} (from {@code theta0} if that is
     * there); a formula of y alone is one of x and y, one without variables is one of x.
     *
     * @throws FormulaException at the column of the first mistake
     */
    public static Formula parse(String text) {
        List<Token> tokens = Parser.tokens(text);
        return new Formula(text, Scope.of(tokens), tokens);
    }

    /**
     * Reads a formula with these variables and knobs, in this order, whether or not it uses all of them; without variables it is a number that
     * depends on knobs.
     *
     * @param variables names of letters, digits and underscores, at most 100
     * @param knobs     likewise; a knob named {@code e} or {@code pi} hides the constant
     * @throws FormulaException         at the column of the first mistake
     * @throws IllegalArgumentException if a name is a function's, is given twice, or is not a name
     */
    public static Formula parse(String text, List<String> variables, List<String> knobs) {
        return new Formula(text, new Scope(variables, knobs), Parser.tokens(text));
    }

    public List<String> variables() {
        return scope.variables();
    }

    public List<String> knobs() {
        return scope.knobs();
    }

    /** The text it was read from. */
    public String text() {
        return text;
    }

    /** The function typeset, without a left-hand side. */
    public String latex() {
        synchronized (algebra) {
            return typesetter().of(function);
        }
    }

    /** The simplified partial derivative by variable {@code i}, typeset. */
    public String latexDerivative(int i) {
        synchronized (algebra) {
            return typesetter().of(first(i));
        }
    }

    /**
     * The function as {@code def J(theta)} in Python.
     *
     * @param knobs values for the knobs
     */
    public String python(Python.Library library, double[] knobs) {
        synchronized (algebra) {
            return Python.value(algebra, library, scope.variables(), scope.knobs(), knobs, function);
        }
    }

    /**
     * The function with its gradient, and its Hessian if asked for, in Python with NumPy.
     *
     * @throws IllegalArgumentException if the second derivatives are too long to be written out
     */
    public String pythonDerivatives(double[] knobs, boolean withHessian) {
        synchronized (algebra) {
            int n = derivatives.size();
            List<Expr> gradient = IntStream.range(0, n).mapToObj(this::first).toList();
            List<Expr> hessian = new ArrayList<>();
            for (int i = 0; withHessian && i < n * n; i++) {
                hessian.add(second(i / n, i % n));
                if (algebra.size() > MOST_NODES) {
                    throw new IllegalArgumentException("the second derivatives of '" + text + "' are too long to be written out");
                }
            }
            return Python.derivatives(algebra, scope.variables(), scope.knobs(), knobs, function, gradient, hessian);
        }
    }

    /** The simplified second partial derivative, typeset. */
    public String latexSecondDerivative(int i, int j) {
        synchronized (algebra) {
            return typesetter().of(second(i, j));
        }
    }

    /**
     * Whether the gradient exists everywhere the value does: no abs, sign, min, max, relu or root of something that varies and may be 0, unless an
     * even function such as the cosine takes the kink away.
     */
    public boolean isSmooth() {
        synchronized (algebra) {
            return new Smoothness(algebra).holds(unsigned);
        }
    }

    /** Compiled once, at the first call; the second derivatives when they are first asked for. */
    public CompiledFormula compiled() {
        if (compiled.get() == null) {
            compiled.compareAndSet(null, compile());
        }
        return compiled.get();
    }

    private CompiledFormula compile() {
        synchronized (algebra) {
            Lowering lowering = new Lowering(algebra);
            List<Expr> results = new ArrayList<>(List.of(lowering.lower(function)));
            Expr lowered = results.getFirst();
            Evaluation value = Compiler.compile(List.of(lowered));
            IntStream.range(0, derivatives.size()).forEach(i -> results.add(lowering.lower(first(i))));
            return new Compiled(lowered, value, Compiler.compile(results), this::compileHessian);
        }
    }

    private Optional<Evaluation> compileHessian() {
        synchronized (algebra) {
            int n = derivatives.size();
            Lowering lowering = new Lowering(algebra);
            List<Expr> results = new ArrayList<>(List.of(algebra.zero));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    results.add(j < i ? results.get(1 + j * n + i) : lowering.lower(second(i, j)));
                    if (algebra.size() > MOST_NODES) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(Compiler.compile(results));
        }
    }

    Expr first(int i) {
        return derivatives.get(i).of(unsigned);
    }

    /** By the earlier variable first, so that the order asked for does not change the bits. */
    Expr second(int i, int j) {
        return derivatives.get(Math.max(i, j)).of(first(Math.min(i, j)));
    }

    private Latex typesetter() {
        return new Latex(algebra, !scope.knobs().contains("e") && !scope.variables().contains("e"));
    }

    /** The nodes, for tests of this package. */
    Algebra algebra() {
        return algebra;
    }

    Expr function() {
        return function;
    }

    @Override
    public String toString() {
        return text;
    }
}
