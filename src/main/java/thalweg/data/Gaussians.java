package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Elongated clouds, each turned its own way, whose centres lie on a circle of radius 0.9. */
@Entry(id = "gaussians", label = "Gaussians", group = "Classification",
        help = "Overlapping clouds: no classifier is always right.")
public record Gaussians(
        @Knob(label = "samples", symbol = "m", value = 300, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "classes", symbol = "K", value = 2, min = 2, max = 10, least = 2, most = 100, help = "How many clouds.")
        int classes,
        @Knob(label = "noise", symbol = "\\sigma", value = 1, min = 0, max = 3, help = "Standard deviation along a cloud; across it is half of that.")
        double noise) implements DataSource {
    @Override
    public DataSet make(long seed) {
        return Plane.classes("Gaussians", samples, classes, seed, (label, draw, xy) -> {
            double angle = 2 * Math.PI * label / classes;
            double along = noise * draw.gaussian(0);
            double across = noise / 2 * draw.gaussian(1);
            double turn = angle + Math.PI / 4;
            xy[0] = 0.9 * StrictMath.cos(angle) + along * StrictMath.cos(turn) - across * StrictMath.sin(turn);
            xy[1] = 0.9 * StrictMath.sin(angle) + along * StrictMath.sin(turn) + across * StrictMath.cos(turn);
        });
    }
}
