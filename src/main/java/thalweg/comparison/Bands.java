package thalweg.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;

/**
 * How a rule does from many starts, or with many seeds: the middle half of its runs at every step. Immutable.
 *
 * @param steps at which quartiles are known, ascending from 0
 * @param runs how many of each rule
 * @param entries one per rule
 */
public record Bands(List<Integer> steps, int runs, List<Entry> entries) {
    /** Runs of the stages. */
    public static final List<Integer> STAGES = List.of(8, 16, 32, 64, 128);
    private static final int MOST_STEPS = 400;

    public Bands {
        steps = List.copyOf(steps);
        entries = List.copyOf(entries);
    }

    /**
     * One rule. Losses of runs that diverged count as infinite.
     *
     * @param run number of the run in the experiment
     * @param lower the quarter of the runs that does best is below, at each of the steps
     * @param median half of them
     * @param upper three quarters
     * @param converged part of the runs that arrived
     * @param diverged part of the runs that diverged
     * @param arrival median of the steps of those that arrived; -1 if fewer than half did
     */
    public record Entry(int run, List<Double> lower, List<Double> median, List<Double> upper, double converged, double diverged, int arrival) {
        public Entry {
            lower = List.copyOf(lower);
            median = List.copyOf(median);
            upper = List.copyOf(upper);
        }
    }

    /**
     * A rule to follow.
     *
     * @param run number of the run in the experiment
     * @param descents the k-th of its runs
     */
    public record Contestant(int run, IntFunction<Descent> descents) {
    }

    /**
     * Makes the runs.
     *
     * @param last the last step
     * @param floor the lowest J there is (the highest, when climbing); NaN if nobody knows: then the lowest that any of the runs met
     * @param runs of each rule
     * @return empty once cancelled
     */
    public static Optional<Bands> of(List<Contestant> contestants, int last, double floor, int runs, BooleanSupplier cancelled) {
        List<Integer> steps = steps(last);
        List<double[][]> all = new ArrayList<>();
        List<boolean[]> gone = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        for (Contestant who : contestants) {
            double[][] losses = new double[runs][];
            boolean[] diverged = new boolean[runs];
            for (int k = 0; k < runs; k++) {
                losses[k] = losses(who.descents.apply(k), steps, cancelled, diverged, k);
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                lowest = Math.min(lowest, Arrays.stream(losses[k]).filter(Double::isFinite).min().orElse(lowest));
            }
            all.add(losses);
            gone.add(diverged);
        }
        double known = Double.isNaN(floor) ? lowest : contestants.isEmpty() || !contestants.getFirst().descents.apply(0).maximise() ? floor : -floor;
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < contestants.size(); c++) {
            entries.add(entry(contestants.get(c).run, steps, all.get(c), gone.get(c), known));
        }
        return Optional.of(new Bands(steps, runs, entries));
    }

    private static List<Integer> steps(int last) {
        int every = Math.max(1, Math.ceilDiv(last, MOST_STEPS));
        List<Integer> steps = new ArrayList<>();
        for (int step = 0; step < last; step += every) {
            steps.add(step);
        }
        steps.add(last);
        return steps;
    }

    /** J at the steps asked for; a run that has ended stays where it is, or is lost. */
    private static double[] losses(Descent descent, List<Integer> steps, BooleanSupplier cancelled, boolean[] diverged, int k) {
        double sign = descent.maximise() ? -1 : 1;
        double[] losses = new double[steps.size()];
        int[] next = {0};
        double[] latest = {Double.NaN};
        Outcome outcome = descent.walk(cancelled, place -> {
            latest[0] = sign * place.loss();
            if (next[0] < losses.length && steps.get(next[0]) == place.step()) {
                losses[next[0]++] = latest[0];
            }
            return true;
        });
        diverged[k] = outcome instanceof Outcome.Diverged;
        Arrays.fill(losses, next[0], losses.length, diverged[k] ? Double.POSITIVE_INFINITY : latest[0]);
        return losses;
    }

    private static Entry entry(int run, List<Integer> steps, double[][] losses, boolean[] diverged, double floor) {
        List<List<Double>> quartiles = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        double[] at = new double[losses.length];
        for (int s = 0; s < steps.size(); s++) {
            for (int k = 0; k < at.length; k++) {
                at[k] = Double.isNaN(losses[k][s]) ? Double.POSITIVE_INFINITY : losses[k][s];
            }
            Arrays.sort(at);
            for (int q = 0; q < 3; q++) {
                quartiles.get(q).add(quantile(at, (q + 1) / 4.0));
            }
        }
        List<Integer> arrivals = new ArrayList<>();
        for (double[] one : losses) {
            arrival(one, steps, floor).ifPresent(arrivals::add);
        }
        arrivals.sort(null);
        int lost = 0;
        for (boolean d : diverged) {
            lost += d ? 1 : 0;
        }
        int middle = 2 * arrivals.size() < losses.length ? -1 : arrivals.get((arrivals.size() - 1) / 2);
        return new Entry(run, quartiles.get(0), quartiles.get(1), quartiles.get(2), (double) arrivals.size() / losses.length,
                (double) lost / losses.length, middle);
    }

    /** The first step at which the gap to the floor is a thousandth of the first. */
    private static Optional<Integer> arrival(double[] losses, List<Integer> steps, double floor) {
        double gap = losses[0] - floor;
        for (int s = 0; s < losses.length; s++) {
            if (Double.isFinite(losses[s]) && losses[s] - floor <= Fate.TOLERANCE * gap) {
                return Optional.of(steps.get(s));
            }
        }
        return Optional.empty();
    }

    /** By the definition that half of an even number lies between its two in the middle (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int i = (int) Math.floor(at);
        double rest = at - i;
        return rest == 0 ? sorted[i] : sorted[i] == sorted[i + 1] ? sorted[i] : sorted[i] + rest * (sorted[i + 1] - sorted[i]);
    }
}
