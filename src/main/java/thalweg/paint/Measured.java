package thalweg.paint;

import thalweg.descent.Trajectory;

/**
 * The steps of a run at which something was measured: the start, every so many steps, and a last one.
 *
 * @param every at least 1
 * @param last the last that was measured
 */
record Measured(int every, int last) {
    /** Those of loss and gradient norm. */
    static Measured cost(Trajectory t) {
        boolean all = t.measuredEvery() == 1 || t.last() == 0 || t.isMeasured(1);
        return all ? new Measured(1, t.last()) : of(t, t.isMeasured(t.last()));
    }

    /** Those of the gauges. */
    static Measured gauges(Trajectory t) {
        return of(t, t.isGauged(t.last()));
    }

    private static Measured of(Trajectory t, boolean atEnd) {
        int every = t.measuredEvery();
        return new Measured(every, atEnd ? t.last() : t.last() / every * every);
    }

    int count() {
        return last / every + 1 + (last % every == 0 ? 0 : 1);
    }

    int step(int i) {
        return (int) Math.min((long) i * every, last);
    }

    /** The latest at or before a step. */
    int before(int step) {
        return step >= last ? last : step / every * every;
    }

    /** The first at or after a step; the last if there is none. */
    int after(int step) {
        return (int) Math.min((long) Math.ceilDiv(step, every) * every, last);
    }
}
