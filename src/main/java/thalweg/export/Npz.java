package thalweg.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
    private Npz() {
    }

    static void write(Experiment experiment, List<Track> tracks, OutputStream out) throws IOException {
        NpzWriter arrays = new NpzWriter(out);
        arrays.texts("experiment", List.of(ExperimentJson.write(experiment)), "()");
        arrays.texts("names", tracks.stream().map(Track::name).toList(), "(" + tracks.size() + ",)");
        arrays.texts("optimizers", tracks.stream().map(t -> t.run().optimizer().toString()).toList(), "(" + tracks.size() + ",)");
        for (int i = 0; i < tracks.size(); i++) {
            Trajectory t = tracks.get(i).trajectory();
            int n = t.dimension();
            arrays.numbers("run" + i + "_theta", "(" + (t.last() + 1) + ", " + n + ")", (t.last() + 1) * n, k -> t.theta(k / n, k % n));
            String line = "(" + (t.last() + 1) + ",)";
            arrays.numbers("run" + i + "_loss", line, t.last() + 1, t::loss);
            arrays.numbers("run" + i + "_gradient_norm", line, t.last() + 1, t::gradientNorm);
            arrays.numbers("run" + i + "_learning_rate", line, t.last() + 1, t::learningRate);
        }
        arrays.finish();
    }
}
