package thalweg.view;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.lesson.Lesson;
import thalweg.paint.CaptionPainter;
import thalweg.session.Lecture;
import thalweg.session.Session;
import thalweg.session.Wording;

/**
 * The lesson that is open, below the tiles of the window: its scene and caption, the way through it, and, when asked for, everything to change it.
 *
 * <p>Decision: the fields stand beside the caption instead of below it, and the buttons in the head, because what is written about must be seen: on
 * 1280 x 720 that leaves the tiles three fifths of the window instead of two.
 */
final class LessonBar extends VBox {
    /** Captions are half as large as on a stage of 720. */
    private static final double UNIT = 0.5;

    private final Lecture lecture;
    private final ToggleButton change;

    LessonBar(Session session, LessonFiles files) {
        lecture = session.lecture();
        setId("lesson-bar");
        getStyleClass().add("lesson-bar");
        setMinWidth(0);
        CaptionView caption = new CaptionView("lesson-caption", session, false, _ -> UNIT);
        caption.setPrefHeight(CaptionPainter.HEIGHT * UNIT);
        caption.setMinHeight(CaptionPainter.HEIGHT * UNIT);
        caption.setMaxHeight(CaptionPainter.HEIGHT * UNIT);
        caption.managedProperty().bind(caption.visibleProperty());
        lecture.showing().subscribe(showing -> caption.setVisible(showing.filter(s -> !(s.scene().caption() + s.scene().formula()).isBlank())
                .isPresent()));                                   // a new scene has no words yet: the room belongs to its pictures
        change = Icons.toggle("lesson-edit", Icons.icon(Feather.EDIT_2), Wording.of("lesson.change"));
        change.getStyleClass().add("icon");
        Late play = editing("lesson-play-place", () -> new LessonPlay(session));
        Late editor = editing("lesson-editor-place", () -> new LessonEditor(session));
        Late actions = editing("lesson-actions-place", () -> new LessonActions(lecture, files));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        Region line = new Region();                               // a caption begins with one of its own
        line.getStyleClass().add("lesson-line");
        line.visibleProperty().bind(change.selectedProperty().and(caption.visibleProperty().not()));
        line.managedProperty().bind(line.visibleProperty());
        VBox said = new VBox(line, caption, gap, play);
        getChildren().addAll(head(actions), new Beside(said, editor, true));
    }

    private Late editing(String id, Supplier<? extends Region> make) {
        Late place = Late.whenShown(id, make);
        place.visibleProperty().bind(change.selectedProperty());
        return place;
    }

    /** Opens the editor: whoever has just made a scene wants to write its words. */
    void write() {
        change.setSelected(true);
    }

    private Beside head(Region actions) {
        Label title = new Label();
        title.setId("lesson-title");
        title.getStyleClass().add("strong");
        Label scene = new Label();
        scene.setId("lesson-scene");
        scene.setMinWidth(0);
        Label place = new Label();
        place.setId("lesson-place");
        place.getStyleClass().add("muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Button back = Icons.button("lesson-back", Feather.CHEVRON_LEFT, Wording.of("lesson.back"), () -> lecture.move(-1));
        Button on = Icons.button("lesson-on", Feather.CHEVRON_RIGHT, Wording.of("lesson.on"), () -> lecture.move(1));
        Runnable refresh = () -> lecture.showing().get().ifPresent(s -> {
            title.setText(named(s.lesson()));
            scene.setText(s.scene().title());
            place.setText(Wording.of("lesson.place", s.index() + 1, s.count()));
            back.setDisable(s.index() == 0);
            on.setDisable(s.isLast());
        });
        lecture.showing().subscribe(_ -> refresh.run());
        lecture.modified().subscribe(_ -> refresh.run());
        HBox way = new HBox(8, back, place, on, title, scene);
        way.setMinWidth(0);
        HBox tools = new HBox(8, actions, change, Icons.button("lesson-close", Feather.X, Wording.of("lesson.close"), lecture::close));
        tools.setAlignment(Pos.CENTER_RIGHT);
        way.setAlignment(Pos.CENTER_LEFT);
        Beside head = new Beside(way, tools, false);
        head.getStyleClass().add("lesson-head");
        return head;
    }

    private String named(Lesson lesson) {
        return lesson.title() + (lecture.modified().get() ? " *" : "");
    }
}
