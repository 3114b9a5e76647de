package thalweg.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.math.Chance;
import thalweg.math.Purpose;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint.Kind;

/**
 * Finds the minima, maxima and saddles of an objective in a window.
 *
 * <p>A survey of values and gradients says where to start: at its lowest and highest nodes, in cells where the gradient turns, at known
 * minima, and at seeded points; Newton's method polishes and the Hessian classifies. What has no gradient, a kink or an edge of the domain,
 * is found by {@link KinkSearch}. Plateaus and lines of critical points are left out. The result is the same for the same arguments.
 */
public final class CriticalPoints {
    /** More marks would hide the picture; the lowest minima are kept. */
    public static final int MOST = 40;

    private static final int LINE_NODES = 4001;
    private static final int SIDE_NODES = 301;
    private static final int LINE_CELLS = 1500;
    private static final int SIDE_CELLS = 120;
    private static final int MOST_TURNS = 500;
    /** How far a search may go (a fraction of the window) where there are so many starts that each has its own point. */
    private static final double LEASH = 0.03;
    private static final int MOST_LOWS = 150;
    private static final int MOST_KINKS = 30;
    private static final int SEEDED = 40;
    /** Each zoom shows the neighbourhood of the best minimum so far, this much larger, so that ripples finer than the survey are seen. */
    private static final double ZOOM = 12;
    private static final int ZOOM_NODES = 121;
    private final Probe probe;
    private final Objective objective;
    private final List<Range> window;
    private final BooleanSupplier cancelled;
    private final Newton newton;
    private final Nature nature;
    private final Survey survey;
    private final Findings found;
    private final List<double[]> onEdges = new ArrayList<>();

    private CriticalPoints(Objective objective, List<Range> window, BooleanSupplier cancelled) {
        this.objective = objective;
        this.window = window;
        this.cancelled = cancelled;
        probe = new Probe(objective, window);
        newton = new Newton(probe);
        survey = new Survey(probe, window.size() == 1 ? LINE_NODES : SIDE_NODES, cancelled);
        nature = new Nature(probe, survey.scale(), newton);
        found = new Findings(probe, survey);
    }

    /**
     * The critical points in a window: minima first, the lowest first; at most {@link #MOST}.
     *
     * @param objective of as many parameters as the window has sides, one or two; of others nothing is found
     * @param cancelled asked every millisecond or so; once true, the search ends with what it has
     */
    public static List<CriticalPoint> find(Objective objective, List<Range> window, long seed, BooleanSupplier cancelled) {
        if (objective.dimension() != window.size() || window.isEmpty() || window.size() > 2) {
            return List.of();
        }
        CriticalPoints search = new CriticalPoints(objective, window, cancelled);
        search.run(seed);
        return search.found.sorted(MOST);
    }

    private void run(long seed) {
        List<double[]> lows = survey.lows(MOST_LOWS, 1);
        List<double[]> highs = survey.lows(MOST_LOWS, -1);
        List<double[]> turns = Survey.turns(probe, window.size() == 1 ? LINE_CELLS : SIDE_CELLS, MOST_TURNS, seed, cancelled);
        double leash = turns.size() < MOST_TURNS ? Double.POSITIVE_INFINITY : LEASH;
        Stream.of(known(), lows, highs, turns, seeded(seed)).flatMap(List::stream).forEach(start -> smooth(start, leash));
        zoom();
        known().forEach(at -> kinkOrEdge(at, probe, Kind.MINIMUM));
        kinks(lows, probe, Kind.MINIMUM);
        kinks(highs, new Probe(new Maximised(objective), window), Kind.MAXIMUM);
        edges();
    }

    private List<double[]> known() {
        return objective.appearance().minima().stream().filter(at -> at.size() == window.size()).map(Vec::toArray)
                .filter(at -> probe.contains(at, 0)).toList();
    }

    private List<double[]> seeded(long seed) {
        int n = window.size();
        return IntStream.range(0, SEEDED).mapToObj(k -> probe.point(IntStream.range(0, n)
                .mapToDouble(i -> Chance.uniform(seed, Purpose.MULTI_START, -1L - (long) k * n - i)).toArray())).toList();
    }

