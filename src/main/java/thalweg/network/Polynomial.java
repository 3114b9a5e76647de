package thalweg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.data.DataSet;

/** {@code h(x) = w_1 x + w_2 x^2 + ... + b}, of each feature; no products of different features. */
@Entry(id = "polynomial", label = "Polynomial", group = "Linear models", help = "A polynomial of each feature; linear in its parameters.",
        latex = "h(x) = \\theta_0 + \\theta_1 x + \\dots + \\theta_d x^d")
public record Polynomial(
        @Knob(label = "degree", symbol = "d", value = 3, min = 1, max = 15, least = 1, most = 30, help = "The highest power.")
        int degree) implements Model {
    private static final int[] NONE = {};

    @Override
    public Architecture architecture(int inputs, int outputs) {
        return Architecture.of(inputs, NONE, outputs, Activation.IDENTITY, true, false);
    }

    @Override
    public Loss loss(boolean classified) {
        return Loss.MEAN_SQUARED;
    }

    @Override
    public DataSet features(DataSet data) {
        int d = data.dimension();
        double[] powers = new double[Math.multiplyExact(data.size(), d * degree)];
        int at = 0;
        for (int i = 0; i < data.size(); i++) {
            for (int j = 0; j < d; j++) {
                double power = 1;
                for (int p = 0; p < degree; p++, at++) {
                    power *= data.feature(i, j);
                    powers[at] = power;
                }
            }
        }
        List<String> names = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            for (int p = 1; p <= degree; p++) {
                names.add(p == 1 ? data.featureName(j) : data.featureName(j) + "^" + p);
            }
        }
        return new DataSet(data.name(), powers, data.targets(), names, data.targetName(), data.classNames(), Optional.empty());
    }
}
