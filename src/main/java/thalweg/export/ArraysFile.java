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
import java.util.Optional;
import java.util.stream.Collectors;
import thalweg.data.Hdf5File;
import thalweg.data.NumberArray;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
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
        write(Optional.empty(), arrays, file);
    }

    /** The same with the experiment that brings their scene back, where there is one, as the numbers of runs carry it. */
    static void write(Optional<Experiment> experiment, Map<String, NumberArray> arrays, Path file) throws IOException {
        if (Format.ends(file, ".json")) {
            WholeFile.write(file, out -> json(experiment, arrays, out));
        } else if (Format.ends(file, ".h5")) {
            Map<String, Map<String, String>> remarks = experiment.map(e -> Map.of(Hdf5File.WHOLE, Map.of(Npz.EXPERIMENT, Carried.text(e))))
                    .orElse(Map.of());
            WholeFile.write(file, out -> Hdf5File.write(arrays, remarks, Files.createTempFile("thalweg", ".h5"), out));
        } else {
            WholeFile.write(file, out -> npz(experiment, arrays, out));
        }
    }

    private static void npz(Optional<Experiment> experiment, Map<String, NumberArray> arrays, OutputStream out) throws IOException {
        NpzWriter writer = new NpzWriter(out);
        if (experiment.isPresent()) {
            writer.texts(Npz.EXPERIMENT, List.of(ExperimentJson.write(experiment.get())), "()");
        }
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            List<Integer> shape = array.getValue().shape();
            String sides = shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", shape.size() == 1 ? ",)" : ")"));
            double[] values = array.getValue().values();
            writer.numbers(array.getKey(), sides, values.length, k -> values[k]);
        }
        writer.finish();
    }

    private static void json(Optional<Experiment> experiment, Map<String, NumberArray> arrays, OutputStream out) throws IOException {
        Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        w.append(experiment.map(RunText::beginning).orElse(""));
        String before = experiment.isPresent() ? ",\n" : "{\n";
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
