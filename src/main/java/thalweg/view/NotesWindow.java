package thalweg.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import thalweg.lesson.LessonScene;
import thalweg.paint.Theme;
import thalweg.session.Lecture;
import thalweg.session.Session;
import thalweg.session.Wording;

/** What the speaker sees on a second screen while the first one shows a lesson: the notes, what comes next, and how long it has taken. */
final class NotesWindow {
    private static final Duration SECOND = Duration.seconds(1);
    private static final long MINUTE = 60;

    private final LongSupplier nanos;
    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final Scene scene;
    private final Label title = label("notes-title", "heading");
    private final Label place = label("notes-place", "muted");
    private final Label elapsed = label("notes-elapsed", "heading");
    private final Label notes = label("notes-text", "notes");
    private final Label next = label("notes-next", "muted");
    private final Timeline clock = new Timeline(new KeyFrame(SECOND, _ -> tick()));
    private long begun;

    /**
     * Nothing shown yet.
     *
     * @param nanos a clock
     */
    NotesWindow(Session session, LongSupplier nanos) {
        this.nanos = nanos;
        notes.setWrapText(true);
        next.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(16, title, place, gap, elapsed);
        ScrollPane text = new ScrollPane(notes);
        text.setFitToWidth(true);
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox page = new VBox(24, head, text, next);
        page.getStyleClass().add("speaker-notes");
        scene = new Scene(page);
        stage.setScene(scene);
        stage.setTitle(Wording.of("notes.window"));
        clock.setCycleCount(Animation.INDEFINITE);
        session.lecture().showing().subscribe(s -> s.ifPresent(this::show));
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    /** Shows the notes on a screen that the audience does not see, if there is one. */
    void open(Stage audience, Theme theme) {
        Decor.dress(scene, theme);
        Rectangle2D taken = new Rectangle2D(audience.getX(), audience.getY(), Math.max(1, audience.getWidth()), Math.max(1, audience.getHeight()));
        free(Screen.getScreens().stream().map(Screen::getBounds).toList(), taken).ifPresent(free -> {
            stage.setX(free.getMinX());
            stage.setY(free.getMinY());
            stage.setWidth(free.getWidth());
            stage.setHeight(free.getHeight());
            stage.getIcons().setAll(audience.getIcons());
            stage.show();
            audience.requestFocus();
        });
        begun = nanos.getAsLong();
        tick();
        clock.playFromStart();
    }

    /** The first of some screens beside the one that most of the audience's window is on, and that it fills on the stage. */
    static Optional<Rectangle2D> free(List<Rectangle2D> screens, Rectangle2D audience) {
        return screens.stream().max(Comparator.comparingDouble(s -> shared(s, audience)))
                .flatMap(taken -> screens.stream().filter(s -> !s.intersects(taken)).findFirst());
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return width > 0 && height > 0 ? width * height : 0;
    }

    void close() {
        clock.stop();
        stage.close();
    }

    private void tick() {
        long seconds = (nanos.getAsLong() - begun) / 1_000_000_000;
        elapsed.setText(String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, seconds % MINUTE));
    }

    private void show(Lecture.Showing showing) {
        LessonScene now = showing.scene();
        title.setText(now.title());
        place.setText(Wording.of("lesson.place", showing.index() + 1, showing.count()));
        notes.setText(plain(now.notes().isEmpty() ? now.caption() : now.notes()));
        next.setText(showing.isLast() ? Wording.of("notes.last")
                : Wording.of("notes.next", showing.lesson().scenes().get(showing.index() + 1).title()));
    }

    /** Formulas as they are written, without the dollars around them. */
    private static String plain(String text) {
        return text.replace("$", "");
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        return label;
    }
}
