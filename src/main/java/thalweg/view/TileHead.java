package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import thalweg.experiment.Camera;
import thalweg.paint.ViewKind;
import thalweg.session.Wording;

/** The head of a tile: which view, a muted detail, and what can be done with it. */
final class TileHead extends HBox {
    private static final double EDGES = 15;
    private static final double BUTTON = 28;
    /** A detail shorter than this would be an ellipsis and little more. */
    private static final double SHORTEST = 44;

    private final Studio studio;
    private final Tile tile;
    private final Button chooser = new Button("", Icons.icon(Feather.CHEVRON_DOWN));
    private final Label detail = new Label();
    private final Button home;
    private final ToggleButton turn;
    /** What can be done, the most wanted first: in a narrow tile the last ones go, or the head would be wider than its tile. */
    private final List<ButtonBase> buttons;
    private boolean surface;

    TileHead(Studio studio, Pictures pictures, Turntable turntable, Tile tile, Runnable full) {
        this.studio = studio;
        this.tile = tile;
        getStyleClass().add("tile-head");
        setMinWidth(0);                                           // as wide as the tile and no wider, so that it is known what fits
        int n = tile.index();
        chooser.setId("view-" + n);
        chooser.getStyleClass().add("chooser");
        chooser.setOnAction(_ -> choose());
        chooser.setMinWidth(BUTTON);
        detail.getStyleClass().add("detail");
        detail.setId("detail-" + n);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        home = Icons.button("home-" + n, Feather.HOME, Wording.of("tile.home"), () -> {
            turntable.stop();
            studio.session().edit(Wording.of("edit.reset-view"), e -> e.withLook(e.look().withCamera(Camera.HOME)));
        });
        turn = Icons.toggle("turn-" + n, Icons.icon(Feather.ROTATE_CW), Wording.of("tile.turn"));
        turn.getStyleClass().add("icon");
        turn.setOnAction(_ -> turntable.toggle(tile.plot()));
        turntable.turning().when(sceneProperty().map(_ -> true).orElse(false)).subscribe(turn::setSelected);   // a tile put away is let go
        Button settings = Icons.button("settings-" + n, Feather.SLIDERS, Wording.of("tile.settings"), () -> { });
        settings.setOnAction(_ -> new TileSettings(studio.session(), tile.kind()).showBelow(settings));
        Button copy = Icons.button("copy-" + n, Feather.COPY, Wording.of("tile.copy"), () -> pictures.copy(tile.plot()));
        Button whole = Icons.button("full-" + n, Feather.MAXIMIZE_2, Wording.of("tile.full", n + 1), full);
        buttons = List.of(whole, settings, home, copy, turn);
        getChildren().addAll(chooser, detail, gap, turn, home, settings, copy, whole);
        widthProperty().subscribe(_ -> fit());
    }

    void show(ViewKind kind, String title, String run, String phrase) {
        chooser.setText(run.isEmpty() ? title : run);
        chooser.setAccessibleText(Wording.of("tile.view", Named.view(kind)));
        detail.setText(run.isEmpty() ? phrase : title);
        surface = kind.id().equals(Turntable.TURNS);
        fit();
    }

    private void fit() {
        double name = chooser.prefWidth(-1);
        double room = getWidth() <= 0 ? Double.POSITIVE_INFINITY : getWidth() - name - EDGES;
        chooser.setMinWidth(room >= 0 ? name : BUTTON);           // a long detail gives way, not the name
        for (ButtonBase button : buttons) {
            boolean means = surface || button != home && button != turn;
            boolean there = means && room >= BUTTON;
            show(button, there);
            room -= means ? BUTTON : 0;
        }
        show(detail, room >= SHORTEST);
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void choose() {
        ContextMenu menu = new ContextMenu();
        ToggleGroup group = new ToggleGroup();
        for (ViewKind kind : studio.kinds()) {
            RadioMenuItem item = new RadioMenuItem(Named.view(kind));
            item.setId("choose-" + kind.id());
            item.setToggleGroup(group);
            item.setSelected(kind.id().equals(tile.kind().id()));
            item.setOnAction(_ -> studio.session().edit(Wording.of("edit.choose-view"), e -> e.withLook(
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
