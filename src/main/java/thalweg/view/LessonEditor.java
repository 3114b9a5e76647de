package thalweg.view;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.lesson.LessonScene;
import thalweg.lesson.Play;
import thalweg.session.Lecture;
import thalweg.session.Session;

/** What a lesson and its scene say, to be written, and its scenes, to be added, moved and taken out. What is typed is seen in the caption at once. */
final class LessonEditor extends VBox {
    private static final int ROWS = 2;
    private static final String ALL = "end";

    private final Session session;
    private final Lecture lecture;
    private boolean showing;

    LessonEditor(Session session, LessonFiles files) {
        this.session = session;
        lecture = session.lecture();
        setId("lesson-editor");
        getStyleClass().add("lesson-editor");
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(4);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setPercentWidth(44);
        grid.getColumnConstraints().addAll(names, wide, names, wide);
        row(grid, 0, 0, "Scene", text(new TextField(), "lesson-scene-title", "rename scene", LessonScene::title, LessonScene::withTitle));
        row(grid, 0, 1, "Formula", text(new TextField(), "lesson-formula", "write formula", LessonScene::formula, LessonScene::withFormula));
        row(grid, 1, 0, "Caption", text(area(), "lesson-text", "write caption", LessonScene::caption, LessonScene::withCaption));
        row(grid, 1, 1, "Notes", text(area(), "lesson-notes", "write notes", LessonScene::notes, LessonScene::withNotes));
        row(grid, 2, 0, "Lesson", title());
        row(grid, 2, 1, "Plays", plays());
        Label hint = new Label("Formulas in LaTeX; in captions between dollars, as in $\\alpha = 0.1$.");
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, button("lesson-update", "Update scene", "The scene shows what is on screen", lecture::update),
                button("lesson-add", "Add scene", "What is on screen becomes a new scene behind this one", lecture::capture),
                Icons.button("lesson-earlier", Feather.ARROW_LEFT, "Move the scene to the front", () -> lecture.reorder(-1)),
                Icons.button("lesson-later", Feather.ARROW_RIGHT, "Move the scene to the back", () -> lecture.reorder(1)),
                Icons.button("lesson-delete", Feather.TRASH_2, "Take the scene out; undo brings it back", lecture::delete), gap, hint,
                button("lesson-save", "Save lesson", "Write the lesson into its file", files::save));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(grid, buttons);
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        return area;
    }

    private void row(GridPane grid, int row, int column, String name, Region field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        field.setMaxWidth(Double.MAX_VALUE);
        grid.add(label, 2 * column, row);
        grid.add(field, 2 * column + 1, row);
    }

    /** A field for a text of the scene, which follows what is typed, as one undo step until the focus leaves. */
    private <F extends TextInputControl> F text(F field, String id, String what, Function<LessonScene, String> read,
            BiFunction<LessonScene, String, LessonScene> write) {
        return text(field, id, () -> lecture.showing().get().map(s -> read.apply(s.scene())).orElse(""), typed -> lecture.edit(what, s -> write.apply(s, typed)));
    }

    private TextField title() {
        return text(new TextField(), "lesson-name", () -> lecture.showing().get().map(s -> s.lesson().title()).orElse(""), lecture::rename);
    }

    private <F extends TextInputControl> F text(F field, String id, Supplier<String> read, Consumer<String> write) {
        field.setId(id);
        field.setAccessibleText(id.replace('-', ' '));
        Runnable show = () -> {
            String now = read.get();
            if (!field.getText().equals(now)) {
                showing = true;
                field.setText(now);
                showing = false;
            }
        };
        lecture.showing().subscribe(_ -> show.run());
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

    private HBox plays() {
        EntryField from = new EntryField("lesson-from", "From step",
                typed -> play(p -> new Play((int) Typed.whole("from", typed, 0, Integer.MAX_VALUE), p.to(), p.speed())));
        EntryField to = new EntryField("lesson-to", "To step", typed -> play(p -> new Play(p.from(),
                typed.isBlank() || typed.equals(ALL) ? Play.END : (int) Typed.whole("to", typed, 0, Integer.MAX_VALUE), p.speed())));
        EntryField speed = new EntryField("lesson-speed", "Speed",
                typed -> play(p -> new Play(p.from(), p.to(), Typed.number("speed", typed, Play.SLOWEST, Play.FASTEST))));
        Runnable show = () -> lecture.showing().get().map(s -> s.scene().play()).ifPresent(p -> {
            from.show(Integer.toString(p.from()));
            to.show(p.to() == Play.END ? ALL : Integer.toString(p.to()));
            speed.show(Typed.text(p.speed()));
        });
        lecture.showing().subscribe(_ -> show.run());
        HBox row = new HBox(8, word("from step"), from, word("to"), to, word("at speed"), speed);
        row.setAlignment(Pos.CENTER_LEFT);
        for (EntryField field : new EntryField[] {from, to, speed}) {
            field.setPrefWidth(72);
        }
        return row;
    }

    private void play(Function<Play, Play> change) {
        lecture.edit("change what plays", s -> s.withPlay(change.apply(s.play())));
        session.release();
    }

    private static Label word(String text) {
        Label word = new Label(text);
        word.getStyleClass().add("muted");
        word.setMinWidth(USE_PREF_SIZE);
        return word;
    }

    private static Button button(String id, String text, String hint, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        Hint.on(button, () -> hint);
        return button;
    }
}
