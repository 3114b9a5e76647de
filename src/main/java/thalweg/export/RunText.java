package thalweg.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Json;
import thalweg.experiment.Track;

/** The numbers of runs as text with all their digits: CSV (RFC 4180 with line feeds) and JSON. */
public final class RunText {
    /** How JSON begins, before the experiment. */
    static final String BEGIN = "{\n\"experiment\": ";
    /** What follows the experiment, before the name of the next field; inside it lines are indented. */
    private static final String END = ",\n\"";

    private RunText() {
    }

    /**
     * One line per run and step, step 0 being the start:
     * {@code run,optimizer,step,loss,gradient_norm,learning_rate,theta_0,theta_1,...}. Not-a-number is {@code NaN}, infinity {@code
     * Infinity}.
     */
    public static void csv(List<Track> tracks, Appendable w) throws IOException {
        StringBuilder line = new StringBuilder("run,optimizer,step,loss,gradient_norm,learning_rate");
        int n = tracks.stream().mapToInt(t -> t.trajectory().dimension()).max().orElse(0);
        for (int i = 0; i < n; i++) {
            line.append(",theta_").append(i);
        }
        w.append(line.append('\n'));
        for (Track track : tracks) {
            String head = cell(track.name()) + ',' + cell(track.run().optimizer().toString()) + ',';
            Trajectory t = track.trajectory();
            for (int k = 0; k <= t.last(); k++) {
                line.setLength(0);
                line.append(head).append(k).append(',').append(t.loss(k)).append(',').append(t.gradientNorm(k)).append(',')
                        .append(t.learningRate(k));
                for (int i = 0; i < t.dimension(); i++) {
                    line.append(',').append(t.theta(k, i));
                }
                w.append(line.append('\n'));
            }
        }
    }

    static void csv(List<Track> tracks, OutputStream out) throws IOException {
        Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv(tracks, w);
        w.flush();
    }

    /** A cell of a CSV file, in quotes where it needs them. */
    public static String cell(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * The experiment, and for every run its outcome and one list per column of the CSV; what is not finite is null, as JSON has no word for
     * it.
     */
    static void json(Experiment experiment, List<Track> tracks, OutputStream out) throws IOException {
        Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        w.append(beginning(experiment)).append(END).append("runs\": [");
        String comma = "\n";
        for (Track track : tracks) {
            Trajectory t = track.trajectory();
            w.append(comma).append("{\n\"name\": ").append(Json.line(track.name()));
            w.append(",\n\"optimizer\": ").append(Json.line(track.run().optimizer().toString()));
            w.append(",\n\"schedule\": ").append(Json.line(track.run().schedule().toString()));
            w.append(",\n\"outcome\": ").append(Json.line(outcome(t.outcome())));
            list(w, "loss", t, t::loss);
            list(w, "gradient_norm", t, t::gradientNorm);
            list(w, "learning_rate", t, t::learningRate);
            w.append(",\n\"theta\": [");
            for (int k = 0; k <= t.last(); k++) {
                w.append(k == 0 ? "[" : ", [");
                for (int i = 0; i < t.dimension(); i++) {
                    w.append(i == 0 ? "" : ", ").append(Json.number(t.theta(k, i)));
                }
                w.append(']');
            }
            w.append("]\n}");
            comma = ",\n";
        }
        w.append("\n]\n}\n").flush();
    }

    /** How JSON with an experiment begins; a comma and the numbers follow. */
    static String beginning(Experiment experiment) {
        return BEGIN + ExperimentJson.write(experiment).strip();
    }

    /**
     * The experiment in JSON that {@link #beginning begins} with it; what follows is not read.
     *
     * @throws IOException if it is cut off, or longer than any file may carry
     */
    static String experiment(InputStream json) throws IOException {
        json.readNBytes(BEGIN.length());
        return Xmp.skipTo(json, END.getBytes(StandardCharsets.US_ASCII), Carried.LONGEST).map(b -> new String(b, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IOException("its experiment is cut off, or longer than " + Carried.LONGEST + " bytes"));
    }

    private static void list(Writer w, String name, Trajectory t, IntToDoubleFunction column) throws IOException {
        w.append(",\n\"").append(name).append("\": [");
        for (int k = 0; k <= t.last(); k++) {
            w.append(k == 0 ? "" : ", ").append(Json.number(column.applyAsDouble(k)));
        }
        w.append(']');
    }

    private static Map<String, Object> outcome(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (outcome) {
            case Outcome.Converged(int step, double norm) -> {
                fields.put("kind", "converged");
                fields.put("step", step);
                fields.put("gradient_norm", norm);
            }
            case Outcome.Reached(int step, double loss) -> {
                fields.put("kind", "reached");
                fields.put("step", step);
                fields.put("loss", loss);
            }
            case Outcome.Diverged(int step) -> {
                fields.put("kind", "diverged");
                fields.put("step", step);
            }
            case Outcome.OutOfSteps(int steps) -> {
                fields.put("kind", "out-of-steps");
                fields.put("step", steps);
            }
            case Outcome.Cancelled(int step) -> {
                fields.put("kind", "cancelled");
                fields.put("step", step);
            }
            case Outcome.Running(int step) -> {
                fields.put("kind", "running");
                fields.put("step", step);
            }
        }
        return fields;
    }
}
