package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.slice.Route;
import thalweg.slice.Slice;

class CurvePainterTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 560, 360);
    private static final CurvePainter PAINTER = new CurvePainter(LIGHT, Memo.NONE);

    private static Frame descending(double rate, int step) {
        Fixtures.Made f = Fixtures.parabola();
        return Fixtures.frame(f, List.of(Fixtures.track(0, "gradient-descent", "GD", Fixtures.descend(f, rate, 20))), step);
    }

    private static CurveChart chart(Frame frame) {
        return CurveChart.of(AREA, frame, new Ink(new OutlineGraphics(), LIGHT));
    }

    private static List<String> words(Frame frame) {
        return CurveNote.words(chart(frame), frame, frame.tracks().getFirst().trajectory(), frame.step());
    }

    @Test
    void theCurvePassesThroughItsValues() {
        Frame frame = Fixtures.frame(Fixtures.parabola(), List.of(), 0);
        BufferedImage image = Fixtures.image(PAINTER, frame, LIGHT, 560, 360);
        Axes axes = chart(frame).axes();
        for (double x : new double[] {-1, 2.5, 4}) {
            int there = image.getRGB((int) axes.x(x), (int) axes.y((x - 1) * (x - 1)));
            // the edge of a line is a little lighter
            assertTrue(Tint.contrast(new java.awt.Color(there), java.awt.Color.WHITE) > 10, "at " + x);
        }
    }

    @Test
    void anArrowheadAtTheEdgePointsToAStartOutsideTheWindow() {
        for (double start : new double[] {60, -60}) {
            Fixtures.Made f = new Fixtures.Made(1, p -> (p[0] - 1) * (p[0] - 1),
                    Fixtures.appearance("Parabola", List.of(new Range(-3, 5)), Vec.of(start)));
            Frame frame = Fixtures.frame(f, List.of(), 0);
            Rectangle2D plot = chart(frame).axes().plot();
            int x = (int) (start > 0 ? plot.getMaxX() - 9 : plot.getX() + 9);
            int there = Fixtures.image(PAINTER, frame, LIGHT, 560, 360).getRGB(x, (int) plot.getY() + 9);
            assertEquals(LIGHT.theme().text().getRGB(), there, "of " + start);
        }
    }

    @Test
    void thereIsAGapWhereTheCostIsNoNumberAndNoWallAtAPole() {
        Fixtures.Made f = new Fixtures.Made(1, p -> Math.abs(p[0]) < 0.5 ? Double.NaN : 1 / (p[0] - 2),
                Fixtures.appearance("Pole", List.of(new Range(-3, 5)), Vec.of(-1)));
        assertEquals(3, chart(Fixtures.frame(f, List.of(), 0)).curve().size());
    }

    /** d/dx (x - 1)^2 at the start -2.5 is -7; at a rate of 0.1 the step is +0.7; at a rate of 1.2 the step after crosses over. */
    @Test
    void wordsSayWhatTheSlopeDoesToTheStep() {
        assertEquals(List.of("slope " + Numbers.MINUS + "7.00 is negative,", "so the step goes right: +0.700"), words(descending(0.1, 0)));
        Frame crossed = descending(1.2, 1);
        assertEquals("so the step goes left: " + Numbers.MINUS, words(crossed).get(1).substring(0, 24));
        assertTrue(words(crossed).getFirst().endsWith("is positive,"));
        Frame up = new Frame(descending(0.1, 0).experiment().withMaximise(true), descending(0.1, 0).scene(), descending(0.1, 0).grid(),
                descending(0.1, 0).tracks(), 0, Optional.empty());
        assertTrue(words(up).get(1).startsWith("yet the step goes right"));
        assertEquals("and the run has made all 20 steps", words(descending(0.1, 20)).get(1));
    }

    @Test
    void theTangentHasTheSlopeOfTheCurveInPixels() {
        Frame frame = descending(0.1, 0);
        CurveChart chart = chart(frame);
        double h = 1e-4;
        double drawn = (chart.y(3.5 * 3.5 - 7 * h) - chart.y(3.5 * 3.5)) / (chart.axes().x(-2.5 + h) - chart.axes().x(-2.5));
        assertEquals(drawn, chart.pixelSlope(chart.slope(frame.tracks().getFirst().trajectory(), 0), 3.5 * 3.5), 1e-4);
    }

    @Test
    void pointingFindsIteratesAndPlaces() {
        Frame frame = descending(0.1, 3);
        Axes axes = chart(frame).axes();
        Point2D start = new Point2D.Double(axes.x(-2.5) + 2, axes.y(12.25) - 2);
        assertEquals(Optional.of(new Hover(0, 0)), PAINTER.hit(start, AREA, frame));
        assertEquals(2.0, PAINTER.locate(new Point2D.Double(axes.x(2), 100), AREA, frame).orElseThrow().get(0), 1e-9);
        assertEquals(Optional.empty(), PAINTER.locate(new Point2D.Double(1, 1), AREA, frame));
        assertEquals(Optional.empty(), PAINTER.hit(start, AREA, Fixtures.race()));
    }

    @Test
    void anotherNumberOfParametersIsSaidInWords() {
        assertEquals("The curve shows a cost of one parameter; Rosenbrock is seen along two. Contour and surface show it.",
                Notice.sentence(Fixtures.race(), 1));
        assertEquals("cost along \u03b8\u2081", PAINTER.detail(descending(0.1, 0)));
    }

    /** Side by side, one height is one J, unless what is seen are other costs or steps of another scale. */
    @Test
    void experimentsOfOneCostHaveOneHeightSideBySide() {
        Frame frame = Frames.frame(ExperimentJson.read("""
                {"format": 1, "learning": {"data": "houses", "network": "linear"}, "slice": {"directions": "hessian(which=top, count=1)", "origin": "zero", "normalisation": "unit"},
                 "runs": [{"optimizer": "adam"}], "stop": {"steps": 3}, "look": {"window": [[-1, 1]]},
                 "variants": [{"name": "steepest"}, {"name": "flattest", "directions": "hessian(which=bottom, count=1)"},
                              {"name": "as they come", "normalisation": "none"}, {"name": "fewer", "limit": 10}]}"""));
        List<Range> heights = frame.variants().stream().map(CurveChart::vertical).toList();
        assertEquals(heights.get(0), heights.get(1));
        assertEquals(heights.get(0), CurveChart.vertical(frame.at(2).variants().getFirst()), "at every step");
        assertEquals(List.of(1, 1, 0, 0), frame.variants().stream().map(v -> v.kin().size()).toList());
    }

    @Test
    void wordsOfMarksCoverNeitherEachOtherNorAMark() {
        Frame waves = Frames.frame(Experiment.of(Spec.of("waves")).withStart(Vec.of(7.3)).withStop(StopRule.steps(40))
                .withRuns(List.of(Run.of(Spec.of("gradient-descent").with("learningRate", 0.05), 0)))).at(40);
        Ink large = new Ink(new OutlineGraphics(), new Style(Theme.LIGHT, 2, true));
        CurveMarks marks = CurveMarks.of(large, CurveChart.of(AREA, waves, large), waves);
        assertTrue(marks.crosses().size() > 6 && marks.start().isPresent(), marks.toString());
        assertTrue(marks.words().size() > 4, marks.words().toString());
        for (CurveMarks.Word a : marks.words()) {
            assertTrue(marks.words().stream().filter(b -> b != a).noneMatch(b -> b.box().intersects(a.box())), a.toString());
            assertTrue(marks.crosses().stream().noneMatch(a.box()::contains), a.toString());
        }
    }

    /** The heights of a path off the line are not the curve's: a thousand of its steps would hide it. */
    @Test
    void ofAPathOffTheLineOnlyTheLastStepsAreShown() {
        int on = pixelsOfTheRun(0);
        int off = pixelsOfTheRun(0.5);
        assertTrue(on > 3 * off && off > 100, on + " pixels of a path on the line, " + off + " of one off it");
    }

    private static int pixelsOfTheRun(double away) {
        Range unit = new Range(-1, 1);
        Fixtures.Made f = new Fixtures.Made(2, t -> t[0] * t[0] + t[1] * t[1], Fixtures.appearance("Bowl", List.of(unit, unit), Vec.of(-0.9, away)));
        List<Vec> points = IntStream.rangeClosed(0, 90).mapToObj(i -> Vec.of(-0.9 + 0.02 * i, away)).toList();
        Fixtures.Path path = new Fixtures.Path(f, points, 0.1, new Outcome.OutOfSteps(90));
        Slice slice = new Slice(Vec.of(0, 0), List.of(Vec.of(1, 0)), List.of(unit));
        Track track = new Track(Run.of(Spec.of("adam"), 0), "Adam", new Fixtures.Still(0.1), path, Optional.of(Route.of(path, slice)));
        Grid grid = new Grid(unit, new Range(0, 1), 3, 1, new double[] {1, 0, 1});
        Frame frame = new Frame(Experiment.of(Spec.of("made")).withRuns(List.of(track.run())), new Scene(f, slice, Vec.of(-0.9, away), List.of()),
                grid, List.of(track), 90, Optional.empty());
        assertEquals(away > 0, PAINTER.detail(frame).contains("the last 12 steps"));
        BufferedImage image = Fixtures.image(PAINTER, frame, LIGHT, 560, 360);
        int colour = RunStyle.of(track.run()).colour().getRGB();
        return (int) IntStream.range(0, 560 * 360).filter(k -> image.getRGB(k % 560, k / 560) == colour).count();
    }
}
