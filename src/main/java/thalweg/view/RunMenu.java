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
import thalweg.session.Wording;

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
        name.setPromptText(Wording.of("run.rename", Frames.names(edits.runs()).get(index)));
        name.setPrefWidth(NAME);
        name.setAccessibleText(Wording.of("run.name"));
        CustomMenuItem rename = new CustomMenuItem(name, false);
        ContextMenu menu = new ContextMenu(rename,
                item(edits.allKnobs(run) ? Wording.of("run.fewer-knobs") : Wording.of("run.all-knobs"), () -> edits.toggleKnobs(run)),
                item(Wording.of("run.default-knobs"), () -> edits.defaults(index)),
                style(index, edits, run), new SeparatorMenuItem(),
                item(Wording.of("run.duplicate"), () -> edits.duplicate(index)),
                item(Wording.of("run.solo"), () -> edits.solo(index)),
                item(Wording.of("run.up"), () -> edits.move(index, -1)),
                item(Wording.of("run.down"), () -> edits.move(index, 1)), new SeparatorMenuItem(),
                edits.code(index), new SeparatorMenuItem(),
                item(Wording.of("run.remove"), () -> edits.remove(index)));
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
        Menu menu = new Menu(Wording.of("run.batch"));
        ToggleGroup group = new ToggleGroup();
        for (int size : RunEdits.BATCHES) {
            RadioMenuItem item = new RadioMenuItem(size == 0 ? Wording.of("run.batch.all") : Wording.count("run.batch", size));
            item.setToggleGroup(group);
            item.setSelected(run.batch() == size);
            item.setOnAction(_ -> edits.batch(index, size));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item(Wording.of("run.batch.compare"), () -> edits.compareBatches(index)));
        return menu;
    }

    private static Menu style(int index, RunEdits edits, Run run) {
        Menu menu = new Menu(Wording.of("run.look"));
        for (int i = 0; i < STYLES; i++) {
            int style = i;
            MenuItem item = item("", () -> edits.style(index, style));
            item.setGraphic(new Drawing(RunStyle.KEY_WIDTH, RunStyle.KEY_HEIGHT,
                    (ink, area) -> RunStyle.of(style).paintKey(ink, 0, area.getCenterY())));
            menu.getItems().add(item);
        }
        ColorPicker picker = new ColorPicker(Color.web(run.colour().isEmpty() ? hex(RunStyle.of(run).colour()) : run.colour()));
        picker.setAccessibleText(Wording.of("run.colour"));
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
