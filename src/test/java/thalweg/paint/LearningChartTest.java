package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.descent.Iterate;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Study;
import thalweg.experiment.Track;

/** What chart and table show of models that learn. */
class LearningChartTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 560, 360);
    /** A study of moons with a test part; its own path is replaced by the ones made here. */
    private static final Frame MOONS = Studies.frame(Learning.of(Spec.parse("mlp(hidden=3)"), Spec.parse("moons(samples=20)")).withTest(0.5), 4, 2,
            1, "adam");

    /** Loss 10 - step, test loss 12 - step, measured every tenth step and at the end; the batch's loss is 5 at every step. */
    private record Made(int last) implements Trajectory {
        @Override
        public int dimension() {
            return 9;
        }

        @Override
        public double theta(int step, int i) {
            return 0;
        }

        @Override
        public double loss(int step) {
            return 10 - (isMeasured(step) ? step : step / 10 * 10) * 9.0 / last;
        }

        @Override
        public double gradientNorm(int step) {
            return 1;
        }

        @Override
        public int measuredEvery() {
            return 10;
        }

        @Override
        public boolean isMeasured(int step) {
            return step % 10 == 0 || step == last;
        }

        @Override
        public double batchLoss(int step) {
            return 5;
        }

        @Override
        public List<String> gauges() {
            return List.of(Study.TEST_LOSS, Study.ACCURACY, Study.TEST_ACCURACY);
        }

        @Override
        public double gauge(int index, int step) {
            return index == 0 ? loss(step) + 2 : index == 1 ? 0.75 : 0.5;
        }

        @Override
        public double stepLength(int step) {
            return 0;
        }

        @Override
        public double learningRate(int step) {
            return 0.1;
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

    private static Frame frame(int last, int step) {
        Track track = MOONS.tracks().getFirst();
        Look look = MOONS.experiment().look().withLossScale(Look.Scale.LINEAR);
        return new Frame(MOONS.experiment().withLook(look), MOONS.scene(), MOONS.grid(),
                List.of(new Track(track.run(), "Adam", track.optimizer(), new Made(last))), step, MOONS.hover());
    }

    private static LossChart chart(Frame frame) {
        return LossChart.of(AREA, frame, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE);
    }

    private static int colour(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xffffff;
    }

    @Test
    void betweenMeasurementsTheLineIsStraightAndTheMarkerOnIt() {
        LossChart chart = chart(frame(90, 45));
        assertEquals((chart.y(0, 40) + chart.y(0, 50)) / 2, chart.y(0, 45), 1e-9);
        assertEquals(chart.axes().y(10 - 45 * 9.0 / 90), chart.y(0, 45), 1e-9);
    }

    @Test
    void trainingIsThickTestThinAndTheBatchAFaintDot() {
        Frame frame = frame(90, 80);
        LossChart chart = chart(frame);
        BufferedImage image = Fixtures.image(new LossPainter(LIGHT, Memo.NONE), frame, LIGHT, 560, 360);
        double x = chart.axes().x(20) + 6;
        int step = (int) Math.round(chart.axes().xAt(x));
        assertEquals(0x0072B2, colour(image, chart.axes().x(step), chart.y(0, step)));
        int dark = 0;
        int darkOfTest = 0;
        LossCurve test = chart.curves(0).test().orElseThrow();
        for (int dy = -3; dy <= 3; dy++) {
            dark += 255 - (colour(image, chart.axes().x(step), chart.y(0, step) + dy) >> 16);
            darkOfTest += 255 - (colour(image, chart.axes().x(step), chart.y(test, step) + dy) >> 16);
        }
        assertEquals(0.6, (double) darkOfTest / dark, 0.1);
        int batch = colour(image, chart.axes().x(60), chart.axes().y(5));
        assertTrue((batch >> 16) > 0x60 && (batch >> 16) < 0xff, Integer.toHexString(batch));
        assertTrue(chart.testsNamed());
    }

    /** Between two batches there is nothing: each is a dot of its own, those before and after a step are all of them, and many are thinned evenly. */
    @Test
    void batchesAreDotsThatAreNotJoined() {
        LossChart chart = chart(frame(100, 100));
        List<Double> all = dots(chart, 0, 100);
        assertEquals(101, all.size());
        List<Double> parts = new ArrayList<>(dots(chart, 0, 32));
        parts.addAll(dots(chart, 32, 100));
        assertEquals(all, parts);
        assertEquals(chart.axes().x(7), all.get(7), 1e-9);
        LossChart many = chart(frame(9000, 9000));
        List<Double> thinned = dots(many, 0, 9000);
        assertEquals(1801, thinned.size());
        assertEquals(many.axes().x(5 * 1700), thinned.get(1700), 1e-9);
        List<Double> later = new ArrayList<>(dots(many, 0, 4003));
        later.addAll(dots(many, 4003, 9000));
        assertEquals(thinned, later);
    }

    /** The middles of the dots, each a piece of its own. */
    private static List<Double> dots(LossChart chart, int from, int to) {
        List<Double> middles = new ArrayList<>();
        double[] at = new double[6];
        double start = Double.NaN;
        for (PathIterator i = chart.batches(0, from, to, 2).orElseThrow().getPathIterator(null); !i.isDone(); i.next()) {
            if (i.currentSegment(at) == PathIterator.SEG_MOVETO) {
                start = at[0];
            } else {
                assertEquals(2, at[0] - start, 1e-9, "a dot's side");
                middles.add(start + 1);
            }
        }
        return middles;
    }

    @Test
    void accuracyIsPerCentOnALinearAxis() {
        Frame frame = frame(90, 45);
        LossChart chart = chart(frame.withLook(frame.experiment().look().withMeasure(Look.Measure.ACCURACY).withLossScale(Look.Scale.LOG)));
        assertFalse(chart.isLog());
        assertEquals(chart.axes().y(75), chart.y(0, 45), 1e-9);
        assertEquals(chart.axes().y(50), chart.y(chart.curves(0).test().orElseThrow(), 45), 1e-9);
        assertEquals(100, chart.axes().ranges().getLast().max());
    }

    @Test
    void aMillionStepsCostFewPoints() {
        LossChart chart = chart(frame(1_000_000, 1_000_000));
        LossCurve.Lines lines = chart.curves(0);
        for (LossCurve curve : List.of(lines.main(), lines.test().orElseThrow(), lines.batch().orElseThrow())) {
            int points = chart.lines(curve, 0, 1_000_000).stream().mapToInt(p -> {
                int n = 0;
                for (PathIterator i = p.getPathIterator(null); !i.isDone(); i.next()) {
                    n++;
                }
                return n;
            }).sum();
            assertTrue(points > 100 && points < 4 * AREA.getWidth(), points + " points");
        }
    }

    /** A run that ends between two measurements is drawn up to the last of them. */
    @Test
    void whatWasNotMeasuredIsNotDrawn() {
        Measured measured = new Measured(10, 40);
        assertEquals(5, measured.count());
        assertEquals(40, measured.before(44));
        assertEquals(40, measured.after(44));
        assertEquals(30, measured.before(39));
        assertEquals(40, measured.after(31));
        assertEquals(6, new Measured(10, 44).count());
        assertEquals(44, new Measured(10, 44).step(5));
        assertEquals(44, new Measured(10, 44).after(41));
    }

    @Test
    void theTableGivesPositionsUpForWhatIsMeasured() {
        Ink ink = new Ink(new OutlineGraphics(), LIGHT);
        List<TableColumns.Column> wide = TableColumns.of(ink, frame(90, 45), 100, 700);
        assertEquals(List.of("$J$", "$J$ test", "accuracy", "test acc.", "$\\|\\nabla J\\|$", "$\\|\\Delta\\theta\\|$", "$J$ batch"),
                wide.stream().map(TableColumns.Column::head).toList());
        assertEquals("75.0\u2009%", wide.get(2).cell().text(new Made(90), 45));
        assertEquals(List.of("$J$", "$J$ test"), TableColumns.of(ink, frame(90, 45), 100, 270).stream().map(TableColumns.Column::head).toList());
    }

    @Test
    void theLargestComponentsAreShownInTheirOrder() {
        assertEquals(List.of(1, 3), NextUpdate.largest(thalweg.math.Vec.of(0.1, -5, 0.2, 4, 0), 2));
    }
}
