package thalweg.catalog;

/** A spec that cannot be understood; the message is for people: it names what was wrong, its value, the rule, and what would work. */
public final class SpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public SpecException(String message) {
        super(message);
    }

    /**
     * An error found by what was to be made.
     *
     * @param cause says more: a formula's error has a column
     */
    public SpecException(String message, IllegalArgumentException cause) {
        super(message, cause);
    }
}
