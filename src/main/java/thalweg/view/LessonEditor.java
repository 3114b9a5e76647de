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
import thalweg.session.Wording;

/** What a lesson and its scene say, to be written, and its scenes, to be added, moved and taken out. What is typed is seen in the caption at once. */
final class LessonEditor extends VBox {
    private static final int ROWS = 2;
    /** Fields want so much, and share what there is beyond it. */
    private static final double WIDE = 200;
    private final String end = Wording.of("lesson.end");

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
        wide.setPrefWidth(WIDE);
        grid.getColumnConstraints().addAll(names, wide, names, wide);
        row(grid, 0, 0, Wording.of("lesson.scene"), text(new TextField(), "lesson-scene-title", Wording.of("edit.rename-scene"), LessonScene::title,
                LessonScene::withTitle));
        row(grid, 0, 1, Wording.of("lesson.formula"), text(new TextField(), "lesson-formula", Wording.of("edit.write-formula"), LessonScene::formula,
                LessonScene::withFormula));
        row(grid, 1, 0, Wording.of("lesson.caption"), text(area(), "lesson-text", Wording.of("edit.write-caption"), LessonScene::caption,
                LessonScene::withCaption));
        row(grid, 1, 1, Wording.of("lesson.notes"),
                text(area(), "lesson-notes", Wording.of("edit.write-notes"), LessonScene::notes, LessonScene::withNotes));
        row(grid, 2, 0, Wording.of("lesson.title"), title());
        row(grid, 2, 1, Wording.of("lesson.plays"), plays());
        Label hint = new Label(Wording.of("lesson.latex"));
        hint.getStyleClass().add("muted");
        hint.setId("lesson-hint");
        hint.setMinWidth(0);
        Hint.on(hint, hint::getText);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, button("lesson-update", Wording.of("lesson.update"), Wording.of("lesson.update.help"), lecture::update),
                button("lesson-add", Wording.of("lesson.add"), Wording.of("lesson.add.help"), lecture::capture),
                Icons.button("lesson-earlier", Feather.ARROW_LEFT, Wording.of("lesson.earlier"), () -> lecture.reorder(-1)),
                Icons.button("lesson-later", Feather.ARROW_RIGHT, Wording.of("lesson.later"), () -> lecture.reorder(1)),
                Icons.button("lesson-delete", Feather.TRASH_2, Wording.of("lesson.delete"), lecture::delete), gap, hint,
                button("lesson-save", Wording.of("lesson.save"), Wording.of("lesson.save.help"), files::save));
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
        field.setAccessibleText(name);
        grid.add(label, 2 * column, row);
        grid.add(field, 2 * column + 1, row);
    }

    /** A field for a text of the scene, which follows what is typed, as one undo step until the focus leaves. */
    private <F extends TextInputControl> F text(F field, String id, String what, Function<LessonScene, String> read,
            BiFunction<LessonScene, String, LessonScene> write) {
        return text(field, id, () -> lecture.showing().get().map(s -> read.apply(s.scene())).orElse(""),
                typed -> lecture.edit(what, s -> write.apply(s, typed)));
    }

    private TextField title() {
        return text(new TextField(), "lesson-name", () -> lecture.showing().get().map(s -> s.lesson().title()).orElse(""), lecture::rename);
    }

    private <F extends TextInputControl> F text(F field, String id, Supplier<String> read, Consumer<String> write) {
        field.setId(id);
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
        EntryField from = new EntryField("lesson-from", Wording.of("lesson.from"),
                typed -> play(p -> new Play((int) Typed.whole(Wording.of("typed.from"), typed, 0, Integer.MAX_VALUE), p.to(), p.speed())));
        EntryField to = new EntryField("lesson-to", Wording.of("lesson.to"), typed -> play(p -> new Play(p.from(),
                typed.isBlank() || typed.equals(end) ? Play.END : (int) Typed.whole(Wording.of("typed.to"), typed, 0, Integer.MAX_VALUE),
                p.speed())));
        EntryField speed = new EntryField("lesson-speed", Wording.of("lesson.speed"),
                typed -> play(p -> new Play(p.from(), p.to(), Typed.number(Wording.of("typed.speed"), typed, Play.SLOWEST, Play.FASTEST))));
        Runnable show = () -> lecture.showing().get().map(s -> s.scene().play()).ifPresent(p -> {
            from.show(Integer.toString(p.from()));
            to.show(p.to() == Play.END ? end : Integer.toString(p.to()));
            speed.show(Typed.text(p.speed()));
        });
        lecture.showing().subscribe(_ -> show.run());
        HBox row = new HBox(8, word(Wording.of("lesson.from-word")), from, word(Wording.of("lesson.to-word")), to,
                word(Wording.of("lesson.speed-word")), speed);
        row.setAlignment(Pos.CENTER_LEFT);
        for (EntryField field : new EntryField[] {from, to, speed}) {
            field.setPrefWidth(72);
            field.setMinWidth(40);
        }
        return row;
    }

    private void play(Function<Play, Play> change) {
        lecture.edit(Wording.of("edit.change-play"), s -> s.withPlay(change.apply(s.play())));
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
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        Hint.on(button, () -> hint);
        return button;
    }
}
