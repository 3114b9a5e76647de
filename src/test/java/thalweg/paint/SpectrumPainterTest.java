package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import thalweg.catalog.Spec;
import thalweg.experiment.Curvatures;
import thalweg.experiment.Curving;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Inquiry;
import thalweg.experiment.Run;
import thalweg.math.Eigenpair;
import thalweg.math.Eigenpairs;
import thalweg.math.Eigenpairs.Ending;
import thalweg.math.Hutchinson;
import thalweg.math.SpectralDensity;
import thalweg.math.Vec;
import thalweg.slice.Curvature;

class SpectrumPainterTest {
    private static final int W = 600;
    private static final int H = 360;
    private static final OptionalDouble NO_RATE = OptionalDouble.empty();

    private static Eigenpair pair(double value, double residual) {
        return new Eigenpair(value, Vec.of(1), residual);
    }

    /** Eigenvalues 10, 4 and -2 of 100; the density has most at 0. */
    private static Curvature curvature(boolean dense, double residual) {
        SpectralDensity density = new SpectralDensity(Vec.of(-2, 0, 4, 10), Vec.of(0.01, 0.97, 0.01, 0.01), 3, 30);
        return new Curvature(Vec.of(new double[100]),
                new Eigenpairs(List.of(pair(10, residual), pair(4, 0)), List.of(pair(-2, 0)), 20, Ending.CONVERGED),
                Optional.of(new Hutchinson.Trace(12, 0.5, 9)), dense ? Optional.of(density) : Optional.empty(), false);
    }

    private static SpectrumChart chart(Curvature curvature, double edge, Style style) {
        return SpectrumChart.of(new Rectangle2D.Double(0, 0, W * style.scale(), H * style.scale()), curvature, OptionalDouble.of(edge),
                new Ink(new OutlineGraphics(), style), Memo.NONE);
    }

    private static BufferedImage image(Curvature curvature, OptionalDouble rate, Style style) {
        return SpectrumGallery.image(curvature, rate, style, (int) (W * style.scale()), (int) (H * style.scale()));
    }

    private static Color at(BufferedImage image, double x, double y) {
        return new Color(image.getRGB((int) Math.floor(x), (int) Math.floor(y)));
    }

    /** How far two colours are apart, 0 to 765. */
    private static int apart(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
    }

