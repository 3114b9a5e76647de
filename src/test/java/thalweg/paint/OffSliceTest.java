package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.slice.Route;
import thalweg.slice.Slice;

/** How paths are shown that are not on the slice they are drawn on. */
class OffSliceTest {
    private static final Range UNIT = new Range(-1, 1);
    private static final Style LIGHT = Style.of(Theme.LIGHT);

    /** J = 0.2 + z^2, which its slice at z = 0 does not show: a plane without colour, so that only the path is seen. */
    private static final ToDoubleFunction<double[]> COST = t -> 0.2 + t[2] * t[2];

    /** A path along x from -0.8 to 0.8, at height z: at the given height in all of its second half. */
    private static Frame frame(double height, int step) {
        Fixtures.Made f = new Fixtures.Made(3, COST, Fixtures.appearance("made", List.of(UNIT, UNIT), Vec.of(-0.8, 0, 0)));
        List<Vec> points = IntStream.rangeClosed(0, 160).mapToObj(i -> Vec.of(-0.8 + 0.01 * i, 0, i > 80 ? height : 0)).toList();
        Fixtures.Path path = new Fixtures.Path(f, points, 0.1, new Outcome.OutOfSteps(160));
        Slice slice = new Slice(Vec.of(0, 0, 0), List.of(Vec.of(1, 0, 0), Vec.of(0, 1, 0)), List.of(UNIT, UNIT));
        Track track = new Track(Run.of(Spec.of("adam"), 0), "Adam", new Fixtures.Still(0.1), path, Optional.of(Route.of(path, slice)));
        Grid grid = new Grid(UNIT, UNIT, 3, 3, new double[] {0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2});
        Experiment e = Experiment.of(Spec.of("made")).withRuns(List.of(track.run()));
        return new Frame(e, new Scene(f, slice, Vec.of(-0.8, 0, 0), List.of()), grid, List.of(track), step, Optional.empty());
    }

    /** From its start to its farthest point: the one at the other end, 1.6 along and 1.2 above. */
    @Test
    void aPathIsOffInPartsOfItsLength() {
        Route route = frame(1.2, 0).tracks().getFirst().route().orElseThrow();
        assertEquals(0, route.off(80), 0);
        assertEquals(1.2 / 2, route.off(81), 1e-12);
        assertEquals(0, frame(0, 0).tracks().getFirst().route().orElseThrow().off(160), 0);
    }

    @Test
    void stretchesOfOneShadeFollowEachOther() {
        Track track = frame(1.2, 0).tracks().getFirst();
        assertEquals(List.of(new Fading.Stretch(0, 81, 1), new Fading.Stretch(81, 160, 1 - 0.75 * 5 / 8)), Fading.of(track, 0, 160));
        assertEquals(List.of(new Fading.Stretch(90, 100, 1 - 0.75 * 5 / 8)), Fading.of(track, 90, 100));
        assertEquals(List.of(new Fading.Stretch(0, 160, 1)), Fading.of(track.withRoute(Optional.empty()), 0, 160));
    }

    private static double distance(int argb, Color from) {
        Color c = new Color(argb);
        return Math.hypot(Math.hypot(c.getRed() - from.getRed(), c.getGreen() - from.getGreen()), c.getBlue() - from.getBlue());
    }

