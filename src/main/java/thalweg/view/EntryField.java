package thalweg.view;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** A field whose text is taken over when Enter is pressed or the focus leaves; a mistake is said below it, and Escape brings the old text back. */
final class EntryField extends TextField {
    private static final String WRONG = "wrong";
    private static final double WIDEST = 320;

    private final Consumer<String> take;
    private final Tooltip mistake = new Tooltip();
    private String shown = "";

    /**
     * A field.
     *
     * @param take is given the text; throws an {@link IllegalArgumentException} with a sentence if it will not do
     */
    EntryField(String id, String name, Consumer<String> take) {
        this.take = take;
        setId(id);
        setAccessibleText(name);
        mistake.getStyleClass().add("mistake");
        mistake.setWrapText(true);
        mistake.setMaxWidth(WIDEST);
        mistake.setAutoHide(true);
        mistake.setHideOnEscape(false);                           // Escape is for the field
        mistake.setConsumeAutoHidingEvents(false);
        setOnAction(_ -> commit());
        textProperty().subscribe(_ -> mistake.hide());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !isAtRest()) {
                right();
                setText(shown);
                e.consume();
            }
        });
    }

    /** Shows a text, unless somebody is typing another. */
    void show(String text) {
        if (isFocused() && !isAtRest()) {
            return;
        }
        shown = text;
        if (!getText().equals(text)) {
            setText(text);
        }
        right();
    }

    /** Whether nobody has typed what is not yet taken over. */
    boolean isAtRest() {
        return getText().equals(shown);
    }

    private void commit() {
        if (isAtRest()) {
            right();
            return;
        }
        String before = shown;
        try {
            shown = getText();                                    // so that what it is taken over as may be shown in its place
            take.accept(shown.strip());
            right();
        } catch (IllegalArgumentException e) {
            shown = before;
            if (!getStyleClass().contains(WRONG)) {
                getStyleClass().add(WRONG);
            }
            say(e.getMessage());
        }
    }

    private void say(String message) {
        mistake.setText(message);
        setTooltip(mistake);
        setAccessibleHelp(message);
        Bounds at = localToScreen(getBoundsInLocal());
        if (at != null && getScene().getWindow().isShowing()) {
            mistake.show(this, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void right() {
        getStyleClass().remove(WRONG);
        mistake.hide();
        setTooltip(null);
        setAccessibleHelp(null);
    }
}
