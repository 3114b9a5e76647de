package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Spec;
import thalweg.experiment.Run;

class LettersTest {
    @Test
    void digitsAllHaveOneWidth() {
        for (char c = '1'; c <= '9'; c++) {
            assertEquals(Face.REGULAR.width("0", 12), Face.REGULAR.width("" + c, 12), 1e-9);
        }
    }

    /** IBM Plex Sans gives digits 600 of 1000 units in every weight; a substitute font would not. */
    @Test
    void theBundledFontIsUsed() {
        for (Face face : Face.values()) {
            assertEquals(6.0, face.width("0", 10), 1e-6);
        }
        assertNotEquals(Face.REGULAR.width("mm", 10), Face.SEMIBOLD.width("mm", 10));
    }

    @Test
    void tooLongTextEndsInAnEllipsis() {
        String fitted = Face.REGULAR.fit("gradient descent with momentum", 13, 80);
        assertTrue(fitted.endsWith("\u2026") && Face.REGULAR.width(fitted, 13) <= 80, fitted);
        assertEquals("Adam", Face.REGULAR.fit("Adam", 13, 80));
    }

    @Test
    void formulasHaveDepthAndWidth() {
        Typeset fraction = Typeset.of("\\theta \\leftarrow \\theta - \\alpha \\frac{\\hat m}{\\sqrt{\\hat v} + \\varepsilon}");
        assertTrue(fraction.depth(20) > 5 && fraction.height(20) > 10 && fraction.width(20) > 80);
        assertTrue(Typeset.of("x").depth(16) < 1);
        assertEquals(2 * fraction.width(10), fraction.width(20), 1e-9);
    }

    @Test
    void aLongFormulaIsBrokenIntoLines() {
        String camel = "\\left(4-2.1x^2+\\frac{x^4}{3}\\right)x^2+xy+\\left(-4+4y^2\\right)y^2";
        Typeset line = Typeset.of(camel);
        Typeset broken = Typeset.within(camel, 13);
        assertTrue(line.width(1) > 15, "long: " + line.width(1));
        assertTrue(broken.width(1) <= 13, "narrow: " + broken.width(1));
        assertTrue(broken.height(1) + broken.depth(1) > 1.5 * (line.height(1) + line.depth(1)), "two lines");
        assertEquals(Typeset.of("x^2").width(1), Typeset.within("x^2", 13).width(1));
    }

    @Test
    void brokenLatexIsShownAsItWasWritten() {
        assertEquals(Face.REGULAR.width("\\nosuch{x}", 1), Typeset.of("\\nosuch{x}").width(1), 1e-9);
        assertFalse(Typeset.line("costs 5 $ today").width(13) == 0);
    }

    /** Set by TeX, a rule is nowhere near as wide as its source; shown as written it would be just that. */
    @Test
    void theRuleOfEveryOptimizerCanBeSet() {
        for (var choice : thalweg.optimizer.Optimizers.RULES.choices()) {
            for (String latex : java.util.List.of(choice.latex(), NextUpdate.movingLine(choice.latex()))) {
                assertTrue(!latex.isEmpty() && Typeset.of(latex).width(1) < 0.75 * Face.REGULAR.width(latex, 1),
                        choice.id() + ": " + latex);
                assertTrue(latex.contains("theta"), latex);
            }
        }
    }

    @Test
    void theLineThatMovesThetaIsFound() {
        assertEquals("\\theta \\leftarrow v", NextUpdate.movingLine("\\begin{array}{l}v \\leftarrow g\\\\\\theta \\leftarrow v\\end{array}"));
        assertEquals("\\theta \\leftarrow c", NextUpdate.movingLine("\\begin{array}{l}\\theta \\leftarrow c\\\\m \\leftarrow g\\end{array}"));
        assertEquals("\\theta - g", NextUpdate.movingLine("\\theta - g"));
    }

    @Test
    void wordsAndFormulasShareALine() {
        double sum = Face.REGULAR.width("along ", 12) + Typeset.of("\\theta_1").width(16);
        assertEquals(sum, Typeset.line("along $\\theta_1$").width(12), 1e-9);
    }

    @Test
    void twelveRunsDifferInColourDashAndMarkerAndMoreStayDistinct() {
        Set<Object> colours = new HashSet<>();
        Set<Object> dashes = new HashSet<>();
        Set<Object> markers = new HashSet<>();
        Set<Object> all = new HashSet<>();
        for (int i = 0; i < 48; i++) {
            RunStyle style = RunStyle.of(i);
            all.add(style);
            if (i < 12) {
                colours.add(style.colour());
                dashes.add(style.dash());
                markers.add(style.marker());
            }
        }
        assertEquals(12, colours.size());
        assertEquals(12, dashes.size());
        assertEquals(12, markers.size());
        assertEquals(48, all.size());
    }

    @Test
    void aRunsOwnColourWinsAndNonsenseDoesNot() {
        Run run = Run.of(Spec.of("adam"), 5);
        assertEquals(0xff102030, RunStyle.of(run.withColour("#102030")).colour().getRGB());
        assertEquals(RunStyle.of(5), RunStyle.of(run.withColour("red")));
    }

    @Test
    void wordsContrastWithTheirGround() {
        for (Theme t : Theme.values()) {
            assertTrue(Tint.contrast(t.muted(), t.canvas()) >= 4.5 && Tint.contrast(t.danger(), t.canvas()) >= 4.5
                    && Tint.contrast(java.awt.Color.WHITE, t.accentFill()) >= 4.5 && Tint.contrast(t.text(), t.selection()) >= 4.5,
                            t.name());
        }
    }
}
