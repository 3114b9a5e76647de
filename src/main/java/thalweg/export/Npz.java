package thalweg.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import thalweg.data.Hdf5File;
import thalweg.data.NumberArray;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Track;

/**
 * The numbers of runs for NumPy: an {@link NpzWriter NPZ file}.
 *
 * <p>For run i {@code runI_theta} (steps + 1, n), {@code runI_loss}, {@code runI_gradient_norm} and {@code runI_learning_rate} (steps + 1);
 * {@code names} and {@code optimizers} (runs); {@code experiment}, the JSON of the whole, a single text.
 */
final class Npz {
    /** Name of the experiment's JSON among the arrays, or the attributes of HDF5. */
    static final String EXPERIMENT = "experiment";

    private Npz() {
    }

    static void write(Experiment experiment, List<Track> tracks, OutputStream out) throws IOException {
        NpzWriter arrays = new NpzWriter(out);
        arrays.texts(EXPERIMENT, List.of(ExperimentJson.write(experiment)), "()");
        arrays.texts("names", tracks.stream().map(Track::name).toList(), "(" + tracks.size() + ",)");
        arrays.texts("optimizers", tracks.stream().map(t -> t.run().optimizer().toString()).toList(), "(" + tracks.size() + ",)");
        for (Map.Entry<String, Numbers> array : numbers(tracks).entrySet()) {
            Numbers all = array.getValue();
            String sides = all.columns() == 0 ? "(" + all.rows() + ",)" : "(" + all.rows() + ", " + all.columns() + ")";
            arrays.numbers(array.getKey(), sides, all.count(), all.at());
        }
        arrays.finish();
    }

    /** An array as it comes; no columns: a line. */
    private record Numbers(int rows, int columns, IntToDoubleFunction at) {
        int count() {
            return rows * Math.max(1, columns);
        }
    }

    private static Map<String, Numbers> numbers(List<Track> tracks) {
        Map<String, Numbers> arrays = new LinkedHashMap<>();
        for (int i = 0; i < tracks.size(); i++) {
            Trajectory t = tracks.get(i).trajectory();
            int n = t.dimension();
            arrays.put("run" + i + "_theta", new Numbers(t.last() + 1, n, k -> t.theta(k / n, k % n)));
            arrays.put("run" + i + "_loss", new Numbers(t.last() + 1, 0, t::loss));
            arrays.put("run" + i + "_gradient_norm", new Numbers(t.last() + 1, 0, t::gradientNorm));
            arrays.put("run" + i + "_learning_rate", new Numbers(t.last() + 1, 0, t::learningRate));
        }
        return arrays;
    }

    /**
     * The experiment's JSON in a file that {@link #write} wrote; only that array is read.
     *
     * @throws IOException if the file is no zip or damaged, or the text is longer than any file may carry
     */
    static Optional<String> experiment(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(EXPERIMENT + ".npy");
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return NpzWriter.text(in, Carried.LONGEST);
            }
        }
    }

    /**
     * What goes with the arrays in HDF5: which run is which as attributes {@code name} and {@code optimizer} of {@code runI_theta}, and the whole as
     * the file's attribute {@code experiment}.
     */
    static Map<String, Map<String, String>> remarks(Experiment experiment, List<Track> tracks) {
        Map<String, Map<String, String>> remarks = new LinkedHashMap<>();
        remarks.put(Hdf5File.WHOLE, Map.of(EXPERIMENT, Carried.text(experiment)));
        for (int i = 0; i < tracks.size(); i++) {
            remarks.put("run" + i + "_theta", Map.of("name", tracks.get(i).name(), "optimizer", tracks.get(i).run().optimizer().toString()));
        }
        return remarks;
    }

    /** The same arrays of numbers, for HDF5. */
    static Map<String, NumberArray> arrays(List<Track> tracks) {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        numbers(tracks).forEach((name, all) -> arrays.put(name,
                new NumberArray(all.columns() == 0 ? List.of(all.rows()) : List.of(all.rows(), all.columns()),
                IntStream.range(0, all.count()).mapToDouble(all.at()).toArray())));
        return arrays;
    }
}
