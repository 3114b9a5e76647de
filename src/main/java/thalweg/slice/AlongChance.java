package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        @Knob(label = "draw", value = 0, min = 0, max = 100, least = 0, most = 1_000_000,
                help = "Another number gives other directions of the same seed.")
        int draw,
        @Knob(label = "draws", value = 1, min = 1, max = 20, least = 1, most = 100,
                help = "Along a line: so many draws, this one and those after it, over one another in the curve.")
        int draws) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        int n = from.objective().dimension();
        List<Vec> made = new ArrayList<>();
        for (int k = 0; k < Math.min(count, n); k++) {
            long first = (2L * draw + k) * n;
            made.add(from.vector((d, begin, end) -> {
                for (int i = begin; i < end; i++) {
                    d[i] = Chance.gaussian(from.seed(), Purpose.DIRECTION, first + i);
                }
            }));
        }
        return made;
    }

    @Override
    public List<Directions> redrawn(int others) {
        return IntStream.rangeClosed(1, others).<Directions>mapToObj(k -> new AlongChance(count, draw + k, 1)).toList();
    }

    @Override
    public List<Directions> beside() {
        return count == 1 ? redrawn(draws - 1) : List.of();
    }

    @Override
    public Normalisation normalisation() {
        return Normalisation.FILTER;
    }
}
