package thalweg.objective;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thalweg.objective.CriticalPoint.Kind;

/** The critical points found so far, each once; in the end marked, sorted and limited. */
final class Findings {
    /** Two smooth points closer than this fraction of the window are one; Newton's method leaves less. */
    private static final double SAME = 1e-7;
    /** Kinks and singular points are found less exactly. */
    static final double SAME_ROUGH = 1e-3;

    private final Probe probe;
    private final Survey survey;
    private final List<CriticalPoint> found = new ArrayList<>();

    /**
     * Nothing found yet.
     *
     * @param survey what the window's lowest and highest values are, as far as it tells
     */
    Findings(Probe probe, Survey survey) {
        this.probe = probe;
        this.survey = survey;
    }

    /** Whether a smooth point stands here already. */
    boolean holds(double[] x) {
        return found.stream().anyMatch(p -> probe.distance(p.at(), x) < SAME);
    }

    /**
     * Whether a low (or high) node belongs to a point of this kind.
     *
     * @param value of the node, turned so that lower is better
     * @param within distance, a fraction of the window
     */
    boolean explains(Kind kind, double[] node, double value, double within) {
        double sign = kind == Kind.MINIMUM ? 1 : -1;
        return found.stream().anyMatch(p -> p.kind() == kind && sign * p.value() <= value && probe.distance(p.at(), node) < within);
    }

    /** Adds a point, or keeps the better of two that are one. */
    void add(CriticalPoint point) {
        double[] at = point.at().toArray();
        for (int i = 0; i < found.size(); i++) {
            CriticalPoint other = found.get(i);
            double same = isRough(point) || isRough(other) ? SAME_ROUGH : SAME;
            if (probe.distance(other.at(), at) < same) {
                boolean better = point.kind() == Kind.MAXIMUM ? point.value() > other.value() : point.value() < other.value();
                if (better && isRough(other)) {
                    found.set(i, point);
                }
                return;
            }
        }
        found.add(point);
    }

    private static boolean isRough(CriticalPoint point) {
        return point.kind() == Kind.DEGENERATE || point.eigenvalues().size() == 0;
    }

    /** The lowest minimum. */
    Optional<CriticalPoint> best() {
        return found.stream().filter(p -> p.kind() == Kind.MINIMUM).min(Comparator.comparingDouble(CriticalPoint::value));
    }

    /** Minima first, the lowest first; at most so many. */
    List<CriticalPoint> sorted(int most) {
        double low = found.stream().filter(p -> p.kind() == Kind.MINIMUM).mapToDouble(CriticalPoint::value).min().orElse(Double.NaN);
        double high = found.stream().filter(p -> p.kind() == Kind.MAXIMUM).mapToDouble(CriticalPoint::value).max().orElse(Double.NaN);
        double seen = 1e-9 * survey.scale();
        boolean lowIsLowest = low <= survey.lowest() + seen;
        boolean highIsHighest = high >= survey.highest() - seen;
        Comparator<CriticalPoint> order = Comparator.<CriticalPoint>comparingInt(p -> rank(p))
                .thenComparingDouble(p -> p.kind() == Kind.MAXIMUM ? -p.value() : p.value());
        return found.stream().map(p -> switch (p.kind()) {
            case MINIMUM -> marked(p, lowIsLowest && p.value() <= low + equal(low));
            case MAXIMUM -> marked(p, highIsHighest && p.value() >= high - equal(high));
            case SADDLE, DEGENERATE -> p;
        }).sorted(order).limit(most).sorted(Comparator.<CriticalPoint>comparingInt(p -> p.kind().ordinal())
                .thenComparingDouble(p -> p.kind() == Kind.MAXIMUM ? -p.value() : p.value())).toList();
    }

    /** How far two values of equal minima may lie apart by rounding. */
    private double equal(double value) {
        return 1e-11 * survey.scale() + 1e-10 * Math.abs(value);
    }

    /** Which points are kept first when there are too many. */
    private static int rank(CriticalPoint point) {
        return point.global() ? 0 : switch (point.kind()) {
            case MINIMUM -> 1;
            case SADDLE, DEGENERATE -> 2;
            case MAXIMUM -> 3;
        };
    }

    private static CriticalPoint marked(CriticalPoint p, boolean global) {
        return new CriticalPoint(p.kind(), p.at(), p.value(), p.eigenvalues(), global);
    }
}
