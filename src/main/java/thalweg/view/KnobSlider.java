package thalweg.view;

import java.util.Locale;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import thalweg.paint.Numbers;

/**
 * A slider over a linear or logarithmic range. A logarithmic one has a tick per decade, and 0 at its left end where the value may be 0.
 *
 * <p>Arrow keys make fine steps of a hundredth of the range, with Shift ten of them; a double click brings the default back. Home and End belong to
 * the playhead also here: the slider keeps the focus after a drag, and a rate that jumped to its end would not be what was meant.
 */
final class KnobSlider extends Region {
    private static final double THUMB = 12;
    private static final double TRACK = 4;
    private static final double FINE = 0.01;

    /** What to do when the slider is moved. */
    interface Move {
        /**
         * The value under the thumb.
         *
         * @param alt whether Alt is held
         */
        void to(double value, boolean alt);
    }

    private final double min;
    private final double max;
    private final boolean log;
    private final double initial;
    private final Move move;
    private final Runnable release;
    private final Region track = styled("track");
    private final Region passed = styled("passed");
    private final Region thumb = styled("thumb");
    private double value;
    private double told;
    private boolean held;
    private boolean alt;
    private double grip;

    /**
     * A slider.
     *
     * @param move called while it moves
     * @param release called when a drag or a key press is over
     */
    KnobSlider(double min, double max, boolean log, double initial, Move move, Runnable release) {
        this.min = min;
        this.max = max;
        this.log = log;
        this.initial = initial;
        this.move = move;
        this.release = release;
        value = initial;
        told = initial;
        getStyleClass().add("knob-slider");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        getChildren().addAll(track, passed);
        if (log) {
            for (int d = (int) Math.ceil(Math.log10(min) - 1e-9); d <= Math.floor(Math.log10(max) + 1e-9); d++) {
                Region tick = styled("tick");
                tick.setUserData(fraction(Math.pow(10, d)));
                getChildren().add(tick);
            }
        }
        getChildren().add(thumb);
        setMinSize(30, 24);
        setPrefHeight(24);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                released();
            }
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, _ -> {
            if (held) {
                released();                                       // somewhere else, where nobody was told
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows a value; beyond an end it stands at the end. While it is held, it stays under the hand and shows the value afterwards. */
    void show(double newValue) {
        told = newValue;
        if (!held) {
            place(newValue);
        }
    }

    private void place(double newValue) {
        if (value != newValue) {
            value = newValue;
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        }
    }

    double value() {
        return value;
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        e.consume();
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        held = true;
        alt = e.isAltDown();                                      // for the whole drag: a key let go in between changes nothing
        grip = 0;
        if (e.getClickCount() == 2) {
            set(initial, alt);
        } else if (Math.abs(pointer(e) - fraction(value)) * (getWidth() - THUMB) <= THUMB / 2) {
            grip = pointer(e) - fraction(value);                  // taking hold of the thumb is not yet moving it
        } else if (e.getClickCount() == 1) {
            set(at(Math.clamp(pointer(e), 0, 1)), alt);
        }
    }

    private void released() {
        held = false;
        place(told);
        release.run();
    }

    private void dragged(MouseEvent e) {
        e.consume();
        if (held && e.getButton() == MouseButton.PRIMARY && e.getClickCount() != 2) {
            set(at(Math.clamp(pointer(e) - grip, 0, 1)), alt);
        }
    }

    /** Where the pointer is along the track, also beyond its ends: a thumb held beside its middle reaches them as well. */
    private double pointer(MouseEvent e) {
        return (e.getX() - THUMB / 2) / Math.max(1, getWidth() - THUMB);
    }

    private void key(KeyEvent e) {
        double step = e.isShiftDown() ? 10 * FINE : FINE;
        switch (e.getCode()) {
            case RIGHT, UP -> set(at(Math.min(1, fraction(value) + step)), e.isAltDown());
            case LEFT, DOWN -> set(at(Math.max(0, fraction(value) - step)), e.isAltDown());
            default -> {
                return;
            }
        }
        e.consume();
        release.run();
    }

    private void set(double newValue, boolean withAlt) {
        place(newValue);
        move.to(newValue, withAlt);
    }

    /** Three significant digits are as fine as a thumb can be placed. */
    private double at(double fraction) {
        double exact = fraction <= 0 ? min : fraction >= 1 ? max
                : log ? Math.exp(Math.log(min) + fraction * Math.log(max / min)) : min + fraction * (max - min);
        double unit = Math.pow(10, Math.floor(Math.log10(log ? exact : max - min)) - 2);
        double rounded = Math.rint(exact / unit) * unit;
        return Math.clamp(Double.parseDouble(String.format(Locale.ROOT, "%.10g", rounded)), min, max);
    }

    private double fraction(double v) {
        double f = log ? v <= 0 ? 0 : Math.log(v / min) / Math.log(max / min) : (v - min) / (max - min);
        return Math.clamp(f, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth() - THUMB;
        double y = getHeight() / 2;
        double x = THUMB / 2 + fraction(value) * w;
        track.resizeRelocate(THUMB / 2, snapPositionY(y - TRACK / 2), w, TRACK);
        passed.resizeRelocate(THUMB / 2, snapPositionY(y - TRACK / 2), x - THUMB / 2, TRACK);
        thumb.resizeRelocate(snapPositionX(x - THUMB / 2), snapPositionY(y - THUMB / 2), THUMB, THUMB);
        getChildren().forEach(child -> {
            if (child.getUserData() instanceof Double at) {
                child.resizeRelocate(snapPositionX(THUMB / 2 + at * w), snapPositionY(y + 7), 1, 3);
            }
        });
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> value;
            case MIN_VALUE -> min;
            case MAX_VALUE -> max;
            case VALUE_STRING -> Numbers.of(value);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        switch (action) {
            case INCREMENT -> set(at(Math.min(1, fraction(value) + FINE)), false);
            case DECREMENT -> set(at(Math.max(0, fraction(value) - FINE)), false);
            case SET_VALUE -> set(Math.clamp((Double) parameters[0], min, max), false);
            default -> super.executeAccessibleAction(action, parameters);
        }
        release.run();
    }

    private static Region styled(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMouseTransparent(true);
        return region;
    }
}
