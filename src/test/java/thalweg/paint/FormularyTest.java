package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frames;

class FormularyTest {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 90;

    @TempDir
    private Path folder;

    @Test
    void aFormulaReadFromTheFileIsTheSameToTheLastBit() throws IOException {
        List<String> some = List.of("\\theta_1", "\\hat m = \\frac{m}{1 - \\beta_1^t}", "\\sqrt{\\hat v} + \\epsilon");
        Formulary.write(folder, Frames.frame(Experiments.first()), some);
        Map<String, byte[]> read = read();
        assertTrue(read.containsKey("J"), "what the first tiles show");
        for (String latex : some) {
            Typeset now = Typeset.of(latex);
            Typeset then = Formulary.decoded(read.get(latex));
            assertEquals(now.width(1), then.width(1), latex);
            assertEquals(now.height(1), then.height(1), latex);
            assertEquals(now.depth(1), then.depth(1), latex);
            assertTrue(Arrays.equals(pixels(now), pixels(then)), latex);
        }
        assertFalse(Arrays.equals(pixels(Typeset.of(some.getFirst())), pixels(Typeset.of(some.getLast()))), "blank pictures are alike");
    }

    @Test
    void whereTheBuildHasSetNothingFormulasAreSetWhenTheyAreNeeded() {
        assertFalse(Formulary.isThere());
        assertTrue(Formulary.of("\\theta_1").isEmpty());
        assertTrue(Typeset.of("\\theta_1").width(1) > 0);
    }

    private Map<String, byte[]> read() throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("formulas.bin"))) {
            return Formulary.read(in);
        }
    }

    private static int[] pixels(Typeset formula) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        var g = image.createGraphics();
        Ink.on(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), Style.of(Theme.LIGHT), ink -> formula.paint(ink, 40, Color.BLACK, 10, 50, 0));
        g.dispose();
        return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }
}
