package thalweg.cli;

/** Something that a command could not do, through no fault of its arguments; the message is for people. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message);
    }
}
