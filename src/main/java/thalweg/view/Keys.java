package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import thalweg.session.Playback;

/** The keyboard of the window: one table that acts and that the overlay of keys is written from. */
final class Keys {
    /** The group that the second column of the overlay begins with. */
    static final String SECOND_COLUMN = "Window";
    private static final int TILES = 9;

    private final List<Command> commands = new ArrayList<>();

    Keys(Studio studio, Shell shell, Documents documents, Pictures pictures) {
        Playback playback = studio.session().playback();
        play(playback);
        stages(shell);
        files(studio, documents, pictures, shell);
        window(shell);
        runs();
    }

    /** All keys, in the order of the overlay. */
    List<Command> commands() {
        return List.copyOf(commands);
    }

    /**
     * Listens to a scene; what a control does with a key comes first, and text fields, those in
     * popups too, keep all keys they can use.
     */
    void listenTo(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> act(scene, e));
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> act(scene, e));
    }

    private void act(Scene scene, KeyEvent e) {
        boolean typing = typing(scene) || Window.getWindows().stream().anyMatch(w -> w instanceof PopupWindow && w.isShowing() && typing(w.getScene()));
        commands.stream().filter(c -> c.startsWith(e)).findFirst().ifPresent(c -> {
            if (c.typing() || !typing) {
                c.action().run();
                e.consume();
            } else if (e.isShortcutDown()) {
                e.consume();                                      // or the menu that writes this key would act on the window
            }
        });
    }

    private static boolean typing(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    private void play(Playback p) {
        String group = "Play";
        add(group, "Space", "Play or pause", false, p::toggle, "Space");
        add(group, "\u2190  \u2192", "One step back or on", false, () -> p.move(-1), "Left");
        hidden(() -> p.move(1), "Right");
        add(group, "Shift+\u2190  Shift+\u2192", "Ten steps back or on", false, () -> p.move(-10), "Shift+Left");
        hidden(() -> p.move(10), "Shift+Right");
        add(group, "Home  End", "To the start or the end", false, p::toFirst, "Home");
        hidden(p::toLast, "End");
        add(group, "[  ]", "Slower or faster", false, () -> p.faster(false), "[");
        hidden(() -> p.faster(true), "]");
    }

    private void stages(Shell shell) {
        add("Play", "PageUp  PageDown", "The scene of the lesson before or next", false, () -> shell.scene(-1), "Page_Up");
        hidden(() -> shell.scene(1), "Page_Down");
        add("Play", ",  .", "One stage back or on, where shown", false, () -> shell.stage(-1), ",");
        hidden(() -> shell.stage(1), ".");
    }

    private void files(Studio studio, Documents documents, Pictures pictures, Shell shell) {
        add("Edit", "Ctrl+Z", "Undo", false, studio.session()::undo, "Shortcut+Z");
        add("Edit", "Ctrl+Y  Ctrl+Shift+Z", "Redo", false, studio.session()::redo, "Shortcut+Y", "Shortcut+Shift+Z");
        add("Edit", "Ctrl+C", "Copy the focused tile as a picture", false, () -> shell.focusedTile().ifPresent(t -> pictures.copy(t.plot())),
                "Shortcut+C");
        add("File", "Ctrl+O", "Open a session or a picture", true, documents::open, "Shortcut+O");
        add("File", "Ctrl+S", "Save", true, documents::save, "Shortcut+S");
        add("File", "Ctrl+Shift+S", "Save as", true, documents::saveAs, "Shortcut+Shift+S");
        add("File", "Ctrl+E", "Export a picture or film", true, pictures::export, "Shortcut+E");
    }

    private void window(Shell shell) {
        String group = SECOND_COLUMN;
        add(group, "1 \u2026 9", "Make that tile full, and back", false, () -> shell.tile(0), "1");
        for (int i = 1; i < TILES; i++) {
            int tile = i;
            hidden(() -> shell.tile(tile), Integer.toString(i + 1));
        }
        add(group, "R", "Let the surfaces turn, or stop them", false, shell::toggleTurning, "R");
        add(group, "F5", "Present", true, shell::togglePresenting, "F5");
        add(group, "B", "Black screen while presenting, and back", false, shell::toggleBlack, "B");
        add(group, "F11", "Full screen", true, shell::toggleFullScreen, "F11");
        add(group, "Esc", "Leave this or a tile, or stop computing", true, shell::escape, "Escape");
        hidden(shell::toggleHistory, "Shortcut+H");
        add(group, "F1  ?", "These keys", true, shell::toggleKeys, "F1");
        hidden(shell::toggleKeys, "?");
    }

    /** What a run's card does with keys while it has the focus; written here, acted on there. */
    private void runs() {
        add("Run with the focus", "Alt+\u2191  Alt+\u2193", "Move it up or down", false, () -> { });
        add("Run with the focus", "Enter", "Select it", false, () -> { });
        add("Run with the focus", "Delete", "Remove it; undo brings it back", false, () -> { });
    }

    private void add(String group, String keys, String text, boolean typing, Runnable action, String... starts) {
        commands.add(Command.of(group, keys, text, typing, action, starts));
    }

    /** A key that another's line in the overlay speaks for. */
    private void hidden(Runnable action, String... starts) {
        commands.add(Command.of("", "", "", false, action, starts));
    }
}
