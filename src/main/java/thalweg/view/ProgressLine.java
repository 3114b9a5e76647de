package thalweg.view;

import javafx.scene.layout.Region;
import thalweg.session.Playback;

/** How far the playhead is, as a line at the lower edge of a presentation. */
final class ProgressLine extends Region {
    private static final double HEIGHT = 6;

    private final Playback playback;
    private final Region passed = new Region();

    ProgressLine(Playback playback) {
        this.playback = playback;
        getStyleClass().add("progress-line");
        setId("progress-line");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        passed.setManaged(false);
        passed.getStyleClass().add("passed");
        getChildren().add(passed);
        playback.stepProperty().subscribe(_ -> requestLayout());
        playback.lastProperty().subscribe(_ -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double part = playback.last() == 0 ? 0 : (double) playback.step() / playback.last();
        passed.resizeRelocate(0, 0, Math.round(getWidth() * part), getHeight());
    }
}
