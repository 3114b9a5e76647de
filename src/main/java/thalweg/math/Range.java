package thalweg.math;

/**
 * A closed interval of finite numbers with {@code min < max}.
 *
 * @param min lower end
 * @param max upper end
 */
public record Range(double min, double max) {
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

    /** The inverse of {@link #at}; below 0 or above 1 outside the range. */
    public double fraction(double value) {
        return (value - min) / (max - min);
    }

    public boolean contains(double value) {
        return value >= min && value <= max;
    }
}
