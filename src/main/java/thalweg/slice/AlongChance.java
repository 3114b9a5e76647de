package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Vec;

/** Random directions. */
@Entry(id = "random", label = "random", help = "Every component drawn from a normal distribution.",
        source = "Goodfellow, Vinyals and Saxe 2015; Li, Xu, Taylor, Studer and Goldstein 2018")
record AlongChance(
        @Knob(label = "directions", value = 2, min = 1, max = 2, least = 1, most = 2, help = "1 for a line, 2 for a plane.")
        int count,
        @Knob(label = "draw", value = 0, min = 0, max = 100, least = 0, most = 1_000_000, help = "Another number gives other directions of the same seed.")
        int draw) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        int n = from.objective().dimension();
        List<Vec> made = new ArrayList<>();
        for (int k = 0; k < Math.min(count, n); k++) {
            double[] d = new double[n];
            long first = (2L * draw + k) * n;
            for (int i = 0; i < n; i++) {
                d[i] = Chance.gaussian(from.seed(), Purpose.DIRECTION, first + i);
            }
            made.add(Vec.of(d));
        }
        return made;
    }

    @Override
    public Normalisation normalisation() {
        return Normalisation.FILTER;
    }
}
