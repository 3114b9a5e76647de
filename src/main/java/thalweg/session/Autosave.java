package thalweg.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.WholeFile;

/**
 * Keeps what is open on disk, one file per running program, and finds what a program that did not end well has left; and, in one file for all
 * programs, the last changes that were put away without having been saved.
 */
public final class Autosave {
    private static final String PREFIX = "autosave-";
    private static final String SUFFIX = ".thalweg.json";

    private final Path folder;
    private final Path mine;
    private final Path last;
    private final Newest<Optional<Experiment>> writing;
    private final Newest<Experiment> leaving;
    private final Complaints complaints = new Complaints();

    /** Autosave in this folder, which need not exist, for the process with this number. */
    public Autosave(Path folder, long process, Executor disk) {
        this.folder = folder;
        mine = folder.resolve(PREFIX + process + SUFFIX);
        last = folder.resolve("last" + SUFFIX);
        writing = new Newest<>(disk, (experiment, _) -> write(experiment));
        leaving = new Newest<>(disk, (experiment, _) -> write(experiment, last));
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

    /** Keeps what was not saved and is put away now, instead of what was put away before. */
    void leave(Experiment experiment) {
        leaving.request(experiment);
    }

    /** Whether something is kept that was put away without having been saved. */
    boolean hasLast() {
        return Files.isRegularFile(last);
    }

    /** What was put away last without having been saved; stays kept. */
    Optional<Experiment> last() {
        try {
            return Optional.of(ExperimentJson.read(last));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();                              // nothing kept, or damaged from outside
        }
    }

    /** What a program that is no longer alive had open, newest first; it is the {@link #last} then. */
    Optional<Experiment> left() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(this::isOrphan).sorted((a, b) -> Long.compare(b.toFile().lastModified(), a.toFile().lastModified()))
                    .map(this::take).flatMap(Optional::stream).findFirst();
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

    private Optional<Experiment> take(Path file) {
        try {
            Experiment experiment = ExperimentJson.read(file);
            Files.move(file, last, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(experiment);
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();                              // cut off in the middle of a crash: nothing to offer
        }
    }

    private void write(Optional<Experiment> experiment) {
        if (experiment.isPresent()) {
            write(experiment.get(), mine);
            return;
        }
        try {
            Files.deleteIfExists(mine);
        } catch (IOException e) {
            complaints.say(e);
        }
    }

    private void write(Experiment experiment, Path file) {
        try {
            byte[] text = ExperimentJson.write(experiment).getBytes(StandardCharsets.UTF_8);
            WholeFile.writeInFolder(file, out -> out.write(text));
        } catch (IOException e) {
            complaints.say(e);
        } catch (ExperimentException _) {
            // a number that is not finite is being typed; the next experiment is kept
        }
    }
}
