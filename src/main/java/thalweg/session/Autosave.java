package thalweg.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.WholeFile;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;

/**
 * Keeps what is open on disk, a file for the experiment and one for the lesson per running program, and finds what a program that did not end well
 * has left; and, in one file each for all programs, the last changes that were put away without having been saved.
 */
public final class Autosave {
    private static final String PREFIX = "autosave-";
    private static final String SUFFIX = ".thalweg.json";

    private final Path folder;
    private final Path mine;
    private final Path last;
    private final Path lastLesson;
    private final Newest<Optional<Kept>> writing;
    private final Newest<Experiment> leaving;
    private final Newest<Lesson> leavingLesson;
    private final Complaints complaints = new Complaints();

    /** Autosave in this folder, which need not exist, for the process with this number. */
    public Autosave(Path folder, long process, Executor disk) {
        this.folder = folder;
        mine = folder.resolve(PREFIX + process + SUFFIX);
        last = folder.resolve("last" + SUFFIX);
        lastLesson = lessonBeside(last);
        writing = new Newest<>(disk, (kept, _) -> write(kept));
        leaving = new Newest<>(disk, (experiment, _) -> write(last, () -> ExperimentJson.write(experiment)));
        leavingLesson = new Newest<>(disk, (lesson, _) -> write(lastLesson, () -> LessonJson.write(lesson)));
    }

    /** A file beside those of the autosave. */
    Path beside(String name) {
        return folder.resolve(name);
    }

    /** Who is told, on the disk's thread, why nothing can be kept; at once if that is known already. */
    void complainTo(Consumer<IOException> ear) {
        complaints.to(ear);
    }

    private static Path lessonBeside(Path experiment) {
        String name = experiment.getFileName().toString();
        return experiment.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + LessonJson.ENDING);
    }

    void keep(Kept kept) {
        writing.request(Optional.of(kept));
    }

    /** The window was closed as it should be: nothing is left behind. */
    void done() {
        writing.request(Optional.empty());
    }

    /** Keeps what was not saved and is put away now, instead of what was put away before. */
    void leave(Experiment experiment) {
        leaving.request(experiment);
    }

    /** Keeps a lesson that was not saved and is put away now, instead of the one put away before. */
    void leave(Lesson lesson) {
        leavingLesson.request(lesson);
    }

    /** Whether an experiment is kept that was put away without having been saved. */
    boolean hasLast() {
        return Files.isRegularFile(last);
    }

    /** The experiment that was put away last without having been saved; stays kept. */
    Optional<Experiment> last() {
        return read(last, ExperimentJson::read);
    }

    boolean hasLastLesson() {
        return Files.isRegularFile(lastLesson);
    }

    /** The lesson that was put away last without having been saved; stays kept. */
    Optional<Lesson> lastLesson() {
        return read(lastLesson, LessonJson::read);
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private static <T> Optional<T> read(Path file, Reader<T> reader) {
        try {
            return Optional.of(reader.read(file));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();                              // nothing kept, damaged from outside, or cut off in the middle of a crash
        }
    }

    /** What a program that is no longer alive had open, newest first; it is what was put away {@link #last} then. */
    Optional<Kept> left() {
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

    private Optional<Kept> take(Path file) {
        Optional<Lesson> lesson = taken(lessonBeside(file), lastLesson, LessonJson::read);
        return taken(file, last, ExperimentJson::read).map(experiment -> new Kept(experiment, lesson));
    }

    private static <T> Optional<T> taken(Path from, Path to, Reader<T> reader) {
        return read(from, file -> {
            T found = reader.read(file);
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
            return found;
        });
    }

    private void write(Optional<Kept> kept) {
        kept.ifPresentOrElse(k -> write(mine, () -> ExperimentJson.write(k.experiment())), () -> delete(mine));
        kept.flatMap(Kept::lesson).ifPresentOrElse(l -> write(lessonBeside(mine), () -> LessonJson.write(l)), () -> delete(lessonBeside(mine)));
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            complaints.say(e);
        }
    }

    private void write(Path file, Supplier<String> json) {
        try {
            byte[] text = json.get().getBytes(StandardCharsets.UTF_8);
            WholeFile.writeInFolder(file, out -> out.write(text));
        } catch (IOException e) {
            complaints.say(e);
        } catch (ExperimentException _) {
            // a number that is not finite is being typed; the next experiment is kept
        }
    }
}
