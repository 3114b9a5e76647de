package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Clouds of one width, whose centres lie evenly on a circle of radius 2. */
@Entry(id = "blobs", label = "Blobs", group = "Classification",
        help = "Round clouds on a circle, well apart.")
public record Blobs(
        @Knob(label = "samples", symbol = "m", value = 300, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "classes", symbol = "K", value = 3, min = 2, max = 10, least = 2, most = 100, help = "How many clouds.")
        int classes,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.5, min = 0, max = 2, help = "Standard deviation in both coordinates.")
        double noise) implements DataSource {
    @Override
    public DataSet make(long seed) {
        return Plane.classes("Blobs", samples, classes, seed, (label, draw, xy) -> {
            double angle = 2 * Math.PI * (label + 0.25) / classes;
            xy[0] = 2 * StrictMath.cos(angle) + noise * draw.gaussian(0);
            xy[1] = 2 * StrictMath.sin(angle) + noise * draw.gaussian(1);
        });
    }
}
