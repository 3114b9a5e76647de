package thalweg.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.catalog.Catalog;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.experiment.Reach;
import thalweg.experiment.Scene;
import thalweg.experiment.Slicing;
import thalweg.math.Grid;
import thalweg.paint.Numbers;
import thalweg.paint.SoundnessPainter;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;
import thalweg.slice.DirectionKinds;
import thalweg.slice.Finding;
import thalweg.slice.Normalisation;
import thalweg.slice.Origins;
import thalweg.slice.Soundness;

/** Which slice of an objective of many parameters is looked at, and what the runs do in it and off it; hidden where all parameters are seen. */
final class SliceSettings extends VBox {
    /** In place of an id: what the program chooses for what is looked at. */
    private static final String AUTOMATIC = "automatic";

    /** In place of an id: no variants; and those that a file or a scene brought with it. */
    private static final String ALONE = "alone";
    private static final String OWN = "own";
    private static final double POINTS = 50;
    /** Id of the view that tells whether the picture can be believed. */
    private static final String CHECK = "soundness";

    private final Session session;
    private final ChoiceBox<String> plane = new ChoiceBox<>();
    private final ChoiceBox<String> origin = new ChoiceBox<>();
    private final ChoiceBox<String> scale = new ChoiceBox<>();
    private final ChoiceBox<String> beside = new ChoiceBox<>();
    private final VBox planeKnobs = new VBox();
    private final VBox originKnobs = new VBox();
    private final CheckBox biases = new CheckBox();
    private final EntryField layers;
    private final EntryField points;
    private final Label grid = new Label();
    private final Button reset;
    private final Label problem = new Label();
    private final VBox figures = new VBox();
    private final Button check = new Button();
    private final Label worst = new Label();
    private Optional<Spec> shownPlane = Optional.empty();
    private Optional<Spec> shownOrigin = Optional.empty();
    private Optional<Frame> measured = Optional.empty();

