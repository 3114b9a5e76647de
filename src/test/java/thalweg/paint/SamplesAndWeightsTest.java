package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.experiment.Study;
import thalweg.math.Vec;
import thalweg.network.Answers;

class SamplesAndWeightsTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 560, 340);
    private static final Ink MEASURE = new Ink(new OutlineGraphics(), LIGHT);

    private static Frame at(String model, String data, double... start) {
        return Frames.frame(Experiment.of(Learning.of(Spec.parse(model), Spec.parse(data))).withStart(Vec.of(start)));
    }

    /** The texts of a row, without its number. */
    private static List<String> row(Frame frame, int sample) {
        Study study = frame.scene().study().orElseThrow();
        Answers answers = Learnt.of(frame, Style.of(Theme.LIGHT), Memo.NONE).orElseThrow().answers(study.cost().data());
        return SampleColumns.of(MEASURE, study, 0, 560).stream().skip(1).map(c -> c.cell().of(sample, sample, Optional.of(answers)).text()).toList();
    }

    /** Row 2 of the lecture: J(0) = 14/6, J(0.5) = 3.5/6, J(1) = 0, and their parts. */
    @Test
    void theTableHoldsTheNumbersOfTheLecture() {
        assertEquals(List.of("3", "3", "0.000", Numbers.MINUS + "3.000", "9.000"), row(at("linear-one", "three-points", 0), 2));
        assertEquals(List.of("1", "1", "0.500", Numbers.MINUS + "0.500", "0.250"), row(at("linear-one", "three-points", 0.5), 0));
        assertEquals(List.of("2", "2", "2.000", "0.000", "0.000"), row(at("linear-one", "three-points", 1), 1));
        double[][] known = {{0, 14.0 / 6}, {0.5, 3.5 / 6}, {1, 0}};
        for (double[] j : known) {
            Frame frame = at("linear-one", "three-points", j[0]);
            Learnt learnt = Learnt.of(frame, Style.of(Theme.LIGHT), Memo.NONE).orElseThrow();
            Answers all = learnt.answers(learnt.study().cost().data());
            double mean = (all.loss(0) + all.loss(1) + all.loss(2)) / 3;
            assertEquals(j[1], mean, 1e-15);
            assertEquals(frame.scene().objective().value(new double[] {j[0]}), mean, 1e-15);
        }
        assertEquals("2.333", SampleColumns.text(14.0 / 6,
                SampleColumns.costDecimals(at("linear-one", "three-points", 0).scene().study().orElseThrow())));
    }

    @Test
    void aClassifiersRowsSayWhatIsFoundAndHowSureItIs() {
        Frame frame = at("logistic", "moons(samples=4)", 0, 0, 2);           // says class 1 with 0.881 everywhere
        Study study = frame.scene().study().orElseThrow();
        int zero = study.split().training().label(0) == 0 ? 0 : 1;
        List<String> row = row(frame, zero);
        assertEquals(List.of("0", "1", "0.119", "2.1269"), row.subList(row.size() - 4, row.size()));
        assertTrue(SampleColumns.of(MEASURE, study, 0, 560).stream().anyMatch(c -> c.cell().of(zero, zero,
                Optional.of(Learnt.of(frame, Style.of(Theme.LIGHT), Memo.NONE).orElseThrow().answers(study.cost().data()))).wrong()),
                "nothing is marked as wrong");
    }

    @Test
    void partsAreNeverRoundedUpToAll() {
        String unit = "\u2009%";
        assertEquals(List.of("99.5" + unit, "99.9" + unit, "100" + unit, "99" + unit, "0" + unit),
                Stream.of(200.0 / 201, 0.9999, 1.0, 0.994, 0.0).map(Learnt::percent).toList());
    }

    @Test
    void howManyWeightsAreNotShownIsSaidWithoutBeingCutOff() {
        assertEquals("+ 61 more", WeightsPainter.more(MEASURE, 61, 80));
        assertEquals("+61", WeightsPainter.more(MEASURE, 61, 44));
    }

    /** The number at a residual: under its bar, over it, or on the other side of the sample's ring where it would be hidden or cut off. */
    @Test
    void theLengthOfAResidualStandsClearOfItsSample() {
        Rectangle2D plot = new Rectangle2D.Double(50, 0, 400, 200);
        assertEquals(new Point2D.Double(200, 117), HypothesisPainter.number(MEASURE, plot, new Point2D.Double(200, 50), 100, 8, 30));
        assertEquals(new Point2D.Double(200, 42), HypothesisPainter.number(MEASURE, plot, new Point2D.Double(200, 100), 50, 8, 30));
        assertEquals(new Point2D.Double(200, 75), HypothesisPainter.number(MEASURE, plot, new Point2D.Double(200, 50), 51, 8, 30));
        assertEquals(new Point2D.Double(69, 182), HypothesisPainter.number(MEASURE, plot, new Point2D.Double(50, 198), 199, 8, 30));
    }

    @Test
    void theWheelTurnsPagesAndRowsAreFoundUnderThePointer() {
        Frame frame = at("linear", "houses(samples=50)", 0, 0);
        SamplesPainter table = new SamplesPainter(LIGHT, Memo.NONE);
        assertTrue(table.detail(AREA, frame).startsWith("1 to 10 of 50"), table.detail(AREA, frame));
        Point2D second = new Point2D.Double(100, 28 + 1.5 * 26);
        assertEquals(Optional.of(Hover.ofSample(1)), table.hit(second, AREA, frame));
        Look next = table.wheel(1, second, AREA, frame).orElseThrow().apply(frame.experiment().look());
        assertEquals(11, next.focus().sample());
        Frame turned = frame.withLook(next);
        assertTrue(table.detail(AREA, turned).startsWith("11 to 20 of 50"), table.detail(AREA, turned));
        Look end = table.wheel(100, second, AREA, frame).orElseThrow().apply(frame.experiment().look());
        assertTrue(table.detail(AREA, frame.withLook(end)).startsWith("41 to 50 of 50"));
        Look back = table.wheel(-1, second, AREA, turned).orElseThrow().apply(next);
        assertEquals(1, back.focus().sample());
    }

    @Test
    void theSampleInFocusHasTheColourOfSelection() {
        Frame frame = at("linear", "houses(samples=50)", 0, 0);
        Look look = frame.experiment().look();
        BufferedImage image = Fixtures.image(new SamplesPainter(LIGHT, Memo.NONE), frame.withLook(look.withFocus(look.focus().withSample(3))), LIGHT,
                560, 340);
        assertEquals(Theme.LIGHT.selection().getRGB(), image.getRGB(3, 28 + 2 * 26 + 13));
        assertEquals(Color.WHITE.getRGB(), image.getRGB(3, 28 + 26 + 13));
    }

    /** Weights of +1 and -1, the largest, have the ends' colours; 0 has none. The first picture starts at (12, 4). */
    @Test
    void weightsArePicturesWithOneScaleAboutZero() {
        double[] theta = new double[8 * 8 * 10 + 10];
        Arrays.fill(theta, 0, 64, 1);
        Arrays.fill(theta, 64, 128, -1);
        Frame frame = at("softmax", "digits(samples=10, width=8)", theta);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 620, 400);
        BufferedImage image = Fixtures.image(new WeightsPainter(LIGHT, Memo.NONE), frame, LIGHT, (int) area.getWidth(), (int) area.getHeight());
        assertEquals(0xE69F00, image.getRGB(40, 40) & 0xffffff);
        int second = 0;
        int third = 0;
        for (int x = 40; x < 500; x++) {
            second += (image.getRGB(x, 40) & 0xffffff) == 0x0072B2 ? 1 : 0;
            third += (image.getRGB(x, 40) & 0xffffff) == 0xE69F00 ? 1 : 0;
        }
        assertTrue(second > 60 && third > 40 && third < 200, "blue " + second + ", orange " + third);
        assertEquals(0xffffff, image.getRGB(40, 240) & 0xffffff, "a class whose weights are 0");
    }

    @Test
    void everyStateHasATableAndWeights() {
        List<Frame> frames = List.of(at("linear", "line(samples=1)", 1e300, 1e300), at("svm", "blobs(samples=1)", 0, 0, 0, 0, 0, 0, 0, 0, 0),
                FitGallery.frame("mlp(hidden=40)", "digits(samples=20)", 0.3, 3, "adam"),
                FitGallery.frame("softmax", "color-images(samples=20)", 0.3, 2, "adam"),
                FitGallery.frame("linear", "houses(samples=10)", 0, 400, "gradient-descent(learningRate=1)"), at("mlp", "spirals(samples=1000)"),
                Fixtures.race());
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (Frame frame : frames) {
                for (int[] size : theme == Theme.DARK ? new int[][] {{300, 200}} : new int[][] {{1, 1}, {60, 40}, {300, 200}, {1280, 800}}) {
                    Style style = Style.of(theme);
                    Rectangle2D area = new Rectangle2D.Double(0, 0, size[0], size[1]);
                    for (Plot plot : List.of(new SamplesPainter(style, Memo.NONE), new WeightsPainter(style, Memo.NONE))) {
                        Fixtures.image(plot, frame, style, size[0], size[1]);
                        plot.hit(new Point2D.Double(size[0] / 2.0, size[1] / 2.0), area, frame);
                        assertTrue(!plot.detail(area, frame).isEmpty() && plot.detail(area, frame).length() < 90);
                    }
                }
            }
        }
    }
}
