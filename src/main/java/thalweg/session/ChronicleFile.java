package thalweg.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Fields;
import thalweg.experiment.Json;
import thalweg.experiment.Located;
import thalweg.experiment.WholeFile;

/**
 * The finished runs on disk, beside the autosave: those of earlier windows come behind this one's, and what changes is written. What another window
 * has written meanwhile stays: sets that this one never had are kept with its own. Of one set that both have, the names and pins written last count,
 * and of two windows that write in the same moment the last.
 */
final class ChronicleFile {
    private static final int FORMAT = 1;
    private static final int MOST_SETS = 200;
    /** In characters; half of what is read. */
    private static final int LONGEST = 4_000_000;

    private final Chronicle chronicle;
    private final Path file;
    private final Executor disk;
    private final Executor window;
    private final Consumer<String> complaint;
    private final Complaints trouble = new Complaints();
    private final Newest<List<Chronicle.Entry>> writing;
    /** Something changed that is not written yet. */
    private boolean due;
    /** All this window ever had, so that what it let go does not come back as another's; for the disk's thread only. */
    private final Set<Experiment> had = new HashSet<>();

    /**
     * Nothing read yet.
     *
     * @param complaint is told, on the window's thread, what people should know
     */
    ChronicleFile(Chronicle chronicle, Path file, Executor disk, Executor window, Consumer<String> complaint) {
        this.chronicle = chronicle;
        this.file = file;
        this.disk = disk;
        this.window = window;
        this.complaint = complaint;
        writing = new Newest<>(disk, (entries, _) -> write(entries));
        trouble.to(e -> window.execute(() -> complaint.accept(Wording.of("doing.history-off", e.getMessage()))));
    }

    /** Reads what there is and keeps from then on what changes; what a newer program wrote stays as it is. */
    void begin() {
        disk.execute(() -> {
            try {
                List<Chronicle.Entry> earlier = Files.exists(file) ? read() : List.of();
                earlier.forEach(e -> had.add(e.experiment()));
                window.execute(() -> keep(earlier));
            } catch (NewerException e) {
                window.execute(() -> complaint.accept(e.getMessage()));
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                putAside(e);
            }
        });
    }

    private void keep(List<Chronicle.Entry> earlier) {
        chronicle.addEarlier(earlier);
        chronicle.entries().addListener((ListChangeListener<Chronicle.Entry>) change -> {
            due = true;
            if (!passes(change)) {
                settle();
            }
        });
        due = true;
        settle();
    }

    /** Whether one set only took the place of another, as long as a slider is dragged. */
    private static boolean passes(ListChangeListener.Change<? extends Chronicle.Entry> change) {
        boolean passes = true;
        while (change.next()) {
            passes &= change.wasReplaced()
                    && !change.getRemoved().getFirst().experiment().equals(change.getList().get(change.getFrom()).experiment());
        }
        return passes;
    }

    /** What sliders passed is over: writes what there is now, if that changed. */
    void settle() {
        if (due) {
            due = false;
            writing.request(List.copyOf(chronicle.entries()));
        }
    }

    /** What cannot be read is somebody's all the same: it gets another name, under which nobody writes. */
    private void putAside(Exception why) {
        try {
            moveAside(why);
            window.execute(() -> keep(List.of()));
        } catch (IOException e) {
            trouble.say(e);
        }
    }

    private void moveAside(Exception why) throws IOException {
        int k = 1;
        while (Files.exists(aside(k))) {
            k++;
        }
        Path kept = aside(k);
        Files.move(file, kept);
        window.execute(() -> complaint.accept(Wording.of("doing.history-damaged", kept, why.getMessage())));
    }

    private Path aside(int k) {
        return file.resolveSibling("history-damaged-" + k + ".json");
    }

