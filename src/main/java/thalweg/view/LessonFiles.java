package thalweg.view;

import java.util.Locale;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;
import thalweg.lesson.Lessons;
import thalweg.session.Lecture;
import thalweg.session.Session;
import thalweg.session.Wording;

/** Lessons in files: saved where they came from, or where they are to go. Those that travel with the program are saved beside it, as one's own. */
final class LessonFiles {
    private final Session session;
    private final Dialogs dialogs;

    LessonFiles(Session session, Dialogs dialogs) {
        this.session = session;
        this.dialogs = dialogs;
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

    /** A name for a new file: the title, as files like it. */
    private static String name(Lesson lesson) {
        String plain = lesson.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "lesson" : plain;
    }
}
