package thalweg.view;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet over the dimmed window, which any click beside it closes: the list of keys, the About. */
final class Overlay extends StackPane {
    private Overlay(String id, Node sheet) {
        getStyleClass().add("overlay");
        setId(id);
        getChildren().add(sheet);
        StackPane.setAlignment(sheet, Pos.CENTER);
        if (sheet instanceof Region region) {
            region.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            region.getStyleClass().add("sheet");
        }
        sheet.setOnMouseClicked(Event::consume);
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
                Label heading = new Label(group);
                heading.getStyleClass().add("heading");
                grid.add(heading, 0, grid.getRowCount(), 2, 1);
            }
            HBox caps = new HBox(4);
            for (String key : c.keys().split("  ")) {
                Label cap = new Label(key);
                cap.getStyleClass().add("key");
                cap.setMinWidth(USE_PREF_SIZE);
                caps.getChildren().add(cap);
            }
            grid.addRow(grid.getRowCount(), caps, new Label(c.text()));
        }
        return new Overlay("keys", columns);
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
