package thalweg.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import thalweg.session.Preferences;

/** Left panel, tiles, right panel; the panels can be made wider, and fold away. */
final class Middle extends Region {
    private static final double LEFT = 208;
    private static final double RIGHT = 248;
    /** Below these the names of runs and the fields of numbers no longer fit. */
    private static final double NARROWEST_LEFT = 176;
    private static final double NARROWEST_RIGHT = 224;
    private static final double WIDEST = 480;

    private final Region left;
    private final Region centre;
    private final Region right;
    private final Divider leftEdge;
    private final Divider rightEdge;
    private double leftWidth;
    private double rightWidth;
    private boolean folded;

    Middle(Region left, Region centre, Region right, Preferences preferences) {
        this.left = left;
        this.centre = centre;
        this.right = right;
        leftWidth = Math.clamp(preferences.number("panel.left", LEFT), NARROWEST_LEFT, WIDEST);
        rightWidth = Math.clamp(preferences.number("panel.right", RIGHT), NARROWEST_RIGHT, WIDEST);
        left.getStyleClass().add("left-panel");
        right.getStyleClass().add("right-panel");
        leftEdge = new Divider(Orientation.VERTICAL, (by, done) -> {
            leftWidth = Math.clamp(leftWidth + by, NARROWEST_LEFT, WIDEST);
            keep(preferences, "panel.left", leftWidth, done);
        });
        rightEdge = new Divider(Orientation.VERTICAL, (by, done) -> {
            rightWidth = Math.clamp(rightWidth - by, NARROWEST_RIGHT, WIDEST);
            keep(preferences, "panel.right", rightWidth, done);
        });
        setMinSize(0, 0);
        getChildren().addAll(left, centre, right, leftEdge, rightEdge);
    }

    /** Puts the panels away, or back. */
    void fold(boolean away) {
        folded = away;
        for (Region part : List.of(left, right, leftEdge, rightEdge)) {
            part.setVisible(!away);
        }
        requestLayout();
    }

    private void keep(Preferences preferences, String name, double width, boolean done) {
        if (done) {
            preferences.put(name, width);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        if (folded) {
            centre.resizeRelocate(0, 0, w, h);
            return;
        }
        double l = Math.round(Math.min(leftWidth, w / 3));
        double r = Math.round(Math.min(rightWidth, w / 3));
        left.resizeRelocate(0, 0, l, h);
        centre.resizeRelocate(l, 0, w - l - r, h);
        right.resizeRelocate(w - r, 0, r, h);
        leftEdge.place(l - 1, h);
        rightEdge.place(w - r, h);
    }
}
