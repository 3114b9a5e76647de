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
import thalweg.catalog.Spec;
import thalweg.session.Preferences;
import thalweg.session.Wording;

/**
 * The functions and data to choose from, in groups that fold, each with its thumbnail. One of the two kinds is seen at a time; what is
 * searched for is found in both.
 *
 * <p>Decision: only as many as are seen without scrolling are made at once and the rest a few at a time later, because the window is not
 * there before everything in it has been made and styled.
 */
final class Gallery extends VBox {
    private static final int AT_ONCE = 14;
    private static final int AT_A_TIME = 5;

    private final Function<Offer, Thumb> make;
    private final Deque<Offer> waiting = new ArrayDeque<>(Offer.all());
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Thumb> thumbs = new ArrayList<>();
    private final Preferences preferences;
    private final Label nothing = new Label(Wording.of("gallery.nothing"));
    private Optional<Spec> marked = Optional.empty();
    private boolean markedIsData;
    private boolean data;
    private String wanted = "";

    /** Thumbs under one heading. */
    private record Group(boolean isData, VBox box, ToggleButton head, FlowPane pane, Label count) {
        void unfold(boolean open) {
            pane.setVisible(open);
            pane.setManaged(open);
        }
    }

    /**
     * The gallery of all functions and made data.
     *
     * @param preferences where it is kept which groups are folded
     * @param choose is given the one that was clicked
     * @param forget is given one of people's own that they take out
     * @param later runs tasks on the JavaFX thread when there is time, each a few milliseconds long
     */
    Gallery(Preferences preferences, Thumbnails thumbnails, Consumer<Offer> choose, Consumer<Offer> forget, Executor later) {
        this.preferences = preferences;
        getStyleClass().add("gallery");
        nothing.getStyleClass().add("muted");
        make = offer -> new Thumb(offer, thumbnails, choose, forget);
        groups.put(Offer.FORMULAS, group(Offer.FORMULAS, false));
        waiting.forEach(offer -> groups.computeIfAbsent(offer.group(), name -> group(name, offer.isData())));
        groups.put(Offer.YOURS, group(Offer.YOURS, true));
        Map<String, Long> sizes = waiting.stream().collect(Collectors.groupingBy(Offer::group, Collectors.counting()));
        sizes.forEach((name, size) -> groups.get(name).count().setText(Long.toString(size)));
        add(AT_ONCE);
        addRest(later);
        update();
    }

    private void add(int howMany) {
        for (int i = 0; i < howMany && !waiting.isEmpty(); i++) {
            add(waiting.removeFirst());
        }
    }

    private void add(Offer offer) {
        Thumb thumb = make.apply(offer);
        thumb.mark(isMarked(offer));
        thumbs.add(thumb);
        groups.get(offer.group()).pane().getChildren().add(thumb);
    }

    private void addRest(Executor later) {
        if (!waiting.isEmpty()) {
            later.execute(() -> {
                add(AT_A_TIME);
                addRest(later);
            });
        }
    }

    private Group group(String name, boolean isData) {
        FlowPane pane = new FlowPane(8, 8);
        Label count = new Label();
        count.getStyleClass().add("muted");
        ToggleButton head = new ToggleButton();
        Label title = new Label(Offer.heading(name));
        title.getStyleClass().add("group-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox content = new HBox(6, Icons.icon(Feather.CHEVRON_DOWN), title, gap, count);
        content.setAlignment(Pos.CENTER_LEFT);
        head.setGraphic(content);
        head.setAccessibleText(Offer.heading(name));
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().add("group-head");
        content.prefWidthProperty().bind(head.widthProperty().subtract(4));
        String kept = "gallery.folded." + name;
        head.setSelected(!preferences.text(kept, "").equals("true"));
        head.selectedProperty().subscribe(open -> content.getChildren().set(0, Icons.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT)));
        head.selectedProperty().subscribe((_, open) -> preferences.put(kept, Boolean.toString(!open)));
        VBox box = new VBox(2, head, pane);
        box.managedProperty().bind(box.visibleProperty());
        getChildren().add(box);
        Group group = new Group(isData, box, head, pane, count);
        head.selectedProperty().subscribe(group::unfold);
        return group;
    }

    /** Shows the functions, or the data. */
    void show(boolean dataOnly) {
        data = dataOnly;
        if (data) {
            add(waiting.size());
        }
        update();
    }

    /** Shows only those whose name or id contains the text, functions and data alike; all of the kind shown if it is empty. */
    void filter(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty()) {
            add(waiting.size());
        }
        update();
    }

    private void update() {
        boolean any = false;
        for (Group group : groups.values()) {
            long all = group.pane().getChildren().size() + waiting.stream().filter(o -> groups.get(o.group()) == group).count();
            long fitting = all;
            if (!wanted.isEmpty() || waiting.isEmpty()) {
                fitting = 0;
                for (Node node : group.pane().getChildren()) {
                    boolean fits = ((Thumb) node).offer().matches(wanted);
                    node.setVisible(fits);
                    node.setManaged(fits);
                    fitting += fits ? 1 : 0;
                }
            }
            group.count().setText(fitting == all ? Long.toString(all) : Wording.of("gallery.fitting", fitting, all));
            boolean seen = fitting > 0 && (group.isData() == data || !wanted.isEmpty());
            group.box().setVisible(seen);
            group.unfold(group.head().isSelected() || !wanted.isEmpty());         // what was found is shown
            any |= seen;
        }
        getChildren().remove(nothing);
        if (!any) {
            getChildren().add(nothing);
        }
    }

    /** What people opened or wrote themselves, newest first, in place of what was offered before under this heading. */
    void own(String group, List<Offer> offers) {
        thumbs.removeIf(t -> t.offer().group().equals(group));
        groups.get(group).pane().getChildren().clear();
        offers.forEach(this::add);
        update();
    }

    /** The first that the search has found. */
    Optional<Thumb> first() {
        return thumbs.stream().filter(t -> t.isVisible() && groups.get(t.offer().group()).box().isVisible()).findFirst();
    }

    /** Marks the one shown; none if it is not here. */
    void mark(Spec shown, boolean isData) {
        marked = Optional.of(shown);
        markedIsData = isData;
        thumbs.forEach(t -> t.mark(isMarked(t.offer())));
    }

    private boolean isMarked(Offer offer) {
        return marked.filter(spec -> offer.shows(spec, markedIsData)).isPresent();
    }

    /** The thumb that is marked, to be scrolled to. */
    Optional<Node> markedThumb() {
        return thumbs.stream().filter(t -> isMarked(t.offer())).<Node>map(t -> t).findFirst();
    }
}
