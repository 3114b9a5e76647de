package thalweg.paint;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A function of the step, thinned so that drawing it costs the same for a hundred steps and for a million: of every bucket of steps the
 * smallest and the largest value stay, in their order.
 */
final class Series {
    private static final int BUCKETS = 2048;

    private final int[] steps;
    private final double[] values;

    private Series(int[] steps, double[] values) {
        this.steps = steps;
        this.values = values;
    }

    /** Of the steps 0 to last. */
    static Series of(int last, IntToDoubleFunction f) {
        return of(new Measured(1, last), f);
    }

    /** Of the steps at which something was measured. */
    static Series of(Measured at, IntToDoubleFunction f) {
        int count = at.count();
        int width = Math.ceilDiv(count, BUCKETS);
        if (width <= 2) {
            int[] steps = new int[count];
            Arrays.setAll(steps, at::step);
            return new Series(steps, Arrays.stream(steps).mapToDouble(f).toArray());
        }
        int[] steps = new int[2 * BUCKETS + 2];
        double[] values = new double[steps.length];
        int n = 0;
        values[n++] = f.applyAsDouble(0);
        for (int from = 0; from < count; from += width) {
            int low = -1;
            int high = -1;
            double smallest = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < Math.min(from + width, count); i++) {
                double v = f.applyAsDouble(at.step(i));
                if (v < smallest) {
                    low = i;
                    smallest = v;
                }
                if (v > largest) {
                    high = i;
                    largest = v;
                }
            }
            if (low < 0 || high < 0) {                            // nothing there is a number
                steps[n] = at.step(from);
                values[n++] = Double.NaN;
            } else {
                steps[n] = at.step(Math.min(low, high));
                values[n++] = low < high ? smallest : largest;
                steps[n] = at.step(Math.max(low, high));
                values[n++] = low < high ? largest : smallest;
            }
        }
        steps[n] = at.last();
        values[n++] = f.applyAsDouble(at.last());
        return new Series(Arrays.copyOf(steps, n), Arrays.copyOf(values, n));
    }

    int size() {
        return steps.length;
    }

    int step(int i) {
        return steps[i];
    }

    double value(int i) {
        return values[i];
    }

    /** Smallest of the finite values that are above a bound; positive infinity if there is none. */
    double minimum(double above) {
        return Arrays.stream(values).filter(v -> Double.isFinite(v) && v > above).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The finite value that a part of them does not exceed; NaN if there is none. */
    double quantile(double part) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    /** Largest of the finite values; negative infinity if there is none. */
    double maximum() {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
