package thalweg.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.catalog.Choice;
import thalweg.objective.Objective;
import thalweg.objective.Objectives;

/** The landscapes to choose from, in groups that fold, each with its thumbnail. */
final class Gallery extends VBox {
    private final Map<String, FlowPane> groups = new LinkedHashMap<>();
    private final Map<String, Label> counts = new LinkedHashMap<>();
    private final List<Thumb> thumbs = new ArrayList<>();
    private final Label nothing = new Label("No landscape of this name.");

    /**
     * The gallery of all objectives.
     *
     * @param choose is given the id of the one that was clicked
     */
    Gallery(Thumbnails thumbnails, Consumer<String> choose) {
        getStyleClass().add("gallery");
        nothing.getStyleClass().add("muted");
        for (Choice<Objective> choice : Objectives.CATALOG.choices()) {
            if (choice.id().equals("formula")) {
                continue;                                         // it is written, not picked
            }
            Thumb thumb = new Thumb(choice, thumbnails, choose);
            thumbs.add(thumb);
            groups.computeIfAbsent(choice.group(), this::group).getChildren().add(thumb);
        }
        groups.forEach((name, pane) -> counts.get(name).setText(Integer.toString(pane.getChildren().size())));
    }

    private FlowPane group(String name) {
        FlowPane pane = new FlowPane(8, 8);
        Label count = new Label();
        count.getStyleClass().add("muted");
        counts.put(name, count);
        ToggleButton head = new ToggleButton();
        Label title = new Label(name);
        title.getStyleClass().add("group-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(6, Icons.icon(Feather.CHEVRON_DOWN), title, gap, count);
        content.setAlignment(Pos.CENTER_LEFT);
        head.setGraphic(content);
        head.setAccessibleText(name);
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().add("group-head");
        content.prefWidthProperty().bind(head.widthProperty().subtract(4));
        head.setSelected(true);
        head.selectedProperty().subscribe(open -> {
            content.getChildren().set(0, Icons.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            pane.setVisible(open);
            pane.setManaged(open);
        });
        VBox box = new VBox(2, head, pane);
        box.managedProperty().bind(box.visibleProperty());
        getChildren().add(box);
        return pane;
    }

    /** Shows only those whose name or id contains the text. */
    void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        boolean any = false;
        for (Map.Entry<String, FlowPane> group : groups.entrySet()) {
            long all = group.getValue().getChildren().size();
            long fitting = 0;
            for (javafx.scene.Node node : group.getValue().getChildren()) {
                boolean fits = ((Thumb) node).matches(wanted);
                node.setVisible(fits);
                node.setManaged(fits);
                fitting += fits ? 1 : 0;
            }
            counts.get(group.getKey()).setText(fitting == all ? Long.toString(all) : fitting + " of " + all);
            group.getValue().getParent().setVisible(fitting > 0);
            any |= fitting > 0;
        }
        getChildren().remove(nothing);
        if (!any) {
            getChildren().add(nothing);
        }
    }

    /** Marks the one shown; none if it is not here. */
    void mark(String id) {
        thumbs.forEach(t -> t.mark(t.id().equals(id)));
    }
}
