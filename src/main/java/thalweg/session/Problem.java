package thalweg.session;

/**
 * Something the user asked for that cannot be done; what was there before stays.
 *
 * @param where the control that caused it: {@code objective}, {@code start}, {@code slice}, {@code file}, {@code program}, or {@code run 0}, {@code
 * run 1} ...
 * @param message a sentence for people
 */
public record Problem(String where, String message) {
    public static final String OBJECTIVE = "objective";
    public static final String START = "start";
    public static final String SLICE = "slice";
    public static final String FILE = "file";
    /** No control is at fault: the program, or the machine. */
    public static final String PROGRAM = "program";

    /** The place of the run with this index. */
    public static String run(int index) {
        return "run " + index;
    }
}
