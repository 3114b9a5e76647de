package thalweg.paint;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.TickUnitSource;
import thalweg.math.Range;

/**
 * One axis: what range it shows, how, and its ticks.
 *
 * @param range what is shown; positive if logarithmic
 * @param log whether it is logarithmic, base 10
 * @param whole whether only whole numbers are worth a tick
 * @param label a line for {@link Typeset#line}: {@code $x$} or {@code step}
 * @param gap least distance of two labelled ticks, at scale 1
 */
public record Axis(Range range, boolean log, boolean whole, String label, double gap) {
    private static final int MOST = 200;
    /** Part of the least distance that two ticks may have if there would be but one else. */
    private static final double CLOSEST = 0.6;
    /** From a unit to the one before: 5 to 2, 2 to 1, 1 to a half. */
    private static final double FINER = 0.35;
    private static final double LARGEST = 1e300;

    public Axis {
        if (log && range.min() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis needs a range above 0, but was " + range.min() + " to " + range.max());
        }
    }

    public static Axis linear(Range range, String label) {
        return new Axis(range, false, false, label, 36);
    }

    public static Axis log(Range range, String label) {
        return new Axis(range, true, false, label, 24);
    }

    /** Steps of a run, from 0. */
    public static Axis steps(int last) {
        return new Axis(new Range(0, Math.max(1, last)), false, true, "step", 56);
    }

    /**
     * A range that a linear axis can show and that holds both numbers, or nearly: within 1e300, and wide enough for doubles to tell its
     * ends apart.
     */
    public static Range shown(double low, double high) {
        double a = Math.clamp(low, -LARGEST, LARGEST);
        double b = Math.clamp(high, -LARGEST, LARGEST);
        double least = Math.max(1e-300, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
        return b - a >= least ? new Range(a, b) : new Range(a - least, b + least);
    }

    /** A range that a logarithmic axis can show: between 1e-300 and 1e300, and at least a thousandth of a decade wide. */
    public static Range shownLog(double low, double high) {
        double a = Math.clamp(low, 1 / LARGEST, LARGEST);
        double b = Math.clamp(high, 1 / LARGEST, LARGEST);
        return b / a >= 1.002 ? new Range(a, b) : new Range(a / 1.5, b * 1.5);
    }

    public Axis withGap(double changed) {
        return new Axis(range, log, whole, label, changed);
    }

    /**
     * A tick.
     *
     * @param text its label; empty for a minor one
     * @param exponent set above the label's end, as in 10 to the 3; empty if there is none
     */
    public record Tick(double value, String text, String exponent) {
        public boolean isMajor() {
            return !text.isEmpty();
        }
    }

    /** Where a value lies: 0 at the beginning, 1 at the end; NaN for what a logarithm has no place for. */
    public double fraction(double value) {
        if (!log) {
            return range.fraction(value);
        }
        double low = Math.log10(range.min());
        return value < 0 ? Double.NaN : (Math.log10(value) - low) / (Math.log10(range.max()) - low);
    }

    /** The value at a place, the inverse of {@link #fraction}. */
    public double value(double fraction) {
        if (!log) {
            return range.min() + fraction * range.width();
        }
        double low = Math.log10(range.min());
        return Math.pow(10, low + fraction * (Math.log10(range.max()) - low));
    }

    /** Its ticks on so many pixels at scale 1, from low to high. */
    public List<Tick> ticks(double length) {
        return log ? logTicks(length) : linearTicks(length);
    }

    /** Units of 1, 2 and 5 times powers of ten, as JFreeChart chooses them. */
    private List<Tick> linearTicks(double length) {
        double least = Math.max(range.width() * gap / Math.max(length, 1), range.width() / MOST);
        double largest = Math.max(Math.abs(range.min()), Math.abs(range.max()));
        TickUnitSource units = new NumberTickUnitSource(whole);
        double unit = units.getCeilingTickUnit(least).getSize();
        if (count(unit) < 2) {                                    // one number tells no scale: a little closer then
            double finer = units.getCeilingTickUnit(unit * FINER).getSize();
            unit = finer * length / range.width() >= CLOSEST * gap ? finer : unit;
        }
        if (unit < largest * 1e-13) {
            return List.of();                                     // narrower than doubles can tell apart
        }
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(range.min() / unit - 1e-9);
        long last = (long) Math.floor(range.max() / unit + 1e-9);
        for (long i = first; i <= last && ticks.size() < MOST; i++) {
            ticks.add(new Tick(i * unit, Numbers.tick(i * unit, unit, largest), ""));
        }
        return ticks;
    }

    /** How many multiples of a unit lie in the range. */
    private double count(double unit) {
        return Math.floor(range.max() / unit + 1e-9) - Math.ceil(range.min() / unit - 1e-9) + 1;
    }

    private List<Tick> logTicks(double length) {
        double low = Math.log10(range.min());
        double high = Math.log10(range.max());
        double decade = length / (high - low);
        int every = Math.max(1, (int) Math.ceil(gap / decade));
        List<Integer> steps = decade >= 5.5 * gap ? List.of(1, 2, 5) : decade >= 3.2 * gap ? List.of(1, 3) : List.of(1);
        List<Tick> ticks = new ArrayList<>();
        for (int k = (int) Math.floor(low); k <= Math.floor(high + 1e-9); k++) {
            for (int i = 1; i <= 9; i++) {
                double value = i * Math.pow(10, k);
                boolean inside = Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9;
                boolean major = i == 1 ? Math.floorMod(k, every) == 0 : steps.contains(i);
                if (inside && major) {
                    ticks.add(steps.size() == 1 ? power(value, k) : new Tick(value, logText(value), ""));
                } else if (inside && i > 1 && every == 1 && decade >= 20) {
                    ticks.add(new Tick(value, "", ""));
                }
            }
        }
        return ticks.stream().anyMatch(Tick::isMajor) ? ticks : withinADecade(length);
    }

    /** Less than a decade with no round number in it: ticks as on a linear axis, placed by their logarithms. */
    private List<Tick> withinADecade(double length) {
        return new Axis(range, false, whole, label, gap).linearTicks(length);
    }

    private static Tick power(double value, int k) {
        return switch (k) {
            case 0 -> new Tick(value, "1", "");
            case 1 -> new Tick(value, "10", "");
            default -> new Tick(value, "10", Numbers.minus(Integer.toString(k)));
        };
    }

    private static String logText(double value) {
        return value >= 1e5 || value < 0.0099 ? Numbers.exponent(value, 0)
                : value >= 1 ? Numbers.whole(Math.round(value)) : Numbers.fixed(value, value >= 0.099 ? 1 : 2);
    }
}
