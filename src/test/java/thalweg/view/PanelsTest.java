package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.math.Vec;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;

/** The panels at the left and right, turned as people turn them. */
class PanelsTest extends WithPanels {
    private static final String RATE = "run-0-learningRate";

    private List<Run> runs() {
        return bench.experimentNow().runs();
    }

    private double rate(int run) {
        return Optimizers.CATALOG.make(runs().get(run).optimizer()).learningRate();
    }

    private void type(String id, String text) {
        TextField field = bench.node(TextField.class, id);
        Fx.run(() -> {
            field.requestFocus();
            field.setText(text);
        });
        Fx.pulses(1);
        Fx.keys(KeyCode.ENTER);
    }

    private double lastLoss(int run) {
        return Fx.get(() -> {
            var path = bench.session.frame().get().tracks().get(run).trajectory();
            return path.loss(path.last());
        });
    }

    @Test
    void draggingARateMovesThePathAndIsOneUndoStep() {
        double before = lastLoss(0);
        Fx.drag(bench.node(RATE), 0.5, 0.5, 0.3, 0.5);
        assertTrue(rate(0) < 0.001, () -> "the rate is " + rate(0));
        assertNotEquals(before, lastLoss(0));
        assertEquals(Double.toString(rate(0)), Double.toString(Double.parseDouble(bench.node(TextField.class, RATE + "-field").getText())));
        Fx.run(bench.session::undo);
        assertEquals(0.001, rate(0));
        assertEquals(before, lastLoss(0));
        assertFalse(Fx.get(() -> bench.session.canUndo().get()));
    }

    @Test
    void inANarrowCardTheWordsOfTheOutcomeAreCutAndNotItsNumber() {
        Region outcome = Fx.get(() -> (Region) bench.node("run-0").lookup(".outcome"));
        String cut = Fx.get(() -> {
            outcome.resize(64, outcome.getHeight());
            outcome.layout();
            return outcome.lookupAll(".label").stream().map(Label.class::cast).filter(l -> l.getWidth() < l.prefWidth(-1)).map(Label::getText)
                    .collect(Collectors.joining(", "));
        });
        assertEquals("after 300", cut);
    }

    @Test
    void takingHoldOfTheThumbMovesNothing() {
        type(RATE + "-field", "0.00123456");
        KnobSlider slider = bench.node(KnobSlider.class, RATE);
        Node thumb = Fx.get(() -> slider.lookup(".thumb"));
        Fx.click(thumb, 0.2, 0.5);
        assertEquals(0.00123456, rate(0));
    }

    /** Also when it is held beside its middle, on the side away from the end. */
    @Test
    void theThumbReachesBothEnds() {
        for (double beside : new double[] {-4, 4}) {
            Fx.pulses(2);
            KnobSlider slider = bench.node(KnobSlider.class, RATE);
            double before = Fx.get(slider::value);
            double thumb = before == 0.001 ? 6 + (slider.getWidth() - 12) / 3 : 6;      // of six decades the second, or the left end
            mouse(MouseEvent.MOUSE_PRESSED, (thumb + beside) / slider.getWidth(), false);
            assertEquals(before, Fx.get(slider::value), "it is held beside its middle");
            mouse(MouseEvent.MOUSE_DRAGGED, beside < 0 ? -2 : 3, false);
            double end = Fx.get(slider::value);
            mouse(MouseEvent.MOUSE_RELEASED, beside < 0 ? -2 : 3, false);
            assertEquals(Fx.get(() -> slider.queryAccessibleAttribute(beside < 0 ? AccessibleAttribute.MIN_VALUE : AccessibleAttribute.MAX_VALUE)),
                    end);
        }
    }

    /** Three digits and an exponent, as a slider leaves them. */
    @Test
    void smallNumbersAreNotCutInTheirFields() {
        TextField field = bench.node(TextField.class, RATE + "-field");
        type(RATE + "-field", "1.72e-6");
        Fx.pulses(2);
        double room = Fx.get(() -> field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight());
        double text = Fx.get(() -> field.lookupAll(".text").stream().mapToDouble(n -> n.getLayoutBounds().getWidth()).max().orElseThrow());
        assertTrue(text > 30 && text <= room, () -> text + " px of text in " + room);
    }