    private void smooth(double[] start, double leash) {
        if (!cancelled.getAsBoolean()) {
            newton.from(start, leash).ifPresent(this::critical);
        }
    }

    private void critical(double[] x) {
        if (!found.holds(x)) {
            nature.ofCritical(x).ifPresent(found::add);
        }
    }

    /** Surveys ever smaller surroundings of the best minimum. */
    private void zoom() {
        double part = 1;
        for (int level = 0; level < 2 && !cancelled.getAsBoolean(); level++) {
            part /= ZOOM;
            double[] centre = found.best().map(p -> p.at().toArray()).or(() -> survey.lows(1, 1).stream().findFirst()).orElse(null);
            if (centre == null) {
                return;
            }
            List<Range> near = new ArrayList<>();
            for (int i = 0; i < centre.length; i++) {
                double half = part * probe.width(i) / 2;
                near.add(new Range(Math.max(probe.low(i), centre[i] - half), Math.min(probe.high(i), centre[i] + half)));
            }
            Probe closer = new Probe(objective, near);
            Newton closely = new Newton(closer);
            for (double[] low : new Survey(closer, window.size() == 1 ? LINE_NODES : ZOOM_NODES, cancelled).lows(MOST_LOWS, 1)) {
                if (!cancelled.getAsBoolean()) {
                    closely.from(low).ifPresent(this::critical);
                }
            }
        }
    }

    /** Descends (or climbs) without derivatives from the best nodes that no smooth point explains. */
    private void kinks(List<double[]> starts, Probe side, Kind kind) {
        double cell = 1.5 / (window.size() == 1 ? LINE_NODES : SIDE_NODES);
        int tried = 0;
        for (double[] start : starts) {
            if (tried == MOST_KINKS || cancelled.getAsBoolean()) {
                return;
            }
            if (!found.explains(kind, start, side.value(start), cell)) {
                tried++;
                double[] x = start.clone();
                double reached = new KinkSearch(side).descend(x, 1.0 / SIDE_NODES);
                double range = survey.highest() - survey.lowest();
                boolean fell = reached < (kind == Kind.MINIMUM ? survey.lowest() : -survey.highest()) - 10 * range;
                if (!fell) {
                    kinkOrEdge(x, side, kind);
                }
            }
        }
    }

    private void kinkOrEdge(double[] x, Probe side, Kind kind) {
        if (side.onEdge(x)) {
            if (kind == Kind.MINIMUM) {
                onEdges.add(x);
            }
            return;
        }
        Optional<double[]> smooth = newton.from(x).filter(y -> probe.distance(x, y) < Findings.SAME_ROUGH);
        smooth.ifPresent(this::critical);
        if (new KinkSearch(side).isCreased(x)) {
            nature.ofKink(x, side, kind).ifPresent(found::add);
        }
    }

    /** The lowest points on the sides of the domain, if they are lower than every minimum inside. */
    private void edges() {
        Appearance appearance = objective.appearance();
        Optional<CriticalPoint> inside = found.best();
        if (!appearance.closed() || !appearance.window().equals(window) || inside.isEmpty()) {
            return;
        }
        double beaten = inside.get().value() - 1e-9 * survey.scale();
        for (double[] x : onEdges) {
            double[] polished = window.size() == 1 ? x : alongEdge(x);
            if (probe.value(polished) < beaten) {
                nature.ofKink(polished, probe, Kind.MINIMUM).ifPresent(found::add);
            }
        }
    }

    private double[] alongEdge(double[] x) {
        int fixed = x[0] <= probe.low(0) || x[0] >= probe.high(0) ? 0 : 1;
        int free = 1 - fixed;
        Wall wall = new Wall(objective.evaluator(), fixed, x[fixed]);
        Optional<double[]> reached = new Newton(new Probe(wall, List.of(window.get(free)))).from(new double[] {x[free]});
        return reached.map(y -> wall.point(y[0])).filter(y -> probe.distance(x, y) < Findings.SAME_ROUGH).orElse(x);
    }
}
