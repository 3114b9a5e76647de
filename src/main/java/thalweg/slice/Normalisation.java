package thalweg.slice;

import java.util.List;
import java.util.function.BooleanSupplier;
import thalweg.math.Turns;
import thalweg.math.Vec;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;
import thalweg.objective.Objective;

/** How long directions are made, so that a step along them means something. */
public enum Normalisation {
    /** As they come. */
    NONE,
    /** Length 1; the second is made orthogonal to the first before, so that distances on the map are distances between parameters. */
    UNIT,
    /**
     * Each filter, the weights into one unit, gets exactly the norm of the same filter at the origin (Li, Xu, Taylor, Studer and Goldstein
     * 2018, section 4); biases that of all biases of their layer. What is no network is one filter.
     */
    FILTER,
    /** Likewise for all weights of a layer together. */
    LAYER;

    /**
     * The directions at their new lengths; where the origin is 0, that part of a direction becomes 0.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    List<Vec> of(List<Vec> directions, Vec origin, Objective objective, BooleanSupplier cancelled) {
        return switch (this) {
            case NONE -> directions;
            case UNIT -> Orthogonal.unit(directions, cancelled);
            case FILTER, LAYER -> directions.stream().map(d -> matched(d, origin, objective, cancelled)).toList();
        };
    }

    private Vec matched(Vec direction, Vec origin, Objective objective, BooleanSupplier cancelled) {
        return Vec.filled(direction.size(), d -> {
            direction.copyTo(d);
            Turns.ask(cancelled);
            if (!(objective instanceof NetworkObjective network)) {
                match(d, origin, 0, d.length, cancelled);
                return;
            }
            for (Layer layer : network.architecture().layers()) {
                int length = this == FILTER ? layer.in() : layer.weights();
                for (int from = layer.weightsAt(); from < layer.biasesAt(); from += length) {
                    match(d, origin, from, from + length, cancelled);
                }
                match(d, origin, layer.biasesAt(), layer.end(), cancelled);
            }
        });
    }

    /** Gives a part of d the norm of the same part of o. */
    private static void match(double[] d, Vec o, int from, int to, BooleanSupplier cancelled) {
        double[] squares = {0, 0};
        Turns.over(to - from, cancelled, (begin, end) -> {
            double dd = squares[0];
            double oo = squares[1];
            for (int i = from + begin; i < from + end; i++) {
                dd += d[i] * d[i];
                oo += o.get(i) * o.get(i);
            }
            squares[0] = dd;
            squares[1] = oo;
        });
        double factor = squares[0] > 0 ? Math.sqrt(squares[1]) / Math.sqrt(squares[0]) : 0;
        Turns.over(to - from, cancelled, (begin, end) -> {
            for (int i = from + begin; i < from + end; i++) {
                d[i] *= factor;
            }
        });
    }
}
