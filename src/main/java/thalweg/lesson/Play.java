package thalweg.lesson;

/**
 * What plays when a scene comes: the steps from one to another, at a speed.
 *
 * @param from first step, 0 or more
 * @param to last step; {@link #END}: the last there is
 * @param speed factor on the usual speed, {@link #SLOWEST} to {@link #FASTEST}
 */
public record Play(int from, int to, double speed) {
    /** Until the last step there is. */
    public static final int END = Integer.MAX_VALUE;
    public static final double SLOWEST = 0.01;
    public static final double FASTEST = 100;
    /** All of it. */
    public static final Play ALL = new Play(0, END, 1);

    /**
     * Some steps.
     *
     * @throws IllegalArgumentException for steps below 0 or in the wrong order, or a speed out of its range
     */
    public Play {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("what plays goes from a step of 0 or more to the same or a later one, but goes from " + from + " to "
                    + to);
        }
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("the speed must be " + SLOWEST + " to " + (int) FASTEST + ", but is " + speed);
        }
    }
}
