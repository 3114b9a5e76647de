package thalweg.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Maximised;
import thalweg.objective.RestingPlaces;

/** Which minimum runs from every start of a grid reach, and after how many steps. Immutable. */
public final class Basins {
    /** A run that came to no minimum within its steps, on its way or at rest on a saddle. */
    public static final int UNDER_WAY = -1;
    public static final int DIVERGED = -2;
    /** Nodes per side of the stages; each holds the nodes of the one before. */
    public static final List<Integer> STAGES = List.of(13, 25, 49, 97, 193);

    /** A minimum is reached within this part of the window's diagonal, or half the way to the next one. */
    private static final double NEAR = 0.02;
    /** A run rests where its gradient is this part of the steepest it met. */
    private static final double REST = 1e-6;
    private static final int MOST = 64;

    private final Range x;
    private final Range y;
    private final int n;
    private final List<Vec> minima;
    private final int[] reached;
    private final int[] steps;

    private Basins(Range x, Range y, int n, List<Vec> minima, int[] reached, int[] steps) {
        this.x = x;
        this.y = y;
        this.n = n;
        this.minima = List.copyOf(minima);
        this.reached = reached;
        this.steps = steps;
    }

    /**
     * Walks from every node.
     *
     * @param descent whose start does not matter; of two parameters
     * @param known minima; others are found where runs come to rest
     * @param n nodes per side
     * @param coarser the stage before of the same, if there is one; its nodes are not walked again
     * @return empty once cancelled
     */
    public static Optional<Basins> of(Descent descent, List<Vec> known, Range x, Range y, int n, Optional<Basins> coarser,
            BooleanSupplier cancelled) {
        List<Vec> minima = new ArrayList<>(coarser.map(b -> b.minima).orElse(known));
        int[] reached = new int[n * n];
        int[] steps = new int[n * n];
        Path path = new Path(descent.stop().steps(),
                new RestingPlaces(descent.maximise() ? new Maximised(descent.objective()) : descent.objective(), List.of(x, y)));
        boolean nested = coarser.isPresent() && coarser.get().n * 2 - 1 == n;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                int at = j * n + i;
                if (nested && i % 2 == 0 && j % 2 == 0) {
                    int old = j / 2 * coarser.get().n + i / 2;
                    reached[at] = coarser.get().reached[old];
                    steps[at] = coarser.get().steps[old];
                    continue;
                }
                path.walk(descent.from(Vec.of(x.node(i, n), y.node(j, n))), cancelled);
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                reached[at] = path.reached(minima, Math.hypot(x.width(), y.width()) * NEAR);
                steps[at] = path.arrival(reached[at] >= 0 ? minima.get(reached[at]) : null, Math.hypot(x.width(), y.width()) * NEAR, minima);
            }
        }
        return Optional.of(new Basins(x, y, n, minima, reached, steps));
    }

    public Range x() {
        return x;
    }

    public Range y() {
        return y;
    }

    /** Nodes per side. */
    public int n() {
        return n;
    }

    /** The minima that runs may reach, the known ones first. */
    public List<Vec> minima() {
        return minima;
    }

    /** Index of the minimum reached from a node, or {@link #UNDER_WAY} or {@link #DIVERGED}. */
    public int reached(int i, int j) {
        return reached[j * n + i];
    }

    /** Steps until it stayed near its minimum; of other runs, all it made. */
    public int steps(int i, int j) {
        return steps[j * n + i];
    }

    /** The part of the starts that end so. */
    public double share(int end) {
        return (double) Arrays.stream(reached).filter(r -> r == end).count() / reached.length;
    }

    /** The most steps that any run to a minimum took; at least 1. */
    public int slowest() {
        int most = 1;
        for (int k = 0; k < reached.length; k++) {
            most = reached[k] >= 0 ? Math.max(most, steps[k]) : most;
        }
        return most;
    }

    /** How near a minimum is reached: half the way to the next one, where that is less than a part of the window. */
    private static double radius(List<Vec> minima, Vec of, double near) {
        double radius = near;
        for (Vec other : minima) {
            double apart = Math.hypot(other.get(0) - of.get(0), other.get(1) - of.get(1));
            radius = apart > 0 ? Math.min(radius, apart / 2) : radius;
        }
        return radius;
    }

    /** The path of one run after the other, in memory that is written again. */
    private static final class Path {
        private final double[] x;
        private final double[] y;
        private final double[] numbers = new double[2];           // the steepest gradient, the last one
        private final int[] last = new int[1];
        private final List<Outcome> end = new ArrayList<>(1);
        private final RestingPlaces places;

        Path(int steps, RestingPlaces places) {
            this.places = places;
            x = new double[steps + 1];
            y = new double[steps + 1];
        }

        void walk(Descent descent, BooleanSupplier cancelled) {
            numbers[0] = 0;
            end.clear();
            end.add(descent.walk(cancelled, place -> {
                x[place.step()] = place.theta()[0];
                y[place.step()] = place.theta()[1];
                last[0] = place.step();
                numbers[1] = place.gradientNorm();
                numbers[0] = Math.max(numbers[0], numbers[1]);
                return true;
            }));
        }

        /** The minimum it ends at; one that was not known is added. */
        int reached(List<Vec> minima, double near) {
            if (end.getFirst() instanceof Outcome.Diverged) {
                return DIVERGED;
            }
            for (int k = 0; k < minima.size(); k++) {
                if (distance(last[0], minima.get(k)) <= radius(minima, minima.get(k), near)) {
                    return k;
                }
            }
            boolean rests = end.getFirst() instanceof Outcome.Converged || numbers[1] <= REST * numbers[0];
            if (!rests || minima.size() >= MOST) {
                return UNDER_WAY;
            }
            Optional<Vec> found = places.minimum(Vec.of(x[last[0]], y[last[0]]), NEAR);
            if (found.isEmpty()) {
                return UNDER_WAY;                                 // a saddle, or a slope that is nearly flat
            }
            if (!minima.contains(found.get())) {
                minima.add(found.get());
            }
            return minima.indexOf(found.get());
        }

        /** The first step from which it stays near a minimum; without one its last step. */
        int arrival(Vec minimum, double near, List<Vec> minima) {
            if (minimum == null) {
                return last[0];
            }
            double radius = radius(minima, minimum, near);
            int step = last[0];
            while (step > 0 && distance(step - 1, minimum) <= radius) {
                step--;
            }
            return step;
        }

        private double distance(int step, Vec minimum) {
            return Math.hypot(x[step] - minimum.get(0), y[step] - minimum.get(1));
        }
    }
}
