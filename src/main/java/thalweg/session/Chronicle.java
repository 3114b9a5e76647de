package thalweg.session;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Json;
import thalweg.experiment.Track;
import thalweg.experiment.WholeFile;
import thalweg.export.RunText;

/**
 * The sets of runs that were finished since the window opened, newest first, and behind them those of earlier windows that were kept. What a slider
 * passed on its way is not kept, only where it was let go; a set that is there already is not kept again.
 *
 * <p>Kept are experiments and what came of them, not their paths: those can be made again.
 */
public final class Chronicle {
    /** Sets that nobody pinned or named; of more the oldest goes. */
    private static final int MOST = 100;

    /**
     * One set of runs.
     *
     * @param number from 1, in the order in which this window came to know them
     * @param name as people called it; empty: not
     * @param title of the objective
     * @param results one per run
     */
    public record Entry(long number, LocalDateTime time, String name, boolean pinned, String title, Experiment experiment, List<Result> results) {
        public Entry {
            results = List.copyOf(results);
        }

        Entry named(String changed) {
            return new Entry(number, time, changed, pinned, title, experiment, results);
        }

        Entry pinned(boolean changed) {
            return new Entry(number, time, name, changed, title, experiment, results);
        }

        boolean isKept() {
            return pinned || !name.isEmpty();
        }
    }

    /**
     * What came of a run.
     *
     * @param loss J at the end
     */
    public record Result(String run, String optimizer, Outcome ended, int steps, double loss) {
        /** How it ended, as files say it: in English, whoever writes them. */
        String outcome() {
            return ended.words();
        }
    }

    private final Supplier<LocalDateTime> clock;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    /** Held here, for a list that is only looked through is let go, and who listens to it with it. */
    private final ObservableList<Entry> seen = FXCollections.unmodifiableObservableList(entries);
    private long number;
    private boolean turned = true;

    Chronicle(Supplier<LocalDateTime> clock) {
        this.clock = clock;
    }

    /** The sets, newest first; changes as they do. */
    public ObservableList<Entry> entries() {
        return seen;
    }

    /** Puts the sets of earlier windows behind those of this one, but for those that were made again. */
    void addEarlier(List<Entry> earlier) {
        earlier.stream().filter(e -> entries.stream().noneMatch(known -> Computation.sameRuns(known.experiment, e.experiment)))
                .forEach(e -> entries.add(new Entry(++number, e.time, e.name, e.pinned, e.title, e.experiment, e.results)));
    }

    /** A new edit begins: what is finished from now on is another set. */
    void turn() {
        turned = true;
    }

    /** Keeps the runs of a frame if they are finished. */
    void shown(Frame frame) {
        boolean open = frame.tracks().stream().anyMatch(t -> t.trajectory().outcome() instanceof Outcome.Running
                || t.trajectory().outcome() instanceof Outcome.Cancelled);
        boolean known = entries.stream().anyMatch(e -> Computation.sameRuns(e.experiment, frame.experiment()));
        if (frame.tracks().isEmpty() || open || known) {
            return;
        }
        boolean replaces = !turned && !entries.isEmpty() && !entries.getFirst().isKept();
        Entry entry = new Entry(replaces ? entries.getFirst().number : ++number, clock.get().truncatedTo(ChronoUnit.SECONDS), "", false,
                frame.scene().objective().appearance().name(), frame.experiment(), frame.tracks().stream().map(Chronicle::result).toList());
        if (replaces) {
            entries.set(0, entry);
        } else {
            entries.addFirst(entry);
        }
        turned = false;
        List<Entry> loose = entries.stream().filter(e -> !e.isKept()).toList();
        if (loose.size() > MOST) {
            entries.remove(loose.getLast());
        }
    }

    private static Result result(Track track) {
        Trajectory t = track.trajectory();
        return new Result(track.name(), track.run().optimizer().toString(), t.outcome(), t.last(), t.loss(t.last()));
    }

    /** Pins a set, so that it never goes, or lets it go. */
    public void pin(long which, boolean pinned) {
        change(which, e -> e.pinned(pinned));
    }

    /** Gives a set a name; an empty one takes it away. */
    public void name(long which, String name) {
        change(which, e -> e.named(name.strip()));
    }

    private void change(long which, UnaryOperator<Entry> how) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).number == which && !how.apply(entries.get(i)).equals(entries.get(i))) {
                entries.set(i, how.apply(entries.get(i)));
            }
        }
    }

    /** The set with this number. */
    public Optional<Entry> entry(long which) {
        return entries.stream().filter(e -> e.number == which).findFirst();
    }

    /**
     * Writes the list, newest first: a JSON file with the experiments in it, or a CSV file with a line per run.
     *
     * @throws IOException if it cannot be written; the message is for people
     */
    public void write(Path file) throws IOException {
        List<Entry> all = List.copyOf(entries);
        WholeFile.write(file, out -> {
            Writer w = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                w.append(Json.write(all.stream().map(Chronicle::fields).toList()));
            } else {
                csv(all, w);
            }
            w.flush();
        });
    }

    private static void csv(List<Entry> all, Writer w) throws IOException {
        w.append("number,time,name,pinned,objective,run,optimizer,outcome,steps,loss\n");
        for (Entry e : all) {
            for (Result r : e.results) {
                List<String> cells = new ArrayList<>(List.of(Long.toString(e.number), e.time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME), e.name,
                        Boolean.toString(e.pinned), e.title, r.run, r.optimizer, r.outcome(), Integer.toString(r.steps), Double.toString(r.loss)));
                w.append(cells.stream().map(RunText::cell).collect(Collectors.joining(","))).append('\n');
            }
        }
    }

    private static Map<String, Object> fields(Entry e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", e.number);
        fields.put("time", e.time.toString());
        fields.put("name", e.name);
        fields.put("pinned", e.pinned);
        fields.put("objective", e.title);
        fields.put("results", e.results.stream().map(Chronicle::fields).toList());
        fields.put("experiment", ExperimentJson.fields(e.experiment));
        return fields;
    }

    private static Map<String, Object> fields(Result r) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", r.run);
        fields.put("optimizer", r.optimizer);
        fields.put("outcome", r.outcome());
        fields.put("steps", r.steps);
        fields.put("loss", r.loss);
        return fields;
    }
}
