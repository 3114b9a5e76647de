package thalweg.view;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * The words that appear where the pointer rests.
 *
 * <p>Decision: the tooltip is made when the pointer comes for the first time, because each is a window with a scene of its own, and the hundred of
 * them would keep the first window waiting for a tenth of a second.
 */
final class Hint {
    private Hint() {
    }

    /** Gives a node its hint; the words are asked for whenever it shows. */
    static void on(Node node, Supplier<String> words) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip tip = new Tooltip(words.get());
                tip.setOnShowing(_ -> tip.setText(words.get()));
                Tooltip.install(node, tip);
            }
        });
    }
}
