package thalweg.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** How far a long run is, in a line of a terminal that is written over and over, and taken away in the end. */
final class ProgressLine implements AutoCloseable {
    /** Short runs need none, and nobody reads faster. */
    private static final long PAUSE = 500_000_000;
    private static final double NANOS = 1e9;

    private final PrintWriter err;
    private final boolean shown;
    private final LongSupplier nanos;
    private final long begun;
    private long told;
    private int width;

    /**
     * Nothing said yet.
     *
     * @param shown whether somebody looks at it: a file needs no progress
     * @param nanos a clock
     */
    ProgressLine(PrintWriter err, boolean shown, LongSupplier nanos) {
        this.err = err;
        this.shown = shown;
        this.nanos = nanos;
        begun = nanos.getAsLong();
        told = begun;
    }

    /** Whether standard in and out are a terminal, where somebody waits. */
    static boolean isWatched() {
        return System.console() != null && System.console().isTerminal();
    }

    /** Tells of a step, if it is time for it. */
    void at(int step, int steps, DoubleSupplier cost) {
        long now = nanos.getAsLong();
        if (!shown || now - told < PAUSE || step == 0) {
            return;
        }
        told = now;
        long left = (long) Math.ceil((now - begun) / NANOS / step * (steps - step));
        say("step " + step + " of " + steps + ", J = " + brief(cost.getAsDouble()) + ", "
                + (left < 60 ? left + " s" : left < 3600 ? Math.ceilDiv(left, 60) + " min" : Math.ceilDiv(left, 3600) + " h") + " left");
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
