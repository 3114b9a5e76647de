package thalweg.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;
import thalweg.slice.Finding.Unit;

/**
 * What a grid of values tells of itself: whether its centre is the model's, whether it resolves the valleys, whether it is convex where it must be.
 */
final class GridChecks {
    /** Two ways to sum ten thousand samples differ by some 1e-13 of the sum at most. */
    private static final double SAME = 1e-9;
    /** What is left of a cost that should be 0 is the rounding of its terms, told in parts of the usual height of the grid. */
    private static final double NOTHING = 1e-12;
    /** What a valley may hide is told in levels, of which a picture has about so many. */
    private static final int LEVELS = 10;
    /** Below this part of the range a logarithmic scale tells shades of the darkest colour, which are not missed. */
    private static final double FLOOR = 1e-3;
    /** Hidden levels below which lines stay in their places, and above which pools appear that are none. */
    private static final double LITTLE = 0.5;
    private static final double MUCH = 2;
    /** Rounding of a second difference, in parts of its terms. */
    private static final double ROUNDING = 1e-12;

    private final Plotted plotted;
    private final Grid grid;
    private final Slice slice;

    GridChecks(Plotted plotted) {
        this.plotted = plotted;
        grid = plotted.grid();
        slice = plotted.slice();
    }

    /** The node nearest the origin of the slice. */
    int[] nearest() {
        return new int[] {nearest(0, grid.x(), grid.nx()), grid.ny() == 1 ? 0 : nearest(0, grid.y(), grid.ny())};
    }

    private static int nearest(double value, Range range, int nodes) {
        return Math.clamp(Math.round(range.fraction(value) * (nodes - 1)), 0, nodes - 1);
    }

    private double[] at(int i, int j) {
        return slice.dimension() == 1 ? new double[] {grid.xAt(i)} : new double[] {grid.xAt(i), grid.yAt(j)};
    }

