package thalweg.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import thalweg.experiment.NamedScenes;
import thalweg.lesson.Lessons;
import thalweg.session.Language;
import thalweg.session.Lecture;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The menus File, Edit, View, Lesson, Help. Keys written beside items act through {@link Keys}. */
final class Menus extends MenuBar {
    private final Session session;

    Menus(Session session, Shell shell, Documents documents, Pictures pictures, TakeAway away, LessonFiles lessons) {
        this.session = session;
        setId("menus");
        getMenus().addAll(file(shell, documents, pictures, away), edit(shell, pictures, away), view(shell), lesson(shell, lessons), scenes(),
                help(shell));
    }

    private Menu file(Shell shell, Documents documents, Pictures pictures, TakeAway away) {
        Menu recent = new Menu(Wording.of("menu.file.recent"));
        MenuItem reopen = item(Wording.of("menu.file.reopen"), "", session::reopen);
        reopen.setId("reopen");
        Menu file = menu("file", Wording.of("menu.file"), item(Wording.of("menu.file.open"), "Shortcut+O", documents::open),
                item(Wording.of("menu.file.open-data"), "Shortcut+D", documents::openData),
                item(Wording.of("menu.file.open-paths"), "", documents::openPaths), recent, reopen, new SeparatorMenuItem(),
                item(Wording.of("menu.file.save"), "Shortcut+S", documents::save),
                        item(Wording.of("menu.file.save-as"), "Shortcut+Shift+S", documents::saveAs),
                item(Wording.of("menu.file.export"), "Shortcut+E", pictures::export), numbers(away), new SeparatorMenuItem(),
                        item(Wording.of("menu.file.quit"), "", shell::close));
        file.setOnShowing(_ -> {
            List<MenuItem> items = new ArrayList<>();
            List<Path> paths = session.preferences().recent();
            List<String> names = RecentFiles.names(paths);
            for (int i = 0; i < paths.size(); i++) {
                Path path = paths.get(i);
                items.add(item(names.get(i), "", () -> session.open(path)));
            }
            recent.getItems().setAll(items);
            recent.setDisable(items.isEmpty());
            reopen.setDisable(!session.canReopen());
        });
        return file;
    }

    private static Menu numbers(TakeAway away) {
        Menu numbers = new Menu(Wording.of("menu.numbers"));
        numbers.getItems().addAll(item(Wording.of("menu.numbers.paths"), "", away::savePaths),
                item(Wording.of("menu.numbers.surface"), "", away::saveSurface), item(Wording.of("menu.numbers.table"), "", away::saveTable));
        return numbers;
    }

    private Menu edit(Shell shell, Pictures pictures, TakeAway away) {
        MenuItem undo = item(Wording.of("menu.edit.undo"), "Shortcut+Z", session::undo);
        MenuItem redo = item(Wording.of("menu.edit.redo"), "Shortcut+Y", session::redo);
        undo.disableProperty().bind(session.canUndo().not());
        redo.disableProperty().bind(session.canRedo().not());
        Menu edit = menu("edit", Wording.of("menu.edit"), undo, redo, new SeparatorMenuItem(),
                item(Wording.of("menu.edit.copy-picture"), "Shortcut+C", () -> shell.focusedTile().ifPresent(t -> pictures.copy(t.plot()))),
                item(Wording.of("menu.edit.copy-svg"), "",
                        () -> pictures.focused().ifPresent(p -> away.copySvg(p.frame(), p.picture(shell.theme())))),
                item(Wording.of("menu.edit.copy-command"), "", () -> away.copyCommand(shell.shown(), shell.theme())),
                        item(Wording.of("menu.edit.copy-table"), "", away::copyTable),
                CopyCode.menu(session, () -> session.experiment().get().look().selected()));
        edit.setOnShowing(_ -> {
            undo.setText(session.undoName().map(what -> Wording.of("menu.edit.undo-what", what)).orElseGet(() -> Wording.of("menu.edit.undo")));
            redo.setText(session.redoName().map(what -> Wording.of("menu.edit.redo-what", what)).orElseGet(() -> Wording.of("menu.edit.redo")));
        });
        return edit;
    }

