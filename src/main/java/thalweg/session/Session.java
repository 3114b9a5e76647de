package thalweg.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Run;
import thalweg.experiment.Study;
import thalweg.experiment.Surveys;
import thalweg.export.Format;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Soundness;

/** One window's state: the experiment being edited, the newest frame of it, the playhead, and the file it came from. */
public final class Session {
    private final Workers workers;
    private final Preferences preferences;
    private final Autosave autosave;
    private final History<Desk> history;
    private final Playback playback = new Playback();
    private final Results results;
    private final Lecture lecture;
    private final Inquiries inquiries;
    private final Opener opener;
    private final Status status = new Status();
    private final Surveying surveying;
    private final Chronicle chronicle = new Chronicle(LocalDateTime::now);

    private final ReadOnlyObjectWrapper<Experiment> experiment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper awaiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    private Experiment saved;
    private Optional<Experiment> searched = Optional.empty();
    private List<CriticalPoint> found = List.of();
    private Optional<ChronicleFile> chronicleFile = Optional.empty();
    private Optional<Hover> hover = Optional.empty();
    private boolean diskComplained;
    private boolean opening;

    /**
     * A session on this experiment; its first frame is computed at once, on the calling thread.
     *
     * @throws IllegalArgumentException if the first experiment cannot be shown
     */
    public Session(Experiment first, Workers workers, Preferences preferences, Autosave autosave) {
        this(first, workers, preferences, autosave, new Computation(workers.crew())::run, System::nanoTime);
    }

    Session(Experiment first, Workers workers, Preferences preferences, Autosave autosave, Results.Work work, LongSupplier nanos) {
        this.workers = workers;
        this.preferences = preferences;
        this.autosave = autosave;
        history = new History<>(new Desk(first, Optional.empty(), 0));
        saved = first;
        experiment.set(first);
        surveying = new Surveying(workers, this::surveyed);
        results = new Results(workers, work, nanos, new Shown());
        lecture = new Lecture(this);
        inquiries = new Inquiries(workers, nanos, new Curved());
        opener = new Opener(this, workers, status);
        try {
            work.run(first, () -> false, () -> false, new Computation.Listener() {
                @Override
                public void doing(String what, double part) {
                    // nobody sees the window yet
                }

                @Override
                public void frame(Frame made) {
                    show(made);
                }
            });
        } catch (Computation.ProblemException e) {
            throw new IllegalArgumentException(e.problem().message(), e);
        }
        check(frame.get());
        playback.place(first.step());
        awaiting.subscribe(playback::rest);
        playback.stepProperty().addListener((_, _, step) -> {
            frame.set(frame.get().at(step.intValue()));
            inquiries.ask(frame.get());
        });
        preferences.complainTo(e -> workers.window().execute(() -> complain(Wording.of("doing.settings-forgotten"), e)));
        autosave.complainTo(e -> workers.window().execute(() -> complain(Wording.of("doing.autosave-off"), e)));
    }

    public ReadOnlyObjectProperty<Experiment> experiment() {
        return experiment.getReadOnlyProperty();
    }

    /** The newest frame, with playhead and hover applied; behind the experiment for as long as the computing takes. */
    public ReadOnlyObjectProperty<Frame> frame() {
        return frame.getReadOnlyProperty();
    }

