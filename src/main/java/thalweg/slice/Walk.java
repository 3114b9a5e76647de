package thalweg.slice;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/**
 * What a path is to a slice, in a few numbers.
 *
 * @param name of the run
 * @param length from its start to the point of it that is farthest from there
 * @param residual its greatest distance from the slice
 * @param start where its first point stands in the slice
 * @param far where the one farthest from the slice does
 * @param end where the last one does
 * @param startLoss J at the first point as it was recorded; NaN if it was not
 * @param farLoss J at the farthest
 * @param endLoss J at the last
 */
public record Walk(String name, double length, double residual, Projection start, Projection far, Projection end, double startLoss, double farLoss,
        double endLoss) {
    /** Points of a path looked at: as many as a picture shows. */
    private static final int POINTS = 400;

    /** Of a run. */
    public static Walk of(String name, Trajectory path, Slice slice) {
        return of(name, path, slice, () -> false);
    }

    /**
     * The same, which takes long where the path keeps many parameters.
     *
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Walk of(String name, Trajectory path, Slice slice, BooleanSupplier cancelled) {
        int every = Math.max(1, Math.ceilDiv(Math.ceilDiv(path.last(), POINTS), path.keptEvery())) * path.keptEvery();
        int count = Math.ceilDiv(path.last(), every) + 1;
        return of(name, k -> path.theta(Math.min(k * every, path.last())), count, k -> path.loss(Math.min(k * every, path.last())), slice,
                cancelled);
    }

    /** Of points without losses. */
    public static Walk of(String name, List<Vec> points, Slice slice) {
        return of(name, points::get, points.size(), _ -> Double.NaN, slice, () -> false);
    }

    private static Walk of(String name, IntFunction<Vec> points, int count, IntToDoubleFunction loss, Slice slice,
            BooleanSupplier cancelled) {
        Vec first = points.apply(0);
        Projection start = slice.project(first, cancelled);
        Projection last = start;
        double length = 0;
        int far = 0;
        Projection farthest = start;
        for (int k = 1; k < count; k++) {
            Vec at = points.apply(k);
            last = slice.project(at, cancelled);
            length = Math.max(length, Products.distance(first, at, cancelled));
            if (last.residual() >= farthest.residual()) {
                far = k;
                farthest = last;
            }
        }
        return new Walk(name, length, farthest.residual(), start, farthest, last, loss.applyAsDouble(0), loss.applyAsDouble(far),
                loss.applyAsDouble(count - 1));
    }

    /** How far it leaves the slice, in parts of its length; 0 for one that stays where it is on the slice. */
    public double off() {
        return residual == 0 ? 0 : residual / length;
    }
}
