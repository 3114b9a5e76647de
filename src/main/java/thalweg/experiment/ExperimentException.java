package thalweg.experiment;

/** An experiment that cannot be, in a file or as a value; the message is for people and says where. */
public final class ExperimentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String where;

    /**
     * An error at a place.
     *
     * @param where path of the field, {@code runs[2].optimizer}; empty: the whole
     */
    public ExperimentException(String where, String message) {
        super(message);
        this.where = where;
    }

    public String where() {
        return where;
    }
}
