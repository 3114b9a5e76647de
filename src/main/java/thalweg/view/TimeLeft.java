package thalweg.view;

import thalweg.session.Wording;

/** How long work will still take, from how long it has taken so far; says nothing as long as that says little. */
final class TimeLeft {
    /** Before so much of the time and of the work is over, nobody can say how long the rest takes. */
    private static final long TELLING_SECONDS = 2;
    private static final double TELLING_PART = 0.02;

    private long begun;
    private double begunAt = -1;

    /**
     * "12 s left", or nothing.
     *
     * @param part how much is done, 0 to 1; negative while idle
     * @param nanos the time now
     */
    String at(double part, long nanos) {
        if (part < 0 || part < begunAt || begunAt < 0) {
            begun = nanos;                                        // idle, or other work
            begunAt = part;
            return "";
        }
        double seconds = (nanos - begun) / 1e9;
        double done = part - begunAt;
        if (seconds < TELLING_SECONDS || done < TELLING_PART) {
            return "";
        }
        long rest = (long) Math.ceil(seconds / done * (1 - part));
        return rest < 60 ? Wording.of("left.seconds", rest) : rest < 3600 ? Wording.of("left.minutes", Math.ceilDiv(rest, 60))
                : Wording.of("left.hours", Math.ceilDiv(rest, 3600));
    }
}
