package thalweg.view;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import thalweg.lesson.LessonScene;
import thalweg.session.Lecture;
import thalweg.session.Session;

/** A field for a text of the lesson that is open. It follows what is typed, as one undo step until the focus leaves. */
final class LessonField {
    private final Session session;
    private final Supplier<String> read;
    private final Consumer<String> write;
    private boolean showing;

    private LessonField(Session session, Supplier<String> read, Consumer<String> write) {
        this.session = session;
        this.read = read;
        this.write = write;
    }

    /** Makes this the field for the lesson's title. */
    static <F extends TextInputControl> F title(F field, String id, Session session) {
        Lecture lecture = session.lecture();
        return new LessonField(session, () -> lecture.showing().get().map(s -> s.lesson().title()).orElse(""), lecture::rename).in(field, id);
    }

    /**
     * Makes this the field for a text of the scene.
     *
     * @param what name of the change, for undo
     */
    static <F extends TextInputControl> F scene(F field, String id, Session session, String what, Function<LessonScene, String> read,
            BiFunction<LessonScene, String, LessonScene> write) {
        Lecture lecture = session.lecture();
        return new LessonField(session, () -> lecture.showing().get().map(s -> read.apply(s.scene())).orElse(""),
                typed -> lecture.edit(what, s -> write.apply(s, typed))).in(field, id);
    }

    private <F extends TextInputControl> F in(F field, String id) {
        field.setId(id);
        session.lecture().showing().subscribe(_ -> show(field));
        field.textProperty().subscribe(typed -> {
            if (!showing && !typed.equals(read.get())) {
                write.accept(typed);
            }
        });
        field.focusedProperty().subscribe(has -> {
            if (!has) {
                session.release();
            }
        });
        return field;
    }

    private void show(TextInputControl field) {
        String now = read.get();
        if (!field.getText().equals(now)) {
            showing = true;
            field.setText(now);
            showing = false;
        }
    }
}
