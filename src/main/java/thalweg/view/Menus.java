package thalweg.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import thalweg.experiment.NamedScenes;
import thalweg.lesson.Lessons;
import thalweg.session.Lecture;
import thalweg.session.Session;

/** The menus File, Edit, View, Lesson, Help. Keys written beside items act through {@link Keys}. */
final class Menus extends MenuBar {
    private final Session session;

    Menus(Session session, Shell shell, Documents documents, Pictures pictures, TakeAway away, LessonFiles lessons) {
        this.session = session;
        setId("menus");
        getMenus().addAll(file(shell, documents, pictures, away), edit(shell, pictures, away), view(shell), lesson(shell, lessons), scenes(), help(shell));
    }

    private Menu file(Shell shell, Documents documents, Pictures pictures, TakeAway away) {
        Menu recent = new Menu("Open recent");
        MenuItem reopen = item("Reopen last session", "", session::reopen);
        reopen.setId("reopen");
        Menu file = menu("File", item("Open...", "Shortcut+O", documents::open), item("Open data...", "Shortcut+D", documents::openData),
                item("Open paths...", "", documents::openPaths), recent, reopen, new SeparatorMenuItem(),
                item("Save", "Shortcut+S", documents::save), item("Save as...", "Shortcut+Shift+S", documents::saveAs),
                item("Export...", "Shortcut+E", pictures::export), numbers(away), new SeparatorMenuItem(), item("Quit", "", shell::close));
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

    private static Menu numbers(TakeAway away) {
        Menu numbers = new Menu("Export numbers");
        numbers.getItems().addAll(item("Paths...", "", away::savePaths), item("Surface...", "", away::saveSurface), item("Table...", "", away::saveTable));
        return numbers;
    }

    private Menu edit(Shell shell, Pictures pictures, TakeAway away) {
        MenuItem undo = item("Undo", "Shortcut+Z", session::undo);
        MenuItem redo = item("Redo", "Shortcut+Y", session::redo);
        undo.disableProperty().bind(session.canUndo().not());
        redo.disableProperty().bind(session.canRedo().not());
        Menu edit = menu("Edit", undo, redo, new SeparatorMenuItem(),
                item("Copy picture", "Shortcut+C", () -> shell.focusedTile().ifPresent(t -> pictures.copy(t.plot()))),
                item("Copy picture as SVG", "", () -> pictures.focused().ifPresent(p -> away.copySvg(p.frame(), p.picture(shell.theme())))),
                item("Copy command line", "", () -> away.copyCommand(shell.shown(), shell.theme())), item("Copy table", "", away::copyTable),
                CopyCode.menu(session, () -> session.experiment().get().look().selected()));
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
        MenuItem history = item("Run history", "Shortcut+H", shell::toggleHistory);
        history.setId("run-history");
        items.add(history);
        MenuItem alone = item("Stop comparing side by side", "", () -> Scenes.alone(session));
        alone.setId("stop-comparing");
        session.experiment().subscribe(e -> alone.setDisable(e.variants().isEmpty()));
        items.add(alone);
        items.add(item("Turn the surfaces (R)", "", shell::toggleTurning));
        items.add(item("Light or dark", "", shell::toggleTheme));
        items.add(item("Present", "F5", shell::togglePresenting));
        items.add(item("Full screen", "F11", shell::toggleFullScreen));
        return menu("View", items.toArray(MenuItem[]::new));
    }

    private Menu lesson(Shell shell, LessonFiles files) {
        Lecture lecture = session.lecture();
        List<MenuItem> items = new ArrayList<>();
        for (Lessons.Entry entry : Lessons.ALL) {
            MenuItem item = item(entry.title(), "", () -> files.open(entry));
            item.setId("lesson-" + entry.id());
            items.add(item);
        }
        BooleanBinding none = Bindings.createBooleanBinding(() -> lecture.showing().get().isEmpty(), lecture.showing());
        MenuItem back = item("Scene before", "Page Up", () -> lecture.move(-1));
        MenuItem on = item("Next scene", "Page Down", () -> lecture.move(1));
        MenuItem present = item("Present", "F5", shell::togglePresenting);
        MenuItem add = item("Add what is on screen as a scene", "", lecture::capture);
        MenuItem save = item("Save lesson", "", files::save);
        MenuItem saveAs = item("Save lesson as...", "", files::saveAs);
        MenuItem close = item("Close lesson", "", lecture::close);
        List.of(back, on, save, saveAs, close).forEach(i -> i.disableProperty().bind(none));
        items.addAll(List.of(new SeparatorMenuItem(), back, on, present, new SeparatorMenuItem(), item("New lesson from what is on screen", "", lecture::create),
                add, save, saveAs, close));
        return menu("Lesson", items.toArray(MenuItem[]::new));
    }

    /** The scenes that travel with the program. */
    private Menu scenes() {
        return menu("Scenes", NamedScenes.ALL.stream().map(scene -> {
            MenuItem item = item(scene.title(), "", () -> Scenes.open(session, scene));
            item.setId("scene-" + scene.id());
            return item;
        }).toArray(MenuItem[]::new));
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
