package thalweg.view;

import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.paint.Color;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.paint.RunStyle;

/** What can be done with one run, behind its three dots. */
final class RunMenu {
    private static final int STYLES = 12;
    private static final int BEFORE_STYLE = 3;
    /** No wider than the words below it, so that the arrow of what opens further stands at the menu's edge. */
    private static final double NAME = 124;

    private RunMenu() {
    }

    static ContextMenu of(int index, RunEdits edits) {
        Run run = edits.runs().get(index);
        TextField name = new TextField(run.label());
        name.setPromptText("Rename " + Frames.names(edits.runs()).get(index));
        name.setPrefWidth(NAME);
        name.setAccessibleText("Name of the run");
        CustomMenuItem rename = new CustomMenuItem(name, false);
        ContextMenu menu = new ContextMenu(rename,
                item(edits.allKnobs(run) ? "Fewer knobs" : "All knobs", () -> edits.toggleKnobs(run)),
                item("Default knobs", () -> edits.defaults(index)),
                style(index, edits, run), new SeparatorMenuItem(),
                item("Duplicate", () -> edits.duplicate(index)),
                item("Solo", () -> edits.solo(index)),
                item("Move up", () -> edits.move(index, -1)),
                item("Move down", () -> edits.move(index, 1)), new SeparatorMenuItem(),
                edits.code(index), new SeparatorMenuItem(),
                item("Remove", () -> edits.remove(index)));
        if (edits.learns()) {
            menu.getItems().add(BEFORE_STYLE, batches(index, edits, run));
        }
        name.setOnAction(_ -> {
            edits.rename(index, name.getText().strip());
            menu.hide();
        });
        return menu;
    }

    private static Menu batches(int index, RunEdits edits, Run run) {
        Menu menu = new Menu("Batch");
        ToggleGroup group = new ToggleGroup();
        for (int size : RunEdits.BATCHES) {
            RadioMenuItem item = new RadioMenuItem(size == 0 ? "All samples" : size == 1 ? "1 sample (stochastic)" : size + " samples");
            item.setToggleGroup(group);
            item.setSelected(run.batch() == size);
            item.setOnAction(_ -> edits.batch(index, size));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("Compare all, 32 and 1", () -> edits.compareBatches(index)));
        return menu;
    }

    private static Menu style(int index, RunEdits edits, Run run) {
        Menu menu = new Menu("Colour and line");
        for (int i = 0; i < STYLES; i++) {
            int style = i;
            MenuItem item = item("", () -> edits.style(index, style));
            item.setGraphic(new Drawing(RunStyle.KEY_WIDTH, RunStyle.KEY_HEIGHT,
                    (ink, area) -> RunStyle.of(style).paintKey(ink, 0, area.getCenterY())));
            menu.getItems().add(item);
        }
        ColorPicker picker = new ColorPicker(Color.web(run.colour().isEmpty() ? hex(RunStyle.of(run).colour()) : run.colour()));
        picker.setAccessibleText("Colour of the run");
        picker.setOnAction(_ -> edits.colour(index, hex(picker.getValue())));
        menu.getItems().addAll(new SeparatorMenuItem(), new CustomMenuItem(picker, false));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static String hex(java.awt.Color c) {
        return String.format("#%06x", c.getRGB() & 0xffffff);
    }

    private static String hex(Color c) {
        return String.format("#%02x%02x%02x", Math.round(c.getRed() * 255), Math.round(c.getGreen() * 255), Math.round(c.getBlue() * 255));
    }
}
