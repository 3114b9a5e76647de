package thalweg.view;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/**
 * Something a key does.
 *
 * @param group heading in the overlay of keys
 * @param keys how the keys are written for people: {@code Ctrl+Z}
 * @param text what it does: "Undo"
 * @param combinations that start it; more than those written, where keyboards differ
 * @param typing whether it also acts while a text field has the focus
 * @param action what happens
 */
record Command(String group, String keys, String text, List<KeyCombination> combinations, boolean typing, Runnable action) {
    Command {
        combinations = List.copyOf(combinations);
    }

    static Command of(String group, String keys, String text, boolean typing, Runnable action, String... combinations) {
        return new Command(group, keys, text, List.of(combinations).stream().map(Command::combination).toList(), typing, action);
    }

    /** Modifiers and a name of {@link KeyCode} in any case: {@code Shortcut+Shift+Z}. */
    private static KeyCombination combination(String text) {
        String[] parts = text.split("\\+");
        List<Modifier> modifiers = List.of(parts).subList(0, parts.length - 1).stream()
                .map(m -> m.equals("Shift") ? KeyCombination.SHIFT_DOWN : KeyCombination.SHORTCUT_DOWN).toList();
        return new KeyCodeCombination(KeyCode.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT)), modifiers.toArray(Modifier[]::new));
    }
}
