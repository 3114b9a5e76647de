package thalweg.view;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import thalweg.lesson.Play;
import thalweg.session.Lecture;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The lesson's title, and which steps its scene plays, to be changed. */
final class LessonPlay extends HBox {
    /** Fields for steps and speed: room for five digits. */
    private static final double NUMBER = 56;
    private final String end = Wording.of("lesson.end");

    private final Session session;
    private final Lecture lecture;

    LessonPlay(Session session) {
        super(8);
        this.session = session;
        lecture = session.lecture();
        setId("lesson-play");
        getStyleClass().add("lesson-play");
        setAlignment(Pos.CENTER_LEFT);
        TextField title = LessonField.title(new TextField(), "lesson-name", session);
        title.setAccessibleText(Wording.of("lesson.title"));
        title.setMinWidth(NUMBER);
        title.setPrefWidth(NUMBER);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label name = word(Wording.of("lesson.title"));
        name.setLabelFor(title);
        getChildren().addAll(name, title, word(Wording.of("lesson.plays")));
        plays();
    }

    private void plays() {
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
        getChildren().addAll(muted(Wording.of("lesson.from-word")), from, muted(Wording.of("lesson.to-word")), to,
                muted(Wording.of("lesson.speed-word")), speed);
        for (EntryField field : new EntryField[] {from, to, speed}) {
            field.setPrefWidth(NUMBER);
            field.setMinWidth(40);
        }
    }

    private void play(Function<Play, Play> change) {
        lecture.edit(Wording.of("edit.change-play"), s -> s.withPlay(change.apply(s.play())));
        session.release();
    }

    private static Label muted(String text) {
        Label word = word(text);
        word.getStyleClass().add("muted");
        return word;
    }

    private static Label word(String text) {
        Label word = new Label(text);
        word.setMinWidth(USE_PREF_SIZE);
        return word;
    }
}
