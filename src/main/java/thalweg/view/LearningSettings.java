package thalweg.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import thalweg.catalog.Catalog;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.catalog.Value;
import thalweg.data.DataSet;
import thalweg.data.DataSources;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Learning;
import thalweg.experiment.Study;
import thalweg.math.Vec;
import thalweg.network.Loss;
import thalweg.network.Models;
import thalweg.paint.Numbers;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;

/** What is learnt from, and what learns: the data with their knobs, the model with its knobs, and the cost. */
final class LearningSettings extends VBox {
    private final KnobInfo testKnob = KnobInfo.number("test", Wording.of("learning.test"), 0, 0, 0.9).within(0, 0.99)
            .withHelp(Wording.of("learning.test.help"));
    private final KnobInfo standardiseKnob = KnobInfo.toggle("standardise", Wording.of("learning.standardise"), false)
            .withHelp(Wording.of("learning.standardise.help"));
    private final KnobInfo limitKnob = KnobInfo.whole("limit", Wording.of("learning.limit"), 0, 0, 10_000).within(0, Integer.MAX_VALUE)
            .withHelp(Wording.of("learning.limit.help"));
    private final KnobInfo seedKnob = KnobInfo.whole("data-seed", Wording.of("learning.seed"), 1, 0, 100)
            .withHelp(Wording.of("learning.seed.help"));
    private final KnobInfo penaltyKnob = KnobInfo.number("l2", Wording.of("learning.penalty"), 0, 1e-3, 100).within(0, 1e12).logarithmic()
            .withHelp(Wording.of("learning.penalty.help"));

    private final Session session;
    private final Label problem = new Label();
    private final Label dataName = strong("");
    private final Label size = muted("");
    private final VBox dataKnobs = new VBox();
    private final VBox more = new VBox(4);
    private final ToggleButton open = new ToggleButton(Wording.of("learning.more"), Icons.icon(Feather.CHEVRON_RIGHT));
    private final KnobRow test = row(testKnob, v -> l -> l.withTest(v.asNumber()));
    private final KnobRow standardise = row(standardiseKnob, v -> l -> l.withStandardise(v.asSwitch()));
    private final KnobRow limit = row(limitKnob, v -> l -> l.withLimit((int) v.asNumber()));
    private final KnobRow seed = row(seedKnob, v -> l -> l.withDataSeed((long) v.asNumber()));
    private final VBox moreData = new VBox();
    private final Label parameters = muted("");
    private final ChoiceBox<String> model = new ChoiceBox<>();
    private final VBox modelKnobs = new VBox();
    private final VBox moreModel = new VBox();
    private final ChoiceBox<String> loss = new ChoiceBox<>();
    private final KnobRow penalty = row(penaltyKnob, v -> l -> l.withL2(v.asNumber() <= penaltyKnob.min() ? 0 : v.asNumber()));
    private final Formula hypothesis = new Formula("hypothesis");
    private final Formula cost = new Formula("cost");
    private final PointSettings point;
    private String shownData = "";
    private String shownModel = "";
    private Optional<Study> shown = Optional.empty();

