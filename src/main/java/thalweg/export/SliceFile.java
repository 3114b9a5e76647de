package thalweg.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import thalweg.data.DataSet;
import thalweg.data.NumberArray;
import thalweg.experiment.Experiment;
import thalweg.experiment.WholeFile;
import thalweg.math.Grid;
import thalweg.slice.Projection;
import thalweg.slice.Slice;

/**
 * A sampled slice as a file: {@code .npz}, {@code .h5} or {@code .json} with the arrays {@code alphas} (na), {@code betas} (nb), {@code loss}
 * (nb x na), {@code theta}, {@code direction1}, {@code direction2}, and where there are data {@code X} and {@code y}, where there is a path
 * {@code path_alpha}, {@code path_beta} and {@code path_residual}; a line has no betas, and its loss one row. Or {@code .csv}: a line for each node.
 * All but CSV, which has no place for it, carry the experiment as the numbers of runs do.
 *
 * @param experiment shows the same slice again; empty where none does
 * @param path points projected onto the slice; may be none
 */
public record SliceFile(Optional<Experiment> experiment, Slice slice, Grid grid, List<Projection> path, Optional<DataSet> data) {
    private static final List<String> ENDINGS = List.of(".npz", ".csv", ".json", ".h5");

    public SliceFile {
        path = List.copyOf(path);
    }

    /**
     * Refuses a file whose ending names no kind of file for slices.
     *
     * @throws IllegalArgumentException naming the endings that work
     */
    public static void check(Path file) {
        if (ENDINGS.stream().noneMatch(e -> Format.ends(file, e))) {
            throw new IllegalArgumentException("cannot write a slice to '" + file + "': use .npz, .csv, .json or .h5");
        }
    }

    /**
     * Writes the file, atomically.
     *
     * @throws IOException if it cannot be written; the message is for people
     */
    public void write(Path file) throws IOException {
        check(file);
        if (Format.ends(file, ".csv")) {
            WholeFile.write(file, this::csv);
        } else {
            ArraysFile.write(experiment, arrays(), file);
        }
    }

    private Map<String, NumberArray> arrays() {
        Map<String, NumberArray> arrays = new LinkedHashMap<>();
        int na = grid.nx();
        int nb = grid.ny();
        arrays.put("alphas", line(IntStream.range(0, na).mapToDouble(grid::xAt).toArray()));
        if (slice.dimension() == 2) {
            arrays.put("betas", line(IntStream.range(0, nb).mapToDouble(grid::yAt).toArray()));
        }
        double[] loss = IntStream.range(0, na * nb).mapToDouble(k -> grid.value(k % na, k / na)).toArray();
        arrays.put("loss", slice.dimension() == 2 ? new NumberArray(List.of(nb, na), loss) : line(loss));
        arrays.put("theta", line(slice.origin().toArray()));
        for (int k = 0; k < slice.dimension(); k++) {
            arrays.put("direction" + (k + 1), line(slice.directions().get(k).toArray()));
        }
        if (!path.isEmpty()) {
            arrays.put("path_alpha", line(path.stream().mapToDouble(p -> p.coordinates().get(0)).toArray()));
            if (slice.dimension() == 2) {
                arrays.put("path_beta", line(path.stream().mapToDouble(p -> p.coordinates().get(1)).toArray()));
            }
            arrays.put("path_residual", line(path.stream().mapToDouble(Projection::residual).toArray()));
        }
        data.ifPresent(set -> {
            arrays.put("X", new NumberArray(List.of(set.size(), set.dimension()), set.features()));
            arrays.put("y", line(IntStream.range(0, set.size()).mapToDouble(set::target).toArray()));
        });
        return arrays;
    }

    private static NumberArray line(double[] values) {
        return new NumberArray(List.of(values.length), values);
    }

    private void csv(OutputStream out) throws IOException {
        Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        boolean plane = slice.dimension() == 2;
        w.append(plane ? "alpha,beta,loss\n" : "alpha,loss\n");
        for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
                w.append(grid.xAt(i) + "," + (plane ? grid.yAt(j) + "," : "") + grid.value(i, j) + "\n");
            }
        }
        w.flush();
    }
}
