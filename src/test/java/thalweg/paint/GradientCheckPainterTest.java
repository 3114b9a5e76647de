package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiment;
import thalweg.experiment.Experiments;
import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Learning;
import thalweg.math.Vec;
import thalweg.objective.GradientCheck;
import thalweg.objective.Objective;

class GradientCheckPainterTest {
    private static final Style LIGHT = Style.of(Theme.LIGHT);
    private static final Focus PLAIN = Focus.DEFAULT;

    private static Frame model(String model, String data) {
        return Frames.frame(Experiment.of(Learning.of(Spec.parse(model), Spec.parse(data))).withRuns(List.of()));
    }

    private static CheckedRows rows(Frame frame) {
        return CheckedRows.of(frame, frame.scene().start(), LIGHT, Memo.NONE).orElseThrow();
    }

    /** The lecture prints 1.25347 -> 1.25322 at h = 0.0001 and so -2.5, and beside it 1.25353 and 0.6. */
    @Test
    void theLecturesNumbersAreThere() {
        Frame lecture = Frames.frame(Experiments.lectureGradient());
        GradientCheck check = rows(lecture).check();
        assertEquals(1e-4, check.h());
        assertEquals("1.25347", Numbers.fixed(check.cost(), 5));
        assertEquals("1.25322", Numbers.fixed(check.above().get(0), 5));
        assertEquals("1.25353", Numbers.fixed(check.above().get(1), 5));
        assertEquals(-2.5, check.numerical(0), 2e-5);
        assertEquals(0.6, check.numerical(1), 2e-5);
        assertEquals(-2.5, check.gradient().get(0), 1e-15);
    }

    /** For x^2 a forward quotient is h too large, so its error is h / 2x in parts; a central one is exact up to rounding. */
    @Test
    void theErrorFallsWithHUntilRoundingTakesOver() {
        Objective square = Frames.scene(Experiment.of(Spec.parse("formula(\"x^2\")"))).objective();
        ErrorCurve curve = ErrorCurve.of(square, Vec.of(1.0), 0);
        int atHundredth = curve.hs().size() - 1 - 6;
        assertEquals(0.01, curve.hs().get(atHundredth), 1e-12);
        assertEquals(0.01 / 2.01, curve.forward().get(atHundredth), 1e-9);
        assertTrue(curve.central().get(atHundredth) < 1e-13);
        Objective exponential = Frames.scene(Experiment.of(Spec.parse("formula(\"exp(x)\")"))).objective();
        ErrorCurve rounded = ErrorCurve.of(exponential, Vec.of(1.0), 0);
        assertTrue(rounded.forward().getFirst() > 1e-3, "at h = 1e-15 rounding is " + rounded.forward().getFirst());
        double best = rounded.forward().stream().mapToDouble(e -> e).min().orElseThrow();
        assertTrue(best < 1e-7, "best " + best);
    }

    @Test
    void rowsAreFilledOneByOne() {
        Frame lecture = Frames.frame(Experiments.lectureGradient());
        GradientCheckPainter painter = new GradientCheckPainter(LIGHT, Memo.NONE);
        int[] dark = new int[3];
        for (int filled = 0; filled < 3; filled++) {
            BufferedImage image = Fixtures.image(painter, Studies.with(lecture, PLAIN.withRows(filled)), LIGHT, 572, 352);
            for (int y = 84; y < 100; y++) {                      // the second row
                for (int x = 200; x < 560; x++) {
                    dark[filled] += (image.getRGB(x, y) & 0xff) < 0x80 ? 1 : 0;
                }
            }
        }
        assertTrue(dark[1] < dark[2] / 3, "a row that is not filled holds only question marks: " + dark[1] + " against " + dark[2]);
        assertEquals(dark[0], dark[2]);
    }

    /** A change of 64 in ten thousand millions is what the table is about. */
    @Test
    void largeCostsHaveTheDigitsInWhichTheyDiffer() {
        assertEquals("9.615374169e9", GradientCheckPainter.cost(9_615_374_169.2, 0));
        assertEquals("9.615374105e9", GradientCheckPainter.cost(9_615_374_104.7, 0));
        assertEquals("1.25347", GradientCheckPainter.cost(1.25347, 5));
        assertEquals("12.000", GradientCheckPainter.cost(12, -2));
        assertEquals("NaN", GradientCheckPainter.cost(Double.NaN, 5));
    }

    /** As many columns as there is room for: none is cut off at the edge. */
    @Test
    void aNarrowTableLeavesOutWhatTellsLeast() {
        Frame frame = Studies.with(model("mlp(hidden=8)", "moons(samples=20)"), PLAIN.withH(1e-10));   // many digits
        BufferedImage image = Fixtures.image(new GradientCheckPainter(LIGHT, Memo.NONE), frame, LIGHT, 280, 120);
        int paper = image.getRGB(278, 110);
        int inside = 0;
        for (int y = 60; y < 120; y++) {
            for (int x = 200; x < 280; x++) {
                boolean marked = image.getRGB(x, y) != paper;
                inside += marked ? 1 : 0;
                assertTrue(x < 274 || !marked, "something at " + x + ", " + y);
            }
        }
        assertTrue(inside > 50, "the errors are there: " + inside);
    }

