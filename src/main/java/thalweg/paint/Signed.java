package thalweg.paint;

import java.awt.Color;

/** Numbers around 0 as colours: blue below, orange above, the paper itself at 0. */
final class Signed {
    private static final Color NEGATIVE = new Color(0x0072B2);
    private static final Color POSITIVE = new Color(0xE69F00);
    /** Of the colour, at the largest number. */
    private static final double LIGHT = 0.62;
    private static final double DARK = 0.72;
    /** Of the colour where text stands on it, which must stay readable. */
    private static final double DARK_WITH_TEXT = 0.5;

    private Signed() {
    }

    /** The colour of a line. */
    static Color line(double value) {
        return value < 0 ? NEGATIVE : POSITIVE;
    }

    /** The colour of an area, for a part from -1 to 1 of the largest there is; what is no number is grey. */
    static Color area(Theme theme, double part) {
        return mixed(theme, part, theme.isDark() ? DARK : LIGHT);
    }

    /** The same with text on it. */
    static Color ground(Theme theme, double part) {
        return mixed(theme, part, theme.isDark() ? DARK_WITH_TEXT : LIGHT);
    }

    private static Color mixed(Theme theme, double part, double most) {
        if (Double.isNaN(part)) {
            return theme.border();
        }
        Color paper = theme.isDark() ? new Color(0x1b2129) : Color.WHITE;
        return Tint.mix(paper, line(part), Math.min(1, Math.abs(part)) * most);
    }
}
