package thalweg.view;

import java.awt.geom.Point2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.paint.Plot;
import thalweg.session.Session;
import thalweg.session.Wording;

/**
 * What the pointer does on a plot: a click sets the start and dragging the start moves it; another drag pans, turns or scrubs, whichever the
 * view knows; a double click resets the view; hovering shows the iterate in all views. What wheels and fingers do begins in {@link Touchpad}.
 */
final class Gestures {
    /** A press and release nearer than this, in pixels, is a click. */
    private static final double CLICK = 4;
    /** How near to the start one takes hold of it. */
    private static final double GRASP = 11;
    private static final double DEGREES_PER_PIXEL = 0.4;
    private static final double STEEPEST = 89;
    /** After so long without scrolling, the next zoom is an undo step of its own. */
    private static final Duration ZOOM_ENDS = Duration.millis(400);

    private enum Doing { NOTHING, UNDECIDED, START, GRAB, PAN, TURN, SCRUB }

    private final Session session;
    private final PlotView plot;
    private final Turntable turntable;
    private final Supplier<Optional<Camera>> seen;
    private final PauseTransition zoomEnds = new PauseTransition(ZOOM_ENDS);
    private Doing doing = Doing.NOTHING;
    private double pressedX;
    private double pressedY;
    private Camera pressedCamera = Camera.HOME;
    private List<Range> pressedWindow = List.of();
    private double[] perPixel = {0, 0};
    private boolean touched;
    private boolean clickMovedStart;
    private Plot.Grab held = _ -> Vec.of();

    Gestures(Session session, PlotView plot, Turntable turntable, Supplier<Optional<Camera>> seen, Pictures pictures) {
        this.session = session;
        this.plot = plot;
        this.turntable = turntable;
        this.seen = seen;
        plot.setOnMouseMoved(this::moved);
        plot.setOnMouseExited(_ -> session.hover(Optional.empty()));
        plot.setOnMousePressed(this::pressed);
        plot.setOnMouseDragged(this::dragged);
        plot.setOnMouseReleased(this::released);
        plot.setOnMouseClicked(this::clicked);
        new Touchpad(plot, this);
        plot.setOnContextMenuRequested(e -> new PlotMenu(plot, this, pictures).show(e));
        zoomEnds.setOnFinished(_ -> session.release());
    }

    /** Puts the start under a point of the plot. Returns whether there is a place for it. */
    boolean setStart(double x, double y) {
        Optional<Vec> at = plot.locate(x, y).map(c -> frame().orElseThrow().scene().slice().at(asFineAsAPixel(c.toArray(), perPixel(x, y))));
        at.ifPresent(theta -> session.drag(Wording.of("edit.move-start"), e -> e.withStart(theta)));
        return at.isPresent();
    }

