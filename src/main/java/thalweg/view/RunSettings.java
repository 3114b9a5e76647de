package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Run;
import thalweg.optimizer.Schedules;
import thalweg.session.Session;
import thalweg.session.Wording;

/** What all runs share: how many steps, when to stop, the seed; and the batch and schedule of the selected run, or of all. */
final class RunSettings extends VBox {
    private static final long MOST_STEPS = 1_000_000;
    private static final double FIELD = 104;

    /** What is asked for beside the limits where a run stops: of the gradient's norm, and of the cost. */
    static final List<String> STOPS = List.of("\\|\\nabla J\\| <", "J \\le");

    private final Session session;
    private final RunEdits edits;
    private final EntryField steps;
    private final EntryField norm;
    private final EntryField loss;
    private final EntryField seed;
    private final ChoiceBox<String> schedule = new ChoiceBox<>();
    private final Label whose = new Label();
    private final VBox knobs = new VBox();
    private final EntryField batch;
    private final Label whoseBatch = new Label();
    private final List<ToggleButton> sizes = new ArrayList<>();
    private final EntryField epochs;
    private final VBox learning;
    private final HBox epochRow;
    private final VBox stops;
    private String shownId = "";

    RunSettings(Session session, RunEdits edits) {
        this.session = session;
        this.edits = edits;
        getStyleClass().add("form");
        steps = new EntryField("steps", Wording.of("run-form.steps"), t -> stop(Wording.of("edit.steps"),
                s -> new StopRule((int) Typed.whole(Wording.of("typed.steps"), t, 0, MOST_STEPS), s.gradientNorm(), s.loss())));
        norm = new EntryField("stop-norm", Wording.of("run-form.norm"), t -> stop(Wording.of("edit.stop-rule"),
                s -> new StopRule(s.steps(), notNegative(t), s.loss())));
        loss = new EntryField("stop-loss", Wording.of("run-form.loss"), t -> stop(Wording.of("edit.stop-rule"),
                s -> new StopRule(s.steps(), s.gradientNorm(), isNever(t) ? Double.NEGATIVE_INFINITY : Typed.number(Wording.of("typed.loss"), t))));
        seed = new EntryField("seed", Wording.of("run-form.seed"), t -> {
            long value = Typed.whole(Wording.of("typed.seed"), t, -(1L << 53), 1L << 53);
            session.edit(Wording.of("edit.seed"), e -> e.withSeed(value));
        });
        batch = new EntryField("batch", Wording.of("run-form.batch-size"), t -> edits.batch(t.equals(Wording.of("run-form.all")) ? 0
                : (int) Typed.whole(Wording.of("typed.batch"), t, 0, Integer.MAX_VALUE)));
        epochs = new EntryField("epochs", Wording.of("run-form.epochs"), this::setEpochs);
        HBox segments = new HBox();
        segments.getStyleClass().addAll("segments", "wide");
        ToggleGroup group = new ToggleGroup();
        for (int size : RunEdits.BATCHES) {
            ToggleButton button = new ToggleButton(size == 0 ? Wording.of("run-form.all") : Integer.toString(size));
            button.setId("batch-" + (size == 0 ? "all" : Integer.toString(size)));
            button.setAccessibleText(size == 0 ? Wording.of("run-form.batch-of-all") : Wording.of("run-form.batch-of", size));
            button.setToggleGroup(group);
            button.setMinWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> {
                button.setSelected(true);
                edits.batch(size);
            });
            sizes.add(button);
        }
        sizes.getLast().getStyleClass().add("last");
        segments.getChildren().setAll(sizes);
        learning = new VBox(4, row(whoseBatch, batch), segments);
        epochRow = row(new Label(Wording.of("run-form.epochs")), epochs);
        for (Region part : List.of(learning, epochRow)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        Schedules.CATALOG.choices().forEach(c -> schedule.getItems().add(c.id()));
        schedule.setId("schedule");
        schedule.setAccessibleText(Wording.of("run-form.schedule-of"));
        schedule.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null ? "" : Named.label(Schedules.CATALOG, id);
            }

