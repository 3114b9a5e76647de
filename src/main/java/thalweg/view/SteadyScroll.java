package thalweg.view;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A pane that scrolls up and down and whose content is as wide as the pane, with the bar or without it: the bar lies over the content's right margin.
 *
 * <p>Instead of a content as wide as what the bar leaves: there, every control would move aside when one row more makes the bar appear, while a hand
 * is on it.
 */
final class SteadyScroll extends ScrollPane {
    SteadyScroll(Region content) {
        super(content);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        content.minWidthProperty().bind(widthProperty());
        content.maxWidthProperty().bind(widthProperty());
        content.prefWidthProperty().bind(widthProperty());
        hvalueProperty().subscribe(_ -> setHvalue(0));            // below the bar there is nothing to scroll to
    }
}