    @Test
    void altDraggingChangesTheRateFromThePlayheadOn() {
        Fx.run(() -> bench.session.playback().go(5));
        Vec fifth = at(5);
        Vec tenth = at(10);
        withAlt(MouseEvent.MOUSE_PRESSED, 0.5);
        withAlt(MouseEvent.MOUSE_DRAGGED, 0.3);
        withAlt(MouseEvent.MOUSE_RELEASED, 0.3);
        assertEquals(0.001, rate(0));
        assertEquals("piecewise", runs().getFirst().schedule().id());
        assertEquals(fifth, at(5));
        assertNotEquals(tenth, at(10));
        assertEquals(0.001, Fx.get(() -> bench.node(KnobSlider.class, RATE).value()), "the slider shows the rate at the start again");
        String words = Schedules.CATALOG.choice("piecewise").label().toLowerCase(Locale.ROOT);
        assertTrue(Fx.get(() -> bench.node("run-0").lookupAll(".label").stream().anyMatch(n -> ((Label) n).getText().endsWith(words))));
    }

    /** While it plays, the playhead goes on and a key may be let go: neither makes breakpoints of its own. */
    @Test
    void oneAltDragMakesOneBreakpointAndOneUndoStep() {
        Fx.run(() -> bench.session.playback().go(5));
        withAlt(MouseEvent.MOUSE_PRESSED, 0.5);
        for (int i = 1; i <= 4; i++) {
            int step = 5 + i;
            Fx.run(() -> bench.session.playback().go(step));
            withAlt(MouseEvent.MOUSE_DRAGGED, 0.5 - 0.05 * i);
        }
        withAlt(MouseEvent.MOUSE_RELEASED, 0.3);
        String first = runs().getFirst().schedule().toString();
        assertTrue(first.contains("5:") && !first.contains("6:") && !first.contains("9:"), first);
        Fx.run(() -> bench.session.playback().go(20));
        withAlt(MouseEvent.MOUSE_PRESSED, 0.4);
        withAlt(MouseEvent.MOUSE_DRAGGED, 0.6);
        withAlt(MouseEvent.MOUSE_RELEASED, 0.6);
        String second = runs().getFirst().schedule().toString();
        assertTrue(second.contains("5:") && second.contains("20:"), second);
        Fx.run(bench.session::undo);
        assertEquals(first, runs().getFirst().schedule().toString());
        Fx.run(bench.session::undo);
        assertEquals("constant", runs().getFirst().schedule().toString());
        assertFalse(Fx.get(() -> bench.session.canUndo().get()));
    }

    /** The headless robot's pointer does not know of the keys that are down. */
    private void withAlt(EventType<MouseEvent> type, double across) {
        mouse(type, across, true);
    }

    private void mouse(EventType<MouseEvent> type, double across, boolean alt) {
        Region slider = bench.node(Region.class, RATE);
        Point2D at = Fx.get(() -> slider.localToScene(across * slider.getWidth(), 12));
        Fx.run(() -> slider.fireEvent(new MouseEvent(type, at.getX(), at.getY(), 0, 0, MouseButton.PRIMARY, 1, false, false, alt, false,
                true, false, false, true, false, false, null)));
    }

    private Vec at(int step) {
        return Fx.get(() -> bench.session.frame().get().tracks().getFirst().trajectory().theta(step));
    }

    @Test
    void arrowKeysMakeFineStepsAndHomeBelongsToThePlayhead() {
        Fx.run(() -> bench.session.playback().go(7));
        Fx.run(() -> bench.node(RATE).requestFocus());
        Fx.keys(KeyCode.RIGHT);
        double finer = rate(0);
        assertTrue(finer > 0.001 && finer < 0.0015, () -> "the rate is " + finer);
        Fx.keys(KeyCode.HOME);
        assertEquals(finer, rate(0));
        assertEquals(0, bench.step());
    }

