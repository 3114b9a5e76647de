package thalweg.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import thalweg.session.Wording;

/**
 * Something a key does.
 *
 * @param group of the overlay of keys
 * @param keys how the keys are written for people: {@code Ctrl+Z}
 * @param text what it does: "Undo"
 * @param combinations that start it; more than those written, where keyboards differ
 * @param characters that start it when typed, wherever a keyboard has them
 * @param typing whether it also acts while a text field has the focus
 * @param action what happens
 */
record Command(String group, String keys, String text, List<KeyCombination> combinations, List<String> characters, boolean typing,
        Runnable action) {
    Command {
        combinations = List.copyOf(combinations);
        characters = List.copyOf(characters);
    }

    /** A command started by combinations, as {@code Shortcut+Shift+Z} and {@code R}, and by characters that are no letters, as {@code [}. */
    static Command of(String group, String keys, String text, boolean typing, Runnable action, String... starts) {
        return new Command(group, keys, text, Stream.of(starts).filter(s -> !isCharacter(s)).map(Command::combination).toList(),
                Stream.of(starts).filter(Command::isCharacter).toList(), typing, action);
    }

    boolean startsWith(KeyEvent e) {
        return e.getEventType() == KeyEvent.KEY_TYPED ? !e.isShortcutDown() && characters.contains(e.getCharacter())
                : combinations.stream().anyMatch(k -> k.match(e));
    }

    /** How people of a language write a key: {@code Strg+Z}. */
    static String named(String keys) {
        return Stream.of(keys.split("(?<=.)\\+")).map(k -> Wording.or("key." + k.toLowerCase(Locale.ROOT).replace(' ', '-'), k))
                .collect(Collectors.joining("+"));
    }

    private static boolean isCharacter(String start) {
        return start.length() == 1 && !Character.isLetter(start.charAt(0));
    }

    /** Modifiers and a name of {@link KeyCode} in any case: {@code Shortcut+Shift+Z}. */
    private static KeyCombination combination(String text) {
        String[] parts = text.split("\\+");
        List<Modifier> modifiers = List.of(parts).subList(0, parts.length - 1).stream()
                .map(m -> m.equals("Shift") ? KeyCombination.SHIFT_DOWN : KeyCombination.SHORTCUT_DOWN).toList();
        return new KeyCodeCombination(KeyCode.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT)), modifiers.toArray(Modifier[]::new));
    }
}