    @Test
    void ofManyParametersTheFirstAndTheWorstAreShown() {
        // steps so wide that central differences err by their bend, well above rounding
        CheckedRows rows = rows(Studies.with(model("mlp(hidden=8-8)", "spirals(samples=50)"), PLAIN.withH(1e-2)));
        assertTrue(rows.isWhole());
        List<Integer> shown = rows.shown(6, 0);
        assertEquals(List.of(0, 1, 2), shown.subList(0, 3));
        double worst = IntStream.range(3, rows.size()).filter(i -> !rows.check().isWithinRounding(i)).mapToDouble(rows.check()::error).max()
                .orElseThrow();
        assertEquals(worst, rows.check().error(shown.get(3)));
        assertEquals(List.of(37, 38, 39, 40, 41, 42), rows.shown(6, 42));
    }

    /** 7,850 parameters on 3,000 samples: a table of all would take a minute. */
    @Test
    void ofTooManyParametersSomeAreChecked() {
        Frame digits = model("softmax", "digits(samples=3000)");
        CheckedRows rows = rows(digits);
        assertTrue(rows.size() >= 4 && rows.size() <= 64 && !rows.isWhole(), rows.size() + " rows");
        assertEquals(digits.scene().objective().dimension(), rows.all());
        assertEquals(rows.size(), Stages.last("gradient-check", digits));
        assertTrue(rows.check().parameters().getLast() > rows.all() * 0.7);
        assertTrue(CheckedRows.of(digits, digits.scene().start(), LIGHT.withStill(false), Memo.NONE).isEmpty(), "not while something moves");
    }

    @Test
    void whatRoundingExplainsIsNoError() {
        Objective flat = Frames.scene(Experiment.of(Spec.parse("formula(\"1 + 1e-9*x + 0*y\")"))).objective();
        GradientCheck check = GradientCheck.of(flat, new double[] {0.3, 0.4}, 1e-8, false);
        assertTrue(check.error(0) > GradientCheck.WRONG, "its slope is lost in the last place of J");
        assertTrue(check.isWithinRounding(0));
        GradientCheck coarse = GradientCheck.of(Frames.scene(Experiment.of(Spec.parse("formula(\"x^2\")"))).objective(), new double[] {1}, 0.1,
                false);
        assertTrue(!coarse.isWithinRounding(0));
        assertEquals("wrong", GradientCheck.verdict(coarse.error(0)));
    }

    /** With h = 0.1 the forward quotient of x^2 at 1 is 2.1. */
    @Test
    void whatAForwardDifferenceLeansByIsNoErrorOfTheGradientButAWrongSlopeIs() {
        Objective square = Frames.scene(Experiment.of(Spec.parse("formula(\"x^2\")"))).objective();
        GradientCheck right = GradientCheck.of(square, new double[] {1}, 0.1, false);
        assertEquals(2.1, right.numerical(0), 1e-12);
        assertTrue(right.isWithinBend(0));
        assertEquals("as forward differences with this h allow", right.verdict());
        GradientCheck wrong = new GradientCheck(right.parameters(), right.at(), right.cost(), right.h(), false, right.above(), right.below(),
                Vec.of(2.4));
        assertTrue(!wrong.isWithinBend(0));
        assertEquals("wrong", wrong.verdict());
        assertTrue(!GradientCheck.of(square, new double[] {1}, 0.1, true).isWithinBend(0), "a central one does not lean");
    }

    /** A network's gradient is right, and the check as it first comes says so of every row. */
    @Test
    void aRightGradientIsCalledGoodByDefault() {
        CheckedRows rows = rows(model("mlp(hidden=8)", "moons(samples=40)"));
        for (int row = 0; row < rows.size(); row++) {
            String verdict = rows.check().verdict(row);
            assertTrue(List.of("good", "within rounding").contains(verdict), "row " + row + ": " + rows.check().error(row) + " " + verdict);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e-4,0.0001", "0.25,0.25", "1,1", "1e-5,1e\u22125", "2.5e-7,2.5e\u22127", "1e-15,1e\u221215"})
    void stepsAreWrittenAsPeopleDo(double h, String words) {
        assertEquals(words, GradientCheckPainter.step(h));
    }

    @Test
    void everySizeAndThemeAndEverySchemeIsPainted() {
        for (Frame frame : List.of(Frames.frame(Experiments.lectureGradient()), model("mlp(hidden=3, activation=relu)", "moons(samples=9)"))) {
            for (Focus focus : List.of(PLAIN, PLAIN.withCentral(true).withH(1e-15), PLAIN.withRows(3).withH(1), PLAIN.withRows(500))) {
                for (int[] size : new int[][] {{1, 1}, {300, 200}, {572, 352}, {1200, 500}}) {
                    Style style = new Style(Theme.DARK, size[0] == 572 ? 1.7 : 1, true);
                    Fixtures.image(new GradientCheckPainter(style, Memo.NONE), Studies.with(frame, focus), style, size[0], size[1]);
                }
            }
        }
    }
}