    LearningSettings(Session session) {
        this.session = session;
        point = new PointSettings(session);
        parameters.setId("parameters");
        size.setId("data-size");
        problem.setId("learning-problem");
        problem.getStyleClass().addAll("small", "danger");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        open.setId("more-data");
        open.getStyleClass().add("panel-tab");
        open.selectedProperty().subscribe(on -> {
            open.setGraphic(Icons.icon(on ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
            open.setText(on ? Wording.of("learning.less") : Wording.of("learning.more"));
            more.setVisible(on);
        });
        more.managedProperty().bind(more.visibleProperty());
        more.getChildren().addAll(moreData, standardise, limit, seed, moreModel);
        choice(model, "model", Wording.of("learning.model"), Models.CATALOG.ids(), id -> Named.label(Models.CATALOG, id));
        choice(loss, "loss", Wording.of("learning.loss"), List.of(), LearningSettings::words);
        penalty.setId("penalty-row");
        VBox data = section(problem, heading(dataName, size), dataKnobs, test);
        VBox learner = section(heading(strong(Wording.of("learning.model")), parameters), wide(model), modelKnobs, hypothesis, point,
                row(Wording.of("learning.loss"), loss), penalty, cost, open, more);
        getChildren().addAll(data, learner);
        session.experiment().subscribe(this::show);
        session.frame().subscribe(this::show);
        session.problem().subscribe(p -> say(p.filter(q -> List.of(Problem.OBJECTIVE, Problem.START).contains(q.where())).map(Problem::message)
                .orElse("")));
    }

    private void say(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
    }

    private void show(Experiment e) {
        if (e.learning().isEmpty()) {
            return;
        }
        Learning l = e.learning().get();
        test.show(Value.of(l.test()));
        standardise.show(Value.of(l.standardise()));
        limit.show(Value.of(l.limit()));
        seed.show(Value.of(l.dataSeed()));
        penalty.show(Value.of(l.l2()));
        dataName.setText(Named.label(DataSources.CATALOG, l.data().id()));
        if (!shownData.equals(l.data().id()) || !shownModel.equals(l.model().id())) {
            shown = Optional.empty();                             // until they are known, no numbers rather than those of what was there before
            size.setText("");
            parameters.setText("");
        }
        if (shownData.equals(l.data().id())) {
            panels(dataKnobs, moreData).forEach(p -> p.show(l.data()));
        } else {
            shownData = l.data().id();
            fill(dataKnobs, moreData, DataSources.CATALOG, l.data(), "data-", this::turnData);
        }
        if (shownModel.equals(l.model().id())) {
            panels(modelKnobs, moreModel).forEach(p -> p.show(l.model()));
        } else {
            shownModel = l.model().id();
            fill(modelKnobs, moreModel, Models.CATALOG, l.model(), "model-", this::turnModel);
        }
        quietly(model, shownModel, this::chooseModel);
        showLoss(l);
    }

    private void show(Frame frame) {
        Optional<Study> study = frame.scene().study();
        if (study.isPresent() && frame.experiment().learning().isPresent() && shown.filter(s -> s == study.get()).isEmpty()) {
            shown = study;
            Study now = study.get();
            Learning l = frame.experiment().learning().get();
            DataSet training = now.split().training();
            int tests = now.split().test().map(DataSet::size).orElse(0);
            size.setText(Numbers.whole(training.size() + (long) tests) + " \u00d7 " + Numbers.whole(training.dimension()));
            int n = now.cost().dimension();
            parameters.setText(n == 1 ? Wording.of("learning.parameter") : Wording.of("learning.parameters", Numbers.whole(n)));
            hypothesis.show(Models.latex(l.model(), training.dimension()));
            cost.show("J = " + now.cost().appearance().latex());
            showLoss(l);
            YourData.remember(session.preferences(), l.data());
        }
    }

    /** Only those losses that fit the data; where a file must be read to know them, none can be chosen before. */
    private void showLoss(Learning l) {
        Optional<Boolean> classified = shown.map(study -> study.split().training().isClassified()).or(() -> classified(l.data()));
        loss.setDisable(classified.isEmpty());
        List<String> fitting = classified.map(classes -> Arrays.stream(Loss.values()).filter(k -> k == Loss.MEAN_SQUARED || classes).map(Loss::id)
                .toList()).orElse(List.of(l.loss()));
        loss.setOnAction(null);
        if (!loss.getItems().equals(fitting)) {
            loss.getItems().setAll(fitting);
        }
        try {
            String own = classified.map(classes -> Models.CATALOG.make(l.model()).loss(classes).id()).orElse("");
            quietly(loss, l.loss().isEmpty() ? own : l.loss(), id -> edit(Wording.of("edit.choose-loss"), x -> x.withLoss(id.equals(own) ? "" : id)));
        } catch (SpecException _) {
            // a model that cannot be made: said above
        }
    }

    private static Optional<Boolean> classified(Spec data) {
        try {
            return DataSources.CATALOG.make(data).isClassified();
        } catch (SpecException _) {
            return Optional.empty();                              // data that cannot be made: said above
        }
    }

    private void chooseModel(String id) {
        session.edit(Wording.of("edit.choose-model"), e -> anew(e, e.learning().orElseThrow().withModel(Spec.of(id)).withLoss("")));
    }

    /** Another model, or other data, have parameters of their own. */
    private static Experiment anew(Experiment e, Learning changed) {
        return SideBySide.followed(e, e.withSubject(changed).withStart(Vec.of()).withLook(e.look().withWindow(List.of())));
    }

    private void turnData(KnobInfo knob, Spec changed, boolean dragging) {
        DataSources.CATALOG.make(changed);                        // says what is wrong with it
        boolean same = knob.name().equals("samples") || knob.name().equals("noise");
        change(Wording.of("edit.change", knob.label()), dragging, e -> {
            Learning l = e.learning().orElseThrow().withData(changed);
            return same ? e.withSubject(l) : anew(e, l);
        });
    }

    private void turnModel(KnobInfo knob, Spec changed, boolean dragging) {
        Models.CATALOG.make(changed);
        change(Wording.of("edit.change", knob.label()), dragging, e -> anew(e, e.learning().orElseThrow().withModel(changed)));
    }

    private void edit(String what, UnaryOperator<Learning> change) {
        session.edit(what, e -> e.withSubject(change.apply(e.learning().orElseThrow())));
    }

    private void change(String what, boolean dragging, UnaryOperator<Experiment> change) {
        if (dragging) {
            session.drag(what, change);
        } else {
            session.edit(what, change);
        }
    }

    /** What a knob does that is no part of a catalog. */
    private interface Setting {
        UnaryOperator<Learning> to(Value value);
    }

    private KnobRow row(KnobInfo knob, Setting setting) {
        return KnobRow.worded(knob, knob.name(), new KnobRow.Turn() {
            @Override
            public void to(Value value, boolean dragging, boolean alt) {
                change(Wording.of("edit.change", knob.label()), dragging, e -> e.withSubject(setting.to(value).apply(e.learning().orElseThrow())));
            }

            @Override
            public void done() {
                session.release();
            }
        });
    }

    /** What a knob of a catalog does. */
    private interface Turn {
        void to(KnobInfo knob, Spec changed, boolean dragging);
    }

    /** Fills two places with the knobs of a spec: those seen at once, and those under "more". */
    private void fill(VBox plain, VBox advanced, Catalog<?> catalog, Spec spec, String prefix, Turn turn) {
        KnobPanel.Turned turned = new KnobPanel.Turned() {
            @Override
            public void to(KnobInfo knob, Spec changed, boolean dragging, boolean alt) {
                turn.to(knob, changed, dragging);
            }

            @Override
            public void done() {
                session.release();
            }
        };
        plain.getChildren().setAll(KnobPanel.worded(catalog, spec, prefix, k -> !k.advanced(), turned));
        advanced.getChildren().setAll(KnobPanel.worded(catalog, spec, prefix, KnobInfo::advanced, turned));
    }

    private static List<KnobPanel> panels(VBox... places) {
        return Arrays.stream(places).flatMap(p -> p.getChildren().stream()).map(KnobPanel.class::cast).toList();
    }

    /** Shows a value of a choice; tells nobody. */
    static void quietly(ChoiceBox<String> box, String value, Consumer<String> chosen) {
        box.setOnAction(null);
        box.setValue(value);
        box.setOnAction(_ -> chosen.accept(box.getValue()));
    }

    static void choice(ChoiceBox<String> box, String id, String name, List<String> ids, UnaryOperator<String> label) {
        box.setId(id);
        box.setAccessibleText(name);
        box.getItems().setAll(ids);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String chosen) {
                return chosen == null ? "" : label.apply(chosen);
            }

            @Override
            public String fromString(String text) {
                throw new IllegalStateException("a choice is not typed");
            }
        });
    }

    private static String words(String id) {
        if (id.isEmpty()) {
            return Wording.of("learning.loss-later");
        }
        return Wording.named("loss." + id, id.equals("cross-entropy") || id.equals("binary-cross-entropy") ? id : id.replace('-', ' '));
    }

    static HBox row(String name, Region control) {
        Label label = KnobRow.column(name);
        label.setLabelFor(control);
        HBox row = new HBox(8, label, control);
        HBox.setHgrow(control, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("knob-row");
        return row;
    }

    /** A choice whose words need the whole width. */
    private static HBox wide(Region control) {
        HBox row = new HBox(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("knob-row");
        return row;
    }

    private static HBox heading(Label title, Label right) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        right.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(6, title, gap, right);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("form-row");
        return box;
    }

    private static VBox section(Node... parts) {
        VBox box = new VBox(parts);
        box.getStyleClass().add("form");
        return box;
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
