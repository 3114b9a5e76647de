package thalweg.view;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import thalweg.session.Wording;

/** A sheet over the dimmed window, which any click beside it closes: the list of keys, the About, the sheet of exports. */
final class Overlay extends StackPane {
    private static final double WIDEST = 1240;
    private static final double HIGHEST = 800;
    private static final double BESIDE = 32;

    private final Optional<Node> first;

    private Overlay(String id, Node sheet) {
        this(id, sheet, Optional.empty());
    }

    private Overlay(String id, Node sheet, Optional<Node> first) {
        this.first = first;
        getStyleClass().add("overlay");
        setId(id);
        getChildren().add(sheet);
        StackPane.setAlignment(sheet, Pos.CENTER);
        if (sheet instanceof Region region) {
            region.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            region.getStyleClass().add("sheet");
        }
        sheet.setOnMouseClicked(Event::consume);
    }

    /** Whether there is something on it for the keyboard. */
    boolean hasControls() {
        return first.isPresent();
    }

    void focusFirst() {
        first.ifPresent(Node::requestFocus);
    }

    /** The sheet of exports; what is typed while it is open is for it alone, but for Escape. */
    static Overlay export(ExportSheet sheet) {
        Overlay overlay = new Overlay("export", sheet, Optional.of(sheet.first()));
        sheet.maxWidthProperty().bind(Bindings.min(WIDEST, overlay.widthProperty().subtract(2 * BESIDE)));
        sheet.maxHeightProperty().bind(Bindings.min(HIGHEST, overlay.heightProperty().subtract(2 * BESIDE)));
        sheet.prefWidthProperty().bind(sheet.maxWidthProperty());
        sheet.prefHeightProperty().bind(sheet.maxHeightProperty());
        return closed(overlay);
    }

    /** Keeps keys from the window below. */
    private static Overlay closed(Overlay overlay) {
        overlay.addEventHandler(KeyEvent.ANY, e -> {
            if (e.getCode() != KeyCode.ESCAPE) {
                e.consume();
            }
        });
        return overlay;
    }

    /** The history of runs; likewise. */
    static Overlay history(BorderPane sheet, Node first) {
        return closed(new Overlay("history", sheet, Optional.of(first)));
    }

    /** The keys of the window, group by group, in two columns: the smallest window has room for that. */
    static Overlay keys(Keys keys) {
        HBox columns = new HBox(24);
        String group = "";
        for (Command c : keys.commands()) {
            if (c.keys().isEmpty()) {
                continue;
            }
            boolean begins = !c.group().equals(group);
            if (columns.getChildren().isEmpty() || begins && c.group().equals(Keys.SECOND_COLUMN)) {
                GridPane column = new GridPane();
                column.getStyleClass().add("keys-column");
                columns.getChildren().add(column);
            }
            GridPane grid = (GridPane) columns.getChildren().getLast();
            if (begins) {
                group = c.group();
                Label heading = new Label(Wording.of("keys.group." + group));
                heading.getStyleClass().add("heading");
                grid.add(heading, 0, grid.getRowCount(), 2, 1);
            }
            HBox caps = new HBox(4);
            for (String key : c.keys().split("  ")) {
                Label cap = new Label(Command.named(key));
                cap.getStyleClass().add("key");
                cap.setMinWidth(USE_PREF_SIZE);
                caps.getChildren().add(cap);
            }
            Label text = new Label(c.text());
            text.setWrapText(true);
            text.setMinHeight(USE_PREF_SIZE);
            GridPane.setHgrow(text, Priority.ALWAYS);
            caps.setMinWidth(USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), caps, text);
        }
        columns.getChildren().forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        ScrollPane scroll = new ScrollPane(columns);              // longer words and a small window have no room for them all
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return new Overlay("keys", scroll);
    }

    /** A heading with lines below it, some of which are names with values. */
    static Overlay about(List<String> lines) {
        VBox box = new VBox(6);
        for (String line : lines) {
            Label label = new Label(line);
            label.setWrapText(true);
            label.getStyleClass().add(box.getChildren().isEmpty() ? "heading" : "text-line");
            box.getChildren().add(label);
        }
        box.setPrefWidth(560);
        return new Overlay("about", box);
    }
}
