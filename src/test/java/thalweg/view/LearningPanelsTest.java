package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.DataSources;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.Run;
import thalweg.experiment.Variant;
import thalweg.math.Vec;
import thalweg.network.Activation;
import thalweg.paint.ViewKind;
import thalweg.paint.Views;
import thalweg.session.Problem;

/** The panels at the left and right when something is learnt, turned as people turn them. */
class LearningPanelsTest extends WithPanels {
    /** Picks data in the gallery, with few steps afterwards, so that everything else is done at once. */
    private void pick(String id) {
        Fx.click(bench.node("show-data"));
        ButtonBase thumb = bench.node(ButtonBase.class, "data-" + id);
        Fx.run(thumb::fire);
        Fx.run(() -> bench.session.playback().pause());
        Fx.pulses(4);                                                        // until the lower part is as high as what it holds
    }

    private Learning learning() {
        return bench.experimentNow().learning().orElseThrow();
    }

    private List<Run> runs() {
        return bench.experimentNow().runs();
    }

    private String text(String id) {
        return Fx.get(() -> bench.node(Label.class, id).getText());
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

    private <T> void choose(String id, T value) {
        @SuppressWarnings("unchecked")
        ChoiceBox<T> box = bench.node(ChoiceBox.class, id);
        Fx.run(() -> box.setValue(value));
    }

    private void release() {
        Fx.run(bench.session::release);
    }

    @Test
    void dataArePickedBesideFunctionsAndUndoLeadsBackToTheFunction() {
        pick("blobs");
        assertEquals(Experiments.firstOn(Spec.of("blobs")).learning(), bench.experimentNow().learning());
        assertTrue(Fx.get(() -> bench.node("learning").isVisible()));
        assertEquals("9 parameters", text("parameters"));
        String title = Fx.get(bench.stage::getTitle);
        assertTrue(title.startsWith("Blobs, softmax classifier 2-3, 2 optimizers"), title);
        Fx.run(bench.session::undo);
        assertEquals("rosenbrock", bench.experimentNow().objective().orElseThrow().id());
        assertFalse(Fx.get(() -> bench.node("learning").isVisible()));
        assertTrue(Fx.get(() -> bench.node(ToggleButton.class, "show-functions").isSelected()));
        assertTrue(Fx.get(bench.stage::getTitle).startsWith("Rosenbrock, 3 optimizers"));
    }

    @Test
    void everyMadeDataSetIsOfferedAndItsFirstExperimentHasATitle() {
        Fx.click(bench.node("show-data"));
        List<String> made = DataSources.CATALOG.ids().stream().filter(id -> !List.of("csv", "idx", "cifar10").contains(id)).toList();
        assertEquals(12, made.size());
        for (String id : made) {
            assertTrue(Fx.get(() -> bench.node("data-" + id).isVisible()), id);
        }
    }

    @Test
    void aFunctionPickedAfterDataBringsItsOwnRuns() {
        pick("blobs");
        Fx.click(bench.node("show-functions"));
        ButtonBase himmelblau = bench.node(ButtonBase.class, "landscape-himmelblau");
        Fx.run(himmelblau::fire);
        assertEquals(Experiments.first(Spec.of("himmelblau")).runs(), runs());
    }

    @Test
    void draggingTheNoiseMovesTheSamplesAndIsOneUndoStep() {
        pick("blobs");
        double before = Fx.get(() -> bench.session.frame().get().scene().study().orElseThrow().split().training().feature(0, 0));
        Fx.run(() -> bench.node("data-noise").requestFocus());
        Fx.drag(bench.node("data-noise"), 0.4, 0.5, 0.8, 0.5);
        assertNotEquals(Spec.of("blobs"), learning().data());
        double after = Fx.get(() -> bench.session.frame().get().scene().study().orElseThrow().split().training().feature(0, 0));
        assertNotEquals(before, after);
        Fx.run(bench.session::undo);
        assertEquals(Spec.of("blobs"), learning().data());
    }

    @Test
    void hiddenLayersAreTypedAndAWrongTextIsExplainedBesideTheField() {
        pick("blobs");
        type("steps", "5");
        choose("model", "mlp");
        assertEquals("mlp", learning().model().id());
        type("model-hidden", "3-4");
        assertEquals(Spec.parse("mlp(hidden=\"3-4\")").arguments().get("hidden").asText(), learning().model().arguments().get("hidden").asText());
        assertEquals("40 parameters", text("parameters"));                   // 2*3+3 + 3*4+4 + 4*3+3
        type("model-hidden", "3-x");
        TextField field = bench.node(TextField.class, "model-hidden");
        assertTrue(Fx.get(() -> field.getTooltip().getText()).contains("such as 16-16"), () -> Fx.get(() -> field.getTooltip().getText()));
        assertEquals("40 parameters", text("parameters"));
    }

    /** A field for each of 30,730 parameters would keep the window from showing anything. */
    @Test
    void theWindowHoldsNoMoreControlsForManyParametersThanForFew() {
        pick("blobs");
        type("steps", "2");
        int few = Fx.get(() -> bench.stage.getScene().getRoot().lookupAll("*").size());
        Fx.run(() -> bench.session.edit("images", e -> e.withSubject(learning().withData(Spec.parse("color-images(samples=20)")))));
        assertEquals("30\u2009730 parameters", text("parameters"));
        int many = Fx.get(() -> bench.stage.getScene().getRoot().lookupAll("*").size());
        assertTrue(many < few + 100, few + " nodes before, " + many + " now");
    }

    @Test
    void onlyLossesThatFitTheDataAreOffered() {
        pick("line");
        assertEquals(List.of("mean-squared"), Fx.get(() -> bench.node(ChoiceBox.class, "loss").getItems()));
        pick("blobs");
        assertEquals(4, Fx.get(() -> bench.node(ChoiceBox.class, "loss").getItems().size()));
        choose("loss", "hinge");
        assertEquals("hinge", learning().loss());
        choose("loss", "cross-entropy");
        assertEquals("", learning().loss(), "the model's own loss is written as none");
    }

    /** Read from the data that are there or from what they are; of a table only when it was read. */
    @Test
    void lossesAreOfferedBeforeTheDataAreThere() throws IOException {
        Path moved = folder.resolve("moved.thalweg.json");
        ExperimentJson.write(Experiments.firstOn(Spec.parse("csv(path=\"/no/such.csv\", kind=classes)")), moved);
        Fx.run(() -> bench.session.open(moved));
        ChoiceBox<?> loss = bench.node(ChoiceBox.class, "loss");
        assertEquals(4, Fx.get(() -> loss.getItems().size()));
        assertFalse(Fx.get(loss::isDisabled));
        ExperimentJson.write(Experiments.firstOn(Spec.parse("csv(path=\"/no/such.csv\")")), moved);
        Fx.run(() -> bench.session.open(moved));
        assertTrue(Fx.get(loss::isDisabled));
    }

    /** Nothing of the last place is played, stepped through or counted while another is awaited. */
    @Test
    void theTransportRestsAndSaysWhyWhileThereIsNothingToPlay() throws IOException {
        Path moved = folder.resolve("moved.thalweg.json");
        ExperimentJson.write(Experiments.firstOn(Spec.parse("csv(path=\"/no/such.csv\")")), moved);
        Label awaited = bench.node(Label.class, "awaited");
        Experiment before = bench.experimentNow();
        assertFalse(Fx.get(awaited::isVisible));
        Fx.run(() -> bench.session.open(moved));
        Fx.until("said in place of the time line", awaited::isVisible);
        assertTrue(Fx.get(() -> awaited.getText().contains("there is no such file")), () -> Fx.get(awaited::getText));
        for (String id : List.of("first", "back", "play", "forward", "to-last", "step")) {
            assertTrue(Fx.get(() -> bench.node(id).isDisabled()), id);
        }
        for (String id : List.of("timeline", "last", "step")) {
            assertFalse(Fx.get(() -> bench.node(id).isVisible()), id);
        }
        Fx.run(() -> bench.session.edit("back", _ -> before));
        assertTrue(Fx.get(() -> !awaited.isVisible() && bench.node("timeline").isVisible() && !bench.node("play").isDisabled()));
    }

    @Test
    void thePenaltyIsNothingAtTheLeftEnd() {
        pick("blobs");
        type("l2-field", "0.5");
        assertEquals(0.5, learning().l2());
        Fx.run(() -> bench.node("l2").requestFocus());
        for (int i = 0; i < 7; i++) {                                        // 0.5 stands at 54 % of five decades
            Fx.keys(KeyCode.SHIFT, KeyCode.LEFT);
        }
        assertEquals(0, learning().l2());
    }

    @Test
    void aModelThatDoesNotFitTheDataIsExplainedAndTheLastPictureStays() {
        pick("line");
        var shown = Fx.get(() -> bench.session.frame().get().scene().study().orElseThrow());
        choose("model", "logistic");
        Label problem = bench.node(Label.class, "learning-problem");
        assertTrue(Fx.get(problem::isVisible));
        assertTrue(Fx.get(problem::getText).contains("needs classes"), () -> Fx.get(problem::getText));
        assertEquals(shown, Fx.get(() -> bench.session.frame().get().scene().study().orElseThrow()));
        choose("model", "linear");
        assertFalse(Fx.get(problem::isVisible));
    }

    @Test
    void batchButtonsSetTheSelectedRunOrAllAndNamesTellThemApart() {
        pick("blobs");
        Fx.run(() -> bench.session.edit("select", e -> e.withLook(e.look().withSelected(-1))));
        ButtonBase of32 = bench.node(ButtonBase.class, "batch-32");
        Fx.run(of32::fire);
        assertEquals(List.of(32, 32), runs().stream().map(Run::batch).toList());
        Fx.run(() -> bench.session.edit("select", e -> e.withLook(e.look().withSelected(1))));
        ButtonBase all = bench.node(ButtonBase.class, "batch-all");
        Fx.run(all::fire);
        assertEquals(List.of(32, 0), runs().stream().map(Run::batch).toList());
        type("batch", "20");
        assertEquals(20, runs().get(1).batch());
        assertFalse(Fx.get(() -> bench.node(ToggleButton.class, "batch-all").isSelected()));
        Run one = Run.of(Spec.of("adam"), 0);
        assertEquals(List.of("Adam, all samples", "Adam, batch 32", "Adam, batch 1"),
                Frames.names(List.of(one, one.withBatch(32), one.withBatch(1))));
    }

    @Test
    void epochsAreStepsOverTheBatchesOfAllSamples() {
        pick("blobs");                                                       // 300 samples, 30 % for the test
        Fx.run(() -> bench.session.edit("select", e -> e.withLook(e.look().withSelected(0))));
        type("batch", "21");
        type("epochs", "3");
        assertEquals(30, bench.experimentNow().stop().steps());
        type("steps", "45");
        assertEquals("4.5", Fx.get(() -> bench.node(TextField.class, "epochs").getText()));
    }

    /** A training may take long, and until then the panel would tell the numbers of other data beside the new name. */
    @Test
    void theNumbersOfOtherDataGoBeforeTheNewOnesAreKnown() {
        pick("blobs");
        Label parameters = bench.node(Label.class, "parameters");
        String before = Fx.get(parameters::getText);
        List<String> said = new ArrayList<>();
        Fx.run(() -> parameters.textProperty().addListener((_, _, text) -> said.add(text)));
        pick("houses");
        assertEquals("", said.getFirst());
        assertNotEquals(before, said.getLast());
        Fx.run(bench.session::undo);
        assertEquals(before, Fx.get(parameters::getText));
    }

    @Test
    void theCardSaysWhatTheTestSaysOfARun() {
        pick("blobs");
        Region card = bench.node(Region.class, "run-0");
        String said = Fx.get(() -> String.join(" ", card.lookup(".outcome").lookupAll(".label").stream().map(n -> ((Label) n).getText()).toList()));
        assertTrue(said.matches("test \\d+ %, = .* after 200"), said);
    }

    @Test
    void theSliceIsChosenWithItsKnobsAndErrorsStandBesideIt() {
        assertFalse(Fx.get(() -> bench.node("slice").isVisible()), "a function of two parameters is seen whole");
        pick("blobs");
        assertTrue(Fx.get(() -> bench.node("slice").isVisible()));
        choose("slice-plane", "axes");
        assertEquals("axes", bench.experimentNow().slicing().directions().orElseThrow().id());
        type("slice-plane-second-field", "77");
        Label problem = bench.node(Label.class, "slice-problem");
        assertTrue(Fx.get(problem::isVisible));
        assertTrue(Fx.get(problem::getText).contains("there are 9 parameters"), () -> Fx.get(problem::getText));
        type("slice-plane-second-field", "3");
        assertFalse(Fx.get(problem::isVisible));
        choose("slice-plane", "automatic");
        assertEquals(Optional.empty(), bench.experimentNow().slicing().directions());
        type("slice-points", "11");
        assertEquals("11 \u00d7 11", text("slice-grid"));
        type("slice-points", "3");
        assertEquals(11, bench.experimentNow().slicing().points());
        type("slice-points", "auto");
        assertEquals(0, bench.experimentNow().slicing().points());
        type("slice-layers", "2");
        assertTrue(Fx.get(problem::getText).contains("there is no layer 2"), () -> Fx.get(problem::getText));
    }

    /** One choice makes the variants, the model's knobs carry them along, and undo takes them away. */
    @Test
    void experimentsAreSetSideBySideByOneChoice() {
        pick("moons");
        type("slice-points", "11");
        type("steps", "5");
        choose("model", "mlp");
        @SuppressWarnings("unchecked")
        ChoiceBox<String> beside = bench.node(ChoiceBox.class, "slice-beside");
        assertEquals(List.of("alone", "skip", "activations", "batches", "samples", "scales"), Fx.get(() -> List.copyOf(beside.getItems())));
        choose("slice-beside", "skip");
        assertEquals(List.of("without skip connections", "with skip connections"),
                bench.experimentNow().variants().stream().map(Variant::name).toList());
        assertEquals(2, bench.session.frame().get().variants().size());
        assertTrue(ExperimentJson.write(bench.experimentNow()).contains("skip=true"), "saved with the experiment");
        type("model-hidden", "4-4");
        assertTrue(bench.experimentNow().variants().stream().allMatch(v -> v.model().orElseThrow().toString().contains("hidden=\"4-4\"")),
                bench.experimentNow().variants().toString());
        assertEquals("skip", Fx.get(beside::getValue));
        type("model-hidden", "4-5");
        assertEquals(List.of(), bench.experimentNow().variants(), "nothing is skipped where no two layers are as wide");
        Fx.run(bench.session::undo);
        assertEquals(2, bench.experimentNow().variants().size());
        choose("slice-beside", "batches");
        assertEquals(List.of("all samples a step", "32 samples a step", "1 sample a step"),
                bench.experimentNow().variants().stream().map(Variant::name).toList());
        Fx.run(() -> bench.session.edit("own", e -> e.withVariants(List.of(Variant.named("my own")))));
        assertEquals(List.of("alone", "skip", "activations", "batches", "samples", "scales", "own"), Fx.get(() -> List.copyOf(beside.getItems())));
        assertEquals("own", Fx.get(beside::getValue));
        choose("slice-beside", "alone");
        assertEquals(List.of(), bench.experimentNow().variants());
        Fx.run(bench.session::undo);
        assertEquals("my own", bench.experimentNow().variants().getFirst().name());
    }

    /** Variants of a file leave out what is so anyway, and have names of their own. */
    @Test
    void variantsThatLeaveOutDefaultsAreRecognised() {
        pick("moons");
        type("slice-points", "11");
        type("steps", "5");
        choose("model", "mlp");
        @SuppressWarnings("unchecked")
        ChoiceBox<String> beside = bench.node(ChoiceBox.class, "slice-beside");
        Spec net = learning().model();
        Variant plain = Variant.named("plain");
        Variant skipping = Variant.named("skipping").withModel(net.with("skip", Value.of(true)));
        Fx.run(() -> bench.session.edit("own", e -> e.withVariants(List.of(plain, skipping))));
        assertEquals("skip", Fx.get(beside::getValue));
        Fx.run(() -> bench.session.edit("own", e ->
                e.withVariants(List.of(plain.withModel(net.with("activation", Value.of(Activation.TANH))), skipping))));
        assertEquals("skip", Fx.get(beside::getValue));
        Fx.run(() -> bench.session.edit("own", e -> e.withVariants(List.of(skipping, plain))));
        assertEquals("own", Fx.get(beside::getValue), "the other way round");
    }

    /** Three rows of views are the most that can be read: what has no room is named below them. */
    @Test
    void threeViewsOfThreeExperimentsAreShownAndAFourthIsNamed() {
        pick("moons");
        type("slice-points", "11");
        type("steps", "5");
        Fx.run(() -> bench.session.edit("four", e ->
                e.withLook(e.look().withLayout("2x2").withTiles(List.of("contour", "surface", "loss", "table")))));
        assertFalse(Fx.get(bench.node("not-shown")::isVisible));
        choose("slice-beside", "batches");
        List<String> ids = Views.ALL.stream().map(ViewKind::id).toList();
        List<String> shown = Arrangement.of(bench.session.frame().get(), ids).slots().stream().map(Arrangement.Slot::view).toList();
        assertEquals(List.of("contour", "contour", "contour", "surface", "surface", "surface", "loss", "loss", "loss"), shown);
        assertEquals("Not shown, as 3 experiments side by side leave no room: Step", text("not-shown"));
        assertTrue(Fx.get(bench.node("not-shown")::isVisible));
        Fx.run(() -> bench.session.edit("two", e -> e.withLook(e.look().withLayout("1x2"))));
        assertFalse(Fx.get(bench.node("not-shown")::isVisible));
    }

    /** The button counts what was found, the worst stands below in words, and a click shows all of it in the last tile. */
    @Test
    void theSliceSaysWhetherThePlotIsRightAndShowsWhyInATile() {
        pick("blobs");
        ButtonBase check = bench.node(ButtonBase.class, "slice-check");
        assertTrue(Fx.get(check::getText).matches("Is my plot right\\? ([0-9]+ misleads?, )?([0-9]+ to keep in mind, )?[0-9]+ fine"),
                Fx.get(check::getText));
        choose("slice-plane", "random");
        assertTrue(Fx.get(check::getText).contains("mislead"), "paths leave random planes");
        Fx.pulses(2);
        assertTrue(Fx.get(() -> check.getHeight() >= check.prefHeight(check.getWidth()) && check.prefHeight(120) > 40),
                () -> "it has room for two lines: " + check.getHeight());
        assertTrue(text("slice-worst").matches(".* (leaves|lies off) this plane by .*: do not read its height from it\\..*"), text("slice-worst"));
        assertFalse(bench.experimentNow().look().tiles().contains("soundness"));
        Fx.run(check::fire);
        List<String> tiles = bench.experimentNow().look().tiles();
        assertEquals("soundness", tiles.get(3));
        Fx.run(check::fire);
        assertEquals(tiles, bench.experimentNow().look().tiles());
    }

    @Test
    void theParametersOfALineAreSlidersAndLeastSquaresAreOneClickAway() {
        pick("line");
        double away = Double.parseDouble(text("cost-here"));
        Fx.run(() -> bench.node(ButtonBase.class, "least-squares").fire());
        assertTrue(Double.parseDouble(text("cost-here")) < away);
        assertEquals(text("cost-least"), text("cost-here"));
        Vec best = bench.experimentNow().start();
        Fx.drag(bench.node("theta-0"), 0.5, 0.5, 0.9, 0.5);
        assertNotEquals(best.get(0), bench.experimentNow().start().get(0));
        assertEquals(best.get(1), bench.experimentNow().start().get(1));
        assertFalse(Fx.get(() -> bench.node("slice").isVisible()));
    }

    private Path csv(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String table() {
        StringBuilder text = new StringBuilder("width;height;kind\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 2 == 0 ? 1 + i / 40.0 : 3 - i / 50.0).append(';').append(i % 7).append(i % 2 == 0 ? ";apple\n" : ";pear\n");
        }
        return text.toString();
    }

    @Test
    void aDroppedTableIsLearntFromAndOfferedAgain() {
        Path file = csv("fruit.csv", table());
        Fx.run(() -> bench.session.open(List.of(file)));
        assertEquals("csv", learning().data().id());
        assertEquals("40 \u00d7 2", text("data-size"));
        assertTrue(Fx.get(() -> bench.node("yours-0").isVisible()));
        Fx.run(bench.session::undo);
        Fx.run(() -> bench.node(ButtonBase.class, "yours-0").fire());
        assertEquals(file.toAbsolutePath().toString(), Offer.file(learning().data()));
    }

    @Test
    void aTableWithAHoleSaysWhereAndIsReadWhenItsKnobSaysSkip() {
        bench.answer = Optional.of(csv("holes.csv", table().replaceFirst("pear", "?")));
        Fx.click(bench.node("show-data"));
        Fx.click(bench.node("open-data"));
        String said = text("learning-problem");
        assertTrue(said.contains("line 3 of") && said.contains("'kind'") && said.contains("missing=skip"), said);
        assertEquals("Rosenbrock", Fx.get(() -> bench.session.frame().get().scene().objective().appearance().name()), "the last good picture stays");
        choose("data-missing", "skip");
        assertEquals("39 \u00d7 2", text("data-size"));
        assertFalse(Fx.get(() -> bench.node("learning-problem").isVisible()));
    }

    /** A file given on the command line is read before the panel is made. */
    @Test
    void aPanelThatIsMadeLateSaysWhatWasWrongBefore() {
        Path holes = csv("holes.csv", table().replaceFirst("pear", "?"));
        Fx.run(() -> bench.session.open(List.of(holes)));
        Label said = Fx.get(() -> (Label) new LearningSettings(bench.session).lookup("#learning-problem"));
        assertTrue(said.isVisible() && said.getText().contains("missing=skip"), said.getText());
    }

    @Test
    void separatorAndHeadingAreKnobsOfTheTable() {
        bench.answer = Optional.of(csv("plain.csv", table()));
        Fx.click(bench.node("show-data"));
        Fx.click(bench.node("open-data"));
        choose("data-separator", "comma");
        assertTrue(text("learning-problem").contains("one column only"), () -> text("learning-problem"));
        choose("data-separator", "semicolon");
        assertFalse(Fx.get(() -> bench.node("learning-problem").isVisible()));
        type("data-target", "width");
        assertEquals(List.of("mean-squared"), Fx.get(() -> bench.node(ChoiceBox.class, "loss").getItems()));
    }

    @Test
    void filesThatHoldNoDataAreRefusedByName() {
        bench.answer = Optional.of(csv("letter.doc", "Dear"));
        Fx.click(bench.node("show-data"));
        Fx.click(bench.node("open-data"));
        Problem problem = Fx.get(() -> bench.session.problem().get().orElseThrow());
        assertEquals(Problem.FILE, problem.where());
        assertTrue(problem.message().contains("'letter.doc'") && problem.message().contains(".csv"), problem.message());
        assertTrue(bench.experimentNow().objective().isPresent());
    }

    @Test
    void aSessionThatNamesAMissingFileSaysSoAndLosesNothing() throws IOException {
        Path file = csv("gone.csv", table());
        Fx.run(() -> bench.session.open(List.of(file)));
        Learning learnt = learning();
        Path saved = folder.resolve("a.thalweg.json");
        assertTrue(Fx.get(() -> bench.session.save(saved)));
        Path moved = csv("b.thalweg.json", Files.readString(saved).replace("gone.csv", "lost.csv"));
        Fx.run(bench.session::undo);
        Fx.run(() -> bench.session.open(moved));
        assertEquals(learnt.model(), learning().model());
        assertTrue(Offer.file(learning().data()).endsWith("lost.csv"), "what the file says stays");
        assertTrue(text("learning-problem").contains("there is no such file"), () -> text("learning-problem"));
    }
}
