package thalweg.view;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Keys of a menu's item, written as people of the window's language write them; JavaFX itself writes them in English. */
final class Shortcut extends KeyCombination {
    private final KeyCombination keys;

    private Shortcut(KeyCombination keys) {
        super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
        this.keys = keys;
    }

    /** Of a text as {@code Shortcut+Shift+S}. */
    static KeyCombination of(String text) {
        return new Shortcut(KeyCombination.valueOf(text));
    }

    @Override
    public boolean match(KeyEvent e) {
        return keys.match(e);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        return Command.named(keys.getDisplayText());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shortcut s && s.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }
}
