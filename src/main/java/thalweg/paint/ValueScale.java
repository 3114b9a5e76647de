package thalweg.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.experiment.Look;
import thalweg.math.Grid;
import thalweg.math.Range;

/**
 * How values of J become fractions of a colour map or of a height; one and the same for contour, surface and colour bar.
 *
 * <p>On values from low to high the fraction is linear, or the logarithm of J, or (where J comes near 0 or below) of {@code c + J - low}. What has
 * a sign, as a curvature, lies around the middle: {@code log(1 + |v| / c)} to either side.
 *
 * @param kind which of them
 * @param low value at fraction 0
 * @param high value at fraction 1, above low
 * @param c what is added before the logarithm is taken, above 0; 0 for the other kinds
 */
public record ValueScale(Kind kind, double low, double high, double c) {
    /** Which function of J is shown. */
    public enum Kind { LINEAR, LOG, SHIFTED_LOG, SIGNED_LOG }

    /** The range divided by c where nothing else speaks. */
    private static final double SPAN = 2500;

    /** A median below this fraction of the range leaves most of a linear map in one colour. */
    private static final double SKEWED = 0.2;

    /** With as many powers of ten on a scale no other ticks are needed. */
    private static final int FEW = 4;

    /** Pixels between ticks: at least, and where there is room enough for ticks that are no powers of ten. */
    private static final double CLOSE = 22;
    private static final double ROOMY = 36;

    /** A scale with a greater part of it without any tick has too few. */
    private static final double WIDE = 0.4;

    /** Beyond this the difference of two values could overflow. */
    private static final double HUGE = 1e300;

