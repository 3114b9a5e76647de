package thalweg.view;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.NumberBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import thalweg.paint.Theme;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The bar at the top: menus, what is shown, what the program does, undo, layouts, theme, presentation. */
final class TopBar extends StackPane {
    /** Around the title, so that it touches neither menus nor tools; where there is no room for it, it is not shown. */
    private static final double GAP = 32;
    /** In a narrower bar the button that presents is its icon alone: menus have longer words in some languages. */
    private static final double ROOM_FOR_WORDS = 900;

    TopBar(Session session, MenuBar menus, Shell shell) {
        getStyleClass().add("top-bar");
        setId("top-bar");
        Label name = new Label();
        name.getStyleClass().add("strong");
        Label count = new Label();
        HBox title = new HBox(name, count);
        title.setId("title");
        title.setMouseTransparent(true);
        title.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Runnable say = () -> {
            boolean awaits = session.awaiting().get();
            name.setText(awaits ? Words.name(session.experiment().get()) : Words.name(session.frame().get()));
            count.setText(awaits ? "" : Words.count(session.frame().get()));
        };
        session.awaiting().subscribe(say);
        session.experiment().subscribe(say);
        session.frame().subscribe(say);
        say.run();
        HBox tools = new HBox(8, undo(session), redo(session), rule(), new Layouts(session), theme(shell),
                present(shell, widthProperty().greaterThanOrEqualTo(ROOM_FOR_WORDS)));
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        menus.setMinWidth(Region.USE_PREF_SIZE);
        StatusLine status = new StatusLine(session);
        status.setAlignment(Pos.CENTER_RIGHT);
        status.setMinWidth(0);
        NumberBinding beside = Bindings.max(menus.widthProperty(), tools.widthProperty()).add(GAP);
        title.visibleProperty().bind(widthProperty().subtract(beside.multiply(2)).greaterThanOrEqualTo(title.widthProperty()));
        NumberBinding middle = Bindings.when(title.visibleProperty()).then(title.widthProperty().divide(2)).otherwise(0);
        status.maxWidthProperty().bind(Bindings.max(0, widthProperty().divide(2).subtract(middle).subtract(tools.widthProperty()).subtract(GAP)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, menus, gap, status, tools);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, title);
    }

    private static Button undo(Session session) {
        Button undo = Icons.button("undo", Feather.ROTATE_CCW, Wording.of("top.undo"), session::undo);
        undo.disableProperty().bind(session.canUndo().not());
        session.experiment().subscribe(_ -> undo.setAccessibleText(session.undoName().map(what -> Wording.of("top.undo-what", what))
                .orElseGet(() -> Wording.of("top.undo"))));
        return undo;
    }

    private static Button redo(Session session) {
        Button redo = Icons.button("redo", Feather.ROTATE_CW, Wording.of("top.redo"), session::redo);
        redo.disableProperty().bind(session.canRedo().not());
        session.experiment().subscribe(_ -> redo.setAccessibleText(session.redoName().map(what -> Wording.of("top.redo-what", what))
                .orElseGet(() -> Wording.of("top.redo"))));
        return redo;
    }

    private static Button theme(Shell shell) {
        Button theme = Icons.button("theme", Feather.MOON, Wording.of("top.dark"), shell::toggleTheme);
        Decor.themeOf(theme).subscribe(now -> {
            theme.setGraphic(Icons.icon(now == Theme.DARK ? Feather.SUN : Feather.MOON));
            theme.setAccessibleText(now == Theme.DARK ? Wording.of("top.light") : Wording.of("top.dark"));
        });
        return theme;
    }

    private static Button present(Shell shell, ObservableValue<Boolean> roomy) {
        Label key = new Label("F5");
        key.getStyleClass().add("keycap");
        Label word = new Label(Wording.of("menu.view.present"));
        word.getStyleClass().add("strong");
        for (Label label : List.of(word, key)) {
            label.visibleProperty().bind(roomy);
            label.managedProperty().bind(roomy);
        }
        HBox content = new HBox(8, Icons.icon(Feather.MONITOR), word, key);
        content.setAlignment(Pos.CENTER);
        Button present = new Button("", content);
        present.setId("present");
        present.setAccessibleText(Wording.of("menu.view.present"));
        Hint.on(present, () -> Wording.of("menu.view.present") + " (F5)");
        present.setOnAction(_ -> shell.togglePresenting());
        return present;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }
}
