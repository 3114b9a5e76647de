package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Arms of radius 0.08 to 1. */
@Entry(id = "spirals", label = "Spirals", group = "Classification",
        help = "Arms wound around each other: the classic test for hidden layers.",
        source = "Lang and Witbrock 1988, Learning to Tell Two Spirals Apart")
public record Spirals(
        @Knob(label = "samples", symbol = "m", value = 300, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "classes", symbol = "K", value = 2, min = 2, max = 10, least = 2, most = 100, help = "How many arms.")
        int classes,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.03, min = 0, max = 0.2, help = "Standard deviation in both coordinates.")
        double noise,
        @Knob(label = "turns", value = 1.25, min = 0.25, max = 3, least = 0, most = 10, help = "How often an arm goes around.")
        double turns) implements DataSource {
    @Override
    public DataSet make(long seed) {
        return Plane.classes("Spirals", samples, classes, seed, (label, draw, xy) -> {
            double t = Math.sqrt(draw.uniform(0));                        // even along the arm, not crowded at its root
            double radius = 0.08 + 0.92 * t;
            double angle = 2 * Math.PI * (turns * t + (double) label / classes);
            xy[0] = radius * StrictMath.cos(angle) + noise * draw.gaussian(1);
            xy[1] = radius * StrictMath.sin(angle) + noise * draw.gaussian(2);
        });
    }
}
