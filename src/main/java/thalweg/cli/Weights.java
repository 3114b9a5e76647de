package thalweg.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import thalweg.data.NpzFile;
import thalweg.data.NumberArray;
import thalweg.export.NpzWriter;
import thalweg.network.Layer;
import thalweg.network.NetworkObjective;

/**
 * The parameters of a network as arrays of an {@code .npz} file: {@code theta}, all in a row, and {@code W1} (out x in), {@code b1}, {@code W2}, ...
 */
final class Weights {
    private Weights() {
    }

    static void write(NetworkObjective j, double[] theta, NpzWriter arrays) throws IOException {
        arrays.numbers("theta", "(" + theta.length + ",)", theta.length, k -> theta[k]);
        List<Layer> layers = j.architecture().layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            arrays.numbers("W" + (l + 1), "(" + layer.out() + ", " + layer.in() + ")", layer.weights(), k -> theta[layer.weightsAt() + k]);
            if (layer.biased()) {
                arrays.numbers("b" + (l + 1), "(" + layer.out() + ",)", layer.out(), k -> theta[layer.biasesAt() + k]);
            }
        }
        arrays.finish();
    }

    /**
     * Reads {@code theta}, or else the weights and biases of each layer.
     *
     * @throws thalweg.data.DataException for a file that cannot be read
     * @throws IllegalArgumentException for arrays that do not fit the network
     */
    static double[] read(String path, NetworkObjective j) {
        Map<String, NumberArray> arrays = NpzFile.read("--weights", path);
        if (arrays.containsKey("theta")) {
            return fitting(arrays.get("theta"), "theta", List.of(j.dimension()), path);
        }
        double[] theta = new double[j.dimension()];
        List<Layer> layers = j.architecture().layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            put(arrays, "W" + (l + 1), List.of(layer.out(), layer.in()), path, theta, layer.weightsAt());
            if (layer.biased()) {
                put(arrays, "b" + (l + 1), List.of(layer.out()), path, theta, layer.biasesAt());
            }
        }
        return theta;
    }

    private static void put(Map<String, NumberArray> arrays, String name, List<Integer> shape, String path, double[] theta, int at) {
        double[] values = fitting(NpzFile.array(arrays, name, path), name, shape, path);
        System.arraycopy(values, 0, theta, at, values.length);
    }

    private static double[] fitting(NumberArray array, String name, List<Integer> shape, String path) {
        if (!array.shape().equals(shape)) {
            throw new IllegalArgumentException("the array '" + name + "' of '" + path + "' must have the shape " + shape
                    + " for this network, but has "
                    + array.shape());
        }
        if (!Arrays.stream(array.values()).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the array '" + name + "' of '" + path + "' holds a number that is not finite");
        }
        return array.values();
    }
}
