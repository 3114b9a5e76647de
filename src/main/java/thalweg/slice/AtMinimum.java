package thalweg.slice;

import java.util.Comparator;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;
import thalweg.objective.Objective;

/** The best point there is: a known minimum, or else the lowest end of a run. */
@Entry(id = "minimum", label = "minimum", help = "A known minimum, or else the end of the run that came lowest.")
record AtMinimum() implements Origin {
    @Override
    public Vec of(Vantage from) {
        Objective f = from.objective().evaluator().until(from.cancelled());
        Optional<Vec> known = f.appearance().minima().stream().min(Comparator.comparingDouble(at -> f.value(at.toArray())));
        Optional<Vec> reached = from.paths().stream().filter(t -> !(t.outcome() instanceof Outcome.Diverged))
                .min(Comparator.comparingDouble(t -> t.loss(t.last()))).map(AtMinimum::end);
        return known.or(() -> reached).orElse(from.start());
    }

    private static Vec end(Trajectory path) {
        return path.theta(path.last());
    }
}