    /** The most of a run's colour in a strip of columns of a picture: 0 is the colour itself. */
    private static double nearest(BufferedImage image, double fromPart, double toPart, Color colour) {
        double best = 1000;
        for (int x = (int) (fromPart * image.getWidth()); x < toPart * image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                best = Math.min(best, distance(image.getRGB(x, y), colour));
            }
        }
        return best;
    }

    @Test
    void thePathIsFaintOnMapAndSurfaceWhereItIsOffThePlane() {
        for (Plot plot : List.of(new ContourPainter(LIGHT, Memo.NONE), new SurfacePainter(LIGHT, Memo.NONE))) {
            Frame off = frame(1.2, 160);
            Frame on = frame(0, 160);
            Color colour = RunStyle.of(off.tracks().getFirst().run()).colour();
            BufferedImage faint = Fixtures.image(plot, off, LIGHT, 600, 400);
            BufferedImage full = Fixtures.image(plot, on, LIGHT, 600, 400);
            int more = 0;
            for (int x = 0; x < 600; x++) {
                for (int y = 0; y < 400; y++) {
                    more += distance(full.getRGB(x, y), colour) < 8 ? 1 : 0;
                    more -= distance(faint.getRGB(x, y), colour) < 8 ? 1 : 0;
                }
            }
            assertTrue(more > 60, plot + ": so many pixels more have the run's own colour: " + more);
            assertTrue(nearest(faint, 0, 0.45, colour) < 8 || plot instanceof SurfacePainter, "the first half has it too");
            assertTrue(plot.detail(off).endsWith("paths faint where off the plane"), plot.detail(off));
            assertFalse(plot.detail(on).contains("faint"), plot.detail(on));
        }
    }

    @Test
    void theNoteOfAnIterateSaysHowFarItIsOffAndWhatIsBelow() {
        Frame frame = frame(1.2, 160).withHover(Optional.of(new Hover(0, 120)));
        assertEquals(0.2, Under.path(frame, 0, 120), 1e-15);
        BufferedImage with = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), frame, LIGHT, 600, 400);
        Track plain = frame.tracks().getFirst().withRoute(Optional.empty());
        Frame whole = new Frame(frame.experiment(), frame.scene(), frame.grid(), List.of(plain), 160, frame.hover());
        assertTrue(Double.isNaN(Under.path(whole, 0, 120)));
        BufferedImage without = Fixtures.image(new ContourPainter(LIGHT, Memo.NONE), whole, LIGHT, 600, 400);
        assertNotEquals(text(without), text(with), "a line more");
    }

    private static int text(BufferedImage image) {
        int count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += image.getRGB(x, y) == Theme.LIGHT.text().getRGB() ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theTableHasColumnsForWhatIsOff() {
        Frame frame = frame(1.2, 160);
        List<TableColumns.Column> columns = TableColumns.of(new Ink(new OutlineGraphics(), LIGHT), frame, 0, 1200);
        TableColumns.Column off = columns.get(columns.size() - 2);
        assertEquals("off plane", off.head());
        assertEquals("60.0\u2009%", off.cell().text(frame.tracks().getFirst().trajectory(), 160));
        assertEquals("$J$ on plane", columns.getLast().head());
        assertEquals("0.200", columns.getLast().cell().text(frame.tracks().getFirst().trajectory(), 160));
    }

    /** The run's J jumps to 1.64 at half time; below it stays 0.2, where the dots are. */
    @Test
    void theChartOfLossDotsWhatIsBelowTheOnlyRun() {
        Frame linear = frame(1.2, 160);
        Frame frame = linear.withLook(linear.experiment().look().withLossScale(Look.Scale.LINEAR));
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 400);
        LossPainter painter = new LossPainter(LIGHT, Memo.NONE);
        assertEquals("cost against step, dotted: on the plane below Adam", painter.detail(frame));
        LossChart chart = LossChart.of(area, frame, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE);
        BufferedImage image = Fixtures.image(painter, frame, LIGHT, 600, 400);
        double y = chart.axes().y(0.2);
        int dots = 0;
        for (int x = (int) chart.axes().x(100); x < chart.axes().x(150); x++) {
            dots += distance(image.getRGB(x, (int) y), RunStyle.of(frame.tracks().getFirst().run()).edge(Theme.LIGHT)) < 90 ? 1 : 0;
        }
        assertTrue(dots > 10, dots + " pixels of dots");
    }

    @Test
    void otherDrawsOfALineAreFaintAndTheAxisHoldsThem() {
        Fixtures.Made f = new Fixtures.Made(3, COST, Fixtures.appearance("made", List.of(UNIT), Vec.of(0, 0, 0)));
        Slice slice = new Slice(Vec.of(0, 0, 0), List.of(Vec.of(0, 0, 1)), List.of(UNIT));
        Grid own = new Grid(UNIT, new Range(0, 1), 3, 1, new double[] {1, 0, 1});
        Grid other = new Grid(UNIT, new Range(0, 1), 3, 1, new double[] {4, 0, 4});
        Frame alone = new Frame(Experiment.of(Spec.of("made")), new Scene(f, slice, Vec.of(0, 0, 0), List.of()), own, List.of(), 0, Optional.empty());
        Frame both = alone.withBeside(List.of(other, other));
        CurvePainter painter = new CurvePainter(LIGHT, Memo.NONE);
        assertEquals("cost along a, faint: 2 other draws", painter.detail(both));
        assertFalse(painter.detail(alone).contains("draw"));
        Rectangle2D area = new Rectangle2D.Double(0, 0, 600, 400);
        assertTrue(CurveChart.of(area, both, new Ink(new OutlineGraphics(), LIGHT)).axes().ranges().getLast().max() >= 4);
        assertTrue(CurveChart.of(area, alone, new Ink(new OutlineGraphics(), LIGHT)).axes().ranges().getLast().max() < 2);
    }
}
