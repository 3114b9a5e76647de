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
        return Turns.sum(a.size(), cancelled, (before, from, to) -> {
            double sum = before;
            for (int i = from; i < to; i++) {
                sum += a.get(i) * b.get(i);
            }
            return sum;
        });
    }

    /** {@code |a - factor b|^2}. */
    static double squaredOff(Vec a, double factor, Vec b, BooleanSupplier cancelled) {
        return Turns.sum(a.size(), cancelled, (before, from, to) -> {
            double sum = before;
            for (int i = from; i < to; i++) {
                double d = a.get(i) - factor * b.get(i);
                sum += d * d;
            }
            return sum;
        });
    }

    /** {@code |a - b|}. */
    static double distance(Vec a, Vec b, BooleanSupplier cancelled) {
        return Math.sqrt(squaredOff(a, 1, b, cancelled));
    }
}