    /** The model asked anew where the grid was sampled, at the origin or the node nearest to it; and what runs recorded that stood there. */
    List<Finding> centre() {
        Objective f = plotted.from().objective().evaluator().until(plotted.from().cancelled());
        int[] node = nearest();
        double[] at = at(node[0], node[1]);
        double sampled = grid.value(node[0], node[1]);
        double asked = f.value(slice.at(at).toArray());
        boolean exact = Arrays.stream(at).allMatch(v -> v == 0);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("J on the grid", sampled));
        figures.add(Figure.of("J asked anew", asked));
        String where = exact ? "at its centre" : "at the point nearest its origin";
        boolean same = same(sampled, asked);
        String words = same ? "The grid is the model's own cost " + where + ": asked anew, the model says the same."
                : "The grid is not the model's cost " + where + ": asked anew, the model says something else. This is a mistake of the program.";
        Level level = same ? Level.FINE : Level.WRONG;
        double origin = plotted.cut().isPresent() ? exact ? asked : f.value(slice.origin().toArray()) : Double.NaN;
        for (Walk walk : plotted.walks()) {
            double recorded = stands(walk.start()) ? walk.startLoss() : stands(walk.end()) ? walk.endLoss() : Double.NaN;
            if (!Double.isNaN(origin) && !Double.isNaN(recorded)) {
                figures.add(Figure.of(walk.name() + " recorded", recorded));
                if (!same(recorded, origin)) {
                    level = Level.WRONG;
                    words = walk.name() + " recorded another cost at the origin than this model has there: it ran on other data, or with another"
                            + " model, loss or penalty. " + words;
                }
            }
        }
        return List.of(new Finding(Topic.CENTRE, level, words, figures));
    }

    /** Whether a point is the origin itself. */
    private boolean stands(Projection p) {
        double scale = slice.directions().getFirst().norm();
        return p.residual() <= SAME * scale && Arrays.stream(p.coordinates().toArray()).allMatch(c -> Math.abs(c) <= SAME);
    }

    private boolean same(double a, double b) {
        double apart = Math.abs(a - b);
        return a == b || Double.isNaN(a) && Double.isNaN(b) || apart <= SAME * Math.max(Math.abs(a), Math.abs(b)) || apart <= nothing();
    }

    /** Sorts the whole grid, so that it is asked only where two heights differ. */
    private double nothing() {
        double[] heights = grid.finite().map(Math::abs).sorted().toArray();
        return heights.length == 0 ? 0 : NOTHING * heights[heights.length / 2];
    }

    /**
     * How much may hide between neighbouring nodes at the bottom of a valley, told in contour levels: where a node is no higher than its two
     * neighbours in its row or column, the lowest point of the parabola through the three lies below it.
     */
    List<Finding> resolution() {
        double range = grid.maximum() - grid.minimum();
        double[] hidden = {-1};
        if (range > 0) {
            double floor = range * FLOOR;
            double all = StrictMath.log((range + floor) / floor);
            triples(true, (before, here, after) -> {
                if (here <= before && here <= after) {
                    double bend = before - 2 * here + after;
                    double depth = bend > 0 ? (after - before) * (after - before) / (8 * bend) : 0;
                    double height = here - grid.minimum() + floor;
                    hidden[0] = Math.max(hidden[0], LEVELS * StrictMath.log(height / Math.max(floor, height - depth)) / all);
                }
            });
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(grid.ny() == 1 ? "points" : "points along a", grid.nx(), Unit.COUNT));
        figures.add(Figure.of(grid.ny() == 1 ? "spacing" : "spacing of a", grid.x().width() / (grid.nx() - 1)));
        if (grid.ny() > 1) {
            figures.add(new Figure("points along b", grid.ny(), Unit.COUNT));
            figures.add(Figure.of("spacing of b", grid.y().width() / (grid.ny() - 1)));
        }
        if (hidden[0] < 0) {
            return List.of(new Finding(Topic.GRID, Level.FINE, "No valley crosses this window, so none can slip between the points of the grid.",
                    figures));
        }
        figures.add(Figure.of("hidden levels of " + LEVELS, hidden[0]));
        Level level = hidden[0] < LITTLE ? Level.FINE : hidden[0] < MUCH ? Level.CAUTION : Level.WRONG;
        String words = switch (level) {
            case FINE -> "The grid resolves the valley: less than half a contour level can hide between its points.";
            case CAUTION ->
                    "The grid is coarse for this valley: a contour level or two can hide between its points. Take more points, or look at a smaller part.";
            case WRONG ->
                    "The grid is too coarse for this valley: pools along its bottom may be made by the points alone. Take more points, or look at a smaller part.";
        };
        return List.of(new Finding(Topic.GRID, level, words, figures));
    }

    /** For models whose cost is convex along every line: whether the grid is. */
    List<Finding> convexity() {
        if (!(plotted.from().objective() instanceof NetworkObjective network) || network.architecture().layers().size() > 1) {
            return List.of();                                     // nothing is promised of others
        }
        int[] count = {0, 0};
        double[] worst = {0};
        triples(false, (before, here, after) -> {
            double bend = before - 2 * here + after;
            double rounding = ROUNDING * (Math.abs(before) + 2 * Math.abs(here) + Math.abs(after));
            count[0]++;
            if (bend < -rounding) {
                count[1]++;
                worst[0] = Math.min(worst[0], bend);
            }
        });
        List<Figure> figures = List.of(new Figure("triples of points", count[0], Unit.COUNT), new Figure("bent down", count[1], Unit.COUNT),
                Figure.of("worst bend", worst[0]));
        return List.of(count[1] == 0
                ? new Finding(Topic.CONVEXITY, Level.FINE, "The cost of this model is convex, and so is the grid: it bends down nowhere.", figures)
                : new Finding(Topic.CONVEXITY, Level.WRONG,
                        "The cost of this model is convex, but the grid bends down in places: its values are wrong there.", figures));
    }

    /** Three neighbours in a line. */
    @FunctionalInterface
    private interface Triple {
        void see(double before, double here, double after);
    }

    /** Shows all finite triples along rows and columns, and unless told otherwise along diagonals. */
    private void triples(boolean straight, Triple triple) {
        int[][] ways = straight ? new int[][] {{1, 0}, {0, 1}} : new int[][] {{1, 0}, {0, 1}, {1, 1}, {1, -1}};
        for (int[] way : ways) {
            for (int j = Math.abs(way[1]); j < grid.ny() - Math.abs(way[1]); j++) {
                for (int i = way[0]; i < grid.nx() - way[0]; i++) {
                    double before = grid.value(i - way[0], j - way[1]);
                    double here = grid.value(i, j);
                    double after = grid.value(i + way[0], j + way[1]);
                    if (Double.isFinite(before + here + after)) {
                        triple.see(before, here, after);
                    }
                }
            }
        }
    }
}
