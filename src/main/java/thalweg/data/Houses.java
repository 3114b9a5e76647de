package thalweg.data;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;

/** Sizes of 600 to 3,000 square feet and prices around {@code 50 + 0.06 x}; no real houses. */
@Entry(id = "houses", label = "Houses (synthetic)", group = "Regression",
        help = "Made-up houses around price = 50 + 0.06 size, in thousands over square feet.",
        source = "lecture")
public record Houses(
        @Knob(label = "samples", symbol = "m", value = 60, min = 10, max = 2000, log = true, least = 1, most = 100_000,
                help = "How many points there are; more of them move none.")
        int samples,
        @Knob(label = "noise", symbol = "\\sigma", value = 20, min = 0, max = 100, help = "Standard deviation of the price, in thousands.")
        double noise) implements RegressionSource {
    @Override
    public DataSet make(long seed) {
        return Plane.numbers("Houses (synthetic)", "size (square feet)", "price (thousands)", samples, seed,
                draw -> Math.rint(draw.between(600, 3000, 0)), (x, draw) -> 50 + 0.06 * x + noise * draw.gaussian(1));
    }
}