            @Override
            public String fromString(String text) {
                throw new IllegalStateException("a choice is not typed");
            }
        });
        knobs.getStyleClass().add("schedule-knobs");
        stops = new VBox(4, row(stopAt(STOPS.getFirst()), norm), row(stopAt(STOPS.getLast()), loss));
        stops.managedProperty().bind(stops.visibleProperty());
        getChildren().addAll(learning, row(new Label(Wording.of("run-form.steps")), steps), epochRow, row(whose, schedule), knobs,
                stops, row(new Label(Wording.of("run-form.seed")), seed));
        session.experiment().subscribe(this::show);
        session.frame().subscribe(_ -> showEpochs());
    }

    private void showBatch(Experiment e, Optional<Run> run, boolean all) {
        learning.setVisible(e.learning().isPresent());
        stops.setVisible(e.learning().isEmpty() || e.stop().gradientNorm() > 0 || Double.isFinite(e.stop().loss()));
        whoseBatch.setText(all ? Wording.of("run-form.batch-all") : Wording.of("run-form.batch"));
        int size = run.map(Run::batch).orElse(0);
        batch.show(size == 0 ? Wording.of("run-form.all") : Integer.toString(size));
        boolean one = !all || e.runs().stream().map(Run::batch).distinct().count() <= 1;
        for (int i = 0; i < sizes.size(); i++) {
            sizes.get(i).setSelected(one && RunEdits.BATCHES.get(i) == size);
        }
        showEpochs();
    }

    /** The run whose batch and schedule are shown: the selected one, or else the first. */
    private static Optional<Run> shown(Experiment e) {
        int selected = e.look().selected();
        return e.runs().stream().skip(selected >= 0 && selected < e.runs().size() ? selected : 0).findFirst();
    }

    /** How often all samples are seen: known once the data are. */
    private void showEpochs() {
        Experiment e = session.experiment().get();
        OptionalInt each = stepsOfAnEpoch(e);
        epochRow.setVisible(e.learning().isPresent() && each.isPresent());
        each.ifPresent(n -> epochs.show(Typed.text(Math.rint(100.0 * e.stop().steps() / n) / 100)));
    }

    private OptionalInt stepsOfAnEpoch(Experiment e) {
        int size = shown(e).map(Run::batch).orElse(0);
        return session.frame().get().scene().study().stream().mapToInt(s -> size == 0 ? 1 : Math.ceilDiv(s.cost().samples(), size)).findFirst();
    }

    private void setEpochs(String text) {
        Experiment now = session.experiment().get();
        stepsOfAnEpoch(now).ifPresent(n -> {
            double wanted = Typed.number(Wording.of("typed.epochs"), text, 0, (double) MOST_STEPS / n);
            stop(Wording.of("edit.epochs"), s -> new StopRule((int) Math.rint(wanted * n), s.gradientNorm(), s.loss()));
        });
    }

    private void show(Experiment e) {
        steps.show(Integer.toString(e.stop().steps()));
        norm.show(e.stop().gradientNorm() == 0 ? Wording.of("run-form.never") : Typed.text(e.stop().gradientNorm()));
        loss.show(Double.isInfinite(e.stop().loss()) ? Wording.of("run-form.never") : Typed.text(e.stop().loss()));
        seed.show(Long.toString(e.seed()));
        int selected = e.look().selected();
        boolean one = selected >= 0 && selected < e.runs().size();
        showBatch(e, shown(e), !one && e.runs().size() > 1);
        whose.setText(one || e.runs().size() < 2 ? Wording.of("run-form.schedule") : Wording.of("run-form.schedule-all"));
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
        Label words = new Label(Wording.of("run-form.stop"));
        words.getStyleClass().add("muted");
        words.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(8, words, KnobRow.tightSymbol(condition));
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static boolean isNever(String text) {
        return text.isEmpty() || text.equals(Wording.of("run-form.never"));
    }

    private static double notNegative(String text) {
        double value = isNever(text) ? 0 : Typed.number(Wording.of("typed.norm"), text);
        if (value < 0) {
            throw new IllegalArgumentException(Wording.of("typed.not-negative", Wording.of("typed.norm"), text));
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
