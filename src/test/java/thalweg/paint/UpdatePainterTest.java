package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.catalog.Choice;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.optimizer.Account;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;

class UpdatePainterTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D TILE = new Rectangle2D.Double(0, 0, 572, 352);

    /** Every rule as a run. */
    private static final Frame ALL = Frames.frame(Experiment.of(Spec.of("rosenbrock"))
            .withRuns(rules().stream().map(id -> Run.of(Spec.of(id), 0)).toList())
            .withStop(StopRule.steps(20)).withStep(3));

    static List<String> rules() {
        return Optimizers.RULES.choices().stream().map(Choice<Optimizer>::id).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyStageOfEveryRuleIsPaintedInAnySize(String rule) {
        Frame frame = ALL.withLook(ALL.experiment().look().withSelected(rules().indexOf(rule)));
        int last = Stages.last("update", frame);
        assertTrue(last >= 3, rule + " has a gradient, a step and a new place");
        UpdatePainter painter = new UpdatePainter(LIGHT, new KeptMemo());
        BufferedImage rest = Fixtures.image(painter, frame, LIGHT, 572, 352);
        for (int stage = 1; stage <= last + 1; stage++) {
            Frame at = frame.withLook(Stages.to("update", frame.experiment().look(), stage));
            BufferedImage image = Fixtures.image(painter, at, LIGHT, 572, 352);
            assertFalse(equal(rest, image), rule + " shows its stage " + stage);
            if (stage % 3 == 1) {
                Fixtures.image(painter, at, LIGHT, 200, 90);
                Fixtures.image(new UpdatePainter(new Style(Theme.DARK, 1.7, true), Memo.NONE), at, new Style(Theme.DARK, 1.7, true), 900, 500);
            }
        }
    }

    private static boolean equal(BufferedImage a, BufferedImage b) {
        int w = a.getWidth();
        return Arrays.equals(a.getRGB(0, 0, w, a.getHeight(), null, 0, w), b.getRGB(0, 0, w, b.getHeight(), null, 0, w));
    }

    @Test
    void aClickChoosesALineAndAnotherLetsItGo() {
        Frame frame = UpdateGallery.frame("rosenbrock", "momentum", 3, 0);
        UpdatePainter painter = new UpdatePainter(LIGHT, new KeptMemo());
        Experiment e = frame.experiment();
        assertEquals(1, painter.click(new Point2D.Double(100, 40), TILE, frame).orElseThrow().apply(e).look().focus().update());
        Experiment second = painter.click(new Point2D.Double(100, 75), TILE, frame).orElseThrow().apply(e);
        assertEquals(2, second.look().focus().update());
        assertEquals(0, painter.click(new Point2D.Double(100, 75), TILE, frame.withLook(second.look())).orElseThrow().apply(second).look().focus()
                .update());
        assertEquals(Optional.empty(), painter.click(new Point2D.Double(100, 10), TILE, frame), "the head is no line");
    }

    @Test
    void stagesGoNoFurtherThanTheRuleHasLines() {
        Frame frame = UpdateGallery.frame("rosenbrock", "gradient-descent", 3, 0);
        assertEquals(3, Stages.last("update", frame));
        Look look = Stages.step("update", frame, frame.experiment().look(), 7);
        assertEquals(3, look.focus().update());
        assertEquals(2, Stages.step("update", frame.withLook(look), look, -1).focus().update());
    }

    /** The gradient of x^2/2 with hardly any y is (x, 0), so downhill is straight toward x = 0. */
    @Test
    void theGradientsArrowPointsDownhillFromWhereTheRunStands() {
        Frame frame = UpdateGallery.frame("formula(\"x^2/2 + y^2/1000000000\")", "gradient-descent", 1, 1);
        Frame seen = moved(frame);
        BufferedImage with = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), seen, LIGHT, 400, 400);
        BufferedImage without = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), seen.withLook(Stages.to("update", seen.experiment().look(), 0)),
                LIGHT, 400, 400);
        double[] middle = middle(with, without);
        Point2D run = ContourChart.of(new Rectangle2D.Double(0, 0, 400, 400), seen, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE)
                .paths(seen, Memo.NONE).getFirst().at(1).orElseThrow();
        double x = seen.tracks().getFirst().trajectory().theta(1, 0);
        assertTrue((middle[0] - run.getX()) * -Math.signum(x) > 10, "from x = " + x + " at " + run.getX() + " the arrow lies at " + middle[0]);
        assertEquals(run.getY(), middle[1], 8);
    }

    private static Frame moved(Frame frame) {
        return frame.withLook(frame.experiment().look().withWindow(List.of(new Range(-2, 2), new Range(-2, 2))));
    }

    /** The middle of what differs between two images. */
    private static double[] middle(BufferedImage a, BufferedImage b) {
        double x = 0;
        double y = 0;
        int n = 0;
        for (int j = 0; j < a.getHeight(); j++) {
            for (int i = 0; i < a.getWidth(); i++) {
                if (a.getRGB(i, j) != b.getRGB(i, j)) {
                    x += i;
                    y += j;
                    n++;
                }
            }
        }
        assertTrue(n > 50, n + " pixels differ");
        return new double[] {x / n, y / n};
    }

    @Test
    void arrowsAreNotDrawnWhereTheUpdateIsNotShown() {
        Frame frame = UpdateGallery.frame("rosenbrock", "momentum", 3, 2);
        Frame elsewhere = frame.withLook(frame.experiment().look().withTiles(List.of("contour")));
        Frame none = frame.withLook(Stages.to("update", frame.experiment().look(), 0));
        BufferedImage with = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), frame, LIGHT, 300, 300);
        BufferedImage without = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), none, LIGHT, 300, 300);
        assertFalse(equal(with, without));
        assertTrue(equal(without, Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), elsewhere, LIGHT, 300, 300)));
    }

    @Test
    void shortChangesAreDrawnARoundNumberOfTimesAsLong() {
        assertEquals(1, UpdateArrows.factor(0.3));
        assertEquals(2, UpdateArrows.factor(0.06));
        assertEquals(10, UpdateArrows.factor(0.011));
        assertEquals(500, UpdateArrows.factor(2.4e-4), 1e-9);
        assertEquals(1, UpdateArrows.factor(0));
        assertEquals(1, UpdateArrows.factor(Double.NaN));
    }

    @Test
    void atTheEndTheLastStepMadeIsShown() {
        Frame frame = UpdateGallery.frame("rosenbrock", "adam", 3, 0);
        assertEquals("Adam, step 22 to 23", new UpdatePainter(LIGHT, Memo.NONE).detail(frame.at(frame.last())));
    }

    /** On Beale's function the first search of conjugate gradients tries a fourth place, which is no better than its third, and goes back. */
    @Test
    void takenIsThePlaceWhereTheStepEndsAndNotTheLastTried() {
        Update update = Update.of(UpdateGallery.frame("beale", "conjugate-gradient", 0, 0), Memo.NONE).orElseThrow();
        Account.Stage search = update.account().stages().stream().filter(s -> !s.trials().isEmpty()).findFirst().orElseThrow();
        assertEquals(4, search.trials().size());
        assertEquals(update.account().end().get("theta"), search.trials().get(2).theta());
        List<String> lines = UpdatePainter.tried(update.account(), search);
        assertEquals(List.of("1.", "3.", "4."), lines.stream().map(l -> l.substring(0, 2)).toList());
        assertEquals(List.of(false, true, false), lines.stream().map(l -> l.endsWith("taken}")).toList());
    }

    /** The mark of the place taken is dark, those of the others are not. */
    @Test
    void onTheMapThePlaceTakenIsTheDarkOne() {
        Frame frame = moved(UpdateGallery.frame("beale", "conjugate-gradient", 0, 0));
        Update update = Update.of(frame, Memo.NONE).orElseThrow();
        int stage = update.account().stages().stream().map(s -> s.trials().isEmpty()).toList().indexOf(false);
        Frame seen = frame.withLook(Stages.to("update", frame.experiment().look(), stage + 1)
                .withWindow(List.of(new Range(0.8, 3.2), new Range(-0.2, 1.2))));
        BufferedImage image = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), seen, LIGHT, 500, 400);
        Axes axes = ContourChart.of(new Rectangle2D.Double(0, 0, 500, 400), seen, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE).axes();
        List<Vec> trials = update.account().stages().get(stage).trials().stream().map(Account.Trial::theta)
                .filter(t -> axes.contains(new Point2D.Double(axes.x(t.get(0)), axes.y(t.get(1))))).toList();
        assertTrue(trials.size() > 1, trials.toString());
        assertEquals(trials.stream().map(t -> t.equals(update.account().end().get("theta"))).toList(),
                trials.stream().map(t -> image.getRGB((int) axes.x(t.get(0)), (int) axes.y(t.get(1))) == Theme.LIGHT.text().getRGB()).toList());
    }

    @Test
    void whatIsClimbedIsWrittenWithAMinusAndClimbsInWords() {
        Frame up = climbing("rosenbrock", "conjugate-gradient");
        Account account = Update.of(up, Memo.NONE).orElseThrow().account();
        Account.Stage slope = account.stages().getFirst();
        assertEquals("g = -\\nabla J(\\theta)", slope.symbols());
        assertEquals("The slope of \u2212J where the run stands; uphill is against it.", slope.words());
        Account.Stage search = account.stages().stream().filter(s -> !s.trials().isEmpty()).findFirst().orElseThrow();
        assertTrue(search.symbols().contains("-J(\\theta + "), search.symbols());
        assertTrue(UpdatePainter.tried(account, search).getFirst().startsWith("1.\\quad -J("));
        assertTrue(account.stages().stream().map(Account.Stage::words).anyMatch(w -> w.contains("up the slope")));
        assertTrue(Update.of(climbing("rosenbrock", "newton"), Memo.NONE).orElseThrow().account().stages().stream()
                .anyMatch(s -> s.symbols().endsWith("-\\nabla^2 J(\\theta)")));
        Account.Stage down = Update.of(UpdateGallery.frame("rosenbrock", "adam", 0, 0), Memo.NONE).orElseThrow().account().stages().getFirst();
        assertEquals("g = \\nabla J(\\theta)", down.symbols());
        assertEquals("The slope where the run stands; downhill is against it.", down.words());
    }

    private static Frame climbing(String objective, String optimizer) {
        return Frames.frame(UpdateGallery.frame(objective, optimizer, 0, 0).experiment().withMaximise(true).withStep(0));
    }
}
