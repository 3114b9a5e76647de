package thalweg.descent;

/**
 * When a run ends.
 *
 * @param steps at most so many, 0 or more
 * @param gradientNorm ends below this; 0 never
 * @param loss ends at or below this (when maximising: at or above); negative infinity never
 */
public record StopRule(int steps, double gradientNorm, double loss) {
    public static StopRule steps(int steps) {
        return new StopRule(steps, 0, Double.NEGATIVE_INFINITY);
    }
}
