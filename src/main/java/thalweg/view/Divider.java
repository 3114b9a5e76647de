package thalweg.view;

import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/** A line of one pixel with a grip of seven, which moves what is beside it. */
final class Divider extends Region {
    private static final double GRIP = 7;

    /** Told how far the pointer moved the line. */
    @FunctionalInterface
    interface Moved {
        void by(double pixels, boolean done);
    }

    private final boolean vertical;
    private double grabbed;

    /** A line that stands (vertical) or lies, at its place until moved. */
    Divider(Orientation orientation, Moved moved) {
        vertical = orientation == Orientation.VERTICAL;
        getStyleClass().add("divider");
        setCursor(vertical ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        Region line = new Region();
        line.getStyleClass().add("line");
        getChildren().add(line);
        setOnMousePressed(e -> grabbed = vertical ? e.getScreenX() : e.getScreenY());
        setOnMouseDragged(e -> move(vertical ? e.getScreenX() : e.getScreenY(), false, moved));
        setOnMouseReleased(e -> move(vertical ? e.getScreenX() : e.getScreenY(), true, moved));
    }

    private void move(double to, boolean done, Moved moved) {
        moved.by(to - grabbed, done);
        grabbed = to;
    }

    /** Puts its line at this coordinate, over this length. */
    void place(double at, double length) {
        double from = at - (GRIP - 1) / 2;
        if (vertical) {
            resizeRelocate(from, 0, GRIP, length);
        } else {
            resizeRelocate(0, from, length, GRIP);
        }
    }

    @Override
    protected void layoutChildren() {
        double middle = (GRIP - 1) / 2;
        getChildren().getFirst().resizeRelocate(vertical ? middle : 0, vertical ? 0 : middle, vertical ? 1 : getWidth(),
                vertical ? getHeight() : 1);
    }
}
