package thalweg.descent;

/**
 * When a run ends.
 *
 * @param steps at most so many, 0 or more
 * @param gradientNorm ends below this; 0 never
 * @param loss ends at or below this (when maximising: at or above); infinite: never
 */
public record StopRule(int steps, double gradientNorm, double loss) {
    public StopRule {
        if (steps < 0 || steps == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a run needs a number of steps from 0 to " + (Integer.MAX_VALUE - 1) + ", but got " + steps);
        }
        if (!(gradientNorm >= 0)) {
            throw new IllegalArgumentException("the gradient norm to stop at must be a number >= 0, but was " + gradientNorm);
        }
    }

    public static StopRule steps(int steps) {
        return new StopRule(steps, 0, Double.NEGATIVE_INFINITY);
    }
}