    /** A pointer is no finer than a pixel, so a start it sets has no more digits than that: they would only look exact. */
    private static double[] asFineAsAPixel(double[] at, double[] perPixel) {
        for (int i = 0; i < at.length; i++) {
            double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(perPixel[i]))));
            if (unit > 0 && Double.isFinite(unit)) {
                at[i] = new BigDecimal(Math.rint(at[i] / unit) * unit).round(new MathContext(12)).doubleValue();
            }
        }
        return at;
    }

    /** Ends the undo step of what was dragged. */
    void done() {
        session.release();
    }

    /** Whether there is a window or a camera to reset. */
    boolean canReset() {
        return plot.turns() || plot.maps();
    }

    /** Back to the objective's own window, or the camera's home; a chart has neither. */
    void resetView() {
        if (plot.turns()) {
            turntable.stop();
            session.edit(Wording.of("edit.reset-view"), e -> e.withLook(e.look().withCamera(Camera.HOME)));
        } else if (plot.maps()) {
            session.edit(Wording.of("edit.reset-view"), e -> e.withLook(e.look().withWindow(List.of())));
        }
    }

    private void moved(MouseEvent e) {
        if (doing != Doing.NOTHING) {
            doing = Doing.NOTHING;                                // let go somewhere else, where nobody was told
            session.release();
        }
        session.hover(plot.hit(e.getX(), e.getY()));
        plot.setCursor(onStart(e.getX(), e.getY()) || plot.grab(e.getX(), e.getY()).isPresent() ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void pressed(MouseEvent e) {
        pressedX = e.getX();
        pressedY = e.getY();
        boolean pan = e.getButton() == MouseButton.MIDDLE || e.isShiftDown();
        if (e.getButton() == MouseButton.SECONDARY || e.isControlDown() && e.isPopupTrigger()) {
            doing = Doing.NOTHING;
        } else if (plot.step(e.getX(), e.getY()).isPresent()) {
            doing = Doing.SCRUB;
            scrub(e);
        } else if (!pan && onStart(e.getX(), e.getY())) {
            doing = Doing.START;
        } else if (!pan && plot.grab(e.getX(), e.getY()).isPresent()) {
            doing = Doing.GRAB;
            held = plot.grab(e.getX(), e.getY()).orElseThrow();
        } else {
            doing = Doing.UNDECIDED;
        }
    }

    private void dragged(MouseEvent e) {
        if (doing == Doing.UNDECIDED && Math.hypot(e.getX() - pressedX, e.getY() - pressedY) > CLICK) {
            begin();
        }
        switch (doing) {
            case START -> {
                setStart(e.getX(), e.getY());
                session.hover(Optional.empty());
            }
            case GRAB -> {
                Vec start = held.to(new Point2D.Double(e.getX(), e.getY()));
                session.drag(Wording.of("edit.move-start"), x -> x.withStart(start));
                session.hover(Optional.empty());
            }
            case SCRUB -> scrub(e);
            case TURN -> turn(pressedCamera, e.getX() - pressedX, e.getY() - pressedY);
            case PAN -> pan(pressedWindow, perPixel, e.getX() - pressedX, e.getY() - pressedY);
            case UNDECIDED, NOTHING -> { }
        }
    }

    private void begin() {
        if (plot.turns()) {
            pressedCamera = plot.camera().orElse(Camera.HOME);
            turntable.rest(pressedCamera);
            doing = Doing.TURN;
        } else if (plot.locate(pressedX, pressedY).isPresent()) {
            pressedWindow = window();
            perPixel = perPixel(pressedX, pressedY);
            doing = Doing.PAN;
        } else {
            doing = Doing.NOTHING;
        }
    }

    private void released(MouseEvent e) {
        if (e.getClickCount() == 1) {
            boolean click = doing == Doing.UNDECIDED && e.getButton() == MouseButton.PRIMARY;
            clickMovedStart = click && setStart(e.getX(), e.getY());
            if (click) {
                plot.click(e.getX(), e.getY()).ifPresent(chosen -> session.edit(Wording.of("edit.choose"), chosen));
                plot.hit(e.getX(), e.getY()).filter(h -> h.isSample() && h.sample() < samples())
                        .ifPresent(h -> session.edit(Wording.of("edit.choose-sample"),
                                x -> x.withLook(x.look().withFocus(x.look().focus().withSample(h.sample() + 1)))));
            }
        }
        doing = Doing.NOTHING;
        session.release();
    }

    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || e.getClickCount() != 2 || !e.isStillSincePress()) {
            return;
        }
        if (clickMovedStart && session.undoName().filter(Wording.of("edit.move-start")::equals).isPresent()) {
            session.undo();                                       // the first of the two clicks did not mean the start
        }
        resetView();
    }

    private void scrub(MouseEvent e) {
        plot.step(Math.clamp(e.getX(), 0, plot.getWidth()), Math.clamp(pressedY, 0, plot.getHeight())).ifPresent(step -> {
            session.playback().pause();
            session.playback().go(step);
        });
    }

    private void turn(Camera from, double dx, double dy) {
        double azimuth = from.azimuth() - dx * DEGREES_PER_PIXEL;
        double elevation = Math.clamp(from.elevation() + dy * DEGREES_PER_PIXEL, -STEEPEST, STEEPEST);
        session.drag(Wording.of("edit.turn"), e -> e.withLook(e.look().withCamera(
                new Camera(Math.IEEEremainder(azimuth, 360), elevation, from.zoom(), from.perspective(), false))));
    }

    private void pan(List<Range> from, double[] per, double dx, double dy) {
        double[] by = {dx, dy};
        show(Wording.of("edit.pan"), IntStream.range(0, from.size())
                .mapToObj(i -> shifted(from.get(i), -by[i] * per[i])).flatMap(Optional::stream).toList());
    }

    /** Fingers come, or go: what they do meanwhile is one undo step, however long they rest. */
    void touched(boolean there) {
        touched = there;
        zoomEnds.stop();
        endsSoon();
    }

    private void endsSoon() {
        if (!touched) {
            zoomEnds.playFromStart();
        }
    }

    /** Whether nothing is to move by itself. */
    boolean isStill() {
        return session.playback().isStill();
    }

    /** Scrolls what is long. */
    void scroll(UnaryOperator<Look> turned) {
        session.drag(Wording.of("edit.scroll"), x -> x.withLook(turned.apply(x.look())));
        endsSoon();
    }

    /** Moves the map under a point by some pixels, or turns the surface as if it had been dragged. */
    void push(double x, double y, double dx, double dy) {
        if (plot.turns()) {
            Camera now = plot.camera().orElse(Camera.HOME);
            turntable.rest(now);
            turn(now, dx, dy);
            endsSoon();
        } else if (plot.locate(x, y).isPresent()) {
            pan(window(), perPixel(x, y), dx, dy);
            endsSoon();
        }
    }

    /** Turns the surface as fingers turn, in degrees clockwise. */
    void rotate(double angle) {
        push(0, 0, -angle / DEGREES_PER_PIXEL, 0);
    }

    /** Makes things larger by a factor around a point. */
    void zoom(double x, double y, double factor) {
        if (plot.turns()) {
            Camera c = plot.camera().orElse(Camera.HOME);
            double zoom = Math.clamp(c.zoom() * factor, 0.2, 20);
            session.drag(Wording.of("edit.zoom"), e -> e.withLook(e.look().withCamera(
                    new Camera(c.azimuth() - turntable.angle().get(), c.elevation(), zoom, c.perspective(), e.look().camera().home()))));
            endsSoon();
            return;
        }
        plot.locate(x, y).ifPresent(at -> {
            List<Range> shown = ranges();
            List<Range> now = window();
            show(Wording.of("edit.zoom"), IntStream.range(0, now.size())
                    .mapToObj(i -> zoomed(now.get(i), shown.get(i).fraction(at.get(i)), factor)).flatMap(Optional::stream).toList());
            endsSoon();
        });
    }

    private void show(String what, List<Range> window) {
        if (window.size() == ranges().size()) {
            session.drag(what, e -> e.withLook(e.look().withWindow(window).withCamera(held(e.look().camera()))));
        }
    }

    /** The home of a surface is another for each window: while people move the window it stays where it is seen, or it would jump. */
    private Camera held(Camera asked) {
        return asked.home() ? seen.get().map(c -> new Camera(c.azimuth() - turntable.angle().get(), c.elevation(), c.zoom(), c.perspective(), false))
                .orElse(asked) : asked;
    }

    /** The range made narrower around a fraction of it; empty where numbers would no longer tell its ends apart. */
    private static Optional<Range> zoomed(Range range, double fraction, double factor) {
        double centre = range.at(fraction);
        return range(centre - fraction * range.width() / factor, centre + (1 - fraction) * range.width() / factor);
    }

    private static Optional<Range> shifted(Range range, double by) {
        return range(range.min() + by, range.max() + by);
    }

    private static Optional<Range> range(double min, double max) {
        double size = Math.max(Math.abs(min), Math.abs(max));
        return max - min > size * 1e-10 && size < 1e12 ? Optional.of(new Range(min, max)) : Optional.empty();
    }

    /** How many samples are learnt from, if any are. */
    private int samples() {
        return frame().flatMap(f -> f.scene().study()).map(s -> s.split().training().size()).orElse(0);
    }

    private Optional<Frame> frame() {
        return plot.shown().map(PlotView.Picture::frame);
    }

    /** The ranges that are on screen. */
    private List<Range> ranges() {
        return frame().map(f -> f.scene().slice().ranges()).orElse(List.of());
    }

    /** The ranges asked for, which those on screen follow. */
    private List<Range> window() {
        Look look = session.experiment().get().look();
        return look.window().size() == ranges().size() ? look.window() : ranges();
    }

    /** How much of each coordinate a pixel to the right, or down, is. */
    private double[] perPixel(double x, double y) {
        Vec at = plot.locate(x, y).orElseThrow();
        double[] per = new double[2];
        for (int side : new int[] {1, -1}) {
            plot.locate(x + side, y).ifPresent(v -> per[0] = (v.get(0) - at.get(0)) / side);
            if (at.size() > 1) {
                plot.locate(x, y + side).ifPresent(v -> per[1] = (v.get(1) - at.get(1)) / side);
            }
        }
        return per;
    }

    private boolean onStart(double x, double y) {
        return !plot.turns() && frame().isPresent() && plot.locate(x, y).map(at -> {
            double[] per = perPixel(x, y);
            Scene scene = frame().orElseThrow().scene();
            Vec start = scene.slice().project(scene.start()).coordinates();
            double dx = (start.get(0) - at.get(0)) / per[0];
            double dy = at.size() > 1 ? (start.get(1) - at.get(1)) / per[1] : 0;
            return Math.hypot(dx, dy) <= GRASP;
        }).orElse(false);
    }
}
