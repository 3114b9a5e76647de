package thalweg.view;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.input.RotateEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import thalweg.experiment.Look;

/**
 * What fingers do on a plot: two that move push the map or turn the surface, two that spread zoom where they are, two that rotate turn the surface. A
 * wheel zooms at the pointer, and so does a touchpad of which the system says nothing but that it scrolls, as on Linux.
 */
final class Touchpad {
    /** A notch of a wheel, in pixels: fingers move lists as far. */
    private static final double NOTCH = 40;
    /** Zoom per pixel of scrolling. */
    private static final double ZOOM_PER_PIXEL = 0.0025;

    private final PlotView plot;
    private final Gestures gestures;
    private boolean fingers;
    private double listed;

    /** Listens to a plot. */
    Touchpad(PlotView plot, Gestures gestures) {
        this.plot = plot;
        this.gestures = gestures;
        plot.setOnScrollStarted(_ -> fingers(true));
        plot.setOnScrollFinished(_ -> fingers(false));
        plot.setOnScroll(this::scrolled);
        plot.setOnZoomStarted(_ -> gestures.touched(true));
        plot.setOnZoomFinished(_ -> gestures.touched(false));
        plot.setOnZoom(this::pinched);
        plot.setOnRotationStarted(_ -> gestures.touched(true));
        plot.setOnRotationFinished(_ -> gestures.touched(false));
        plot.setOnRotate(this::rotated);
    }

    /** Between these only fingers scroll, whatever each event says of itself. */
    private void fingers(boolean there) {
        fingers = there;
        listed = 0;
        gestures.touched(there);
    }

    private void scrolled(ScrollEvent e) {
        boolean touched = fingers || e.isDirect() || e.isInertia();
        if (e.isInertia() && gestures.isStill()) {
            e.consume();                                          // the fingers are gone: what goes on would move by itself
        } else if (lists(e, touched)) {
            e.consume();
        } else if (touched && !e.isShortcutDown()) {
            gestures.push(e.getX(), e.getY(), e.getDeltaX(), e.getDeltaY());
            e.consume();
        } else if (e.getDeltaY() != 0) {
            gestures.zoom(e.getX(), e.getY(), Math.exp(e.getDeltaY() * ZOOM_PER_PIXEL));
            e.consume();
        }
    }

    /** Scrolls what is long; returns whether it is. */
    private boolean lists(ScrollEvent e, boolean touched) {
        if (e.getDeltaY() == 0) {
            return false;
        }
        Optional<UnaryOperator<Look>> turned = plot.wheel(e.getDeltaY() < 0 ? 1 : -1, e.getX(), e.getY());
        listed += e.getDeltaY();
        if (turned.isPresent() && (!touched || Math.abs(listed) >= NOTCH)) {
            listed = 0;
            gestures.scroll(turned.get());
        }
        return turned.isPresent();
    }

    private void pinched(ZoomEvent e) {
        gestures.zoom(e.getX(), e.getY(), e.getZoomFactor());
        e.consume();
    }

    private void rotated(RotateEvent e) {
        if (plot.turns()) {
            gestures.rotate(e.getAngle());
            e.consume();
        }
    }
}
