package thalweg.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;
import thalweg.descent.Descent;
import thalweg.math.Range;
import thalweg.optimizer.Optimizer;

/**
 * Rules compared fairly: from one start, each within the same number of evaluations, at every learning rate. Immutable.
 *
 * @param rates ascending, evenly spaced on a logarithmic scale
 * @param budget evaluations each run may cost
 * @param entries one per rule
 */
public record RateSweep(List<Double> rates, long budget, List<Entry> entries) {
    /** Learning rates of the stages. */
    public static final List<Integer> STAGES = List.of(15, 29, 57, 113);

    public RateSweep {
        rates = List.copyOf(rates);
        entries = List.copyOf(entries);
    }

    /**
     * One rule.
     *
     * @param run number of the run in the experiment
     * @param fates one per learning rate
     * @param current what becomes of it as it is set now
     */
    public record Entry(int run, List<Fate> fates, double currentRate, Fate current) {
        public Entry {
            fates = List.copyOf(fates);
        }

        /** The index of the learning rate at which it ends lowest; -1 if it diverges at all. */
        public int best() {
            int best = -1;
            for (int k = 0; k < fates.size(); k++) {
                boolean fine = !fates.get(k).diverged() && Double.isFinite(fates.get(k).last());
                if (fine && (best < 0 || fates.get(k).last() < fates.get(best).last())) {
                    best = k;
                }
            }
            return best;
        }
    }

    /**
     * A rule to compare.
     *
     * @param run number of the run in the experiment
     * @param descent as it is set now
     * @param rule the same at another learning rate
     */
    public record Contestant(int run, Descent descent, DoubleFunction<Optimizer> rule) {
    }

    /**
     * Walks all rules at all rates.
     *
     * @param n learning rates
     * @param coarser the stage before of the same, whose rates are not walked again
     * @return empty once cancelled
     */
    public static Optional<RateSweep> of(List<Contestant> contestants, Range range, long budget, int n, Optional<RateSweep> coarser,
            BooleanSupplier cancelled) {
        List<Double> rates = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            rates.add(k == n - 1 ? range.max() : range.min() * Math.pow(range.max() / range.min(), (double) k / (n - 1)));
        }
        boolean nested = coarser.isPresent() && coarser.get().rates.size() * 2 - 1 == n;
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < contestants.size(); c++) {
            Contestant who = contestants.get(c);
            List<Fate> fates = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                fates.add(nested && k % 2 == 0 ? coarser.get().entries.get(c).fates.get(k / 2)
                        : Fate.of(who.descent.by(who.rule.apply(rates.get(k))), budget, cancelled));
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            entries.add(new Entry(who.run, fates, who.descent.rule().learningRate(), Fate.of(who.descent, budget, cancelled)));
        }
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(new RateSweep(rates, budget, entries));
    }
}
