package thalweg.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A pane that scrolls up and down and whose content is as wide as the pane, with the bar or without it: the bar lies over the content's right margin.
 *
 * <p>Instead of a content as wide as what the bar leaves: there, every control would move aside when one row more makes the bar appear, while a hand
 * is on it.
 */
final class SteadyScroll extends ScrollPane {
    /** So that a rounded height never makes it scroll by half a pixel. */
    private static final double ROUNDING = 1;

    SteadyScroll(Region content) {
        super(content);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        content.minWidthProperty().bind(widthProperty());
        content.maxWidthProperty().bind(widthProperty());
        content.prefWidthProperty().bind(widthProperty());
        hvalueProperty().subscribe(_ -> setHvalue(0));            // below the bar there is nothing to scroll to
    }

    /**
     * The lower part of a panel: as high as what it holds, up to a part of the panel, beyond which it scrolls.
     *
     * @param share of the panel's height, 0 to 1
     */
    static SteadyScroll below(Region content, Region panel, double share) {
        SteadyScroll lower = new SteadyScroll(content);
        lower.prefHeightProperty().bind(Bindings.min(content.heightProperty().add(ROUNDING), panel.heightProperty().multiply(share)));
        return lower;
    }
}
