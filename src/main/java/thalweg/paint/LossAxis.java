package thalweg.paint;

import java.util.List;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Look;
import thalweg.math.Range;

/** Chooses the vertical axis of a loss chart: linear or logarithmic, from where to where. */
final class LossAxis {
    private static final double DECADES = 16;
    /** A series that changes by less than this part of itself is shown as one value: its ticks would differ in the seventh digit only. */
    private static final double FLAT = 1e-6;

    private LossAxis() {
    }

    /** The largest value worth room: a run that diverges may leave the chart, so only its start counts. */
    static double ceiling(List<Trajectory> paths, List<Series> series) {
        double settled = Double.NEGATIVE_INFINITY;
        double all = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < paths.size(); k++) {
            Series s = series.get(k);
            boolean wild = paths.get(k).outcome() instanceof Outcome.Diverged;
            double begin = s.value(0);
            settled = Math.max(settled, wild ? Double.isFinite(begin) ? begin : settled : s.maximum());
            all = Math.max(all, s.maximum());
        }
        return settled == Double.NEGATIVE_INFINITY ? all : settled;
    }

    static boolean isLog(Look.Scale scale, List<Series> series, double ceiling) {
        double positive = series.stream().mapToDouble(s -> s.minimum(0)).min().orElse(Double.POSITIVE_INFINITY);
        boolean possible = positive <= ceiling && ceiling > 0;
        return switch (scale) {
            case LINEAR -> false;
            case LOG -> possible;
            case AUTO -> possible && ceiling / positive > 100
                    && series.stream().noneMatch(s -> s.minimum(Double.NEGATIVE_INFINITY) < 0);
        };
    }

    /** Whole decades, if that does not leave half the chart empty; at most sixteen. */
    static Axis log(List<Series> series, double ceiling, String label) {
        double high = Math.log10(ceiling);
        double low = Math.max(Math.log10(series.stream().mapToDouble(s -> s.minimum(0)).min().orElseThrow()), high - DECADES);
        boolean wide = high - low > 1;
        double top = wide ? Math.ceil(high - 1e-9) : high + 0.05;
        double bottom = wide ? Math.floor(low + 1e-9) : low - 0.05;
        return Axis.log(Axis.shownLog(Math.pow(10, bottom), Math.pow(10, top)), label);
    }

    /** Per cent, up to 100 however far that is, for what is missing should be seen; from the tens below the lowest, or from 0. */
    static Axis perCent(List<Series> series) {
        double low = series.stream().mapToDouble(s -> s.minimum(Double.NEGATIVE_INFINITY)).min().orElse(0);
        double from = low < 40 || !(low <= 100) ? 0 : Math.floor(Math.min(low, 99) / 10) * 10;
        return Axis.linear(new Range(from, 100), "accuracy, %");
    }

    /** From 0 where the values come near it. */
    static Axis linear(List<Series> series, double ceiling, String label) {
        double low = series.stream().mapToDouble(s -> s.minimum(Double.NEGATIVE_INFINITY)).min().orElse(0);
        if (!(low <= ceiling)) {
            return Axis.linear(new Range(0, 1), label);
        }
        if (low >= 0 && low < 0.4 * ceiling) {
            low = 0;
        }
        boolean flat = !(ceiling - low > FLAT * Math.max(Math.abs(low), Math.abs(ceiling)));
        double room = flat ? Math.max(Math.abs(low) * 0.1, 1e-12) : ceiling * 0.04 - low * 0.04;
        return Axis.linear(Axis.shown(low == 0 ? 0 : low - room, ceiling + room), label);
    }
}
