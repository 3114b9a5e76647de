package thalweg.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.data.Hdf5File;
import thalweg.data.NumberArray;
import thalweg.experiment.Json;
import thalweg.experiment.WholeFile;

/** Arrays of numbers by name as a file: {@code .npz}, {@code .json} or {@code .h5}. */
public final class ArraysFile {
    /** What files it writes. */
    public static final List<String> ENDINGS = List.of(".npz", ".json", ".h5");

    private ArraysFile() {
    }

    /**
     * Writes the file, atomically. What is not finite is null in JSON, which has no word for it.
     *
     * @param arrays of one or two dimensions, in the order of the file
     * @throws IOException if it cannot be written; the message is for people
     */
    public static void write(Map<String, NumberArray> arrays, Path file) throws IOException {
        if (Format.ends(file, ".json")) {
            WholeFile.write(file, out -> json(arrays, out));
        } else if (Format.ends(file, ".h5")) {
            WholeFile.write(file, out -> Hdf5File.write(arrays, Map.of(), Files.createTempFile("thalweg", ".h5"), out));
        } else {
            WholeFile.write(file, out -> npz(arrays, out));
        }
    }

    private static void npz(Map<String, NumberArray> arrays, OutputStream out) throws IOException {
        NpzWriter writer = new NpzWriter(out);
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            List<Integer> shape = array.getValue().shape();
            String sides = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
            double[] values = array.getValue().values();
            writer.numbers(array.getKey(), sides, values.length, k -> values[k]);
        }
        writer.finish();
    }

    private static void json(Map<String, NumberArray> arrays, OutputStream out) throws IOException {
        Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        String before = "{\n";
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            w.append(before).append('"').append(array.getKey()).append("\": ");
            NumberArray all = array.getValue();
            int width = all.shape().getLast();
            boolean rows = all.shape().size() == 2;
            w.append(rows ? "[[" : "[");
            for (int k = 0; k < all.values().length; k++) {
                w.append(k == 0 ? "" : rows && k % width == 0 ? "],\n[" : ", ").append(Json.number(all.values()[k]));
            }
            w.append(rows ? "]]" : "]");
            before = ",\n";
        }
        w.append("\n}\n").flush();
    }
}
