package thalweg.view;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * A place in the window for a part that is made after the window is seen, or only when it is needed: making and styling controls is what a start
 * waits for.
 */
public final class Late extends StackPane {
    private Late() {
        setMinSize(0, 0);
    }

    /**
     * A place whose part is made by a task of its own.
     *
     * @param later runs tasks on the JavaFX thread when there is time
     */
    public static Late by(Executor later, Supplier<? extends Region> make) {
        Late place = new Late();
        later.execute(() -> place.getChildren().add(make.get()));
        return place;
    }

    /** A hidden place of this id, without height while it is hidden; its part is made when it is shown for the first time. */
    static Late whenShown(String id, Supplier<? extends Region> make) {
        Late place = new Late();
        place.setId(id);
        place.setVisible(false);
        place.managedProperty().bind(place.visibleProperty());
        Subscription[] waiting = new Subscription[1];
        waiting[0] = place.visibleProperty().subscribe((_, shown) -> {
            waiting[0].unsubscribe();
            place.getChildren().add(make.get());
        });
        return place;
    }
}
