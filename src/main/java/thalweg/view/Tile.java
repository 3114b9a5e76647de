package thalweg.view;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Scene;
import thalweg.objective.Objective;
import thalweg.paint.Composition;
import thalweg.paint.Style;
import thalweg.paint.ViewKind;
import thalweg.session.Newest;
import thalweg.session.Wording;

/** One view of the frame with its head. */
final class Tile extends StackPane {
    /** The view that times are told of. */
    private static final String CHECK = "gradient-check";

    private final Studio studio;
    private final int index;
    private final Turntable turntable;
    private final TileHead head;
    private final PlotView plot;
    private final BorderPane body = new BorderPane();
    private final Label waiting = new Label();
    /** Whether there is no frame to paint, and so nothing to wait for but the computing. */
    private final BooleanProperty awaited = new SimpleBooleanProperty(this, "awaited");
    private final Label times = new Label();
    private final Newest<Scene> timing;
    private String run = "";
    private Objective timed;
    private Arrangement.Slot slot = new Arrangement.Slot(0, "", OptionalInt.empty(), 0, 0, 1);

    /**
     * A tile.
     *
     * @param seen the camera of the surface on screen, if there is one
     * @param index in the grid, from 0
     * @param full makes the tile of this index full, or the grid whole again
     */
    Tile(Studio studio, Pictures pictures, Turntable turntable, Supplier<Optional<Camera>> seen, int index, IntConsumer full) {
        this.studio = studio;
        this.turntable = turntable;
        this.index = index;
        plot = new PlotView(studio.painting(), studio.window(), studio::failed);
        plot.setId("plot-" + index);
        timing = new Newest<>(studio.exporting(), (scene, _) -> measure(scene));      // a knob that is dragged must not keep the painters waiting
        head = new TileHead(studio, pictures, turntable, this, () -> full.accept(index));
        head.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                full.accept(index);
            }
        });
        body.setTop(head);
        body.setCenter(plot);
        times.getStyleClass().add("times");
        times.setId("times-" + index);
        times.setWrapText(true);
        times.setMinHeight(USE_PREF_SIZE);
        waiting.getStyleClass().add("waiting");
        waiting.setMouseTransparent(true);
        waiting.setWrapText(true);
        waiting.setId("waiting-" + index);
        waiting.textProperty().bind(awaited.flatMap(a -> a ? Words.awaited(studio.session())
                : new SimpleStringProperty(Wording.of("tile.painting"))));
        waiting.visibleProperty().bind(awaited.or(plot.late()));
        plot.visibleProperty().bind(waiting.visibleProperty().not());
        Region ring = new Region();
        ring.getStyleClass().add("focus-ring");
        ring.setMouseTransparent(true);
        getChildren().addAll(body, waiting, ring);
        getStyleClass().add("tile");
        setId("tile-" + index);
        setMinSize(0, 0);
        Rectangle inside = new Rectangle();                       // a head or plot that is larger must not lie over what is beside
        inside.widthProperty().bind(widthProperty());
        inside.heightProperty().bind(heightProperty());
        setClip(inside);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        plot.title().subscribe(_ -> describe());
        plot.detail().subscribe(_ -> describe());
        new Gestures(studio.session(), plot, turntable, seen, pictures);
    }

    int index() {
        return index;
    }

    PlotView plot() {
        return plot;
    }

    Arrangement.Slot slot() {
        return slot;
    }

    ViewKind kind() {
        return studio.kind(slot.view());
    }

    /** Shows no picture, but what the program is doing or what keeps it from making one. */
    void await(Arrangement.Slot newSlot, boolean bare) {
        slot = newSlot;
        body.setTop(bare ? null : head);
        body.setBottom(null);
        awaited.set(true);
        run = "";
        plot.clear();
        describe();
    }

    /** Shows its part of the frame. */
    void show(Arrangement.Slot newSlot, Frame frame, Style style, boolean bare) {
        if (newSlot.variant().isPresent() && newSlot.variant().getAsInt() >= frame.variants().size()) {
            await(newSlot, bare);
            head.show(kind(), name(newSlot, frame), "", "");
            return;
        }
        slot = newSlot;
        awaited.set(false);
        showTimes(frame, bare);
        Frame part = slot.variant().isPresent() ? frame.variants().get(slot.variant().getAsInt())
                : slot.run().isPresent() ? Composition.alone(frame, slot.run().getAsInt()) : frame;
        body.setTop(bare ? null : head);
        plot.show(turned(new PlotView.Picture(kind(), style, part)));
        run = name(slot, frame);
        describe();
    }

    /** Of the only run, or the only experiment, that a tile shows. */
    private static String name(Arrangement.Slot slot, Frame frame) {
        return slot.variant().isPresent() ? frame.experiment().variants().get(slot.variant().getAsInt()).name()
                : slot.run().isPresent() ? frame.tracks().get(slot.run().getAsInt()).name() : "";
    }

    /** Below a gradient check: how long it takes with and without derivatives. */
    private void showTimes(Frame frame, boolean bare) {
        if (bare || !slot.view().equals(CHECK)) {                 // too small for a stage
            body.setBottom(null);
            return;
        }
        body.setBottom(times);
        if (timed != frame.scene().objective()) {
            timed = frame.scene().objective();
            times.setText("");
            timing.request(frame.scene());
        }
    }

    private void measure(Scene scene) {
        GradientTimes found = GradientTimes.of(scene.objective(), scene.start().toArray(), System::nanoTime);
        studio.window().execute(() -> {
            if (timed == scene.objective()) {
                times.setText(found.words());
            }
        });
    }

    private void describe() {
        String detail = plot.detail().get();
        String title = plot.title().get().isEmpty() ? Named.view(kind()) : plot.title().get();
        head.show(kind(), title, run, detail);
        setAccessibleText(Wording.of("tile.name", title, run.isEmpty() ? detail : run, index + 1));
    }

    private PlotView.Picture turned(PlotView.Picture picture) {
        if (!turntable.turning().get() || !picture.kind().id().equals(Turntable.TURNS)) {
            return picture;
        }
        Camera c = plot.camera(picture);
        Camera now = new Camera(c.azimuth() + turntable.angle().get(), c.elevation(), c.zoom(), c.perspective(), false);
        return new PlotView.Picture(picture.kind(), picture.style(), picture.frame().withLook(picture.frame().experiment().look().withCamera(now)));
    }
}
