package thalweg.objective;

/**
 * The gradient of an objective of x and y in polar coordinates {@code x = r cos(phi), y = r sin(phi)}:
 * {@code grad J = (1 / h_r) dJ/dr e_r + (1 / h_phi) dJ/dphi e_phi} with the scale factors {@code h_r = 1} and {@code h_phi = r}.
 *
 * @param r distance from the origin, 0 or more
 * @param phi angle from the x axis in radians, in (-pi, pi]; 0 at the origin, which has none
 * @param radial {@code dJ/dr}, the component along {@code e_r = (cos(phi), sin(phi))}
 * @param tangential {@code (1 / r) dJ/dphi}, the component along {@code e_phi = (-sin(phi), cos(phi))}; at the origin its limit
 */
public record PolarGradient(double r, double phi, double radial, double tangential) {
    /**
     * Of an objective at a point.
     *
     * @throws IllegalArgumentException unless the objective has two parameters
     */
    public static PolarGradient at(Objective objective, double x, double y) {
        if (objective.dimension() != 2) {
            throw new IllegalArgumentException("polar coordinates need 2 parameters, but the objective has " + objective.dimension());
        }
        double[] gradient = new double[2];
        objective.valueAndGradient(new double[] {x, y}, gradient);
        double r = Math.hypot(x, y);
        double cos = r == 0 ? 1 : x / r;
        double sin = r == 0 ? 0 : y / r;
        double angle = r == 0 ? 0 : Math.atan2(y, x);
        return new PolarGradient(r, angle, cos * gradient[0] + sin * gradient[1], cos * gradient[1] - sin * gradient[0]);
    }
}
