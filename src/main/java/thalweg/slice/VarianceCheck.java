package thalweg.slice;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import thalweg.descent.Trajectory;
import thalweg.math.RandomWalk;
import thalweg.math.Turns;
import thalweg.math.Vec;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;
import thalweg.slice.Finding.Unit;

/** Whether principal components tell of a path more than they tell of nothing: the variance that they hold beside what they hold of a random walk. */
final class VarianceCheck {
    /** What is left out must be less than this part of what is left out of a random walk, before a path is said to have directions. */
    private static final double LESS = 0.5;

    private VarianceCheck() {
    }

    static List<Finding> of(Plotted plotted) {
        Slice slice = plotted.slice();
        if (plotted.cut().isEmpty() || !(plotted.cut().get().directions() instanceof AlongComponents components)
                || slice.dimension() == plotted.from().objective().dimension()) {
            return List.of();                                     // what shows all leaves nothing out
        }
        BooleanSupplier cancelled = plotted.from().cancelled();
        List<Trajectory> paths = components.paths(plotted.from());
        List<List<Vec>> points = paths.stream().map(path -> AlongComponents.points(path, cancelled)).toList();
        double[] shares = shares(points.stream().flatMap(List::stream).toList(), Orthogonal.unit(slice.directions(), cancelled), cancelled);
        if (shares.length == 0) {
            return List.of();
        }
        double[] walk = RandomWalk.shares(points.stream().map(List::size).toList(), shares.length);
        double held = sum(shares);
        double nothing = sum(walk);
        boolean has = 1 - held < LESS * (1 - nothing);
        String where = shares.length == 1 ? "The shown direction holds " : "The shown directions hold ";
        String what = paths.size() == 1 ? " of the variance of the path than of a random walk" : " of the variance of the paths than of random walks";
        String words = has ? where + "much more" + what + ": their shape is no accident of the method."
                : where + "hardly more" + what + " in many dimensions: a high share alone shows no order.";
        List<Figure> figures = IntStream.range(0, shares.length).boxed().flatMap(k -> {
            String along = shares.length == 1 ? "" : k == 0 ? " along a" : " along b";
            return List.of(new Figure("variance" + along, shares[k], Unit.PART), new Figure("of a random walk", walk[k], Unit.PART)).stream();
        }).toList();
        return List.of(new Finding(Topic.VARIANCE, has ? Level.FINE : Level.CAUTION, words, figures));
    }

    /** The parts of the variance of points about their mean along each of some unit vectors at right angles; none if the points are one. */
    private static double[] shares(List<Vec> points, List<Vec> units, BooleanSupplier cancelled) {
        if (points.isEmpty()) {
            return new double[0];
        }
        int n = points.getFirst().size();
        double[] mean = new double[n];
        for (Vec point : points) {
            Turns.over(n, cancelled, (from, to) -> {
                for (int i = from; i < to; i++) {
                    mean[i] += point.get(i) / points.size();
                }
            });
        }
        double[] all = {0};
        double[] along = new double[units.size()];
        for (Vec point : points) {
            double[] dots = new double[units.size()];
            Turns.over(n, cancelled, (from, to) -> {
                for (int i = from; i < to; i++) {
                    double d = point.get(i) - mean[i];
                    all[0] += d * d;
                    for (int k = 0; k < dots.length; k++) {
                        dots[k] += d * units.get(k).get(i);
                    }
                }
            });
            for (int k = 0; k < dots.length; k++) {
                along[k] += dots[k] * dots[k];
            }
        }
        double variance = all[0];
        return variance > 0 ? Arrays.stream(along).map(a -> a / variance).toArray() : new double[0];
    }

    private static double sum(double[] parts) {
        return Arrays.stream(parts).sum();
    }
}