    @Test
    void aDoubleClickBringsTheDefaultBack() {
        Node slider = bench.node(RATE);
        Fx.run(() -> {
            var at = slider.localToScreen(20, 12);
            Fx.robot().mouseMove(at.getX(), at.getY());
            Fx.robot().mouseClick(MouseButton.PRIMARY);
            Fx.robot().mouseClick(MouseButton.PRIMARY);
        });
        Fx.pulses(2);
        assertEquals(Optimizers.CATALOG.make(Spec.of("gradient-descent")).learningRate(), rate(0));
    }

    @Test
    void anExactRateIsTypedAndAWrongOneIsExplainedAndChangesNothing() {
        type(RATE + "-field", "0.00123456789");
        assertEquals(0.00123456789, rate(0));
        type(RATE + "-field", "fast");
        assertEquals(0.00123456789, rate(0));
        TextField field = bench.node(TextField.class, RATE + "-field");
        assertTrue(Fx.get(field::getStyleClass).contains("wrong"));
        assertTrue(Fx.get(() -> field.getTooltip().isShowing()), "what is wrong stands below the field at once");
        assertTrue(Fx.get(() -> field.getTooltip().getText()).contains("'fast'"));
        Fx.keys(KeyCode.ESCAPE);
        assertEquals("0.00123456789", Fx.get(field::getText));
        assertFalse(Fx.get(field::getStyleClass).contains("wrong"));
    }

    @Test
    void aFormulaIsPreviewedWhileTypedAndTakenOverWithEnter() {
        Fx.click(bench.node("new-formula"));
        TextField field = bench.node(TextField.class, "formula");
        assertTrue(Fx.get(field::isFocused), "the cursor stands in the formula");
        Fx.run(() -> field.setText("x^2 + sin(y"));
        Label problem = bench.node(Label.class, "landscape-problem");
        assertTrue(Fx.get(problem::isVisible));
        assertFalse(Fx.get(problem::getText).isBlank());
        assertFalse(bench.experimentNow().objective().toString().contains("sin"), "nothing is taken over before Enter");
        Fx.run(() -> field.setText("x^2 + sin(y)"));
        assertFalse(Fx.get(problem::isVisible));
        Fx.keys(KeyCode.ENTER);
        assertTrue(bench.experimentNow().objective().toString().contains("sin(y)"), () -> bench.experimentNow().objective().toString());
        assertEquals(1 + Math.sin(1), Fx.get(() -> bench.session.frame().get().scene().objective().value(new double[] {1, 1})), 1e-15);
    }

    @Test
    void aWrittenFormulaIsOfferedInTheGalleryUntilItIsTakenOut() {
        Fx.run(() -> bench.node(Button.class, "new-formula").fire());
        type("formula", "x^2 + 7*y^2");
        type("formula", "x^4 + y^2");
        assertEquals(List.of("x^4 + y^2", "x^2 + 7*y^2"), Fx.get(() -> bench.session.preferences().formulas().get()));
        Fx.run(() -> bench.node(Thumb.class, "formula-1").fire());
        assertEquals("x^2 + 7*y^2", Fx.get(() -> bench.node(TextField.class, "formula").getText()));
        Fx.run(() -> bench.node(Thumb.class, "formula-0").requestFocus());
        Fx.keys(KeyCode.DELETE);
        assertEquals(List.of("x^2 + 7*y^2"), Fx.get(() -> bench.session.preferences().formulas().get()));
        assertEquals("x^2 + 7*y^2", Fx.get(() -> bench.node(Thumb.class, "formula-0").offer().label()));
    }

    @Test
    void aFormulaInOneVariableIsShownAsACurve() {
        Fx.click(bench.node("new-formula"));
        type("formula", "x^4 - x");
        assertEquals(1, Fx.get(() -> bench.session.frame().get().scene().slice().dimension()));
        assertTrue(Fx.get(() -> bench.node(PlotView.class, "plot-0").shown().orElseThrow().kind().id()).equals("curve"));
    }

    @Test
    void aWrongFormulaIsExplainedBelowItAndTheLastGoodPictureStays() {
        Fx.click(bench.node("new-formula"));
        type("formula", "x^2 + ");
        assertTrue(bench.experimentNow().objective().toString().contains("3*y^2"));
        assertTrue(Fx.get(() -> bench.node(TextField.class, "formula").getTooltip().isShowing()));
    }

