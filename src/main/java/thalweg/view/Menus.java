package thalweg.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import thalweg.session.Session;

/** The menus File, Edit, View, Help. Keys written beside items act through {@link Keys}. */
final class Menus extends MenuBar {
    private final Session session;

    Menus(Session session, Shell shell, Documents documents, Pictures pictures) {
        this.session = session;
        setId("menus");
        getMenus().addAll(file(shell, documents, pictures), edit(shell, pictures), view(shell), help(shell));
    }

    private Menu file(Shell shell, Documents documents, Pictures pictures) {
        Menu recent = new Menu("Open recent");
        MenuItem reopen = item("Reopen last session", "", session::reopen);
        reopen.setId("reopen");
        Menu file = menu("File", item("Open...", "Shortcut+O", documents::open), item("Open data...", "Shortcut+D", documents::openData), recent, reopen, new SeparatorMenuItem(),
                item("Save", "Shortcut+S", documents::save), item("Save as...", "Shortcut+Shift+S", documents::saveAs),
                item("Export picture...", "Shortcut+E", pictures::export), new SeparatorMenuItem(), item("Quit", "", shell::close));
        file.setOnShowing(_ -> {
            List<MenuItem> items = new ArrayList<>();
            for (Path path : session.preferences().recent()) {
                items.add(item(path.getFileName().toString(), "", () -> session.open(path)));
            }
            recent.getItems().setAll(items);
            recent.setDisable(items.isEmpty());
            reopen.setDisable(!session.canReopen());
        });
        return file;
    }

    private Menu edit(Shell shell, Pictures pictures) {
        MenuItem undo = item("Undo", "Shortcut+Z", session::undo);
        MenuItem redo = item("Redo", "Shortcut+Y", session::redo);
        undo.disableProperty().bind(session.canUndo().not());
        redo.disableProperty().bind(session.canRedo().not());
        Menu edit = menu("Edit", undo, redo, new SeparatorMenuItem(),
                item("Copy picture", "Shortcut+C", () -> shell.focusedTile().ifPresent(t -> pictures.copy(t.plot()))));
        edit.setOnShowing(_ -> {
            undo.setText(("Undo " + session.undoName().orElse("")).strip());
            redo.setText(("Redo " + session.redoName().orElse("")).strip());
        });
        return edit;
    }

    private Menu view(Shell shell) {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (String layout : Arrangement.LAYOUTS) {
            RadioMenuItem item = new RadioMenuItem(Layouts.NAMES.get(layout));
            item.setToggleGroup(group);
            item.setOnAction(_ -> Layouts.choose(session, layout));
            session.experiment().subscribe(e -> item.setSelected(e.look().layout().equals(layout)));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(item("Turn the surfaces (R)", "", shell::toggleTurning));
        items.add(item("Light or dark", "", shell::toggleTheme));
        items.add(item("Present", "F5", shell::togglePresenting));
        items.add(item("Full screen", "F11", shell::toggleFullScreen));
        return menu("View", items.toArray(MenuItem[]::new));
    }

    private static Menu help(Shell shell) {
        return menu("Help", item("Keys", "F1", shell::toggleKeys), item("About Thalweg", "", shell::toggleAbout));
    }

    private static Menu menu(String name, MenuItem... items) {
        Menu menu = new Menu(name);
        menu.setId("menu-" + name.toLowerCase(Locale.ROOT));
        menu.getItems().addAll(items);
        return menu;
    }

    private static MenuItem item(String text, String key, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        if (!key.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(key));
        }
        return item;
    }
}
