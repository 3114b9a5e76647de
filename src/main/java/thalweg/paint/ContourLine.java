package thalweg.paint;

/** A connected piece of the set where a function has one value, as a line through points in the coordinates of its grid. */
public final class ContourLine {
    private final double level;
    private final double[] x;
    private final double[] y;
    private final boolean closed;

    /**
     * A line.
     *
     * @param level the value of the function along it
     * @param x,y its points in order, at least two; kept, not copied
     * @param closed whether the last point is joined to the first (which is not repeated)
     */
    ContourLine(double level, double[] x, double[] y, boolean closed) {
        this.level = level;
        this.x = x;
        this.y = y;
        this.closed = closed;
    }

    public double level() {
        return level;
    }

    /** Number of points. */
    public int size() {
        return x.length;
    }

    public double x(int i) {
        return x[i];
    }

    public double y(int i) {
        return y[i];
    }

    public boolean closed() {
        return closed;
    }
}
