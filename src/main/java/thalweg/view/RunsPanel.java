package thalweg.view;

import javafx.scene.input.KeyEvent;
import javafx.geometry.Bounds;
import javafx.application.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.catalog.Choice;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Run;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The panel at the right: the runs with their knobs, and what all runs share. */
public final class RunsPanel extends BorderPane {
    /** What all runs share and the slice may take this part of the panel before they scroll. */
    private static final double SETTINGS = 0.62;

    private final Session session;
    private final RunEdits edits;
    private final Label count = new Label();
    private final VBox cards = new VBox();
    private final ScrollPane scroll;
    private final List<RunCard> made = new ArrayList<>();
    private List<String> kinds = List.of();
    private int selected = -1;

    public RunsPanel(Session session) {
        this.session = session;
        edits = new RunEdits(session, this::rebuild);
        setId("runs");
        Label title = new Label(Wording.of("runs.title"));
        title.getStyleClass().add("strong");
        count.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button duplicate = Icons.button("duplicate-run", Feather.COPY, Wording.of("runs.duplicate"), this::duplicateSelected);
        Button add = Icons.button("add-run-icon", Feather.PLUS, Wording.of("runs.add-icon"), () -> { });
        add.setOnAction(_ -> menu().show(add, Side.BOTTOM, 0, 0));
        HBox head = new HBox(6, title, count, gap, duplicate, add);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        Button addRun = new Button(Wording.of("runs.add"), Icons.icon(Feather.PLUS));
        addRun.setId("add-run");
        addRun.getStyleClass().add("add-run");
        addRun.setOnAction(_ -> menu().show(addRun, Side.BOTTOM, 0, 0));
        Late slice = Late.whenShown("slice", () -> new SliceSettings(session));
        session.frame().subscribe(f -> slice.setVisible(SliceSettings.belongsTo(f)));
        scroll = new SteadyScroll(new VBox(cards, addRun));
        scroll.getStyleClass().add("cards");
        cards.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        Reordering.on(cards, edits);
        setTop(head);
        setCenter(scroll);
        setBottom(SteadyScroll.below(new VBox(new RunSettings(session, edits), slice), this, SETTINGS));
        session.experiment().subscribe(this::show);
        session.frame().subscribe(_ -> results());
        session.awaiting().subscribe(_ -> results());
        session.problem().subscribe(_ -> results());
    }

    /** The formulas beside the fields that are there whatever the runs are. */
    public static List<String> formulas() {
        return RunSettings.STOPS;
    }

    private void show(Experiment e) {
        List<String> now = e.runs().stream().map(r -> r.optimizer().id()).toList();
        if (now.equals(kinds)) {
            update(e);
        } else {
            rebuild();
        }
    }

    private void rebuild() {
        Experiment e = session.experiment().get();
        kinds = e.runs().stream().map(r -> r.optimizer().id()).toList();
        made.clear();
        for (int i = 0; i < e.runs().size(); i++) {
            made.add(new RunCard(i, e.runs().get(i), edits));
        }
        cards.getChildren().setAll(made);
        update(e);
        results();
    }

    private void update(Experiment e) {
        count.setText(Integer.toString(e.runs().size()));
        List<String> names = Frames.names(e.runs());
        for (int i = 0; i < made.size(); i++) {
            made.get(i).show(e.runs().get(i), names.get(i), e.look().selected() == i);
        }
        if (e.look().selected() != selected) {
            selected = e.look().selected();
            Platform.runLater(() -> made.stream().skip(Math.max(0, selected)).findFirst().filter(_ -> selected >= 0).ifPresent(this::reveal));
        }
    }

    private void results() {
        Frame frame = session.frame().get();
        Optional<Problem> problem = session.problem().get();
        List<Run> runs = session.experiment().get().runs();
        for (int i = 0; i < made.size(); i++) {
            int index = i;
            boolean same = !session.awaiting().get() && i < frame.tracks().size()
                    && frame.tracks().get(i).run().optimizer().equals(runs.get(i).optimizer());
            made.get(i).show(same ? Optional.of(frame.tracks().get(i)) : Optional.empty(),
                    problem.filter(p -> p.where().equals(Problem.run(index))).map(Problem::message));
        }
    }

    /** Keys on a card that has the focus itself, not one of its controls. */
    private void key(KeyEvent e) {
        int index = made.indexOf(e.getTarget());
        if (index < 0 || e.isShortcutDown() || e.isShiftDown()) {
            return;
        }
        boolean moves = e.isAltDown();
        switch (e.getCode()) {
            case UP -> go(index, -1, moves);
            case DOWN -> go(index, 1, moves);
            case ENTER -> edits.select(index);
            case DELETE, BACK_SPACE -> {
                edits.remove(index);
                focus(index);
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void go(int index, int by, boolean moves) {
        if (moves) {
            edits.move(index, by);
        }
        focus(index + by);
    }

    /** Gives the focus to a card, or the nearest there is. */
    private void focus(int index) {
        if (!made.isEmpty()) {
            made.get(Math.clamp(index, 0, made.size() - 1)).requestFocus();
        }
    }

    /** Scrolls as little as it takes to see a card whole. */
    private void reveal(RunCard card) {
        scroll.applyCss();
        scroll.layout();
        Bounds seen = scroll.getViewportBounds();
        double room = scroll.getContent().getLayoutBounds().getHeight() - seen.getHeight();
        double above = card.getBoundsInParent().getMinY();
        double below = card.getBoundsInParent().getMaxY() - seen.getHeight();
        if (room > 0) {
            double at = -seen.getMinY();
            scroll.setVvalue(Math.clamp(Math.max(below, Math.min(above, at)), 0, room) / room);
        }
    }

    private void duplicateSelected() {
        int selected = session.experiment().get().look().selected();
        if (selected >= 0 && selected < made.size()) {
            edits.duplicate(selected);
        } else if (!made.isEmpty()) {
            edits.duplicate(made.size() - 1);
        }
    }

    /** Every optimizer of the catalog, grouped as it groups them. */
    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (Choice<Optimizer> choice : Optimizers.RULES.choices()) {
            MenuItem item = new MenuItem(choice.label());
            item.setId("add-" + choice.id());
            item.setOnAction(_ -> edits.add(choice));
            group(menu, Named.group(choice.group())).add(item);
        }
        return menu;
    }

    private static List<MenuItem> group(ContextMenu menu, String name) {
        if (name.isEmpty()) {
            return menu.getItems();
        }
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu group && group.getText().equals(name)) {
                return group.getItems();
            }
        }
        Menu group = new Menu(name);
        menu.getItems().add(group);
        return group.getItems();
    }
}
