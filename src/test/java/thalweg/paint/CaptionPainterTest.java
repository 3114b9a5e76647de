package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionPainterTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = (int) CaptionPainter.HEIGHT;

    private static BufferedImage painted(CaptionPainter caption, Theme theme) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        caption.paint(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), Style.of(theme));
        g.dispose();
        return image;
    }

    /** Rows of pixels, from the top, that hold ink between two columns. */
    private static List<Integer> inked(BufferedImage image, int from, int to) {
        int ground = image.getRGB(4, HEIGHT / 2);
        return java.util.stream.IntStream.range(4, HEIGHT).filter(y -> java.util.stream.IntStream.range(from, to)
                .anyMatch(x -> image.getRGB(x, y) != ground)).boxed().toList();
    }

    @Test
    void linesAreBrokenAtBlanksAndNeverInAFormula() {
        assertEquals(List.of("one two", "$a + b = c$,", "three"), CaptionPainter.wrapped("one two $a + b = c$, three", 6));
        assertEquals(List.of(), CaptionPainter.wrapped("  ", 6));
        assertEquals(List.of("unbreakablyLong", "x"), CaptionPainter.wrapped("unbreakablyLong x", 1));
    }

    @Test
    void scenesAreCountedFromOne() {
        assertEquals("2 of 5", CaptionPainter.place(1, 5));
    }

    @Test
    void wordsAndStepsStandApartInBothThemes() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            BufferedImage image = painted(new CaptionPainter("\\theta", "word ".repeat(40), 36, 60, "14 of 16"), theme);
            assertTrue(inked(image, 1100, WIDTH - 32).size() > 40, "steps at the right");
            assertTrue(inked(image, 32, 700).size() > 60, "words at the left");
            assertEquals(List.of(), inked(image, 0, 31), "a margin at the left");
            assertEquals(List.of(), inked(image, WIDTH - 31, WIDTH), "a margin at the right");
        }
    }

    /** Beside a tall formula the formula becomes smaller and not the words: capitals of 27 are 19 high. */
    @Test
    void theFormulaGivesWayBeforeTheWords() {
        BufferedImage image = painted(new CaptionPainter("J=\\frac{1}{2m}\\sum_{i=1}^{m}\\left(\\theta_1 x^{(i)}-y^{(i)}\\right)^2",
                "HHHH ".repeat(20), 0, 0, ""), Theme.LIGHT);
        List<Integer> rows = inked(image, 32, 60);
        int last = rows.getLast();
        int height = 0;
        while (rows.contains(last - height)) {
            height++;
        }
        assertEquals(19, height, 1.5);
        assertTrue(last < HEIGHT - 8, "nothing is cut");
    }
}
