package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Points around {@code x^3 - x}. */
@Entry(id = "polynomial", label = "Polynomial", group = "Regression",
        help = "Points around x^3 - x over -1.5 to 1.5: a line is too simple, degree 3 fits, degree 15 fits the noise.")
public record Cubic(
        @Knob(label = "samples", symbol = "m", value = 30, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.15, min = 0, max = 1, help = "Standard deviation of y.")
        double noise) implements RegressionSource {
    @Override
    public DataSet make(long seed) {
        return Plane.numbers("Polynomial", "x", "y", samples, seed, draw -> draw.between(-1.5, 1.5, 0),
                (x, draw) -> x * x * x - x + noise * draw.gaussian(1));
    }
}
