package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.math.PrincipalComponents;
import thalweg.math.Turns;
import thalweg.math.Vec;

/** The directions in which the paths of runs vary most. How much they explain says little without {@link thalweg.math.RandomWalk}. */
@Entry(id = "pca", label = "principal components", help = "The two directions in which a run's path varies most, or the paths of all runs.",
        source = "Pearson 1901; Lorch 2016, Visualizing Deep Network Training Trajectories with PCA")
record AlongComponents(
        @Knob(label = "run", value = 0, min = 0, max = 12, least = 0, most = 100, help = "The number of the run; 0 for all of them together.")
        int run,
        @Knob(label = "directions", value = 2, min = 1, max = 2, least = 1, most = 2, help = "1 for a line, 2 for a plane.")
        int count) implements Directions {
    /** Points of a path that take part: more change nothing that can be seen. */
    private static final int POINTS = 300;

    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        List<Vec> points = paths(from).stream().flatMap(path -> points(path, from.cancelled()).stream()).toList();
        if (points.size() < 2) {
            return new AlongChance(count, 0, 1).of(from, origin);
        }
        List<Vec> found = PrincipalComponents.of(rows(points, origin.size()), count, from.cancelled(), _ -> { })
                .map(PrincipalComponents::directions).orElse(List.of());
        from.ask();
        List<Vec> made = new ArrayList<>(found);
        for (int k = made.size(); k < Math.min(count, origin.size()); k++) {
            made.add(new AlongChance(2, k, 1).of(from, origin).getFirst());      // the path is a line: any other direction will do
        }
        return made;
    }

    /** The paths whose variance is asked for. */
    List<Trajectory> paths(Vantage from) {
        return run > 0 ? List.of(from.path(run)) : from.paths().stream().filter(t -> !(t.outcome() instanceof Outcome.Diverged)).toList();
    }

    /** Some points of a path, its first and last among them. */
    static List<Vec> points(Trajectory path, BooleanSupplier cancelled) {
        int every = Math.max(1, Math.ceilDiv(path.last(), POINTS * path.keptEvery())) * path.keptEvery();
        List<Vec> points = new ArrayList<>();
        for (int step = 0; step < path.last(); step += every) {
            Turns.ask(cancelled);
            points.add(path.theta(step));
        }
        points.add(path.theta(path.last()));
        return points;
    }

    private static PrincipalComponents.Rows rows(List<Vec> points, int n) {
        return new PrincipalComponents.Rows() {
            @Override
            public int count() {
                return points.size();
            }

            @Override
            public int size() {
                return n;
            }

            @Override
            public void read(int i, double[] to) {
                points.get(i).copyTo(to);
            }
        };
    }

    @Override
    public boolean followsRuns() {
        return true;
    }
}
