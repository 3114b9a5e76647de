package thalweg.slice;

import java.util.List;
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

    /** The directions at their new lengths; where the origin is 0, that part of a direction becomes 0. */
    List<Vec> of(List<Vec> directions, Vec origin, Objective objective) {
        return switch (this) {
            case NONE -> directions;
            case UNIT -> Orthogonal.unit(directions);
            case FILTER, LAYER -> directions.stream().map(d -> matched(d, origin, objective)).toList();
        };
    }

    private Vec matched(Vec direction, Vec origin, Objective objective) {
        double[] d = direction.toArray();
        double[] o = origin.toArray();
        if (!(objective instanceof NetworkObjective network)) {
            match(d, o, 0, d.length);
            return Vec.of(d);
        }
        for (Layer layer : network.architecture().layers()) {
            int length = this == FILTER ? layer.in() : layer.weights();
            for (int from = layer.weightsAt(); from < layer.biasesAt(); from += length) {
                match(d, o, from, from + length);
            }
            match(d, o, layer.biasesAt(), layer.end());
        }
        return Vec.of(d);
    }

    /** Gives a part of d the norm of the same part of o. */
    private static void match(double[] d, double[] o, int from, int to) {
        double dd = 0;
        double oo = 0;
        for (int i = from; i < to; i++) {
            dd += d[i] * d[i];
            oo += o[i] * o[i];
        }
        double factor = dd > 0 ? Math.sqrt(oo) / Math.sqrt(dd) : 0;
        for (int i = from; i < to; i++) {
            d[i] *= factor;
        }
    }
}
