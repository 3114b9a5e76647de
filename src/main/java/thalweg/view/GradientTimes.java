package thalweg.view;

import java.util.Arrays;
import java.util.function.LongSupplier;
import thalweg.objective.Objective;
import thalweg.paint.Numbers;
import thalweg.session.Wording;

/**
 * How long the gradient of an objective takes, and one of its values, of which differences need one or two for every parameter.
 *
 * @param parameters how many there are
 * @param gradient nanoseconds of J with its gradient, the median of some
 * @param value nanoseconds of J alone, likewise
 */
record GradientTimes(int parameters, double gradient, double value) {
    /** Each is called for so long, and until there is a median that other work on the machine does not spoil; or for so long at most, but once. */
    private static final long NANOS = 15_000_000;
    private static final long MOST_NANOS = 300_000_000;
    private static final int FEWEST = 9;
    private static final int MOST = 200;
    /** The first calls compile, and fill caches. */
    private static final int WARM = 3;

    /**
     * Measures them.
     *
     * @param at where; not modified
     * @param nanos a clock
     */
    static GradientTimes of(Objective objective, double[] at, LongSupplier nanos) {
        Objective f = objective.evaluator();
        double[] gradient = new double[at.length];
        double exact = median(() -> f.valueAndGradient(at, gradient), nanos);
        return new GradientTimes(at.length, exact, median(() -> f.value(at), nanos));
    }

    private static double median(Runnable work, LongSupplier nanos) {
        long[] times = new long[MOST];
        int count = 0;
        long begun = nanos.getAsLong();
        boolean enough = false;
        for (int i = 0; !enough; i++) {
            long before = nanos.getAsLong();
            work.run();
            long after = nanos.getAsLong();
            boolean late = after - begun > MOST_NANOS;
            if (i >= WARM || late) {
                times[count++] = after - before;
            }
            enough = late || count == MOST || count >= FEWEST && after - begun > NANOS;
        }
        Arrays.sort(times, 0, count);
        return times[count / 2];
    }

    /** "Gradient by derivation 0.021 ms; forward differences (10 values of J) 0.052 ms, central (18) 0.094 ms". */
    String words() {
        return Wording.of("check.times", time(gradient), time(value * (parameters + 1.0)), Numbers.whole(parameters + 1L), time(value),
                time(value * 2.0 * parameters), Numbers.whole(2L * parameters));
    }

    private static String time(double nanos) {
        return nanos < 1e6 ? Numbers.of(nanos / 1e3) + " \u00b5s" : nanos < 1e9 ? Numbers.of(nanos / 1e6) + " ms" : Numbers.of(nanos / 1e9) + " s";
    }
}
