package thalweg.view;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import thalweg.lesson.LessonScene;
import thalweg.session.Session;
import thalweg.session.Wording;

/** What a scene of a lesson says, to be written. What is typed is seen in the caption at once. */
final class LessonEditor extends GridPane {
    private static final int ROWS = 2;
    /** Fields want so much, and share what there is beyond it. */
    private static final double WIDE = 120;

    LessonEditor(Session session) {
        setId("lesson-editor");
        getStyleClass().add("lesson-editor");
        setHgap(8);
        setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setPrefWidth(WIDE);
        getColumnConstraints().addAll(names, wide, names, wide);
        TextField title = LessonField.scene(new TextField(), "lesson-scene-title", session, Wording.of("edit.rename-scene"), LessonScene::title,
                LessonScene::withTitle);
        TextField formula = LessonField.scene(new TextField(), "lesson-formula", session, Wording.of("edit.write-formula"), LessonScene::formula,
                LessonScene::withFormula);
        TextArea caption = LessonField.scene(area(), "lesson-text", session, Wording.of("edit.write-caption"), LessonScene::caption,
                LessonScene::withCaption);
        TextArea notes = LessonField.scene(area(), "lesson-notes", session, Wording.of("edit.write-notes"), LessonScene::notes,
                LessonScene::withNotes);
        caption.setPromptText(Wording.of("lesson.latex"));
        for (TextInputControl typeset : new TextInputControl[] {formula, caption}) {
            typeset.setAccessibleHelp(Wording.of("lesson.latex"));
            Hint.on(typeset, () -> Wording.of("lesson.latex"));
        }
        place(Wording.of("lesson.scene"), title, 0, 0, 1);
        place(Wording.of("lesson.formula"), formula, 2, 0, 1);
        place(Wording.of("lesson.caption"), caption, 0, 1, 3);
        place(Wording.of("lesson.notes"), notes, 0, 2, 3);
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        return area;
    }

    private void place(String name, Region field, int column, int row, int columns) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(name);
        add(label, column, row);
        add(field, column + 1, row, columns, 1);
    }
}
