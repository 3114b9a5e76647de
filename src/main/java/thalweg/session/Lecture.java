package thalweg.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.lesson.Lesson;
import thalweg.lesson.LessonJson;
import thalweg.lesson.LessonScene;
import thalweg.lesson.Lessons;
import thalweg.lesson.Play;

/**
 * The lesson that is open in a session: which scene is shown, what plays, and how lessons are made. Every change is an undo step of the session.
 *
 * <p>Decision: leaving the stage brings everything back as it was when it was entered, undo steps included, because walking through a lesson is no
 * work that somebody wants to keep; entered again from there, the stage shows the scene at which it was left, because a key pressed by mistake must
 * not cost a lecturer the place.
 */
public final class Lecture {
    /**
     * What is shown of a lesson.
     *
     * @param index of the scene that was shown last
     */
    public record Showing(Lesson lesson, int index) {
        public LessonScene scene() {
            return lesson.scenes().get(index);
        }

        public int count() {
            return lesson.scenes().size();
        }

        public boolean isLast() {
            return index == count() - 1;
        }
    }

    private record Stage(History.Mark<Desk> desk, Playback.Mark playback, Session.Origin origin) { }

    private record Left(Desk restored, int scene) { }

    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Showing>> showing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Lesson> saved = Optional.empty();
    private Optional<Play> waiting = Optional.empty();
    private Optional<Playback.Manner> before = Optional.empty();
    private Optional<Stage> stage = Optional.empty();
    private Optional<Left> left = Optional.empty();

    Lecture(Session session) {
        this.session = session;
    }

    /** The lesson that is open, and its scene; empty if none is. */
    public ReadOnlyObjectProperty<Optional<Showing>> showing() {
        return showing.getReadOnlyProperty();
    }

    /** Whether the lesson holds something that {@link #save} would keep. */
    public ReadOnlyBooleanProperty modified() {
        return modified.getReadOnlyProperty();
    }

    /** Where the lesson came from or was saved. */
    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /** Opens a lesson that travels with the program, at its first scene. */
    public void open(Lessons.Entry entry) {
        open(entry.read(), Optional.empty());
        session.report(Wording.of("status.opened-lesson", entry.title()));
    }

    void open(Lesson opened, Optional<Path> from) {
        putAway();
        if (showing.get().isEmpty()) {
            session.putAway();
        }
        file.set(from);
        saved = Optional.of(opened);
        show(Wording.of("edit.open-lesson"), opened, 0);
    }

    /** What of the lesson is not saved is kept for {@link #reopen}. */
    private void putAway() {
        unsaved().ifPresent(session.autosave()::leave);
    }

    /** The lesson that is open, if it holds something that is not saved. */
    Optional<Lesson> unsaved() {
        return showing.get().filter(_ -> modified.get()).map(Showing::lesson);
    }

    /** Shows what was kept of a program that did not end well; its lesson is in no file. */
    void recover(String what, Kept left) {
        if (left.lesson().isPresent()) {
            putAway();
            file.set(Optional.empty());
            saved = Optional.empty();
        }
        session.change(what, d -> left.lesson().map(l -> new Desk(left.experiment(), Optional.of(l), scene(l, left.experiment())))
                .orElse(d.withExperiment(left.experiment())), false);
    }

    /** The scene of a lesson that an experiment is, or else the first. */
    private static int scene(Lesson lesson, Experiment experiment) {
        return Math.max(0, lesson.scenes().stream().map(s -> s.experiment().withStep(experiment.step())).toList().indexOf(experiment));
    }

    /** Whether a lesson is kept that was put away without having been saved. */
    public boolean canReopen() {
        return session.autosave().hasLastLesson();
    }

    /** Opens the lesson that was not saved, with no file, so that saving asks for one; undo leads back. */
    public void reopen() {
        session.autosave().lastLesson().ifPresentOrElse(last -> {
            open(last, Optional.empty());
            saved = Optional.empty();
            changed();
            session.keep();
            session.report(Wording.of("status.reopened-lesson"));
        }, () -> session.report(new Problem(Problem.FILE, Wording.of("problem.no-last-lesson"))));
    }

    /** Shows the scene with this index, and plays it; the nearest if there is none. */
    public void go(int index) {
        showing.get().ifPresent(s -> {
            int there = Math.clamp(index, 0, s.count() - 1);
            show(Wording.of("edit.scene", there + 1), s.lesson(), there);
        });
    }

    /** Shows the scene that is so many further on; the first and the last have nothing before and behind them. */
    public void move(int by) {
        showing.get().filter(s -> s.index() + by >= 0 && s.index() + by < s.count()).ifPresent(s -> go(s.index() + by));
    }

    /** Begins a lesson with what is on screen. */
    public void create() {
        putAway();
        file.set(Optional.empty());
        saved = Optional.empty();
        change(Wording.of("edit.new-lesson"), _ -> Optional.of(Lesson.of(Wording.of("lesson.mine"),
                LessonScene.of(Wording.of("lesson.scene-number", 1), captured()))), 0);
    }

    /** Makes what is on screen a new scene behind the one shown last; begins a lesson if none is open. */
    public void capture() {
        if (showing.get().isEmpty()) {
            create();
            return;
        }
        int at = showing.get().get().index() + 1;
        change(Wording.of("edit.add-scene"), open -> open
                .map(l -> l.adding(at, LessonScene.of(Wording.of("lesson.scene-number", l.scenes().size() + 1), captured()))), at);
    }

