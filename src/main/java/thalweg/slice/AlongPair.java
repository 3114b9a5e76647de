package thalweg.slice;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.descent.Trajectory;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * The line from the end of one run, at 0, to that of another, at 1 (Goodfellow, Vinyals and Saxe 2015; between minima of small and large batches
 * Keskar, Mudigere, Nocedal, Smelyanskiy and Tang 2017, ICLR).
 */
@Entry(id = "between", label = "between two runs", help = "The line from the end of one run, at 0, to the end of another, at 1.",
        source = "Keskar et al. 2017, On large-batch training for deep learning, ICLR, figure 3")
record AlongPair(
        @Knob(label = "from run", value = 1, min = 1, max = 12, least = 1, most = 100, help = "The number of the run whose end is at 0.")
        int first,
        @Knob(label = "to run", value = 2, min = 1, max = 12, least = 1, most = 100, help = "The number of the run whose end is at 1.")
        int second) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        Trajectory path = from.path(second);
        Vec made = from.way(origin, path.theta(path.last()));
        if (!(made.norm() > 0) || !made.isFinite()) {
            throw new IllegalArgumentException("between: run " + second
                    + (made.isFinite() ? " ends where the line begins" : " has no end that is a number")
                    + "; choose another run");
        }
        return List.of(made);
    }

    @Override
    public Normalisation normalisation() {
        return Normalisation.NONE;
    }

    @Override
    public boolean followsRuns() {
        return true;
    }

    @Override
    public Optional<Range> range() {
        return Optional.of(new Range(-0.5, 1.5));
    }

    @Override
    public Origin origin() {
        return new AtEnd(first);
    }
}
