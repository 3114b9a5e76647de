package thalweg.view;

import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import thalweg.session.Preferences;

/** Where the window was left, kept in the preferences, and where it can be put again: its screen may be smaller by now, or gone. */
final class WindowPlace {
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    /** So much of the title must be on a screen for the window to be taken hold of. */
    private static final double GRIP = 120;
    private static final double TITLE = 30;

    private WindowPlace() {
    }

    static void restore(Stage stage, Preferences p) {
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Rectangle2D first = Screen.getPrimary().getVisualBounds();
        double width = side(p.number("window.width", WIDTH), WIDTH);
        double height = side(p.number("window.height", HEIGHT), HEIGHT);
        Rectangle2D place = fitting(new Rectangle2D(p.number("window.x", Double.NaN), p.number("window.y", Double.NaN), width, height), screens,
                first);
        if (stage.getScene().getRoot() instanceof Region root) {  // or the first layout is for the least size, and the first pictures are too
            root.setPrefSize(place.getWidth(), place.getHeight());
        }
        put(stage, place);
        if (p.text("window.maximized", "false").equals("true")) {
            stage.setMaximized(true);
            // window managers that only ever saw it maximised know no other place of it, and take the corner of the screen
            Subscription[] once = new Subscription[1];
            once[0] = stage.maximizedProperty().subscribe((_, _) -> {
                once[0].unsubscribe();
                Platform.runLater(() -> put(stage, place));
            });
        }
    }

    private static void put(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    static void keep(Stage stage, Preferences p) {
        p.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            p.put("window.x", stage.getX());
            p.put("window.y", stage.getY());
            p.put("window.width", stage.getWidth());
            p.put("window.height", stage.getHeight());
        }
    }

    /** The wanted place, no larger than its screen; in the middle of the first screen if its title could not be taken hold of. */
    static Rectangle2D fitting(Rectangle2D wanted, List<Rectangle2D> screens, Rectangle2D first) {
        return screens.stream().filter(s -> grip(wanted, s) >= Math.min(GRIP, wanted.getWidth()))
                .max(Comparator.comparingDouble(s -> grip(wanted, s)))
                .map(s -> new Rectangle2D(wanted.getMinX(), wanted.getMinY(), Math.min(wanted.getWidth(), s.getWidth()),
                        Math.min(wanted.getHeight(), s.getHeight())))
                .orElseGet(() -> centred(wanted, first));
    }

    private static Rectangle2D centred(Rectangle2D wanted, Rectangle2D screen) {
        double width = Math.min(wanted.getWidth(), screen.getWidth());
        double height = Math.min(wanted.getHeight(), screen.getHeight());
        return new Rectangle2D(screen.getMinX() + (screen.getWidth() - width) / 2, screen.getMinY() + (screen.getHeight() - height) / 2, width,
                height);
    }

    /** How much of the title's width is on a screen; nothing if the title is above or below it, or the place is not known. */
    private static double grip(Rectangle2D window, Rectangle2D screen) {
        boolean reachable = window.getMinY() >= screen.getMinY() - TITLE / 2 && window.getMinY() + TITLE <= screen.getMaxY();
        return reachable ? Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX()) : 0;
    }

    private static double side(double kept, double otherwise) {
        return kept >= 1 && kept < 1e5 ? kept : otherwise;
    }
}
