package thalweg.slice;

import java.util.function.BooleanSupplier;
import thalweg.math.Turns;
import thalweg.math.Vec;

/** Inner products, each summed in the order of the components, that may be given up. */
final class Products {
    private Products() {
    }

    /** {@code a . b}. */
    static double dot(Vec a, Vec b, BooleanSupplier cancelled) {
        double[] sum = {0};
        Turns.over(a.size(), cancelled, (from, to) -> {
            double some = sum[0];
            for (int i = from; i < to; i++) {
                some += a.get(i) * b.get(i);
            }
            sum[0] = some;
        });
        return sum[0];
    }

    /** {@code |a - b|}. */
    static double distance(Vec a, Vec b, BooleanSupplier cancelled) {
        double[] sum = {0};
        Turns.over(a.size(), cancelled, (from, to) -> {
            double some = sum[0];
            for (int i = from; i < to; i++) {
                some += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
            }
            sum[0] = some;
        });
        return Math.sqrt(sum[0]);
    }
}
