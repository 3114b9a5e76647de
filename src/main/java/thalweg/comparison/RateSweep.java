package thalweg.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
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

    /** Of the way from the start to the lowest end: so much is rounding. */
    private static final double EQUAL = 1e-12;

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

        /**
         * The index of the learning rate at which it ends lowest; -1 if it diverges at each of them. Of rates between whose ends rounding decides,
         * it is the middle one of the longest stretch: a spike that falls on the very bottom once is no good advice.
         */
        public int best() {
            double lowest = IntStream.range(0, fates.size()).filter(this::isFine).mapToDouble(k -> fates.get(k).last()).min()
                    .orElse(Double.NaN);
            int best = -1;
            int longest = 0;
            int from = -1;
            for (int k = 0; k < fates.size(); k++) {
                double way = fates.get(k).first() - lowest;
                boolean low = isFine(k) && fates.get(k).last() - lowest <= (way > 0 && Double.isFinite(way) ? EQUAL * way : 0);
                from = low ? from < 0 ? k : from : -1;
                if (low && k - from + 1 > longest) {
                    longest = k - from + 1;
                    best = (from + k) / 2;
                }
            }
            return best;
        }

        private boolean isFine(int k) {
            return !fates.get(k).diverged() && Double.isFinite(fates.get(k).last());
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
