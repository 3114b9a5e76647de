package thalweg.view;

import java.util.Locale;
import thalweg.export.Format;
import thalweg.export.Handout;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;
import thalweg.lesson.Lessons;
import thalweg.paint.Theme;
import thalweg.session.Lecture;
import thalweg.session.Session;
import thalweg.session.Wording;

/** Lessons in files: saved where they came from, or where they are to go. Those that travel with the program are saved beside it, as one's own. */
final class LessonFiles {
    /** Of a hand-out's pages. */
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Session session;
    private final Dialogs dialogs;
    private final Handouts handouts;

    LessonFiles(Studio studio, Dialogs dialogs) {
        session = studio.session();
        this.dialogs = dialogs;
        handouts = new Handouts(studio);
    }

    void open(Lessons.Entry lesson) {
        session.lecture().open(lesson);
    }

    void save() {
        Lecture lecture = session.lecture();
        if (lecture.showing().get().isPresent()) {
            lecture.file().get().ifPresentOrElse(lecture::save, this::saveAs);
        }
    }

    void saveAs() {
        session.lecture().showing().get().ifPresent(s -> dialogs.save(Wording.of("lesson.save"),
                name(s.lesson()) + LessonJson.ENDING).ifPresent(session.lecture()::save));
    }

    /** Asks for a folder and writes the hand-out into it; or stops the one that is being written. */
    void handout(Theme theme) {
        if (handouts.busy().get()) {
            handouts.stop();
            return;
        }
        session.lecture().showing().get().ifPresent(s -> dialogs.folder(session.preferences().text(FileDialogs.FOLDER, ""))
                .ifPresent(folder -> handouts.begin(new Handout(s.lesson(), name(s.lesson()), Format.PNG, theme, WIDTH, HEIGHT), folder)));
    }

    Handouts handouts() {
        return handouts;
    }

    /** A name for a new file: the title, as files like it. */
    private static String name(Lesson lesson) {
        String plain = lesson.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "lesson" : plain;
    }
}