    /** The file is of a program to come. */
    private static final class NewerException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NewerException(String message) {
            super(message);
        }
    }

    private List<Chronicle.Entry> read() throws IOException {
        Fields f = new Fields(Json.read(WholeFile.read(file, Json.LONGEST)));
        if (f.need("format").whole() > FORMAT) {
            throw new NewerException(Wording.of("doing.history-newer"));
        }
        Located sets = f.need("sets");
        f.end();
        List<Chronicle.Entry> entries = new ArrayList<>();
        for (Located set : sets.elements(MOST_SETS)) {
            Fields e = new Fields(set);
            LocalDateTime time = LocalDateTime.parse(e.need("time").text());
            String name = e.need("name").text();
            boolean pinned = e.need("pinned").bool();
            String title = e.need("objective").text();
            List<Chronicle.Result> results = e.need("results").elements(Integer.MAX_VALUE).stream().map(ChronicleFile::result).toList();
            entries.add(new Chronicle.Entry(0, time, name, pinned, title, ExperimentJson.read(e.need("experiment")), results));
            e.end();
        }
        return entries;
    }

    private static Chronicle.Result result(Located object) {
        Fields f = new Fields(object);
        String run = f.need("run").text();
        String optimizer = f.need("optimizer").text();
        int step = f.need("step").whole();
        double value = number(f.need("value"));
        Located kind = f.need("outcome");
        Outcome ended = switch (kind.text()) {
            case "converged" -> new Outcome.Converged(step, value);
            case "reached" -> new Outcome.Reached(step, value);
            case "diverged" -> new Outcome.Diverged(step);
            case "out-of-steps" -> new Outcome.OutOfSteps(step);
            default -> throw kind.error(kind.text());
        };
        Chronicle.Result result = new Chronicle.Result(run, optimizer, ended, f.need("steps").whole(), number(f.need("loss")));
        f.end();
        return result;
    }

    /** JSON has no numbers that are not finite. */
    private static double number(Located value) {
        return value.value() == Located.NULL ? Double.NaN : value.number();
    }

    private void write(List<Chronicle.Entry> entries) {
        try {
            entries.forEach(e -> had.add(e.experiment()));
            byte[] text = Json.write(new TreeMap<>(Map.of("format", FORMAT, "sets", bounded(withOthers(entries))))).getBytes(StandardCharsets.UTF_8);
            WholeFile.writeInFolder(file, out -> out.write(text));
        } catch (NewerException e) {
            window.execute(() -> complaint.accept(e.getMessage()));
        } catch (IOException e) {
            trouble.say(e);
        }
    }

    /** These and what another window has put into the file, the newest first. */
    private List<Chronicle.Entry> withOthers(List<Chronicle.Entry> entries) throws IOException {
        if (!Files.exists(file)) {
            return entries;
        }
        List<Chronicle.Entry> all = new ArrayList<>(entries);
        try {
            read().stream().filter(e -> !had.contains(e.experiment()))
                    .filter(e -> entries.stream().noneMatch(own -> Computation.sameRuns(own.experiment(), e.experiment())))
                    .forEach(all::add);
        } catch (IllegalArgumentException | DateTimeException e) {
            moveAside(e);
        }
        if (all.size() > entries.size()) {
            all.sort(Comparator.comparing(Chronicle.Entry::time).reversed());
        }
        return all;
    }

    /** As many as there is room for: those that somebody pinned or named first, then the newest. */
    static List<Map<String, Object>> bounded(List<Chronicle.Entry> entries) {
        List<Chronicle.Entry> wanted = new ArrayList<>(entries);
        wanted.sort(Comparator.comparing((Chronicle.Entry e) -> !e.isKept()));
        Map<Chronicle.Entry, Map<String, Object>> chosen = new LinkedHashMap<>();
        long length = 0;
        for (Chronicle.Entry e : wanted.subList(0, Math.min(MOST_SETS, wanted.size()))) {
            Map<String, Object> fields = fields(e);
            length += Json.write(fields).length();
            if (length <= LONGEST) {
                chosen.put(e, fields);
            }
        }
        return entries.stream().filter(chosen::containsKey).map(chosen::get).toList();
    }

    private static Map<String, Object> fields(Chronicle.Entry e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", e.time().toString());
        fields.put("name", e.name());
        fields.put("pinned", e.pinned());
        fields.put("objective", e.title());
        fields.put("results", e.results().stream().map(ChronicleFile::fields).toList());
        fields.put("experiment", ExperimentJson.fields(e.experiment()));
        return fields;
    }

    private static Map<String, Object> fields(Chronicle.Result r) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", r.run());
        fields.put("optimizer", r.optimizer());
        switch (r.ended()) {
            case Outcome.Converged(int step, double norm) -> ended(fields, "converged", step, norm);
            case Outcome.Reached(int step, double loss) -> ended(fields, "reached", step, loss);
            case Outcome.Diverged(int step) -> ended(fields, "diverged", step, Double.NaN);
            case Outcome.OutOfSteps(int steps) -> ended(fields, "out-of-steps", steps, Double.NaN);
            // a chronicle holds what is finished
            case Outcome.Cancelled _, Outcome.Running _ -> throw new IllegalStateException(r.ended().toString());
        }
        fields.put("steps", r.steps());
        fields.put("loss", r.loss());
        return fields;
    }

    private static void ended(Map<String, Object> fields, String how, int step, double value) {
        fields.put("outcome", how);
        fields.put("step", step);
        fields.put("value", value);
    }
}
