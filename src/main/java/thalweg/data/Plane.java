package thalweg.data;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Makes data sets of few features, sample by sample. */
final class Plane {
    /** Writes the two features of a sample of a class. */
    @FunctionalInterface
    interface Point {
        void place(int label, Draw draw, double[] xy);
    }

    private Plane() {
    }

    /** Points of the plane, whose classes take turns. */
    static DataSet classes(String name, int samples, int classes, long seed, Point point) {
        double[] x = new double[2 * samples];
        double[] y = new double[samples];
        double[] xy = new double[2];
        for (int i = 0; i < samples; i++) {
            point.place(i % classes, new Draw(seed, i), xy);
            x[2 * i] = xy[0];
            x[2 * i + 1] = xy[1];
            y[i] = i % classes;
        }
        return new DataSet(name, x, y, List.of("x1", "x2"), "class", names(classes), Optional.empty());
    }

    static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    /** Numbers over one feature. */
    static DataSet numbers(String name, String feature, String target, int samples, long seed, ToDoubleFunction<Draw> at,
            CurveWithNoise curve) {
        double[] x = new double[samples];
        double[] y = new double[samples];
        for (int i = 0; i < samples; i++) {
            Draw draw = new Draw(seed, i);
            x[i] = at.applyAsDouble(draw);
            y[i] = curve.at(x[i], draw);
        }
        return new DataSet(name, x, y, List.of(feature), target, List.of(), Optional.empty());
    }

    /** A number over x, with what chance adds. */
    @FunctionalInterface
    interface CurveWithNoise {
        double at(double x, Draw draw);
    }
}
