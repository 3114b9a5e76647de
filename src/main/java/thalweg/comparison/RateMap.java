package thalweg.comparison;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.List;
import thalweg.descent.Descent;
import thalweg.math.Range;
import thalweg.optimizer.Optimizer;

/** What becomes of runs by one rule for every learning rate and every setting of one more knob. Immutable. */
public final class RateMap {
    /** Cells per side of the stages. */
    public static final List<Integer> STAGES = List.of(12, 24, 48, 96);

    /** Makes the rule with a learning rate and a setting of the other knob. */
    @FunctionalInterface
    public interface Rules {
        Optimizer of(double rate, double other);
    }

    /**
     * What is turned.
     *
     * @param rates from the lowest to the highest, on a logarithmic scale
     * @param other the other knob's
     */
    public record Knobs(Range rates, Range other, boolean otherIsLog) {
        /** The learning rate in the middle of a column. */
        public double rate(int i, int n) {
            return rates.min() * Math.pow(rates.max() / rates.min(), (i + 0.5) / n);
        }

        /** The other knob's setting in the middle of a row. */
        public double other(int j, int n) {
            return otherIsLog ? other.min() * Math.pow(other.max() / other.min(), (j + 0.5) / n) : other.at((j + 0.5) / n);
        }
    }

    private final Knobs knobs;
    private final int n;
    private final Fate[] fates;
    private final double floor;

    private RateMap(Knobs knobs, int n, Fate[] fates, double floor) {
        this.knobs = knobs;
        this.n = n;
        this.fates = fates;
        this.floor = floor;
    }

    /**
     * Walks every cell.
     *
     * @param descent whose rule does not matter
     * @param floor the lowest J there is (the highest, when climbing); NaN if nobody knows: then the lowest that any of the runs met
     * @param n cells per side
     * @return empty once cancelled
     */
    public static Optional<RateMap> of(Descent descent, Rules rules, Knobs knobs, double floor, int n, BooleanSupplier cancelled) {
        Fate[] fates = new Fate[n * n];
        double lowest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                Fate fate = Fate.of(descent.by(rules.of(knobs.rate(i, n), knobs.other(j, n))), Long.MAX_VALUE, cancelled);
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
                fates[j * n + i] = fate;
                lowest = Math.min(lowest, fate.lowest());
            }
        }
        return Optional.of(new RateMap(knobs, n, fates, Double.isNaN(floor) ? lowest : descent.maximise() ? -floor : floor));
    }

    public Knobs knobs() {
        return knobs;
    }

    /** Cells per side. */
    public int n() {
        return n;
    }

    public Fate fate(int i, int j) {
        return fates[j * n + i];
    }

    public Fate.Kind kind(int i, int j) {
        return fate(i, j).kind(floor);
    }

    /** The part of the first gap that is left in a cell. */
    public double left(int i, int j) {
        return fate(i, j).left(floor);
    }

    /** The part of the cells of a kind. */
    public double share(Fate.Kind kind) {
        int count = 0;
        for (Fate fate : fates) {
            count += fate.kind(floor) == kind ? 1 : 0;
        }
        return (double) count / fates.length;
    }
}
