package thalweg.view;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Run;
import thalweg.experiment.Study;
import thalweg.experiment.Track;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.paint.Numbers;
import thalweg.paint.RunStyle;
import thalweg.session.Wording;

/** One run in the list: its key and name, its knobs, and what came of it. */
final class RunCard extends VBox {
    private final int index;
    private final RunEdits edits;
    private final Drawing key = new Drawing(RunStyle.KEY_WIDTH, RunStyle.KEY_HEIGHT, (_, _) -> { });
    private final Label name = new Label();
    private final Button eye;
    private final HBox outcome = new HBox(4);
    private final KnobPanel knobs;
    private Run shown;
    private Optional<Trajectory> saidOf = Optional.empty();
    private String said = "";
    private boolean eyeClosed;
    private boolean isSelected;

    RunCard(int index, Run run, RunEdits edits) {
        this.index = index;
        this.edits = edits;
        shown = run;
        getStyleClass().add("run-card");
        setId("run-" + index);
        eye = Icons.button("eye-" + index, Feather.EYE, Wording.of("card.hide-icon"), () -> edits.hide(index));
        eye.getStyleClass().add("in-card");
        Button more = Icons.button("more-" + index, Feather.MORE_HORIZONTAL, Wording.of("card.more"), () -> { });
        more.getStyleClass().add("in-card");
        more.setOnAction(_ -> RunMenu.of(index, edits).show(more, Side.BOTTOM, 0, 0));
        name.getStyleClass().add("strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(8, key, name, new HBox(more, eye));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("head");
        knobs = new KnobPanel(Optimizers.CATALOG, run.optimizer(), "run-" + index + "-", k -> !k.advanced() || edits.allKnobs(run),
                new KnobPanel.Turned() {
                    @Override
                    public void to(KnobInfo knob, Spec changed, boolean dragging, boolean alt) {
                        edits.turn(index, knob, changed, dragging, alt);
                    }

                    @Override
                    public void done() {
                        edits.release();
                    }
                });
        outcome.getStyleClass().add("outcome");
        outcome.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, knobs, outcome);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        setOnMousePressed(e -> {
            requestFocus();
            if (e.getButton() == MouseButton.PRIMARY) {
                edits.select(index);
            }
        });
        setOnContextMenuRequested(e -> RunMenu.of(index, edits).show(this, e.getScreenX(), e.getScreenY()));
        drawKey();
    }

    /** Shows a run of the same optimizer; {@code label} is its name in legends. */
    void show(Run run, String label, boolean selected) {
        boolean other = run.style() != shown.style() || !run.colour().equals(shown.colour());
        shown = run;
        if (other) {
            drawKey();
        }
        name.setText(label);
        knobs.show(run.optimizer());
        setAccessibleText(Wording.of("card.name", label));
        isSelected = selected;
        pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), selected);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("hidden-run"), run.hidden());
        if (eyeClosed != run.hidden()) {
            eyeClosed = run.hidden();
            eye.setGraphic(Icons.icon(eyeClosed ? Feather.EYE_OFF : Feather.EYE));
        }
        eye.setAccessibleText(run.hidden() ? Wording.of("card.show", label) : Wording.of("card.hide", label));
    }

    /** Shows what came of it, or what is wrong with it; asked at every step of the playhead, so what is said already stays. */
    void show(Optional<Track> track, Optional<String> problem) {
        Optional<Trajectory> of = problem.isPresent() ? Optional.empty() : track.map(Track::trajectory);
        String what = problem.orElse(shown.schedule().id());
        boolean news = problem.isPresent() || track.isPresent();
        if (news && !(what.equals(said) && of.orElse(null) == saidOf.orElse(null))) {
            said = what;
            saidOf = of;
            problem.ifPresentOrElse(this::danger, () -> result(of.orElseThrow()));
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED ? isSelected : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            edits.select(index);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void result(Trajectory path) {
        switch (path.outcome()) {
            case Outcome.Diverged(int step) -> danger(Wording.of("card.diverged", Numbers.whole(step)));
            case Outcome.Converged(int step, double _) -> said(path, Wording.of("card.converged", Numbers.whole(step)));
            case Outcome.Reached(int step, double _) -> said(path, Wording.of("card.reached", Numbers.whole(step)));
            case Outcome.OutOfSteps(int steps) -> said(path, Wording.of("card.out-of-steps", Numbers.whole(steps)));
            case Outcome.Cancelled(int step) -> said(path, Wording.of("card.cancelled", Numbers.whole(step)));
            case Outcome.Running(int step) -> said(path, Wording.of("card.running", Numbers.whole(step)));
        }
    }

    private void said(Trajectory path, String how) {
        Label value = new Label(Numbers.of(path.loss(path.last())));
        value.getStyleClass().addAll("figure", "small");
        outcome.getChildren().setAll(KnobRow.tightSymbol("J"), small("="), value);
        found(path);
        outcome.getChildren().forEach(n -> ((Region) n).setMinWidth(Region.USE_PREF_SIZE));    // in a narrow card words are cut, and not numbers
        outcome.getChildren().add(small(how));
        if (!shown.schedule().id().equals("constant")) {
            outcome.getChildren().add(small("\u00b7 " + Wording.inside(Named.label(Schedules.CATALOG, shown.schedule().id()))));
        }
    }

    /** "test 99 %," before the rest: the part of the test samples whose class is found, or else of the training samples. */
    private void found(Trajectory path) {
        boolean tested = path.gauges().contains(Study.TEST_ACCURACY);
        int gauge = path.gauges().indexOf(tested ? Study.TEST_ACCURACY : Study.ACCURACY);
        if (gauge >= 0) {
            Label part = new Label(Numbers.fixed(100 * path.gauge(gauge, path.last()), 0) + " %,");
            part.getStyleClass().addAll("figure", "small");
            outcome.getChildren().addAll(0, List.of(small(tested ? Wording.of("card.test") : Wording.of("card.found")), part));
        } else if (path.gauges().contains(Study.TEST_LOSS)) {
            Label value = new Label(Numbers.of(path.gauge(path.gauges().indexOf(Study.TEST_LOSS), path.last())) + ",");
            value.getStyleClass().addAll("figure", "small");
            outcome.getChildren().addAll(0, List.of(small(Wording.of("card.test")), value));
        }
    }

    private void danger(String text) {
        Label label = small(text);
        label.getStyleClass().setAll("label", "danger", "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        Node icon = Icons.icon(Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add("danger-icon");
        outcome.getChildren().setAll(icon, label);
        HBox.setHgrow(label, Priority.ALWAYS);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private void drawKey() {
        key.draw((ink, area) -> RunStyle.of(shown).paintKey(ink, 0, area.getCenterY()));
    }
}
