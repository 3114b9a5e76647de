package thalweg.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How far a long run is: in a terminal a line that is written over and over, and taken away in the end; in a file or a pipe a whole line now and
 * then.
 */
final class ProgressLine implements AutoCloseable {
    /** Short runs need none, and nobody reads faster. */
    private static final long PAUSE = 500_000_000;
    /** Who reads a file comes later, and reads all of it. */
    private static final long PAUSE_IN_FILES = 30_000_000_000L;
    private static final double NANOS = 1e9;

    private final PrintWriter err;
    private final BooleanSupplier terminal;
    private Optional<Boolean> isTerminal = Optional.empty();
    private final LongSupplier nanos;
    private final long begun;
    private long told;
    private int width;

    /**
     * Nothing said yet.
     *
     * @param terminal whether {@code err} is one; asked once, and not for short runs
     * @param nanos a clock
     */
    ProgressLine(PrintWriter err, BooleanSupplier terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        begun = nanos.getAsLong();
        told = begun;
    }

    /**
     * Whether standard error is a terminal. Java only tells of standard in and out together, and the system's own function would need native access
     * in every way to start the program; so a shell is asked. Where there is none, on Windows, what Java tells has to do.
     */
    static boolean isTerminal() {
        Path shell = Path.of("/bin/sh");
        if (!Files.isExecutable(shell)) {
            return System.console() != null && System.console().isTerminal();
        }
        try {
            return new ProcessBuilder(shell.toString(), "-c", "test -t 2").redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();                   // whoever runs the command ends it
            return false;
        }
    }

    /** Tells of a step, if it is time for it. */
    void at(int step, int steps, DoubleSupplier cost) {
        long now = nanos.getAsLong();
        if (now - told < PAUSE || step == 0 || now - told < PAUSE_IN_FILES && !inTerminal()) {
            return;
        }
        told = now;
        long left = (long) Math.ceil((now - begun) / NANOS / step * (steps - step));
        String line = "step " + step + " of " + steps + ", J = " + brief(cost.getAsDouble()) + ", "
                + (left < 60 ? left + " s" : left < 3600 ? Math.ceilDiv(left, 60) + " min" : Math.ceilDiv(left, 3600) + " h") + " left";
        if (inTerminal()) {
            say(line);
        } else {
            err.println(line);
            err.flush();
        }
    }

    private boolean inTerminal() {
        isTerminal = Optional.of(isTerminal.orElseGet(terminal::getAsBoolean));
        return isTerminal.get();
    }

    private static String brief(double cost) {
        return Arguments.words(Double.isFinite(cost) ? new BigDecimal(cost).round(new MathContext(3)).doubleValue() : cost);
    }

    private void say(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())) + (line.isEmpty() ? "\r" : ""));
        err.flush();
        width = line.length();
    }

    @Override
    public void close() {
        if (width > 0) {
            say("");
        }
    }
}
