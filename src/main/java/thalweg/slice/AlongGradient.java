package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Vec;

/** Downhill: the negative gradient at the origin; a plane has a random second direction. */
@Entry(id = "gradient", label = "gradient", help = "Downhill at the origin, and a random direction beside it.")
record AlongGradient(
        @Knob(label = "directions", value = 2, min = 1, max = 2, least = 1, most = 2, help = "1 for a line, 2 for a plane.")
        int count) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        double[] g = new double[origin.size()];
        from.objective().evaluator().until(from.cancelled()).valueAndGradient(origin.toArray(), g);
        from.ask();
        Vec downhill = from.vector((d, begin, end) -> {
            for (int i = begin; i < end; i++) {
                d[i] = -g[i];
            }
        });
        if (!(downhill.norm() > 0) || !downhill.isFinite()) {
            throw new IllegalArgumentException("gradient: at the origin the gradient is " + (downhill.isFinite() ? "0" : "not finite")
                    + " and points nowhere; choose another origin");
        }
        List<Vec> made = new ArrayList<>(List.of(downhill));
        if (count > 1 && g.length > 1) {
            made.add(new AlongChance(1, 0, 1).of(from, origin).getFirst());
        }
        return made;
    }
}
