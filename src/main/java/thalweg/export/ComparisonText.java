package thalweg.export;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import thalweg.comparison.Bands;
import thalweg.comparison.Basins;
import thalweg.comparison.Fate;
import thalweg.comparison.RateMap;
import thalweg.comparison.RateSweep;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Json;
import thalweg.experiment.Surveys;
import thalweg.experiment.WholeFile;
import thalweg.paint.Goal;

/** The numbers of comparisons of many runs as a table with all their digits: CSV and JSON. */
public final class ComparisonText {
    /** What files it writes. */
    public static final List<String> ENDINGS = List.of(".csv", ".json");

    private ComparisonText() {
    }

    private record Table(List<String> head, List<List<Object>> rows) {
    }

    /** Writes the table of a view's survey, atomically, as CSV or JSON by the file's ending. */
    public static void write(Frame frame, String view, Path file) throws IOException {
        WholeFile.write(file, out -> {
            Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (Format.ends(file, ".json")) {
                json(frame, view, w);
            } else {
                csv(frame, view, w);
            }
            w.flush();
        });
    }

    /** The table as CSV (RFC 4180 with line feeds). Not-a-number is {@code NaN}, infinity {@code Infinity}. */
    public static void csv(Frame frame, String view, Appendable w) throws IOException {
        Table table = table(frame, view);
        w.append(String.join(",", table.head)).append('\n');
        for (List<Object> row : table.rows) {
            w.append(row.stream().map(c -> RunText.cell(c.toString())).collect(Collectors.joining(","))).append('\n');
        }
    }

    /** The experiment, and the rows as objects; what is not finite is null. */
    private static void json(Frame frame, String view, Writer w) throws IOException {
        Table table = table(frame, view);
        Experiment e = frame.experiment();
        w.append("{\n\"experiment\": ").append(ExperimentJson.write(e).strip()).append(",\n\"comparison\": ").append(Json.line(view))
                .append(",\n\"rows\": [");
        String comma = "\n";
        for (List<Object> row : table.rows) {
            w.append(comma).append('{');
            for (int c = 0; c < row.size(); c++) {
                w.append(c == 0 ? "" : ", ").append(Json.line(table.head.get(c))).append(": ")
                        .append(row.get(c) instanceof Double d ? Json.number(d) : Json.line(row.get(c)));
            }
            w.append('}');
            comma = ",\n";
        }
        w.append("\n]\n}\n");
    }

    private static Table table(Frame frame, String view) {
        Object result = frame.surveys().made().get(view).result();
        return switch (result) {
            case Basins b -> basins(frame, b);
            case RateMap m -> rates(frame, m);
            case RateSweep s -> sweep(frame, s);
            case Bands b -> bands(frame, b);
            default -> throw new IllegalArgumentException("no table of " + result);
        };
    }

    private static Table basins(Frame frame, Basins basins) {
        List<List<Object>> rows = new ArrayList<>();
        for (int j = 0; j < basins.n(); j++) {
            for (int i = 0; i < basins.n(); i++) {
                int end = basins.reached(i, j);
                rows.add(List.of(basins.x().node(i, basins.n()), basins.y().node(j, basins.n()), end == Basins.DIVERGED ? "diverged" : end < 0
                        ? "under-way" : Goal.of(frame).end(), end < 0 ? Double.NaN : basins.minima().get(end).get(0), end < 0 ? Double.NaN
                        : basins.minima().get(end).get(1), basins.steps(i, j)));
            }
        }
        return new Table(List.of("start_x", "start_y", "end", Goal.of(frame).end() + "_x", Goal.of(frame).end() + "_y", "steps"), rows);
    }

    private static Table rates(Frame frame, RateMap map) {
        List<List<Object>> rows = new ArrayList<>();
        for (int j = 0; j < map.n(); j++) {
            for (int i = 0; i < map.n(); i++) {
                Fate fate = map.fate(i, j);
                rows.add(List.of(map.knobs().rate(i, map.n()), map.knobs().other(j, map.n()), map.kind(i, j).name().toLowerCase(Locale.ROOT),
                        map.left(i, j), sign(frame) * fate.last(), fate.steps()));
            }
        }
        return new Table(List.of("learningRate", Surveys.otherKnob(frame.experiment()).orElseThrow().name(), "outcome", "gap_left", "loss", "steps"),
                rows);
    }

    private static Table sweep(Frame frame, RateSweep sweep) {
        List<List<Object>> rows = new ArrayList<>();
        for (RateSweep.Entry entry : sweep.entries()) {
            for (int k = 0; k < sweep.rates().size(); k++) {
                Fate fate = entry.fates().get(k);
                rows.add(List.of(name(frame, entry.run()), sweep.rates().get(k), sign(frame) * fate.last(), fate.steps(), fate.diverged() ? "diverged"
                        : "ended", entry.best() == k ? "best" : ""));
            }
        }
        return new Table(List.of("run", "learning_rate", "loss", "steps", "outcome", "mark"), rows);
    }

    private static Table bands(Frame frame, Bands bands) {
        List<List<Object>> rows = new ArrayList<>();
        for (Bands.Entry entry : bands.entries()) {
            for (int s = 0; s < bands.steps().size(); s++) {
                rows.add(List.of(name(frame, entry.run()), bands.steps().get(s), sign(frame) * entry.lower().get(s),
                        sign(frame) * entry.median().get(s), sign(frame) * entry.upper().get(s)));
            }
        }
        return new Table(List.of("run", "step", "best_quartile", "median", "worst_quartile"), rows);
    }

    /** What a comparison came to, a line for each rule or kind of end, for people. */
    public static List<String> summary(Frame frame, String view) {
        return switch (frame.surveys().made().get(view).result()) {
            case RateSweep s -> s.entries().stream().map(e -> name(frame, e.run()) + ": " + (e.best() < 0 ? "diverges at every rate"
                    : "best learning rate " + s.rates().get(e.best()).floatValue() + ", J = " + sign(frame) * e.fates().get(e.best()).last()))
                    .toList();
            case Bands b -> b.entries().stream().map(e -> name(frame, e.run()) + ": " + perCent(e.converged()) + " arrive"
                    + (e.arrival() >= 0 ? ", half by step " + e.arrival() : "") + (e.diverged() > 0 ? ", " + perCent(e.diverged()) + " diverge" : ""))
                    .toList();
            case Basins b -> {
                List<String> lines = new ArrayList<>();
                for (int k = 0; k < b.minima().size(); k++) {
                    lines.add(b.minima().get(k) + ": " + perCent(b.share(k)) + " of the starts");
                }
                lines.add("at no " + Goal.of(frame).end() + " yet: " + perCent(b.share(Basins.UNDER_WAY)) + ", diverged: "
                        + perCent(b.share(Basins.DIVERGED)));
                yield lines;
            }
            case RateMap m -> java.util.Arrays.stream(Fate.Kind.values()).map(k -> k.name().toLowerCase(Locale.ROOT) + ": " + perCent(m.share(k)))
                    .toList();
            default -> List.of();
        };
    }

    private static String perCent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static double sign(Frame frame) {
        return frame.experiment().maximise() ? -1 : 1;
    }

    private static String name(Frame frame, int run) {
        return frame.tracks().get(run).name();
    }
}
