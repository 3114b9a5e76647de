package thalweg.view;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.math.Crew;
import thalweg.math.Vec;
import thalweg.paint.KeptMemo;
import thalweg.paint.Memo;
import thalweg.paint.Plot;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;

/**
 * The one door between a painter and the screen: paints the newest {@link Picture} asked for on another thread into a spare sheet, then swaps it in.
 *
 * <p>Nothing queues up: a request replaces the one that waits. What was on screen stays until the next picture is complete, also when painting fails;
 * but a picture of something else than what is asked for now stays for a moment only, and {@link #late} says so. The view also answers what lies
 * under a point, in its own coordinates.
 */
public final class PlotView extends Region {
    /** How long nothing may move before a picture is painted as a still one. */
    static final Duration REST = Duration.millis(150);
    /** How long a picture of something else may stay: quick changes do not flicker. */
    static final Duration PATIENCE = Duration.millis(250);
    /** One shown, one painted, and the one just hidden, which JavaFX's renderer may still read for a pulse. */
    private static final int SHEETS = 3;
    /** So many of the threads that paint may help with one picture, if they are idle. */
    private static final int HELPERS = 3;
    /** A picture for a size so many times larger or smaller than the view's is fitted in until the next is there. */
    private static final double OTHER = 1.1;
    private static final Set<String> MAPS = Set.of("contour", "curve", "basins");

    /** What is to be shown: a frame, drawn as a view of this kind in this style. */
    public record Picture(ViewKind kind, Style style, Frame frame) {
        Picture still(boolean still) {
            return new Picture(kind, style.withStill(still), frame);
        }

        boolean sameStyle(Picture other) {
            return kind == other.kind && style.equals(other.style);
        }

        /** Whether it is another view, or of another function or other data; other knobs of the same are no other place. */
        boolean isElsewhere(Picture other) {
            return kind != other.kind || !frame.experiment().subject().isLike(other.frame.experiment().subject());
        }
    }

    /** A picture that is painted, and what belongs in the tile's head. */
    private record Done(Job job, String title, String detail) {
    }

    private record Job(Picture picture, Sheet sheet, double width, double height) {
        Rectangle2D area() {
            return new Rectangle2D.Double(0, 0, width, height);
        }
    }

    private final Executor painting;
    private final Executor window;
    private final Consumer<Throwable> failed;
    private final ImageView image = new ImageView();
    private final Deque<Sheet> sheets = new ArrayDeque<>();
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper(this, "late");
    private final ReadOnlyIntegerWrapper painted = new ReadOnlyIntegerWrapper(this, "painted");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
    private final Plots drawing;
    private final Plots pointing = new Plots(Crew.NOBODY);
    private Optional<Picture> asked = Optional.empty();
    private Optional<Picture> waiting = Optional.empty();
    private Optional<Picture> onScreen = Optional.empty();
    private boolean busy;
    private Optional<Theme> awaited = Optional.empty();
    private Runnable arrived = () -> { };
    private Optional<Done> held = Optional.empty();
    private double laidOutWidth;
    private double laidOutHeight;
    private double shownWidth;
    private double shownHeight;

