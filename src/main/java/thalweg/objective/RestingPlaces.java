package thalweg.objective;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint.Kind;

/**
 * Tells whether a place where a run came to rest is a minimum, and where exactly: runs rest on saddles too, and on slopes that are nearly flat.
 * Newton's method goes on from the place, and the Hessian classifies; where it decides nothing, the values around do. One thread's.
 */
public final class RestingPlaces {
    /** Nodes per side that tell how much the objective varies. */
    private static final int NODES = 33;
    private static final int DIRECTIONS = 16;

    private final Objective objective;
    private final List<Range> window;
    private final double scale;

    /**
     * Of an objective.
     *
     * @param objective of as many parameters as the window has sides, one or two
     * @param window whose size says what is far
     */
    public RestingPlaces(Objective objective, List<Range> window) {
        this.objective = objective;
        this.window = List.copyOf(window);
        scale = new Survey(new Probe(objective, window), NODES, () -> false).scale();
    }

    /**
     * The minimum at which a run rests.
     *
     * @param rest where it came to; may lie outside the window
     * @param within how far the minimum may be, in parts of the window
     */
    public Optional<Vec> minimum(Vec rest, double within) {
        double[] at = rest.toArray();
        Probe probe = new Probe(objective, IntStream.range(0, at.length).mapToObj(i -> around(at[i], window.get(i).width())).toList());
        Newton newton = new Newton(probe);
        Optional<double[]> polished = newton.from(at, within);
        Optional<CriticalPoint> point = polished.flatMap(new Nature(probe, scale, newton)::ofCritical);
        return point.isPresent() ? point.filter(p -> p.kind() == Kind.MINIMUM).map(CriticalPoint::at)
                : Optional.of(rest).filter(_ -> isLowest(probe, at, within));
    }

    private static Range around(double at, double width) {
        return new Range(at - width / 2, at + width / 2);
    }

    /** Whether nothing at this distance is lower: so at the bottom of a valley that is level, and at a kink. */
    private boolean isLowest(Probe probe, double[] at, double distance) {
        double value = probe.value(at);
        double margin = 1e-12 * scale + 1e-15 * Math.abs(value);
        return IntStream.range(0, DIRECTIONS).noneMatch(k -> {
            double angle = 2 * Math.PI * k / DIRECTIONS;
            double[] there = {at[0] + distance * probe.width(0) * Math.cos(angle), at.length == 1 ? 0
                    : at[1] + distance * probe.width(1) * Math.sin(angle)};
            return probe.value(at.length == 1 ? new double[] {there[0]} : there) < value - margin;
        });
    }
}