    /** Whether a column of pixels holds a colour somewhere between two heights, or nearly, as lines of fractions of pixels do. */
    private static boolean shows(BufferedImage image, Color colour, double x, double from, double to) {
        for (double y = from; y < to; y++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (apart(at(image, x + dx, y), colour) < 90) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In the column of a paper it takes two lines, above which the chart ends. */
    @Test
    void whatItTookIsSaidInFullInNarrowPicturesToo() {
        Ink ink = new Ink(new OutlineGraphics(), Style.of(Theme.PRINT));
        String effort = SpectrumPainter.effort(curvature(true, 0), Curving.DEFAULT);
        List<String> lines = SpectrumPainter.foot(ink, 252, effort);
        assertTrue(lines.size() > 1, lines.toString());
        assertEquals(effort, String.join(" ", lines));
        Experiment e = Experiment.of(Spec.of("booth")).withRuns(List.of(Run.of(Spec.of("gradient-descent"), 0)));
        Frame frame = Inquiry.of(List.of("spectrum"), e.look()).answered(Frames.frame(e), () -> false);
        Curvatures.Point point = frame.curvatures().points().keySet().iterator().next();
        Frame dense = frame.withCurvatures(frame.curvatures().with(point, curvature(true, 0)));
        BufferedImage image = Fixtures.image(new SpectrumPainter(Style.of(Theme.PRINT), Memo.NONE), dense, Style.of(Theme.PRINT), 252, 230);
        for (int y : new int[] {230 - 11, 230 - 11 - 15}) {
            int row = y;
            assertTrue(IntStream.range(12, 200).anyMatch(x -> IntStream.range(row - 4, row + 4)
                    .anyMatch(j -> apart(at(image, x, j), Theme.PRINT.canvas()) > 150)), "words in line " + y);
        }
    }

    /** In every theme and at any scale, at the place that the axes give. */
    @ParameterizedTest
    @EnumSource(Theme.class)
    void sticksStandAtTheirEigenvalues(Theme theme) {
        for (double scale : new double[] {1, 1.7}) {
            Style style = new Style(theme, scale, true);
            Curvature curvature = curvature(true, 0);
            Axes axes = chart(curvature, 1e9, style).axes();
            BufferedImage image = image(curvature, NO_RATE, style);
            double ground = axes.plot().getMaxY();
            for (double value : new double[] {10, 4, -2}) {
                assertTrue(shows(image, theme.text(), axes.x(value), ground - 12 * scale, ground - 4), value + " in " + theme);
                assertTrue(shows(image, theme.text(), axes.x(value), ground - 33 * scale, ground - 27 * scale), "its dot");
            }
            assertTrue(!shows(image, theme.text(), axes.x(7), ground - 33 * scale, ground - 4), "nothing between");
        }
    }

    @Test
    void densityIsAHillOverItsNodes() {
        Style style = Style.of(Theme.LIGHT);
        Curvature curvature = curvature(true, 0);
        Axes axes = chart(curvature, 1e9, style).axes();
        BufferedImage image = image(curvature, NO_RATE, style);
        double ground = axes.plot().getMaxY();
        assertNotEquals(Color.WHITE, at(image, axes.x(0) + 3, axes.plot().getCenterY() + 1), "high up at 0");
        assertEquals(Color.WHITE, at(image, axes.x(7), axes.plot().getCenterY() + 1), "nothing at 7");
        assertEquals(Color.WHITE, at(image, axes.x(7), ground - 3));
        double top = curvature.density().get().at(0, curvature.density().get().width());
        assertTrue(shows(image, Theme.LIGHT.muted(), axes.x(0), axes.y(top) - 3, axes.y(top) + 4), "its line at its height");
        assertEquals(Color.WHITE, at(image, axes.x(0) + 3, axes.y(top) - 6), "and nothing above");
    }

    @Test
    void withoutADensityHeightsMeanNothingAndHaveNoTicks() {
        Style style = Style.of(Theme.LIGHT);
        Curvature curvature = curvature(false, 0);
        Axes axes = chart(curvature, 1e9, style).axes();
        BufferedImage image = image(curvature, NO_RATE, style);
        assertTrue(shows(image, Theme.LIGHT.text(), axes.x(4), axes.plot().getCenterY(), axes.plot().getMaxY() - 4), "sticks are long");
        for (int y = 0; y < axes.plot().getMaxY(); y++) {
            for (int x = 0; x < axes.plot().getX() - 1; x++) {
                assertEquals(Color.WHITE, at(image, x, y), "left of the axis at " + x + ", " + y);
            }
        }
    }

    /** 2 / 0.5 = 4: one eigenvalue is beyond, and one just at the edge is not. 2 / 0.18 = 11.1: none is. */
    @ParameterizedTest
    @CsvSource({"0.5, true", "0.18, false"})
    void theEdgeOfStabilityWarnsWhenAnEigenvalueIsBeyond(double rate, boolean beyond) {
        for (Theme theme : Theme.values()) {
            Style style = Style.of(theme);
            Curvature curvature = curvature(true, 0);
            SpectrumChart chart = chart(curvature, 2 / rate, style);
            Axes axes = chart.axes();
            assertEquals(OptionalDouble.of(2 / rate), chart.edgeInside());
            BufferedImage image = image(curvature, OptionalDouble.of(rate), style);
            Rectangle2D plot = axes.plot();
            Color line = beyond ? theme.danger() : theme.done();
            assertTrue(shows(image, line, axes.x(2 / rate), plot.getCenterY() - 10, plot.getCenterY() + 10), theme + ": the line");
            assertTrue(shows(image, beyond ? theme.danger() : theme.text(), axes.x(10), plot.getMaxY() - 12, plot.getMaxY() - 4), "the stick");
            assertTrue(shows(image, theme.text(), axes.x(-2), plot.getMaxY() - 12, plot.getMaxY() - 4), "a stick below the edge stays");
        }
    }

    /** 2 / 0.01 = 200 would press everything else together. */
    @Test
    void anEdgeFarAwayIsSaidAtTheSide() {
        Style style = Style.of(Theme.LIGHT);
        Curvature curvature = curvature(true, 0);
        SpectrumChart chart = chart(curvature, 200, style);
        assertEquals(OptionalDouble.empty(), chart.edgeInside());
        assertTrue(chart.axes().ranges().getFirst().max() < 12);
        BufferedImage image = image(curvature, OptionalDouble.of(0.01), style);
        boolean said = false;
        for (double x = chart.axes().plot().getMaxX() - 80; x < chart.axes().plot().getMaxX(); x++) {
            said |= shows(image, Theme.LIGHT.done(), x, 2, 24);
        }
        assertTrue(said);
        assertEquals(OptionalDouble.empty(), chart(curvature, Double.POSITIVE_INFINITY, style).edgeInside());
    }

    @Test
    void whiskersReachAsFarAsTheEigenvalueMayBeOff() {
        Style style = Style.of(Theme.LIGHT);
        Curvature rough = curvature(true, 1.5);
        Axes axes = chart(rough, 1e9, style).axes();
        double top = axes.plot().getMaxY() - 30;
        BufferedImage image = image(rough, NO_RATE, style);
        assertTrue(shows(image, Theme.LIGHT.text(), axes.x(8.7), top - 2, top + 2));
        assertTrue(!shows(image, Theme.LIGHT.text(), axes.x(8.3), top - 2, top + 2), "and no farther");
        assertTrue(!shows(image(curvature(true, 0), NO_RATE, style), Theme.LIGHT.text(), axes.x(8.7), top - 2, top + 2), "none without residual");
    }

    @Test
    void whatCannotBeShownIsSaid() {
        Style style = Style.of(Theme.DARK);
        for (Ending ending : List.of(Ending.NOT_FINITE, Ending.CANCELLED)) {
            Curvature none = new Curvature(Vec.of(0), new Eigenpairs(List.of(), List.of(), 1, ending), Optional.empty(), Optional.empty(), false);
            BufferedImage image = image(none, OptionalDouble.of(0.1), style);
            boolean words = false;
            for (int x = 100; x < 500; x++) {
                words |= shows(image, Theme.DARK.muted(), x, H / 2 - 30, H / 2 + 30);
            }
            assertTrue(words, ending + ": a sentence");
            assertEquals(Theme.DARK.canvas(), at(image, 60, H - 60), ending + ": no axes");
        }
    }

    /** Areas down to nothing, equal eigenvalues, a single one at 0: something sensible, and no exception. */
    @Test
    void anyAreaAndAnySpectrumIsPainted() {
        Curvature zero = new Curvature(Vec.of(0, 0), new Eigenpairs(List.of(pair(0, 0)), List.of(), 1, Ending.CONVERGED), Optional.empty(),
                Optional.of(new SpectralDensity(Vec.of(0, 0), Vec.of(0.5, 0.5), 0, 2)), false);
        Curvature huge = new Curvature(Vec.of(0, 0), new Eigenpairs(List.of(pair(1e300, 0)), List.of(pair(-1e300, 1e290)), 1, Ending.CONVERGED),
                Optional.empty(), Optional.empty(), false);
        for (Curvature c : List.of(zero, huge, curvature(true, 1e9))) {
            for (int[] size : new int[][] {{1, 1}, {40, 30}, {110, 80}, {200, 140}, {1600, 1000}}) {
                BufferedImage image = SpectrumGallery.image(c, OptionalDouble.of(1e-3), Style.of(Theme.LIGHT), size[0], size[1]);
                assertEquals(size[0], image.getWidth());
            }
        }
    }

    @Test
    void thePhraseOfTheHeadSaysWhatIsKnown() {
        assertEquals("sharpness 10.0, trace 12.0 \u00b1 0.500", SpectrumPainter.detail(curvature(true, 0)));
        Curvature valley = new Curvature(Vec.of(1, 1), new Eigenpairs(List.of(pair(1001.6, 0)), List.of(pair(0.399361, 0)), 2, Ending.CONVERGED),
                Optional.of(new Hutchinson.Trace(1002, 0, 2)), Optional.empty(), false);
        assertEquals("sharpness 1002, condition 2508, trace 1002", SpectrumPainter.detail(valley));
    }
}
