package thalweg.view;

import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.optimizer.Schedules;
import thalweg.session.Session;

/** What all runs share: how many steps, when to stop, the seed; and the schedule of the selected run, or of all. */
final class RunSettings extends VBox {
    private static final long MOST_STEPS = 1_000_000;
    private static final double FIELD = 104;

    private final Session session;
    private final RunEdits edits;
    private final EntryField steps;
    private final EntryField norm;
    private final EntryField loss;
    private final EntryField seed;
    private final ChoiceBox<String> schedule = new ChoiceBox<>();
    private final Label whose = new Label();
    private final VBox knobs = new VBox();
    private String shownId = "";

    RunSettings(Session session, RunEdits edits) {
        this.session = session;
        this.edits = edits;
        getStyleClass().add("form");
        steps = new EntryField("steps", "Steps", t -> stop("change steps",
                s -> new StopRule((int) Typed.whole("steps", t, 0, MOST_STEPS), s.gradientNorm(), s.loss())));
        norm = new EntryField("stop-norm", "Stop when the gradient is shorter than", t -> stop("change stop rule",
                s -> new StopRule(s.steps(), notNegative(t), s.loss())));
        loss = new EntryField("stop-loss", "Stop when the cost reaches", t -> stop("change stop rule",
                s -> new StopRule(s.steps(), s.gradientNorm(), t.isEmpty() || t.equals("never") ? Double.NEGATIVE_INFINITY : Typed.number("loss", t))));
        seed = new EntryField("seed", "Seed", t -> {
            long value = Typed.whole("seed", t, -(1L << 53), 1L << 53);
            session.edit("change seed", e -> e.withSeed(value));
        });
        Schedules.CATALOG.choices().forEach(c -> schedule.getItems().add(c.id()));
        schedule.setId("schedule");
        schedule.setAccessibleText("Schedule of the learning rate");
        schedule.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : Schedules.CATALOG.choice(id).label();
            }

            @Override
            public String fromString(String text) {
                throw new IllegalStateException("a choice is not typed");
            }
        });
        knobs.getStyleClass().add("schedule-knobs");
        getChildren().addAll(row(new Label("Steps"), steps), row(whose, schedule), knobs,
                row(stopAt("\\|\\nabla J\\| <"), norm), row(stopAt("J \\le"), loss), row(new Label("Seed"), seed));
        session.experiment().subscribe(this::show);
    }

    private void show(Experiment e) {
        steps.show(Integer.toString(e.stop().steps()));
        norm.show(e.stop().gradientNorm() == 0 ? "never" : Typed.text(e.stop().gradientNorm()));
        loss.show(Double.isInfinite(e.stop().loss()) ? "never" : Typed.text(e.stop().loss()));
        seed.show(Long.toString(e.seed()));
        int selected = e.look().selected();
        boolean one = selected >= 0 && selected < e.runs().size();
        whose.setText(one || e.runs().size() < 2 ? "Schedule" : "Schedule (all)");
        Spec now = one ? e.runs().get(selected).schedule() : e.runs().isEmpty() ? Spec.of("constant") : e.runs().getFirst().schedule();
        schedule.setOnAction(null);
        schedule.setValue(now.id());
        schedule.setOnAction(_ -> edits.schedule(Spec.of(schedule.getValue()), false));
        if (now.id().equals(shownId) && knobs.getChildren().getFirst() instanceof KnobPanel panel) {
            panel.show(now);
        } else {
            shownId = now.id();
            knobs.getChildren().setAll(new KnobPanel(Schedules.CATALOG, now, "schedule-", _ -> true, new KnobPanel.Turned() {
                @Override
                public void to(KnobInfo knob, Spec changed, boolean dragging, boolean alt) {
                    edits.schedule(changed, dragging);
                }

                @Override
                public void done() {
                    edits.release();
                }
            }));
        }
    }

    private static HBox stopAt(String condition) {
        Label words = new Label("Stop at");
        words.getStyleClass().add("muted");
        words.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(8, words, KnobRow.tightSymbol(condition));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static double notNegative(String text) {
        double value = text.isEmpty() || text.equals("never") ? 0 : Typed.number("gradient norm", text);
        if (value < 0) {
            throw new IllegalArgumentException("gradient norm must be a finite number >= 0, but was " + text);
        }
        return value;
    }

    private void stop(String what, UnaryOperator<StopRule> change) {
        StopRule changed = change.apply(session.experiment().get().stop());
        session.edit(what, e -> e.withStop(changed));
    }

    private static HBox row(Node name, Control control) {
        if (name instanceof Label label) {
            label.getStyleClass().add("muted");
            label.setLabelFor(control);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        control.setPrefWidth(FIELD);
        control.setMaxWidth(FIELD);
        if (control instanceof EntryField) {
            control.getStyleClass().add("number");
        }
        HBox row = new HBox(8, name, gap, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("form-row");
        return row;
    }
}
