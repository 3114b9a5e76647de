package thalweg.formula;

/**
 * A node of a formula; made only by an {@link Algebra}, in which equal nodes are the same object.
 *
 * <p>Shared nodes make a derivative a graph rather than a tree: its records must be compared by identity, never by {@code equals}, whose cost may
 * grow exponentially with depth.
 */
sealed interface Expr {
    /** A number as written, never negative when it comes from a text. */
    record Literal(double value) implements Expr {
    }

    /** One of the numbers with a name, {@code pi} and {@code e}. */
    record Constant(String name, double value) implements Expr {
    }

    /** The variable with this place in theta. */
    record Variable(int index, String name) implements Expr {
    }

    /** The knob with this place among the knobs. */
    record Knob(int index, String name) implements Expr {
    }

    /** A function of one argument. */
    record Call(Function function, Expr argument) implements Expr {
    }

    /** Two operands. */
    record Binary(Operator operator, Expr left, Expr right) implements Expr {
    }

    /** {@code low <= high ? then : otherwise}: what min and max become when differentiated. */
    record Choice(Expr low, Expr high, Expr then, Expr otherwise) implements Expr {
    }
}
