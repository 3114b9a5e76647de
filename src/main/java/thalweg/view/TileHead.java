package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import thalweg.experiment.Camera;
import thalweg.paint.ViewKind;

/** The head of a tile: which view, a muted detail, and what can be done with it. */
final class TileHead extends HBox {
    private final Studio studio;
    private final Tile tile;
    private final Button chooser = new Button("", Icons.icon(Feather.CHEVRON_DOWN));
    private final Label detail = new Label();
    private final Button home;
    private final ToggleButton turn;

    TileHead(Studio studio, Pictures pictures, Turntable turntable, Tile tile, Runnable full) {
        this.studio = studio;
        this.tile = tile;
        getStyleClass().add("tile-head");
        int n = tile.index();
        chooser.setId("view-" + n);
        chooser.getStyleClass().add("chooser");
        chooser.setOnAction(_ -> choose());
        chooser.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().add("detail");
        detail.setId("detail-" + n);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        home = Icons.button("home-" + n, Feather.HOME, "Home view", () -> {
            turntable.stop();
            studio.session().edit("reset view", e -> e.withLook(e.look().withCamera(Camera.HOME)));
        });
        home.managedProperty().bind(home.visibleProperty());
        turn = Icons.toggle("turn-" + n, Icons.icon(Feather.ROTATE_CW), "Turn by itself (R)");
        turn.getStyleClass().add("icon");
        turn.setOnAction(_ -> turntable.toggle(tile.plot()));
        turntable.turning().when(sceneProperty().map(_ -> true).orElse(false)).subscribe(turn::setSelected);   // a tile put away is let go
        turn.visibleProperty().bind(home.visibleProperty());
        turn.managedProperty().bind(home.visibleProperty());
        Button settings = Icons.button("settings-" + n, Feather.SLIDERS, "Settings of this view", () -> { });
        settings.setOnAction(_ -> new TileSettings(studio.session(), tile.kind()).showBelow(settings));
        getChildren().addAll(chooser, detail, gap, turn, home, settings,
                Icons.button("copy-" + n, Feather.COPY, "Copy as a picture (Ctrl+C)", () -> pictures.copy(tile.plot())),
                Icons.button("full-" + n, Feather.MAXIMIZE_2, "Full size and back (" + (n + 1) + ")", full));
    }

    void show(ViewKind kind, String run, String phrase) {
        chooser.setText(run.isEmpty() ? kind.label() : run);
        chooser.setAccessibleText("View: " + kind.label());
        detail.setText(run.isEmpty() ? phrase : kind.label());
        home.setVisible(kind.id().equals(Turntable.TURNS));
    }

    private void choose() {
        ContextMenu menu = new ContextMenu();
        ToggleGroup group = new ToggleGroup();
        for (ViewKind kind : studio.kinds()) {
            RadioMenuItem item = new RadioMenuItem(kind.label());
            item.setId("choose-" + kind.id());
            item.setToggleGroup(group);
            item.setSelected(kind.id().equals(tile.kind().id()));
            item.setOnAction(_ -> studio.session().edit("choose view", e -> e.withLook(
                    e.look().withTiles(replaced(e.look().tiles(), kind.id())))));
            menu.getItems().add(item);
        }
        menu.show(chooser, Side.BOTTOM, 0, 0);
    }

    private List<String> replaced(List<String> tiles, String id) {
        int place = tile.slot().place();
        List<String> all = new ArrayList<>(Arrangement.filled(tiles, Math.max(place + 1, tiles.size()),
                studio.kinds().stream().map(ViewKind::id).toList()));
        all.set(place, id);
        return all;
    }
}
