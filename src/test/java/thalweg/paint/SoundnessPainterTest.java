package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thalweg.experiment.Frame;
import thalweg.math.Grid;
import thalweg.math.Range;
import thalweg.slice.Finding;
import thalweg.slice.Finding.Figure;
import thalweg.slice.Finding.Level;
import thalweg.slice.Finding.Topic;
import thalweg.slice.Finding.Unit;
import thalweg.slice.Soundness;

class SoundnessPainterTest {
    private static final Finding FINE = new Finding(Topic.CENTRE, Level.FINE, "Fine.", List.of(new Figure("J", 2.5, Unit.NUMBER)));
    private static final Finding WRONG = new Finding(Topic.PATH, Level.WRONG, "Wrong.", List.of(new Figure("off, of length", 0.83, Unit.PART)));
    private static final SoundnessPainter PAINTER = new SoundnessPainter(Style.of(Theme.LIGHT), Memo.NONE);

    private static final Frame FRAME = Fixtures.frame(Fixtures.bowl(), List.of(), 0);

    private static BufferedImage painted(Soundness soundness, int width, int height) {
        return Fixtures.image(PAINTER, FRAME.withSoundness(Optional.of(soundness)), PAINTER.style(), width, height);
    }

    private static boolean has(BufferedImage image, int argb, int fromY, int toY) {
        for (int y = fromY; y < toY; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == argb) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The icon of the first row stands at (21, 14.5): the filled circle of what is wrong, though it was found last. */
    @Test
    void theWorstStandsFirst() {
        BufferedImage image = painted(new Soundness(List.of(FINE, WRONG), List.of()), 600, 200);
        int danger = Theme.LIGHT.danger().getRGB();
        assertEquals(danger, image.getRGB(17, 14));
        assertTrue(has(image, Theme.LIGHT.done().getRGB(), 30, 60), "the tick of the second row");
        assertNotEquals(danger, painted(new Soundness(List.of(FINE), List.of()), 600, 200).getRGB(17, 14));
    }

    @Test
    void drawsStandBelowWhereThereIsRoom() {
        Grid high = new Grid(new Range(0, 1), new Range(0, 1), 2, 2, new double[] {0, 1, 1, 2});
        Soundness drawn = new Soundness(List.of(FINE), List.of(high, high));
        BufferedImage without = painted(new Soundness(List.of(FINE), List.of()), 600, 300);
        BufferedImage tall = painted(drawn, 600, 300);
        assertEquals(Theme.LIGHT.canvas().getRGB(), without.getRGB(80, 80));
        assertNotEquals(Theme.LIGHT.canvas().getRGB(), tall.getRGB(80, 80));
        assertEquals(Theme.LIGHT.canvas().getRGB(), painted(drawn, 600, 100).getRGB(80, 80));
    }

    @Test
    void numbersHaveTheirUnits() {
        assertEquals("83\u2009%", SoundnessPainter.number(new Figure("", 0.83, Unit.PART)));
        assertEquals("2.4\u2009%", SoundnessPainter.number(new Figure("", 0.024, Unit.PART)));
        assertEquals("51", SoundnessPainter.number(new Figure("", 51, Unit.COUNT)));
        assertEquals("63\u00b0", SoundnessPainter.number(new Figure("", 63.2, Unit.DEGREES)));
        assertEquals("\u2013", SoundnessPainter.number(new Figure("", Double.NaN, Unit.NUMBER)));
    }

    @Test
    void theHeadCountsByLevel() {
        Finding caution = new Finding(Topic.GRID, Level.CAUTION, "Hm.", List.of());
        assertEquals("1 misleads, 2 fine", SoundnessPainter.summary(new Soundness(List.of(FINE, WRONG, FINE), List.of())));
        assertEquals("2 mislead, 1 to keep in mind", SoundnessPainter.summary(new Soundness(List.of(caution, WRONG, WRONG), List.of())));
        assertEquals("being checked", PAINTER.detail(FRAME));
    }
}
