package thalweg.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/**
 * The landscapes to choose from, in groups that fold, each with its thumbnail.
 *
 * <p>Decision: only as many as are seen without scrolling are made at once and the rest a few at a time later, because the window is not
 * there before everything in it has been made and styled.
 */
final class Gallery extends VBox {
    private static final int AT_ONCE = 14;
    private static final int AT_A_TIME = 5;

    private final Function<Choice<Objective>, Thumb> make;
    private final Deque<Choice<Objective>> waiting;
    private final Map<String, FlowPane> groups = new LinkedHashMap<>();
    private final Map<String, Label> counts = new LinkedHashMap<>();
    private final List<Thumb> thumbs = new ArrayList<>();
    private String marked = "";
    private final Label nothing = new Label("No landscape of this name.");

    /**
     * The gallery of all objectives.
     *
     * @param choose is given the id of the one that was clicked
     * @param later runs tasks on the JavaFX thread when there is time, each a few milliseconds long
     */
    Gallery(Thumbnails thumbnails, Consumer<String> choose, Executor later) {
        getStyleClass().add("gallery");
        nothing.getStyleClass().add("muted");
        make = choice -> new Thumb(choice, thumbnails, choose);
        waiting = new ArrayDeque<>(Objectives.CATALOG.choices());
        waiting.removeIf(choice -> choice.group().equals("My formula"));      // written or opened, not picked
        Map<String, Long> sizes = waiting.stream().collect(Collectors.groupingBy(Choice::group, Collectors.counting()));
        waiting.forEach(choice -> groups.computeIfAbsent(choice.group(), this::group));
        counts.forEach((name, count) -> count.setText(Long.toString(sizes.get(name))));
        add(AT_ONCE);
        addRest(later);
    }

    private void add(int howMany) {
        for (int i = 0; i < howMany && !waiting.isEmpty(); i++) {
            Choice<Objective> choice = waiting.removeFirst();
            Thumb thumb = make.apply(choice);
            thumb.mark(choice.id().equals(marked));
            thumbs.add(thumb);
            groups.get(choice.group()).getChildren().add(thumb);
        }
    }

    private void addRest(Executor later) {
        if (!waiting.isEmpty()) {
            later.execute(() -> {
                add(AT_A_TIME);
                addRest(later);
            });
        }
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
        if (wanted.isEmpty() && !waiting.isEmpty()) {
            return;                                               // nothing has been left out yet
        }
        add(waiting.size());
        boolean any = false;
        for (Map.Entry<String, FlowPane> group : groups.entrySet()) {
            long all = group.getValue().getChildren().size();
            long fitting = 0;
            for (Node node : group.getValue().getChildren()) {
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

    /** The first that the search has found. */
    Optional<Thumb> first() {
        return thumbs.stream().filter(Thumb::isVisible).findFirst();
    }

    /** Marks the one shown; none if it is not here. */
    void mark(String id) {
        marked = id;
        thumbs.forEach(t -> t.mark(t.id().equals(id)));
    }
}
