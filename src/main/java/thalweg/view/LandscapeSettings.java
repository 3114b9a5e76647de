package thalweg.view;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Scene;
import thalweg.math.Vec;
import thalweg.objective.Objectives;
import thalweg.paint.Ink;
import thalweg.paint.Typeset;
import thalweg.session.Problem;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The chosen landscape: its formula typeset, or to be typed; its knobs; where runs start, and how noisy the gradient is. */
final class LandscapeSettings extends VBox {
    private static final double FORMULA = 18;
    private static final double SMALLEST = 11;
    /** A formula too long to stand in one line of this size is broken into several. */
    private static final double BROKEN = 14;
    private static final double MOST_NOISE = 10;

    private final Session session;
    private final Drawing formula = new Drawing(1, 1, (_, _) -> { });
    private final StackPane formulaBox = new StackPane(formula);
    private final EntryField typed;
    private final Label problem = new Label();
    private final VBox knobs = new VBox();
    private final HBox start = new HBox(4);
    private final List<EntryField> starts = new ArrayList<>();
    private final KnobRow noise;
    private final CheckBox maximise = new CheckBox(Wording.of("landscape.maximise"));
    private final Derivatives derivatives = new Derivatives();
    private Optional<Scene> shown = Optional.empty();
    private String shownId = "";
    private String shownLatex = "";

    LandscapeSettings(Session session) {
        this.session = session;
        getStyleClass().add("form");
        typed = new EntryField("formula", Wording.of("landscape.formula"), this::type);
        typed.setPromptText("x^2 + sin(3y)");
        typed.textProperty().subscribe(this::preview);
        typed.focusedProperty().subscribe(focused -> {
            if (!focused && shown.isPresent()) {
                drawFormula(latex());
                say(objectiveProblem(), true);
            }
        });
        problem.getStyleClass().add("small");
        problem.setWrapText(true);
        problem.setId("landscape-problem");
        hideable(typed);
        hideable(problem);
        noise = new KnobRow(KnobInfo.number("noise", Wording.of("landscape.noise"), 0, 0, MOST_NOISE).within(0, Double.MAX_VALUE)
                .withHelp(Wording.of("landscape.noise.help")), "noise", new KnobRow.Turn() {
                    @Override
                    public void to(Value value, boolean dragging, boolean alt) {
                        double sigma = value.asNumber();
                        if (dragging) {
                            session.drag(Wording.of("edit.noise"), e -> e.withNoise(sigma));
                        } else {
                            session.edit(Wording.of("edit.noise"), e -> e.withNoise(sigma));
                        }
                    }

                    @Override
                    public void done() {
                        session.release();
                    }
                });
        maximise.setId("maximise");
        maximise.setOnAction(_ -> session.edit(Wording.of("edit.maximise"), e -> e.withMaximise(maximise.isSelected())));
        formulaBox.setMinHeight(44);
        formulaBox.setMaxWidth(Double.MAX_VALUE);
        HBox startRow = new HBox(8, muted(Wording.of("landscape.start")), start);
        startRow.setAlignment(Pos.CENTER_LEFT);
        startRow.getStyleClass().add("form-row");
        HBox.setHgrow(start, Priority.ALWAYS);
        getChildren().addAll(formulaBox, typed, problem, derivatives, knobs, startRow, noise, maximise);
        widthProperty().subscribe(_ -> drawFormula(shownLatex));
        session.experiment().subscribe(this::show);
        session.frame().subscribe(this::show);
        session.problem().subscribe(_ -> say(objectiveProblem(), true));
    }

    /** Puts the cursor into the formula, all of it selected. */
    void editFormula() {
        typed.requestFocus();
        typed.selectAll();
    }

    /** Shows what is being typed as it will be read, or what is still missing, before it is taken over. */
    private void preview(String text) {
        if (!typed.isFocused()) {
            return;
        }
        try {
            drawFormula(Objectives.CATALOG.make(formula(text.strip())).appearance().latex());
            say("", false);
        } catch (IllegalArgumentException e) {
            say(e.getMessage(), false);
        }
    }

    private String objectiveProblem() {
        return session.problem().get().filter(q -> List.of(Problem.OBJECTIVE, Problem.START).contains(q.where())).map(Problem::message).orElse("");
    }

    private void say(String text, boolean wrong) {
        problem.getStyleClass().removeAll("danger", "muted");
        problem.getStyleClass().add(wrong ? "danger" : "muted");
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
    }

