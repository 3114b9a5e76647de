package thalweg.view;

import java.util.List;
import javafx.scene.layout.Region;

/**
 * Two parts beside each other where both fit, else the second below the first; a part that is not managed leaves all room to the other. Its height
 * follows the width it has, and not one it is asked about: else the whole window would be laid out by width first.
 */
final class Beside extends Region {
    private final Region first;
    private final Region second;
    private final boolean halves;

    /**
     * Two parts.
     *
     * @param halves whether both are equally wide; else the second is as wide as it wants to be, and stands at the right
     */
    Beside(Region first, Region second, boolean halves) {
        this.first = first;
        this.second = second;
        this.halves = halves;
        setMinWidth(0);
        getChildren().addAll(first, second);
        widthProperty().map(w -> fits(w.doubleValue())).subscribe(_ -> requestLayout());
    }

    private double secondWidth(double width) {
        return halves ? Math.floor(width / 2) : snapSizeX(second.prefWidth(-1));
    }

    private boolean fits(double width) {
        double wide = snapSizeX(first.prefWidth(-1));
        return wide <= width - secondWidth(width) && second.prefWidth(-1) <= secondWidth(width);
    }

    private List<Region> parts() {
        return getManagedChildren().stream().map(Region.class::cast).toList();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Region> parts = parts();
        double w = width < 0 ? getWidth() : width;
        return parts.size() == 2 && fits(w) ? Math.max(height(first, w - secondWidth(w)), height(second, secondWidth(w)))
                : parts.stream().mapToDouble(p -> height(p, w)).sum();
    }

    @Override
    protected double computePrefWidth(double height) {
        return parts().stream().mapToDouble(p -> p.prefWidth(-1)).sum();
    }

    private double height(Region part, double width) {
        return snapSizeY(part.prefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        List<Region> parts = parts();
        if (parts.size() == 2 && fits(w)) {
            double right = secondWidth(w);
            first.resizeRelocate(0, 0, w - right, getHeight());
            second.resizeRelocate(w - right, 0, right, getHeight());
            return;
        }
        double y = 0;
        for (Region part : parts) {
            part.resizeRelocate(0, y, w, height(part, w));
            y += height(part, w);
        }
    }
}
