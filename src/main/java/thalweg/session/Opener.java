package thalweg.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import thalweg.data.DataFiles;
import thalweg.data.NpzFile;
import thalweg.data.PathFile;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Experiments;
import thalweg.export.Exports;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;

/** Opens files in a session: finds out what they are, has them read while the window goes on, and says what came of it. */
final class Opener {
    /** So many names fit into the status line. */
    private static final int MOST_NAMED = 3;

    private final Session session;
    private final Status status;
    private final Reading reading;

    Opener(Session session, Workers workers, Status status) {
        this.session = session;
        this.status = status;
        reading = new Reading(workers, new Told());
    }

    /** As {@link Session#open}. */
    void open(List<Path> files) {
        Experiment over = session.current();
        Path first = files.stream().filter(Session::isCarrier).findFirst().orElse(files.getFirst());
        reading.request(first, () -> files.size() == 1 ? read(first, List.of(), over) : several(first, files, over));
    }

    /** As {@link Session#bringIn}, of several files. */
    void bringIn(List<Path> files) {
        Experiment over = session.current();
        reading.request(files.getFirst(), () -> paths(files, over));
    }

    /** As {@link Session#openData}. */
    void openData(List<Path> files) {
        reading.request(files.getFirst(), () -> data(files, files));
    }

    /** Gives up what is being read. Returns whether there was anything. */
    boolean stop() {
        return reading.stop();
    }

    /** Says again what is being read, if anything is. */
    void tell() {
        reading.tell();
    }

    /** Paths over an experiment; over another one, if that was changed before they were read. */
    private Runnable paths(List<Path> files, Experiment over) {
        Experiment with = over;
        for (Path file : files) {
            with = Experiments.withPaths(with, file);
        }
        Experiment whole = with.withLook(with.look().withSelected(over.runs().size()));
        return () -> {
            if (!over.withStep(0).equals(session.current().withStep(0))) {
                bringIn(files);
                return;
            }
            session.edit(Wording.of("edit.bring-in"), _ -> whole);
            files.reversed().forEach(session.preferences()::remember);
            session.report(Wording.of("status.brought-in", names(files)));
        };
    }

    /** What is done with several files, see {@link Session#open(List)}. */
    private Runnable several(Path first, List<Path> files, Experiment over) throws IOException {
        if (files.stream().allMatch(PathFile::is)) {
            return Exports.isCarrying(first) ? compared(first, files) : paths(files, over);
        }
        boolean data = DataFiles.areData(files) && !PathFile.is(first);
        return data && DataFiles.together(files).size() > 1 ? data(DataFiles.together(files), files) : read(first, files, over);
    }

    /** The scene that comes with numbers of runs, and in it the paths of other files. */
    private Runnable compared(Path first, List<Path> files) throws IOException {
        Experiment scene = Exports.experimentIn(first);
        for (Path other : files.stream().filter(f -> !f.equals(first)).toList()) {
            scene = Experiments.withPaths(scene, other);
        }
        return opened(first, files, List.of(), scene);
    }

    private Runnable opened(Path path, List<Path> opened, List<Path> files, Experiment read) {
        boolean file = path.toString().toLowerCase(Locale.ROOT).endsWith(".json") && !Exports.isCarrying(path);
        return () -> {
            boolean leaves = session.opened(read, file ? Optional.of(path) : Optional.empty());
            done(path, opened, leaves ? Wording.of("status.opened-left", names(opened)) : Wording.of("status.opened", names(opened)), files);
        };
    }

    /** Data that belong together, of some files. */
    private Runnable data(List<Path> together, List<Path> files) {
        Experiment good = Experiments.firstOn(DataFiles.source(together));
        return () -> {
            session.learn(good);
            List<Path> opened = DataFiles.together(together);
            tellOthers(Wording.of("status.opened", names(opened)), opened, files);
        };
    }

    /**
     * What is done with a file.
     *
     * @param files among which it is the one that is opened
     */
    private Runnable read(Path path, List<Path> files, Experiment over) throws IOException {
        if (LessonJson.isLesson(path)) {
            Lesson lesson = LessonJson.read(path);
            return () -> {
                session.lecture().open(lesson, Optional.of(path));
                done(path, List.of(path), Wording.of("status.opened", path.getFileName()), files);
            };
        }
        boolean carries = Exports.isCarrying(path);                  // first, for pictures are renamed on their way
        if (!carries) {
            NpzFile.requireNoSingleArray(path.toString());
        }
        if (!carries && PathFile.is(path)) {
            Runnable brought = paths(List.of(path), over);
            return () -> {
                brought.run();
                tellOthers(session.status().get(), List.of(path), files);
            };
        }
        Optional<Experiment> surface = carries ? Optional.empty() : Experiments.isSurface(path) ? Optional.of(Experiments.surface(path))
                : Experiments.landscape(path);
        if (!carries && surface.isEmpty() && DataFiles.areData(List.of(path))) {
            return data(List.of(path), files);
        }
        boolean json = !carries && path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return opened(path, List.of(path), files,
                json ? ExperimentJson.read(path) : surface.isPresent() ? surface.get() : Exports.experimentIn(path));
    }

    private void done(Path path, List<Path> opened, String words, List<Path> files) {
        session.preferences().remember(path);
        session.report(words);
        tellOthers(words, opened, files);
    }

    /** Says what was opened and which of several files were not; nothing if all were. */
    private void tellOthers(String words, List<Path> opened, List<Path> files) {
        List<Path> others = files.stream().filter(f -> !opened.contains(f)).toList();
        if (!others.isEmpty()) {
            session.report(Wording.of("status.others", words, names(others)));
        }
    }

    /** The names of some files, of many those of the first. */
    private static String names(List<Path> files) {
        String first = files.stream().limit(MOST_NAMED).map(f -> f.getFileName().toString()).collect(Collectors.joining(", "));
        return files.size() > MOST_NAMED ? Wording.of("status.and-more", first, files.size() - MOST_NAMED) : first;
    }

    /** What comes of files that are read. */
    private final class Told implements Reading.Listener {
        @Override
        public void reading(Path path) {
            status.doing(Wording.of("doing.reading", path.getFileName()), 0);
        }

        @Override
        public void idle() {
            status.idle();
        }

        @Override
        public void failed(Path path, Exception why) {
            boolean gone = Files.notExists(path) && session.preferences().forget(path);
            session.report(new Problem(Problem.FILE, gone
                    ? Wording.of("problem.recent-gone", path.getFileName(), path.toAbsolutePath().getParent()) : sentence(path, why)));
        }
    }

    /** What is wrong with a file, in words. */
    static String sentence(Path path, Exception e) {
        return e.getMessage() == null || e.getMessage().isBlank() ? Wording.of("problem.cannot-use", path) : e.getMessage();
    }
}
