package thalweg.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import thalweg.data.DataFiles;
import thalweg.data.NpzFile;
import thalweg.data.PathFile;
import thalweg.data.SurfaceFile;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Experiments;
import thalweg.export.Exports;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;

/** Opens files in a session: finds out what they are, has them read while the window goes on, and says what came of it. */
final class Opener {
    private final Session session;
    private final Status status;
    private final Reading reading;

    Opener(Session session, Workers workers, Status status) {
        this.session = session;
        this.status = status;
        reading = new Reading(workers, new Told());
    }

    /** As {@link Session#open}. */
    void open(Path path) {
        Experiment over = session.current();
        reading.request(path, () -> read(path, over));
    }

    /** As {@link Session#bringIn}. */
    void bringIn(Path path) {
        Experiment over = session.current();
        reading.request(path, () -> paths(path, over));
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
    private Runnable paths(Path path, Experiment over) {
        Experiment with = Experiments.withPaths(over, path);
        return () -> {
            if (!over.withStep(0).equals(session.current().withStep(0))) {
                bringIn(path);
                return;
            }
            session.edit(Wording.of("edit.bring-in"), _ -> with);
            done(path, Wording.of("status.brought-in", path.getFileName()));
        };
    }

    private Runnable read(Path path, Experiment over) throws IOException {
        if (LessonJson.isLesson(path)) {
            Lesson lesson = LessonJson.read(path);
            return () -> {
                session.lecture().open(lesson, Optional.of(path));
                done(path, Wording.of("status.opened", path.getFileName()));
            };
        }
        boolean carries = Exports.isCarrying(path);                  // first, for pictures are renamed on their way
        if (!carries) {
            NpzFile.requireNoSingleArray(path.toString());
        }
        if (!carries && PathFile.is(path)) {
            return paths(path, over);
        }
        boolean surface = !carries && (Experiments.isSurface(path) || SurfaceFile.isTable(path));
        if (!carries && !surface && DataFiles.areData(List.of(path))) {
            Experiment good = Experiments.firstOn(DataFiles.source(List.of(path)));
            return () -> session.learn(good);
        }
        boolean json = !carries && path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        Experiment read = json ? ExperimentJson.read(path) : surface ? Experiments.surface(path) : Exports.experimentIn(path);
        return () -> {
            boolean leaves = session.opened(read, json ? Optional.of(path) : Optional.empty());
            done(path, leaves ? Wording.of("status.opened-left", path.getFileName()) : Wording.of("status.opened", path.getFileName()));
        };
    }

    private void done(Path path, String words) {
        session.preferences().remember(path);
        session.report(words);
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