    private Menu view(Shell shell) {
        ToggleGroup group = new ToggleGroup();
        List<MenuItem> items = new ArrayList<>();
        for (String layout : Arrangement.LAYOUTS) {
            RadioMenuItem item = new RadioMenuItem(Layouts.name(layout));
            item.setToggleGroup(group);
            item.setOnAction(_ -> Layouts.choose(session, layout));
            session.experiment().subscribe(e -> item.setSelected(e.look().layout().equals(layout)));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        MenuItem history = item(Wording.of("menu.view.history"), "Shortcut+H", shell::toggleHistory);
        history.setId("run-history");
        items.add(history);
        MenuItem alone = item(Wording.of("menu.view.alone"), "", () -> Scenes.alone(session));
        alone.setId("stop-comparing");
        session.experiment().subscribe(e -> alone.setDisable(e.variants().isEmpty()));
        items.add(alone);
        items.add(item(Wording.of("menu.view.turn"), "", shell::toggleTurning));
        items.add(item(Wording.of("menu.view.theme"), "", shell::toggleTheme));
        items.add(motion(shell.calm()));
        items.add(languages());
        items.add(item(Wording.of("menu.view.present"), "F5", shell::togglePresenting));
        items.add(item(Wording.of("menu.view.full-screen"), "F11", shell::toggleFullScreen));
        return menu("view", Wording.of("menu.view"), items.toArray(MenuItem[]::new));
    }

    private static CheckMenuItem motion(Calm calm) {
        CheckMenuItem motion = new CheckMenuItem(Wording.of("menu.view.reduced-motion"));
        motion.setId("reduced-motion");
        motion.setOnAction(_ -> calm.choose(motion.isSelected()));
        calm.on().subscribe(motion::setSelected);
        return motion;
    }

    private Menu languages() {
        Menu menu = new Menu(Wording.of("menu.language"));
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            RadioMenuItem item = new RadioMenuItem(language.label());
            item.setId("language-" + language.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(language == Language.of(session.preferences()));
            item.setOnAction(_ -> {
                language.choose(session.preferences());
                session.report(Wording.of("status.language", language.label()));
            });
            menu.getItems().add(item);
        }
        return menu;
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
        MenuItem back = item(Wording.of("menu.lesson.back"), "Page Up", () -> lecture.move(-1));
        MenuItem on = item(Wording.of("menu.lesson.on"), "Page Down", () -> lecture.move(1));
        MenuItem present = item(Wording.of("menu.view.present"), "F5", shell::togglePresenting);
        MenuItem add = item(Wording.of("menu.lesson.add"), "", () -> {
            lecture.capture();
            shell.writeScene();
        });
        add.setId("add-scene");
        MenuItem create = item(Wording.of("menu.lesson.create"), "", () -> {
            lecture.create();
            shell.writeScene();
        });
        create.setId("new-lesson");
        MenuItem reopen = item(Wording.of("menu.lesson.reopen"), "", lecture::reopen);
        reopen.setId("reopen-lesson");
        MenuItem save = item(Wording.of("menu.lesson.save"), "", files::save);
        MenuItem saveAs = item(Wording.of("menu.lesson.save-as"), "", files::saveAs);
        MenuItem handout = item(Wording.of("menu.lesson.handout"), "", () -> files.handout(shell.theme()));
        handout.setId("handout");
        handout.textProperty().bind(files.handouts().busy()
                .map(busy -> busy ? Wording.of("menu.lesson.stop-handout") : Wording.of("menu.lesson.handout")));
        MenuItem close = item(Wording.of("menu.lesson.close"), "", lecture::close);
        List.of(back, on, save, saveAs, handout, close).forEach(i -> i.disableProperty().bind(none));
        items.addAll(List.of(new SeparatorMenuItem(), back, on, present, new SeparatorMenuItem(),
                create, reopen, add, save, saveAs, handout, close));
        Menu menu = menu("lesson", Wording.of("menu.lesson"), items.toArray(MenuItem[]::new));
        menu.setOnShowing(_ -> reopen.setDisable(!lecture.canReopen()));
        return menu;
    }

    /** The scenes that travel with the program. */
    private Menu scenes() {
        return menu("scenes", Wording.of("menu.scenes"), NamedScenes.ALL.stream().map(scene -> {
            MenuItem item = item(scene.title(), "", () -> Scenes.open(session, scene));
            item.setId("scene-" + scene.id());
            return item;
        }).toArray(MenuItem[]::new));
    }

    private static Menu help(Shell shell) {
        return menu("help", Wording.of("menu.help"), item(Wording.of("menu.help.keys"), "F1", shell::toggleKeys),
                item(Wording.of("menu.help.about"), "", shell::toggleAbout));
    }

    private static Menu menu(String id, String name, MenuItem... items) {
        Menu menu = new Menu(name);
        menu.setId("menu-" + id);
        menu.getItems().addAll(items);
        return menu;
    }

    private static MenuItem item(String text, String key, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        if (!key.isEmpty()) {
            item.setAccelerator(Shortcut.of(key));
        }
        return item;
    }
}
