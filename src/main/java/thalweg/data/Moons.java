package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Two interleaving half circles of radius 1. */
@Entry(id = "moons", label = "Moons", group = "Classification",
        help = "Two half circles, one around the end of the other.",
        source = "make_moons of scikit-learn, with angles drawn at random")
public record Moons(
        @Knob(label = "samples", symbol = "m", value = 200, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.1, min = 0, max = 0.5, help = "Standard deviation in both coordinates.")
        double noise) implements DataSource {
    @Override
    public DataSet make(long seed) {
        return Plane.classes("Moons", samples, 2, seed, (label, draw, xy) -> {
            double angle = Math.PI * draw.uniform(0);
            double side = label == 0 ? 1 : -1;
            xy[0] = (label == 0 ? 0 : 1) + side * StrictMath.cos(angle) + noise * draw.gaussian(1);
            xy[1] = (label == 0 ? 0 : 0.5) + side * StrictMath.sin(angle) + noise * draw.gaussian(2);
        });
    }
}
