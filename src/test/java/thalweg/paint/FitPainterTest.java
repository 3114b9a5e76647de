package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Learning;
import thalweg.experiment.Look;
import thalweg.math.Range;
import thalweg.math.Vec;

class FitPainterTest {
    @TempDir
    Path folder;

    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final int WIDTH = 600;
    private static final int HEIGHT = 450;
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT);
    private static final FitPainter PAINTER = new FitPainter(LIGHT, Memo.NONE);
    private static final int BLUE = 0x0072B2;
    private static final int ORANGE = 0xE69F00;

    /** No run, so that the start is the hypothesis. */
    private static Frame at(String model, String data, double... start) {
        return Frames.frame(Experiment.of(Learning.of(Spec.parse(model), Spec.parse(data))).withStart(Vec.of(start)));
    }

    private static Axes lineAxes(Frame frame) {
        return HypothesisChart.of(AREA, frame, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE).axes();
    }

    private static Axes planeAxes(Frame frame) {
        return RegionChart.of(AREA, frame, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE).axes();
    }

    private static int pixel(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & 0xffffff;
    }

    private static double off(int rgb, Color colour) {
        return Math.abs((rgb >> 16 & 0xff) - colour.getRed()) + Math.abs((rgb >> 8 & 0xff) - colour.getGreen())
                + Math.abs((rgb & 0xff) - colour.getBlue());
    }

    private static BufferedImage image(Frame frame) {
        return Fixtures.image(PAINTER, frame, LIGHT, WIDTH, HEIGHT);
    }

    /** The line of the start is drawn in the accent colour where w x + b lies. */
    @Test
    void theLineLiesWhereTheHypothesisSays() {
        Frame frame = at("linear", "three-points", 0.5, 1);
        Axes axes = lineAxes(frame);
        BufferedImage image = image(frame);
        for (double x : new double[] {0.6, 1.5, 2.5}) {
            int there = pixel(image, axes.x(x), axes.y(0.5 * x + 1));
            assertTrue(off(there, Theme.LIGHT.accent()) < 120, "at " + x + ": " + Integer.toHexString(there));
            assertTrue(off(pixel(image, axes.x(x), axes.y(0.5 * x + 1) + 12), Theme.LIGHT.accent()) > 120, "beside it at " + x);
        }
    }

    @Test
    void samplesAreDotsAndTheirResidualsBarsOnDemand() {
        Frame frame = at("linear", "three-points", 0, 0);
        Axes axes = lineAxes(frame);
        Look look = frame.experiment().look();
        BufferedImage with = image(frame.withLook(look.withFocus(look.focus().withResiduals(true))));
        BufferedImage without = image(frame);
        double x = axes.x(3);
        double between = axes.y(1.7);                             // of the residual from 3 down to the line at 0; no line of the grid there
        assertTrue(off(pixel(without, axes.x(2), axes.y(2)), Theme.LIGHT.text()) < 20, "no dot at (2, 2)");
        assertTrue(off(pixel(with, axes.x(3), axes.y(3)), Theme.LIGHT.text()) < 20, "no dot at (3, 3)");
        assertTrue(off(pixel(with, x, between), Color.WHITE) > 100, "no residual bar");
        assertTrue(off(pixel(without, x, between), Color.WHITE) < 100, "a residual bar nobody asked for");
    }

    /** Dragging the right handle of {@code h = 0} up to 2.2 makes a line through the left handle and it. */
    @Test
    void aHandleMovesTheStartSoThatTheLineFollowsThePointer() {
        Frame frame = at("linear", "three-points", 0, 0);
        Axes axes = lineAxes(frame);
        Range across = axes.ranges().getFirst();
        double left = across.at(1 / 12.0);
        double right = across.at(11 / 12.0);
        Plot.Grab grab = PAINTER.grab(new Point2D.Double(axes.x(right) + 3, axes.y(0) - 2), AREA, frame).orElseThrow();
        Vec start = grab.to(new Point2D.Double(axes.x(1), axes.y(2.2)));
        double pixel = axes.ranges().getLast().width() / axes.plot().getHeight();
        assertEquals(2.2, start.get(0) * right + start.get(1), pixel);
        assertEquals(0, start.get(0) * left + start.get(1), pixel);
        assertTrue(Vec.of(start.get(0)).toString().length() <= 8, "more digits than a pixel has: " + start);
        assertEquals(Optional.empty(), PAINTER.grab(new Point2D.Double(axes.x(across.centre()), axes.y(0)), AREA, frame));
    }

    @Test
    void aLineThroughTheOriginHasOneHandleAndAPolynomialNone() {
        Frame one = at("linear-one", "three-points", 0.5);
        Axes axes = lineAxes(one);
        double right = axes.ranges().getFirst().at(11 / 12.0);
        Plot.Grab grab = PAINTER.grab(new Point2D.Double(axes.x(right), axes.y(0.5 * right)), AREA, one).orElseThrow();
        assertEquals(1, grab.to(new Point2D.Double(0, axes.y(right))).get(0), 0.02);
        Frame cubic = at("polynomial(degree=3)", "three-points", 0, 0, 0, 0);
        double end = axes.x(right);
        assertEquals(Optional.empty(), PAINTER.grab(new Point2D.Double(end, lineAxes(cubic).y(0)), AREA, cubic));
    }

    /** The score of {@code 5 x_1} is 0 on the middle, so that class 1 lies to the right; far from the border a region has 42 % of its colour. */
    @Test
    void regionsHaveTheColourOfTheClassTheyFind() {
        Frame frame = at("logistic", "moons(samples=10)", 5, 0, 0);
        Axes axes = planeAxes(frame);
        BufferedImage image = image(frame);
        Rectangle2D plot = axes.plot();
        Range up = axes.ranges().getLast();
        assertTrue(axes.ranges().getFirst().contains(0), "the border is not in view");
        double y = axes.y(up.at(0.97));
        Color grey = Regions.unsure(Theme.LIGHT);
        double p = 1 / (1 + Math.exp(-5 * axes.xAt(plot.getMaxX() - 4)));
        assertTrue(off(pixel(image, plot.getMaxX() - 4, y), Tint.mix(grey, new Color(ORANGE), 0.42 * (2 * p - 1))) < 12, "right");
        double q = 1 / (1 + Math.exp(5 * axes.xAt(plot.getX() + 4)));
        assertTrue(off(pixel(image, plot.getX() + 4, y), Tint.mix(grey, new Color(BLUE), 0.42 * (2 * q - 1))) < 12, "left");
        assertTrue(off(pixel(image, axes.x(0), y), Theme.LIGHT.text()) < 150, "no border at p = 0.5");
        double nine = axes.x(Math.log(9) / 5);
        int line = pixel(image, nine, y);
        int beside = pixel(image, nine + 4, y);
        assertTrue(Tint.luminance(new Color(line)) < Tint.luminance(new Color(beside)) - 0.05, "no line at p = 0.9");
    }

    /** Training samples are filled with their colour, test samples have the canvas in the middle. */
    @Test
    void testSamplesAreHollow() {
        Frame frame = Frames.frame(Experiment.of(Learning.of(Spec.parse("logistic"), Spec.parse("blobs(samples=20, classes=2)")).withTest(0.3)));
        RegionChart chart = RegionChart.of(AREA, frame, new Ink(new OutlineGraphics(), LIGHT), Memo.NONE);
        BufferedImage image = image(frame);
        var split = frame.scene().study().orElseThrow().split();
        int m = split.training().size();
        int filled = 0;
        int hollow = 0;
        for (int i = 0; i < 20; i++) {
            Point2D at = chart.place(i);
            int label = i < m ? split.training().label(i) : split.test().orElseThrow().label(i - m);
            int there = pixel(image, at.getX(), at.getY());
            filled += i < m && off(there, ClassStyle.of(label).colour()) < 30 ? 1 : 0;
            hollow += i >= m && off(there, Color.WHITE) < 30 ? 1 : 0;
        }
        assertEquals(14, m);
        assertTrue(filled >= 11, filled + " of 14 filled; a few may lie below others");
        assertTrue(hollow >= 5, hollow + " of 6 hollow");
    }

    @Test
    void pointingAtASampleFindsItAndTheNoteSaysWhatTheModelMakesOfIt() {
        Frame frame = at("linear", "three-points", 0, 0);
        Axes axes = lineAxes(frame);
        assertEquals(Optional.of(Hover.ofSample(1)), PAINTER.hit(new Point2D.Double(axes.x(2) + 3, axes.y(2) + 3), AREA, frame));
        assertEquals(Optional.empty(), PAINTER.hit(new Point2D.Double(axes.x(2), axes.y(1)), AREA, frame));
        List<String> lines = SampleNote.lines(Learnt.of(frame, Style.of(Theme.LIGHT), Memo.NONE).orElseThrow(), 1);
        assertEquals(List.of("sample 2", "$x$ = 2.00", "$y$ = 2.00", "$h =$ 0, $h - y =$ " + Numbers.MINUS + "2.00", "loss 2.00"), lines);
    }

    /** A picture put together from kept layers is the picture painted at once. */
    @Test
    void keptLayersMakeTheSamePicture() {
        for (Frame frame : List.of(at("linear", "three-points", 0.5, 1), at("softmax", "blobs(samples=40)", 1, 0, 0, 1, -1, -1, 0, 0, 0))) {
            Map<String, Object> parts = new HashMap<>();
            Memo kept = new Memo() {
                @Override
                @SuppressWarnings("unchecked") // a part is always asked for as the type it was made as
                public <T> T get(String part, Object key, Supplier<T> make) {
                    Object known = parts.get(part + key.hashCode());
                    T made = known == null ? make.get() : (T) known;
                    parts.put(part + key.hashCode(), made);
                    return made;
                }
            };
            FitPainter painter = new FitPainter(LIGHT, kept);
            Fixtures.image(painter, frame, LIGHT, WIDTH, HEIGHT);
            BufferedImage layered = Fixtures.image(painter, frame, LIGHT, WIDTH, HEIGHT);
            BufferedImage plain = image(frame);
            int different = 0;
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    different += off(pixel(layered, x, y), new Color(plain.getRGB(x, y))) > 60 ? 1 : 0;
                }
            }
            // the pen of pixels and that of Java2D cover the pixels beside a line a little differently
            assertTrue(different < 400, different + " pixels differ on " + frame.scene().objective().appearance().name());
        }
    }

    @Test
    void aFunctionHasNoDataToShow() {
        assertEquals("needs data", PAINTER.detail(Fixtures.race()));
        assertEquals("Fit", PAINTER.title(Fixtures.race(), "Fit"));
        Frame moons = at("logistic", "moons(samples=10)", 1, 0, 0);
        assertEquals("Decision regions", PAINTER.title(moons, "Fit"));
    }

    @Test
    void theHypothesisIsWrittenInLetters() {
        Frame frame = at("linear", "three-points", -0.06, 50);
        assertEquals(Optional.of("h(x) = 50 - 0.06\\,x"), HypothesisText.of(Learnt.of(frame, Style.of(Theme.LIGHT), Memo.NONE).orElseThrow()));
        assertEquals("1.5 \\cdot 10^{-5}", HypothesisText.number(1.5e-5));
        assertFalse(HypothesisText.of(Learnt.of(at("mlp(hidden=2)", "three-points", 0, 0, 0, 0, 0, 0, 0), Style.of(Theme.LIGHT), Memo.NONE)
                .orElseThrow()).isPresent());
    }

    /** One sample, constant data, standardised, thousands, parameters beyond all numbers, no run: all sizes and themes. */
    @Test
    void everyStateHasAPicture() {
        List<Frame> frames = List.of(at("linear", "line(samples=1)", 1, 0), at("linear", "line(samples=1)", 1e300, -1e300),
                Frames.frame(Experiment.of(Learning.of(Spec.parse("linear"), Spec.parse("houses")).withStandardise(true).withTest(0.5))),
                at("logistic", "moons(samples=10000)", 1e200, 1e200, 0), at("svm", "blobs(samples=1)", 0, 0, 0, 0, 0, 0, 0, 0, 0),
                Frames.frame(Experiment.of(Learning.of(Spec.parse("softmax"), Spec.parse("digits(samples=30)")).withTest(0.3).withStandardise(true))),
                FitGallery.frame("linear", "houses(samples=10)", 0, 400, "gradient-descent(learningRate=1)"),
                FitGallery.frame("mlp(hidden=2)", "blobs(samples=10)", 0, 400, "gradient-descent(learningRate=1e300)"));
        for (Theme theme : Theme.values()) {
            for (Frame frame : frames) {
                for (int[] size : new int[][] {{1, 1}, {60, 40}, {300, 200}, {1280, 800}}) {
                    Style style = Style.of(theme);
                    Plot plot = new FitPainter(style, Memo.NONE);
                    Fixtures.image(plot, frame, style, size[0], size[1]);
                    Rectangle2D area = new Rectangle2D.Double(0, 0, size[0], size[1]);
                    plot.hit(new Point2D.Double(size[0] / 2.0, size[1] / 2.0), area, frame);
                    assertFalse(plot.detail(area, frame).isEmpty());
                }
            }
        }
    }

    /** The word for test samples may be the longest of the legend. */
    @Test
    void theLegendHasRoomForEveryWordInIt() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "x,y,kind\n0,0,a\n1,2,b\n2,1,a\n0,2,b\n3,3,a\n1,1,b\n");
        Frame frame = Frames.frame(Experiment.of(Learning.of(Spec.of("logistic"), Spec.of("csv").with("path", Value.text(csv.toString())))
                .withTest(0.4)));
        Ink ink = new Ink(new OutlineGraphics(), LIGHT);
        Rectangle2D narrow = new Rectangle2D.Double(0, 0, 460, HEIGHT);
        Point2D legend = RegionChart.of(narrow, frame, ink, Memo.NONE).legend().orElseThrow();
        assertTrue(legend.getX() + ink.px(16) + ink.width("test", Face.REGULAR, Ink.DETAIL) <= 460, "the legend begins at " + legend.getX());
    }
}