    /**
     * Whether the newest frame shows another place than the experiment is about, because that one's first frame is still to come: after another
     * function, other data, a file or a scene of a lesson were chosen. A file that cannot be shown leaves it so; of anything else the last good frame
     * stays.
     */
    public ReadOnlyBooleanProperty awaiting() {
        return awaiting.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /** Whether there is something that {@link #save} would keep. */
    public ReadOnlyBooleanProperty modified() {
        return modified.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    public Optional<String> undoName() {
        return history.undoName();
    }

    public Optional<String> redoName() {
        return history.redoName();
    }

    /** What the program is doing, or did last, in words. */
    public ReadOnlyStringProperty status() {
        return status.text();
    }

    /** How far the work is, 0 to 1; -1 when idle or not known. */
    public ReadOnlyDoubleProperty progress() {
        return status.progress();
    }

    public Playback playback() {
        return playback;
    }

    /** The lesson that is open, if one is. */
    public Lecture lecture() {
        return lecture;
    }

    /** The sets of runs that were finished since the window opened. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** Brings the finished runs of earlier windows back, in the background, and keeps those of this one from now on. */
    public void keepChronicle() {
        ChronicleFile kept = new ChronicleFile(chronicle, autosave.beside("history.json"), workers.disk(), workers.window(),
                words -> status.say(words, true));
        chronicleFile = Optional.of(kept);
        kept.begin();
    }

    public Preferences preferences() {
        return preferences;
    }

    /** Changes the experiment, as one undo step with this name: "add run". */
    public void edit(String what, UnaryOperator<Experiment> change) {
        apply(what, change, false);
    }

    /** Changes the experiment while something is dragged: one undo step for all of the same name until {@link #release}. */
    public void drag(String what, UnaryOperator<Experiment> change) {
        apply(what, change, true);
    }

    /** The drag is over. */
    public void release() {
        history.close();
        chronicleFile.ifPresent(ChronicleFile::settle);
    }

    public void undo() {
        if (history.undo()) {
            chronicle.turn();
            changed();
        }
    }

    public void redo() {
        if (history.redo()) {
            chronicle.turn();
            changed();
        }
    }

    /** The iterate under the pointer, in all views. */
    public void hover(Optional<Hover> at) {
        if (!hover.equals(at)) {
            hover = at;
            frame.set(frame.get().withHover(at));
        }
    }

    /** Tells what went wrong outside the session. */
    public void report(Problem what) {
        problem.set(Optional.of(what));
        status.say(what.message(), false);
    }

    /** Tells what was done outside the session: "saved race.png". */
    public void report(String done) {
        status.say(done, false);
    }

    /** Stops what is being computed, if anything is, keeps what is there, and says so. */
    public void cancel() {
        if (opener.stop()) {
            report(Wording.of("status.stopped-reading"));
            return;
        }
        results.stop();
        inquiries.stop();
        surveying.stop();
        if (status.isBusy()) {
            report(awaiting.get() ? Wording.of("status.stopped-empty") : Wording.of("status.stopped"));
        }
    }

    /** What a program that did not end well had open; asked once, at the start. */
    public Optional<Kept> left() {
        return autosave.left();
    }

    /** Shows what a program that did not end well had open, its lesson included, as one undo step and with no file. */
    public void recover(Kept left) {
        file.set(Optional.empty());
        playback.whole();
        lecture.recover(Wording.of("edit.recover"), left);
        playback.place(left.experiment().step());
    }

    /** Whether changes are kept that were not saved when a window was closed or another file opened. */
    public boolean canReopen() {
        return autosave.hasLast();
    }

    /** Shows the changes that were not saved, with no file, so that saving asks for one; undo leads back. */
    public void reopen() {
        autosave.last().ifPresentOrElse(last -> {
            show(Wording.of("edit.reopen"), last);
            report(Wording.of("status.reopened"));
        }, () -> report(new Problem(Problem.FILE, Wording.of("problem.no-last"))));
    }

    /** Replaces the experiment by another, as one undo step, with no file. */
    public void show(String what, Experiment other) {
        file.set(Optional.empty());
        playback.whole();
        edit(what, _ -> selecting(other));
        playback.place(other.step());
    }

    /** Shows the paths of another program's file over the present landscape, as one undo step; a mistake is reported and changes nothing. */
    public void bringIn(Path path) {
        opener.bringIn(List.of(path));
    }

    /**
     * Takes data to learn from, as one undo step, and plays what they are first learnt with.
     *
     * @param good a model, runs and views that suit the data; the seed and the layout stay as they are
     */
    public void learn(Experiment good) {
        edit(Wording.of("edit.choose-data"), e -> good.withSeed(e.seed()).withLook(e.look().withWindow(List.of()).withCamera(good.look().camera())
                .withTiles(good.look().tiles()).withSelected(good.look().selected())));
        playback.go(0);
        playback.playByItself();
    }

    /**
     * Opens a session file, a lesson, a picture or numbers that carry their experiment, a sampled surface, paths, or data to learn from; a mistake is
     * reported and changes nothing. A lesson that is open stays so: what is opened can become a scene of it. The file is read while the window goes
     * on; another that is opened meanwhile, or {@link #cancel}, takes its place.
     */
    public void open(Path path) {
        opener.open(List.of(path));
    }

    /**
     * The same for several files at once: paths all come in, of data those that belong together; else a session or a picture among them is opened, or
     * the first, and the others are named as not opened.
     */
    public void open(List<Path> files) {
        if (!files.isEmpty()) {
            opener.open(files);
        }
    }

    /** Takes the data in files, which are read as those that are opened are; what is no data is reported and changes nothing. */
    public void openData(List<Path> files) {
        opener.openData(files);
    }

    /** Whether a file's name is that of a session, a lesson, or a picture, film or page, which carry one. */
    public static boolean isCarrier(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") || Format.of(file).isPresent();
    }

    /** Another experiment takes the place of this one, undo steps included. Returns whether changes that were not saved were put away. */
    boolean opened(Experiment read, Optional<Path> from) {
        boolean leaves = putAway();
        Experiment shown = selecting(read);
        history.reset(history.now().withExperiment(shown));
        saved = shown;
        opening = true;
        playback.place(read.step());
        playback.whole();
        changed();
        file.set(from);
        return leaves;
    }

    /** With a run selected, the first that is seen, where none is: commands select none, and what shows one run would show nothing. */
    private static Experiment selecting(Experiment read) {
        return read.look().selected() >= 0 || read.runs().isEmpty() ? read
                : read.withLook(read.look().withSelected(Math.max(0, read.runs().stream().map(Run::hidden).toList().indexOf(false))));
    }

    /** Writes the session file. Returns whether it is written; a mistake is reported. */
    public boolean save(Path path) {
        try {
            ExperimentJson.write(current(), path);
            saved = history.now().experiment();
            modified.set(false);
            file.set(Optional.of(path));
            preferences.remember(path);
            report(Wording.of("status.saved", path.getFileName()));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            report(new Problem(Problem.FILE, Opener.sentence(path, e)));
            return false;
        }
    }

    /** The experiment with the playhead where it stands now. */
    public Experiment current() {
        return history.now().experiment().withStep(playback.step());
    }

    /** The window is closed as it should be; changes that are not saved are kept for {@link #reopen}. */
    public void close() {
        chronicleFile.ifPresent(ChronicleFile::settle);
        results.close();
        inquiries.close();
        surveying.stop();
        putAway();
        lecture.unsaved().ifPresent(autosave::leave);
        autosave.done();
    }

    /** What is not saved is kept for {@link #reopen}. Returns whether there is such a thing. */
    boolean putAway() {
        if (modified.get()) {
            autosave.leave(current());
        }
        return modified.get();
    }

    Autosave autosave() {
        return autosave;
    }

    /** Keeps what is open, for after a crash. */
    void keep() {
        autosave.keep(new Kept(current(), lecture.unsaved()));
    }

    private void apply(String what, UnaryOperator<Experiment> change, boolean merge) {
        change(what, desk -> desk.withExperiment(change.apply(desk.experiment())), merge);
    }

    /** Changes what is on the desk, as one undo step, together with those of the same name before it if asked to. */
    void change(String what, UnaryOperator<Desk> change, boolean merge) {
        change(what, change, merge, false);
    }

    /** Another scene of a lesson: nothing of the last one is to be seen under its caption. */
    void changeScene(String what, UnaryOperator<Desk> change) {
        change(what, change, false, true);
    }

    private void change(String what, UnaryOperator<Desk> change, boolean merge, boolean opens) {
        Desk before = history.now();
        if (!(merge && history.joins(what))) {
            chronicle.turn();
        }
        try {
            history.change(what, change.apply(before), merge);
        } catch (IllegalArgumentException e) {
            report(new Problem(what, e.getMessage()));
            return;
        }
        if (history.now() != before) {
            opening = opens;
            changed();
        }
    }

    Desk desk() {
        return history.now();
    }

    History.Mark<Desk> mark() {
        return history.mark();
    }

    /**
     * Where what is on screen comes from.
     *
     * @param saved what it was there; anything else is a change that is not saved
     */
    record Origin(Optional<Path> file, Experiment saved) { }

    Origin origin() {
        return new Origin(file.get(), saved);
    }

    /** All as it was at a mark, undo steps included. */
    void restore(History.Mark<Desk> mark, Origin origin) {
        saved = origin.saved();
        file.set(origin.file());
        history.restore(mark);
        changed();
    }

    /** What is shown came from a lesson: from no file, and nothing of it is to be saved. */
    void fromLesson(Experiment shown) {
        saved = shown;
        file.set(Optional.empty());
        modified.set(!history.now().experiment().equals(saved));
    }

    private void changed() {
        Experiment now = history.now().experiment();
        experiment.set(now);
        lecture.changed();
        modified.set(!now.equals(saved));
        canUndo.set(history.undoName().isPresent());
        canRedo.set(history.redoName().isPresent());
        problem.set(Optional.empty());
        status.edited();
        keep();
        Frame shown = frame.get();
        if (Computation.sameNumbers(shown.experiment(), now)) {
            frame.set(inquiries.dressed(Computation.relabelled(shown, now)));
            inquiries.ask(frame.get());
        } else {
            playback.begin();
        }
        awaiting.set(awaits(frame.get()));
        results.request(now);
    }

    /** Whether a frame is of another place than the experiment. */
    private boolean awaits(Frame shown) {
        Experiment now = history.now().experiment();
        return opening ? !isOfOnePicture(shown.experiment(), now) : !shown.experiment().subject().isLike(now.subject());
    }

    /** Whether two experiments have the same function or learning, sliced the same way and seen in the same views. */
    private static boolean isOfOnePicture(Experiment a, Experiment b) {
        return a.subject().equals(b.subject()) && a.slicing().equals(b.slicing()) && a.look().tiles().equals(b.look().tiles())
                && a.look().layout().equals(b.look().layout());
    }

    private void show(Frame made) {
        if (made.tracks().stream().anyMatch(t -> t.trajectory().outcome() instanceof Outcome.Running)) {
            playback.grows(made.last());
        } else {
            playback.length(made.last());
        }
        boolean known = searched.equals(Optional.of(Computation.searchPart(made.experiment())));
        Optional<Soundness> checked = Optional.ofNullable(frame.get()).filter(made::isOf).flatMap(Frame::soundness);
        Optional<Study> before = Optional.ofNullable(frame.get()).flatMap(f -> f.scene().study());
        Surveys surveys = frame.get() == null ? Surveys.NONE : frame.get().surveys();
        frame.set(inquiries.dressed((known ? with(made, found) : made).withSoundness(checked).at(playback.step()).withHover(hover)
                .withSurveys(surveys)));
        awaiting.set(awaits(made));                               // after the frame, or the last one would be painted once more
        made.scene().study().filter(study -> !study.remarks().isEmpty() && !Optional.of(study).equals(before))
                .ifPresent(study -> status.say(String.join("; ", study.remarks()), false));
        chronicle.shown(frame.get());
        if (!history.isOpen()) {                                  // where a slider was let go is mostly shown after that
            chronicleFile.ifPresent(ChronicleFile::settle);
        }
        lecture.shown(made);
        if (known) {
            surveying.ask(frame.get());
        } else {                                                  // which needs to know where the minima are
            results.search(made);
        }
        inquiries.ask(frame.get());
    }

    /** A stage of a comparison is there; it stays on screen until one of a newer experiment is. */
    private void surveyed(String view, Surveys.Survey survey) {
        frame.set(frame.get().withSurveys(frame.get().surveys().with(view, survey)));
    }

    /** Said once: whoever goes on all the same has decided. */
    private void complain(String what, IOException trouble) {
        if (!diskComplained) {
            diskComplained = true;
            status.say(what + ": " + trouble.getMessage(), true);
        }
    }

    /** What comes back from the work. */
    private final class Shown implements Results.Listener {
        @Override
        public void doing(String what, double part) {
            status.doing(what, part);
        }

        @Override
        public void frame(Frame made) {
            show(made);
        }

        @Override
        public void idle() {
            resting();
        }

        @Override
        public void problem(Problem what) {
            awaiting.set(opening && awaiting.get());
            report(what);
        }

        @Override
        public void found(Experiment part, List<CriticalPoint> points) {
            found = points;
            searched = Optional.of(part);
            Frame shown = frame.get();
            if (part.equals(Computation.searchPart(shown.experiment()))) {
                frame.set(with(shown, points));
                surveying.ask(frame.get());
            }
        }

        @Override
        public void done(Frame last) {
            check(last);
        }

        @Override
        public void checked(Frame what, Soundness found) {
            if (frame.get().isOf(what)) {
                frame.set(frame.get().withSoundness(Optional.of(found)));
            }
        }
    }

    private void check(Frame made) {
        if (frame.get().isOf(made) && frame.get().soundness().isEmpty()) {
            results.check(made);
        }
    }

    /** What comes back about the curvature. */
    private final class Curved implements Inquiries.Listener {
        @Override
        public void found() {
            frame.set(inquiries.dressed(frame.get()));
        }

        @Override
        public void doing(String what, double part) {
            status.doing(what, part);
        }

        @Override
        public void idle() {
            resting();
        }
    }

    /** Something is done; a file may still be read. */
    private void resting() {
        status.idle();
        opener.tell();
    }

    private static Frame with(Frame frame, List<CriticalPoint> points) {
        return frame.withScene(frame.scene().withCriticalPoints(points));
    }
}
