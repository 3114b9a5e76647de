package thalweg.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Popup;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import thalweg.experiment.Camera;
import thalweg.experiment.Curving;
import thalweg.experiment.Experiments;
import thalweg.experiment.Look;
import thalweg.experiment.Surveys;
import thalweg.experiment.Validation;
import thalweg.paint.Stages;
import thalweg.paint.ViewKind;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The settings of a view's look, which open below its head: every view of the same kind follows. */
final class TileSettings {
    private static final List<String> MAPS = List.of("viridis", "magma", "cividis", "grey");
    private static final String REVERSED = "-reversed";
    private static final double MOST_LEVELS = 40;
    private static final double FIELD = 56;
    /** As far as sliders go; a file may ask for more. */
    private static final int MOST_PROBES = 200;
    private static final int MOST_PRODUCTS = 5000;

    private final Session session;
    private final GridPane grid = new GridPane();
    private final Popup popup = new Popup();
    private Consumer<Look> shown = _ -> { };
    private Subscription following = Subscription.EMPTY;

    TileSettings(Session session, ViewKind kind) {
        this.session = session;
        grid.getStyleClass().add("settings");
        switch (kind.id()) {
            case "contour" -> {
                colours();
                arrows();
                check(Wording.of("look.critical-points"), "criticalPoints", Look::criticalPoints, Look::withCriticalPoints);
                check(Wording.of("look.least-eigenvalue"), "leastEigenvalue", l -> l.curving().map(),
                        (l, on) -> l.withCurving(l.curving().withMap(on)));
            }
            case "surface" -> {
                colours();
                choice(Wording.of("look.height"), "height", Look.Scale.values(), Look::height, Look::withHeight);
                slider(Wording.of("look.exaggeration"), "exaggeration", 0.2, 3, false, "", Look::exaggeration, Look::withExaggeration);
                check(Wording.of("look.perspective"), "perspective", l -> l.camera().perspective(),
                        (l, on) -> l.withCamera(perspective(l.camera(), on)));
                check(Wording.of("look.critical-points"), "criticalPoints", Look::criticalPoints, Look::withCriticalPoints);
            }
            case "curve" -> {
                arrows();
                check(Wording.of("look.minima"), "criticalPoints", Look::criticalPoints, Look::withCriticalPoints);
            }
            case "fit" -> check(Wording.of("look.residuals"), "residuals", l -> l.focus().residuals(), (l, on) ->
                    l.withFocus(l.focus().withResiduals(on)));
            case "loss" -> {
                choice(Wording.of("look.measure"), "measure", Look.Measure.values(), Look::measure, Look::withMeasure);
                choice(Wording.of("look.axis"), "lossScale", Look.Scale.values(), Look::lossScale, Look::withLossScale);
            }
            case "network" -> {
                int samples = Math.max(1, Stages.samples(session.frame().get()));
                slider(Wording.of("look.sample"), "sample", 1, samples, true, "", l -> (double) Math.min(l.focus().sample(), samples),
                        (l, n) -> l.withFocus(l.focus().withSample((int) Math.round(n))));
                stages(kind, Wording.of("look.stage"), Wording.of("look.rest"));
            }
            case "update" -> stages(kind, Wording.of("look.stage"), Wording.of("look.all"));
            case "gradient-check" -> {
                logSlider(Wording.of("look.step-h"), "h", Validation.SMALLEST_H, Validation.LARGEST_H, l -> l.focus().h(),
                        (l, h) -> l.withFocus(l.focus().withH(h)));
                check(Wording.of("look.central"), "central", l -> l.focus().central(), (l, on) -> l.withFocus(l.focus().withCentral(on)));
                stages(kind, Wording.of("look.rows"), Wording.of("look.all"));
                Button lecture = new Button(Wording.of("look.lecture"));
                lecture.setOnAction(_ -> {
                    popup.hide();
                    session.show(Wording.of("edit.lecture-check"), Experiments.lectureGradient());
                });
                row("", "lecture", lecture);
            }
            case "spectrum" -> {
                count(Wording.of("look.top"), "top", 1, Validation.MOST_EIGENVALUES, Curving::top, Curving::withTop);
                logSlider(Wording.of("look.tolerance"), "tolerance", Validation.SMALLEST_TOLERANCE, Validation.LARGEST_TOLERANCE,
                        l -> l.curving().tolerance(),
                        (l, t) -> l.withCurving(l.curving().withTolerance(t)));
                count(Wording.of("look.products"), "iterations", 10, MOST_PRODUCTS, Curving::iterations, Curving::withIterations);
                count(Wording.of("look.trace"), "probes", 0, MOST_PROBES, Curving::probes, Curving::withProbes);
                count(Wording.of("look.density"), "densityProbes", 0, MOST_PROBES, Curving::densityProbes, Curving::withDensityProbes);
                count(Wording.of("look.density-steps"), "densitySteps", 2, MOST_PROBES, Curving::densitySteps, Curving::withDensitySteps);
            }
            case "sharpness" -> {
                count(Wording.of("look.stretches"), "stretches", 1, MOST_PROBES, Curving::stretches, Curving::withStretches);
                logSlider(Wording.of("look.tolerance"), "tolerance", Validation.SMALLEST_TOLERANCE, Validation.LARGEST_TOLERANCE,
                        l -> l.curving().tolerance(),
                        (l, t) -> l.withCurving(l.curving().withTolerance(t)));
            }
            case "sweep" -> best();
            case "rates" -> knob();
            default -> grid.add(new Label(Wording.of("look.none")), 0, 0);
        }
        popup.getContent().add(grid);
        following = following.and(session.experiment().subscribe(e -> shown.accept(e.look())));
        popup.setOnHidden(_ -> following.unsubscribe());
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /** Which knob of the run's rule is turned beside the learning rate. */
    private void knob() {
        ChoiceBox<String> box = new ChoiceBox<>();
        Map<String, String> names = new LinkedHashMap<>();
        Surveys.otherKnobs(session.experiment().get()).forEach(k -> names.put(k.label(), k.name()));
        box.getItems().setAll(names.keySet());
        shown = shown.andThen(_ -> Surveys.otherKnob(session.experiment().get()).ifPresent(k -> box.setValue(k.label())));
        box.setOnAction(_ -> edit(Wording.of("edit.second-knob"), l -> l.withFocus(l.focus().withKnob(names.getOrDefault(box.getValue(), "")))));
        row(Wording.of("look.second-knob"), "second-knob", box);
    }

    /** The sweep's answer for all runs at once, as soon as there is one. */
    private void best() {
        Button best = new Button(Wording.of("look.best-rates"));
        best.setOnAction(_ -> {
            popup.hide();
            Surveys.atBestRates(session.frame().get()).ifPresent(at -> session.edit(Wording.of("edit.best-rates"), e -> e.withRuns(at.runs())));
        });
        following = session.frame().subscribe(frame ->
                best.setDisable(Surveys.atBestRates(frame).filter(at -> !at.equals(frame.experiment())).isEmpty()));
        row("", "best-rates", best);
    }

    void showBelow(Node owner) {
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        popup.show(owner, at.getMaxX(), at.getMaxY() + 4);
        popup.setX(at.getMaxX() - popup.getWidth());
    }

    private void colours() {
        ChoiceBox<String> map = new ChoiceBox<>();
        map.getItems().setAll(MAPS);
        CheckBox reversed = new CheckBox(Wording.of("look.reversed"));
        reversed.setAccessibleText(Wording.of("look.reversed-name"));
        Runnable apply = () -> edit(Wording.of("edit.colours"), l -> l.withColormap(map.getValue() + (reversed.isSelected() ? REVERSED : "")));
        map.setOnAction(_ -> apply.run());
        reversed.setOnAction(_ -> apply.run());
        shown = shown.andThen(look -> {
            reversed.setSelected(look.colormap().endsWith(REVERSED));
            map.setValue(look.colormap().replace(REVERSED, ""));
        });
        row(Wording.of("look.colours"), "colormap", map);
        row("", "reversed", reversed);
        choice(Wording.of("look.scale"), "scale", Look.Scale.values(), Look::scale, Look::withScale);
        slider(Wording.of("look.lines"), "levels", 0, MOST_LEVELS, true, Wording.of("look.auto"), l -> (double) l.levels(),
                (l, n) -> l.withLevels((int) Math.round(n)));
    }

    private void arrows() {
        check(Wording.of("look.gradient-arrows"), "gradientArrows", Look::gradientArrows, Look::withGradientArrows);
        check(Wording.of("look.memory-arrows"), "memoryArrows", Look::memoryArrows, Look::withMemoryArrows);
        check(Wording.of("look.polar"), "polar", Look::polar, Look::withPolar);
    }

    /** A slider for a whole number of what is asked of the curvature. */
    private void count(String label, String id, int min, int max, ToIntFunction<Curving> get, BiFunction<Curving, Integer, Curving> set) {
        slider(label, id, min, max, true, "", l -> (double) get.applyAsInt(l.curving()),
                (l, n) -> l.withCurving(set.apply(l.curving(), (int) Math.round(n))));
    }

    /** A slider over the stages of a view, and buttons that go one on or back. */
    private void stages(ViewKind kind, String label, String rest) {
        int last = Math.max(1, Stages.last(kind.id(), session.frame().get()));
        slider(label, "stage", 0, last, true, rest, l -> (double) Math.min(Stages.at(kind.id(), l), last),
                (l, n) -> Stages.to(kind.id(), l, (int) Math.round(n)));
        HBox both = new HBox(8, stepper(kind, "previous-stage", Feather.CHEVRON_LEFT, Wording.of("look.previous"), -1),
                stepper(kind, "next-stage", Feather.CHEVRON_RIGHT, Wording.of("look.next"), 1));
        row("", both.getChildren().getLast(), both);
    }

    private Button stepper(ViewKind kind, String id, Feather icon, String name, int by) {
        return Icons.button(id, icon, name, () -> session.edit(Wording.of("edit.stage"),
                e -> e.withLook(Stages.step(kind.id(), session.frame().get(), e.look(), by))));
    }

    private static Camera perspective(Camera c, boolean on) {
        return new Camera(c.azimuth(), c.elevation(), c.zoom(), on, c.home());
    }

    private <E extends Enum<E>> void choice(String label, String id, E[] values, Function<Look, E> get, BiFunction<Look, E, Look> set) {
        ChoiceBox<E> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return words(value);
            }

            @Override
            public E fromString(String text) {
                throw new IllegalStateException("a choice is not typed");
            }
        });
        shown = shown.andThen(look -> box.setValue(get.apply(look)));
        box.setOnAction(_ -> edit(Wording.inside(label), l -> set.apply(l, box.getValue())));
        row(label, id, box);
    }

    private static String words(Object value) {
        return switch (value) {
            case Look.Scale.AUTO -> Wording.of("look.automatic");
            case Look.Scale.LINEAR -> Wording.of("look.linear");
            case Look.Scale.LOG -> Wording.of("look.logarithmic");
            case Look.Measure.LOSS -> Wording.of("look.cost");
            case Look.Measure.GAP -> Wording.of("look.gap");
            case Look.Measure.GRADIENT_NORM -> Wording.of("look.norm");
            case Look.Measure.ACCURACY -> Wording.of("look.accuracy");
            case null, default -> String.valueOf(value);
        };
    }

    private void check(String label, String id, Function<Look, Boolean> get, BiFunction<Look, Boolean, Look> set) {
        CheckBox box = new CheckBox(label);
        shown = shown.andThen(look -> box.setSelected(get.apply(look)));
        box.setOnAction(_ -> edit(Wording.inside(label), l -> set.apply(l, box.isSelected())));
        row("", id, box);
    }

    /** A slider with the exact number beside it; {@code low} is written for the least value. */
    private void slider(String label, String id, double min, double max, boolean whole, String low, Function<Look, Double> get,
            BiFunction<Look, Double, Look> set) {
        slider(label, id, min, max, false, whole, low, get, set);
    }

    private void logSlider(String label, String id, double min, double max, Function<Look, Double> get, BiFunction<Look, Double, Look> set) {
        slider(label, id, min, max, true, false, "", get, set);
    }

    private void slider(String label, String id, double min, double max, boolean log, boolean whole, String low, Function<Look, Double> get,
            BiFunction<Look, Double, Look> set) {
        String what = Wording.inside(label);
        EntryField field = new EntryField(id + "-field", label, text -> {
            double value = text.equals(low) ? min : whole ? Typed.whole(what, text, (long) min, (long) max) : Typed.number(what, text, min, max);
            edit(what, l -> set.apply(l, value));
        });
        KnobSlider slider = new KnobSlider(min, max, log, get.apply(Look.DEFAULT),
                (v, _) -> session.drag(what, e -> e.withLook(set.apply(e.look(), whole ? Math.rint(v) : log ? twoDigits(v) : v))), session::release);
        shown = shown.andThen(look -> {
            double value = get.apply(look);
            slider.show(value);
            field.show(value == min && !low.isEmpty() ? low : Typed.text(value));
        });
        field.getStyleClass().add("number");
        field.setPrefWidth(FIELD);
        slider.setId(id);
        slider.setAccessibleText(label);
        HBox both = new HBox(8, slider, field);
        both.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        row(label, slider, both);
    }

    /** What a pointer sets on a scale of many decades has two digits: more would only look exact. */
    private static double twoDigits(double value) {
        return value > 0 && Double.isFinite(value) ? new BigDecimal(value).round(new MathContext(2)).doubleValue() : value;
    }

    private void row(String label, String id, Control control) {
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(label);
        }
        row(label, control, control);
    }

    private void row(String label, Node control, Node whole) {
        Label name = new Label(label);
        name.setLabelFor(control);
        name.getStyleClass().add("muted");
        grid.addRow(grid.getRowCount(), name, whole);
    }

    private void edit(String what, UnaryOperator<Look> change) {
        session.edit(what, e -> e.withLook(change.apply(e.look())));
    }
}
