package thalweg.optimizer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import thalweg.catalog.Catalog;

/** The schedules that people can choose, in the order of the menu. */
public final class Schedules {
    /** Every schedule; its record is its description. */
    public static final List<Class<? extends Schedule>> RECORDS = List.of(Constant.class, StepDecay.class, Exponential.class,
            InverseTime.class, Cosine.class, WarmupCosine.class, Cyclic.class, Piecewise.class);

    public static final Catalog<Schedule> CATALOG = Catalog.ofRecords("schedule", RECORDS);

    private Schedules() {
    }

    /**
     * A schedule that is the given one before a step, and a constant factor from there on; so a path keeps its past when its rate is
     * changed under way. Breakpoints after the step are dropped.
     *
     * @param steps of the run, which some schedules depend on
     */
    public static Piecewise breakAt(Schedule schedule, int step, double factor, int steps) {
        Schedule before = schedule.ready();
        Map<Integer, Double> factors = new TreeMap<>();
        double last = Double.NaN;
        for (int k = 0; k < step; k++) {
            double now = before.factor(k, Math.max(1, steps));
            if (now != last) {
                factors.put(k, now);
                last = now;
            }
        }
        factors.put(step, factor);
        return Piecewise.of(factors);
    }
}
