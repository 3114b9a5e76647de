package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Curvatures;
import thalweg.experiment.Curving;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Hover;
import thalweg.experiment.Inquiry;
import thalweg.experiment.Run;
import thalweg.math.Range;
import thalweg.slice.Sharpness;

class SharpnessPainterTest {
    private static final int W = 572;
    private static final int H = 372;
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, W, H);

    private static Experiment on(String objective, String... runs) {
        return Experiment.of(Spec.parse(objective)).withStop(StopRule.steps(20))
                .withRuns(IntStream.range(0, runs.length).mapToObj(i -> Run.of(Spec.parse(runs[i]), i)).toList());
    }

    /** Two runs whose sharpness is made up: 1, 2 ... 5 at steps 0, 5 ... 20 of the first, 8 throughout of the second. */
    private static Frame frame(String first) {
        Frame frame = Frames.frame(on("booth", first, "adam(learningRate=0.1)")).at(12);
        List<Sharpness> rising = IntStream.rangeClosed(0, 4).mapToObj(k -> new Sharpness(5 * k, 0.25, 1 + k, 0)).toList();
        List<Sharpness> level = IntStream.rangeClosed(0, 4).mapToObj(k -> new Sharpness(5 * k, 0.1, 8, 0)).toList();
        return frame.withCurvatures(Curvatures.NONE.withAlong(0, rising).withAlong(1, level));
    }

    private static SharpnessChart chart(Frame frame) {
        return SharpnessChart.of(AREA, frame, new Ink(new OutlineGraphics(), Style.of(Theme.LIGHT)));
    }

    private static boolean near(BufferedImage image, Color colour, double x, double y, int reach) {
        for (int i = -reach; i <= reach; i++) {
            for (int j = -reach; j <= reach; j++) {
                Color there = new Color(image.getRGB((int) Math.round(x) + i, (int) Math.round(y) + j));
                if (Math.abs(there.getRed() - colour.getRed()) + Math.abs(there.getGreen() - colour.getGreen())
                        + Math.abs(there.getBlue() - colour.getBlue()) < 60) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 2 / 0.25 = 8, 2 / 0.4 = 5: the edge is a dashed line at its height, in the colour of its run, with its formula. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesGoThroughWhatIsKnownAndTheEdgeLiesAtItsHeight(Theme theme) {
        Frame frame = frame("gradient-descent(learningRate=0.4)");
        BufferedImage image = Fixtures.image(new SharpnessPainter(Style.of(theme), Memo.NONE), frame, Style.of(theme), W, H);
        SharpnessChart chart = chart(frame);
        Color gd = RunStyle.of(0).colour();
        for (int k = 0; k <= 2; k++) {
            assertTrue(near(image, gd, chart.axes().x(5 * k), chart.axes().y(1 + k), 1), "step " + 5 * k + " in " + theme);
        }
        assertTrue(near(image, RunStyle.of(1).colour(), chart.axes().x(5), chart.axes().y(8), 2), "the other run");
        int dashes = 0;
        int bare = 0;
        for (double x = chart.axes().x(6); x < chart.axes().x(11); x++) {
            boolean dash = near(image, RunStyle.of(0).edge(theme), x, chart.axes().y(5), 1);
            dashes += dash ? 1 : 0;
            bare += dash ? 0 : 1;
        }
        assertTrue(dashes > 20 && bare > 5, dashes + " pixels of dashes, " + bare + " between");
        assertFalse(near(image, gd, chart.axes().x(8), chart.axes().y(6.5), 3), "nothing where nothing is");
    }

    /** 2 / 0.001 = 2000 would press the lines together; it is said above instead. */
    @Test
    void anEdgeFarAboveIsSaidInWords() {
        Frame frame = frame("gradient-descent(learningRate=0.001)");
        assertTrue(chart(frame).axes().ranges().getLast().max() < 12);
        BufferedImage image = Fixtures.image(new SharpnessPainter(Style.of(Theme.LIGHT), Memo.NONE), frame, Style.of(Theme.LIGHT), W, H);
        Rectangle2D plot = chart(frame).axes().plot();
        boolean said = false;
        for (double x = plot.getX() + 8; x < plot.getX() + 90; x++) {
            said |= near(image, RunStyle.of(0).edge(Theme.LIGHT), x, plot.getY() + 10, 3);
        }
        assertTrue(said);
        assertTrue(chart(frame("gradient-descent(learningRate=0.3)")).axes().ranges().getLast().max() > 2 / 0.3, "one within reach has room");
    }

    /** A schedule moves the edge: 2 / alpha grows as alpha shrinks. */
    @Test
    void theEdgeFollowsASchedule() {
        Experiment e = on("booth", "gradient-descent(learningRate=0.05)");
        Frame frame = Frames.frame(e.withRuns(List.of(e.runs().getFirst().withSchedule(Spec.parse("inverse-time(decay=0.03)")))));
        Frame known = frame.withCurvatures(Curvatures.NONE.withAlong(0, List.of(new Sharpness(0, 0.05, 30, 0), new Sharpness(20, 0.03, 30, 0))));
        Rectangle2D box = chart(known).edge(chart(known).lines().getFirst()).getBounds2D();
        double first = 2 / frame.tracks().getFirst().trajectory().learningRate(0);
        double last = 2 / frame.tracks().getFirst().trajectory().learningRate(20);
        assertTrue(last > 1.5 * first);
        assertEquals(chart(known).axes().y(first), box.getMaxY(), 1e-6);
        assertEquals(chart(known).axes().y(last), box.getMinY(), 1e-6);
    }

    @Test
    void pointsAndStepsAreFoundUnderThePointer() {
        Frame frame = frame("gradient-descent(learningRate=0.4)");
        SharpnessPainter painter = new SharpnessPainter(Style.of(Theme.LIGHT), Memo.NONE);
        SharpnessChart chart = chart(frame);
        assertEquals(Optional.of(new Hover(0, 15)), painter.hit(new Point2D.Double(chart.axes().x(15) + 3, chart.axes().y(4) - 3), AREA, frame));
        assertEquals(Optional.empty(), painter.hit(new Point2D.Double(chart.axes().x(15), chart.axes().y(6.5)), AREA, frame));
        assertEquals(Optional.of(13), painter.step(new Point2D.Double(chart.axes().x(13), chart.axes().y(6)), AREA, frame));
        assertEquals(3.4, chart.at(chart.lines().getFirst(), 12).orElseThrow(), 1e-12, "straight between");
    }

    /** Nothing known, no runs, no Hessian, tiny areas: words or nothing, and no exception. */
    @Test
    void whatIsMissingIsSaid() {
        Frame nothing = frame("gradient-descent(learningRate=0.4)").withCurvatures(Curvatures.NONE);
        Frame none = Frames.frame(on("booth"));
        Frame refused = nothing.withCurvatures(Curvatures.NONE.withRefusal("this has no Hessian"));
        for (Frame frame : List.of(nothing, none, refused)) {
            for (ViewKind view : List.of(Views.of("sharpness"), Views.of("spectrum"))) {
                Style style = Style.of(Theme.LIGHT);
                BufferedImage image = Fixtures.image(view.plot().apply(style, Memo.NONE), frame, style, W, H);
                boolean words = false;
                for (int x = 60; x < W - 60; x++) {
                    words |= near(image, Theme.LIGHT.muted(), x, H / 2.0, 12);
                }
                assertTrue(words, view.id());
                Fixtures.image(view.plot().apply(style, Memo.NONE), frame("nag(learningRate=0.01)"), style, 12, 9);
            }
        }
    }

    /** The spectrum at the playhead, in figures beside the sticks and in the head; the edge is the rule's own. */
    @Test
    void theSpectrumIsThatOfThePlayhead() {
        Experiment e = on("booth", "momentum(learningRate=0.1, momentum=0.5)").withLook(on("booth").look().withSelected(0));
        Frame frame = Inquiry.of(List.of("spectrum"), e.look()).answered(Frames.frame(e).at(4), () -> false);
        Style style = Style.of(Theme.LIGHT);
        SpectrumPainter painter = new SpectrumPainter(style, Memo.NONE);
        assertEquals("Momentum, step 4: sharpness 18.0, condition 9.00, trace 20.0", painter.detail(frame));
        assertEquals("Momentum, step 4, looking at 9: sharpness 18.0, condition 9.00, trace 20.0", painter.detail(frame.at(9)));
        BufferedImage image = Fixtures.image(painter, frame, style, 700, H);
        SpectrumChart chart = SpectrumChart.of(new Rectangle2D.Double(0, 0, 700 - 176, H - 22),
                frame.curvatures().points().values().iterator().next(), OptionalDouble.of(30), new Ink(new OutlineGraphics(), style), Memo.NONE);
        assertTrue(near(image, Theme.LIGHT.done(), chart.axes().x(30), chart.axes().plot().getCenterY(), 6), "2 (1 + 0.5) / 0.1 = 30");
        assertTrue(near(image, Theme.LIGHT.text(), chart.axes().x(18), chart.axes().plot().getMaxY() - 12, 2));
        assertEquals("every eigenvalue, from the whole Hessian",
                SpectrumPainter.effort(frame.curvatures().points().values().iterator().next(), Curving.DEFAULT));
    }

    /** Blue where the cost curves downward, red where it does not, a strong line between; the lines stay the cost's. */
    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void theMapOfTheSmallestEigenvalueHasASignByColour(Theme theme) {
        Experiment plain = on("formula(\"x^3/6 + y^2\")");
        Experiment e = plain.withLook(plain.look().withCurving(Curving.DEFAULT.withMap(true)).withCriticalPoints(false)
                .withWindow(List.of(new Range(-1, 1), new Range(-1, 1))));
        Frame frame = Inquiry.of(List.of("contour"), e.look()).answered(Frames.frame(e), () -> false);
        for (Memo memo : List.of(Memo.NONE, new KeptMemo())) {
            BufferedImage image = Fixtures.image(new ContourPainter(Style.of(theme), memo), frame, Style.of(theme), W, H);
            ContourChart chart = ContourChart.of(AREA, frame, new Ink(new OutlineGraphics(), Style.of(theme)), Memo.NONE);
            Color left = new Color(image.getRGB((int) chart.axes().x(-0.95), (int) chart.axes().y(0.03)));
            Color right = new Color(image.getRGB((int) chart.axes().x(0.95), (int) chart.axes().y(0.03)));
            assertTrue(left.getBlue() > left.getRed() + 60, left + " where x < 0");
            assertTrue(right.getRed() > right.getBlue() + 60, right + " where x > 0");
            assertTrue(near(image, theme.text(), chart.axes().x(0), chart.axes().y(0.43), 2), "the line at x = 0");
            assertEquals("\\lambda_{\\min}", chart.shade().letter());
        }
        assertTrue(ContourChart.of(AREA, Frames.frame(plain), new Ink(new OutlineGraphics(), Style.of(theme)), Memo.NONE).shade().isOfCost());
    }
}