    /** The scale for the values of a grid; AUTO is logarithmic where half of them lie in the lowest fifth. */
    public static ValueScale of(Grid grid, Look.Scale wanted) {
        double[] sorted = finite(grid, ends(grid));
        if (sorted.length == 0) {
            return new ValueScale(Kind.LINEAR, 0, 1, 0);
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double most = quantile(sorted, 0.999);
        if (most > low && (high - low) / 1e6 > most - low) {
            high = low + 10 * (most - low);                       // a node that happens to lie on a pole
        }
        if (!(high - low > 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))))) {
            double half = Math.max(Math.abs(low) * 0.5, 0.5);     // one value: it gets the middle colour
            return new ValueScale(Kind.LINEAR, low - half, low + half, 0);
        }
        double range = high - low;
        boolean fromZero = low >= -range / 100;                   // else decades of J would not be decades above the minimum
        boolean skewed = quantile(sorted, 0.5) - low < (fromZero ? SKEWED : SKEWED / 2) * range;
        if (wanted == Look.Scale.LINEAR || wanted == Look.Scale.AUTO && !skewed) {
            return new ValueScale(Kind.LINEAR, low, high, 0);
        }
        if (low > range / SPAN) {
            return new ValueScale(Kind.LOG, low, high, 0);
        }
        double quarter = (quantile(sorted, 0.25) - low) / 8;      // so that the lowest quarter keeps a third of the colours
        return new ValueScale(Kind.SHIFTED_LOG, low, high, oneDigit(Math.clamp(quarter, range * 1e-6, range / SPAN)));
    }

    /** The scale for values whose sign matters: 0 at its middle, and as far to both sides; logarithmic where half of them are small. */
    static ValueScale signed(Grid grid) {
        double[] sizes = Arrays.stream(finite(grid, ends(grid))).map(Math::abs).sorted().toArray();
        if (sizes.length == 0 || sizes[sizes.length - 1] == 0) {
            return new ValueScale(Kind.LINEAR, -1, 1, 0);
        }
        double most = quantile(sizes, 0.998);
        double high = most > 0 && sizes[sizes.length - 1] > 4 * most ? most : sizes[sizes.length - 1];
        if (quantile(sizes, 0.5) >= SKEWED * high) {
            return new ValueScale(Kind.LINEAR, -high, high, 0);
        }
        return new ValueScale(Kind.SIGNED_LOG, -high, high, oneDigit(Math.clamp(quantile(sizes, 0.25) / 2, high * 1e-4, high / 20)));
    }

    /**
     * The lowest and the highest value that count, {low, high}. A node right beside a hole or a pole may happen to lie so near to it that its value
     * says nothing, as log(x) at 1e-17; where such nodes would more than double the range they are left out.
     */
    private static double[] ends(Grid grid) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                double v = grid.value(i, j);
                if (Double.isFinite(v) && isFinite(grid, i - 1, j) && isFinite(grid, i + 1, j) && isFinite(grid, i, j - 1)
                        && isFinite(grid, i, j + 1)) {
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
        }
        boolean doubled = grid.maximum() / 2 - grid.minimum() / 2 > high - low;
        return low < high && doubled ? new double[] {low, high} : new double[] {grid.minimum(), grid.maximum()};
    }

    private static boolean isFinite(Grid grid, int i, int j) {
        return i < 0 || j < 0 || i >= grid.nx() || j >= grid.ny() || Double.isFinite(grid.value(i, j));
    }

    private static double[] finite(Grid grid, double[] ends) {
        int n = grid.nx() * grid.ny();
        int every = Math.max(1, n / 50_000);
        double[] values = new double[n / every + 3];
        int count = 0;
        for (int k = 0; k < n; k += every) {
            double v = grid.value(k % grid.nx(), k / grid.nx());
            if (v >= ends[0] && v <= ends[1]) {
                values[count++] = Math.clamp(v, -HUGE, HUGE);
            }
        }
        if (grid.hasFinite()) {                                   // the ends even if the samples missed them
            values[count++] = Math.clamp(ends[0], -HUGE, HUGE);
            values[count++] = Math.clamp(ends[1], -HUGE, HUGE);
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double quantile(double[] sorted, double p) {
        return sorted[(int) Math.round(p * (sorted.length - 1))];
    }

    private static double oneDigit(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Math.max(1, Math.round(value / power)) * power;
    }

    public boolean isLog() {
        return kind != Kind.LINEAR;
    }

    /** 0 at low, 1 at high; 0 below, 1 above (infinite values too), NaN for NaN. */
    public double fraction(double value) {
        if (!(value > low)) {
            return Double.isNaN(value) ? Double.NaN : 0;
        }
        if (value >= high) {
            return 1;
        }
        return switch (kind) {
            case LINEAR -> (value - low) / (high - low);
            case LOG -> Math.log(value / low) / Math.log(high / low);
            case SHIFTED_LOG -> Math.log1p((value - low) / c) / Math.log1p((high - low) / c);
            case SIGNED_LOG -> 0.5 + 0.5 * Math.signum(value) * Math.log1p(Math.abs(value) / c) / Math.log1p(high / c);
        };
    }

    /**
     * The same without a stop at its upper end, for heights: so that it can be seen where a pole passes the top; far below for what has no logarithm.
     */
    public double beyond(double value) {
        return switch (kind) {
            case SIGNED_LOG -> fraction(value);
            case LINEAR -> (value - low) / (high - low);
            case LOG -> value <= 0 ? Relief.LOWEST : Math.log(value / low) / Math.log(high / low);
            case SHIFTED_LOG -> value <= low ? fraction(value) : Math.log1p((value - low) / c) / Math.log1p((high - low) / c);
        };
    }

    /** The value at a fraction from 0 to 1, the inverse of {@link #fraction}. */
    public double value(double fraction) {
        return switch (kind) {
            case LINEAR -> low + fraction * (high - low);
            case LOG -> low * Math.exp(fraction * Math.log(high / low));
            case SHIFTED_LOG -> low + c * Math.expm1(fraction * Math.log1p((high - low) / c));
            case SIGNED_LOG -> Math.signum(fraction - 0.5) * c * Math.expm1(Math.abs(2 * fraction - 1) * Math.log1p(high / c));
        };
    }

    /** Round values with labels for a scale drawn so long, in pixels at scale 1, from low to high: 0, 1, 10, 100, 1000. */
    public List<Axis.Tick> ticks(double length) {
        if (kind == Kind.LINEAR) {
            Axis axis = Axis.linear(new Range(low, high), "");
            List<Axis.Tick> ticks = axis.ticks(length);
            return ticks.size() > 1 ? ticks : axis.withGap(length / 5).ticks(length);
        }
        if (kind == Kind.SIGNED_LOG) {
            return signedTicks(length);
        }
        List<Double> taken = roundest(length, ROOMY);
        if (taken.size() < 2 || widestGap(taken) > WIDE) {
            List<Double> between = Levels.between(this, Math.max(2, (int) (length / 50)));
            List<Double> closer = roundest(length, CLOSE);
            taken = closer.size() < 2 || apart(between, length) ? between : closer;
        }
        return taken.stream().sorted().map(ValueScale::tick).toList();
    }

    /** The roundest numbers of the scale, as long as there is room, and others than powers of ten only as long as there are few. */
    private List<Double> roundest(double length, double gapOfOthers) {
        List<Double> taken = new ArrayList<>();
        for (double v : Levels.candidates(this)) {
            double at = fraction(v) * length;
            double gap = Levels.isPower(v) ? CLOSE : gapOfOthers;
            boolean wanted = Levels.isPower(v) || taken.size() < FEW;
            if (wanted && taken.stream().allMatch(t -> Math.abs(fraction(t) * length - at) >= gap)) {
                taken.add(v);
            }
        }
        return taken;
    }

    private boolean apart(List<Double> values, double length) {
        return IntStream.range(1, values.size()).allMatch(i -> (fraction(values.get(i)) - fraction(values.get(i - 1))) * length >= CLOSE);
    }

    /** 0, and powers of ten to both sides from the outermost inward, as long as there is room. */
    private List<Axis.Tick> signedTicks(double length) {
        List<Double> taken = new ArrayList<>(List.of(0.0));
        for (int k = (int) Math.floor(Math.log10(high)); Math.pow(10, k) > c / 10; k--) {
            double v = Double.parseDouble("1e" + k);
            if (taken.stream().allMatch(t -> Math.abs(fraction(t) - fraction(v)) * length >= CLOSE)) {
                taken.add(v);
                taken.add(-v);
            }
        }
        return taken.stream().sorted().map(ValueScale::tick).toList();
    }

    /** The longest part of the scale without a tick. */
    private double widestGap(List<Double> values) {
        double before = 0;
        double widest = 0;
        for (double v : values.stream().sorted().toList()) {
            widest = Math.max(widest, fraction(v) - before);
            before = fraction(v);
        }
        return Math.max(widest, 1 - before);
    }

    private static Axis.Tick tick(double v) {
        boolean power = Levels.isPower(v) && Math.abs(v) != 0;
        double size = Math.abs(v);
        if (power && (size >= 99_999 || size < 0.00099)) {
            int k = (int) Math.round(Math.log10(size));
            return new Axis.Tick(v, v < 0 ? Numbers.MINUS + "10" : "10", Numbers.minus(Integer.toString(k)));
        }
        return new Axis.Tick(v, Levels.text(v), "");
    }
}
