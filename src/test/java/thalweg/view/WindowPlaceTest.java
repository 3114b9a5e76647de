package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.session.Preferences;

class WindowPlaceTest {
    private static final Rectangle2D FIRST = new Rectangle2D(0, 0, 1600, 1000);
    private static final Rectangle2D SECOND = new Rectangle2D(1600, 0, 2560, 1440);

    private static Rectangle2D fitting(Rectangle2D wanted, Rectangle2D... screens) {
        return WindowPlace.fitting(wanted, List.of(screens), FIRST);
    }

    @Test
    void aWindowComesBackWhereItWasAlsoOnALargerScreen() {
        Rectangle2D there = new Rectangle2D(1700, 50, 2400, 1300);
        assertEquals(there, fitting(there, FIRST, SECOND));
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMiddleOfTheFirst() {
        assertEquals(new Rectangle2D(0, 0, 1600, 1000), fitting(new Rectangle2D(1700, 50, 2400, 1300), FIRST));
        assertEquals(new Rectangle2D(300, 200, 1000, 600), fitting(new Rectangle2D(1700, 50, 1000, 600), FIRST));
    }

    @Test
    void aWindowWhoseTitleCannotBeTakenHoldOfComesBack() {
        Rectangle2D middle = new Rectangle2D(300, 200, 1000, 600);
        assertEquals(middle, fitting(new Rectangle2D(1590, 50, 1000, 600), FIRST), "ten pixels at the right edge");
        assertEquals(middle, fitting(new Rectangle2D(100, -400, 1000, 600), FIRST), "the title is above the screen");
        assertEquals(middle, fitting(new Rectangle2D(100, 990, 1000, 600), FIRST), "the title is below the screen");
        Rectangle2D partly = new Rectangle2D(-700, 50, 1000, 600);
        assertEquals(partly, fitting(partly, FIRST), "three hundred pixels are enough");
    }

    @Test
    void aPlaceThatIsNotKnownIsTheMiddle() {
        assertEquals(new Rectangle2D(300, 200, 1000, 600), fitting(new Rectangle2D(Double.NaN, Double.NaN, 1000, 600), FIRST, SECOND));
    }

    /** Pictures painted for another size would be the first thing people see. */
    @Test
    void theFirstLayoutIsForTheSizeTheWindowWillHave(@TempDir Path folder) {
        Preferences kept = new Preferences(folder.resolve("preferences"), Runnable::run);
        kept.put("window.width", 900.0);
        kept.put("window.height", 700.0);
        List<Double> widths = new ArrayList<>();
        Stage stage = Fx.get(() -> {
            Stage made = new Stage();
            Region root = new Region() {
                @Override
                protected void layoutChildren() {
                    widths.add(getWidth());
                }
            };
            made.setMinWidth(800);
            made.setScene(new Scene(root));
            WindowPlace.restore(made, kept);
            made.show();
            return made;
        });
        Fx.pulses(2);
        Fx.run(stage::close);
        assertEquals(List.of(900.0), widths.stream().distinct().toList());
    }

    /** As window managers do that have never seen it elsewhere: they put it in the corner. */
    @Test
    void aWindowThatWasMaximisedGoesBackToItsPlaceWhenItIsNoLonger(@TempDir Path folder) {
        Preferences kept = new Preferences(folder.resolve("preferences"), Runnable::run);
        kept.put("window.maximized", "true");
        kept.put("window.x", 60.0);
        kept.put("window.y", 40.0);
        kept.put("window.width", 900.0);
        kept.put("window.height", 600.0);
        Stage stage = Fx.get(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(new Region()));
            WindowPlace.restore(made, kept);
            made.show();
            return made;
        });
        Fx.run(() -> {
            stage.setMaximized(false);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(850);
        });
        Fx.pulses(2);
        Rectangle2D place = Fx.get(() -> new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        Fx.run(() -> stage.setX(10));
        Fx.run(() -> stage.setMaximized(true));
        Fx.run(() -> stage.setMaximized(false));
        Fx.pulses(2);
        double later = Fx.get(stage::getX);
        Fx.run(stage::close);
        assertEquals(new Rectangle2D(60, 40, 900, 600), place);
        assertEquals(10, later, "then the window manager knows");
    }
}
