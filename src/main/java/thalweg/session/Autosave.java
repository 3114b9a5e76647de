package thalweg.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.WholeFile;

/** Keeps what is open on disk, one file per running program, and finds what a program that did not end well has left. */
public final class Autosave {
    private static final String PREFIX = "autosave-";
    private static final String SUFFIX = ".thalweg.json";

    private final Path folder;
    private final Path mine;
    private final Newest<Optional<Experiment>> writing;
    private final Complaints complaints = new Complaints();

    /** Autosave in this folder, which need not exist, for the process with this number. */
    public Autosave(Path folder, long process, Executor disk) {
        this.folder = folder;
        mine = folder.resolve(PREFIX + process + SUFFIX);
        writing = new Newest<>(disk, (experiment, _) -> write(experiment));
    }

    /** Who is told, on the disk's thread, why nothing can be kept; at once if that is known already. */
    void complainTo(Consumer<IOException> ear) {
        complaints.to(ear);
    }

    void keep(Experiment experiment) {
        writing.request(Optional.of(experiment));
    }

    /** The window was closed as it should be: nothing is left behind. */
    void done() {
        writing.request(Optional.empty());
    }

    /** What a program that is no longer alive had open, newest first; its file is removed. */
    Optional<Experiment> left() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(this::isOrphan).sorted((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()))
                    .map(Autosave::take).flatMap(Optional::stream).findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean isOrphan(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX) || file.equals(mine)) {
            return false;
        }
        try {
            long process = Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
            return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static Optional<Experiment> take(Path file) {
        try {
            Experiment experiment = ExperimentJson.read(file);
            Files.deleteIfExists(file);
            return Optional.of(experiment);
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();                              // cut off in the middle of a crash: nothing to offer
        }
    }

    private void write(Optional<Experiment> experiment) {
        try {
            if (experiment.isPresent()) {
                byte[] text = ExperimentJson.write(experiment.get()).getBytes(StandardCharsets.UTF_8);
                WholeFile.writeInFolder(mine, out -> out.write(text));
            } else {
                Files.deleteIfExists(mine);
            }
        } catch (IOException e) {
            complaints.say(e);
        } catch (ExperimentException _) {
            // a number that is not finite is being typed; the next experiment is kept
        }
    }
}
