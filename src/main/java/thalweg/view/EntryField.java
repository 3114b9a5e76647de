package thalweg.view;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** A field whose text is taken over when Enter is pressed or the focus leaves; a mistake is said and marked, and Escape brings the old text back. */
final class EntryField extends TextField {
    private static final String WRONG = "wrong";

    private final Consumer<String> take;
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
        setOnAction(_ -> commit());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                commit();
            }
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                right();
                setText(shown);
                e.consume();
            }
        });
    }

    /** Shows a text, unless somebody is typing another. */
    void show(String text) {
        if (isFocused() && !getText().equals(shown)) {
            return;
        }
        shown = text;
        if (!getText().equals(text)) {
            setText(text);
        }
        right();
    }

    private void commit() {
        if (getText().equals(shown)) {
            right();
            return;
        }
        try {
            String typed = getText();
            take.accept(typed.strip());
            shown = typed;
            right();
        } catch (IllegalArgumentException e) {
            if (!getStyleClass().contains(WRONG)) {
                getStyleClass().add(WRONG);
            }
            setTooltip(new Tooltip(e.getMessage()));
            setAccessibleHelp(e.getMessage());
        }
    }

    private void right() {
        getStyleClass().remove(WRONG);
        setTooltip(null);
        setAccessibleHelp(null);
    }
}
