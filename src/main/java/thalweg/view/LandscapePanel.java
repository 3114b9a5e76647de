package thalweg.view;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import thalweg.math.Vec;
import thalweg.session.Session;

/** The panel at the left: the landscapes to choose from, and the one chosen with its formula, knobs, start and noise. */
public final class LandscapePanel extends BorderPane {
    /** Where somebody begins who writes a formula: simple, with a valley. */
    private static final String FIRST_FORMULA = "x^2 + 3*y^2";

    private final Session session;
    private final Function<Spec, Experiment> example;
    private final LandscapeSettings settings;

    /**
     * The panel.
     *
     * @param example a good experiment on an objective, with runs, for when it is picked
     * @param later runs small tasks on the JavaFX thread when there is time
     */
    public LandscapePanel(Session session, Thumbnails thumbnails, Function<Spec, Experiment> example, Executor later) {
        this.session = session;
        this.example = example;
        settings = new LandscapeSettings(session);
        setId("landscape");
        Gallery gallery = new Gallery(thumbnails, id -> choose(Spec.of(id)), later);
        setTop(new VBox(head(), search(gallery)));
        setCenter(new SteadyScroll(gallery));
        setBottom(settings);
        session.experiment().subscribe(e -> gallery.mark(e.objective().map(Spec::id).orElse("")));
    }

    private HBox head() {
        Label title = new Label("Landscape");
        title.getStyleClass().add("strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button formula = Icons.button("new-formula", Feather.PLUS, "Write a formula of your own", this::writeFormula);
        HBox head = new HBox(6, title, gap, formula);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private void writeFormula() {
        if (session.experiment().get().objective().filter(spec -> spec.id().equals("formula")).isEmpty()) {
            choose(Spec.of("formula").with("", new Value.Text(FIRST_FORMULA)));
        }
        settings.editFormula();
    }

    private static StackPane search(Gallery gallery) {
        TextField field = new TextField();
        field.setId("search");
        field.setPromptText("Search");
        field.setAccessibleText("Search landscapes");
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

    /** Takes another objective: with its own good runs as long as nobody has changed those shown, or else with the runs that are there. */
    private void choose(Spec objective) {
        session.edit("choose landscape", e -> {
            Experiment good = example.apply(objective);
            boolean untouched = e.runs().isEmpty() || e.objective().filter(spec -> e.runs().equals(example.apply(Spec.of(spec.id())).runs())).isPresent();
            Experiment with = untouched ? good : e.withObjective(objective).withStart(Vec.of()).withMaximise(good.maximise());
            return with.withStop(untouched ? good.stop() : e.stop()).withSeed(e.seed())
                    .withLook(e.look().withWindow(List.of()).withCamera(good.look().camera()).withTiles(tiles(e, good)));
        });
        session.playback().go(0);
        session.playback().play();
    }

    /** The views on screen, unless they cannot show what was picked: a surface of one parameter, a curve of two. */
    private static List<String> tiles(Experiment now, Experiment good) {
        boolean wasLine = now.look().tiles().contains("curve");
        boolean isLine = good.look().tiles().contains("curve");
        return wasLine == isLine ? now.look().tiles() : good.look().tiles();
    }
}
