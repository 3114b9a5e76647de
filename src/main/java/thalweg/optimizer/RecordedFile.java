package thalweg.optimizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.SpecException;
import thalweg.catalog.Value;
import thalweg.data.PathFile;
import thalweg.math.Vec;

/**
 * Paths of other programs among the optimizers: {@code recorded(path="walk.csv", run="SGD")}.
 *
 * @param last the file read last, which has several runs as a rule
 */
record RecordedFile(AtomicReference<Content> last) implements Choice<Optimizer> {
    /** What a file held when it was read. */
    record Content(Stamp of, Map<String, List<Vec>> paths) {
    }

    /** By what a file is known again: a file that another program writes anew has another time, or another length. */
    record Stamp(String path, Optional<FileTime> written, long size) {
        static Stamp of(String path) {
            try {
                BasicFileAttributes file = Files.readAttributes(Path.of(path), BasicFileAttributes.class);
                return new Stamp(path, Optional.of(file.lastModifiedTime()), file.size());
            } catch (IOException | InvalidPathException _) {
                return new Stamp(path, Optional.empty(), 0);      // whoever reads it will say what is wrong
            }
        }
    }

    RecordedFile() {
        this(new AtomicReference<>());
    }

    @Override
    public String id() {
        return Optimizers.RECORDED;
    }

    @Override
    public String label() {
        return "Recorded path";
    }

    @Override
    public String group() {
        return "From a file";
    }

    @Override
    public String help() {
        return "Recorded path: the points that another program wrote, step by step.";
    }

    @Override
    public String convention() {
        return "It starts where its file says, and ends with it.";
    }

    @Override
    public String latex() {
        return "\\theta \\leftarrow \\theta_{k+1}";
    }

    @Override
    public List<KnobInfo> knobs() {
        return List.of(KnobInfo.text("path", "file", "").withHelp("CSV or NPZ with the point of every step"),
                KnobInfo.text("run", "run", "").withHelp("which of the file's paths; empty: the first"));
    }

    @Override
    public Optimizer make(Map<String, Value> settings) {
        String path = settings.get("path").asText();
        if (path.isBlank()) {
            throw new SpecException("'recorded' needs a file: recorded(path=\"walk.csv\")");
        }
        Stamp stamp = Stamp.of(path);
        Content content = last.get();
        if (content == null || !content.of().equals(stamp)) {
            content = new Content(stamp, PathFile.read("path", path));
            last.set(content);
        }
        Map<String, List<Vec>> paths = content.paths();
        String run = settings.get("run").asText().isEmpty() ? paths.keySet().iterator().next() : settings.get("run").asText();
        if (!paths.containsKey(run)) {
            throw new SpecException("'" + path + "' has no path '" + run + "'; it has " + String.join(", ", paths.keySet()));
        }
        return new Recorded(run, paths.get(run));
    }
}
