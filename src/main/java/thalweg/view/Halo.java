package thalweg.view;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/**
 * A disc around the pointer, so that a whole room sees where it is, on light grounds and on dark ones; gone when the pointer has rested for a while.
 */
final class Halo extends Pane {
    private static final double PART = 1 / 36.0;
    private static final Duration REST = Duration.seconds(3);

    private final Circle disc = new Circle();
    private final Circle edge = new Circle();
    private final PauseTransition rest = new PauseTransition(REST);

    /** The halo of a scene; shown while this is visible. */
    Halo(Scene scene) {
        setId("halo");
        setMouseTransparent(true);
        disc.setFill(Color.web("#ffd60a", 0.45));
        disc.setStroke(Color.web("#1f2328", 0.85));
        edge.setFill(Color.TRANSPARENT);
        edge.setStroke(Color.web("#ffffff", 0.9));
        getChildren().addAll(edge, disc);
        getChildren().forEach(c -> c.setVisible(false));
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::follow);
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::follow);
        rest.setOnFinished(_ -> getChildren().forEach(c -> c.setVisible(false)));
    }

    private void follow(MouseEvent e) {
        if (!isVisible()) {
            return;
        }
        double radius = getScene().getHeight() * PART;
        disc.setRadius(radius);
        disc.setStrokeWidth(radius / 8);
        edge.setRadius(radius * 1.13);
        edge.setStrokeWidth(radius / 8);
        for (Circle c : new Circle[] {disc, edge}) {
            c.setCenterX(e.getSceneX());
            c.setCenterY(e.getSceneY());
            c.setVisible(true);
        }
        rest.playFromStart();
    }
}
