package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import thalweg.descent.Iterate;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Track;

class LossPainterTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 560, 360);
    private static final LossPainter PAINTER = new LossPainter(LIGHT, Memo.NONE);

    private static Frame frame(int step, Trajectory... paths) {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < paths.length; i++) {
            tracks.add(Fixtures.track(i, "gradient-descent", "Run " + i, paths[i]));
        }
        return Fixtures.frame(Fixtures.identity(), tracks, step);
    }

    private static LossChart chart(Frame frame) {
        return LossChart.of(AREA, frame, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE);
    }

    private static Trajectory losses(double... losses) {
        return Fixtures.losses(new Outcome.OutOfSteps(losses.length - 1), losses);
    }

    private static int colour(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xffffff;
    }

    /** A cost that stands still but for its last digits: 2.302585093e0 is no label. */
    @Test
    void aFlatSeriesHasShortLabels() {
        Trajectory path = Fixtures.losses(new Outcome.OutOfSteps(2), Math.log(10), Math.log(10) + 3e-10, Math.log(10) - 2e-10);
        Axis axis = LossAxis.linear(List.of(Series.of(Measured.cost(path), path::loss)), Math.log(10) + 3e-10, "J");
        List<String> labels = axis.ticks(300).stream().map(Axis.Tick::text).filter(t -> !t.isEmpty()).toList();
        assertTrue(labels.size() > 1 && labels.stream().allMatch(t -> t.length() <= 4), labels.toString());
    }

    /** A hundred names in one column would cover each other. */
    @Test
    void asManyNamesAsThereIsRoomForAreWritten() {
        assertEquals(6, NameColumn.named(6, 240));
        int named = NameColumn.named(100, 240);
        assertTrue(named >= 15 && named * 12 <= 240, "each has 12 pixels, and one line is left for how many more: " + named);
        assertEquals(1, NameColumn.named(100, 5));
    }

    /** While the playhead moves, lines are kept painted up to a step before it, and dashes go on from there. */
    @Test
    void aPictureWhilePlayingIsLikeOnePaintedAtOnce() {
        Style moving = LIGHT.withStill(false);
        Frame race = Fixtures.race();
        LossPainter kept = new LossPainter(moving, new KeptMemo());
        for (int step : new int[] {60, 61, 70, 79}) {
            Fixtures.image(kept, race.at(step), moving, 560, 360);
        }
        BufferedImage playing = Fixtures.image(kept, race.at(80), moving, 560, 360);
        BufferedImage once = Fixtures.image(new LossPainter(moving, new KeptMemo()), race.at(80), moving, 560, 360);
        assertTrue(Fixtures.differing(playing, once) < 40,
                "where the kept part ends edges overlap, and dashes move by parts of a pixel: " + Fixtures.differing(playing, once));
        assertTrue(Fixtures.differing(playing, Fixtures.image(PAINTER, race.at(80), LIGHT, 560, 360)) < 200,
                "as without a memo, but for smooth edges");
    }

    /** From (0, 10) to (4, 2) straight: at step 1 the line is at 8, in the run's own blue; after the playhead it is faint. */
    @Test
    void linesRunThroughTheirLosses() {
        Frame frame = frame(2, losses(10, 8, 6, 4, 2));
        LossChart chart = chart(frame);
        BufferedImage image = Fixtures.image(PAINTER, frame, LIGHT, 560, 360);
        assertFalse(chart.isLog());
        assertEquals(0x0072B2, colour(image, chart.axes().x(1), chart.axes().y(8)));
        int after = colour(image, chart.axes().x(3), chart.axes().y(4));
        assertTrue(after != 0x0072B2 && after != 0xffffff, Integer.toHexString(after));
    }

    @Test
    void thePlayheadStandsAtItsStep() {
        Frame frame = frame(3, losses(10, 8, 6, 4, 2));
        Axes axes = chart(frame).axes();
        int there = colour(Fixtures.image(PAINTER, frame, LIGHT, 560, 360), axes.x(3), axes.plot().getY() + 20);
        assertTrue((there >> 16) < 0x60 && (there & 0xff) > 0xc0, Integer.toHexString(there));
    }

    @Test
    void twoDecadesOfPositiveLossesAreLogarithmicByThemselves() {
        assertTrue(chart(frame(0, losses(1000, 10, 0.1))).isLog());
        assertFalse(chart(frame(0, losses(10, 5, 1))).isLog());
        assertFalse(chart(frame(0, losses(1000, 10, -0.1))).isLog());
    }

    @Test
    void whatALogarithmHasNoPlaceForRunsAlongTheFloor() {
        Frame frame = frame(0, losses(1000, 10, 0.1, 0, -5));
        LossChart chart = chart(frame.withLook(frame.experiment().look().withLossScale(Look.Scale.LOG)));
        assertTrue(chart.isLog());
        assertEquals(chart.axes().plot().getMaxY(), chart.y(0, 3), 0);
        assertEquals(chart.axes().plot().getMaxY(), chart.y(0, 4), 0);
        Frame negative = frame(0, losses(-3, -2));
        assertFalse(chart(negative.withLook(negative.experiment().look().withLossScale(Look.Scale.LOG))).isLog());
    }

    @Test
    void aRunThatDivergesDoesNotPressTheOthersFlat() {
        Frame frame = frame(3, losses(10, 8, 6, 4), Fixtures.losses(new Outcome.Diverged(3), 10, 1e5, 1e50, Double.POSITIVE_INFINITY));
        LossChart chart = chart(frame);
        assertTrue(chart.axes().ranges().getLast().max() < 20, chart.axes().ranges().toString());
        assertEquals(chart.axes().plot().getY(), chart.y(1, 3), 0);
    }

    /** Two runs that leave at the same step are named below each other: their words would lie on one another. */
    @Test
    void namesOfRunsThatDivergeTogetherDoNotCoverEachOther() {
        Trajectory away = Fixtures.losses(new Outcome.Diverged(3), 10, 1e5, 1e50, Double.POSITIVE_INFINITY);
        double[] on = new double[61];
        Arrays.fill(on, 5);
        BufferedImage one = Fixtures.image(PAINTER, frame(60, losses(on), away), LIGHT, 560, 360);
        BufferedImage two = Fixtures.image(PAINTER, frame(60, losses(on), away, away), LIGHT, 560, 360);
        Frame frame = frame(60, losses(on), away, away);
        int x = (int) chart(frame).axes().x(3) + 10;
        int y = (int) chart(frame).axes().plot().getY();
        assertTrue(dark(one, x, y) > 20 && dark(one, x, y + 14) == 0, "one name: " + dark(one, x, y) + ", " + dark(one, x, y + 14));
        assertTrue(dark(two, x, y) > 20 && dark(two, x, y + 14) > 20, "two names: " + dark(two, x, y) + ", " + dark(two, x, y + 14));
    }

    /** Pixels of text in a line's height from a place. */
    private static int dark(BufferedImage image, int x, int y) {
        return (int) IntStream.range(0, 50 * 12).filter(i -> (image.getRGB(x + i % 50, y + i / 50) >> 8 & 0xff) < 0x60).count();
    }

    @Test
    void theMarkerOfARunThatDivergesStaysWhereItsLineLeft() {
        Frame frame = frame(6, losses(10, 8, 6, 4, 3, 2, 1),
                Fixtures.losses(new Outcome.Diverged(6), 10, 9.5, 1e5, 1e6, 1e50, 1e60, Double.POSITIVE_INFINITY));
        LossChart chart = chart(frame);
        assertEquals(List.of(0, 1, 2, 2, 2), IntStream.of(0, 1, 2, 4, 6).mapToObj(step -> chart.marked(1, step)).toList());
        assertEquals(6, chart.marked(0, 9), "others stand at their last step");
        Frame back = frame(4, losses(10, 8, 6, 4, 3), Fixtures.losses(new Outcome.Diverged(4), 10, 1e5, 9, 8, Double.NaN));
        assertEquals(4, chart(back).marked(1, 4), "what came back is gone only at its end");
    }

    @Test
    void aLossThatIsNoNumberLeavesAGap() {
        LossChart chart = chart(frame(4, losses(10, 8, Double.NaN, 4, 2)));
        assertEquals(2, chart.lines(0, 0, 4).size());
    }

    @Test
    void aMillionStepsKeepTheirSpikesAndCostFewPoints() {
        Trajectory spiked = new Long(1_000_000);
        Series series = Series.of(spiked.last(), spiked::loss);
        assertTrue(series.size() < 5000);
        assertEquals(7.0, series.maximum());
        assertEquals(-3.0, series.minimum(Double.NEGATIVE_INFINITY));
        LossChart chart = chart(frame(1_000_000, spiked));
        int points = chart.lines(0, 0, 1_000_000).stream().mapToInt(LossPainterTest::points).sum();
        assertTrue(points < 4 * AREA.getWidth(), points + " points");
    }

    /** A cost of 1, but 7 at step 777,777 and -3 at step 123,456. */
    private record Long(int last) implements Trajectory {
        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double theta(int step, int i) {
            return 0;
        }

        @Override
        public double loss(int step) {
            return step == 777_777 ? 7 : step == 123_456 ? -3 : 1;
        }

        @Override
        public double gradientNorm(int step) {
            return 0;
        }

        @Override
        public double stepLength(int step) {
            return 0;
        }

        @Override
        public double learningRate(int step) {
            return 0;
        }

        @Override
        public Outcome outcome() {
            return new Outcome.OutOfSteps(last);
        }

        @Override
        public Iterate iterate(int step) {
            throw new UnsupportedOperationException();
        }
    }

    private static int points(Path2D path) {
        int n = 0;
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            n++;
        }
        return n;
    }

    @Test
    void pointingAtAnIterateFindsItAndItsStep() {
        Frame frame = frame(2, losses(10, 8, 6, 4, 2), losses(1, 1, 1, 1, 1));
        LossChart chart = chart(frame);
        for (int step = 0; step <= 4; step++) {
            Point2D at = new Point2D.Double(chart.axes().x(step) + 3, chart.y(0, step) + 2);
            assertEquals(Optional.of(new Hover(0, step)), PAINTER.hit(at, AREA, frame));
            assertEquals(Optional.of(step), PAINTER.step(at, AREA, frame));
        }
        assertEquals(Optional.empty(), PAINTER.hit(new Point2D.Double(chart.axes().x(2), chart.y(0, 2) - 40), AREA, frame));
        assertEquals(Optional.empty(), PAINTER.step(new Point2D.Double(555, 100), AREA, frame));
    }

    @Test
    void hiddenRunsAreLeftOut() {
        Frame frame = frame(2, losses(10, 8, 6), losses(1000, 900, 800));
        Track second = frame.tracks().get(1);
        Track hidden = new Track(second.run().withHidden(true), second.name(), second.optimizer(), second.trajectory());
        Frame less = new Frame(frame.experiment(), frame.scene(), frame.grid(), List.of(frame.tracks().getFirst(), hidden), 2,
                frame.hover());
        assertEquals(List.of(0), chart(less).shown());
        assertTrue(chart(less).axes().ranges().getLast().max() < 20);
    }

    @Test
    void theGapIsMeasuredFromTheBestThatIsKnown() {
        Frame frame = frame(2, losses(10, 8, 6), losses(20, 7, 5.5));
        LossChart chart = chart(frame.withLook(frame.experiment().look().withMeasure(Look.Measure.GAP).withLossScale(Look.Scale.LINEAR)));
        assertEquals(chart.axes().y(4.5), chart.y(0, 0), 1e-9);
        assertEquals(chart.axes().y(0), chart.y(1, 2), 1e-9);
    }

    @Test
    void namesAreMovedApartInOrderAndStayInside() {
        double[] at = NameColumn.apart(new double[] {10, 12, 13, 90, 99, 100}, 16, 0, 100);
        for (int i = 1; i < at.length; i++) {
            assertTrue(at[i] - at[i - 1] >= 16 - 1e-9, java.util.Arrays.toString(at));
        }
        assertTrue(at[0] >= 0 && at[5] <= 100);
        double[] crowded = NameColumn.apart(IntStream.range(0, 12).mapToDouble(i -> 50).toArray(), 16, 0, 110);
        assertEquals(0, crowded[0], 1e-9);
        assertEquals(110, crowded[11], 1e-9);
    }

    @Test
    void whatIsClimbedIsNoLoss() {
        Frame down = frame(0, losses(1, 2, 3));
        Frame up = down.relabelled(down.experiment().withMaximise(true), down.tracks());
        assertEquals("Loss", PAINTER.title(down, "Loss"));
        assertEquals("J, climbed", PAINTER.title(up, "Loss"));
        assertEquals("cost against step", PAINTER.detail(down));
        assertEquals("J against step", PAINTER.detail(up));
    }

    /** On half a stage names beside three lines, or twelve, would take more than a fifth of the width; on a whole one they stand there. */
    @Test
    void onAStageNamesStandInRowsAboveWhereTheyWouldTakeTheChartsWidth() {
        Style stage = Style.onStage(Theme.LIGHT, 720);
        for (int runs : new int[] {3, 12}) {
            Trajectory[] paths = IntStream.range(0, runs).mapToObj(i -> losses(9 + i, 5 + i, 2 + i)).toArray(Trajectory[]::new);
            Frame frame = frame(2, paths);
            Rectangle2D half = new Rectangle2D.Double(0, 0, 640, 536);
            LossChart chart = LossChart.of(half, frame, new Ink(new OutlineGraphics(), stage), Memo.NONE);
            Rectangle2D plot = chart.axes().plot();
            assertTrue(plot.getWidth() > 0.75 * half.getWidth() && plot.getHeight() > 0.5 * half.getHeight(), runs + " runs: " + plot);
            assertTrue(plot.getY() > chart.legend() && chart.legend() > 0, "the names stand above");
            BufferedImage image = Fixtures.image(new LossPainter(stage, Memo.NONE), frame, stage, 640, 536);
            int last = RunStyle.of(frame.tracks().getLast().run()).colour().getRGB() & 0xffffff;
            assertTrue(IntStream.range(0, (int) chart.legend()).anyMatch(y -> IntStream.range(0, 640).anyMatch(x -> colour(image, x, y) == last)),
                    "the last has its key");
            assertTrue(LossChart.of(new Rectangle2D.Double(0, 0, 1280, 536), frame, new Ink(new OutlineGraphics(), stage), Memo.NONE).names() > 0);
            assertEquals(0, chart(frame).legend(), "at a desk they stand beside the lines");
        }
    }
}
