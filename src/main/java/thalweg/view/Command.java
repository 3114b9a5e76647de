package thalweg.view;

import java.util.List;
import javafx.scene.input.KeyCombination;

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
        return new Command(group, keys, text, List.of(combinations).stream().map(KeyCombination::valueOf).toList(), typing, action);
    }
}
