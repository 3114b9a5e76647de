package thalweg.view;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import thalweg.session.Wording;

/** What can be done with a plot, in a menu at the pointer. */
final class PlotMenu {
    private final PlotView plot;
    private final Gestures gestures;
    private final Pictures pictures;

    PlotMenu(PlotView plot, Gestures gestures, Pictures pictures) {
        this.plot = plot;
        this.gestures = gestures;
        this.pictures = pictures;
    }

    void show(ContextMenuEvent e) {
        MenuItem start = item(Wording.of("plot.start"), () -> {
            gestures.setStart(e.getX(), e.getY());
            gestures.done();
        });
        start.setDisable(plot.locate(e.getX(), e.getY()).isEmpty());
        MenuItem reset = item(Wording.of("plot.reset"), gestures::resetView);
        reset.setDisable(!gestures.canReset());
        ContextMenu menu = new ContextMenu(start, reset, new SeparatorMenuItem(),
                item(Wording.of("plot.copy"), () -> pictures.copy(plot)), item(Wording.of("plot.save"), () -> pictures.save(plot)));
        menu.show(plot, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