    SliceSettings(Session session) {
        this.session = session;
        getStyleClass().add("form");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        choices(plane, "slice-plane", Wording.of("slice.plane"), DirectionKinds.CATALOG.ids(), id -> Named.label(DirectionKinds.CATALOG, id));
        choices(origin, "slice-origin", Wording.of("slice.origin"), Origins.CATALOG.ids(), id -> Named.label(Origins.CATALOG, id));
        choices(scale, "slice-scale", Wording.of("slice.scale"), Arrays.stream(Normalisation.values()).map(n -> Value.of(n).asText()).toList(),
                SliceSettings::scaleName);
        LearningSettings.choice(beside, "slice-beside", Wording.of("beside.name"), List.of(ALONE), SliceSettings::besideName);
        biases.setId("slice-biases");
        biases.setAccessibleText(Wording.of("slice.biases-name"));
        biases.setOnAction(_ -> slice(Wording.of("edit.biases"), s -> s.withBiases(biases.isSelected())));
        layers = new EntryField("slice-layers", Wording.of("slice.layers-name"), t -> {
            List<Integer> numbers = numbers(t);
            slice(Wording.of("edit.layers"), s -> s.withLayers(numbers));
        });
        points = new EntryField("slice-points", Wording.of("slice.points-name"), t -> {
            int count = points(t);
            session.edit(Wording.of("edit.points"), e -> e.withSlicing(e.slicing().withPoints(count)));
        });
        points.getStyleClass().add("number");
        points.setPrefWidth(POINTS);
        points.setMinWidth(POINTS);
        problem.setId("slice-problem");
        problem.getStyleClass().addAll("small", "danger");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        grid.setId("slice-grid");
        grid.getStyleClass().add("small");
        grid.setMinWidth(USE_PREF_SIZE);
        reset = Icons.button("slice-reset", Feather.HOME, Wording.of("slice.reset"),
                () -> session.edit(Wording.of("edit.whole-range"), e -> e.withLook(e.look().withWindow(List.of()))));
        reset.getStyleClass().add("in-card");
        Label title = new Label(Wording.of("slice.title"));
        title.getStyleClass().add("strong");
        HBox head = new HBox(title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("form-row");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox gridRow = new HBox(8, KnobRow.column(Wording.of("slice.grid")), points, grid, gap, reset);
        gridRow.setAlignment(Pos.CENTER_LEFT);
        gridRow.getStyleClass().add("form-row");
        check.setId("slice-check");
        check.setAccessibleText(Wording.of("slice.check"));
        check.getStyleClass().addAll("small", "in-form");
        check.setMaxWidth(Double.MAX_VALUE);
        check.setWrapText(true);
        check.setOnAction(_ -> session.edit(Wording.of("edit.check"), e -> e.withLook(checked(e.look()))));
        words(worst, "slice-worst");
        getChildren().addAll(head, problem, LearningSettings.row(Wording.of("slice.plane"), plane), planeKnobs,
                LearningSettings.row(Wording.of("slice.from"), origin), originKnobs,
                LearningSettings.row(Wording.of("slice.scale"), scale), LearningSettings.row(Wording.of("slice.layers"), layers),
                        LearningSettings.row(Wording.of("slice.biases"), biases), gridRow, LearningSettings.row(Wording.of("beside.title"), beside),
                check, worst, figures);
        session.experiment().subscribe(this::show);
        session.frame().subscribe(this::show);
        session.problem().subscribe(p -> say(p.filter(q -> q.where().equals(Problem.SLICE)).map(Problem::message).orElse("")));
    }

    /** Small words over several lines, or none at all. */
    private static void words(Label label, String id) {
        label.setId(id);
        label.getStyleClass().add("small");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
    }

    private void say(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
    }

    private static void choices(ChoiceBox<String> box, String id, String name, List<String> ids, UnaryOperator<String> label) {
        List<String> all = new ArrayList<>(List.of(AUTOMATIC));
        all.addAll(ids);
        LearningSettings.choice(box, id, name, all, word -> word.equals(AUTOMATIC) ? Wording.of("slice.automatic") : label.apply(word));
    }

    static String scaleName(String word) {
        return switch (word) {
            case "none" -> Wording.of("slice.as-they-come");
            case "unit" -> Wording.of("slice.unit");
            default -> Wording.named("norms." + word, Wording.of("slice.norms", word));
        };
    }

    private void show(Experiment e) {
        Slicing s = e.slicing();
        LearningSettings.quietly(plane, s.directions().map(Spec::id).orElse(AUTOMATIC),
                id -> slice(Wording.of("edit.plane"), x -> x.withDirections(chosen(id))));
        LearningSettings.quietly(origin, s.origin().map(Spec::id).orElse(AUTOMATIC),
                id -> slice(Wording.of("edit.origin"), x -> x.withOrigin(chosen(id))));
        LearningSettings.quietly(scale, s.normalisation().map(n -> Value.of(n).asText()).orElse(AUTOMATIC), id -> slice(Wording.of("edit.scale"),
                x -> x.withNormalisation(Arrays.stream(Normalisation.values()).filter(n -> Value.of(n).asText().equals(id)).findFirst())));
        biases.setSelected(s.biases());
        layers.show(s.layers().isEmpty() ? Wording.of("slice.all") : s.layers().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        shownPlane = knobs(planeKnobs, DirectionKinds.CATALOG, shownPlane, s.directions(), "slice-plane-",
                (spec, x) -> x.withDirections(Optional.of(spec)));
        shownOrigin = knobs(originKnobs, Origins.CATALOG, shownOrigin, s.origin(), "slice-origin-", (spec, x) -> x.withOrigin(Optional.of(spec)));
        points.show(s.points() == 0 ? Wording.of("slice.auto") : Integer.toString(s.points()));
        reset.setDisable(e.look().window().isEmpty());
        showBeside(e);
    }

    private void showBeside(Experiment e) {
        String now = e.variants().isEmpty() ? ALONE : SideBySide.shown(e).map(SideBySide::id).orElse(OWN);
        List<String> ids = Stream.of(Stream.of(ALONE), SideBySide.of(e).stream().map(SideBySide::id), Stream.of(OWN).filter(now::equals))
                .flatMap(all -> all).toList();
        beside.setOnAction(null);
        if (!beside.getItems().equals(ids)) {
            beside.getItems().setAll(ids);
        }
        LearningSettings.quietly(beside, now, this::chooseBeside);
    }

    private void chooseBeside(String id) {
        if (id.equals(ALONE)) {
            Scenes.alone(session);
        } else if (!id.equals(OWN)) {
            session.edit(Wording.of("edit.side-by-side"), e -> e.withVariants(SideBySide.valueOf(id.toUpperCase(Locale.ROOT)).variants(e)));
        }
    }

    private static String besideName(String id) {
        return Wording.of("beside.way." + id);
    }

    private static Optional<Spec> chosen(String id) {
        return id.equals(AUTOMATIC) ? Optional.empty() : Optional.of(Spec.of(id));
    }

    /** What a turned knob makes of the slicing. */
    private interface Setting {
        Slicing of(Spec spec, Slicing before);
    }

    private Optional<Spec> knobs(VBox place, Catalog<?> catalog, Optional<Spec> before, Optional<Spec> now, String prefix, Setting setting) {
        if (now.isEmpty()) {
            place.getChildren().clear();
        } else if (before.map(Spec::id).equals(now.map(Spec::id)) && place.getChildren().getFirst() instanceof KnobPanel panel) {
            panel.show(now.get());
        } else {
            place.getChildren().setAll(KnobPanel.worded(catalog, now.get(), prefix, _ -> true, new KnobPanel.Turned() {
                @Override
                public void to(KnobInfo knob, Spec changed, boolean dragging, boolean alt) {
                    UnaryOperator<Experiment> change = e -> e.withSlicing(setting.of(changed, e.slicing())).withLook(e.look().withWindow(List.of()));
                    if (dragging) {
                        session.drag(Wording.of("edit.change", knob.label()), change);
                    } else {
                        session.edit(Wording.of("edit.change", knob.label()), change);
                    }
                }

                @Override
                public void done() {
                    session.release();
                }
            }));
        }
        place.setManaged(!place.getChildren().isEmpty());
        return now;
    }

    private void slice(String what, UnaryOperator<Slicing> change) {
        session.edit(what, e -> e.withSlicing(change.apply(e.slicing())).withLook(e.look().withWindow(List.of())));
    }

    /** "all", or numbers from 1 with commas between. */
    private static List<Integer> numbers(String text) {
        if (text.isBlank() || text.strip().equals(Wording.of("slice.all"))) {
            return List.of();
        }
        return Stream.of(text.split("[, ]+")).filter(t -> !t.isEmpty()).map(t -> (int) Typed.whole(Wording.of("typed.layers"), t, 1, 100)).toList();
    }

    /** "auto", or how many; 51 x 51 is understood too. */
    private static int points(String text) {
        String plain = text.strip().replaceAll("\\s*[x\u00d7].*$", "");
        return plain.isEmpty() || plain.equals("0") || Wording.of("slice.automatic").startsWith(plain) ? 0
                : (int) Typed.whole(Wording.of("typed.points"), plain, Slicing.FEWEST, Slicing.MOST);
    }

    /** Whether there is a choice of slices. */
    static boolean belongsTo(Frame frame) {
        return frame.scene().objective().dimension() > 2;
    }

    /** What came of it; measured once for a frame's runs and slice, not at every step of the playhead. */
    private void show(Frame frame) {
        Scene scene = frame.scene();
        boolean many = belongsTo(frame);
        setVisible(many);
        if (many) {
            say(frame.soundness());
        }
        if (!many || measured.filter(m -> m.scene() == scene && m.tracks().equals(frame.tracks())).isPresent()) {
            return;
        }
        measured = Optional.of(frame);
        Grid g = frame.grid();
        grid.setText(scene.slice().dimension() == 1 ? Wording.of("slice.points", Numbers.whole(g.nx())) : g.nx() + " \u00d7 " + g.ny());
        figures.getChildren().setAll(Reach.of(frame).stream().map(r -> figure(r.what(), r.isAngle() ? Numbers.fixed(r.value(), 0) + "\u00b0"
                : Numbers.of(r.value()))).toList());
    }

    /** How many findings are how bad, on the button that shows them all, and the worst in words, unless all is well. */
    private void say(Optional<Soundness> soundness) {
        check.setText(soundness.map(s -> Wording.of("slice.right", SoundnessPainter.summary(s))).orElse(Wording.of("slice.check")));
        Optional<Finding> told = soundness.filter(s -> s.level() != Finding.Level.FINE).map(s -> s.worstFirst().getFirst());
        worst.setText(told.map(Finding::words).orElse(""));
        worst.getStyleClass().remove("danger");
        if (told.filter(f -> f.level() == Finding.Level.WRONG).isPresent()) {
            worst.getStyleClass().add("danger");
        }
    }

    /** The look with the check in a tile: the last one, and beside it if there is but one. */
    static Look checked(Look look) {
        int shown = look.room();
        if (shown > 1 && look.shown().contains(CHECK)) {
            return look;
        }
        List<String> tiles = new ArrayList<>(Arrangement.filled(look.tiles(), Math.max(2, shown), Look.VIEWS));
        tiles.set(Math.max(2, shown) - 1, CHECK);
        return look.withTiles(tiles).withLayout(shown == 1 ? "1x2" : look.layout());
    }

    private static HBox figure(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        Label number = new Label(value);
        number.getStyleClass().addAll("figure", "small");
        number.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, label, number);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(22);
        return row;
    }
}
