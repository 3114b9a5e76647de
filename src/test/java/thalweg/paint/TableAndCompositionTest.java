package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.descent.Trajectory;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Run;
import thalweg.math.Vec;

class TableAndCompositionTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 572, 324);

    private static int colour(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    @Test
    void theSelectedRowIsMarkedAndRowsCanBePointedAt() {
        Frame race = Fixtures.race();
        BufferedImage image = Fixtures.image(new TablePainter(LIGHT, Memo.NONE), race, LIGHT, 572, 324);
        assertEquals(0xddf4ff, colour(image, 4, 28 + 5 * 28 + 14));
        assertEquals(0xffffff, colour(image, 4, 28 + 4 * 28 + 14));
        TablePainter table = new TablePainter(LIGHT, Memo.NONE);
        assertEquals(Optional.of(new Hover(2, 137)), table.hit(new Point2D.Double(100, 28 + 2 * 28 + 14), AREA, race));
        assertEquals(Optional.empty(), table.hit(new Point2D.Double(100, 10), AREA, race));
    }

    @Test
    void aDivergedRunSaysWhenAndWhereItLeft() {
        Frame race = Fixtures.race();
        var path = race.tracks().getFirst().trajectory();
        assertEquals("diverged at step 8, left the window at step 5", TablePainter.diverged(race, path, (Outcome.Diverged) path.outcome()));
        assertFalse(new SurfacePainter(LIGHT, Memo.NONE).detail(race).contains("start"));
        Frame away = Frames.frame(Experiment.of(Spec.of("rosenbrock")).withStart(Vec.of(60, 2)).withStop(StopRule.steps(9))
                .withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.1)"), 0))));
        var gone = away.tracks().getFirst().trajectory();
        assertTrue(TablePainter.diverged(away, gone, (Outcome.Diverged) gone.outcome()).endsWith(", started outside the window"));
        assertTrue(new SurfacePainter(LIGHT, Memo.NONE).detail(away).contains("the start is outside"));
    }

    /** In a tile too narrow for the words, fewer words; never words over the name. */
    @Test
    void whatIsSaidOfADivergedRunDoesNotCoverItsName() {
        for (int width : new int[] {120, 172, 220}) {
            BufferedImage image = Fixtures.image(new TablePainter(LIGHT, Memo.NONE), Fixtures.race(), LIGHT, width, 324);
            int nameEnds = (int) (12 + RunStyle.KEY_WIDTH + 8 + Face.REGULAR.width("GD", Ink.BODY));
            for (int x = 0; x <= nameEnds; x++) {
                for (int y = 29; y < 56; y++) {
                    int rgb = colour(image, x, y);
                    assertTrue((rgb >> 16) - (rgb & 0xff) < 60, "red over the name at " + x + ", " + y + " of " + width);
                }
            }
        }
    }

    @Test
    void columnsThatDoNotFitAreLeftOutAndTheCostStays() {
        Ink ink = new Ink(new OutlineGraphics(), LIGHT);
        List<TableColumns.Column> wide = TableColumns.of(ink, Fixtures.race(), 130, 556);
        assertEquals(List.of("$x$", "$y$", "$J$", "$\\|\\nabla J\\|$", "$\\|\\Delta\\theta\\|$"),
                wide.stream().map(TableColumns.Column::head).toList());
        assertEquals(List.of("$J$"), TableColumns.of(ink, Fixtures.race(), 130, 180).stream().map(TableColumns.Column::head).toList());
        assertEquals(Numbers.minus("-0.692"), wide.getFirst().cell().text(Fixtures.race().tracks().get(3).trajectory(), 137));
    }

    /** Two rates differ in the step alone before the first one is made. */
    @Test
    void halfAStageShowsTheStepOfAnUpdateBesideItsGradient() {
        Style stage = Style.onStage(Theme.LIGHT, 720);
        List<BufferedImage> images = Stream.of(0.5, 0.25)
                .map(rate -> Fixtures.image(new TablePainter(stage, Memo.NONE), Frames.frame(Experiment.of(Spec.of("booth"))
                .withRuns(List.of(Run.of(Spec.of("adam").with("learningRate", rate), 0))).withStop(StopRule.steps(3)).withStep(0)), stage, 640, 536))
                .toList();
        assertTrue(Fixtures.differing(images.getFirst(), images.getLast()) > 100);
    }

    @ParameterizedTest
    @CsvSource({"1,1.6,1", "2,1.6,2", "3,1.6,2", "4,1.6,2", "6,1.6,3", "12,1.6,4", "2,0.5,1", "3,0.4,1"})
    void tilesAreShapedForReading(int n, double aspect, int columns) {
        assertEquals(columns, Composition.columns(n, aspect));
    }

    @Test
    void tilesFillThePictureWithoutOverlap() {
        Rectangle2D area = new Rectangle2D.Double(0, 40, 1600, 960);
        for (int n = 1; n <= 7; n++) {
            List<ViewKind> views = java.util.Collections.nCopies(n, Views.of("loss"));
            double sum = Composition.of(views, LIGHT).tiles(area, Fixtures.race()).stream()
                    .mapToDouble(t -> t.area().getWidth() * t.area().getHeight()).sum();
            assertEquals(1600 * 960, sum, 0, n + " views");
        }
    }

    @Test
    void everyRunCanHaveATileOfItsOwn() {
        Frame race = Fixtures.race();
        Composition each = new Composition(List.of(Views.of("loss")), true, LIGHT, _ -> Memo.NONE);
        List<Composition.Tile> tiles = each.tiles(new Rectangle2D.Double(0, 0, 1200, 800), race);
        assertEquals(6, tiles.size());
        Frame third = Composition.alone(race, tiles.get(2).run().orElseThrow());
        assertEquals(List.of(true, true, false, true, true, true), third.tracks().stream().map(t -> t.run().hidden()).toList());
        Ink ink = new Ink(new OutlineGraphics(), LIGHT);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 400, 300);
        assertEquals(LossChart.of(area, Composition.alone(race, 0), ink, Memo.NONE).axes().ranges(),
                LossChart.of(area, third, ink, Memo.NONE).axes().ranges(), "tiles of one picture share their axes");
    }

    @Test
    void tilesAreParted() {
        BufferedImage image = Fixtures.image(Composition.of(List.of(Views.of("loss"), Views.of("table")), LIGHT), Fixtures.race(), LIGHT,
                1200, 600);
        assertEquals(0xd0d7de, colour(image, 600, 300));
        assertEquals(0xd0d7de, colour(image, 300, 40));
    }

    @Test
    void anUnknownViewNamesTheKnownOnes() {
        String message = assertThrows(SpecException.class, () -> Views.of("pie")).getMessage();
        assertTrue(message.startsWith("no view 'pie'; there are ") && message.contains("loss"), message);
        assertTrue(assertThrows(IllegalArgumentException.class,
                () -> Composition.of(List.of(), LIGHT)).getMessage().contains("at least one view"));
    }

    /** Nothing to draw on, nothing to draw, and everything at once: no view may throw. */
    @Test
    void everyViewCopesWithEverySize() {
        Frame empty = Fixtures.frame(Fixtures.bowl(), List.of(), 0);
        Frame still = Fixtures.frame(Fixtures.parabola(), List.of(Fixtures.track(0, "a", "Still",
                Fixtures.descend(Fixtures.parabola(), 0, 0))), 0);
        Fixtures.Made nowhere = new Fixtures.Made(2, p -> Double.NaN, Fixtures.bowl().appearance());
        Frame nan = Fixtures.frame(nowhere, List.of(Fixtures.track(0, "a", "Nan", Fixtures.descend(nowhere, 0.1, 5))), 3);
        Frame race = Fixtures.race();
        Frame many = Gallery.many();
        for (ViewKind view : Views.ALL) {
            for (Style style : List.of(new Style(Theme.LIGHT, 1, false), new Style(Theme.DARK, 1.7, false))) {
                for (Frame frame : List.of(empty, still, nan, race, many)) {
                    Memo memo = Surfaces.memo();
                    for (int[] size : new int[][] {{1, 1}, {7, 90}, {90, 7}, {60, 40}, {300, 200}}) {
                        Plot plot = view.plot().apply(style, memo);
                        Fixtures.image(plot, frame, style, size[0], size[1]);
                        Rectangle2D area = new Rectangle2D.Double(0, 0, size[0], size[1]);
                        Point2D middle = new Point2D.Double(size[0] / 2.0, size[1] / 2.0);
                        plot.hit(middle, area, frame);
                        plot.step(middle, area, frame);
                        plot.locate(middle, area, frame);
                        assertTrue(plot.detail(frame).length() < 80);
                    }
                }
            }
        }
    }

    /** The largest and smallest numbers there are, equal ones, and mixtures, on every scale and measure. */
    @Test
    void everyNumberFindsAPlace() {
        double[][] losses = {{1.7e308, -1.7e308}, {4.9e-324, 1e-310}, {1e308, 1e-308}, {5, 5, 5}, {0, 0}, {-1e-300, -1e300},
            {Double.NaN, 3, Double.NEGATIVE_INFINITY}, {Double.POSITIVE_INFINITY, 2, 1}, {1, Math.nextUp(1.0)}, {1e300, 1e300}};
        for (double[] some : losses) {
            Fixtures.Made f = new Fixtures.Made(1, p -> some[(int) Math.clamp(p[0] * some.length, 0, some.length - 1)],
                    Fixtures.appearance("Given", List.of(new thalweg.math.Range(0, 1)), thalweg.math.Vec.of(0.5)));
            Frame frame = Fixtures.frame(f, List.of(Fixtures.track(0, "a", "A", Fixtures.losses(new Outcome.OutOfSteps(1), some))), 1);
            for (var measure : thalweg.experiment.Look.Measure.values()) {
                for (var scale : thalweg.experiment.Look.Scale.values()) {
                    var look = frame.experiment().look().withMeasure(measure).withLossScale(scale).withHeight(scale);
                    for (String view : List.of("loss", "curve", "table")) {
                        Fixtures.image(Views.of(view).plot().apply(LIGHT, Memo.NONE), frame.withLook(look), LIGHT, 300, 200);
                    }
                }
            }
        }
    }

    @Test
    void atTheEndOfARunItsLastUpdateIsShown() {
        Trajectory path = Fixtures.descend(Fixtures.bowl(), 0.1, 5);
        assertEquals(List.of(0, 4, 4, 4), IntStream.of(0, 4, 5, 9).mapToObj(step -> NextUpdate.from(path, step)).toList());
        assertEquals(0, NextUpdate.from(Fixtures.descend(Fixtures.bowl(), 0.1, 0), 3), "of no steps there is none");
    }

    /** In the corner of a small window there is room for the rule, and not for the numbers below it. */
    @Test
    void theNextUpdateStaysInItsAreaHoweverLowThatIs() {
        Frame race = Frames.frame(Experiment.of(Spec.of("rosenbrock")).withRuns(List.of(Run.of(Spec.of("adam"), 0)))
                .withStop(StopRule.steps(9)));
        for (int height = 96; height < 260; height += 8) {
            OutlineGraphics drawn = new OutlineGraphics();
            Rectangle2D area = new Rectangle2D.Double(10, 20, 220, height);
            NextUpdate.paint(new Ink(drawn, Style.of(Theme.LIGHT)), area, race, race.tracks().getFirst(), Memo.NONE);
            assertTrue(drawn.outline().getBounds2D().getMaxY() <= area.getMaxY(), height + " high: " + drawn.outline().getBounds2D());
        }
    }
}
