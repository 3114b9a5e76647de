package thalweg.paint;

/**
 * The light on a surface: half-Lambert (Mitchell, Francke and Eng 2006, Shading in Valve's Source Engine) from the upper left of the
 * camera, with which it turns.
 */
final class Shading {
    private static final double RIGHT = -0.45;
    private static final double UP = 0.35;
    private static final double TOWARD = 0.82;
    private static final double AMBIENT = 0.50;
    private static final double DIFFUSE = 0.58;

    private final float x;
    private final float y;
    private final float z;

    Shading(Projection projection) {
        double length = Math.sqrt(RIGHT * RIGHT + UP * UP + TOWARD * TOWARD);
        double[] light = projection.direction(RIGHT / length, UP / length, TOWARD / length);
        x = (float) light[0];
        y = (float) light[1];
        z = (float) light[2];
    }

    /** The cosine between a normal and the light. */
    float cosine(float nx, float ny, float nz) {
        return x * nx + y * ny + z * nz;
    }

    /** Factor on a colour where the light falls at this cosine. */
    static float shade(float cosine) {
        float half = 0.5f + 0.5f * cosine;
        return (float) AMBIENT + (float) DIFFUSE * half * half;
    }
}
