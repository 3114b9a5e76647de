package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.catalog.Spec;
import thalweg.descent.Outcome;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Run;
import thalweg.experiment.Scene;
import thalweg.experiment.Track;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;

class ContourPainterTest {
    private static final int WIDTH = 500;
    private static final int HEIGHT = 400;
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);

    /** Keeps the newest of each part, as the window does. */
    private static final class Keeping implements Memo {
        private final Map<String, Object[]> parts = new HashMap<>();
        private final List<String> made = new ArrayList<>();

        @Override
        @SuppressWarnings("unchecked") // a part is always asked for as the type it was made as
        public <T> T get(String part, Object key, Supplier<T> make) {
            Object[] kept = parts.get(part);
            if (kept == null || !kept[0].equals(key)) {
                made.add(part);
                kept = new Object[] {key, make.get()};
                parts.put(part, kept);
            }
            return (T) kept[1];
        }
    }

    private static ContourPainter painter(Theme theme) {
        return new ContourPainter(Style.of(theme), Memo.NONE);
    }

    private static BufferedImage image(Theme theme, Frame frame) {
        return Fixtures.image(painter(theme), frame, Style.of(theme), WIDTH, HEIGHT);
    }

    /** The pixel that shows a point of the window, found through {@code locate}. */
    private static int[] pixel(Frame frame, double x, double y) {
        ContourPainter painter = painter(Theme.LIGHT);
        Point2D a = new Point2D.Double(200, 150);
        Point2D b = new Point2D.Double(300, 250);
        Vec atA = painter.locate(a, AREA, frame).orElseThrow();
        Vec atB = painter.locate(b, AREA, frame).orElseThrow();
        return new int[] {(int) Math.floor(200 + 100 * (x - atA.get(0)) / (atB.get(0) - atA.get(0))),
                (int) Math.floor(150 + 100 * (y - atA.get(1)) / (atB.get(1) - atA.get(1)))};
    }

    private static Color at(BufferedImage image, int[] pixel) {
        return new Color(image.getRGB(pixel[0], pixel[1]));
    }

    private static void assertNear(Color wanted, Color is, int within) {
        assertTrue(Math.abs(wanted.getRed() - is.getRed()) <= within && Math.abs(wanted.getGreen() - is.getGreen()) <= within
                && Math.abs(wanted.getBlue() - is.getBlue()) <= within, wanted + " wanted, but was " + is);
    }

    private static Frame bare(Fixtures.Made f) {
        Frame frame = Fixtures.frame(f, List.of(), 0);
        return frame.withLook(frame.experiment().look().withCriticalPoints(false));
    }

    /** A plane rises evenly, so the colour at a place is known; no line passes at x = 0.25, y = 0 (J = 0.5, levels are multiples of 5). */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void coloursAreThoseOfTheMapMixedWithTheCanvas(Theme theme) {
        Frame frame = bare(MapGallery.made("plane", new double[] {-5, 5, -5, 5}, Vec.of(4, -4), p -> 2 * p[0] + 3 * p[1]));
        Color wanted = ColourMap.of("viridis").onMap(theme).colour((0.5 + 25) / 50);
        assertNear(wanted, at(image(theme, frame), pixel(frame, 0.25, 0)), 2);
        Color share = Tint.mix(ColourMap.of("viridis").colour((0.5 + 25) / 50), theme.canvas(), theme == Theme.DARK ? 0.26 : 0.2);
        assertNear(share, wanted, 1);
    }

    /** Where J = 5 crosses y = 0; the line is 0.8 wide, so a pixel's neighbour still holds most of it. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void contourLinesLieAtTheirLevel(Theme theme) {
        Frame frame = bare(MapGallery.made("plane", new double[] {-5, 5, -5, 5}, Vec.of(4, -4), p -> 2 * p[0] + 3 * p[1]));
        BufferedImage image = image(theme, frame);
        Color map = ColourMap.of("viridis").onMap(theme).colour((5 + 25) / 50.0);
        Color line = ContourBase.lineColour(map, false);
        int[] p = pixel(frame, 2.5, 0);
        int nearest = 999;
        for (int dx = -2; dx <= 2; dx++) {
            Color c = at(image, new int[] {p[0] + dx, p[1]});
            nearest = Math.min(nearest, Math.abs(c.getRed() - line.getRed()) + Math.abs(c.getGreen() - line.getGreen())
                    + Math.abs(c.getBlue() - line.getBlue()));
        }
        int contrast = Math.abs(map.getRed() - line.getRed()) + Math.abs(map.getGreen() - line.getGreen()) + Math.abs(map.getBlue() - line.getBlue());
        assertTrue(nearest < contrast * 0.5, "a line that differs by " + contrast + " from the map, but the nearest pixel is " + nearest + " off it");
    }

    private static Frame straight(int step) {
        Fixtures.Made bowl = Fixtures.bowl();
        List<Vec> points = List.of(Vec.of(3, 2), Vec.of(-3, 2), Vec.of(-3, -3), Vec.of(3, -3));
        Frame frame = Fixtures.frame(bowl, List.of(Fixtures.track(0, "gradient-descent", "GD",
                new Fixtures.Path(bowl, points, 1, new Outcome.OutOfSteps(3)))), step);
        return frame;
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void thePathIsInTheRunsColourWithACasing(Theme theme) {
        Frame frame = straight(2);
        BufferedImage image = image(theme, frame);
        int[] p = pixel(frame, -3, -0.5);
        Color blue = RunStyle.of(0).colour();
        int best = 999;
        int casing = 999;
        for (int dx = -4; dx <= 4; dx++) {
            Color c = at(image, new int[] {p[0] + dx, p[1]});
            best = Math.min(best, Math.abs(c.getRed() - blue.getRed()) + Math.abs(c.getGreen() - blue.getGreen())
                    + Math.abs(c.getBlue() - blue.getBlue()));
            casing = Math.min(casing, 765 - c.getRed() - c.getGreen() - c.getBlue());
        }
        assertTrue(best < 60, "nearest to the run's colour: " + best);
        assertTrue(casing < (theme == Theme.LIGHT ? 120 : 360), "whitest beside it: " + casing);
    }

    @Test
    void afterThePlayheadThePathIsOnlyFaint() {
        Frame before = straight(1);
        Frame after = straight(3);
        int[] p = pixel(before, 0, -3);
        Color faint = at(image(Theme.LIGHT, before), p);
        Color bold = at(image(Theme.LIGHT, after), p);
        Color none = at(image(Theme.LIGHT, Fixtures.frame(Fixtures.bowl(), List.of(), 0)), p);
        assertNotEquals(none, bold);
        int far = Math.abs(faint.getRed() - none.getRed()) + Math.abs(faint.getBlue() - none.getBlue());
        int farther = Math.abs(bold.getRed() - none.getRed()) + Math.abs(bold.getBlue() - none.getBlue());
        assertTrue(farther > far, "bold differs by " + farther + ", faint by " + far);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theMarkerStandsOnTheIterateOfThePlayhead(Theme theme) {
        Frame frame = straight(1);
        assertEquals(RunStyle.of(0).colour(), at(image(theme, frame), pixel(frame, -3, 2)));
        assertNotEquals(RunStyle.of(0).colour(), at(image(theme, frame), pixel(frame, -3, -3)));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void startIsARingInTheColourOfTextAroundTheCanvas(Theme theme) {
        Frame frame = Fixtures.frame(Fixtures.bowl(), List.of(), 0);
        BufferedImage image = image(theme, frame);
        int[] p = pixel(frame, 3, 2);
        assertEquals(theme.canvas(), at(image, p));
        assertNear(theme.text(), at(image, new int[] {p[0] + 5, p[1]}), 60);
    }

    @Test
    void runsThatDivergedEndOnTheEdgeWhereTheyLeave() {
        Fixtures.Made bowl = Fixtures.bowl();
        List<Vec> points = List.of(Vec.of(0, 1), Vec.of(1, 1), Vec.of(9, 1), Vec.of(0, -3), Vec.of(1e200, -1e200));
        Frame frame = Fixtures.frame(bowl, List.of(Fixtures.track(0, "gradient-descent", "GD",
                new Fixtures.Path(bowl, points, 1, new Outcome.Diverged(4)))), 4);
        BufferedImage image = image(Theme.LIGHT, frame);
        assertEquals(RunStyle.of(0).colour(), at(image, pixel(frame, 3.99, 1)));
        BufferedImage without = image(Theme.LIGHT, Fixtures.frame(bowl, List.of(), 0));
        int[] later = pixel(frame, 0, -3);
        assertEquals(at(without, later), at(image, later));
        assertTrue(painter(Theme.LIGHT).hit(new Point2D.Double(later[0], later[1]), AREA, frame).isEmpty());
    }

    @Test
    void hiddenRunsAreNotDrawnAndNotHit() {
        Frame shown = straight(3);
        Track t = shown.tracks().getFirst();
        Track hidden = new Track(t.run().withHidden(true), t.name(), t.optimizer(), t.trajectory());
        Frame frame = new Frame(shown.experiment(), shown.scene(), shown.grid(), List.of(hidden), 3, Optional.empty());
        int[] p = pixel(frame, -3, -3);
        assertEquals(at(image(Theme.LIGHT, Fixtures.frame(Fixtures.bowl(), List.of(), 0)), p), at(image(Theme.LIGHT, frame), p));
        assertEquals(Optional.empty(), painter(Theme.LIGHT).hit(new Point2D.Double(p[0], p[1]), AREA, frame));
    }

    @Test
    void hitFindsTheIterateWithinTenPixels() {
        Frame frame = straight(1);
        int[] p = pixel(frame, -3, -3);
        assertEquals(Optional.of(new Hover(0, 2)), painter(Theme.LIGHT).hit(new Point2D.Double(p[0] + 6, p[1] - 6), AREA, frame));
        assertEquals(Optional.empty(), painter(Theme.LIGHT).hit(new Point2D.Double(p[0] + 9, p[1] - 9), AREA, frame));
    }

    @Test
    void locateKnowsTheWindowAndNothingBeside() {
        Frame frame = Fixtures.frame(Fixtures.bowl(), List.of(), 0);
        int[] p = pixel(frame, 1.5, -2.5);
        Vec v = painter(Theme.LIGHT).locate(new Point2D.Double(p[0] + 0.5, p[1] + 0.5), AREA, frame).orElseThrow();
        assertEquals(1.5, v.get(0), 0.02);                        // half a pixel
        assertEquals(-2.5, v.get(1), 0.02);
        assertEquals(Optional.empty(), painter(Theme.LIGHT).locate(new Point2D.Double(3, 3), AREA, frame));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whereJIsNotANumberThereAreQuietStripes(Theme theme) {
        Frame frame = bare(MapGallery.made("half", new double[] {-5, 5, -5, 5}, Vec.of(1, 1), p -> p[0] < 0 ? Double.NaN : p[0]));
        BufferedImage image = image(theme, frame);
        int[] p = pixel(frame, -2.5, 1);
        int stripes = 0;
        for (int dx = 0; dx < 90; dx++) {
            Color c = at(image, new int[] {p[0] - 45 + dx, p[1]});
            assertTrue(c.equals(theme.chrome()) || c.equals(theme.border()), c.toString());
            stripes += c.equals(theme.border()) ? 1 : 0;
        }
        assertEquals(20, stripes, 2);                             // 2 of 9
        assertNotEquals(theme.chrome(), at(image, pixel(frame, 2.5, 1)));
    }

    @Test
    void picturesWithAndWithoutAMemoAreAlike() {
        Frame race = Fixtures.race();
        Style style = Style.of(Theme.LIGHT);
        BufferedImage plain = image(Theme.LIGHT, race);
        Keeping memo = new Keeping();
        ContourPainter kept = new ContourPainter(style, memo);
        Fixtures.image(kept, race.at(3), style, WIDTH, HEIGHT);
        BufferedImage again = Fixtures.image(kept, race, style, WIDTH, HEIGHT);
        int differing = Fixtures.differing(plain, again);
        // edges of lines are smoothed by distance instead of area, less than a sixth of black to white; gaps for labels end straight
        assertTrue(differing < 20, differing + " pixels");
    }

    /** The others are kept painted; the one that moves is painted over them, and labels stay until a still picture. */
    @Test
    void whileOneRunIsDraggedThePictureIsLikeOnePaintedAtOnce() {
        Style moving = Style.of(Theme.LIGHT).withStill(false);
        Frame race = Fixtures.race();
        Keeping memo = new Keeping();
        ContourPainter kept = new ContourPainter(moving, memo);
        Fixtures.image(kept, race, moving, WIDTH, HEIGHT);
        for (double rate : new double[] {0.001, 0.002}) {
            Fixtures.image(kept, dragged(race, rate), moving, WIDTH, HEIGHT);
        }
        memo.made.clear();
        BufferedImage third = Fixtures.image(kept, dragged(race, 0.003), moving, WIDTH, HEIGHT);
        assertFalse(memo.made.contains("contour.resting") || memo.made.contains("contour.path.0") || memo.made.contains("contour.labelled"),
                memo.made.toString());
        BufferedImage once = Fixtures.image(new ContourPainter(moving, new Keeping()), dragged(race, 0.003), moving, WIDTH, HEIGHT);
        assertTrue(Fixtures.differing(third, once) < 600, "some labels stand elsewhere: " + Fixtures.differing(third, once));
        BufferedImage still = Fixtures.image(new ContourPainter(Style.of(Theme.LIGHT), memo), dragged(race, 0.003), Style.of(Theme.LIGHT), WIDTH,
                HEIGHT);
        assertTrue(Fixtures.differing(still, image(Theme.LIGHT, dragged(race, 0.003))) < 20, "the still picture remembers no drag");
    }

    /** The selected run with another learning rate. */
    private static Frame dragged(Frame race, double rate) {
        List<thalweg.experiment.Track> tracks = new ArrayList<>(race.tracks());
        tracks.set(5, Fixtures.track(5, "adam", "Adam", Fixtures.descend(Fixtures.rosenbrock(), rate, 300)));
        return new Frame(race.experiment(), race.scene(), race.grid(), tracks, race.step(), race.hover());
    }

    @Test
    void movingThePlayheadMakesNothingAgain() {
        Frame race = Fixtures.race();
        Style style = Style.of(Theme.LIGHT).withStill(false);
        Keeping memo = new Keeping();
        ContourPainter kept = new ContourPainter(style, memo);
        Fixtures.image(kept, race.at(64), style, WIDTH, HEIGHT);
        Fixtures.image(kept, race.at(65), style, WIDTH, HEIGHT);  // now it is known that they rest
        memo.made.clear();
        Fixtures.image(kept, race.at(66), style, WIDTH, HEIGHT);
        Fixtures.image(kept, race.at(90), style, WIDTH, HEIGHT);
        assertEquals(List.of(), memo.made);
    }

    @Test
    void labelsKeepClearOfPathsEdgesAndEachOther() {
        Frame race = Fixtures.race();
        BufferedImage scratch = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        Ink ink = new Ink(scratch.createGraphics(), Style.of(Theme.LIGHT));
        ContourChart chart = ContourChart.of(AREA, race, ink, Memo.NONE);
        Axes axes = chart.axes();
        Rectangle2D plot = axes.plot();
        List<PixelLine> lines = chart.lines(race.grid(), 1, Memo.NONE).stream().map(l -> new PixelLine(l, axes)).toList();
        Room room = new Room(plot, 1);
        Rectangle2D taken = new Rectangle2D.Double(plot.getX(), plot.getCenterY() - 10, plot.getWidth(), 60);
        room.take(taken);
        List<ContourLabels.Label> labels = ContourLabels.of(lines, chart.levels(), chart.scale(), ColourMap.of("viridis"), room, ink).labels();
        assertTrue(labels.size() >= 4, labels.toString());
        for (ContourLabels.Label l : labels) {
            assertFalse(taken.contains(l.x(), l.y()));
            assertTrue(l.x() >= plot.getX() + 18 && l.x() <= plot.getMaxX() - 18 && l.y() >= plot.getY() + 18 && l.y() <= plot.getMaxY() - 18);
            assertTrue(Math.abs(l.angle()) <= Math.PI / 2 + 1e-9, "upright");
            for (ContourLabels.Label other : labels) {
                assertTrue(l == other || Math.hypot(l.x() - other.x(), l.y() - other.y()) >= 70);
            }
        }
    }

    @Test
    void aPathOfAMillionStepsIsThinnedToWhatCanBeSeen() {
        Fixtures.Made bowl = Fixtures.bowl();
        Range window = new Range(-4, 4);
        thalweg.descent.Trajectory noise = new Noise(bowl, 1_000_000);
        Frame frame = Fixtures.frame(bowl, List.of(Fixtures.track(3, "adagrad", "Noise", noise)), 1_000_000);
        ContourChart chart = ContourChart.of(AREA, frame, new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT)), Memo.NONE);
        MapPath path = chart.paths(frame, Memo.NONE).getFirst();
        assertTrue(path.size() <= 12_000, path.size() + " points");
        assertEquals(1_000_000, path.step(path.size() - 1));
        BufferedImage image = image(Theme.LIGHT, frame);
        int[] p = pixel(frame, noise.theta(1_000_000, 0), noise.theta(1_000_000, 1));
        assertEquals(RunStyle.of(3).colour(), at(image, p));
        assertTrue(window.contains(noise.theta(1_000_000, 0)));
    }

    /** A walk that jumps about the whole window. */
    private record Noise(Fixtures.Made objective, int last) implements thalweg.descent.Trajectory {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double theta(int step, int i) {
            return 7 * (thalweg.math.Chance.uniform(5, thalweg.math.Purpose.values()[0], 2L * step + i) - 0.5);
        }

        @Override
        public double loss(int step) {
            return objective.value(theta(step).toArray());
        }

        @Override
        public double gradientNorm(int step) {
            return theta(step).norm();
        }

        @Override
        public double stepLength(int step) {
            return 1;
        }

        @Override
        public double learningRate(int step) {
            return 1;
        }

        @Override
        public Outcome outcome() {
            return new Outcome.OutOfSteps(last);
        }

        @Override
        public thalweg.descent.Iterate iterate(int step) {
            return new thalweg.descent.Iterate(step, theta(step), loss(step), theta(step), Map.of());
        }
    }

    @Test
    void coordinatesBeyondAllPixelsAreCutAtTheWindow() {
        Rectangle2D window = new Rectangle2D.Double(0, 0, 100, 100);
        double[] cut = MapPath.cut(window, 50, 50, 1e200, 50);
        assertEquals(100, cut[2]);
        assertEquals(50, cut[3]);
        assertEquals(0, MapPath.cut(window, 200, 0, 300, 1e200).length);
        cut = MapPath.cut(window, -100, -100, 300, 300);
        assertEquals(List.of(0.0, 0.0, 100.0, 100.0), List.of(cut[0], cut[1], cut[2], cut[3]));
    }

    @Test
    void criticalPointsAreMarkedByKindIfThatIsWanted() {
        Fixtures.Made f = MapGallery.made("saddle", new double[] {-5, 5, -5, 5}, Vec.of(4, 4), p -> p[0] * p[0] - p[1] * p[1]);
        Frame frame = Fixtures.frame(f, List.of(), 0);
        Scene scene = new Scene(f, frame.scene().slice(), Vec.of(4, 4),
                List.of(new CriticalPoint(CriticalPoint.Kind.SADDLE, Vec.of(0, 0), 0, Vec.of(-2, 2), false)));
        Frame marked = new Frame(frame.experiment(), scene, frame.grid(), List.of(), 0, Optional.empty());
        Frame unmarked = marked.withLook(marked.experiment().look().withCriticalPoints(false));
        Axes axes = ContourChart.of(AREA, marked, new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT)), Memo.NONE).axes();
        Ink ink = new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT));
        List<MapMarks.Mark> marks = MapMarks.of(scene, true, axes, new Room(axes.plot(), 1), ink).marks();
        assertEquals(List.of(MapMarks.Sign.SADDLE, MapMarks.Sign.START), marks.stream().map(MapMarks.Mark::sign).toList());
        assertEquals(List.of("saddle", "start"), marks.stream().map(MapMarks.Mark::word).toList());
        int[] p = pixel(marked, 0, 0);
        assertNotEquals(at(image(Theme.LIGHT, unmarked), new int[] {p[0] + 4, p[1]}), at(image(Theme.LIGHT, marked), new int[] {p[0] + 4, p[1]}));
        MapMarks.Mark start = marks.getLast();
        MapMarks all = new MapMarks(marks);
        assertEquals(all, all.uncovered(List.of(new Point2D.Double(start.x(), start.y())), 5, ink), "a marker that still stands there");
        assertEquals(List.of("saddle", ""), all.uncovered(List.of(new Point2D.Double(start.wordX() + 3, start.wordY())), 5, ink).marks().stream()
                .map(MapMarks.Mark::word).toList(), "half a word says nothing");
    }

    /** Else a map with no start and no path on it says nothing of why. */
    @Test
    void anArrowheadAtTheEdgePointsToAStartOutsideTheWindow() {
        Fixtures.Made f = MapGallery.made("bowl", new double[] {-5, 5, -5, 5}, Vec.of(60, -3), p -> p[0] * p[0] + p[1] * p[1]);
        Frame frame = Fixtures.frame(f, List.of(), 0);
        Ink ink = new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT));
        Axes axes = ContourChart.of(AREA, frame, ink, Memo.NONE).axes();
        MapMarks.Mark mark = MapMarks.of(frame.scene(), false, axes, new Room(axes.plot(), 1), ink).marks().getFirst();
        assertEquals(MapMarks.Sign.AWAY, mark.sign());
        assertEquals("start 60, \u22123", mark.word());
        assertEquals(axes.plot().getMaxX() - 9, mark.x(), 1e-9);
        assertTrue(mark.y() > axes.plot().getCenterY() && mark.y() < axes.plot().getCenterY() + 20, "a little below the middle: " + mark.y());
        assertTrue(mark.wordX() > axes.plot().getX() && mark.wordX() < mark.x(), "its word is in the plot");
        assertEquals(Theme.LIGHT.text(), at(image(Theme.LIGHT, frame), new int[] {(int) mark.x(), (int) mark.y()}));
        Fixtures.Made above = MapGallery.made("bowl", new double[] {-5, 5, -5, 5}, Vec.of(0, 1e200), p -> p[0] * p[0] + p[1] * p[1]);
        MapMarks.Mark up = MapMarks.of(Fixtures.frame(above, List.of(), 0).scene(), false, axes, new Room(axes.plot(), 1), ink).marks().getFirst();
        assertEquals(-Math.PI / 2, up.towards(), 1e-9);
    }

    @Test
    void theHoveredIterateHasARingAndANote() {
        Frame frame = straight(3);
        Frame hovered = frame.withHover(Optional.of(new Hover(0, 1)));
        int[] p = pixel(frame, -3, 2);
        BufferedImage image = image(Theme.LIGHT, hovered);
        assertEquals(Theme.LIGHT.canvas(), at(image, new int[] {p[0] + 2, p[1] + 20}));    // the note begins 12 below the ring
        assertNotEquals(Theme.LIGHT.canvas(), at(image(Theme.LIGHT, frame), new int[] {p[0] + 2, p[1] + 20}));
    }

    @Test
    void everySizeAndEveryFunctionCanBeDrawn() {
        List<Frame> frames = new ArrayList<>(MapGallery.functions().stream().map(f -> Fixtures.frame(f,
                List.of(Fixtures.track(1, "momentum", "GD", Fixtures.descend(f, 0.01, 20))), 10)).toList());
        frames.add(Fixtures.race().withHover(Optional.of(new Hover(2, 10))));
        frames.add(Fixtures.frame(Fixtures.parabola(), List.of(), 0));
        for (Frame frame : frames) {
            for (int[] size : new int[][] {{1, 1}, {40, 30}, {120, 90}, {300, 200}, {900, 60}}) {
                for (double scale : new double[] {1, 1.7}) {
                    Style style = new Style(Theme.DARK, scale, false);
                    Look look = frame.experiment().look().withGradientArrows(true).withMemoryArrows(true).withPolar(true)
                            .withColormap("cividis-reversed");
                    BufferedImage image = Fixtures.image(new ContourPainter(style, Memo.NONE), frame.withLook(look), style, size[0], size[1]);
                    assertEquals(0xff, image.getRGB(0, 0) >>> 24);
                }
            }
        }
    }

    @Test
    void detailSaysHowManyLevelsAndWhichScale() {
        assertEquals("9 levels, log", painter(Theme.LIGHT).detail(Fixtures.race()));
        assertEquals("needs two parameters", painter(Theme.LIGHT).detail(Fixtures.frame(Fixtures.parabola(), List.of(), 0)));
    }

    @Test
    void aWindowBesideTheGridShowsThatNothingIsKnownThere() {
        Frame frame = bare(MapGallery.made("plane", new double[] {-5, 5, -5, 5}, Vec.of(4, -4), p -> p[0]));
        Scene scene = new Scene(frame.scene().objective(), frame.scene().slice().over(List.of(new Range(0, 20), new Range(-5, 5))), Vec.of(4, -4),
                List.of());
        Frame moved = new Frame(frame.experiment(), scene, frame.grid(), List.of(), 0, Optional.empty());
        assertEquals(Theme.LIGHT.chrome(), at(image(Theme.LIGHT, moved), pixel(moved, 15, 0)));
        assertNear(ColourMap.of("viridis").onMap(Theme.LIGHT).colour(0.75), at(image(Theme.LIGHT, moved), pixel(moved, 2.5, 1)), 12);
    }

    @Test
    void thumbnailsFillTheirArea() {
        BufferedImage image = new BufferedImage(176, 108, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        Thumbnail.paint(g, new Rectangle2D.Double(0, 0, 88, 54), Fixtures.frame(Fixtures.bowl(), List.of(), 0), Style.of(Theme.LIGHT));
        for (int[] p : new int[][] {{0, 0}, {175, 0}, {0, 107}, {175, 107}}) {
            assertEquals(0xff, image.getRGB(p[0], p[1]) >>> 24);
        }
        Color low = new Color(image.getRGB(88, 54));
        Color high = new Color(image.getRGB(1, 1));
        assertTrue(Tint.luminance(high) > Tint.luminance(low) + 0.3);
    }

    /**
     * Runs from nearly one place: names that have no room are left out, and no two lie on each other; a run that is alone always has its name, and in
     * a crowd of ten nobody has.
     */
    @Test
    void namesOnAStageDoNotCoverEachOther() {
        Style stage = Style.onStage(Theme.LIGHT, 720);
        for (int runs : new int[] {1, 3, 6, 10}) {
            List<Run> near = IntStream.range(0, runs).mapToObj(i -> Run.of(Spec.of("gradient-descent").with("learningRate", 1e-5 * (i + 1)), i))
                    .toList();
            Frame frame = Frames.frame(Experiment.of(Spec.of("himmelblau")).withRuns(near).withStop(StopRule.steps(1)).withStep(1));
            Rectangle2D area = new Rectangle2D.Double(0, 0, 640, 536);
            Ink ink = new Ink(new OutlineGraphics(), stage);
            ContourChart chart = ContourChart.of(area, frame, ink, Memo.NONE);
            Room free = new Room(chart.axes().plot(), stage.scale());
            List<Rectangle2D> names = List.copyOf(new MapRuns(ink, chart.axes(), frame).names(chart.paths(frame, Memo.NONE), List.of(free)).values());
            assertTrue(runs > 6 ? names.isEmpty() : names.size() >= Math.min(runs, 3), runs + " runs, " + names.size() + " names");
            for (int i = 0; i < names.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(names.get(i).intersects(names.get(j)), names.get(i) + " and " + names.get(j));
                }
            }
        }
    }

    @Test
    void namesOnAStageKeepOffTheNumbersOfContourLines() {
        Style stage = Style.onStage(Theme.LIGHT, 720);
        Frame frame = Frames.frame(Experiment.of(Spec.of("ravine")).withStop(StopRule.steps(30)).withStart(Vec.of(-9, 2.4))
                .withRuns(List.of(Run.of(Spec.parse("gradient-descent(learningRate=0.07)"), 0),
                        Run.of(Spec.parse("momentum(learningRate=0.03)"), 1))));
        Ink ink = new Ink(new OutlineGraphics(), stage);
        ContourChart chart = ContourChart.of(new Rectangle2D.Double(0, 0, 640, 536), frame, ink, Memo.NONE);
        List<PixelLine> lines = chart.lines(frame.grid(), 1, Memo.NONE).stream().map(l -> new PixelLine(l, chart.axes())).toList();
        Room all = new Room(chart.axes().plot(), stage.scale());
        ContourLabels labels = ContourLabels.of(lines, chart.levels(), chart.scale(), chart.under(Theme.LIGHT), all, ink);
        int before = 0;
        for (int step = 0; step <= 30; step++) {
            MapRuns runs = new MapRuns(ink, chart.axes(), frame.at(step));
            List<MapPath> paths = chart.paths(frame.at(step), Memo.NONE);
            before += touching(runs.names(paths, List.of(all)), labels, ink);
            Map<Integer, Rectangle2D> names = runs.names(paths, List.of(labels.besides(all, ink), all));
            assertEquals(2, names.size());
            assertEquals(0, touching(names, labels, ink), "step " + step);
        }
        assertTrue(before > 5, before + " names lay on numbers");
    }

    private static int touching(Map<Integer, Rectangle2D> names, ContourLabels labels, Ink ink) {
        return (int) names.values().stream().filter(n -> labels.labels().stream().anyMatch(l -> l.gap(ink.px(6)).intersects(n))).count();
    }

    /** Near the edge, where the tips of all arrows lie close together: a word over an arrow hides what it names. */
    @Test
    void wordsOfArrowsCoverNeitherArrowsNorEachOtherAndTheGradientsIsAlwaysThere() {
        Style stage = Style.onStage(Theme.LIGHT, 720);
        for (int width : new int[] {200, 640}) {
            Frame frame = Frames.frame(Experiment.of(Spec.of("himmelblau")).withStart(Vec.of(2.2, -1.2))
                    .withRuns(List.of(Run.of(Spec.of("momentum").with("learningRate", 0.001), 0))).withStop(StopRule.steps(5)).withStep(3)
                    .withLook(Look.DEFAULT.withGradientArrows(true).withPolar(true).withMemoryArrows(true)));
            Ink ink = new Ink(new OutlineGraphics(), stage);
            ContourChart chart = ContourChart.of(new Rectangle2D.Double(0, 0, width, 536), frame, ink, Memo.NONE);
            ink.g().setClip(chart.axes().plot());
            MapArrows arrows = new MapArrows(ink, chart.axes(), frame);
            arrows.paint(chart.paths(frame, Memo.NONE).getFirst(), true);
            List<Line2D> drawn = arrows.lines();
            Map<String, Rectangle2D> words = arrows.words(new Room(chart.axes().plot(), stage.scale()), new Room(chart.axes().plot(), stage.scale()));
            assertTrue(words.containsKey("-\\nabla J"), words.toString());
            assertEquals(4, drawn.size());
            if (width == 640) {
                assertEquals(4, words.size(), words.toString());
                for (Rectangle2D word : words.values()) {
                    assertTrue(drawn.stream().noneMatch(a -> a.intersects(word)), words.toString());
                    assertEquals(1, words.values().stream().filter(word::intersects).count(), words.toString());
                }
            }
        }
    }
}
