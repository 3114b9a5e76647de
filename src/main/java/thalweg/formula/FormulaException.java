package thalweg.formula;

/** A formula that cannot be read; the message says what was expected and where. */
public final class FormulaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int column;

    /**
     * An error at a place.
     *
     * @param column counted from 1; one past the end where something is missing
     */
    public FormulaException(int column, String message) {
        super(message);
        this.column = column;
    }

    public int column() {
        return column;
    }
}
