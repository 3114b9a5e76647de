package thalweg.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.session.Lecture;
import thalweg.session.Wording;

/** What is done with the scenes of a lesson: renewed, added, moved, taken out, and saved. */
final class LessonActions extends HBox {
    LessonActions(Lecture lecture, LessonFiles files) {
        super(8);
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(button("lesson-update", Wording.of("lesson.update"), Wording.of("lesson.update.help"), lecture::update),
                button("lesson-add", Wording.of("lesson.add"), Wording.of("lesson.add.help"), lecture::capture),
                Icons.button("lesson-earlier", Feather.ARROW_LEFT, Wording.of("lesson.earlier"), () -> lecture.reorder(-1)),
                Icons.button("lesson-later", Feather.ARROW_RIGHT, Wording.of("lesson.later"), () -> lecture.reorder(1)),
                Icons.button("lesson-delete", Feather.TRASH_2, Wording.of("lesson.delete"), lecture::delete),
                button("lesson-save", Wording.of("lesson.save"), Wording.of("lesson.save.help"), files::save));
    }

    private static Button button(String id, String text, String hint, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        Hint.on(button, () -> hint);
        return button;
    }
}
