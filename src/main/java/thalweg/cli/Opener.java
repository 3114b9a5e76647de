package thalweg.cli;

/** Opens the window. */
@FunctionalInterface
public interface Opener {
    /**
     * Returns when the window is closed.
     *
     * @param what the window begins with
     * @param presenting whether it begins on the stage, without panels and full screen
     * @return exit code
     */
    int open(Opening what, boolean presenting);
}
