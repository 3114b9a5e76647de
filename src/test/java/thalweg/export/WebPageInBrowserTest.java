package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.experiment.RunSyntax;
import thalweg.experiment.Track;
import thalweg.experiment.Variant;
import thalweg.math.Vec;
import thalweg.network.Activation;
import thalweg.network.Answers;
import thalweg.network.NetworkObjective;
import thalweg.paint.FitIngredients;
import thalweg.paint.Numbers;
import thalweg.slice.Normalisation;

/** Web pages as their readers use them, in a browser where one is installed: clicked, played, pointed at and looked at. */
class WebPageInBrowserTest {
    private static final Frame FUNCTION = Frames.frame(Experiment.of(Spec.of("himmelblau")).withStop(StopRule.steps(40)).withRuns(List.of(
            RunSyntax.parse("adam(learningRate=0.3)", 0).withLabel("<b>one</b>"), RunSyntax.parse("momentum", 1)))).at(7);
    /** Adam's blue. */
    private static final int BLUE = 0x0072b2;

    @TempDir
    static Path folder;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    /** No page may end a test with an error of its script, or with anything that its policy refused. */
    @AfterEach
    void nothingWasComplainedAbout() {
        assertEquals(List.of(), browser.complaints());
    }

    private static void open(Frame frame, int width, int height, boolean phone, String... views) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebPage.write(frame, List.of(views), Caption.of(frame), Carried.text(frame.experiment()), out);
        assertTrue(out.size() < 3_000_000, out.size() + " bytes");
        browser.open(Files.write(folder.resolve("page.html"), out.toByteArray()), width, height, phone);
    }

    private static Frame learning(String model, String data, int steps, String... optimizers) {
        Learning what = Learning.of(Spec.parse(model), Spec.parse(data));
        List<thalweg.experiment.Run> runs = new java.util.ArrayList<>();
        for (int i = 0; i < optimizers.length; i++) {
            runs.add(RunSyntax.parse(optimizers[i], i));
        }
        Frame frame = Frames.frame(Experiment.of(what).withStop(StopRule.steps(steps)).withRuns(runs));
        return frame.at(frame.last());
    }

    private static String cell(int row, int column) throws IOException {
        return browser.value("document.querySelectorAll('#rows tr')[" + row + "].children[" + column + "].textContent");
    }

    /** Where a place of the map stands in the window: the script's own margins, as long as there is room for a colour bar. */
    private static double[] onMap(Frame frame, double a, double b) throws IOException {
        double[] stage = browser.box("[data-view=contour] .stage");
        double width = Math.floor(stage[2] - 52 - 76);
        double height = Math.floor(stage[3] - 8 - 44);
        return new double[] {stage[0] + 52 + frame.grid().x().fraction(a) * width, stage[1] + 8 + (1 - frame.grid().y().fraction(b)) * height};
    }

    private static int colour(BufferedImage image, double[] at) {
        return image.getRGB((int) Math.round(at[0]), (int) Math.round(at[1])) & 0xffffff;
    }

    @Test
    void theTableHoldsTheCostsAtThePlayheadAndAMoveOfTheSliderChangesThem() throws IOException {
        open(FUNCTION, 1280, 800, false, "contour", "surface", "loss");
        assertEquals("3", browser.value("document.querySelector('#main').dataset.plots"));
        assertEquals("step 7 of 40", browser.value("document.querySelector('#where').textContent"));
        assertEquals(Numbers.of(FUNCTION.tracks().get(0).trajectory().loss(7)), cell(0, 1));
        double[] slider = browser.box("#slider");
        double from = slider[0] + 8 + (slider[2] - 16) * 7 / 40;
        double y = slider[1] + slider[3] / 2;
        browser.drag(from, y, slider[0] + 8 + (slider[2] - 16) * 30 / 40, y);
        assertEquals("step 30 of 40", browser.value("document.querySelector('#where').textContent"));
        for (int i = 0; i < 2; i++) {
            assertEquals(Numbers.of(FUNCTION.tracks().get(i).trajectory().loss(30)), cell(i, 1));
        }
        browser.key("ArrowLeft");
        assertEquals("step 29 of 40", browser.value("document.querySelector('#where').textContent"));
        assertEquals("<b>one</b>", cell(0, 0));
        assertEquals("0", browser.value("document.querySelectorAll('#rows b').length"), "names are text");
    }

    @Test
    void playWalksToTheEndAndStopsThereAndAClickPauses() throws IOException {
        open(FUNCTION, 1280, 800, false, "contour", "loss");
        browser.click("#play");
        assertEquals("Pause", browser.value("document.querySelector('#play').getAttribute('aria-label')"));
        browser.await("document.querySelector('#where').textContent !== 'step 7 of 40'");
        browser.click("#play");
        String there = browser.value("document.querySelector('#where').textContent");
        browser.drawn();
        assertEquals(there, browser.value("document.querySelector('#where').textContent"), "it stands still");
        browser.value("(() => { const s = document.querySelector('#speed'); s.value = '8'; s.dispatchEvent(new Event('change')); })()");
        browser.click("#play");
        browser.await("document.querySelector('#play').getAttribute('aria-label') === 'Play'");
        browser.drawn();
        assertEquals("step 40 of 40", browser.value("document.querySelector('#where').textContent"));
    }

    @Test
    void theMarkerStandsWhereTheRunIsAndGoesWithThePlayhead() throws IOException {
        open(FUNCTION, 1280, 800, false, "contour");
        Track adam = FUNCTION.tracks().getFirst();
        double[] seventh = onMap(FUNCTION, adam.trajectory().theta(7, 0), adam.trajectory().theta(7, 1));
        assertEquals(BLUE, colour(browser.picture(), seventh));
        browser.click("#final");
        double[] last = onMap(FUNCTION, adam.trajectory().theta(40, 0), adam.trajectory().theta(40, 1));
        assertEquals(BLUE, colour(browser.picture(), last));
        browser.click("#first");
        assertNotEquals(BLUE, colour(browser.picture(), last), "what is still to come is faint");
        browser.click("#rows tr:first-child input");
        browser.click("#final");
        assertNotEquals(BLUE, colour(browser.picture(), last), "a run that is switched off is gone");
    }

    @Test
    void pointingAtAStepTellsItsNumbersInAllViews() throws IOException {
        open(FUNCTION, 1280, 800, false, "contour", "loss");
        Track adam = FUNCTION.tracks().getFirst();
        double[] at = onMap(FUNCTION, adam.trajectory().theta(4, 0), adam.trajectory().theta(4, 1));
        browser.move(at[0], at[1]);
        String tip = browser.value("document.querySelector('#tip').textContent");
        assertTrue(tip.startsWith("<b>one</b>, step 4\n") && tip.contains("J = " + Numbers.of(adam.trajectory().loss(4))), tip);
        assertEquals("lit", browser.value("document.querySelectorAll('#rows tr')[0].className"));
        double[] valley = onMap(FUNCTION, 3, 2);
        browser.move(valley[0], valley[1]);
        String ground = browser.value("document.querySelector('#tip').textContent");
        assertTrue(ground.startsWith("x = 3.0") || ground.startsWith("x = 2.9"), ground);
        browser.move(2, 2);
        assertEquals("true", browser.value("document.querySelector('#tip').hidden"));
    }

    @Test
    void theWheelZoomsTheMapAndADragTurnsTheSurface() throws IOException {
        open(FUNCTION, 1280, 800, false, "contour", "surface", "loss");
        BufferedImage before = browser.picture();
        double[] surface = browser.box("[data-view=surface] .stage");
        browser.drag(surface[0] + 200, surface[1] + 200, surface[0] + 300, surface[1] + 220);
        browser.move(2, 2);
        BufferedImage turned = browser.picture();
        double[] map = browser.box("[data-view=contour] .stage");
        assertTrue(share(before, turned, surface) > 0.05, "the surface has turned");
        assertEquals(0, share(before, turned, map), "the map has not");
        browser.value("document.querySelector('[data-view=contour] .stage').dispatchEvent(new WheelEvent('wheel', { deltaY: -100, clientX: 300, clientY: 200, cancelable: true }))");
        assertTrue(share(turned, browser.picture(), map) > 0.05, "the map is zoomed");
    }

    /** The share of the pixels of a box that differ. */
    private static double share(BufferedImage a, BufferedImage b, double[] box) {
        int differ = 0;
        int all = 0;
        for (int y = (int) box[1] + 1; y < box[1] + box[3] - 1; y++) {
            for (int x = (int) box[0] + 1; x < box[0] + box[2] - 1; x++, all++) {
                differ += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return (double) differ / all;
    }

    @Test
    void aHypothesisSaysOfASampleWhatTheModelSays() throws IOException {
        Frame frame = learning("linear", "houses", 30, "adam(learningRate=0.1)");
        open(frame, 1280, 800, false, "contour", "fit");
        assertSaid(frame, 0, "h = ");
        browser.click("#first");
        assertSaid(frame.at(0), 0, "h = ");
    }

    /** Every activation and both kinds of head, each by a network of its own on one feature. */
    @Test
    void thePageAsksEveryKindOfNetworkAsTheProgramDoes() throws IOException {
        for (Activation f : Activation.values()) {
            String name = f.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            Frame frame = learning("mlp(hidden=4-4, skip=true, activation=" + name + ")", "line(samples=12)", 20,
                    "gradient-descent(learningRate=0.05)");
            open(frame, 700, 600, false, "fit");
            assertSaid(frame, 5, "h = ");
        }
        for (String loss : List.of("mean-squared", "binary-cross-entropy", "cross-entropy", "hinge")) {
            Learning what = Learning.of(Spec.parse("mlp(hidden=5)"), Spec.parse("moons(samples=40)")).withLoss(loss);
            Frame made = Frames.frame(Experiment.of(what).withStop(StopRule.steps(15))
                    .withRuns(List.of(RunSyntax.parse("adam(learningRate=0.02)", 0))));
            Frame frame = made.at(15);
            open(frame, 800, 600, false, "fit");
            assertFound(frame, 3);
        }
    }

    /** Points at a sample over one feature and compares what the page says of it with the model itself. */
    private static void assertSaid(Frame frame, int sample, String letter) throws IOException {
        FitIngredients fit = FitIngredients.of(frame, 0).orElseThrow();
        pointAt(fit, sample);
        String tip = browser.value("document.querySelector('#tip').textContent");
        double said = Double.parseDouble(tip.substring(tip.indexOf(letter) + letter.length()).replace('\u2212', '-'));
        NetworkObjective model = frame.scene().study().orElseThrow().cost();
        double asked = answers(frame, model, sample).output(0, 0);
        assertEquals(asked, said, 0.006 * Math.max(0.1, Math.abs(asked)), tip);
    }

    private static Answers answers(Frame frame, NetworkObjective model, int sample) {
        Vec theta = frame.tracks().getFirst().trajectory().theta(frame.step());
        return Answers.of(model, theta.toArray(), model.data().take(sample));
    }

    /** Points at a sample in a plane; the page asks at nodes and says what lies between. */
    private static void assertFound(Frame frame, int sample) throws IOException {
        pointAt(FitIngredients.of(frame, 0).orElseThrow(), sample);
        String tip = browser.value("document.querySelector('#tip').textContent");
        Answers asked = answers(frame, frame.scene().study().orElseThrow().cost(), 3);
        int label = asked.label(0);
        assertTrue(tip.contains("found " + frame.scene().study().orElseThrow().split().training().classNames().get(label) + ", p = "), tip);
        assertEquals(asked.share(0, label), Double.parseDouble(tip.substring(tip.indexOf("p = ") + 4)), 0.02, tip);
    }

    private static void pointAt(FitIngredients fit, int sample) throws IOException {
        double[] stage = browser.box("[data-view=fit] .stage");
        boolean line = fit.kind() == FitIngredients.Kind.LINE;
        double width = stage[2] - (!line && stage[2] >= 420 ? 150 : 76);
        double height = stage[3] - 54;
        double left = stage[0] + 60;
        double x = fit.ranges().getFirst().fraction(fit.samples().get(sample).x());
        double y = fit.ranges().getLast().fraction(fit.samples().get(sample).y());
        if (!line && Math.abs(fit.ranges().getFirst().width() - fit.ranges().getLast().width()) < 1e-9) {
            left += Math.floor((width - Math.min(width, height)) / 2);
            width = Math.min(width, height);
            height = width;
        }
        browser.move(1, 1);
        browser.move(left + x * width, stage[1] + 10 + (1 - y) * height);
        String tip = browser.value("document.querySelector('#tip').textContent");
        assertTrue(tip.startsWith("sample " + (sample + 1) + "\n"), tip);
    }

    @Test
    void regionsAndWeightsFollowThePlayheadAndTheChosenRun() throws IOException {
        Frame frame = learning("mlp(hidden=6)", "circles(samples=60)", 60, "adam(learningRate=0.1)", "gradient-descent(learningRate=0.01)");
        open(frame, 1280, 800, false, "contour", "loss", "fit", "network");
        double[] fit = browser.box("[data-view=fit] .stage");
        double[] network = browser.box("[data-view=network] .stage");
        BufferedImage learnt = browser.picture();
        browser.value("(() => { const s = document.querySelector('[data-view=fit] select'); s.value = '1'; s.dispatchEvent(new Event('change')); })()");
        BufferedImage other = browser.picture();
        assertTrue(share(learnt, other, fit) > 0.1, "another run has learnt other regions");
        assertTrue(share(learnt, other, network) > 0.01, "and other weights");
        assertEquals("1", browser.value("document.querySelector('[data-view=network] select').value"), "both views show the same run");
        browser.click("#first");
        assertTrue(share(other, browser.picture(), fit) > 0.01);
        assertTrue(browser.value("document.querySelector('[data-view=fit] h2').textContent").contains("step 0"));
    }

    @Test
    void imagesAreShownWithWhatIsFoundInThem() throws IOException {
        Frame frame = learning("softmax", "digits(samples=60, width=8)", 30, "adam(learningRate=0.05)");
        open(frame, 1280, 800, false, "fit", "loss");
        String head = browser.value("document.querySelector('[data-view=fit] h2').textContent");
        double right = frame.scene().study().orElseThrow().cost().accuracy(frame.tracks().getFirst().trajectory().theta(30).toArray());
        assertTrue(head.contains("Samples") && head.contains("step 30") && head.contains(Math.round(100 * right) + "\u2009% right"), head);
        double[] stage = browser.box("[data-view=fit] .stage");
        BufferedImage done = browser.picture();
        browser.click("#first");
        assertTrue(share(done, browser.picture(), stage) > 0.001, "what is found changes with the playhead");
    }

    @Test
    void whatIsTooLargeOrNotOnPagesIsSaid() throws IOException {
        Frame frame = learning("softmax", "color-images(samples=20)", 20, "adam(learningRate=0.01)");
        open(frame, 1280, 800, false, "network", "fit", "spectrum", "table", "weights");
        String said = browser.value("document.querySelector('[data-view=network] .stage').textContent");
        assertEquals("The " + Numbers.whole(frame.scene().objective().dimension())
                + " parameters of this model do not fit on a page; Thalweg shows them.", said);
        assertTrue(browser.value("document.querySelector('#note').textContent").endsWith("Not on this page, but in Thalweg: Spectrum, Weights."));
        open(FUNCTION, 800, 600, false, "fit", "network");
        assertTrue(browser.value("document.querySelector('[data-view=fit] .stage').textContent").contains("a function has none"));
    }

    @Test
    void experimentsSideBySideHavePanelsOfTheirOwnAndOnePlayhead() throws IOException {
        Learning what = Learning.of(Spec.parse("mlp(hidden=4-4)"), Spec.parse("moons(samples=40)"));
        Variant skip = Variant.named("With a skip").withModel(Spec.parse("mlp(hidden=4-4, skip=true)"));
        Frame frame = Frames.frame(Experiment.of(what).withStop(StopRule.steps(30)).withRuns(List.of(RunSyntax.parse("adam(learningRate=0.05)", 0)))
                .withVariants(List.of(Variant.named("Plain <i>"), skip)));
        open(frame, 1280, 800, false, "contour", "surface", "fit");
        assertEquals("Plain <i>Contour|With a skipContour|Plain <i>Surface|With a skipSurface",
                browser.value("[...document.querySelectorAll('[data-view=contour] h2, [data-view=surface] h2')].map((h) => h.textContent).join('|')"));
        assertEquals("6", browser.value("document.querySelectorAll('[data-view]').length"));
        browser.click("#final");
        for (int i = 0; i < 2; i++) {
            Track track = frame.variants().get(i).tracks().getFirst();
            assertTrue(cell(i, 0).startsWith(i == 0 ? "Plain <i>: " : "With a skip: "), cell(i, 0));
            assertEquals(Numbers.of(track.trajectory().loss(30)), cell(i, 1));
        }
    }

    @Test
    void pathsAreFaintWhereTheyAreOffThePlane() throws IOException {
        Frame near = learning("mlp(hidden=4)", "moons(samples=40)", 60, "adam(learningRate=0.05)");
        Experiment across = near.experiment().withSlicing(near.experiment().slicing().withDirections(Optional.of(Spec.parse("random")))
                .withNormalisation(Optional.of(Normalisation.NONE)));
        Frame frame = Frames.frame(across);
        open(frame.at(frame.last()), 1280, 800, false, "contour");
        assertTrue(browser.value("document.querySelector('#note').textContent").contains("faint where they are far off"));
        String alphas = browser.value("JSON.parse(document.querySelector('#data').textContent).exhibits[0].runs[0].shades.length");
        assertFalse(alphas.equals("0"));
    }

    /** On a phone everything stands below one another within the screen's width, and fingers do what a mouse does. */
    @Test
    void aPageFitsAPhoneAndListensToFingers() throws IOException {
        Frame frame = learning("mlp(hidden=6)", "circles(samples=60)", 60, "adam(learningRate=0.1)", "momentum");
        open(frame.at(0), 390, 844, true, "contour", "surface", "loss", "fit", "network");
        assertEquals("true", browser.value("document.documentElement.scrollWidth <= 390"), browser.value("document.documentElement.scrollWidth"));
        assertEquals("true",
                browser.value("[...document.querySelectorAll('.stage')].every((s) => { const b = s.getBoundingClientRect(); return b.left >= 0 && b.right <= 390 && b.height >= 200; })"));
        double[] play = browser.box("#play");
        assertTrue(play[1] + play[3] <= 844, "play is in reach");
        assertEquals("", browser.value("[...document.querySelectorAll('button, select, #slider, label')].filter((e) => {"
                + " const b = e.getBoundingClientRect(); return b.width > 0 && (b.width < 44 || b.height < 44);"
                + " }).map((e) => e.id || e.className || e.tagName).join()"), "smaller than a finger");
        browser.tap("#play");
        browser.await("document.querySelector('#where').textContent !== 'step 0 of 60'");
        browser.tap("#play");
        assertEquals("Play", browser.value("document.querySelector('#play').getAttribute('aria-label')"));
        browser.tap("[data-view=contour] .stage");
        browser.await("!document.querySelector('#tip').hidden");
        browser.value("window.scrollTo(0, 200)");
        browser.await("document.querySelector('#tip').hidden");
    }

    /** One finger turns the surface, up and down too; beside it, and over a map that is seen whole, it scrolls the page; two enlarge. */
    @Test
    void fingersTurnScrollAndEnlarge() throws IOException {
        open(FUNCTION, 360, 740, true, "contour", "surface", "loss");
        assertEquals("360", browser.value("document.documentElement.scrollWidth"));
        browser.value("document.querySelector('#where').textContent = 'step 10\u2009000 of 10\u2009000'");
        assertEquals("true", browser.value("document.querySelector('#where').scrollWidth <= document.querySelector('#where').clientWidth"));
        double[] surface = middle("surface");
        String seen = browser.value("document.querySelector('[data-view=surface] canvas').toDataURL()");
        double top = browser.numberOf("scrollY");
        browser.fingers(new double[] {surface[0], surface[1], 2, -90});
        assertNotEquals(seen, browser.value("document.querySelector('[data-view=surface] canvas').toDataURL()"), "it has turned");
        assertEquals(top, browser.numberOf("scrollY"), "and the page has stayed");
        String turned = browser.value("document.querySelector('[data-view=surface] canvas').toDataURL()");
        browser.fingers(new double[] {surface[0], surface[1] - 20, 0, -60}, new double[] {surface[0], surface[1] + 20, 0, 60});
        assertNotEquals(turned, browser.value("document.querySelector('[data-view=surface] canvas').toDataURL()"), "it is enlarged");
        assertEquals("1", browser.value("visualViewport.scale"), "and the page is not");
        browser.fingers(new double[] {8, surface[1], 0, -120});
        browser.await("scrollY > " + (top + 50));

        double[] map = middle("contour");
        top = browser.numberOf("scrollY");
        browser.fingers(new double[] {map[0], map[1], 0, -100});
        browser.await("scrollY > " + (top + 50));
        map = middle("contour");
        top = browser.numberOf("scrollY");
        String whole = browser.value("document.querySelector('[data-view=contour] canvas').toDataURL()");
        browser.fingers(new double[] {map[0], map[1] - 20, 0, -50}, new double[] {map[0], map[1] + 20, 0, 50});
        browser.fingers(new double[] {map[0], map[1], 20, 40});
        assertNotEquals(whole, browser.value("document.querySelector('[data-view=contour] canvas').toDataURL()"), "the map is enlarged");
        assertEquals(top, browser.numberOf("scrollY"), "and is moved, instead of the page");

        double[] loss = middle("loss");
        browser.fingers(new double[] {loss[0], loss[1], 60, 0});
        browser.await("document.querySelector('#where').textContent !== 'step 7 of 40'");
    }

    /** On a phone that lies on its side every plot is seen whole. */
    @Test
    void plotsHaveRoomOnAPhoneOnItsSide() throws IOException {
        open(FUNCTION, 740, 360, true, "contour", "surface", "loss");
        assertEquals("740", browser.value("document.documentElement.scrollWidth"));
        double room = 360 - browser.box("#transport")[3];
        for (String view : List.of("contour", "surface", "loss")) {
            assertTrue(browser.box("[data-view=" + view + "] .stage")[3] <= room, view);
        }
    }

    /** The middle of a plot, which is brought to the middle of the screen. */
    private static double[] middle(String view) throws IOException {
        browser.value("document.querySelector('[data-view=" + view + "] .stage').scrollIntoView({ block: 'center' })");
        browser.drawn();
        double[] box = browser.box("[data-view=" + view + "] .stage");
        return new double[] {box[0] + box[2] / 2, box[1] + box[3] / 2};
    }
}
