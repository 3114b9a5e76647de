package thalweg.paint;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a surface before light, and the lines of equal value on it.
 *
 * @param colours {@code 0xRRGGBB} from level 0 to level 1
 * @param lines where lines of equal value run, ascending
 */
record Palette(int[] colours, List<Line> lines) {
    Palette {
        lines = List.copyOf(lines);
    }

    /**
     * A line of equal value.
     *
     * @param level 0 to 1
     * @param width in pixels
     * @param tone what the surface's colour is moved toward
     * @param amount how far, 0 to 1
     */
    record Line(double level, double width, Color tone, double amount) {
    }
}
