package thalweg.paint;

/**
 * The box that a surface stands in, in world units: x and y from -1 to 1, the lowest value at height 0, the floor below it.
 *
 * @param top height of the highest value
 */
record Box(double top) {
    /** Height of the floor, which carries the contour lines. */
    static final double FLOOR = -0.30;

    /** Height of the surface at exaggeration 1. */
    private static final double HEIGHT = 0.72;

    /** Beyond these the box is a plate or a chimney, and perspective comes too near. */
    private static final double LEAST = 0.05;
    private static final double MOST = 5;

    static Box of(double exaggeration) {
        return new Box(HEIGHT * (Double.isNaN(exaggeration) ? 1 : Math.clamp(exaggeration, LEAST, MOST)));
    }

    double centre() {
        return (top + FLOOR) / 2;
    }
}
