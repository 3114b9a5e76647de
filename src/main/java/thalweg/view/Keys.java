package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import thalweg.session.Playback;
import thalweg.session.Wording;

/** The keyboard of the window: one table that acts and that the overlay of keys is written from. */
final class Keys {
    /** The group that the second column of the overlay begins with. */
    static final String SECOND_COLUMN = "window";
    private static final int TILES = 9;

    private final List<Command> commands = new ArrayList<>();

    Keys(Studio studio, Shell shell, Documents documents, Pictures pictures) {
        Playback playback = studio.session().playback();
        play(playback, shell);
        stages(shell);
        files(studio, documents, pictures, shell);
        window(shell);
        runs();
        pointer();
    }

    /** All keys, in the order of the overlay. */
    List<Command> commands() {
        return List.copyOf(commands);
    }

    /**
     * Listens to a scene; what a control does with a key comes first, and text fields, those in
     * popups too, keep all keys they can use. What was typed and taken over is no longer the field's: undoing it is for the window.
     */
    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (isOfHistory(e) && scene.getFocusOwner() instanceof EntryField field && field.isAtRest()) {
                commands.stream().filter(c -> c.startsWith(e)).findFirst().ifPresent(c -> c.action().run());
                e.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, e -> act(scene, e));
        scene.addEventHandler(KeyEvent.KEY_TYPED, e -> act(scene, e));
    }

    /** Listens to a scene that only shows something: a pane that scrolls there must not keep the keys that turn to the next scene. */
    void rule(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> act(scene, e));
        scene.addEventFilter(KeyEvent.KEY_TYPED, e -> act(scene, e));
    }

    private void act(Scene scene, KeyEvent e) {
        boolean typing = typing(scene) || Window.getWindows().stream()
                .anyMatch(w -> w instanceof PopupWindow && w.isShowing() && typing(w.getScene()));
        commands.stream().filter(c -> c.startsWith(e)).findFirst().ifPresent(c -> {
            if (c.typing() || !typing) {
                c.action().run();
                e.consume();
            } else if (e.isShortcutDown()) {
                e.consume();                                      // or the menu that writes this key would act on the window
            }
        });
    }

    private static boolean isOfHistory(KeyEvent e) {
        return e.isShortcutDown() && (e.getCode() == KeyCode.Z || e.getCode() == KeyCode.Y);
    }

    private static boolean typing(Scene scene) {
        return scene.getFocusOwner() instanceof TextInputControl;
    }

    private void play(Playback p, Shell shell) {
        String group = "play";
        add(group, "Space", Wording.of("keys.play"), false, shell::togglePlaying, "Space");
        add(group, "\u2190  \u2192", Wording.of("keys.step"), false, () -> p.move(-1), "Left");
        hidden(() -> p.move(1), "Right");
        add(group, "Shift+\u2190  Shift+\u2192", Wording.of("keys.ten-steps"), false, () -> p.move(-10), "Shift+Left");
        hidden(() -> p.move(10), "Shift+Right");
        add(group, "Home  End", Wording.of("keys.ends"), false, p::toFirst, "Home");
        hidden(p::toLast, "End");
        add(group, "[  ]", Wording.of("keys.speed"), false, () -> p.faster(false), "[");
        hidden(() -> p.faster(true), "]");
    }

    private void stages(Shell shell) {
        add("play", "PageUp  PageDown", Wording.of("keys.scene"), false, () -> shell.scene(-1), "Page_Up");
        hidden(() -> shell.scene(1), "Page_Down");
        add("play", ",  .", Wording.of("keys.stage"), false, () -> shell.stage(-1), ",");
        hidden(() -> shell.stage(1), ".");
    }

    private void files(Studio studio, Documents documents, Pictures pictures, Shell shell) {
        add("edit", "Ctrl+Z", Wording.of("keys.undo"), false, studio.session()::undo, "Shortcut+Z");
        add("edit", "Ctrl+Y  Ctrl+Shift+Z", Wording.of("keys.redo"), false, studio.session()::redo, "Shortcut+Y", "Shortcut+Shift+Z");
        add("edit", "Ctrl+C", Wording.of("keys.copy"), false, () -> shell.focusedTile().ifPresent(t -> pictures.copy(t.plot())),
                "Shortcut+C");
        add("file", "Ctrl+O", Wording.of("keys.open"), true, documents::open, "Shortcut+O");
        add("file", "Ctrl+D", Wording.of("keys.open-data"), true, documents::openData, "Shortcut+D");
        add("file", "Ctrl+S", Wording.of("keys.save"), true, documents::save, "Shortcut+S");
        add("file", "Ctrl+Shift+S", Wording.of("keys.save-as"), true, documents::saveAs, "Shortcut+Shift+S");
        add("file", "Ctrl+E", Wording.of("keys.export"), true, pictures::export, "Shortcut+E");
    }

    private void window(Shell shell) {
        String group = SECOND_COLUMN;
        add(group, "1 \u2026 9", Wording.of("keys.full-tile"), false, () -> shell.tile(0), "1");
        for (int i = 1; i < TILES; i++) {
            int tile = i;
            hidden(() -> shell.tile(tile), Integer.toString(i + 1));
        }
        add(group, "R", Wording.of("keys.turn"), false, shell::toggleTurning, "R");
        add(group, "F5", Wording.of("keys.present"), true, shell::togglePresenting, "F5");
        add(group, "B", Wording.of("keys.black"), false, shell::toggleBlack, "B");
        add(group, "F11", Wording.of("keys.full-screen"), true, shell::toggleFullScreen, "F11");
        add(group, "Esc", Wording.of("keys.escape"), true, shell::escape, "Escape");
        add(group, "Ctrl+H", Wording.of("keys.history"), true, shell::toggleHistory, "Shortcut+H");
        add(group, "F1  ?", Wording.of("keys.keys"), true, shell::toggleKeys, "F1");
        hidden(shell::toggleKeys, "?");
    }

    /** What a run's card does with keys while it has the focus; written here, acted on there. */
    private void runs() {
        add("run", "Alt+\u2191  Alt+\u2193", Wording.of("keys.run.move"), false, () -> { });
        add("run", "Enter", Wording.of("keys.run.select"), false, () -> { });
        add("run", "Delete", Wording.of("keys.run.remove"), false, () -> { });
    }

    /** What {@link Gestures} and {@link Touchpad} do; written here, acted on there. */
    private void pointer() {
        String group = "pointer";
        add(group, "Click", Wording.of("keys.pointer.start"), false, () -> { });
        add(group, "Drag  Two fingers", Wording.of("keys.pointer.push"), false, () -> { });
        add(group, "Wheel  Pinch", Wording.of("keys.pointer.zoom"), false, () -> { });
        add(group, "Rotate", Wording.of("keys.pointer.rotate"), false, () -> { });
        add(group, "Double click", Wording.of("keys.pointer.reset"), false, () -> { });
    }

    private void add(String group, String keys, String text, boolean typing, Runnable action, String... starts) {
        commands.add(Command.of(group, keys, text, typing, action, starts));
    }

    /** A key that another's line in the overlay speaks for. */
    private void hidden(Runnable action, String... starts) {
        commands.add(Command.of("", "", "", false, action, starts));
    }
}