    @Test
    void whatCameOfARunIsNotWrittenAgainAtEveryStep() {
        List<Node> before = Fx.get(() -> List.copyOf(bench.node("run-1").lookup(".outcome").lookupAll(".label")));
        Fx.run(() -> bench.session.playback().go(9));
        assertEquals(before, Fx.get(() -> List.copyOf(bench.node("run-1").lookup(".outcome").lookupAll(".label"))));
        type("run-1-learningRate-field", "1e5");
        assertNotEquals(before, Fx.get(() -> List.copyOf(bench.node("run-1").lookup(".outcome").lookupAll(".label"))));
    }

    @Test
    void runsAreDuplicatedHiddenAndShownAgain() {
        Fx.click(bench.node("run-1"), 0.4, 0.1);
        assertEquals(1, bench.experimentNow().look().selected());
        Fx.click(bench.node("duplicate-run"));
        assertEquals(4, runs().size());
        assertEquals(runs().get(1).optimizer(), runs().get(2).optimizer());
        assertNotEquals(runs().get(1).style(), runs().get(2).style());
        Fx.click(bench.node("eye-2"));
        assertTrue(runs().get(2).hidden());
        Fx.click(bench.node("eye-2"));
        assertFalse(runs().get(2).hidden());
    }

    @Test
    void aRunIsDraggedToAnotherPlace() {
        Fx.drag(bench.node("run-0"), 0.06, 0.2, 0.06, 1.8);
        assertEquals(List.of("adam", "gradient-descent", "momentum"), runs().stream().map(r -> r.optimizer().id()).toList());
        assertEquals(1, bench.experimentNow().look().selected(), "it is still the one selected");
        Fx.drag(bench.node("run-0"), 0.06, 0.2, 0.06, 0.22);
        assertEquals("adam", runs().getFirst().optimizer().id(), "a click moves nothing");
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        Fx.keys(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("gradient-descent", runs().getFirst().optimizer().id());
    }

    @Test
    void stepsAndStopRulesAreTyped() {
        type("steps", "42");
        assertEquals(42, bench.experimentNow().stop().steps());
        assertEquals(42, Fx.get(() -> bench.session.frame().get().last()));
        type("stop-loss", "1");
        assertEquals(1, bench.experimentNow().stop().loss());
        type("stop-loss", "never");
        assertEquals(Double.NEGATIVE_INFINITY, bench.experimentNow().stop().loss());
        type("steps", "-3");
        assertEquals(42, bench.experimentNow().stop().steps());
        type("start-0", "0.5");
        assertEquals(Vec.of(0.5, 2), bench.experimentNow().start());
        type("seed", "7");
        assertEquals(7, bench.experimentNow().seed());
    }

    @Test
    void aLandscapeIsFoundByItsNameAndPicked() {
        TextField search = bench.node(TextField.class, "search");
        Fx.run(() -> search.setText("himmel"));
        Fx.pulses(2);
        Node himmelblau = bench.node("landscape-himmelblau");
        assertTrue(Fx.get(himmelblau::isVisible));
        Fx.click(himmelblau);
        assertEquals("himmelblau", bench.experimentNow().objective().orElseThrow().id());
        assertEquals(3, runs().size(), "runs that somebody chose stay");
        assertTrue(Fx.get(() -> bench.session.playback().playingProperty().get()));
    }

    @Test
    void whatIsFoldedInTheGalleryStaysSoAndIsShownWhenItIsSearched() {
        Fx.click(folding("Valleys"));
        assertFalse(Fx.get(() -> bench.node("landscape-rosenbrock").getParent().isVisible()));
        TextField search = bench.node(TextField.class, "search");
        Fx.run(() -> search.setText("rosen"));
        assertTrue(Fx.get(() -> bench.node("landscape-rosenbrock").getParent().isVisible()));
        Fx.run(search::clear);
        assertFalse(Fx.get(() -> bench.node("landscape-rosenbrock").getParent().isVisible()));
        bench.close();
        bench = Bench.withPanels(folder);
        assertFalse(Fx.get(() -> folding("Valleys").isSelected() || bench.node("landscape-rosenbrock").getParent().isVisible()));
        assertTrue(Fx.get(() -> folding("Many minima").isSelected() && bench.node("landscape-ackley").getParent().isVisible()));
    }

    private ToggleButton folding(String group) {
        return Fx.get(() -> bench.scene.getRoot().lookupAll(".group-head").stream().map(ToggleButton.class::cast)
                .filter(b -> group.equals(b.getAccessibleText())).findFirst().orElseThrow());
    }

    @Test
    void enterPicksTheFirstThatWasFoundAndEscapeForgetsTheSearch() {
        TextField search = bench.node(TextField.class, "search");
        Fx.run(() -> {
            search.requestFocus();
            search.setText("camel");
        });
        Fx.keys(KeyCode.ENTER);
        assertEquals("six-hump-camel", bench.experimentNow().objective().orElseThrow().id());
        assertFalse(Fx.get(search::isFocused), "the space bar would go on searching");
        Fx.run(search::requestFocus);
        Fx.keys(KeyCode.ESCAPE);
        assertEquals("", Fx.get(search::getText));
    }

    /** A row more makes the bar of the list appear while the hand is on a slider. */
    @Test
    void controlsStayWhereTheyAreWhenTheListOfRunsGetsABar() {
        Node slider = bench.node(RATE);
        double before = Fx.get(() -> slider.localToScene(slider.getLayoutBounds()).getMaxX());
        Fx.run(() -> bench.session.edit("many", e -> e.withRuns(Collections.nCopies(20, e.runs().getFirst()))));
        Fx.pulses(3);
        Node first = bench.node(RATE);
        Node bar = Fx.get(() -> bench.node("runs").lookup(".scroll-bar:vertical"));
        assertTrue(Fx.get(bar::isVisible), "there is no bar");
        assertEquals(before, Fx.get(() -> first.localToScene(first.getLayoutBounds()).getMaxX()));
    }

    @Test
    void aBreakpointOfTheRateIsMarkedOnTheTimeLine() {
        int before = marks();
        Fx.run(() -> bench.session.playback().go(5));
        withAlt(MouseEvent.MOUSE_PRESSED, 0.5);
        withAlt(MouseEvent.MOUSE_DRAGGED, 0.3);
        withAlt(MouseEvent.MOUSE_RELEASED, 0.3);
        assertEquals(before + 1, marks());
    }

    private int marks() {
        return Fx.get(() -> bench.node("timeline").lookupAll("Polygon").size());
    }

    /** With the minus of the pictures beside them. */
    @Test
    void fieldsWriteAndReadTheMinusOfPictures() {
        assertEquals("\u22121", Fx.get(() -> bench.node(TextField.class, "start-0").getText()));
        type("start-0", "\u22121.25");
        assertEquals(-1.25, bench.experimentNow().start().get(0));
        type("start-0", "-0.5");
        assertEquals("\u22120.5", Fx.get(() -> bench.node(TextField.class, "start-0").getText()));
    }

    @Test
    void maximiseAndNoiseReachThePaths() {
        double before = lastLoss(0);
        Fx.click(bench.node("maximise"));
        assertTrue(bench.experimentNow().maximise());
        assertNotEquals(before, lastLoss(0));
        Fx.run(bench.session::undo);
        type("noise-field", "0.5");
        assertEquals(0.5, bench.experimentNow().noise());
        assertNotEquals(before, lastLoss(0));
    }

    @Test
    void theDerivativesAreTypesetWhenAskedFor() {
        VBox lines = bench.node(VBox.class, "derivatives-lines");
        assertEquals(0, lines.getChildren().size());
        Fx.click(bench.node("derivatives"));
        assertEquals(5, Fx.get(() -> lines.getChildren().size()), "two of the gradient, three of the Hessian");
        assertTrue(Fx.get(() -> lines.getChildren().stream().allMatch(line -> line.isVisible() && line.prefHeight(-1) > 12)));
        Fx.run(() -> bench.session.edit("choose", e -> e.withObjective(Spec.parse("formula(\"abs(x) + y^2\")")).withLook(Look.DEFAULT)));
        Fx.pulses(2);
        assertEquals(6, Fx.get(() -> lines.getChildren().size()), "and a word about the kink");
        assertTrue(Fx.get(() -> ((Label) lines.getChildren().getLast()).getText()).contains("subgradient"));
    }
}
