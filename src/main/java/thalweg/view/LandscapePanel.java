package thalweg.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.experiment.Experiment;
import thalweg.experiment.Learning;
import thalweg.math.Vec;
import thalweg.session.Session;
import thalweg.session.Wording;

/**
 * The panel at the left: the functions and data to choose from, and the one chosen, with its formula, knobs, start and noise, or with its
 * knobs, model and loss.
 */
public final class LandscapePanel extends BorderPane {
    /** Where somebody begins who writes a formula: simple, with a valley. */
    private static final String FIRST_FORMULA = "x^2 + 3*y^2";
    /** The settings may take this part of the panel before they scroll. */
    private static final double SETTINGS = 0.62;
    /** Until the lower part's height has followed what it holds. */
    private static final int LAYOUTS = 2;

    private final Session session;
    private final Function<Spec, Experiment> example;
    private final OpenData openData;
    private final LandscapeSettings settings;
    private final Gallery gallery;
    private final SteadyScroll scroll;
    private final ToggleButton functions = new ToggleButton(Wording.of("landscape.functions"));
    private final ToggleButton data = new ToggleButton(Wording.of("landscape.data"));
    private Optional<Boolean> shownData = Optional.empty();

    /**
     * The panel.
     *
     * @param example a good experiment on an objective, with runs, for when it is picked
     * @param later runs small tasks on the JavaFX thread when there is time
     */
    public LandscapePanel(Session session, Thumbnails thumbnails, Function<Spec, Experiment> example, Executor later, Dialogs dialogs) {
        this.session = session;
        this.example = example;
        openData = new OpenData(session, dialogs);
        settings = new LandscapeSettings(session);
        Late learning = Late.whenShown("learning", () -> new LearningSettings(session));
        setId("landscape");
        gallery = new Gallery(session.preferences(), thumbnails, this::choose, this::forget, later);
        scroll = new SteadyScroll(gallery);
        setTop(new VBox(head(), search(gallery)));
        setCenter(scroll);
        setBottom(SteadyScroll.below(new VBox(settings, learning), this, SETTINGS));
        settings.managedProperty().bind(settings.visibleProperty());
        session.preferences().data().subscribe(_ -> gallery.own(Offer.YOURS, YourData.of(session.preferences())));
        session.preferences().formulas().subscribe(all -> gallery.own(Offer.FORMULAS,
                IntStream.range(0, all.size()).mapToObj(i -> Offer.formula(i, all.get(i))).toList()));
        session.experiment().subscribe(e -> {
            boolean learns = e.learning().isPresent();
            settings.setVisible(!learns);
            learning.setVisible(learns);
            gallery.mark(e.objective().or(() -> e.learning().map(Learning::data)).orElseThrow(), learns);
            if (!shownData.equals(Optional.of(learns))) {
                shownData = Optional.of(learns);
                show(learns);
                Platform.runLater(() -> gallery.markedThumb().ifPresent(this::reveal));
            }
        });
    }

    private HBox head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button formula = Icons.button("new-formula", Feather.PLUS, Wording.of("landscape.new-formula"), this::writeFormula);
        Button open = Icons.button("open-data", Feather.FOLDER, Wording.of("landscape.open-data"), openData::ask);
        ToggleGroup kinds = new ToggleGroup();
        for (ToggleButton kind : List.of(functions, data)) {
            kind.setToggleGroup(kinds);
            kind.getStyleClass().add("panel-tab");
            kind.setOnAction(_ -> show(kind == data));
        }
        functions.setId("show-functions");
        data.setId("show-data");
        for (Button button : List.of(formula, open)) {
            button.managedProperty().bind(button.visibleProperty());
        }
        open.visibleProperty().bind(data.selectedProperty());
        formula.visibleProperty().bind(data.selectedProperty().not());
        HBox head = new HBox(12, functions, data, gap, formula, open);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private void show(boolean dataOnly) {
        (dataOnly ? data : functions).setSelected(true);
        gallery.show(dataOnly);
        scroll.setVvalue(0);
    }

    private void reveal(Node thumb) {
        applyCss();
        for (int pass = 0; pass < LAYOUTS; pass++) {
            layout();
        }
        double room = gallery.getHeight() - scroll.getViewportBounds().getHeight();
        Bounds at = gallery.sceneToLocal(thumb.localToScene(thumb.getBoundsInLocal()));
        boolean seen = at.getMaxY() <= scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(seen ? 0 : Math.clamp((at.getMinY() - at.getHeight() / 2) / room, 0, 1));
        }
    }

    private void writeFormula() {
        if (session.experiment().get().objective().filter(spec -> spec.id().equals("formula")).isEmpty()) {
            chooseFunction(Spec.of("formula").with("", new Value.Text(FIRST_FORMULA)));
        }
        settings.editFormula();
    }

    private static StackPane search(Gallery gallery) {
        TextField field = new TextField();
        field.setId("search");
        field.setPromptText(Wording.of("landscape.search"));
        field.setAccessibleText(Wording.of("landscape.search-name"));
        field.getStyleClass().add("search");
        field.textProperty().subscribe(gallery::filter);
        field.setOnAction(_ -> gallery.first().ifPresent(Thumb::fire));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                e.consume();
            }
        });
        var icon = Icons.icon(Feather.SEARCH);
        icon.setMouseTransparent(true);
        StackPane box = new StackPane(field, icon);
        StackPane.setAlignment(icon, Pos.CENTER_LEFT);
        StackPane.setMargin(icon, new Insets(0, 0, 0, 8));
        box.getStyleClass().add("search-box");
        return box;
    }

    private void choose(Offer offer) {
        if (offer.isData()) {
            openData.choose(offer.spec());
        } else {
            chooseFunction(offer.spec());
        }
    }

    private void forget(Offer offer) {
        if (offer.isData()) {
            YourData.forget(session.preferences(), offer.spec());
        } else {
            session.preferences().forgetFormula(Offer.formula(offer.spec()));
        }
    }

    /** Takes another objective: with its own good runs as long as nobody has changed those shown, or else with the runs that are there. */
    private void chooseFunction(Spec objective) {
        session.edit(Wording.of("edit.landscape"), e -> {
            Experiment good = example.apply(objective);
            boolean untouched = e.runs().isEmpty() || e.learning().isPresent()
                    || e.objective().filter(spec -> e.runs().equals(example.apply(Spec.of(spec.id())).runs())).isPresent();
            Experiment with = untouched ? good : e.withObjective(objective).withStart(Vec.of()).withMaximise(good.maximise());
            return with.withStop(untouched ? good.stop() : e.stop()).withSeed(e.seed())
                    .withLook(e.look().withWindow(List.of()).withCamera(good.look().camera()).withTiles(tiles(e, good)));
        });
        session.playback().go(0);
        session.playback().playByItself();
    }

    /** The views on screen, unless they cannot show what was picked: a surface of one parameter, a curve of two. */
    private static List<String> tiles(Experiment now, Experiment good) {
        if (now.learning().isPresent()) {
            return good.look().tiles();
        }
        boolean wasLine = now.look().tiles().contains("curve");
        boolean isLine = good.look().tiles().contains("curve");
        return wasLine == isLine ? now.look().tiles() : good.look().tiles();
    }
}
