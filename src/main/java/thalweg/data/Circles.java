package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Two circles with one centre. */
@Entry(id = "circles", label = "Circles", group = "Classification",
        help = "One circle inside another: no straight line separates them.",
        source = "make_circles of scikit-learn, with angles drawn at random")
public record Circles(
        @Knob(label = "samples", symbol = "m", value = 200, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.08, min = 0, max = 0.5, help = "Standard deviation in both coordinates.")
        double noise,
        @Knob(label = "inner radius", value = 0.5, min = 0.1, max = 0.9, most = 1, help = "Radius of the inner circle; the outer one has 1.")
        double inner) implements DataSource {
    @Override
    public DataSet make(long seed) {
        return Plane.classes("Circles", samples, 2, seed, (label, draw, xy) -> {
            double angle = 2 * Math.PI * draw.uniform(0);
            double radius = label == 0 ? 1 : inner;
            xy[0] = radius * StrictMath.cos(angle) + noise * draw.gaussian(1);
            xy[1] = radius * StrictMath.sin(angle) + noise * draw.gaussian(2);
        });
    }
}
