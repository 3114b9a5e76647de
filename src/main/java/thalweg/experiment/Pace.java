package thalweg.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.catalog.Spec;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.math.Range;
import thalweg.objective.Objective;
import thalweg.optimizer.Constant;
import thalweg.optimizer.Optimizers;

/**
 * Learning rates for a race worth watching: found by trying.
 *
 * <p>The rule: every optimizer runs {@value #STEPS} steps with all rates 1, 2, 5 times a power of ten whose first step is a
 * hundred-thousandth to a fifth of the window's diagonal. A path that diverges, leaves the window by more than a tenth of it, or makes a
 * step of more than a fifth of the diagonal is out, except one that leaves the window below all that stay (a saddle has no bottom: to get
 * out is to win). Of the others each gains a point for every factor of two, up to a million, by which it shortens the distance in J to the
 * lowest value that any path of any optimizer came to, and loses one for every factor of two by which the step on which it has arrived
 * differs from {@value #ARRIVAL}. The best one is taken. Depends on nothing but the objective.
 */
final class Pace {
    static final int STEPS = 300;
    static final int ARRIVAL = 60;
    private static final double LONGEST_STEP = 0.2;
    private static final double SHORTEST_FIRST_STEP = 1e-5;
    private static final double MARGIN = 0.1;
    private static final double BEST_QUALITY = 1e-6;
    /** A path has arrived when no more than this part of the distance in J is still to come. */
    private static final double REST = 0.01;

    private final Objective f;
    private final boolean up;
    private final double diagonal;

    private Pace(Objective f, boolean up) {
        this.f = f;
        this.up = up;
        diagonal = Math.sqrt(f.appearance().window().stream().mapToDouble(r -> r.width() * r.width()).sum());
    }

    /** One rate tried: height is J, or -J when climbing; exit is the first step outside the margin, or -1. */
    private record Trial(double rate, Trajectory path, int exit, double lowest) {
    }

    /**
     * What was found.
     *
     * @param rates a learning rate for each optimizer
     * @param steps how long the race is worth watching: where paths leave the window for good, until half of them have
     */
    record Race(List<Double> rates, int steps) {
        Race {
            rates = List.copyOf(rates);
        }
    }

    /** A race of these optimizers, which must have a learning rate. */
    static Race race(List<String> optimizers, Objective f, boolean up) {
        Pace pace = new Pace(f, up);
        List<List<Trial>> trials = optimizers.stream().map(pace::trials).toList();
        double lowest = lowest(trials.stream().flatMap(List::stream));
        double inside = lowest(trials.stream().flatMap(List::stream).filter(t -> t.exit() < 0));
        List<Double> rates = new ArrayList<>();
        List<Integer> exits = new ArrayList<>();
        for (int i = 0; i < optimizers.size(); i++) {
            Optional<Trial> best = trials.get(i).stream().max(Comparator.comparingDouble(t -> pace.worth(t, lowest, inside)));
            rates.add(best.map(Trial::rate).orElse(Optimizers.CATALOG.make(Spec.of(optimizers.get(i))).learningRate()));
            best.map(Trial::exit).filter(exit -> exit >= 0).ifPresent(exits::add);
        }
        exits.sort(Comparator.naturalOrder());
        return new Race(rates, exits.isEmpty() ? STEPS : exits.get(exits.size() / 2));
    }

    private static double lowest(Stream<Trial> trials) {
        return trials.mapToDouble(Trial::lowest).min().orElse(Double.POSITIVE_INFINITY);
    }

    private List<Trial> trials(String optimizer) {
        double unit = run(optimizer, 1, 1).stepLength(Math.min(1, run(optimizer, 1, 1).last()));
        List<Trial> trials = new ArrayList<>();
        if (!(unit > 0 && Double.isFinite(unit))) {
            return trials;                                        // no slope at the start, or no value there
        }
        double longest = LONGEST_STEP * diagonal / unit;
        for (int decade = (int) Math.floor(Math.log10(longest)); trials.size() < 15 && decade > -12; decade--) {
            for (int digit : new int[] {5, 2, 1}) {
                double rate = Double.parseDouble(digit + "e" + decade);
                if (rate <= longest && rate * unit >= SHORTEST_FIRST_STEP * diagonal) {
                    trials.add(trial(rate, run(optimizer, rate, STEPS)));
                }
            }
        }
        return trials;
    }

    private Trajectory run(String optimizer, double rate, int steps) {
        return Descent.of(f, Optimizers.CATALOG.make(Spec.of(optimizer).with("learningRate", rate)), new Constant(), f.appearance().start(),
                StopRule.steps(steps)).maximising(up).run();
    }

    private Trial trial(double rate, Trajectory path) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= path.last(); k++) {
            if (outside(path, k)) {
                return new Trial(rate, path, k, lowest);
            }
            lowest = Math.min(lowest, height(path, k));
        }
        return new Trial(rate, path, -1, lowest);
    }

    private boolean outside(Trajectory path, int k) {
        for (int i = 0; i < f.dimension(); i++) {
            Range r = f.appearance().window().get(i);
            double u = r.fraction(path.theta(k, i));
            if (!(u > -MARGIN && u < 1 + MARGIN)) {
                return true;
            }
        }
        return false;
    }

    private double height(Trajectory path, int k) {
        return up ? -path.loss(k) : path.loss(k);
    }

    /** The larger, the better; negative infinity for a path that is out. */
    private double worth(Trial t, double lowest, double inside) {
        int end = t.exit() >= 0 ? t.exit() : t.path().last();
        for (int k = 1; k <= end; k++) {
            if (!(t.path().stepLength(k) <= LONGEST_STEP * diagonal)) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        double begin = height(t.path(), 0) - lowest;
        double rest = height(t.path(), end) - lowest;
        if (t.exit() >= 0) {
            return height(t.path(), end) < inside ? points(BEST_QUALITY, t.exit()) : Double.NEGATIVE_INFINITY;
        }
        if (t.path().outcome() instanceof Outcome.Diverged) {
            return Double.NEGATIVE_INFINITY;
        }
        int arrived = end;
        while (arrived > 0 && height(t.path(), arrived - 1) - lowest <= rest + REST * begin) {
            arrived--;
        }
        return points(rest / begin, arrived);
    }

    private static double points(double quality, int arrived) {
        double late = (double) Math.max(1, arrived) / ARRIVAL;
        return -(Math.log(Math.max(BEST_QUALITY, quality)) + Math.abs(Math.log(late))) / Math.log(2);
    }
}
