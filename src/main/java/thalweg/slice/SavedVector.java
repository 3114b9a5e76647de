package thalweg.slice;

import java.util.Map;
import thalweg.data.NpzFile;
import thalweg.data.NumberArray;
import thalweg.math.Vec;

/** Vectors of parameters in files. */
final class SavedVector {
    private SavedVector() {
    }

    /**
     * Reads an array of n numbers.
     *
     * @param knob what named the file, for the message
     * @throws IllegalArgumentException if it cannot be read, is not there, or does not fit
     */
    static Vec read(String knob, String path, String name, int n) {
        Map<String, NumberArray> arrays = NpzFile.read(knob, path);
        NumberArray array = NpzFile.array(arrays, name, path);
        Vec v = Vec.of(array.values());
        if (v.size() != n || !v.isFinite()) {
            throw new IllegalArgumentException("the array '" + name + "' of '" + path + "' must hold " + n
                    + " finite numbers, one for each parameter, but "
                    + (v.size() != n ? "has the shape " + array.shape() : "one of them is not finite"));
        }
        return v;
    }

    static boolean holds(String knob, String path, String name) {
        return NpzFile.read(knob, path).containsKey(name);
    }
}