    private String latex() {
        return shown.orElseThrow().objective().appearance().latex();
    }

    private static Spec formula(String text) {
        return Spec.of("formula").with("", new Value.Text(text));
    }

    private void show(Experiment e) {
        if (e.objective().isEmpty()) {
            return;
        }
        Spec objective = e.objective().get();
        boolean own = objective.id().equals("formula");
        typed.setVisible(own);
        if (own) {
            typed.show(Offer.formula(objective));
        }
        noise.show(new Value.Num(e.noise()));
        maximise.setSelected(e.maximise());
        if (objective.id().equals(shownId) && knobs.getChildren().getFirst() instanceof KnobPanel panel) {
            panel.show(objective);
        } else {
            shownId = objective.id();
            String written = own ? Objectives.CATALOG.choice(shownId).knobs().getFirst().name() : "";
            knobs.getChildren().setAll(new KnobPanel(Objectives.CATALOG, objective, "objective-",
                    k -> !k.advanced() && !k.name().equals(written), new KnobPanel.Turned() {
                        @Override
                        public void to(KnobInfo knob, Spec changed, boolean dragging, boolean alt) {
                            if (dragging) {
                                session.drag(Wording.of("edit.change", knob.label()), x -> x.withObjective(changed));
                            } else {
                                session.edit(Wording.of("edit.change", knob.label()), x -> x.withObjective(changed));
                            }
                        }

                        @Override
                        public void done() {
                            session.release();
                        }
                    }));
        }
    }

    private void show(Frame frame) {
        if (frame.scene().study().isPresent() || shown.filter(s -> s == frame.scene()).isPresent()) {
            return;                                               // not of a function, or only the playhead has moved
        }
        shown = Optional.of(frame.scene());
        drawFormula(latex());
        derivatives.show(frame.scene().objective());
        List<String> axes = frame.scene().objective().appearance().axes();
        Vec at = frame.scene().start();
        if (starts.size() != at.size()) {
            starts.clear();
            start.getChildren().clear();
            for (int i = 0; i < at.size(); i++) {
                int component = i;
                EntryField field = new EntryField("start-" + i, Wording.of("landscape.start-component", i + 1),
                        t -> setStart(component, Typed.number(Wording.of("typed.start"), t)));
                field.getStyleClass().add("number");
                field.setPrefWidth(60);
                HBox.setHgrow(field, Priority.ALWAYS);
                starts.add(field);
                start.getChildren().addAll(KnobRow.tightSymbol(i < axes.size() ? axes.get(i) : "\\theta_{" + (i + 1) + "}"), field);
            }
            start.setAlignment(Pos.CENTER_LEFT);
        }
        for (int i = 0; i < starts.size(); i++) {
            starts.get(i).show(Typed.text(Math.rint(at.get(i) * 1e6) / 1e6));
        }
    }

    private void setStart(int component, double value) {
        double[] at = session.frame().get().scene().start().toArray();
        at[component] = value;
        session.edit(Wording.of("edit.move-start"), e -> e.withStart(Vec.of(at)));
    }

    private void type(String text) {
        Spec spec = formula(text);
        Objectives.CATALOG.make(spec);                            // says what is wrong with it, at which column
        session.edit(Wording.of("edit.formula"), e -> e.withObjective(Objectives.CATALOG.canonical(spec)).withStart(Vec.of())
                .withLook(e.look().withWindow(List.of())));
        session.preferences().rememberFormula(text.strip());
    }

    private void drawFormula(String latex) {
        shownLatex = latex;
        double room = Math.max(40, getWidth() - 24);
        formulaBox.setVisible(!latex.isEmpty());
        formulaBox.setManaged(!latex.isEmpty());
        if (latex.isEmpty()) {
            return;
        }
        Typeset line = Typeset.of(latex);
        Typeset set = line.fit(FORMULA, room) >= BROKEN ? line : Typeset.within(latex, room / BROKEN);
        double size = Math.max(set.fit(set == line ? FORMULA : BROKEN, room), SMALLEST * 0.75);
        double height = Math.ceil(set.height(size) + set.depth(size)) + 4;
        formula.draw(Math.min(room, Math.ceil(set.width(size)) + 2), height,
                (Ink ink, Rectangle2D area) -> set.paintAround(ink, size, ink.theme().text(), area.getCenterX(), area.getCenterY(), 0.5));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static void hideable(Node node) {
        node.setVisible(false);
        node.managedProperty().bind(node.visibleProperty());
    }
}
