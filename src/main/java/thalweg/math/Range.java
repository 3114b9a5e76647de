package thalweg.math;

/**
 * A closed interval of finite numbers with {@code min < max}.
 *
 * @param min lower end
 * @param max upper end
 */
public record Range(double min, double max) {
    /** Three roundings, each of half a unit in the last place, and one to spare. */
    private static final double ROUNDING = 0x1p-51;
    /** Up to here a number times that of nodes is finite. */
    private static final double HUGE = 0x1p980;

    public Range {
        if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
            throw new IllegalArgumentException("a range needs two finite numbers, the first below the second, but was " + min + " to " + max);
        }
    }

    public double width() {
        return max - min;
    }

    public double centre() {
        return min + (max - min) / 2;
    }

    /** The point that divides the range at {@code fraction}; 0 gives {@code min} and 1 gives {@code max}, exactly. */
    public double at(double fraction) {
        return fraction == 1 ? max : min + fraction * (max - min);
    }

    /**
     * Node {@code i} of {@code n} at even distances, the ends included. The ends are exact, mirrored ranges have mirrored nodes, and node i
     * of n is node 2i of 2n - 1, all to the last bit; a node that misses 0 by rounding alone is 0.
     */
    public double node(int i, int n) {
        if (i == 0 || i == n - 1) {
            return i == 0 ? min : max;
        }
        double size = Math.max(Math.abs(min), Math.abs(max));
        double at = size < HUGE ? (min * (n - 1 - i) + max * i) / (n - 1) : min / (n - 1) * (n - 1 - i) + max / (n - 1) * i;
        return Math.abs(at) <= ROUNDING * size ? 0 : at;
    }

    /** The inverse of {@link #at}; below 0 or above 1 outside the range. */
    public double fraction(double value) {
        return (value - min) / (max - min);
    }

    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