    /**
     * An empty view.
     *
     * @param painting where pictures are painted; one at a time per view
     * @param window runs what it is given on the JavaFX thread
     * @param failed told on the JavaFX thread when a painter throws
     */
    public PlotView(Executor painting, Executor window, Consumer<Throwable> failed) {
        this.painting = painting;
        this.window = window;
        this.failed = failed;
        drawing = new Plots(new Crew(painting, HELPERS));
        image.setManaged(false);
        image.setSmooth(false);
        getChildren().add(image);
        getStyleClass().add("plot");
        setMinSize(0, 0);
        setPickOnBounds(true);
        sceneProperty().flatMap(s -> s.windowProperty()).flatMap(w -> w.outputScaleXProperty()).subscribe(_ -> repaint());
        sceneProperty().flatMap(s -> s.windowProperty()).flatMap(w -> w.showingProperty()).subscribe(_ -> repaint());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                rest.stop();
                patience.stop();
            }
        });
        patience.setOnFinished(_ -> {
            late.set(true);
            title.set("");
            detail.set("");
        });
        rest.setOnFinished(_ -> asked.ifPresent(p -> request(p.still(true))));
    }

    /** Asks for a picture; a quick one first, and a still one when nothing changes for a moment. */
    public void show(Picture picture) {
        if (asked.filter(p -> p.frame() == picture.frame() && p.sameStyle(picture.still(true))).isPresent()) {
            return;
        }
        asked = Optional.of(picture.still(true));
        if (onScreen.filter(p -> !p.isElsewhere(picture)).isPresent()) {
            patience.stop();
            late.set(false);
        } else if (!late.get() && patience.getStatus() != Animation.Status.RUNNING) {
            patience.playFromStart();
        }
        request(picture.still(awaited.isPresent()));              // what takes the place of a still one is one, too
        rest.playFromStart();
    }

    /**
     * Pictures in this theme are not shown when they are painted, before {@link #release}: they wait until all of the window can change at once.
     *
     * @param ready run as soon as there is one
     */
    void hold(Theme theme, Runnable ready) {
        release();
        awaited = Optional.of(theme);
        arrived = ready;
    }

    /** Shows what was held back, and from now on every picture when it is painted. */
    void release() {
        awaited = Optional.empty();
        held.filter(d -> asked.filter(p -> !p.isElsewhere(d.job().picture())).isPresent()).ifPresent(this::put);
        held = Optional.empty();
    }

    /** Whether it shows a picture, or would soon. */
    boolean isSeen() {
        return painted.get() > 0 && asked.isPresent() && isOnScreen();
    }

    /** Shows nothing until the next picture; what is still being painted is thrown away. */
    void clear() {
        asked = Optional.empty();
        waiting = Optional.empty();
        held.ifPresent(before -> sheets.addFirst(before.job().sheet()));
        held = Optional.empty();
        rest.stop();
        patience.stop();
        onScreen = Optional.empty();
        late.set(true);                                           // the next one is awaited from now on
        image.setImage(null);
        title.set("");
        detail.set("");
    }

    /** What was asked for last, as a still picture. */
    public Optional<Picture> shown() {
        return asked;
    }

    /** Whether there is no picture yet of what is asked for, and that has been so for a moment. */
    ReadOnlyBooleanProperty late() {
        return late.getReadOnlyProperty();
    }

    /** How many pictures have come on screen so far. */
    public ReadOnlyIntegerProperty painted() {
        return painted.getReadOnlyProperty();
    }

    /** The iterate under a point. */
    public Optional<Hover> hit(double x, double y) {
        return point((plot, area, frame) -> plot.hit(new Point2D.Double(x, y), area, frame));
    }

    /** The coordinates in the slice under a point. */
    public Optional<Vec> locate(double x, double y) {
        return point((plot, area, frame) -> plot.locate(new Point2D.Double(x, y), area, frame));
    }

    /** The step of a chart under a point. */
    public Optional<Integer> step(double x, double y) {
        return point((plot, area, frame) -> plot.step(new Point2D.Double(x, y), area, frame));
    }

    /** What can be taken hold of under a point. */
    public Optional<Plot.Grab> grab(double x, double y) {
        return point((plot, area, frame) -> plot.grab(new Point2D.Double(x, y), area, frame));
    }

    /** What turning the wheel over a point does to the look, if the view shows a part of something long. */
    public Optional<UnaryOperator<Look>> wheel(int notches, double x, double y) {
        return point((plot, area, frame) -> plot.wheel(notches, new Point2D.Double(x, y), area, frame));
    }

    /** What a click on a point does to the experiment, if something can be chosen there. */
    public Optional<UnaryOperator<Experiment>> click(double x, double y) {
        return point((plot, area, frame) -> plot.click(new Point2D.Double(x, y), area, frame));
    }

    /** The camera the view is seen with. */
    public Optional<Camera> camera() {
        return asked.map(this::camera);
    }

    /** The camera a picture would be seen with: its own, or the one the program chooses for its function. */
    Camera camera(Picture picture) {
        return pointing.plot(picture).camera(picture.frame());
    }

    /** Whether it is a view that can be turned. */
    boolean turns() {
        return asked.filter(p -> p.kind().id().equals(Turntable.TURNS)).isPresent();
    }

    /** Whether it is a view of the window that the look sets, so that it can be panned and reset. */
    boolean maps() {
        return asked.filter(p -> MAPS.contains(p.kind().id())).isPresent();
    }

    /**
     * The phrase for the tile's head that belongs to the picture on screen; empty if there is none. Found where the picture is painted: over a new
     * grid it takes 10 to 50 ms.
     */
    public ReadOnlyStringProperty detail() {
        return detail.getReadOnlyProperty();
    }

    /** What the picture on screen is called; empty before the first. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** The picture painted now, once, as a still one, at any scale: for the clipboard. Empty before the first request. */
    public Optional<Image> picture(double scale) {
        return asked.filter(_ -> getWidth() > 0 && getHeight() > 0).map(p -> {
            Sheet sheet = new Sheet(getWidth(), getHeight(), scale);
            paint(new Job(p, sheet, getWidth(), getHeight()), pointing);
            return sheet.image();
        });
    }

    /** Once per layout, when width and height are both known: a picture for one of them alone would only delay the right one. */
    @Override
    protected void layoutChildren() {
        place();
        if (getWidth() != laidOutWidth || getHeight() != laidOutHeight) {
            laidOutWidth = getWidth();
            laidOutHeight = getHeight();
            repaint();
        }
    }

    /**
     * Puts the picture on screen pixel for pixel. One for quite another size, as when a tile has just been made full, is fitted in until the next
     * is there: in a corner, or cut off, it would look broken. A little larger or smaller it stays as it is, or text would swim while an edge is
     * dragged.
     */
    private void place() {
        double ratio = shownWidth > 0 ? Math.min(getWidth() / shownWidth, getHeight() / shownHeight) : 1;
        boolean other = Math.max(getWidth() / shownWidth, getHeight() / shownHeight) > OTHER || ratio < 1 / OTHER;
        double scale = other && ratio > 0 ? ratio : 1;
        image.setSmooth(scale != 1);
        image.setFitWidth(shownWidth * scale);
        image.setFitHeight(shownHeight * scale);
        image.relocate(scale == 1 ? 0 : (getWidth() - shownWidth * scale) / 2, scale == 1 ? 0 : (getHeight() - shownHeight * scale) / 2);
    }

    private interface Question<A> {
        Optional<A> ask(Plot plot, Rectangle2D area, Frame frame);
    }

    private <A> Optional<A> point(Question<A> question) {
        return asked.flatMap(p -> question.ask(pointing.plot(p), new Rectangle2D.Double(0, 0, getWidth(), getHeight()), p.frame()));
    }

    private void repaint() {
        asked.ifPresent(p -> {
            request(p.still(false));
            rest.playFromStart();
        });
    }

    private void request(Picture picture) {
        waiting = Optional.of(picture);
        if (!busy) {
            begin();
        }
    }

    private void begin() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (waiting.isEmpty() || width < 1 || height < 1 || !isOnScreen()) {
            return;
        }
        double scale = getScene().getWindow().getOutputScaleX();
        Job job = new Job(waiting.get(), spare(width, height, scale), width, height);
        waiting = Optional.empty();
        busy = true;
        painting.execute(() -> {
            try {
                paint(job, drawing);
                Plot plot = drawing.plot(job.picture());
                String name = plot.title(job.picture().frame(), Named.view(job.picture().kind()));
                String phrase = plot.detail(job.area(), job.picture().frame());
                window.execute(() -> swap(new Done(job, name, phrase)));
            } catch (RuntimeException | Error e) {
                window.execute(() -> fail(e, job));
            }
        });
    }

    /** Before the window is shown its layout is not the one that will be seen, and a picture for it would only delay the first. */
    private boolean isOnScreen() {
        return getScene() != null && getScene().getWindow() != null && getScene().getWindow().isShowing();
    }

    private Sheet spare(double width, double height, double scale) {
        sheets.removeIf(s -> !s.fits(width, height, scale));
        return sheets.size() < SHEETS ? new Sheet(width, height, scale) : sheets.removeFirst();
    }

    private static void paint(Job job, Plots plots) {
        job.sheet().paint(g -> plots.plot(job.picture()).paint(g, job.area(), job.picture().frame()));
    }

    private void swap(Done done) {
        busy = false;
        if (asked.isEmpty()) {
            sheets.addFirst(done.job().sheet());
            return;
        }
        if (asked.get().isElsewhere(done.job().picture())) {
            sheets.addFirst(done.job().sheet());
            begin();
            return;
        }
        if (awaited.equals(Optional.of(done.job().picture().style().theme()))) {
            held.ifPresent(before -> sheets.addFirst(before.job().sheet()));
            held = Optional.of(done);
            arrived.run();
        } else {
            put(done);
        }
        begin();
    }

    private void put(Done done) {
        Job job = done.job();
        onScreen = Optional.of(job.picture());
        patience.stop();
        late.set(false);
        title.set(done.title());
        detail.set(done.detail());
        image.setImage(job.sheet().image());
        shownWidth = job.width();
        shownHeight = job.height();
        place();
        sheets.addLast(job.sheet());
        painted.set(painted.get() + 1);
    }

    private void fail(Throwable cause, Job job) {
        sheets.addFirst(job.sheet());
        busy = false;
        failed.accept(cause);
        begin();
    }

    /** The plot of the newest kind and style with its memo; one for painting and one for pointing, as each belongs to one thread. */
    private static final class Plots {
        private Optional<Picture> made = Optional.empty();
        private final Crew crew;
        private Memo memo = Memo.NONE;
        private Plot plot;

        Plots(Crew crew) {
            this.crew = crew;
        }

        Plot plot(Picture picture) {
            if (made.filter(p -> p.kind() == picture.kind()).isEmpty()) {
                memo = new KeptMemo(crew);
            }
            if (made.filter(picture::sameStyle).isEmpty()) {
                plot = picture.kind().plot().apply(picture.style(), memo);
            }
            made = Optional.of(picture);
            return plot;
        }
    }
}
