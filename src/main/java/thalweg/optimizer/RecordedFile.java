package thalweg.optimizer;

import java.util.List;
import java.util.Map;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.SpecException;
import thalweg.catalog.Value;
import thalweg.data.FileMemo;
import thalweg.data.PathFile;
import thalweg.math.Vec;

/**
 * Paths of other programs among the optimizers: {@code recorded(path="walk.csv", run="SGD")}.
 *
 * @param last the file read last, which has several runs as a rule
 */
record RecordedFile(FileMemo<Map<String, List<Vec>>> last) implements Choice<Optimizer> {
    RecordedFile() {
        this(new FileMemo<>());
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
        Map<String, List<Vec>> paths = paths(path);
        String run = settings.get("run").asText().isEmpty() ? paths.keySet().iterator().next() : settings.get("run").asText();
        if (!paths.containsKey(run)) {
            throw new SpecException("'" + path + "' has no path '" + run + "'; it has " + String.join(", ", paths.keySet()));
        }
        return new Recorded(run, paths.get(run));
    }

    /** All paths of a file by name, in its order. */
    Map<String, List<Vec>> paths(String path) {
        return last.of(path, "", () -> PathFile.read("path", path));
    }
}
