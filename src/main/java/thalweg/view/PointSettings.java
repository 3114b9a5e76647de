package thalweg.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.experiment.Frame;
import thalweg.experiment.Scene;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.Appearance;
import thalweg.objective.CriticalPoint;
import thalweg.objective.Objective;
import thalweg.paint.Numbers;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The parameters of a model of one or two, as sliders: where runs start; with J there, the smallest J, and a way to its place. */
final class PointSettings extends VBox {
    private final Session session;
    private final List<KnobRow> rows = new ArrayList<>();
    private final VBox sliders = new VBox(4);
    private final Button best = new Button(Wording.of("point.least-squares"));
    private final VBox figures = new VBox();
    private Optional<Objective> shown = Optional.empty();
    private Optional<Scene> told = Optional.empty();

    PointSettings(Session session) {
        super(4);
        this.session = session;
        setId("point");
        best.setId("least-squares");
        best.setMaxWidth(Double.MAX_VALUE);
        best.managedProperty().bind(best.visibleProperty());
        best.setOnAction(_ -> minimum(session.frame().get().scene()).ifPresent(at -> session.edit(Wording.of("edit.least-squares"),
                e -> e.withStart(at.at()))));
        getChildren().addAll(sliders, best, figures);
        managedProperty().bind(visibleProperty());
        session.frame().subscribe(this::show);
    }

    private void show(Frame frame) {
        Scene scene = frame.scene();
        boolean few = scene.study().isPresent() && scene.objective().dimension() <= 2;
        setVisible(few);
        if (!few || told.filter(s -> s == scene).isPresent()) {
            return;
        }
        told = Optional.of(scene);
        if (shown.filter(f -> f == scene.objective()).isEmpty()) {
            shown = Optional.of(scene.objective());
            make(scene.objective().appearance());
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(Value.of(scene.start().get(i)));
        }
        Optional<CriticalPoint> minimum = minimum(scene);
        best.setVisible(minimum.isPresent());
        double here = frame.tracks().isEmpty() ? scene.objective().evaluator().value(scene.start().toArray())
                : frame.tracks().getFirst().trajectory().loss(0);
        figures.getChildren().setAll(figure(Wording.of("point.samples"), Numbers.whole(scene.study().orElseThrow().cost().samples()), "samples-now"),
                figure(Wording.of("point.cost"), Numbers.of(here), "cost-here"));
        minimum.ifPresent(at -> figures.getChildren().add(figure(Wording.of("point.least"), Numbers.of(at.value()), "cost-least")));
    }

    private static Optional<CriticalPoint> minimum(Scene scene) {
        return scene.criticalPoints().stream().filter(p -> p.kind() == CriticalPoint.Kind.MINIMUM).findFirst();
    }

    /** A slider for each parameter over the window; the intercept, which comes last, first. */
    private void make(Appearance appearance) {
        rows.clear();
        for (int i = 0; i < appearance.axes().size(); i++) {
            int component = i;
            Range range = appearance.window().get(i);
            KnobInfo knob = KnobInfo.number("theta", Wording.of("point.parameter", i + 1), range.at(0.5), range.min(),
                    range.max()).withSymbol(appearance.axes().get(i));
            rows.add(new KnobRow(knob, "theta-" + i, new KnobRow.Turn() {
                @Override
                public void to(Value value, boolean dragging, boolean alt) {
                    double[] at = session.frame().get().scene().start().toArray();
                    if (component < at.length) {
                        at[component] = value.asNumber();
                        if (dragging) {
                            session.drag(Wording.of("edit.move-start"), e -> e.withStart(Vec.of(at)));
                        } else {
                            session.edit(Wording.of("edit.move-start"), e -> e.withStart(Vec.of(at)));
                        }
                    }
                }

                @Override
                public void done() {
                    session.release();
                }
            }));
        }
        List<KnobRow> order = new ArrayList<>(rows);
        Collections.reverse(order);
        sliders.getChildren().setAll(order);
    }

    private static HBox figure(String name, String value, String id) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label number = new Label(value);
        number.setId(id);
        number.getStyleClass().add("figure");
        HBox row = new HBox(8, label, gap, number);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("form-row");
        return row;
    }
}