    /** Makes what is on screen that which the scene shows. */
    public void update() {
        edit(Wording.of("edit.update-scene"), s -> s.withExperiment(captured()));
    }

    /** Changes what is said of the scene or what plays; one undo step for all changes of the same name that follow each other. */
    public void edit(String what, UnaryOperator<LessonScene> change) {
        showing.get().ifPresent(s -> session.change(what,
                d -> d.withLesson(Optional.of(s.lesson().with(s.index(), change.apply(s.scene()))), s.index()), true));
    }

    public void rename(String title) {
        showing.get().ifPresent(s -> session.change(Wording.of("edit.rename-lesson"),
                d -> d.withLesson(Optional.of(s.lesson().withTitle(title)), s.index()), true));
    }

    /** Moves the scene in the lesson, back if negative, as far as there is room. */
    public void reorder(int by) {
        showing.get().ifPresent(s -> {
            int to = Math.clamp((long) s.index() + by, 0, s.count() - 1);
            change(Wording.of("edit.move-scene"), _ -> Optional.of(s.lesson().moving(s.index(), to)), to);
        });
    }

    /** Takes the scene out of the lesson and shows its neighbour; with the last scene the lesson is closed. */
    public void delete() {
        showing.get().ifPresent(s -> {
            if (s.count() == 1) {
                change(Wording.of("edit.delete-scene"), _ -> Optional.empty(), 0);
            } else {
                show(Wording.of("edit.delete-scene"), s.lesson().without(s.index()), Math.min(s.index(), s.count() - 2));
            }
        });
    }

    /** Puts the lesson away; what is on screen stays. Undo brings it back. */
    public void close() {
        putAway();
        change(Wording.of("edit.close-lesson"), _ -> Optional.empty(), 0);
    }

    /** Writes the lesson. Returns whether it is written; a mistake is reported. */
    public boolean save(Path path) {
        Lesson written = showing.get().orElseThrow().lesson();
        try {
            LessonJson.write(written, path);
            saved = Optional.of(written);
            modified.set(false);
            file.set(Optional.of(path));
            session.keep();
            session.preferences().remember(path);
            session.report(Wording.of("status.saved", path.getFileName()));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            session.report(new Problem(Problem.FILE, e.getMessage() == null ? Wording.of("problem.cannot-write", path) : e.getMessage()));
            return false;
        }
    }

    /** Walking through a lesson before an audience begins: the scene is played, or, if the stage was left here, the one at which it was. */
    public void enter() {
        if (stage.isPresent() || showing.get().isEmpty()) {
            return;
        }
        stage = Optional.of(new Stage(session.mark(), session.playback().mark(), session.origin()));
        left.filter(l -> l.restored().equals(session.desk())).ifPresent(l -> go(l.scene()));
    }

    /** The audience has gone: everything is as it was at {@link #enter}. */
    public void leave() {
        Optional<Stage> entered = stage;
        stage = Optional.empty();
        entered.ifPresent(s -> {
            int last = session.desk().scene();
            waiting = Optional.empty();
            session.restore(s.desk(), s.origin());
            session.playback().restore(s.playback());
            left = Optional.of(new Left(session.desk(), last));
        });
    }

    /** The desk has changed. */
    void changed() {
        Desk desk = session.desk();
        if (desk.lesson().isPresent() && before.isEmpty()) {
            before = Optional.of(session.playback().manner());
            session.playback().loopProperty().set(false);
        } else if (desk.lesson().isEmpty()) {                     // closed, undone, or its last scene taken out
            waiting = Optional.empty();
            before.ifPresent(session.playback()::play);
            before = Optional.empty();
        }
        showing.set(desk.lesson().map(l -> new Showing(l, desk.scene())));
        modified.set(desk.lesson().isPresent() && !desk.lesson().equals(saved));
    }

    /** A frame has come: what waited for it plays, unless its runs are still on their way. */
    void shown(Frame made) {
        boolean whole = made.tracks().stream().noneMatch(t -> t.trajectory().outcome() instanceof Outcome.Running);
        if (whole && Computation.sameNumbers(made.experiment(), session.desk().experiment())) {
            waiting.ifPresent(this::play);
        }
    }

    private void show(String what, Lesson from, int index) {
        LessonScene wanted = from.scenes().get(index);
        session.playback().pause();
        waiting = Optional.of(wanted.play());
        session.changeScene(what, _ -> new Desk(wanted.experiment(), Optional.of(from), index));
        session.fromLesson(wanted.experiment());
        waiting.ifPresent(part -> session.playback().place(part.from()));      // unless its runs were there at once
        if (session.frame().get() != null) {
            shown(session.frame().get());                         // the same numbers, and so no news
        }
    }

    private void play(Play part) {
        waiting = Optional.empty();
        Playback playback = session.playback();
        playback.part(part.from(), part.to());
        playback.speedProperty().set(part.speed());
        playback.go(part.from());
        playback.playByItself();
    }

    private void change(String what, UnaryOperator<Optional<Lesson>> edit, int index) {
        session.change(what, d -> d.withLesson(edit.apply(d.lesson()), index), false);
    }

    private Experiment captured() {
        return session.current();
    }
}
