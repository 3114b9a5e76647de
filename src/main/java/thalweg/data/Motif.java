package thalweg.data;

/** What is seen on a colour image: how deep a point lies inside it, in the motif's own frame (centre 0, size 1). */
enum Motif {
    DISC, SQUARE, TRIANGLE, CROSS, RING, STAR, STRIPES, BARS, CHECKERS, DOTS;

    /** Greater than 0 inside, by about the distance to the edge. */
    double depth(double u, double v) {
        double r = Math.sqrt(u * u + v * v);
        return switch (this) {
            case DISC -> 1 - r;
            case SQUARE -> 0.85 - Math.max(Math.abs(u), Math.abs(v));
            case TRIANGLE -> Math.min(0.6 - v, 0.5 + 0.5 * v - 0.866 * Math.abs(u));
            case CROSS -> Math.min(1 - Math.max(Math.abs(u), Math.abs(v)), 0.32 - Math.min(Math.abs(u), Math.abs(v)));
            case RING -> 0.24 - Math.abs(r - 0.75);
            case STAR -> 0.68 + 0.34 * StrictMath.cos(5 * StrictMath.atan2(u, -v)) - r;
            case STRIPES -> 0.3 * StrictMath.sin(5 * v);
            case BARS -> 0.3 * StrictMath.sin(5 * u);
            case CHECKERS -> 0.5 * StrictMath.sin(4 * u) * StrictMath.sin(4 * v);
            case DOTS -> 0.3 * (StrictMath.cos(5.5 * u) + StrictMath.cos(5.5 * v)) - 0.18;
        };
    }
}
