package thalweg.comparison;

import java.util.BitSet;
import java.util.function.BooleanSupplier;
import thalweg.descent.Descent;
import thalweg.descent.Outcome;

/**
 * What became of one run.
 *
 * @param diverged whether it left all bounds
 * @param first J at the start, its sign changed when climbing
 * @param last J at its end
 * @param lowest the least finite J it met; infinite if it met none
 * @param steps made within the budget
 * @param reversals part of the steps in the second half that lead back against the step before
 */
public record Fate(boolean diverged, double first, double last, double lowest, int steps, double reversals) {
    /** A run has arrived when this part of its first gap is left. */
    public static final double TOLERANCE = 1e-3;
    /** Steps that turn back more often than this are swings; noise turns back half of the time. */
    private static final double SWINGS = 0.6;

    /** What a fate is called. */
    public enum Kind { CONVERGED, SLOW, OSCILLATING, DIVERGED }

    /**
     * Walks a run.
     *
     * @param budget evaluations it may cost
     */
    static Fate of(Descent descent, long budget, BooleanSupplier cancelled) {
        double sign = descent.maximise() ? -1 : 1;
        int n = descent.start().size();
        double[] before = descent.start().toArray();
        double[] way = new double[n];
        BitSet back = new BitSet();
        double[] seen = {Double.NaN, Double.NaN, Double.POSITIVE_INFINITY};
        int[] steps = {0};
        Outcome outcome = descent.walk(cancelled, place -> {
            if (Cost.of(place.effort(), descent.rule(), place.step(), n) > budget) {
                return false;
            }
            double loss = sign * place.loss();
            seen[0] = place.step() == 0 ? loss : seen[0];
            seen[1] = loss;
            seen[2] = Double.isFinite(loss) ? Math.min(seen[2], loss) : seen[2];
            steps[0] = place.step();
            double dot = 0;
            for (int i = 0; i < n; i++) {
                double d = place.theta()[i] - before[i];
                dot += d * way[i];
                way[i] = d;
                before[i] = place.theta()[i];
            }
            back.set(place.step(), dot < 0);
            return true;
        });
        int half = steps[0] / 2;
        int turned = back.get(half + 1, Math.max(half + 1, steps[0] + 1)).cardinality();
        return new Fate(outcome instanceof Outcome.Diverged, seen[0], seen[1], seen[2], steps[0], steps[0] == half ? 0
                : (double) turned / (steps[0] - half));
    }

    /** The part of the first gap that is left at the end: 1 at the start, 0 at the floor; infinite for a run that diverged. */
    public double left(double floor) {
        if (diverged || !Double.isFinite(last)) {
            return Double.POSITIVE_INFINITY;
        }
        double gap = first - floor;
        return gap > 0 ? Math.max(0, last - floor) / gap : last <= floor ? 0 : 1;
    }

    /** Its kind, if the lowest J there is is {@code floor}. */
    public Kind kind(double floor) {
        double left = left(floor);
        return left > 1 ? Kind.DIVERGED : left <= TOLERANCE ? Kind.CONVERGED : reversals > SWINGS ? Kind.OSCILLATING : Kind.SLOW;
    }
}
