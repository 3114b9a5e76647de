package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** The square, with class 0 where the coordinates have one sign and class 1 where they differ. */
@Entry(id = "xor", label = "Exclusive or", group = "Classification",
        help = "Opposite quadrants share a class: the smallest problem that needs a hidden layer.",
        source = "Minsky and Papert 1969, Perceptrons")
public record Xor(
        @Knob(label = "samples", symbol = "m", value = 200, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 0.1, min = 0, max = 0.5, help = "Standard deviation in both coordinates.")
        double noise) implements DataSource {
    @Override
    public DataSet make(long seed) {
        return Plane.classes("Exclusive or", samples, 2, seed, (label, draw, xy) -> {
            double x = draw.between(-1, 1, 0);
            double y = Math.copySign(draw.uniform(1), label == 0 ? x : -x);
            xy[0] = x + noise * draw.gaussian(2);
            xy[1] = y + noise * draw.gaussian(3);
        });
    }
}
