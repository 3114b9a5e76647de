package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Points around {@code intercept + slope x}. */
@Entry(id = "line", label = "Line", group = "Regression",
        help = "Points around a straight line over -1 to 1.")
public record Line(
        @Knob(label = "samples", symbol = "m", value = 40, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "slope", value = 2, min = -5, max = 5, least = -1e6, most = 1e6, help = "Slope of the line.")
        double slope,
        @Knob(label = "intercept", value = 1, min = -5, max = 5, least = -1e6, most = 1e6, help = "Height of the line at 0.")
        double intercept,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.3, min = 0, max = 2, help = "Standard deviation of y.")
        double noise) implements RegressionSource {
    @Override
    public DataSet make(long seed) {
        return Plane.numbers("Line", "x", "y", samples, seed, draw -> draw.between(-1, 1, 0),
                (x, draw) -> intercept + slope * x + noise * draw.gaussian(1));
    }
}
