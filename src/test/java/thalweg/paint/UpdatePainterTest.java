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
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;

class UpdatePainterTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D TILE = new Rectangle2D.Double(0, 0, 572, 352);

    /** Every rule as a run. */
    private static final Frame ALL = Frames.frame(Experiment.of(Spec.of("rosenbrock")).withRuns(rules().stream().map(id -> Run.of(Spec.of(id), 0)).toList())
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
        assertEquals(0, painter.click(new Point2D.Double(100, 75), TILE, frame.withLook(second.look())).orElseThrow().apply(second).look().focus().update());
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
        BufferedImage without = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), seen.withLook(Stages.to("update", seen.experiment().look(), 0)), LIGHT, 400, 400);
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
}
