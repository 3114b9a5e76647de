package thalweg.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.experiment.WholeFile;

/** The table of a frame with all its digits: a line for each run that is shown, where it stands at the frame's step. */
public final class TableText {
    /** More parameters are no columns of a table. */
    private static final int MOST_PARAMETERS = 20;

    private TableText() {
    }

    /** For spreadsheets: columns apart by tabs. */
    public static String tsv(Frame frame) {
        return text(frame, "\t");
    }

    /** Writes it as CSV or TSV, by the file's ending. */
    public static void write(Frame frame, Path file) throws IOException {
        byte[] bytes = text(frame, Format.ends(file, ".tsv") ? "\t" : ",").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    private static String text(Frame frame, String between) {
        List<Track> shown = frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
        int n = frame.scene().objective().dimension();
        List<String> axes = n > MOST_PARAMETERS ? List.of() : frame.scene().objective().appearance().axes();
        List<String> head = new ArrayList<>(List.of("run", "optimizer", "step"));
        for (int i = 0; n <= MOST_PARAMETERS && i < n; i++) {
            head.add(axes.size() == n && axes.get(i).matches("\\w+") ? axes.get(i) : "theta_" + i);
        }
        head.addAll(List.of("loss", "gradient_norm", "step_length", "learning_rate"));
        List<List<String>> rows = new ArrayList<>(List.of(head));
        for (Track track : shown) {
            Trajectory t = track.trajectory();
            int step = Math.min(frame.step(), t.last());
            List<String> row = new ArrayList<>(List.of(track.name(), track.run().optimizer().toString(), Integer.toString(step)));
            for (int i = 0; n <= MOST_PARAMETERS && i < n; i++) {
                row.add(Double.toString(t.theta(step, i)));
            }
            for (double number : new double[] {t.loss(step), t.gradientNorm(step), t.stepLength(step), t.learningRate(step)}) {
                row.add(Double.toString(number));
            }
            rows.add(row);
        }
        return rows.stream().map(row -> row.stream().map(cell -> cell(cell, between)).collect(Collectors.joining(between)) + "\n")
                .collect(Collectors.joining());
    }

    private static String cell(String text, String between) {
        return between.equals("\t") ? text.replaceAll("[\\t\\r\\n]", " ") : RunText.cell(text);
    }
}
